"""Pages from which another is opened, and the matrix scrolled. Times are milliseconds."""

from __future__ import annotations

import time

from bench.measure import NOTCH, VIEWPORT, Nonsense, Page, Side

SCROLL_TIME = 2.0  # seconds of one scroll
NOTCHES = 30  # wheel notches a second: a wheel that is spun hard
_ROOM = ".matrix-room"
_CELL = ".sidebyside tbody td"
# The matrix scrolls by itself where it is wide, and with the page where it is not.
_DOWN = f"document.querySelector('{_ROOM}').scrollTop + window.scrollY"


class OpeningPage(Page):
    """A page of our own with links to others."""

    def open(self, link: str, title: str) -> float:
        """Press a link; the time from the press until the page of this title can be read."""
        pressed = self._page.locator(link).first
        pressed.scroll_into_view_if_needed()
        self._rest(200)
        with self._answer("opened") as answer:
            pressed.click()
        heading = self._page.locator("main h1").first.inner_text()
        if heading != title:
            raise Nonsense(f"{link} opened {heading!r}, not {title!r}")
        return answer.value


class ComparePage(OpeningPage):
    """A page with links to comparisons."""

    def rest(self) -> float:
        """Do nothing for as long as a scroll takes; the longest time from one frame to the next."""
        with self._answer("frames") as answer:
            self._page.evaluate("window.bench.startFrames()")
            time.sleep(SCROLL_TIME)
            self._page.evaluate("window.bench.endFrames()")
        return answer.value

    def scroll(self) -> float:
        """Turn the wheel down over the matrix; the longest time from one frame to the next."""
        room = self._page.locator(_ROOM)
        room.scroll_into_view_if_needed()
        self._rest(200)
        box = room.bounding_box()
        if box is None:
            raise Nonsense("there is no matrix to scroll")
        middle = (max(box["y"], 0) + min(box["y"] + box["height"], VIEWPORT["height"])) / 2
        self._page.mouse.move(VIEWPORT["width"] / 2, middle)
        before: float = self._page.evaluate(_DOWN)
        self._page.evaluate("window.bench.startFrames()")
        begun = time.monotonic()
        turned = 0
        while (passed := time.monotonic() - begun) < SCROLL_TIME:
            self._page.mouse.wheel(0, NOTCH)
            turned += 1
            time.sleep(max(0.0, turned / NOTCHES - passed))
        with self._answer("frames") as answer:
            self._page.evaluate("window.bench.endFrames()")
        way: float = self._page.evaluate(_DOWN) - before
        if way < 0.8 * turned * NOTCH:
            raise Nonsense(f"{turned} notches moved the matrix by {way:.0f} pixels only")
        return answer.value


def timeline(server: str, event_id: str) -> tuple[Side, str]:
    """The timeline with the panel of an event open, and the link in it that opens the comparison."""
    link = ".panel-compare a"
    return side(f"{server}?event={event_id}", f"#panel {link}", _CELL), link


def matrix(server: str, event_id: str = "") -> tuple[Side, str]:
    """The matrix of all events, and the link in it that opens an event's comparison."""
    # What stands above it fills the first screenful: the page can be used once its heading is read.
    start = side(f"{server}compare", "main h1", _CELL)
    return start, f'.matrix tbody a[data-compare][href$="event={event_id}"]'


def side(url: str, first: str, opens: str) -> Side:
    """A page of ours; `first` and `opens` select what can be read of it and of the page that is opened."""
    return Side(
        "this timeline",
        url,
        first,
        unseen=".visually-hidden, ._dash-loading-callback",
        script="opening.js",
        opens=opens,
    )
