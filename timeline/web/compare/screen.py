"""The compare screen: the sources side by side on one event, on all events, on the open questions."""

from __future__ import annotations

from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, dcc, html

from timeline.dataset import Dataset
from timeline.query import links
from timeline.web.compare import chart, ids
from timeline.web.compare.telling import ComparePages
from timeline.web.links.paths import COMPARE
from timeline.web.site.fragment import Fragment
from timeline.web.site.ids import ADDRESS, URL
from timeline.web.site.markup import attributes
from timeline.web.site.shell import Screen


def make_screen(dataset: Dataset) -> Screen:
    """The screen at `/compare`."""
    pages = ComparePages(dataset)
    return Screen(
        path=COMPARE,
        name="Compare",
        layout=layout,
        register=lambda app: register(app, dataset, pages),
        first_html=lambda _, query: pages.first_html(query),
        filter_keys=links.filter_keys("compare"),
    )


def layout() -> html.Div:
    """The parts of the screen: words, the chart between them where there is one, words."""
    return html.Div(
        className="compare",
        children=[
            dcc.Store(id=ids.ASKED),
            dcc.Store(id=ids.CHARTED),
            html.Div(id=ids.SAID, className="page-said visually-hidden", role="status"),
            Fragment(ids.TOP),
            html.Div(
                id=ids.CHART,
                className="compare-chart",
                role="group",
                **attributes(aria_label="How many events each source tells, year by year, as a drawing"),
            ),
            Fragment(ids.BODY),
        ],
    )


def register(app: Dash, dataset: Dataset, pages: ComparePages) -> None:
    """The callbacks: the address in; words and the chart out."""
    app.clientside_callback(
        ClientsideFunction("compare", "ask"),
        Output(ids.ASKED, "data"),
        Output(ids.CHARTED, "data"),
        Input(ADDRESS, "data"),
        Input(URL, "pathname"),
    )

    @app.callback(
        Output(ids.TOP, "html"),
        Output(ids.BODY, "html"),
        Input(ids.ASKED, "data"),
        prevent_initial_call=True,
    )
    def tell(query: str | None) -> tuple[str, str]:
        shown = pages.tell(query or "")
        return shown.top, shown.body

    # A graph brings 4.8 MB of Plotly: it is in the page only while the whole is shown.
    @app.callback(
        Output(ids.CHART, "children"),
        Input(ids.CHARTED, "data"),
        prevent_initial_call=True,
    )
    def draw(asked: dict[str, Any] | None) -> Any:
        if not asked or not pages.shows_the_whole(asked["query"]):
            return None
        return chart.graph(dataset, min(max(float(asked["scale"]), 1.0), 3.0))
