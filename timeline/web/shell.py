"""The frame around every screen: masthead, first HTML, routing by path."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from dash import Dash, Input, Output, dcc, html
from dash.development.base_component import Component
from flask import Response, abort, render_template, request
from markupsafe import Markup

from timeline.dataset import Dataset
from timeline.web import ids, server

EARLY_SCRIPT = "early.js"  # runs before the first paint, so that the chosen theme never flashes


@dataclass(frozen=True)
class Screen:
    """One screen: its address and name, its Dash layout, its callbacks, and the HTML that is there before any script."""

    path: str
    name: str
    layout: Callable[[], Component]
    register: Callable[[Dash], None]
    first_html: Callable[[str], str]


class TimelineApp(Dash):  # type: ignore[misc]  # Dash ships no types for itself
    """Dash with our own index page: the masthead and the first HTML come from a template, in the first answer."""

    def interpolate_index(self, **parts: str) -> str:
        """Put Dash's parts and the asked screen's first HTML into the page."""
        screen = self.screens.get(request.path)
        first = screen.first_html(request.query_string.decode("utf-8", "replace")) if screen else ""
        marked = {name: Markup(part) for name, part in parts.items() if name != "title"}
        return render_template("index.html", first=Markup(first), **marked)

    screens: dict[str, Screen]


def add_screens(app: TimelineApp, dataset: Dataset, screens: list[Screen]) -> None:
    """Lay out the app: one screen at a time, chosen by the path; every other path answers 404."""
    app.screens = {screen.path: screen for screen in screens}
    app.layout = html.Div([dcc.Location(id=ids.URL, refresh=False), html.Div(id=ids.SCREEN)])
    app.validation_layout = html.Div([app.layout, *(screen.layout() for screen in screens)])

    @app.callback(Output(ids.SCREEN, "children"), Input(ids.URL, "pathname"))  # type: ignore[untyped-decorator]
    def show_screen(path: str) -> Any:
        screen = app.screens.get(path)
        return screen.layout() if screen else None

    for screen in screens:
        screen.register(app)
    _add_context(app, dataset)
    _refuse_other_paths(app)


def _add_context(app: TimelineApp, dataset: Dataset) -> None:
    """Tell every template what the masthead shows."""
    faults = sum(problem.severity == "error" for problem in dataset.problems)
    documents = dataset.sources.loc[dataset.sources["quoted_in"] == "", "title"] if len(dataset.sources) else []

    @app.server.context_processor
    def context() -> dict[str, object]:
        footer = ["Seen on " + date.today().strftime("%-d %B %Y")]
        if len(documents):
            footer.append("Sources: " + "; ".join(documents))
        return {
            "subject": dataset,
            "screens": list(app.screens.values()),
            "path": request.path,
            "faults": faults,
            "bootstrap_css": server.BOOTSTRAP_CSS,
            "stylesheets": [app.get_asset_url(name) for name in ("shell.css", "theme.css")],
            "early_script": app.get_asset_url(EARLY_SCRIPT),
            "image_footer": " · ".join(footer),
        }


def _refuse_other_paths(app: TimelineApp) -> None:
    """Dash answers every path with its index page and status 200; ours exist or are not found."""

    @app.server.before_request
    def known_path() -> Response | None:
        if request.endpoint == "/<path:path>" and request.path not in app.screens:
            abort(404, "Nothing is shown under this address. The link may be old or mistyped.")
        return None
