"""Measure this checkout beside another one: `python -m bench --beside ../before [sizes]`.

Both serve the same made-up folders, told by sources; ECharts draws the same events. Each round loads a fresh page of
each and goes through the same steps, in another order. Each page of ours is driven by the bench's own script of its
checkout, since the way in may have changed.
"""

from __future__ import annotations

import math
import sys
from collections import defaultdict
from pathlib import Path

from playwright.sync_api import Browser

from bench import folders, report, rounds, serve

BEFORE, NOW = "before", "now"
SIDES = (BEFORE, NOW, report.ECHARTS)
# Measure -> what it is, and its unit; the median of all rounds.
MEASURES = {
    "read": ("navigation to first event read", "ms"),
    "drawn": ("navigation to first event drawn", "ms"),
    "zoomed": ("navigation to a turn of the wheel that zooms", "ms"),
    "opened": ("navigation to a press that has opened its panel", "ms"),
    "dash": ("navigation to Dash", "ms"),
    "shift": ("layout shift on load", ""),
    "wheel": ("one wheel notch", "ms"),
    "zoom": ("longest frame of a zoom", "ms"),
    "pan": ("longest frame of a pan", "ms"),
    "glide": ("rearranging after a pan, first frame", "ms"),
    "working": ("longest frame before that", "ms"),
    "narrow": ("filter to one person", "ms"),
    "lift": ("lift the filter", "ms"),
    "bytes": ("first load over the wire", "kB"),
    "heap": ("browser heap", "MB"),
    "server": ("server memory", "MB"),
}


def run(
    browser: Browser, other: Path, sizes: list[int], out: Path, packages: Path, number: int
) -> report.Samples:
    """So many rounds of both checkouts and of ECharts at all sizes; the other checkout is called "before"."""
    samples: report.Samples = defaultdict(list)
    other = other.resolve()
    made = {size: folders.events(size) for size in sizes}
    with serve.other_pages(packages, made) as pages:
        for size in sizes:
            folder = folders.folder(out, made[size], folders.TELLERS)
            with serve.our_server(folder) as now, serve.our_server(folder, other) as before:
                script = str(other / "bench" / "pages" / "ours.js")
                sides = [
                    rounds.ours(BEFORE, before.url, script),
                    rounds.ours(NOW, now.url),
                    rounds.echarts(pages, size),
                ]
                rounds.compare(browser, sides, size, folders.chosen(made[size]), samples, number)
                samples["server", size, BEFORE].append(before.memory())
                samples["server", size, NOW].append(now.memory())
            print(f"{size:,} events", file=sys.stderr, flush=True)
    return samples


def table(samples: report.Samples, sizes: list[int]) -> str:
    """Medians of all three, who needs least, and the ratios, as a Markdown table."""
    lines = [
        f"| what | events | {' | '.join(SIDES)} | ahead | now / before | now / ECharts |",
        "|---|--:|--:|--:|--:|---|--:|--:|",
    ]
    for measure, (what, unit) in MEASURES.items():
        for size in sizes:
            values = report.summed_up(samples, measure, size, report.median, SIDES)
            cells = [report.number(values[side], unit) if side in values else "" for side in SIDES]
            named = f"{what}, {unit}" if unit else what
            ratios = [_ratio(values, BEFORE), _ratio(values, report.ECHARTS)]
            columns = [named, f"{size:,}", *cells, _ahead(values, unit), *ratios]
            lines.append(f"| {' | '.join(columns)} |")
    return "\n".join(lines)


def _ahead(values: dict[str, float], unit: str) -> str:
    """Whoever needs least; several where they are even."""
    least = report.number(min(values.values(), default=0), unit)
    first = [side for side in SIDES if side in values and report.number(values[side], unit) == least]
    return ", ".join(first) if len(values) > 1 else ""


def _ratio(values: dict[str, float], other: str) -> str:
    """Now as a share of another; "" where one was not measured or nothing can be divided."""
    if NOW not in values or not values.get(other) or math.inf in values.values():
        return ""
    return f"{values[NOW] / values[other]:.2f}"
