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

OURS, STACKING, CLUSTERING, FLOOR = "this timeline", "vis, stacking", "vis, clustering", "floor"
SIDES = (OURS, STACKING, CLUSTERING, FLOOR)

# Measure, number of events, side -> what came out in each round.
Samples = dict[tuple[str, int, str], list[float]]
Summary = Callable[[list[float]], float]

BEGIN, END = "<!-- measured -->", "<!-- end of measured -->"


@dataclass(frozen=True)
class Row:
    """One line of the table: a number for each side, and what ours is to be at most (None: nothing is aimed at)."""

    what: str
    size: int
    unit: str
    values: dict[str, float]
    target: float | None = None
    aim: str = ""

    def met(self) -> bool:
        """Whether ours was measured and is within the target; nothing is compared where nothing is aimed at."""
        return self.target is None or (OURS in self.values and self.values[OURS] <= self.target)


def median(values: list[float]) -> float:
    """The median; infinite as soon as one value is, since no more are taken then."""
    return math.inf if math.inf in values else statistics.median(values)


def percentile_95(values: list[float]) -> float:
    """The value that 95 of 100 do not pass, by nearest rank."""
    return sorted(values)[math.ceil(0.95 * len(values)) - 1]


def rows(samples: Samples, sizes: Iterable[int]) -> Iterator[Row]:
    """Every line for every size."""
    sizes = list(sizes)
    for measure in (_wheel, _wheel_worst, _pan, _narrow, _lift, _both, _first, _bytes, _heap, _server):
        for size in sizes:
            yield measure(samples, size)


def _wheel(samples: Samples, size: int) -> Row:
    values = _values(samples, "wheel", size, median)
    return Row("one wheel notch, median", size, "ms", values, _better(values), "vis's better mode")


def _wheel_worst(samples: Samples, size: int) -> Row:
    values = _values(samples, "wheel", size, percentile_95)
    return Row("one wheel notch, 95th percentile", size, "ms", values, 120, "120")


def _pan(samples: Samples, size: int) -> Row:
    return Row("longest frame of all pans", size, "ms", _values(samples, "pan", size, max), 50, "50")


def _narrow(samples: Samples, size: int) -> Row:
    values = _values(samples, "narrow", size, median)
    return Row("filter to one person", size, "ms", values, values[FLOOR] + 60, "floor + 60")


def _lift(samples: Samples, size: int) -> Row:
    values = _values(samples, "lift", size, median)
    return Row("lift the filter", size, "ms", values, values[FLOOR] + 60, "floor + 60")


def _both(samples: Samples, size: int) -> Row:
    narrow = _values(samples, "narrow", size, median)
    lift = _values(samples, "lift", size, median)
    values = {side: narrow[side] + lift[side] for side in narrow if side in lift}
    aimed = size == 1000
    target = 0.3 * values.get(STACKING, math.inf) if aimed else None
    return Row(
        "filter and lift together", size, "ms", values, target, "0.3 of vis, stacking" if aimed else ""
    )


def _first(samples: Samples, size: int) -> Row:
    values = _values(samples, "first", size, median)
    return Row(
        "navigation to first event", size, "ms", values, 0.5 * _better(values), "0.5 of vis's better mode"
    )


def _bytes(samples: Samples, size: int) -> Row:
    return Row("first load over the wire", size, "kB", _values(samples, "bytes", size, median), 600, "600")


def _heap(samples: Samples, size: int) -> Row:
    aimed = size == 50_000
    values = _values(samples, "heap", size, median)
    return Row("browser heap", size, "MB", values, 40 if aimed else None, "40" if aimed else "")


def _server(samples: Samples, size: int) -> Row:
    aimed = size == 50_000
    values = _values(samples, "server", size, median)
    return Row("server memory", size, "MB", values, 250 if aimed else None, "250" if aimed else "")


def _values(samples: Samples, measure: str, size: int, summary: Summary) -> dict[str, float]:
    return {
        side: summary(samples[measure, size, side]) for side in SIDES if samples.get((measure, size, side))
    }


def _better(values: dict[str, float]) -> float:
    # A mode that was given up has no value.
    return min(values.get(STACKING, math.inf), values.get(CLUSTERING, math.inf))


def table(lines: Iterable[Row]) -> str:
    """The lines as a Markdown table."""
    out = [
        "| what | events | " + " | ".join(SIDES) + " | at most | |",
        "|---|--:|" + "--:|" * len(SIDES) + "---|---|",
    ]
    for row in lines:
        cells = [number(row.values[side], row.unit) if side in row.values else "" for side in SIDES]
        aim = row.aim
        if row.target is not None and aim != f"{row.target:.0f}":
            aim = f"{aim}: {number(row.target, row.unit)}"
        verdict = "" if row.target is None else "met" if row.met() else "**missed**"
        out.append(f"| {row.what}, {row.unit} | {row.size:,} | {' | '.join(cells)} | {aim} | {verdict} |")
    return "\n".join(out)


def number(value: float, unit: str) -> str:
    """A value as it stands in a table."""
    if math.isinf(value):
        return f"> {LIMIT:.0f} s"
    return f"{value:,.1f}" if unit == "MB" else f"{value:,.0f}"


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
