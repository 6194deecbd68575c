"""Measure the comparison: how fast it opens on the shipped data, how smoothly a large matrix scrolls."""

from __future__ import annotations

import contextlib
import math
import statistics
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from playwright.sync_api import Browser

from bench import folders, opening
from bench.measure import Side, TooLong
from bench.report import number
from bench.serve import ROOT, our_server
from timeline.dataset import Dataset
from timeline.loading import load

ROUNDS = 7
EVENTS, SOURCES = 1_000, 20
BEGIN, END = "<!-- comparison measured -->", "<!-- end of comparison measured -->"
PANEL, ROW, SCROLL, REST = "from the event panel", "from the matrix", "scroll", "rest"

# Measure -> what came out in each round.
Samples = dict[str, list[float]]


@dataclass(frozen=True)
class Row:
    """One line of the table; `target` is what its median and, where `worst_too`, its worst is to be at most."""

    what: str
    values: list[float]
    target: float | None = None
    worst_too: bool = False

    @property
    def median(self) -> float:
        """The middle of what was measured; what took too long counts as infinitely long."""
        return statistics.median(self.values)

    @property
    def worst(self) -> float:
        """The longest that was measured."""
        return max(self.values)

    def met(self) -> bool:
        """Whether what was measured is within the target, if there is one."""
        return self.target is None or (self.worst if self.worst_too else self.median) <= self.target


def run(browser: Browser, out: Path) -> Samples:
    """All rounds of all measures; `out` is where the made-up folder is written."""
    samples: Samples = defaultdict(list)
    told = compared_events(load(ROOT / "data"), 2 * ROUNDS)
    with our_server(ROOT / "data") as server:
        # Each event once: what the server has answered already it keeps.
        for place, (event_id, title) in enumerate(told):
            name, start = (ROW, opening.matrix) if place % 2 else (PANEL, opening.timeline)
            side, link = start(server.url, event_id)
            opened = _try(browser, side, partial(opening.ComparePage.open, link=link, title=title))
            samples[name] += opened
    folder = out / f"folder-{EVENTS}-{SOURCES}"
    made = folders.events(EVENTS)
    folders.write(folder, made)
    folders.write_tellings(folder, made, SOURCES)
    with our_server(folder) as server:
        side, _ = opening.matrix(server.url)
        for _ in range(ROUNDS):
            rest, scroll = _try(browser, side, opening.ComparePage.rest, opening.ComparePage.scroll)
            samples[REST].append(rest)
            samples[SCROLL].append(scroll)
    return samples


def compared_events(dataset: Dataset, count: int) -> list[tuple[str, str]]:
    """Id and title of events that two sources or more tell, spread evenly over time."""
    tellings = dataset.accounts.groupby("event_id")["source_id"].nunique()
    several = set(tellings.index[tellings > 1])
    events = dataset.events
    found = [pair for pair in zip(events["event_id"], events["title"], strict=True) if pair[0] in several]
    return [found[place * len(found) // count] for place in range(count)]


def _try(browser: Browser, side: Side, *steps: Callable[[opening.ComparePage], float]) -> list[float]:
    """What each step takes on one fresh page; infinite from where one takes too long."""
    taken: list[float] = []
    with opening.ComparePage(browser, side) as page, contextlib.suppress(TooLong):
        page.load()
        taken += (step(page) for step in steps)
    return taken + [math.inf] * (len(steps) - len(taken))


def rows(samples: Samples) -> Iterator[Row]:
    """Every line of the table."""
    for name in (PANEL, ROW):
        yield Row(f"a comparison opens {name}, shipped data", samples[name], 150)
    size = f"{EVENTS:,} events x {SOURCES} sources"
    yield Row(f"longest frame while the matrix scrolls, {size}", samples[SCROLL], 50, worst_too=True)
    yield Row("longest frame of the same page at rest", samples[REST])


def table(samples: Samples) -> str:
    """The lines as a Markdown table."""
    return written(rows(samples))


def written(lines: Iterable[Row]) -> str:
    """Lines as a Markdown table."""
    out = ["| what, ms | median | worst | at most | |", "|---|--:|--:|---|---|"]
    for row in lines:
        aim = verdict = ""
        if row.target is not None:
            aim = f"{row.target:.0f} ({'worst' if row.worst_too else 'median'})"
            verdict = "met" if row.met() else "**missed**"
        cells = f"{number(row.median, 'ms')} | {number(row.worst, 'ms')}"
        out.append(f"| {row.what} | {cells} | {aim} | {verdict} |")
    return "\n".join(out)
