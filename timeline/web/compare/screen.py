"""The compare screen: the sources side by side on one event, on all events, on the open questions."""

from __future__ import annotations

from dash import ClientsideFunction, Dash, Input, Output, dcc, html

from timeline.dataset import Dataset
from timeline.web.compare.telling import ComparePages
from timeline.web.site import ids
from timeline.web.site.fragment import Fragment
from timeline.web.site.shell import FILTER_KEYS, Screen

PATH = "/compare"


def make_screen(dataset: Dataset) -> Screen:
    """The screen at `/compare`."""
    pages = ComparePages(dataset)
    return Screen(
        path=PATH,
        name="Compare",
        layout=layout,
        register=lambda app: register(app, pages),
        first_html=lambda _, query: pages.first_html(query),
        filter_keys=tuple(key for key in FILTER_KEYS if key != "source"),  # columns leave no event away
    )


def layout() -> html.Div:
    """The parts of the screen; the server writes the view that the address asks for."""
    return html.Div(
        className="compare",
        children=[
            dcc.Store(id=ids.COMPARE_ASKED),
            html.Div(id=ids.COMPARE_SAID, className="page-said visually-hidden", role="status"),
            Fragment(ids.COMPARE_BODY),
        ],
    )


def register(app: Dash, pages: ComparePages) -> None:
    """The callbacks: the address in, the view out."""
    app.clientside_callback(
        ClientsideFunction("compare", "ask"),
        Output(ids.COMPARE_ASKED, "data"),
        Input(ids.URL, "search"),
        Input(ids.URL, "pathname"),
    )

    @app.callback(
        Output(ids.COMPARE_BODY, "html"), Input(ids.COMPARE_ASKED, "data"), prevent_initial_call=True
    )
    def show_view(query: str | None) -> str:
        return pages.view_html(query or "")
