"""The real app behind a real server, in a Chromium that is watched for errors.

A test that takes `page` gets the shipped folder at `base_url`, so `page.goto("/?person=kirov")` works. `serve(folder)`
serves another folder and returns its address. Every page is watched: a console error, an exception, a breach of the
content security policy or a request to another host fails the test. A test that provokes one takes `faults`, looks at
what is in it and clears it.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    CDPSession,
    ConsoleMessage,
    Page,
    Playwright,
    Request,
    WebError,
)
from werkzeug.serving import BaseWSGIServer, make_server

from tests.browser.access import LOOKS
from tests.conftest import ON_CI
from timeline.dataset import Dataset
from timeline.loading import load
from timeline.web import create_app
from tools import browser

HOST = "127.0.0.1"
HERE = Path(__file__).resolve().parent

Serve = Callable[[Path], str]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)
            if item.get_closest_marker("quick") is None:
                item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session")
def browser_type_launch_args(
    browser_type_launch_args: dict[str, Any], playwright: Playwright
) -> dict[str, Any]:
    chromium = browser.find(playwright)
    if chromium is None:
        say = pytest.fail if ON_CI else pytest.skip
        say("there is no Chromium here: python tools/browser.py installs one")
    return {**browser_type_launch_args, "executable_path": chromium, "args": browser.launch_arguments()}


@pytest.fixture(scope="session")
def served() -> list[str]:
    """The addresses of all folders that are served."""
    return []


@pytest.fixture(scope="session")
def serve(served: list[str]) -> Iterator[Serve]:
    """Serve a folder until the tests end; a folder that is served already is not loaded again."""
    running: dict[Path, BaseWSGIServer] = {}
    threads: list[threading.Thread] = []
    # One line a request would bury the tests' own words.
    logging.getLogger("werkzeug").setLevel(logging.ERROR)

    def address(folder: Path) -> str:
        if folder not in running:
            server = make_server(HOST, 0, create_app(load(folder)).server, threaded=True)
            thread = threading.Thread(target=server.serve_forever, daemon=True)
            thread.start()
            running[folder] = server
            threads.append(thread)
            served.append(f"http://{HOST}:{server.server_port}")
        return f"http://{HOST}:{running[folder].server_port}"

    yield address
    for server in running.values():
        server.shutdown()
        server.server_close()
    for thread in threads:
        thread.join()


@pytest.fixture(scope="session")
def base_url(serve: Serve, shipped: Path) -> str:
    return serve(shipped)


@pytest.fixture(scope="session")
def dataset(shipped: Path) -> Dataset:
    """The shipped folder, to know what a page has to show."""
    return load(shipped)


@pytest.fixture(params=list(LOOKS))
def look(request: pytest.FixtureRequest, page: Page) -> str:
    """The page in one of the looks; the look's name."""
    theme, width, height = LOOKS[request.param]
    page.set_viewport_size({"width": width, "height": height})
    page.add_init_script(f"localStorage.setItem('timeline-theme', '{theme}')")
    return str(request.param)


@pytest.fixture
def faults() -> Iterator[list[str]]:
    """What went wrong on the pages so far, a line each; the test fails if any is left at its end."""
    found: list[str] = []
    yield found
    assert not found, "\n".join(found)


@pytest.fixture
def new_context(
    new_context: Callable[..., BrowserContext], faults: list[str]
) -> Callable[..., BrowserContext]:
    """pytest-playwright's own, with every context watched."""

    def watched(**options: Any) -> BrowserContext:
        context = new_context(**options)
        _watch(context, faults)
        return context

    return watched


@pytest.fixture(scope="session")
def warm(
    browser: Browser, browser_context_args: dict[str, Any]
) -> Iterator[tuple[BrowserContext, CDPSession]]:
    """A context that all tests share, and what empties it; scripts that it has read once are not read again."""
    context = browser.new_context(**browser_context_args)
    yield context, context.new_cdp_session(context.new_page())
    context.close()


@pytest.fixture
def context(request: pytest.FixtureRequest, faults: list[str], served: list[str]) -> Iterator[BrowserContext]:
    """The context of `page`: the shared one, without what an earlier test left in it.

    A test about a browser that has never been here takes `new_context`; so does every test whose trace, video or
    screenshot is asked for on the command line.
    """
    if any(request.config.getoption(f"--{kept}") != "off" for kept in ("tracing", "video", "screenshot")):
        yield request.getfixturevalue("new_context")()
        return
    context, storage = request.getfixturevalue("warm")
    hold = context.pages[:1]
    listening = _watch(context, faults)
    yield context
    for page in context.pages:
        if page not in hold:
            page.close()
    for event, listener in listening.items():
        context.remove_listener(event, listener)
    context.clear_permissions()
    context.clear_cookies()
    for origin in served:
        storage.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "local_storage"})


def _watch(context: BrowserContext, faults: list[str]) -> dict[str, Callable[..., None]]:
    """Listen for what goes wrong in a context; the listeners by their events."""

    def on_console(message: ConsoleMessage) -> None:
        # Chromium reports breaches of the content security policy here too.
        if message.type == "error":
            faults.append(f"console: {message.text} ({message.location.get('url', '')})")

    def on_error(error: WebError) -> None:
        if "root.elementsFromPoint is not a function" in str(error.error):
            return  # Playwright's, where Dash takes over while it looks what a press would hit; it looks again
        faults.append(f"exception: {error.error}")

    def on_request(request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme not in {"data", "blob", "about"} and parts.hostname != HOST:
            faults.append(f"request to another host: {request.url}")

    listening: dict[str, Callable[..., None]] = {
        "console": on_console,
        "weberror": on_error,
        "request": on_request,
    }
    for event, listener in listening.items():
        context.on(event, listener)  # type: ignore[call-overload]
    return listening
