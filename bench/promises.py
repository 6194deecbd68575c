"""What is promised of the timeline's speed, beside what was measured in one run: kept or not."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bench.report import (
    ECHARTS,
    FLOOR,
    FRAME,
    OURS,
    TOLD,
    TWO_FRAMES,
    Samples,
    median,
    number,
    summed_up,
)

BEGIN, END = "<!-- promises measured -->", "<!-- end of promises measured -->"
SHIPPED = 0  # stands for the size of the shipped folder
SIDES = (OURS, TOLD, ECHARTS, FLOOR)


@dataclass(frozen=True)
class Promise:
    """One promise at one size: what ours took, what it may take (None: not measured), and where that comes from.

    `floor` is what the measure itself takes, where that was measured; `strictly`: ours has to stay below `most`.
    """

    what: str
    size: int
    unit: str
    ours: float | None
    most: float | None
    aim: str = ""
    floor: float | None = None
    strictly: bool = False

    def verdict(self) -> str:
        """Whether it is kept, in words."""
        if self.ours is None or self.most is None:
            return "not measured"
        kept = self.ours < self.most if self.strictly else self.ours <= self.most
        return "kept" if kept and not math.isinf(self.ours) else "**not kept**"


def promises(samples: Samples, sizes: Iterable[int]) -> Iterator[Promise]:
    """Every promise at every size for which it is given; of our sides the slower one has to keep it."""
    sizes = list(sizes)
    for size in sizes:
        drawn = summed_up(samples, "drawn", size, median)
        half = drawn[ECHARTS] / 2 if ECHARTS in drawn else None
        yield Promise(
            "first event drawn", size, "ms", _slower(drawn), half, "half of ECharts", drawn.get(FLOOR)
        )
    for size in sizes:
        notch = summed_up(samples, "wheel", size, median)
        floor, theirs = notch.get(FLOOR), notch.get(ECHARTS)
        yield Promise("one wheel notch", size, "ms", _slower(notch), theirs, "ECharts", floor, strictly=True)
        if size <= 1_000:
            most = None if floor is None else floor + FRAME
            yield Promise("one wheel notch", size, "ms", _slower(notch), most, "floor and a frame", floor)
    if 10_000 in sizes:
        zoom = summed_up(samples, "zoom", 10_000, max)
        what, floor = "longest frame of all zooms", zoom.get(FLOOR)
        yield Promise(what, 10_000, "ms", _slower(zoom), TWO_FRAMES, "two frames", floor)
    if 50_000 in sizes:
        glide = _slower(summed_up(samples, "glide", 50_000, median))
        yield Promise("rearranging after a pan, first frame", 50_000, "ms", glide, 50)
    for size in (SHIPPED, *sizes):
        shift = summed_up(samples, "shift", size, max)
        floor = shift.get(FLOOR)
        yield Promise("layout shift on load", size, "", _slower(shift), 0.05, floor=floor, strictly=True)


def _slower(values: dict[str, float]) -> float | None:
    return max((values[side] for side in (OURS, TOLD) if side in values), default=None)


def table(lines: Iterable[Promise]) -> str:
    """The promises as a Markdown table."""
    out = ["| promise | events | ours | floor | at most | |", "|---|--:|--:|--:|---|---|"]
    for line in lines:
        what = f"{line.what}, {line.unit}" if line.unit else line.what
        size = "shipped" if line.size == SHIPPED else f"{line.size:,}"
        ours, floor, most = (
            "" if value is None else number(value, line.unit) for value in (line.ours, line.floor, line.most)
        )
        aim = f"{'below ' if line.strictly else ''}{f'{line.aim}: ' if line.aim else ''}{most}"
        out.append(f"| {what} | {size} | {ours} | {floor} | {aim} | {line.verdict()} |")
    return "\n".join(out)
