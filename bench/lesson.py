"""Measure a lesson: how soon the next step stands on the screen, how smoothly the drawing goes there."""

from __future__ import annotations

import math
import time
from collections import defaultdict
from collections.abc import Iterator

from playwright.sync_api import Browser

from bench.compare import Row, Samples, written
from bench.measure import Page, Side, TooLong
from bench.serve import ROOT, our_server
from timeline.loading import load
from timeline.tours.tours import tours_of

ROUNDS = 7
GLIDE = 0.6  # seconds in which the drawing has certainly arrived
BEGIN, END = "<!-- lesson measured -->", "<!-- end of lesson measured -->"
STEP, MOVE, REST = "step", "move", "rest"


class LessonPage(Page):
    """A lesson that is driven by keys."""

    def step(self) -> float:
        """Go to the next step; the time from the key until its heading has been painted."""
        with self._answer("stepped") as answer:
            self._page.keyboard.press("Shift+ArrowRight")
        return answer.value

    def move(self) -> float:
        """Go to the next step; the longest time between two frames until the drawing has arrived."""
        return self._frames("Shift+ArrowRight")

    def rest(self) -> float:
        """Do nothing for as long; the longest time between two frames."""
        return self._frames("Shift")

    def _frames(self, key: str) -> float:
        self._page.evaluate("window.bench.startFrames()")
        self._page.keyboard.press(key)
        time.sleep(GLIDE)
        with self._answer("frames") as answer:
            self._page.evaluate("window.bench.endFrames()")
        return answer.value


def run(browser: Browser) -> Samples:
    """All rounds: in each a fresh page, the steps of the longest tour one by one, measured in turn."""
    samples: Samples = defaultdict(list)
    tour = max(tours_of(load(ROOT / "data")), key=lambda tour: len(tour.steps))
    with our_server(ROOT / "data") as server:
        side = Side("a lesson", f"{server.url}present/{tour.tour_id}", first=".slide h1", script="lesson.js")
        for number in range(ROUNDS):
            with LessonPage(browser, side) as page:
                try:
                    page.load()
                    samples[REST].append(page.rest())
                    for place in range(len(tour.steps)):
                        # Each step is timed in one round and watched in the next, so that neither disturbs the other.
                        name = STEP if (place + number) % 2 else MOVE
                        samples[name].append(page.step() if name == STEP else page.move())
                        time.sleep(GLIDE)
                except TooLong:
                    samples[STEP].append(math.inf)
    return samples


def rows(samples: Samples) -> Iterator[Row]:
    """Every line of the table."""
    yield Row("a step is painted after the key", samples[STEP], 100, worst_too=True)
    yield Row("longest frame while the drawing goes to a step", samples[MOVE], 17)
    yield Row("longest frame of the same page at rest", samples[REST])


def table(samples: Samples) -> str:
    """The lines as a Markdown table."""
    return written(rows(samples))
