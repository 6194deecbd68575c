"""One round of one side: what a person does with the timeline, step by step, and what that takes."""

from __future__ import annotations

import math

from playwright.sync_api import Browser

from bench import folders, report
from bench.measure import Page, Side, TooLong


def ours(name: str, url: str, script: str = "ours.js") -> Side:
    """Our app as a side."""
    return Side(
        name,
        url,
        first=".entry-title, button.event",
        unseen=".visually-hidden, ._dash-loading-callback, [aria-live]:not([role=status])",
        script=script,
    )


def measure(browser: Browser, side: Side, size: int, chosen: int, samples: report.Samples) -> None:
    """One round of one side. What takes too long counts as infinite and is not tried again.

    Args:
        browser: the running Chromium
        side: whose page
        size: number of events
        chosen: number of events of the person that is filtered for
        samples: gets what is measured
    """
    with Page(browser, side) as page:
        steps = [
            ("first", page.load),
            ("wheel", lambda: page.wheel(-1)),
            ("wheel", lambda: page.wheel(-1)),
            ("pan", page.pan),
            ("wheel", lambda: page.wheel(1)),
            ("wheel", lambda: page.wheel(1)),
            ("narrow", lambda: page.choose(folders.CHOSEN, chosen)),
            ("lift", lambda: page.choose("", size)),
        ]
        for name, step in steps:
            taken = samples[name, size, side.name]
            try:
                taken.append(math.inf if too_long_before(samples, name, size, side) else step())
            except TooLong:
                taken.append(math.inf)
            if math.inf in taken:
                return


def too_long_before(samples: report.Samples, name: str, size: int, side: Side) -> bool:
    """Whether this took too long already, with as many events or fewer."""
    return any(
        math.inf in taken
        for (what, count, who), taken in samples.items()
        if (what, who) == (name, side.name) and count <= size
    )


def weigh(browser: Browser, side: Side, size: int, samples: report.Samples) -> None:
    """What one load takes on the wire and in memory, on a page of its own: collecting garbage slows what follows."""
    with Page(browser, side) as page:
        try:
            page.load()
        except TooLong:
            return
        samples["bytes", size, side.name].append(page.bytes_received())
        samples["heap", size, side.name].append(page.heap())
