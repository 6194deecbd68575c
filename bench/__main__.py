"""Measure beside vis-timeline: `python -m bench [sizes]`; or alone what `--compare`, `--pages`, `--present` name.

One browser, one run: in each round each side loads a fresh page and goes through the same steps, in another order.
"""

from __future__ import annotations

import argparse
import math
import sys
import time
from collections import defaultdict
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from bench import clicks, compare, folders, lesson, report, serve
from bench.measure import Page, Side, TooLong
from tools import browser as chromium

SIZES = (100, 1_000, 10_000, 50_000)
ROUNDS = 7
HERE = Path(__file__).resolve().parent
OUT = HERE / "out"
README = HERE / "README.md"


def sides(ours: str, others: str, size: int) -> list[Side]:
    """Who is compared at this size."""
    vis = f"{others}vis.html?size={size}"
    readable = ".vis-item:not(.vis-cluster) .vis-item-content"
    return [
        Side(
            report.OURS,
            ours,
            first=".entry-title, button.event",
            unseen=".visually-hidden, ._dash-loading-callback, [aria-live]:not([role=status])",
            script="ours.js",
        ),
        Side(report.STACKING, vis, first=readable),
        Side(report.CLUSTERING, vis + "&cluster=1", first=readable),
        Side(report.FLOOR, f"{others}floor.html", first="#box", counts=False),
    ]


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


def run(browser: Browser, sizes: list[int], vis: Path) -> report.Samples:
    """All rounds of all sides at all sizes."""
    samples: report.Samples = defaultdict(list)
    made = {size: folders.events(size) for size in sizes}
    with serve.other_pages(vis, made) as others:
        for size in sizes:
            folder = OUT / f"folder-{size}"
            folders.write(folder, made[size])
            chosen = sum(folders.CHOSEN in event.people for event in made[size])
            begun = time.monotonic()
            with serve.our_server(folder) as server:
                compared = sides(server.url, others, size)
                if size != sizes[0]:  # one box is one box, whatever the number of events
                    floor = compared.pop()
                    for name in ("wheel", "pan", "narrow", "lift", "first"):
                        samples[name, size, floor.name] = samples[name, sizes[0], floor.name]
                for side in compared:
                    weigh(browser, side, size, samples)
                for number in range(ROUNDS):
                    turn = number % len(compared)
                    for side in compared[turn:] + compared[:turn]:
                        measure(browser, side, size, chosen, samples)
                samples["server", size, report.OURS].append(server.memory())
            print(f"{size:,} events: {time.monotonic() - begun:.0f} s", file=sys.stderr, flush=True)
    return samples


def beside_vis(browser: Browser, sizes: list[int]) -> None:
    """Measure at these sizes and print; the table of all sizes goes into README.md beside this file too."""
    vis, version = serve.install_vis(OUT / "npm")
    samples = run(browser, sizes, vis)
    about = f"{report.machine(browser.version)}, vis-timeline {version}"
    text = f"{about}.\n\n{report.table(report.rows(samples, sizes))}"
    print(text)
    if tuple(sizes) == SIZES:
        report.put_between_markers(README, text)


def comparison(browser: Browser) -> None:
    """Measure the comparison, print, and write its table into README.md beside this file."""
    text = f"{report.machine(browser.version)}.\n\n{compare.table(compare.run(browser, OUT))}"
    print(text)
    report.put_between_markers(README, text, compare.BEGIN, compare.END)


def pages(browser: Browser) -> None:
    """Measure how soon a page can be read, print, and write its table into README.md beside this file."""
    text = f"{report.machine(browser.version)}.\n\n{clicks.table(clicks.run(browser))}"
    print(text)
    report.put_between_markers(README, text, clicks.BEGIN, clicks.END)


def presentation(browser: Browser) -> None:
    """Measure a lesson, print, and write its table into README.md beside this file."""
    text = f"{report.machine(browser.version)}.\n\n{lesson.table(lesson.run(browser))}"
    print(text)
    report.put_between_markers(README, text, lesson.BEGIN, lesson.END)


def main() -> int:
    """Measure what is asked for; all of it unless sizes, the comparison, pages or a lesson alone are."""
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measure beside vis-timeline.")
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES, help="numbers of events")
    parser.add_argument("--compare", action="store_true", help="measure the comparison alone")
    parser.add_argument("--pages", action="store_true", help="measure how soon pages can be read alone")
    parser.add_argument("--present", action="store_true", help="measure a lesson alone")
    asked = parser.parse_args()
    alone = asked.compare or asked.pages or asked.present
    sizes = list(asked.sizes)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium.find(playwright), args=chromium.launch_arguments()
        )
        everything = not alone and tuple(sizes) == SIZES
        if asked.compare or everything:
            comparison(browser)
        if asked.pages or everything:
            pages(browser)
        if asked.present or everything:
            presentation(browser)
        if not alone:
            beside_vis(browser, sizes)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
