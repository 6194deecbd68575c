"""One page in the browser, and what can be measured on it. Times are milliseconds."""

from __future__ import annotations

import contextlib
import json
import math
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from playwright.sync_api import Browser, ConsoleMessage, Error, TimeoutError

PAGES = Path(__file__).resolve().parent / "pages"
VIEWPORT = {"width": 1366, "height": 768}
LIMIT = 30.0  # seconds; what takes longer counts as infinitely long
NOTCH = 100  # CSS pixels of one wheel notch
# Milliseconds of quiet before the next step: after loading, where vis-timeline looks at its size once a second, and
# after a drag.
LOADED, DROPPED = 1200, 200
PAN_TIME = 1.0  # seconds of one drag, there and back
PAN_REACH = 250  # CSS pixels to either side


class TooLong(Exception):
    """A measure passed the limit; the page may still be busy and is of no more use."""


class Nonsense(Exception):
    """A page did not do what was to be measured: then its time says nothing."""


@dataclass(frozen=True)
class Side:
    """One of those who are compared.

    `first` selects an event that can be read; `unseen` what changes without being seen; `script` runs before the
    page's own scripts; `counts`: its role=status tells how many events are left; `opens` selects what can be read in
    a page that is opened from it.
    """

    name: str
    url: str
    first: str
    unseen: str = ""
    script: str = ""
    counts: bool = True
    opens: str = ""


class Page:
    """A freshly loaded page with an empty cache; a context manager that closes it."""

    def __init__(self, browser: Browser, side: Side) -> None:
        """Open an empty page and put the probe into it; `load` comes next."""
        self._side = side
        self._context = browser.new_context(viewport=VIEWPORT)  # type: ignore[arg-type]
        settings = json.dumps({"first": side.first, "unseen": side.unseen, "opens": side.opens})
        self._context.add_init_script(f"window.benchSettings = {settings};")
        self._context.add_init_script(path=PAGES / "probe.js")
        if side.script:
            self._context.add_init_script(path=PAGES / side.script)
        self._page = self._context.new_page()
        self._page.set_default_timeout(LIMIT * 1000)
        self._devtools = self._context.new_cdp_session(self._page)
        self._bytes = 0.0
        self._devtools.on("Network.loadingFinished", self._count)
        self._devtools.send("Network.enable")

    def __enter__(self) -> Self:
        """The page itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it, also while it is busy."""
        with contextlib.suppress(Error):
            self._devtools.send("Runtime.terminateExecution")
        self._context.close()

    def load(self) -> float:
        """Navigate; the time until the first event could be read. Returns when the page has come to rest."""
        with self._answer("first") as answer:
            self._page.goto(self._side.url, wait_until="commit")
        self._rest(LOADED)
        return answer.value

    def _rest(self, quiet: int) -> None:
        with self._answer("rest"):
            self._page.evaluate("quiet => window.bench.settle('rest', performance.now(), quiet)", quiet)

    def bytes_received(self) -> float:
        """What has come over the wire so far in kB, headers included."""
        return self._bytes / 1000

    def heap(self) -> float:
        """MB of JavaScript heap that is left after collecting garbage."""
        self._devtools.send("HeapProfiler.collectGarbage")
        used: float = self._devtools.send("Runtime.getHeapUsage")["usedSize"]
        return used / 1e6

    def wheel(self, notches: int) -> float:
        """One wheel event in the middle of the page until the picture is stable; 1 zooms out, -1 in."""
        self._page.mouse.move(VIEWPORT["width"] / 2, VIEWPORT["height"] / 2)
        self._page.evaluate("window.bench.settleAfter('wheel')")
        with self._answer("wheel") as answer:
            self._page.mouse.wheel(0, notches * NOTCH)
        return answer.value

    def pan(self) -> float:
        """Drag there and back for a second; the longest time from one frame to the next."""
        middle, height = VIEWPORT["width"] / 2, VIEWPORT["height"] / 2
        mouse = self._page.mouse
        mouse.move(middle, height)
        mouse.down()
        self._page.evaluate("window.bench.startFrames()")
        begun = time.monotonic()
        while (passed := (time.monotonic() - begun) / PAN_TIME) < 1:
            mouse.move(middle + PAN_REACH * math.sin(2 * math.pi * passed), height)
        with self._answer("frames") as answer:
            self._page.evaluate("window.bench.endFrames()")
        mouse.up()
        self._rest(DROPPED)
        return answer.value

    def choose(self, person: str, left: int) -> float:
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
        return answer.value

    def _count(self, finished: dict[str, Any]) -> None:
        self._bytes += finished["encodedDataLength"]

    @contextlib.contextmanager
    def _answer(self, what: str) -> Iterator[_Answer]:
        """Wait for the probe's answer to what is done inside."""
        start = f'bench {{"what":"{what}"'
        answer = _Answer(f"{self._side.name}: {what}")

        def is_it(message: ConsoleMessage) -> bool:
            return message.text.startswith(start)

        try:
            with self._page.expect_console_message(is_it, timeout=LIMIT * 1000) as waiting:
                yield answer
        except TimeoutError as error:
            raise TooLong from error
        answer.text = waiting.value.text


class _Answer:
    """What the probe answers; its value is there after the `with` in which it was waited for."""

    def __init__(self, what: str) -> None:
        self._what = what
        self.text = ""

    @property
    def value(self) -> float:
        value: float | None = json.loads(self.text.removeprefix("bench "))["value"]
        if value is None:
            raise Nonsense(f"{self._what} changed nothing that can be seen")
        return value
