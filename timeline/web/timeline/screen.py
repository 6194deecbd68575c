"""The timeline screen: filter bar, result line, drawing, event panel, list of the same events."""

from __future__ import annotations

from typing import Any

import dash_bootstrap_components as dbc
from dash import ClientsideFunction, Dash, Input, Output, dcc, html, no_update

from timeline import dates
from timeline.dataset import Dataset
from timeline.drawing.component import Timeline
from timeline.drawing.drawing import Drawing, fixed_props
from timeline.query import links
from timeline.web.links import paths
from timeline.web.site.fragment import Fragment
from timeline.web.site.markup import attributes
from timeline.web.site.shell import Screen
from timeline.web.timeline import drawn, ids
from timeline.web.timeline import filter_bar as filters
from timeline.web.timeline.first import FirstPage
from timeline.web.timeline.telling import TimelinePages

LEAST_AIR = 21  # days shown before and after a date that somebody goes to


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
            html.Div(
                className="answer",
                children=[
                    Fragment(ids.RESULT, region="status", kind="result"),
                    Fragment(ids.ASKED),
                    filters.ghosts(dataset),
                    _going(dataset),
                    html.Button(
                        "List",
                        type="button",
                        className="btn btn-sm list-toggle",
                        **attributes(data_toggle_list=""),
                    ),
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
    drawn.add_answers(app.server, drawing, pages)

    @app.callback(
        Output(ids.JUMPED, "data"),
        Output(ids.JUMP_FAULT, "children"),
        Output(ids.JUMP, "invalid"),
        Input(ids.JUMP, "value"),
        prevent_initial_call=True,
    )
    def find_window(typed: str | None) -> tuple[Any, str, bool]:
        if not (typed or "").strip():
            return no_update, "", False
        try:
            return window_around(dataset, dates.parse(typed or "")), "", False
        except (dates.DateError, OutsideAxisError) as fault:
            return no_update, str(fault), True

    app.clientside_callback(
        ClientsideFunction("view", "jump"), Input(ids.JUMPED, "data"), prevent_initial_call=True
    )
    app.clientside_callback(
        ClientsideFunction("view", "jump"), Input(ids.PERIOD, "value"), prevent_initial_call=True
    )


class OutsideAxisError(ValueError):
    """A date that the axis does not reach; its text says from when to when it runs."""


def window_around(dataset: Dataset, when: dates.HistoricalDate) -> str:
    """The window that shows a date with some air on both sides, as `first/last` in ISO days, inside the axis.

    Raises `OutsideAxisError` for a date that is not on the axis.
    """
    first = dataset.first_day if when.earliest is None else dates.day_number(when.earliest)
    last = dataset.last_day if when.latest is None else dates.day_number(when.latest)
    if last < dataset.first_day or first > dataset.last_day:
        axis = (dates.from_day_number(day).year for day in (dataset.first_day, dataset.last_day))
        raise OutsideAxisError(
            f"{when} is outside this timeline, which runs from {'–'.join(map(str, axis))}."
        )
    air = max(LEAST_AIR, (last - first) // 4)
    span = last - first + 2 * air
    first = max(dataset.first_day, min(first - air, dataset.last_day - span))
    last = min(dataset.last_day, first + span)
    return _iso_window(first, last)


def _iso_window(first: int, last: int) -> str:
    return f"{dates.from_day_number(first).isoformat()}/{dates.from_day_number(last).isoformat()}"


def _going(dataset: Dataset) -> html.Div:
    """Where to go in time: a period from the list, or a date typed as people write it."""
    periods = []
    for period in dataset.periods:
        first, last = dates.parse(period.start), dates.parse(period.end)
        if first.earliest and last.latest:
            # A window ends at the first moment of its last day: the period's last day is to be seen whole.
            window = _iso_window(dates.day_number(first.earliest), dates.day_number(last.latest) + 1)
            periods.append({"value": window, "label": period.name})
    return html.Div(
        className="going",
        children=[
            dcc.Store(id=ids.JUMPED),
            dbc.Label("Period", html_for=ids.PERIOD, class_name="visually-hidden"),
            html.Span(
                dbc.Select(id=ids.PERIOD, options=periods, value="", size="sm", placeholder="Go to a period"),
                hidden=not dataset.periods,
            ),
            dbc.Label("Go to a date", html_for=ids.JUMP, class_name="visually-hidden"),
            dbc.Input(
                id=ids.JUMP,
                value="",
                size="sm",
                debounce=True,
                placeholder="Go to, e.g. March 1935",
                autocomplete="off",
            ),
            html.Span(id=ids.JUMP_FAULT, className="going-fault", role="alert"),
        ],
    )
