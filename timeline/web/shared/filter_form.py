"""The filter of the compare screen: a form that works without scripts, and what is asked for beyond its fields."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import parse_qsl

import numpy as np
from flask import render_template

from timeline.dataset import Dataset
from timeline.query.contest import names, told_words
from timeline.query.filters import counts, told_counts
from timeline.query.selection import Selection
from timeline.web.links.compare import View, only_filter, without_columns
from timeline.web.shared.conditions import conditions

MOST_PEOPLE = 300  # choices of a menu; those in most events
SORTS = {"": "In time", "tellers": "Most told first", "importance": "Most important first"}


def filter_html(dataset: Dataset, view: View, matrix: bool = False) -> str:
    """The form; with what concerns the `matrix` only, or without."""
    asked = view.selection
    return render_template(
        "shared/filter_form.html",
        view=view,
        kept=_kept(view, matrix),
        people=people_choices(dataset, asked),
        themes=[(theme.id, theme.name) for theme in dataset.themes],
        told=_told(dataset, asked),
        sorts=SORTS if matrix else {},
        conditions=[
            (condition.label, replace(view, selection=condition.without))
            for condition in conditions(dataset, replace(asked, sources=()))
        ],
        cleared=replace(view, selection=Selection(sources=asked.sources)),
    )


def _told(dataset: Dataset, asked: Selection) -> list[tuple[str, str, int]]:
    """By how many an event can be told: (word of the key, name, how many are); [] where there is nothing to choose."""
    possible = names(dataset)
    if not possible:
        return []
    found = told_counts(dataset, without_columns(asked))
    named = [("", "all events"), *((word, told_words(dataset, word)) for word in possible)]
    return [(word, name.capitalize(), found[word]) for word, name in named]


def _kept(view: View, matrix: bool) -> list[tuple[str, str]]:
    """What the form has no field for and must not lose, as (key, value)."""
    asked = only_filter(view.selection)
    rest = replace(asked, people=asked.people[1:], themes=asked.themes[1:], told="")
    return parse_qsl(replace(view, selection=rest, view="" if matrix else view.view, sort="time").to_query())


def people_choices(dataset: Dataset, asked: Selection) -> list[tuple[str, str]]:
    """Who can be chosen: those in most events and who is chosen already, by name."""
    often = counts(dataset, Selection())["person"]
    ids = list(dataset.person_names)
    order = np.argsort([-often.get(person, 0) for person in ids], kind="stable")[:MOST_PEOPLE]
    chosen = {ids[place] for place in order} | set(asked.people[:1])
    return sorted(((person, dataset.person_name(person)) for person in chosen), key=lambda pair: pair[1])
