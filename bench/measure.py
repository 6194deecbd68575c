"""One page in the browser, and what can be measured on it. Times are milliseconds."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from playwright.sync_api import Browser, ConsoleMessage, Error, TimeoutError

PAGES = Path(__file__).resolve().parent / "pages"
PROBES = ("probe.js", "loading.js", "frames.js")
VIEWPORT = {"width": 1366, "height": 768}
LIMIT = 30.0  # seconds; what takes longer counts as infinitely long
NOTCH = 100  # CSS pixels of one wheel notch
SPOKEN = "bench "  # how an answer of the probe begins
LOADED = 1200  # milliseconds of quiet after loading: vis-timeline looks at its size once a second

# Measure -> what came out.
Found = dict[str, float]


class TooLong(Exception):
    """A measure passed the limit; the page may still be busy and is of no more use."""


class Nonsense(Exception):
    """A page did not do what was to be measured: then its time says nothing."""


@dataclass(frozen=True)
class Side:
    """One of those who are compared.

    `first` selects an event that can be read, `drawn` one that is drawn, each "" where it is not asked for; `unseen`
    what changes without being seen; `script` runs before the page's own scripts; `counts`: its role=status tells how
    many events are left; `opens` selects what can be read in a page that is opened from it; `panel` what can be read
    after a press on an event; `dash` something that Dash draws.
    """

    name: str
    url: str
    first: str = ""
    drawn: str = ""
    unseen: str = ""
    script: str = ""
    counts: bool = True
    opens: str = ""
    panel: str = ""
    dash: str = ""

    @property
    def ours(self) -> bool:
        """Whether it is our app, and opens a panel."""
        return bool(self.panel)

    def settings(self) -> dict[str, str]:
        """What the scripts of `pages/` need to know of it."""
        names = ("first", "drawn", "unseen", "opens", "panel", "dash")
        return {name: getattr(self, name) for name in names}


class Page:
    """A freshly loaded page with an empty cache; a context manager that closes it."""

    def __init__(self, browser: Browser, side: Side) -> None:
        """Open an empty page and put the probe into it; `load` comes next."""
        self._side = side
        self._context = browser.new_context(viewport=VIEWPORT)  # type: ignore[arg-type]
        self._context.add_init_script(f"window.benchSettings = {json.dumps(side.settings())};")
        for script in (*PROBES, side.script):
            if script:
                self._context.add_init_script(path=PAGES / script)
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

    def load(self) -> Found:
        """Navigate: when the first event could be read and was drawn, and how far the page was pushed about meanwhile.

        Returns when the page has come to rest.
        """
        wanted = {"read": self._side.first, "drawn": self._side.drawn}
        with contextlib.ExitStack() as stack:
            answers = {what: stack.enter_context(self._answer(what)) for what in wanted if wanted[what]}
            self._page.goto(self._side.url, wait_until="commit")
        self._rest(LOADED)
        shift: float = self._page.evaluate("window.bench.layoutShift()")
        return {what: answer.value for what, answer in answers.items()} | {"shift": shift}

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

    def _count(self, finished: dict[str, Any]) -> None:
        self._bytes += finished["encodedDataLength"]

    @contextlib.contextmanager
    def _answer(self, what: str) -> Iterator[Answer]:
        """Wait for the probe's answer to what is done inside."""
        start = f'{SPOKEN}{{"what":"{what}"'
        answer = Answer(f"{self._side.name}: {what}")

        def is_it(message: ConsoleMessage) -> bool:
            return message.text.startswith(start)

        try:
            with self._page.expect_console_message(is_it, timeout=LIMIT * 1000) as waiting:
                yield answer
        except TimeoutError as error:
            raise TooLong from error
        answer.text = waiting.value.text


class Answer:
    """What the probe answers; it is there after the `with` in which it was waited for."""

    def __init__(self, what: str) -> None:
        """Nothing yet; `what` names what is waited for."""
        self._what = what
        self.text = ""

    @property
    def found(self) -> float | None:
        """The answer, or None where there was nothing to be measured."""
        value: float | None = json.loads(self.text.removeprefix(SPOKEN))["value"]
        return value

    @property
    def value(self) -> float:
        """The answer; Nonsense where there was nothing to be measured."""
        if self.found is None:
            raise Nonsense(f"{self._what} changed nothing that can be seen")
        return self.found
