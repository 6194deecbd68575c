"""Measure beside vis-timeline and ECharts: `python -m bench [sizes]`; or alone what the options name.

One browser, one run: in each round each side loads a fresh page and goes through the same steps, in another order.
"""

from __future__ import annotations

import argparse
import contextlib
import sys
import time
from collections import defaultdict
from collections.abc import Collection
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from bench import beside, clicks, compare, folders, lesson, others, promises, report, rounds, serve
from tools import browser as chromium

SIZES = (100, 1_000, 10_000, 50_000)
HERE = Path(__file__).resolve().parent
OUT = HERE / "out"
README = HERE / "README.md"


def run(
    browser: Browser, sizes: list[int], packages: Path, names: Collection[str], number: int
) -> report.Samples:
    """So many rounds of the named sides at all sizes."""
    samples: report.Samples = defaultdict(list)
    made = {size: folders.events(size) for size in sizes}
    with serve.other_pages(packages, made) as pages:
        for size in sizes:
            begun = time.monotonic()
            with contextlib.ExitStack() as stack:
                servers = {}
                for name, sources in ((report.OURS, 0), (report.TOLD, folders.TELLERS)):
                    if name in names:
                        folder = folders.folder(OUT, made[size], sources)
                        servers[name] = stack.enter_context(serve.our_server(folder))
                compared = [rounds.ours(name, server.url) for name, server in servers.items()]
                compared += [side for side in rounds.others(pages, size) if side.name in names]
                if size == sizes[0]:
                    compared.append(rounds.floor(pages))
                rounds.compare(browser, compared, size, folders.chosen(made[size]), samples, number)
                for name, server in servers.items():
                    samples["server", size, name].append(server.memory())
            for measure in rounds.OF_THE_FLOOR:  # one box is one box, whatever the number of events
                samples[measure, size, report.FLOOR] = samples[measure, sizes[0], report.FLOOR]
            print(f"{size:,} events: {time.monotonic() - begun:.0f} s", file=sys.stderr, flush=True)
    return samples


def beside_others(browser: Browser, sizes: list[int], number: int) -> None:
    """Measure at these sizes and print; the tables of all sizes go into README.md beside this file too."""
    packages, versions = others.install(OUT / "npm")
    samples = run(browser, sizes, packages, report.SIDES, number)
    about = f"{report.machine(browser.version)}, {versions}"
    text = f"{about}.\n\n{report.table(report.rows(samples, sizes))}"
    print(text)
    if _is_whole(sizes, number):
        report.put_between_markers(README, text)
    kept(browser, sizes, samples, about, number)


def promised(browser: Browser, sizes: list[int], number: int) -> None:
    """Measure what the promises need, and say which are kept."""
    packages, versions = others.install(OUT / "npm")
    samples = run(browser, sizes, packages, promises.SIDES, number)
    kept(browser, sizes, samples, f"{report.machine(browser.version)}, {versions}", number)


def kept(browser: Browser, sizes: list[int], samples: report.Samples, about: str, number: int) -> None:
    """Say which promises are kept; the table of all sizes goes into README.md beside this file too."""
    with serve.our_server(serve.ROOT / "data") as server:
        rounds.load(browser, rounds.ours(report.OURS, server.url), promises.SHIPPED, samples, number)
    text = f"{about}.\n\n{promises.table(promises.promises(samples, sizes))}"
    print(f"\n{text}")
    if _is_whole(sizes, number):
        report.put_between_markers(README, text, promises.BEGIN, promises.END)


def _is_whole(sizes: list[int], number: int) -> bool:
    """Whether this is what README.md tells of: all sizes in all rounds."""
    return tuple(sizes) == SIZES and number == rounds.ROUNDS


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
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measure beside others.")
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES, help="numbers of events")
    parser.add_argument("--beside", type=Path, help="another checkout of this project, to measure beside")
    parser.add_argument("--rounds", type=int, default=rounds.ROUNDS, help="how many; fewer are printed only")
    parser.add_argument("--promises", action="store_true", help="measure what is promised alone: kept or not")
    parser.add_argument("--compare", action="store_true", help="measure the comparison alone")
    parser.add_argument("--pages", action="store_true", help="measure how soon pages can be read alone")
    parser.add_argument("--present", action="store_true", help="measure a lesson alone")
    asked = parser.parse_args()
    sizes = list(asked.sizes)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium.find(playwright), args=chromium.launch_arguments()
        )
        if asked.beside:
            packages, versions = others.install(OUT / "npm")
            found = beside.run(browser, asked.beside, sizes, OUT, packages, asked.rounds)
            print(f"{report.machine(browser.version)}, {versions}.\n\n{beside.table(found, sizes)}")
        if asked.promises:
            promised(browser, sizes, asked.rounds)
        alone = asked.beside or asked.promises or asked.compare or asked.pages or asked.present
        everything = not alone and tuple(sizes) == SIZES
        if asked.compare or everything:
            comparison(browser)
        if asked.pages or everything:
            pages(browser)
        if asked.present or everything:
            presentation(browser)
        if not alone:
            beside_others(browser, sizes, asked.rounds)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
