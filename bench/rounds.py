"""Rounds: in each every side does what a person does with a timeline, step by step, and is timed."""

from __future__ import annotations

import contextlib
import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from playwright.sync_api import Browser

from bench import folders, report
from bench.early import EarlyPage
from bench.measure import Found, Page, Side, TooLong
from bench.moves import TimelinePage

ROUNDS = 7
OF_THE_FLOOR = ("read", "drawn", "zoomed", "wheel", "pan", "zoom", "narrow", "lift")
# What a step measures, and the step: one after the other on one page.
Step = tuple[tuple[str, ...], Callable[[], Found]]


def ours(name: str, url: str, script: str = "ours.js") -> Side:
    """Our app as a side."""
    return Side(
        name,
        url,
        first=".entry-title, button.event",
        drawn="button.event",
        unseen=".visually-hidden, ._dash-loading-callback, [aria-live]:not([role=status])",
        script=script,
        panel=".panel-title, #panel h2",
        dash="#panel",
    )


def others(pages: str, size: int) -> list[Side]:
    """The others as sides. A cluster is no event; ECharts draws its titles on a canvas, none stands in the page."""
    item = ".vis-item:not(.vis-cluster)"
    return [
        *(
            Side(name, f"{pages}vis.html?size={size}{mode}", first=f"{item} .vis-item-content", drawn=item)
            for name, mode in ((report.STACKING, ""), (report.CLUSTERING, "&cluster=1"))
        ),
        echarts(pages, size),
    ]


def echarts(pages: str, size: int) -> Side:
    """ECharts alone."""
    return Side(report.ECHARTS, f"{pages}echarts.html?size={size}", drawn="[data-drawn] canvas")


def floor(pages: str) -> Side:
    """One box that moves."""
    return Side(report.FLOOR, f"{pages}floor.html", first="#box", drawn="#box", counts=False)


def compare(
    browser: Browser,
    sides: Sequence[Side],
    size: int,
    chosen: int,
    samples: report.Samples,
    rounds: int,
) -> None:
    """All rounds of these sides, each in another order.

    Args:
        browser: the running Chromium
        sides: whose pages
        size: number of events
        chosen: number of events of the person that is filtered for
        samples: gets what is measured
        rounds: how many
    """
    for side in sides:
        _weigh(browser, side, size, samples)
    for number in range(rounds):
        turn = number % len(sides)
        for side in (*sides[turn:], *sides[:turn]):
            take = partial(_take, side, size, samples)
            with TimelinePage(browser, side) as page:
                take(_steps(page, side, size, chosen))
            with EarlyPage(browser, side) as early:
                take([(("zoomed",), early.wheel)])
            if side.ours:
                with EarlyPage(browser, side) as early:
                    take([(("opened", "dash"), early.press)])


def _steps(page: TimelinePage, side: Side, size: int, chosen: int) -> Iterator[Step]:
    """What is done on one page."""
    yield _loading(page, side)
    for _ in range(2):
        yield ("wheel",), partial(page.wheel, -1)
    yield ("pan",), page.pan
    if side.ours:
        for way in (-1, 1):
            yield ("glide", "working"), partial(page.haul, way)
    for _ in range(2):
        yield ("wheel",), partial(page.wheel, 1)
    yield ("zoom",), page.zoom
    yield ("narrow",), partial(page.choose, "narrow", folders.CHOSEN, chosen)
    yield ("lift",), partial(page.choose, "lift", "", size)


def _loading(page: Page, side: Side) -> Step:
    return ("read", "drawn") if side.first else ("drawn",), page.load


def _take(side: Side, size: int, samples: report.Samples, steps: Iterable[Step]) -> None:
    """Do the steps one after the other. What takes too long counts as infinite and is not tried again."""
    for names, step in steps:
        found = dict.fromkeys(names, math.inf)
        if not any(too_long_before(samples, name, size, side) for name in names):
            with contextlib.suppress(TooLong):
                found = step()
        for name, value in found.items():
            samples[name, size, side.name].append(value)
        if math.inf in found.values():
            return


def too_long_before(samples: report.Samples, name: str, size: int, side: Side) -> bool:
    """Whether this took too long already, with as many events or fewer."""
    return any(
        math.inf in taken
        for (what, count, who), taken in samples.items()
        if (what, who) == (name, side.name) and count <= size
    )


def load(browser: Browser, side: Side, size: int, samples: report.Samples, rounds: int) -> None:
    """Rounds of loading alone."""
    for _ in range(rounds):
        with TimelinePage(browser, side) as page:
            _take(side, size, samples, [_loading(page, side)])


def _weigh(browser: Browser, side: Side, size: int, samples: report.Samples) -> None:
    """What one load takes on the wire and in memory, on a page of its own: collecting garbage slows what follows."""
    with Page(browser, side) as page:
        try:
            page.load()
        except TooLong:
            return
        samples["bytes", size, side.name].append(page.bytes_received())
        samples["heap", size, side.name].append(page.heap())
