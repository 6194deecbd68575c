"""Measure how soon a page can be read after the click that leads to it, on the shipped data.

A screen gets its lines in the table by a `Click` in `clicks`.
"""

from __future__ import annotations

import contextlib
import math
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from playwright.sync_api import Browser

from bench import compare, opening
from bench.compare import Row, Samples
from bench.measure import TooLong
from bench.serve import ROOT, our_server
from timeline.dataset import Dataset
from timeline.loading import load
from timeline.people.contacts import company

ROUNDS = 7
TARGET = 300  # milliseconds, in the median
BEGIN, END = "<!-- pages measured -->", "<!-- end of pages measured -->"


@dataclass(frozen=True)
class Click:
    """A link and the page to which it leads.

    The page at `start` can be read once `first` can, the opened one once `opens` can, which only that page has in its
    first screenful; `title` heads it.
    """

    what: str
    start: str
    first: str
    link: str
    opens: str
    title: str


def clicks(dataset: Dataset) -> Iterator[Click]:
    """Every click that is measured, `ROUNDS` of each kind and each of these to another page where there are several."""
    names = dataset.person_names
    busiest = [str(person) for person in dataset.cast["person_id"].value_counts().index[:ROUNDS]]
    for _ in range(ROUNDS):
        yield Click(
            "everybody, from the menu",
            "",
            ".entry-title, button.event",
            '.masthead-screens a[href="/people"]',
            ".people-table tbody th a",
            "People",
        )
        yield Click(
            "all sources, from the menu",
            "",
            ".entry-title, button.event",
            '.masthead-screens a[href="/sources"]',
            ".document h2",
            "Sources",
        )
    for source in dataset.accounts["source_id"].value_counts().index[:ROUNDS]:
        yield Click(
            "a source, from all",
            "sources",
            ".document h2",
            f'a[href="/sources/{source}"]',
            ".crumbs a",
            dataset.speaker(source),
        )
    for person in busiest:
        other = company(dataset, person)[0].person_id
        yield Click(
            "a person, from everybody",
            "people",
            ".people-table tbody th a",
            f'.people-table a[href="/people/{person}"]',
            ".facts dd",
            names[person],
        )
        yield Click(
            "two people, from one",
            f"people/{person}",
            ".facts dd",
            f'.companions a[href$="with={other}"]',
            'a[href^="/?person="][href*="&person="]',
            f"{names[person]} and {names[other]}",
        )


def run(browser: Browser) -> Samples:
    """All clicks, each on a page of its own with an empty cache."""
    samples: Samples = defaultdict(list)
    with our_server(ROOT / "data") as server:
        for click in clicks(load(ROOT / "data")):
            side = opening.side(server.url + click.start, click.first, click.opens)
            taken = math.inf
            with opening.OpeningPage(browser, side) as page, contextlib.suppress(TooLong):
                page.load()
                taken = page.open(click.link, click.title)
            samples[click.what].append(taken)
    return samples


def rows(samples: Samples) -> Iterator[Row]:
    """Every line of the table."""
    for what, taken in samples.items():
        yield Row(what, taken, TARGET)


def table(samples: Samples) -> str:
    """The lines as a Markdown table."""
    return compare.written(rows(samples))
