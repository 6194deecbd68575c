"""What was measured, beside what is aimed at, as a table in Markdown."""

from __future__ import annotations

import math
import os
import platform
import statistics
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.measure import LIMIT

OURS, TOLD = "this timeline", "with five sources"
STACKING, CLUSTERING, ECHARTS, FLOOR = "vis, stacking", "vis, clustering", "ECharts", "floor"
OTHERS = (STACKING, CLUSTERING, ECHARTS)
SIDES = (OURS, TOLD, *OTHERS, FLOOR)
FRAME = 1000 / 60  # milliseconds
TWO_FRAMES = 2 * FRAME + 0.1  # a browser tells the time in tenths

# Measure, number of events, side -> what came out in each round.
Samples = dict[tuple[str, int, str], list[float]]
Summary = Callable[[list[float]], float]

BEGIN, END = "<!-- measured -->", "<!-- end of measured -->"


@dataclass(frozen=True)
class Row:
    """One line of the table: a number for each side, and what ours is to be at most (None: nothing is aimed at).

    `aim` says in words where the target comes from, `judged` who of ours has to meet it.
    """

    what: str
    size: int
    unit: str
    values: dict[str, float]
    target: float | None = None
    aim: str = ""
    judged: tuple[str, ...] = (OURS, TOLD)

    def met(self) -> bool:
        """Whether ours was measured and is within the target; nothing is compared where nothing is aimed at."""
        if self.target is None:
            return True
        ours = [self.values[side] for side in self.judged if side in self.values]
        return bool(ours) and max(ours) <= self.target

    def ahead(self) -> str:
        """Who needs least, and ours beside the best of the others; "" where there is no other."""
        others = {side: self.values[side] for side in OTHERS if side in self.values}
        if not others or OURS not in self.values:
            return ""
        best = min(others, key=lambda side: others[side])
        ours, other = self.values[OURS], others[best]
        if number(ours, self.unit) == number(other, self.unit):
            return f"even with {best}"
        if ours < other:
            return "ours" if math.isinf(other) else f"ours: {ours / other:.2f} of {best}"
        return (
            f"**{best}**" if math.isinf(ours) or not other else f"**{best}**: ours {ours / other:.2f} of it"
        )


def median(values: list[float]) -> float:
    """The median; infinite as soon as one value is, since no more are taken then."""
    return math.inf if math.inf in values else statistics.median(values)


def percentile_95(values: list[float]) -> float:
    """The value that 95 of 100 do not pass, by nearest rank."""
    return sorted(values)[math.ceil(0.95 * len(values)) - 1]


def rows(samples: Samples, sizes: Iterable[int]) -> Iterator[Row]:
    """Every line for every size."""
    sizes = list(sizes)
    for measure in MEASURES:
        for size in sizes:
            row = measure(samples, size)
            if row.values:
                yield row


def _wheel(samples: Samples, size: int) -> Row:
    values = summed_up(samples, "wheel", size, median)
    return Row("one wheel notch, median", size, "ms", values, _better(values), "vis's better mode")


def _wheel_worst(samples: Samples, size: int) -> Row:
    values = summed_up(samples, "wheel", size, percentile_95)
    return Row("one wheel notch, 95th percentile", size, "ms", values, 120)


def _zoom(samples: Samples, size: int) -> Row:
    values = summed_up(samples, "zoom", size, max)
    return Row(
        "longest frame of all zooms", size, "ms", values, TWO_FRAMES if size == 10_000 else None, "two frames"
    )


def _pan(samples: Samples, size: int) -> Row:
    return Row("longest frame of all pans", size, "ms", summed_up(samples, "pan", size, max), 50)


def _glide(samples: Samples, size: int) -> Row:
    values = summed_up(samples, "glide", size, median)
    return Row("rearranging after a pan, first frame", size, "ms", values, 50 if size == 50_000 else None)


def _working(samples: Samples, size: int) -> Row:
    values = summed_up(samples, "working", size, max)
    return Row("longest frame before that", size, "ms", values)


def _narrow(samples: Samples, size: int) -> Row:
    values = summed_up(samples, "narrow", size, median)
    return Row("filter to one person", size, "ms", values, values[FLOOR] + 60, "floor + 60")


def _lift(samples: Samples, size: int) -> Row:
    values = summed_up(samples, "lift", size, median)
    return Row("lift the filter", size, "ms", values, values[FLOOR] + 60, "floor + 60")


def _both(samples: Samples, size: int) -> Row:
    narrow = summed_up(samples, "narrow", size, median)
    lift = summed_up(samples, "lift", size, median)
    values = {side: narrow[side] + lift[side] for side in narrow if side in lift}
    target = 0.3 * values.get(STACKING, math.inf) if size == 1000 else None
    return Row("filter and lift together", size, "ms", values, target, "0.3 of vis, stacking")


def _read(samples: Samples, size: int) -> Row:
    values = summed_up(samples, "read", size, median)
    return Row(
        "navigation to first event read",
        size,
        "ms",
        values,
        0.5 * _better(values),
        "0.5 of vis's better mode",
    )


def _drawn(samples: Samples, size: int) -> Row:
    values = summed_up(samples, "drawn", size, median)
    target = 0.5 * values.get(ECHARTS, math.inf)
    return Row("navigation to first event drawn", size, "ms", values, target, "0.5 of ECharts")


def _zoomed(samples: Samples, size: int) -> Row:
    values = summed_up(samples, "zoomed", size, median)
    return Row("navigation to a turn of the wheel that zooms", size, "ms", values)


def _opened(samples: Samples, size: int) -> Row:
    values = summed_up(samples, "opened", size, median)
    return Row("navigation to a press that has opened its panel", size, "ms", values)


def _dash(samples: Samples, size: int) -> Row:
    return Row("navigation to Dash", size, "ms", summed_up(samples, "dash", size, median))


def _shift(samples: Samples, size: int) -> Row:
    return Row("layout shift on load", size, "", summed_up(samples, "shift", size, median), 0.05)


def _bytes(samples: Samples, size: int) -> Row:
    return Row("first load over the wire", size, "kB", summed_up(samples, "bytes", size, median), 600)


def _heap(samples: Samples, size: int) -> Row:
    values = summed_up(samples, "heap", size, median)
    return Row("browser heap", size, "MB", values, 40 if size == 50_000 else None)


def _server(samples: Samples, size: int) -> Row:
    values = summed_up(samples, "server", size, median)
    return Row("server memory", size, "MB", values, 250 if size == 50_000 else None, judged=(OURS,))


MEASURES: tuple[Callable[[Samples, int], Row], ...] = (
    _wheel,
    _wheel_worst,
    _zoom,
    _pan,
    _glide,
    _working,
    _narrow,
    _lift,
    _both,
    _read,
    _drawn,
    _zoomed,
    _opened,
    _dash,
    _shift,
    _bytes,
    _heap,
    _server,
)


def summed_up(
    samples: Samples, measure: str, size: int, summary: Summary, sides: Iterable[str] = SIDES
) -> dict[str, float]:
    """What a measure gave for each side that was measured at this size."""
    return {
        side: summary(samples[measure, size, side]) for side in sides if samples.get((measure, size, side))
    }


def _better(values: dict[str, float]) -> float:
    # A mode that was given up has no value.
    return min(values.get(STACKING, math.inf), values.get(CLUSTERING, math.inf))


def table(lines: Iterable[Row]) -> str:
    """The lines as a Markdown table."""
    out = [
        "| what | events | " + " | ".join(SIDES) + " | ahead | at most | |",
        "|---|--:|" + "--:|" * len(SIDES) + "---|---|---|",
    ]
    for row in lines:
        cells = [number(row.values[side], row.unit) if side in row.values else "" for side in SIDES]
        aim = verdict = ""
        if row.target is not None:
            aim = f"{row.aim}: {number(row.target, row.unit)}" if row.aim else f"{row.target:g}"
            verdict = "met" if row.met() else "**missed**"
        what = f"{row.what}, {row.unit}" if row.unit else row.what
        out.append(f"| {what} | {row.size:,} | {' | '.join(cells)} | {row.ahead()} | {aim} | {verdict} |")
    return "\n".join(out)


def number(value: float, unit: str) -> str:
    """A value as it stands in a table; without a unit it is a share."""
    if math.isinf(value):
        return f"> {LIMIT:.0f} s"
    digits = {"MB": 1, "": 3}.get(unit, 0)
    return f"{value:,.{digits}f}"


def machine(chromium: str) -> str:
    """What it was measured on."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"{os.cpu_count()} cores, {memory:.0f} GiB of memory, {platform.system()}, Chromium {chromium} (headless), "
        f"Python {platform.python_version()}"
    )


def put_between_markers(path: Path, text: str, begin: str = BEGIN, end: str = END) -> None:
    """Replace what stands between two markers of a file; ValueError if they are not there."""
    before, opened, rest = path.read_text(encoding="utf-8").partition(begin)
    _, closed, after = rest.partition(end)
    if not (opened and closed):
        raise ValueError(f"{path.name} has no {begin} ... {end}")
    path.write_text(f"{before}{begin}\n\n{text}\n\n{end}{after}", encoding="utf-8")
