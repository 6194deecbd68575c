"""The people screens: everybody, and one person or two side by side."""

from __future__ import annotations

from functools import partial
from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, dcc, html

from timeline.dataset import Dataset
from timeline.drawing.component import Timeline
from timeline.web.links import people as people_links
from timeline.web.links.paths import PEOPLE
from timeline.web.people import ids
from timeline.web.people.drawing import LifeDrawing
from timeline.web.people.everybody import PeoplePages
from timeline.web.people.person import PersonPages
from timeline.web.shared.item_drawing import fill_drawing
from timeline.web.site.fragment import Fragment
from timeline.web.site.shell import Screen


def make_screens(dataset: Dataset) -> list[Screen]:
    """The screens at `/people` and `/people/<id>`; a folder without people has no place for them in the menu."""
    everybody, person = PeoplePages(dataset), PersonPages(dataset)
    return [
        Screen(
            path=PEOPLE,
            name="People" if len(dataset.people) else "",
            layout=people_layout,
            register=lambda app: None,
            first_html=lambda _, query: everybody.first_html(query),
            title=lambda _item, _query: "People",
        ),
        Screen(
            path=PEOPLE + "/",
            name="",
            layout=partial(person_layout, dataset),
            register=partial(register, dataset=dataset),
            first_html=person.first_html,
            title=person.title,
            missing=person.missing,
        ),
    ]


def people_layout() -> html.Div:
    """Everybody; the words come with the first HTML."""
    return html.Div(Fragment(ids.EVERYBODY), className="people")


def person_layout(dataset: Dataset) -> html.Div:
    """Words, the life as a drawing, words. Only the drawing is asked for: the words come with the first HTML."""
    bounds = [dataset.first_day, dataset.last_day]
    drawing = Timeline(id=ids.DRAWING, bounds=bounds, wheel="ctrl", label="A life among the events")
    return html.Div(
        className="people",
        children=[
            dcc.Store(id=ids.PRESSED),
            dcc.Store(id=ids.DRAWN),
            Fragment(ids.TOP),
            html.Div(drawing, id=ids.STAGE, className="life-stage"),
            Fragment(ids.BODY),
        ],
    )


def register(app: Dash, dataset: Dataset) -> None:
    """The callbacks of a person's page: the address in, the drawing out; an event that is pressed, shown below it."""
    lives = LifeDrawing(dataset)

    def draw(person: str, query: str) -> dict[str, Any] | None:
        if person not in dataset.person_names:
            return None
        beside, _ = people_links.read_beside(query, dataset, person)
        drawn = lives.of(person, beside)
        found = {name: getattr(drawn, name) for name in ("events", "lanes", "shown", "stances", "edition")}
        return found | {"emphasis": "ghost"} if drawn.shown else None

    fill_drawing(app, ids.DRAWING, ids.DRAWN, ids.STAGE, draw)
    app.clientside_callback(
        ClientsideFunction("people", "showEvent"),
        Output(ids.PRESSED, "data"),
        Input(ids.DRAWING, "selected"),
        prevent_initial_call=True,
    )
