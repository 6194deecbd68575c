"""Whether a promise is kept follows from the figures of one run."""

from __future__ import annotations

import math

import pytest

from bench import promises, report
from bench.report import ECHARTS, FLOOR, OURS, TOLD


def kept(**changed: float) -> dict[tuple[str, int], str]:
    """Every verdict, with all promises kept but for what is changed: a measure of the folder that is told."""
    usual = {"drawn": 90.0, "wheel": 40.0, "zoom": 33.4, "glide": 50.0, "shift": 0.0}
    samples: report.Samples = {}
    sizes = (100, 1_000, 10_000, 50_000)
    for size in sizes:
        for measure, value in usual.items():
            samples[measure, size, OURS] = [value]
            samples[measure, size, TOLD] = [value, value, changed.get(measure, value)]
        samples["drawn", size, ECHARTS] = [180.0, math.inf] if size == 50_000 else [180.0]
        samples["wheel", size, ECHARTS] = [50.0]
        samples["wheel", size, FLOOR] = [30.0]
    samples["shift", promises.SHIPPED, OURS] = [changed.get("shipped", 0.04)]
    return {
        (f"{line.what} {line.aim}".strip(), line.size): line.verdict()
        for line in promises.promises(samples, sizes)
    }


def test_all_promises_are_looked_at() -> None:
    assert set(kept().values()) == {"kept"}
    assert len(kept()) == 4 + 4 + 2 + 1 + 1 + 5


@pytest.mark.parametrize(
    ("measure", "value", "broken"),
    [
        ("zoom", 50, {("longest frame of all zooms two frames", 10_000)}),  # one bad frame is one too many
        ("glide", 300, set()),  # the median counts
        ("shift", 0.05, {("layout shift on load", size) for size in (100, 1_000, 10_000, 50_000)}),
        ("shipped", 0.06, {("layout shift on load", promises.SHIPPED)}),
    ],
)
def test_one_bad_round(measure: str, value: float, broken: set[tuple[str, int]]) -> None:
    assert {what for what, verdict in kept(**{measure: value}).items() if verdict != "kept"} == broken


def test_the_slower_of_our_sides_has_to_keep_it() -> None:
    samples: report.Samples = {
        ("wheel", 100, OURS): [40.0],
        ("wheel", 100, TOLD): [50.0],
        ("wheel", 100, ECHARTS): [50.0],
        ("wheel", 100, FLOOR): [30.0],
    }
    text = promises.table(promises.promises(samples, [100]))
    assert "| one wheel notch, ms | 100 | 50 | 30 | below ECharts: 50 | **not kept** |" in text
    assert "| one wheel notch, ms | 100 | 50 | 30 | floor and a frame: 47 | **not kept** |" in text
    assert "| first event drawn, ms | 100 |  |  | half of ECharts:  | not measured |" in text
    assert "| layout shift on load | shipped |  |  | below 0.050 | not measured |" in text


def test_what_took_too_long_keeps_nothing() -> None:
    samples: report.Samples = {("drawn", 100, side): [math.inf] for side in (TOLD, ECHARTS)}
    assert next(promises.promises(samples, [100])).verdict() == "**not kept**"
