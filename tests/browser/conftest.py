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
from playwright.sync_api import BrowserContext, ConsoleMessage, Playwright, Request, WebError
from werkzeug.serving import BaseWSGIServer, make_server

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
def serve() -> Iterator[Serve]:
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


def _watch(context: BrowserContext, faults: list[str]) -> None:
    def on_console(message: ConsoleMessage) -> None:
        # Chromium reports breaches of the content security policy here too.
        if message.type == "error":
            faults.append(f"console: {message.text} ({message.location.get('url', '')})")

    def on_error(error: WebError) -> None:
        faults.append(f"exception: {error.error}")

    def on_request(request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme not in {"data", "blob", "about"} and parts.hostname != HOST:
            faults.append(f"request to another host: {request.url}")

    context.on("console", on_console)
    context.on("weberror", on_error)
    context.on("request", on_request)
