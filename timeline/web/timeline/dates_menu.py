"""The menu "Dates": between which dates the events are, and where to go in time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import dash_bootstrap_components as dbc
from dash import ClientsideFunction, Dash, Input, Output, dcc, html, no_update

from timeline import dates
from timeline.dataset import Dataset
from timeline.web.site.markup import attributes
from timeline.web.timeline import ids

LEAST_AIR = 21  # days shown before and after a date that somebody goes to


def dates_menu(dataset: Dataset) -> html.Details:
    """The first and the last date of the filter; a date to go to, or a period of the folder."""
    periods = list(_periods(dataset))
    period = dbc.Select(id=ids.PERIOD, options=periods, value="", size="sm", placeholder="Choose one")
    inside = [
        dcc.Store(id=ids.JUMPED),
        _line("From", _typed(ids.SINCE, "e.g. March 1935")),
        _line("To", _typed(ids.UNTIL, "e.g. 1936")),
        html.Hr(),
        _line("Go to a date", _typed(ids.JUMP, "e.g. March 1935")),
        html.Div(id=ids.JUMP_FAULT, className="fault", role="alert"),
        _line("Period", period, hidden=not periods),
    ]
    summary = html.Summary(["Dates ", html.Span(className="filters-number tag", id="number-dates")])
    return html.Details(
        [summary, html.Div(inside, className="drop")], className="filters-drop", **attributes(data_menu="")
    )


def register(app: Dash, dataset: Dataset) -> None:
    """Go where a date or a period says."""

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

    for part in (Input(ids.JUMPED, "data"), Input(ids.PERIOD, "value")):
        app.clientside_callback(ClientsideFunction("view", "jump"), part, prevent_initial_call=True)


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


def _periods(dataset: Dataset) -> Iterator[dict[str, str]]:
    """Each period of the folder that has two ends, as an option whose value is its window."""
    for period in dataset.periods:
        first, last = dates.parse(period.start), dates.parse(period.end)
        if first.earliest and last.latest:
            # A window ends at the first moment of its last day: the period's last day is to be seen whole.
            window = _iso_window(dates.day_number(first.earliest), dates.day_number(last.latest) + 1)
            yield {"value": window, "label": period.name}


def _typed(name: str, hint: str) -> dbc.Input:
    return dbc.Input(id=name, value="", size="sm", placeholder=hint, autocomplete="off", debounce=True)


def _line(label: str, control: Any, hidden: bool = False) -> html.Div:
    return html.Div(
        [dbc.Label(label, html_for=control.id, class_name="filters-label"), control],
        className="filters-field",
        hidden=hidden,
    )
