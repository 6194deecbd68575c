"""Measure beside vis-timeline: `python -m bench [sizes]`; or alone what `--compare`, `--pages`, `--present` name.

One browser, one run: in each round each side loads a fresh page and goes through the same steps, in another order.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import defaultdict
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from bench import beside, clicks, compare, folders, lesson, report, serve
from bench.measure import Side
from bench.rounds import measure, ours, weigh
from tools import browser as chromium

SIZES = (100, 1_000, 10_000, 50_000)
ROUNDS = 7
HERE = Path(__file__).resolve().parent
OUT = HERE / "out"
README = HERE / "README.md"


def sides(app: str, others: str, size: int) -> list[Side]:
    """Who is compared at this size."""
    vis = f"{others}vis.html?size={size}"
    readable = ".vis-item:not(.vis-cluster) .vis-item-content"
    return [
        ours(report.OURS, app),
        Side(report.STACKING, vis, first=readable),
        Side(report.CLUSTERING, vis + "&cluster=1", first=readable),
        Side(report.FLOOR, f"{others}floor.html", first="#box", counts=False),
    ]


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
    parser.add_argument("--beside", type=Path, help="another checkout of this project, to measure beside")
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
        if asked.beside:
            found = beside.run(browser, asked.beside, sizes, OUT)
            print(f"{report.machine(browser.version)}.\n\n{beside.table(found, sizes)}")
            browser.close()
            return 0
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
