"""The timeline screen: filter bar, result line, drawing, event panel, list of the same events."""

from __future__ import annotations

from dash import Dash, html

from timeline.dataset import Dataset
from timeline.drawing.component import Timeline
from timeline.drawing.drawing import Drawing, fixed_props
from timeline.query import links
from timeline.web.links import paths
from timeline.web.site.fragment import Fragment
from timeline.web.site.markup import attributes
from timeline.web.site.shell import Screen
from timeline.web.timeline import dates_menu, drawn, ids
from timeline.web.timeline import filter_bar as filters
from timeline.web.timeline.first import FirstPage
from timeline.web.timeline.telling import TimelinePages


def make_screen(dataset: Dataset) -> Screen:
    """The screen at `/`."""
    drawing, pages = Drawing(dataset), TimelinePages(dataset)
    laid_out = layout(dataset)
    first = FirstPage(laid_out, drawing, pages)
    return Screen(
        path=paths.TIMELINE,
        name="Timeline",
        layout=lambda: laid_out,
        register=lambda app: register(app, dataset, drawing, pages),
        first_html=lambda _, query: first.html(query),
        title=lambda _, query: pages.title(query),
        filter_keys=links.filter_keys("timeline"),
    )


def layout(dataset: Dataset) -> html.Div:
    """The parts of the screen; what they show comes with the first HTML, and then from `assets/timeline/`."""
    return html.Div(
        className="timeline-screen",
        children=[
            html.Details(
                [html.Summary("Choose events"), filters.layout(dataset)], className="filters-fold", open=True
            ),
            html.Button(
                "List", type="button", className="btn btn-sm list-toggle", **attributes(data_toggle_list="")
            ),
            html.Div(
                className="answer",
                children=[
                    Fragment(ids.RESULT, region="status", kind="result"),
                    Fragment(ids.ASKED),
                    filters.ghosts(dataset),
                    filters.beside(dataset),
                ],
            ),
            html.Div(
                className="stage",
                children=[
                    html.Div(
                        Timeline(id=ids.DRAWING, **fixed_props(dataset)),
                        className="stage-drawing",
                    ),
                    Fragment(ids.PANEL, region="complementary", label="The chosen event"),
                    Fragment(ids.LIST, region="region", label="The same events as a list"),
                ],
            ),
        ],
    )


def register(app: Dash, dataset: Dataset, drawing: Drawing, pages: TimelinePages) -> None:
    """The callbacks of the filter bar; what is drawn and said is asked for by the page itself, see `drawn`."""
    filters.register(app, dataset)
    dates_menu.register(app, dataset)
    drawn.add_answers(app.server, drawing, pages)
