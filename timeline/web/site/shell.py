"""The frame around every screen: masthead, first HTML, routing by path."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, dcc, html
from dash.development.base_component import Component
from flask import Flask, Response, abort, redirect, render_template, request, url_for
from markupsafe import Markup
from werkzeug.wrappers import Response as BaseResponse

from timeline.dataset import Dataset
from timeline.query.links import encoded, pairs
from timeline.web.site import ids, server
from timeline.web.site.page_data import THEMES, page_data_html
from timeline.web.site.static_files import StaticFiles


@dataclass(frozen=True)
class Missing:
    """Why nothing is shown under an address, and what was probably meant: (name, address) of each."""

    why: str
    near: tuple[tuple[str, str], ...] = ()


def _nothing_missing(item: str) -> Missing | None:
    return None


def _nothing_open(item: str, query: str) -> str:
    return ""


@dataclass(frozen=True)
class Screen:
    """One screen: address, name, Dash layout, callbacks, and the HTML that is there before any script.

    A `path` that ends in "/" is a screen of many items, each under its own address: the screen "/people/" shows the
    item "kirov" at "/people/kirov". `first_html` takes the item ("" on other screens) and the query string, and so
    does `title`, which names what is open, "" for nothing; `missing` says of an item why it is not here, and None
    if it is. A screen without a `name` has no place in the menu of screens. `filter_keys` are the keys of a link by
    which it chooses events, see `timeline.query.links`: what two screens share, the links between them carry on.
    """

    path: str
    name: str
    layout: Callable[[], Component]
    register: Callable[[Dash], None]
    first_html: Callable[[str, str], str]
    title: Callable[[str, str], str] = _nothing_open
    missing: Callable[[str], Missing | None] = _nothing_missing
    filter_keys: tuple[str, ...] = ()

    def address(self, query: str, here: Screen | None) -> str:
        """The way to this screen from `here`, with what of the query chooses events on both."""
        both = set(self.filter_keys) & set(here.filter_keys if here and here is not self else ())
        asked = [pair for pair in pairs(query) if pair[0] in both]
        return self.path + ("?" + encoded(asked) if asked else "")


class TimelineApp(Dash):
    """Dash with our own index page: the masthead and the first HTML come from a template, in the first answer."""

    screens: dict[str, Screen]

    def screen_at(self, path: str) -> tuple[Screen, str] | None:
        """The screen at a path and the item that it shows there, "" where it shows none."""
        folder, _, item = path.rpartition("/")
        screen = self.screens.get(path) if path == "/" or item else None
        if screen is not None:
            return screen, ""
        screen = self.screens.get(folder + "/") if folder and item else None
        return (screen, item) if screen else None

    def interpolate_index(
        self,
        metas: str = "",
        title: str = "",
        css: str = "",
        config: str = "",
        scripts: str = "",
        app_entry: str = "",
        favicon: str = "",
        renderer: str = "",
    ) -> str:
        """Put Dash's parts and the asked screen's first HTML into the page; the rest is the template's."""
        parts = {
            "css": css,
            "config": config,
            "scripts": scripts,
            "app_entry": app_entry,
            "renderer": renderer,
        }
        found = self.screen_at(request.path)
        first, heading = "", ""
        if found:
            screen, item = found
            query = request.query_string.decode("utf-8", "replace")
            first, heading = screen.first_html(item, query), screen.title(item, query)
        return render_template(
            "site/index.html",
            first=Markup(first),
            heading=heading,
            **{name: Markup(part) for name, part in parts.items()},
        )


def add_screens(app: TimelineApp, dataset: Dataset, files: StaticFiles, screens: list[Screen]) -> None:
    """Lay out the app: one screen at a time, chosen by the path; every other path answers 404."""
    app.screens = {screen.path: screen for screen in screens}
    fault = html.Div(id=ids.FAULT, className="fault", role="alert")
    path, query = dcc.Location(id=ids.URL, refresh=False), dcc.Store(id=ids.ADDRESS)
    layout = html.Div([path, query, fault, html.Div(id=ids.SCREEN)])
    app.layout = layout
    app.validation_layout = html.Div([layout, *(screen.layout() for screen in screens)])  # type: ignore[assignment]

    @app.callback(Output(ids.SCREEN, "children"), Input(ids.URL, "pathname"))
    def show_screen(path: str) -> Any:
        found = app.screen_at(path)
        return found[0].layout() if found else None

    _read_address(app)
    for screen in screens:
        screen.register(app)
    _add_context(app, dataset, files)
    _announce_files(app, files)
    _refuse_other_paths(app)


def _read_address(app: Dash) -> None:
    """The query string that a page begins with; `assets/site/state.js` tells every other, after the picture."""
    app.clientside_callback(
        ClientsideFunction("address", "read"), Output(ids.ADDRESS, "data"), Input(ids.URL, "pathname")
    )


def _add_context(app: TimelineApp, dataset: Dataset, files: StaticFiles) -> None:
    """Tell every template what the masthead shows."""
    faults = sum(problem.severity == "error" for problem in dataset.problems)
    documents: list[str] = list(dataset.sources.loc[dataset.sources["quoted_in"] == "", "speaker"])

    flask: Flask = app.server

    def screen_address(screen: Screen) -> str:
        found = app.screen_at("/" if request.path == "/list" else request.path)
        return screen.address(request.query_string.decode("utf-8", "replace"), found[0] if found else None)

    @flask.context_processor
    def context() -> dict[str, object]:
        footer = [f"Seen on {date.today().day} {date.today():%B %Y}"]
        if documents:
            footer.append("Sources: " + "; ".join(documents))
        return {
            "subject": dataset,
            "screens": [screen for screen in app.screens.values() if screen.name],
            "screen_address": screen_address,
            "path": request.path,
            "faults": faults,
            "bootstrap_css": url_for("bootstrap.static", filename=server.BOOTSTRAP_CSS),
            "files": files,
            "page_data": page_data_html(),
            "themes": THEMES,
            "image_footer": " · ".join(footer),
        }


def _announce_files(app: TimelineApp, files: StaticFiles) -> None:
    """Name what a screen needs in the header of its answer: a browser asks for it before it has read the page."""

    def announce(response: Response) -> Response:
        if response.mimetype == "text/html" and response.status_code == 200 and app.screen_at(request.path):
            style = url_for("bootstrap.static", filename=server.BOOTSTRAP_CSS)
            needed = f"<{files.script.path}>; rel=preload; as=script", f"<{style}>; rel=preload; as=style"
            response.headers["Link"] = ", ".join(needed)
        return response

    app.server.after_request(announce)


def _refuse_other_paths(app: TimelineApp) -> None:
    """Dash answers every path with its index page and status 200; ours exist or are not found."""
    flask: Flask = app.server

    @flask.before_request
    def known_path() -> Response | BaseResponse | tuple[str, int] | None:
        if request.endpoint != "/<path:path>":
            return None
        found = app.screen_at(request.path)
        if found is None and app.screen_at(request.path.rstrip("/")):
            query = request.query_string.decode("utf-8", "replace")
            return redirect(request.path.rstrip("/") + ("?" + query if query else ""), 308)
        if found is None:
            abort(404, "Nothing is shown under this address. The link may be old or mistyped.")
        screen, item = found
        missing = screen.missing(item)
        return (server.not_here(missing.why, missing.near), 404) if missing else None
