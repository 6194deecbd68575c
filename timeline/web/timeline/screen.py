"""The timeline screen: filter bar, result line, drawing, event panel, list of the same events."""

from __future__ import annotations

from dash import ClientsideFunction, Dash, Input, Output, State, dcc, html

from timeline.dataset import Dataset
from timeline.drawing.component import Timeline
from timeline.drawing.drawing import Drawing
from timeline.query import links
from timeline.web.links import paths
from timeline.web.site.fragment import Fragment
from timeline.web.site.ids import ADDRESS
from timeline.web.site.markup import attributes
from timeline.web.site.shell import Screen
from timeline.web.timeline import dates_menu, drawn, ids
from timeline.web.timeline import filter_bar as filters
from timeline.web.timeline.telling import TimelinePages


def make_screen(dataset: Dataset) -> Screen:
    """The screen at `/`."""
    drawing, pages = Drawing(dataset), TimelinePages(dataset)
    return Screen(
        path=paths.TIMELINE,
        name="Timeline",
        layout=lambda: layout(dataset),
        register=lambda app: register(app, dataset, drawing, pages),
        first_html=lambda _, query: pages.first_html(query),
        filter_keys=links.filter_keys("timeline"),
    )


def layout(dataset: Dataset) -> html.Div:
    """The parts of the screen; what they show comes from the callbacks."""
    bounds = [dataset.first_day, dataset.last_day]
    stances = [{"id": stance.id, "name": stance.name, "symbol": stance.symbol} for stance in dataset.stances]
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
                    html.Div(id=ids.RESULT, className="result", role="status"),
                    Fragment(ids.ASKED),
                    filters.ghosts(dataset),
                ],
            ),
            html.Div(
                className="stage",
                children=[
                    html.Div(
                        Timeline(id=ids.DRAWING, bounds=bounds, stances=stances),
                        className="stage-drawing",
                    ),
                    Fragment(ids.PANEL, region="complementary", label="The chosen event"),
                    Fragment(ids.LIST, region="region", label="The same events as a list"),
                    dcc.Store(id=ids.LISTED),
                ],
            ),
        ],
    )


def register(app: Dash, dataset: Dataset, drawing: Drawing, pages: TimelinePages) -> None:
    """The callbacks of the screen: the address in, pictures and words out."""
    filters.register(app, dataset)
    dates_menu.register(app, dataset)
    drawn.add_answers(app.server, drawing, pages)
    app.clientside_callback(
        ClientsideFunction("asking", "detail"), Input(ids.DRAWING, "ask"), prevent_initial_call=True
    )

    # The list waits for the drawing: whoever filters looks there first, and both would fight for one processor.
    @app.callback(Output(ids.LIST, "html"), Input(ids.LISTED, "data"), prevent_initial_call=True)
    def list_events(query: str | None) -> str:
        return pages.list_page(pages.read(query or "").selection, 1)

    @app.callback(Output(ids.PANEL, "html"), Input(ids.OPEN, "data"))
    def open_event(query: str | None) -> str:
        return pages.panel_html(pages.read(query or ""))

    app.clientside_callback(
        ClientsideFunction("view", "writeEvent"), Input(ids.DRAWING, "selected"), prevent_initial_call=True
    )
    app.clientside_callback(
        ClientsideFunction("view", "writeWindow"),
        Output(ids.PERIOD, "value"),
        Input(ids.DRAWING, "window"),
        State(ids.DRAWING, "bounds"),
        State(ids.PERIOD, "value"),
        prevent_initial_call=True,
    )
    app.clientside_callback(
        ClientsideFunction("view", "readView"),
        Output(ids.DRAWING, "selected"),
        Output(ids.DRAWING, "goto"),
        Input(ADDRESS, "data"),
        State(ids.DRAWING, "window"),
        State(ids.DRAWING, "selected"),
    )
