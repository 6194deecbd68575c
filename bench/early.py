"""What an impatient person does as soon as an event is drawn. Times are milliseconds from the start of navigation."""

from __future__ import annotations

import json
import time
from collections.abc import Callable

from playwright.sync_api import Browser, ConsoleMessage

from bench.measure import LIMIT, NOTCH, SPOKEN, VIEWPORT, Found, Nonsense, Page, Side, TooLong

LOOK, TURN, PRESS = 5, 25, 100  # milliseconds from one try to the next; a press is given time to be answered


class EarlyPage(Page):
    """A page that is turned and pressed while it still loads, by real input."""

    def __init__(self, browser: Browser, side: Side) -> None:
        """Open an empty page that tells all it finds out."""
        super().__init__(browser, side)
        self._told: Found = {}
        self._context.add_init_script("window.bench.watchWheel()")
        self._page.on("console", self._note)

    def wheel(self) -> Found:
        """Turn the wheel over the drawing until the picture changes."""
        self._draw()
        self._page.mouse.move(VIEWPORT["width"] / 2, VIEWPORT["height"] / 2)
        return {"zoomed": self._until("zoomed", TURN, lambda: self._page.mouse.wheel(0, -NOTCH))}

    def press(self) -> Found:
        """Press an event until its panel can be read: when that was, and when Dash was there."""
        self._draw()
        if "opened" in self._told:
            raise Nonsense(f"{self._side.name}: a panel is open before anything was pressed")
        return {"opened": self._until("opened", PRESS, self._press), "dash": self._until("dash", LOOK)}

    def _draw(self) -> None:
        """Navigate; returns as soon as an event is drawn."""
        self._page.goto(self._side.url, wait_until="commit")
        self._until("drawn", LOOK)

    def _press(self) -> None:
        place = self._page.evaluate("window.bench.target()")
        if place:
            self._page.mouse.click(place["x"], place["y"])

    def _until(self, what: str, pause: int, act: Callable[[], None] = lambda: None) -> float:
        """Act again and again until the page has told of it."""
        until = time.monotonic() + LIMIT
        while what not in self._told:
            if time.monotonic() > until:
                raise TooLong
            act()
            waited = time.monotonic() + pause / 1000
            while what not in self._told and time.monotonic() < waited:
                self._page.wait_for_timeout(LOOK)
        return self._told[what]

    def _note(self, message: ConsoleMessage) -> None:
        if message.text.startswith(SPOKEN):
            told = json.loads(message.text.removeprefix(SPOKEN))
            if told["value"] is not None:
                self._told.setdefault(told["what"], told["value"])
