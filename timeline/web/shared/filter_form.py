"""The filter of the compare screen: a form that works without scripts, and what is asked for beyond its fields."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import parse_qsl

import numpy as np
from flask import render_template

from timeline.dataset import Dataset
from timeline.query.filters import counts
from timeline.query.selection import Selection
from timeline.sources.matrix import Kind
from timeline.web.links.compare import View, only_filter
from timeline.web.shared.conditions import conditions

MOST_PEOPLE = 300  # choices of a menu; those in most events
KINDS: dict[Kind, str] = {
    "": "All events",
    "told-by-all": "Told by all",
    "told-by-one": "Told by one only",
    "disputed": "Disputed between sources",
}
SORTS = {"": "In time", "tellers": "Most told first", "importance": "Most important first"}


def filter_html(dataset: Dataset, view: View, counts: dict[Kind, int] | None = None) -> str:
    """The form; with the counts of the kinds also what concerns the matrix only."""
    asked = view.selection
    return render_template(
        "shared/filter_form.html",
        view=view,
        kept=_kept(view, counts is not None),
        people=people_choices(dataset, asked),
        themes=[(theme.id, theme.name) for theme in dataset.themes],
        kinds=[] if counts is None else [(kind, name, counts[kind]) for kind, name in KINDS.items()],
        sorts=SORTS if counts is not None else {},
        conditions=[
            (condition.label, replace(view, selection=condition.without))
            for condition in conditions(dataset, replace(asked, sources=()))
        ],
        cleared=replace(view, selection=Selection(sources=asked.sources), kind=""),
    )


def _kept(view: View, matrix: bool) -> list[tuple[str, str]]:
    """What the form has no field for and must not lose, as (key, value)."""
    asked = only_filter(view.selection)
    rest = replace(asked, people=asked.people[1:], themes=asked.themes[1:])
    return parse_qsl(
        replace(view, selection=rest, view="" if matrix else view.view, kind="", sort="time").to_query()
    )


def people_choices(dataset: Dataset, asked: Selection) -> list[tuple[str, str]]:
    """Who can be chosen: those in most events and who is chosen already, by name."""
    often = counts(dataset, Selection())["person"]
    ids = list(dataset.person_names)
    order = np.argsort([-often.get(person, 0) for person in ids], kind="stable")[:MOST_PEOPLE]
    chosen = {ids[place] for place in order} | set(asked.people[:1])
    return sorted(((person, dataset.person_name(person)) for person in chosen), key=lambda pair: pair[1])
