"""What is promised of the timeline's speed, beside what was measured in one run: kept or not."""

from __future__ import annotations

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
    Summary,
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

    `strictly`: it has to stay below that.
    """

    what: str
    size: int
    unit: str
    ours: float | None
    most: float | None
    aim: str = ""
    strictly: bool = False

    def verdict(self) -> str:
        """Whether it is kept, in words."""
        if self.ours is None or self.most is None:
            return "not measured"
        kept = self.ours < self.most if self.strictly else self.ours <= self.most
        return "kept" if kept else "**not kept**"


def promises(samples: Samples, sizes: Iterable[int]) -> Iterator[Promise]:
    """Every promise at every size for which it is given; of our sides the slower one has to keep it."""
    sizes = list(sizes)
    for size in sizes:
        theirs = _theirs(samples, "drawn", size, ECHARTS)
        half = None if theirs is None else theirs / 2
        yield Promise("first event drawn", size, "ms", _ours(samples, "drawn", size), half, "half of ECharts")
    for size in sizes:
        theirs, ours = _theirs(samples, "wheel", size, ECHARTS), _ours(samples, "wheel", size)
        yield Promise("one wheel notch", size, "ms", ours, theirs, "ECharts", strictly=True)
    for size in sizes:
        box = _theirs(samples, "wheel", size, FLOOR)
        if size <= 1_000 and box is not None:
            ours = _ours(samples, "wheel", size)
            yield Promise("one wheel notch", size, "ms", ours, box + FRAME, "floor and a frame")
    if 10_000 in sizes:
        longest = _ours(samples, "zoom", 10_000, max)
        yield Promise("longest frame of all zooms", 10_000, "ms", longest, TWO_FRAMES, "two frames")
    if 50_000 in sizes:
        glide = _ours(samples, "glide", 50_000)
        yield Promise("rearranging after a pan, first frame", 50_000, "ms", glide, 50)
    for size in (SHIPPED, *sizes):
        yield Promise(
            "layout shift on load", size, "", _ours(samples, "shift", size, max), 0.05, strictly=True
        )


def _ours(samples: Samples, measure: str, size: int, summary: Summary = median) -> float | None:
    values = summed_up(samples, measure, size, summary)
    return max((values[side] for side in (OURS, TOLD) if side in values), default=None)


def _theirs(samples: Samples, measure: str, size: int, side: str) -> float | None:
    return summed_up(samples, measure, size, median).get(side)


def table(lines: Iterable[Promise]) -> str:
    """The promises as a Markdown table."""
    out = ["| promise | events | ours | at most | |", "|---|--:|--:|---|---|"]
    for line in lines:
        what = f"{line.what}, {line.unit}" if line.unit else line.what
        size = "shipped" if line.size == SHIPPED else f"{line.size:,}"
        ours = "" if line.ours is None else number(line.ours, line.unit)
        most = "" if line.most is None else number(line.most, line.unit)
        aim = f"{'below ' if line.strictly else ''}{f'{line.aim}: ' if line.aim else ''}{most}"
        out.append(f"| {what} | {size} | {ours} | {aim} | {line.verdict()} |")
    return "\n".join(out)
