"""Measure this checkout beside another one: `python -m bench --beside ../before [sizes]`.

Both serve the same made-up folders; each round loads a fresh page of each and goes through the same steps, in another
order. Each page is driven by the bench's own script of its checkout, since the way in may have changed.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser

from bench import folders, report, serve
from bench.measure import Side
from bench.rounds import measure, ours, weigh

ROUNDS = 7
MEASURES = {
    "first": "navigation to first event, ms",
    "wheel": "one wheel notch, ms",
    "pan": "longest frame of a pan, ms",
    "narrow": "filter to one person, ms",
    "lift": "lift the filter, ms",
    "bytes": "first load over the wire, kB",
    "heap": "browser heap, MB",
    "server": "server memory, MB",
}


def run(browser: Browser, other: Path, sizes: list[int], out: Path) -> report.Samples:
    """All rounds of both checkouts at all sizes; the other one is called "before"."""
    samples: report.Samples = defaultdict(list)
    other = other.resolve()
    for size in sizes:
        made = folders.events(size)
        folder = (out / f"folder-{size}").resolve()
        folders.write(folder, made)
        chosen = sum(folders.CHOSEN in event.people for event in made)
        with serve.our_server(folder) as now, serve.our_server(folder, other) as before:
            script = str(other / "bench" / "pages" / "ours.js")
            sides: list[Side] = [ours("before", before.url, script), ours("now", now.url)]
            for side in sides:
                weigh(browser, side, size, samples)
            for number in range(ROUNDS):
                for side in sides[:: 1 if number % 2 else -1]:
                    measure(browser, side, size, chosen, samples)
            samples["server", size, "before"].append(before.memory())
            samples["server", size, "now"].append(now.memory())
        print(f"{size:,} events", file=sys.stderr, flush=True)
    return samples


def table(samples: report.Samples, sizes: list[int]) -> str:
    """Medians of both and their ratio, as a Markdown table."""
    lines = ["| what | events | before | now | now / before |", "|---|--:|--:|--:|--:|"]
    for name, what in MEASURES.items():
        for size in sizes:
            before, now = (median(samples[name, size, side]) for side in ("before", "now"))
            lines.append(f"| {what} | {size:,} | {before:,.1f} | {now:,.1f} | {now / before:.2f} |")
    return "\n".join(lines)
