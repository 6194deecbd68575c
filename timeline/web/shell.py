"""The frame around every screen: masthead, first HTML, routing by path."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from dash import Dash, Input, Output, dcc, html
from dash.development.base_component import Component
from flask import Flask, Response, abort, render_template, request, url_for
from markupsafe import Markup

from timeline.dataset import Dataset
from timeline.web import ids, server
from timeline.web.static_files import StaticFiles


@dataclass(frozen=True)
class Screen:
    """One screen: address, name, Dash layout, callbacks, and the HTML that is there before any script."""

    path: str
    name: str
    layout: Callable[[], Component]
    register: Callable[[Dash], None]
    first_html: Callable[[str], str]


class TimelineApp(Dash):
    """Dash with our own index page: the masthead and the first HTML come from a template, in the first answer."""

    screens: dict[str, Screen]

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
        screen = self.screens.get(request.path)
        first = screen.first_html(request.query_string.decode("utf-8", "replace")) if screen else ""
        return render_template(
            "index.html", first=Markup(first), **{name: Markup(part) for name, part in parts.items()}
        )


def add_screens(app: TimelineApp, dataset: Dataset, files: StaticFiles, screens: list[Screen]) -> None:
    """Lay out the app: one screen at a time, chosen by the path; every other path answers 404."""
    app.screens = {screen.path: screen for screen in screens}
    fault = html.Div(id=ids.FAULT, className="fault", role="alert")
    layout = html.Div([dcc.Location(id=ids.URL, refresh=False), fault, html.Div(id=ids.SCREEN)])
    app.layout = layout
    app.validation_layout = html.Div([layout, *(screen.layout() for screen in screens)])  # type: ignore[assignment]

    @app.callback(Output(ids.SCREEN, "children"), Input(ids.URL, "pathname"))
    def show_screen(path: str) -> Any:
        screen = app.screens.get(path)
        return screen.layout() if screen else None

    for screen in screens:
        screen.register(app)
    _add_context(app, dataset, files)
    _refuse_other_paths(app)


def _add_context(app: TimelineApp, dataset: Dataset, files: StaticFiles) -> None:
    """Tell every template what the masthead shows."""
    faults = sum(problem.severity == "error" for problem in dataset.problems)
    documents: list[str] = list(dataset.sources.loc[dataset.sources["quoted_in"] == "", "speaker"])

    flask: Flask = app.server

    @flask.context_processor
    def context() -> dict[str, object]:
        footer = [f"Seen on {date.today().day} {date.today():%B %Y}"]
        if documents:
            footer.append("Sources: " + "; ".join(documents))
        return {
            "subject": dataset,
            "screens": list(app.screens.values()),
            "path": request.path,
            "faults": faults,
            "bootstrap_css": url_for("bootstrap.static", filename=server.BOOTSTRAP_CSS),
            "files": files,
            "image_footer": " · ".join(footer),
        }


def _refuse_other_paths(app: TimelineApp) -> None:
    """Dash answers every path with its index page and status 200; ours exist or are not found."""
    flask: Flask = app.server

    @flask.before_request
    def known_path() -> Response | None:
        if request.endpoint == "/<path:path>" and request.path not in app.screens:
            abort(404, "Nothing is shown under this address. The link may be old or mistyped.")
        return None
