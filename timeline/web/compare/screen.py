"""The compare screen: the sources side by side on one event, on all events, on the open questions."""

from __future__ import annotations

from dash import ClientsideFunction, Dash, Input, Output, dcc, html

from timeline.dataset import Dataset
from timeline.query import links
from timeline.web.compare import ids
from timeline.web.compare.telling import ComparePages
from timeline.web.links.paths import COMPARE
from timeline.web.site.fragment import Fragment
from timeline.web.site.ids import ADDRESS, URL
from timeline.web.site.shell import Screen


def make_screen(dataset: Dataset) -> Screen:
    """The screen at `/compare`."""
    pages = ComparePages(dataset)
    return Screen(
        path=COMPARE,
        name="Compare",
        layout=layout,
        register=lambda app: register(app, pages),
        first_html=lambda _, query: pages.first_html(query),
        title=lambda _, query: pages.title(query),
        filter_keys=links.filter_keys("compare"),
    )


def layout() -> html.Div:
    """The parts of the screen; the server writes the view that the address asks for."""
    return html.Div(
        className="compare",
        children=[
            dcc.Store(id=ids.ASKED),
            html.Div(id=ids.SAID, className="page-said visually-hidden", role="status"),
            Fragment(ids.BODY),
        ],
    )


def register(app: Dash, pages: ComparePages) -> None:
    """The callbacks: the address in, the view out."""
    app.clientside_callback(
        ClientsideFunction("compare", "ask"),
        Output(ids.ASKED, "data"),
        Input(ADDRESS, "data"),
        Input(URL, "pathname"),
    )

    @app.callback(Output(ids.BODY, "html"), Input(ids.ASKED, "data"), prevent_initial_call=True)
    def show_view(query: str | None) -> str:
        return pages.view_html(query or "")
