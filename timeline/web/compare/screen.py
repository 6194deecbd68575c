"""The compare screen: the sources side by side on one event, on all events, on the open questions."""

from __future__ import annotations

from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, dcc, html

from timeline.dataset import Dataset
from timeline.query import links
from timeline.web.compare import chart
from timeline.web.compare.telling import ComparePages
from timeline.web.links.paths import COMPARE
from timeline.web.site import ids
from timeline.web.site.fragment import Fragment
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
            dcc.Store(id=ids.COMPARE_ASKED),
            dcc.Store(id=ids.COMPARE_CHARTED),
            html.Div(id=ids.COMPARE_SAID, className="page-said visually-hidden", role="status"),
            Fragment(ids.COMPARE_TOP),
            html.Div(
                id=ids.COMPARE_CHART,
                className="compare-chart",
                role="group",
                **attributes(aria_label="How many events each source tells, year by year, as a drawing"),
            ),
            Fragment(ids.COMPARE_BODY),
        ],
    )


def register(app: Dash, dataset: Dataset, pages: ComparePages) -> None:
    """The callbacks: the address in; words and the chart out."""
    app.clientside_callback(
        ClientsideFunction("compare", "ask"),
        Output(ids.COMPARE_ASKED, "data"),
        Output(ids.COMPARE_CHARTED, "data"),
        Input(ids.URL, "search"),
        Input(ids.URL, "pathname"),
    )

    @app.callback(
        Output(ids.COMPARE_TOP, "html"),
        Output(ids.COMPARE_BODY, "html"),
        Input(ids.COMPARE_ASKED, "data"),
        prevent_initial_call=True,
    )
    def tell(query: str | None) -> tuple[str, str]:
        shown = pages.tell(query or "")
        return shown.top, shown.body

    # A graph brings 4.8 MB of Plotly: it is in the page only while the whole is shown.
    @app.callback(
        Output(ids.COMPARE_CHART, "children"),
        Input(ids.COMPARE_CHARTED, "data"),
        prevent_initial_call=True,
    )
    def draw(asked: dict[str, Any] | None) -> Any:
        if not asked or not pages.shows_the_whole(asked["query"]):
            return None
        return chart.graph(dataset, min(max(float(asked["scale"]), 1.0), 3.0))
