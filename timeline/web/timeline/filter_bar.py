"""The filter bar: who, which source, which theme, which words, which years; how the drawing is laid out.

The address is the state: `assets/timeline/controls.js` writes what a control says into the address, and reads the
address into the controls. The server is asked only for the choices and their counts.
"""

from __future__ import annotations

from typing import Any

import dash_bootstrap_components as dbc
import numpy as np
from dash import ClientsideFunction, Dash, Input, Output, State, dcc, html, no_update

from timeline.dataset import Dataset
from timeline.query.filters import counts
from timeline.query.index import find_people
from timeline.query.lanes import lanes_of
from timeline.query.selection import Selection
from timeline.sources import accounts
from timeline.web.site.ids import ADDRESS
from timeline.web.site.markup import attributes
from timeline.web.timeline import ids
from timeline.web.timeline.dates_menu import dates_menu
from timeline.web.timeline.told_row import told_row

MOST_PEOPLE = 30  # choices shown at once; typing a few letters finds the others

# Each sets a key of a link, see assets/timeline/controls.js.
CONTROLS = (
    ids.PEOPLE,
    ids.PEOPLE_MATCH,
    ids.SOURCES,
    ids.THEMES,
    ids.WORDS,
    ids.SINCE,
    ids.UNTIL,
    ids.PERSPECTIVE,
    ids.BESIDE,
    ids.LANES,
    ids.GHOSTS,
)


def layout(dataset: Dataset) -> html.Div:
    """The bar; what a folder has no table for is left out of sight."""
    return html.Div(
        className="filters",
        role="search",
        **attributes(aria_label="Choose events"),
        children=[
            *(dcc.Store(id=name) for name in (ids.FILTER, ids.MENU, ids.CHOICES)),
            _people(hidden=not len(dataset.people)),
            _drop(
                "Sources",
                "sources",
                [_boxes(ids.SOURCES, "Sources and the voices they quote")],
                not len(dataset.sources),
            ),
            _drop("Themes", "themes", [_boxes(ids.THEMES, "Themes")], not dataset.themes),
            _words(),
            told_row(dataset),
            dates_menu(dataset),
            _choice(
                ids.LANES, "Lanes", [{"value": kind.name, "label": kind.label} for kind in lanes_of(dataset)]
            ),
            _choice(ids.PERSPECTIVE, "As told by", _perspectives(dataset), hidden=not len(dataset.accounts)),
        ],
    )


def ghosts(dataset: Dataset) -> html.Div:
    """Whether what the filter removes stays in the drawing, as a ghost; beside the result, if there is such."""
    switch = dbc.Switch(id=ids.GHOSTS, label="Keep the rest as ghosts", value=False, label_class_name="mb-0")
    return html.Div(switch, className="ghosts", hidden=not len(dataset.events))


def beside(dataset: Dataset) -> html.Div:
    """Whose telling stands on the same axis below the chosen one."""
    tellers = [option for option in _perspectives(dataset) if option["value"] != "record"]
    # Nobody's is chosen again by what stands beside it in the line, as a part of the filter is given up.
    select = dbc.Select(id=ids.BESIDE, options=tellers, value="", size="sm", placeholder="nobody's")
    return html.Div(
        [dbc.Label("and below it", html_for=ids.BESIDE, class_name="filters-label"), select],
        className="filters-field ms-auto",
        hidden=not tellers,
    )


def register(app: Dash, dataset: Dataset) -> None:
    """Wire the controls to the address, and the choices to the server."""
    app.clientside_callback(
        ClientsideFunction("controls", "write"),
        *(Input(name, "value") for name in CONTROLS),
        prevent_initial_call=True,
    )
    # The controls are set one by one where they differ: as outputs all would be rendered twice for every filter.
    app.clientside_callback(
        ClientsideFunction("controls", "read"),
        Output(ids.FILTER, "data"),
        Input(ADDRESS, "data"),
        *(State(name, "value") for name in CONTROLS),
        State(ids.FILTER, "data"),
    )

    app.clientside_callback(
        ClientsideFunction("controls", "askChoices"),
        Output(ids.CHOICES, "data"),
        Input(ids.MENU, "data"),
        Input(ids.FILTER, "data"),
    )

    # Only for the menu that is open: choices that nobody sees would hold up the drawing.
    @app.callback(
        Output(ids.PEOPLE, "options"),
        Output(ids.SOURCES, "options"),
        Output(ids.THEMES, "options"),
        Input(ids.CHOICES, "data"),
        Input(ids.PEOPLE_SEARCH, "value"),
        prevent_initial_call=True,
    )
    def offer_choices(choices: dict[str, str] | None, typed: str | None) -> tuple[Any, Any, Any]:
        if not choices:
            return no_update, no_update, no_update
        asked = Selection.from_query(choices["query"], dataset).selection
        left = counts(dataset, asked)
        people: Any = no_update
        sources: Any = no_update
        themes: Any = no_update
        if choices["menu"] == "people":
            people = _people_options(dataset, asked, left["person"], typed or "")
        elif choices["menu"] == "sources":
            sources = _source_options(dataset, left["source"])
        elif choices["menu"] == "themes":
            themes = [
                _option(theme.id, theme.name, left["theme"].get(theme.id, 0)) for theme in dataset.themes
            ]
        return people, sources, themes


def _people(hidden: bool) -> html.Details:
    find = dbc.Input(
        id=ids.PEOPLE_SEARCH,
        type="search",
        placeholder="A few letters, any spelling",
        debounce=150,
        size="sm",
        value="",
    )
    match = dbc.RadioItems(
        id=ids.PEOPLE_MATCH,
        options=[{"label": "any of them", "value": "any"}, {"label": "all of them together", "value": "all"}],
        value="any",
        inline=True,
    )
    inside = [
        dbc.Label("Find a person", html_for=ids.PEOPLE_SEARCH, class_name="filters-label"),
        find,
        html.Fieldset([html.Legend("Events with", className="filters-label"), match]),
        _boxes(ids.PEOPLE, "People"),
    ]
    return _drop("People", "people", inside, hidden)


def _drop(title: str, name: str, inside: list[Any], hidden: bool) -> html.Details:
    return html.Details(
        [
            html.Summary([f"{title} ", html.Span(className="filters-number tag", id=f"number-{name}")]),
            html.Div(inside, className="drop"),
        ],
        className="filters-drop",
        hidden=hidden,
        **attributes(data_menu="", data_drop=name),
    )


def _boxes(name: str, legend: str) -> html.Fieldset:
    return html.Fieldset(
        [
            html.Legend(legend, className="visually-hidden"),
            dbc.Checklist(id=name, options=[], value=[], class_name="choices"),
        ]
    )


def _words() -> html.Div:
    typed = dbc.Input(
        id=ids.WORDS,
        value="",
        size="sm",
        placeholder="Words",
        autocomplete="off",
        type="search",
        debounce=300,
    )
    return html.Div(
        [dbc.Label("Words", html_for=ids.WORDS, class_name="visually-hidden"), typed],
        className=f"filters-field {ids.WORDS}",
    )


def _choice(name: str, label: str, options: list[dict[str, str]], hidden: bool = False) -> html.Div:
    select = dbc.Select(id=name, options=options, value=options[0]["value"], size="sm")
    return html.Div(
        [dbc.Label(label, html_for=name, class_name="filters-label"), select],
        className=f"filters-field {name}",
        hidden=hidden,
    )


def _perspectives(dataset: Dataset) -> list[dict[str, str]]:
    told = set(dataset.accounts["source_id"])
    options = [
        {"value": source["source_id"], "label": "\u2003" * source["depth"] + source["speaker"]}
        for source in accounts.nested(dataset)
        if source["source_id"] in told
    ]
    return [{"value": "record", "label": "the record"}, *options]


def _people_options(
    dataset: Dataset, asked: Selection, counts: dict[str, int], typed: str
) -> list[dict[str, Any]]:
    """The chosen first, then who is found by the letters typed, or else who is in most events."""
    names = dataset.person_names
    if typed.strip():
        found = find_people(dataset, typed, MOST_PEOPLE)
    else:
        order = np.argsort([-counts.get(person, 0) for person in names], kind="stable")[:MOST_PEOPLE]
        found = [list(names)[place] for place in order]
    shown = [*asked.people, *(person for person in found if person not in asked.people)]
    return [_option(person, names[person], counts.get(person, 0)) for person in shown]


def _source_options(dataset: Dataset, counts: dict[str, int]) -> list[dict[str, Any]]:
    return [
        _option(
            source["source_id"],
            source["speaker"],
            counts.get(source["source_id"], 0),
            source["depth"],
            source["title"] if source["depth"] else source["perspective"],
        )
        for source in accounts.nested(dataset)
    ]


def _option(value: str, name: str, count: int, depth: int = 0, about: str = "") -> dict[str, Any]:
    events = "event" if count == 1 else "events"
    label = [
        html.Span(
            [f"{name} ", html.Small(about)] if about else name, className=f"choice-name depth-{min(depth, 3)}"
        ),
        html.Span(
            [str(count), html.Span(f" {events}", className="visually-hidden")], className="choice-count"
        ),
    ]
    return {"value": value, "label": html.Span(label, className="choice")}
