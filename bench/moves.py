"""What a person does with a timeline that has come to rest. Times are milliseconds."""

from __future__ import annotations

import math
import time
from collections.abc import Iterator

from bench.measure import NOTCH, VIEWPORT, Found, Nonsense, Page

DROPPED = 200  # milliseconds of quiet after a move before the next one
PAN_TIME = 1.0  # seconds of one drag, there and back
PAN_REACH = 250  # CSS pixels to either side
ZOOM_NOTCHES, ZOOM_PACE = 5, 0.05  # turns of the wheel in and as many out; seconds from one to the next
ZOOM_AFTER = 0.4  # seconds in which what a zoom leaves to be done is certainly done
HAUL_TIME, HAUL_REACH = 0.3, 400  # seconds and CSS pixels of a drag in one direction
HELD = 0.1  # seconds for which the pointer rests before it lets go, so that nothing coasts
REST = 0.15  # seconds after letting go from which a picture counts as being at rest: the hand may come back
_MIDDLE, _HEIGHT = VIEWPORT["width"] / 2, VIEWPORT["height"] / 2


class TimelinePage(Page):
    """A timeline that is moved and filtered."""

    def wheel(self, notches: int) -> Found:
        """One wheel event in the middle of the page until the picture is stable; 1 zooms out, -1 in."""
        self._page.mouse.move(_MIDDLE, _HEIGHT)
        self._page.evaluate("window.bench.settleAfter('wheel')")
        with self._answer("wheel") as answer:
            self._page.mouse.wheel(0, notches * NOTCH)
        return {"wheel": answer.value}

    def zoom(self) -> Found:
        """Turn the wheel in and out again without waiting; the longest time from one frame to the next."""
        self._page.mouse.move(_MIDDLE, _HEIGHT)
        self._page.evaluate("window.bench.startFrames()")
        for turn in [-1] * ZOOM_NOTCHES + [1] * ZOOM_NOTCHES:
            self._page.mouse.wheel(0, turn * NOTCH)
            time.sleep(ZOOM_PACE)
        time.sleep(ZOOM_AFTER)
        return {"zoom": self._longest_frame()}

    def pan(self) -> Found:
        """Drag there and back for a second; the longest time from one frame to the next."""
        self._page.mouse.move(_MIDDLE, _HEIGHT)
        self._page.mouse.down()
        self._page.evaluate("window.bench.startFrames()")
        for passed in _passing(PAN_TIME):
            self._page.mouse.move(_MIDDLE + PAN_REACH * math.sin(2 * math.pi * passed), _HEIGHT)
        longest = self._longest_frame()
        self._page.mouse.up()
        self._rest(DROPPED)
        return {"pan": longest}

    def haul(self, way: int) -> Found:
        """Drag to one side and let go: from rest until an event glides up or down, and the longest frame until then.

        `way` is 1 to the right, -1 to the left. Nothing where nothing had to be rearranged.
        """
        begun = _MIDDLE - way * HAUL_REACH / 2
        self._page.mouse.move(begun, _HEIGHT)
        self._page.mouse.down()
        for passed in _passing(HAUL_TIME):
            self._page.mouse.move(begun + way * HAUL_REACH * passed, _HEIGHT)
        time.sleep(HELD)
        self._page.evaluate("window.bench.watchGlide()")
        with self._answer("glide") as glide, self._answer("working") as working:
            self._page.mouse.up()
        self._rest(DROPPED)
        if glide.found is None:
            return {}
        return {"glide": max(0.0, glide.value - 1000 * REST), "working": working.value}

    def choose(self, what: str, person: str, left: int) -> Found:
        """Filter to one person ("" lifts the filter) until the picture is stable; `left` events must be left."""
        with self._answer("choose") as answer:
            self._page.evaluate(
                "person => { setTimeout(() => bench.settleFrom('choose', () => benchChoose(person))) }",
                person,
            )
        if self._side.counts:
            told = self._page.get_by_role("status").filter(has_text="event").first.inner_text()
            if not told.startswith(f"{left:,} "):
                raise Nonsense(
                    f"{self._side.name}: after choosing {person!r} it tells of {told!r}, not of {left:,}"
                )
        return {what: answer.value}

    def _longest_frame(self) -> float:
        with self._answer("frames") as answer:
            self._page.evaluate("window.bench.endFrames()")
        return answer.value


def _passing(seconds: float) -> Iterator[float]:
    """From 0 to 1 while so many seconds pass."""
    begun = time.monotonic()
    while (passed := (time.monotonic() - begun) / seconds) < 1:
        yield passed
