"""Tours: the lessons of tours.csv, one made of what a filter leaves, and one that is only a draft.

    for tour in tours_of(dataset):
        print(tour.name, tour.question, len(tour.steps), "steps")
    tour = tour_of(dataset, Selection(people=("kirov",)))

A step whose event is not in the timeline is skipped, and the tour says so in `left_out`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from timeline.dataset import Dataset
from timeline.query.filters import mask
from timeline.query.index import index_of
from timeline.query.selection import Selection

THESE = "these-events"
MOST_STEPS = 60  # of a tour that a filter makes; a longer one is no lesson
USUAL_QUESTION = "What happened, and how do we know?"


@dataclass(frozen=True, slots=True)
class Step:
    """One event of a tour. `number` counts from 1 in the tour as it is shown, without gaps.

    `heading` is what the class sees above the event, "" if the event's own title is enough; `note` is for the
    teacher. `view` is the query string of the view of the timeline, as `Selection.to_query` writes it, "" for the
    usual one; the sources that it names are those whose tellings are revealed, in that order.
    """

    number: int
    event_id: str
    heading: str
    note: str = ""
    view: str = ""


@dataclass(frozen=True, slots=True)
class Tour:
    """A lesson: one question, and the steps that lead to an answer.

    `left_out` tells the teacher in whole sentences which steps or events the tour does not show, and why.
    """

    tour_id: str
    name: str
    question: str
    steps: tuple[Step, ...]
    left_out: tuple[str, ...] = ()


def tours_of(dataset: Dataset) -> tuple[Tour, ...]:
    """The tours of the folder, in the order of their first rows; a tour none of whose events is left is no tour."""
    found = tours_from(dataset, [*dataset.tours.to_dict("records"), *dataset.lost_steps.to_dict("records")])
    order = {tour_id: place for place, tour_id in enumerate(dict.fromkeys(dataset.tours["tour_id"]))}
    return tuple(sorted((tour for tour in found if tour.steps), key=lambda tour: order[tour.tour_id]))


def tour_named(dataset: Dataset, tour_id: str) -> Tour:
    """One tour of the folder; raise KeyError if there is none such."""
    for tour in tours_of(dataset):
        if tour.tour_id == tour_id:
            return tour
    raise KeyError(tour_id)


def tours_from(dataset: Dataset, rows: Iterable[Mapping[Any, Any]]) -> tuple[Tour, ...]:
    """Make tours of rows such as tours.csv has: those of the folder, or those of a draft that somebody tries.

    A row has the columns of the table as texts, `step` a whole number; what is absent counts as empty. A row with
    an event that the dataset does not have is left out with a word.
    """
    by_tour: dict[str, list[dict[str, str]]] = {}
    for row in rows:
        cells = {str(column): str(cell) for column, cell in row.items()}
        by_tour.setdefault(cells["tour_id"], []).append(cells)
    return tuple(_tour(dataset, tour_id, steps) for tour_id, steps in by_tour.items())


def tour_of(dataset: Dataset, selection: Selection) -> Tour:
    """The events that the filter leaves, one a step, in their order; of very many the most important ones."""
    left = np.flatnonzero(mask(dataset, selection))
    rows = left
    if left.size > MOST_STEPS:
        importance = dataset.events["importance"].to_numpy()[left]
        rows = np.sort(left[np.argsort(-importance, kind="stable")[:MOST_STEPS]])
    ids = dataset.events["event_id"].to_numpy()[rows]
    # The class sees each event where the reader saw it; lanes that nobody chose would only take room from the words.
    lanes = "none" if selection.lanes == Selection().lanes else selection.lanes
    seen = replace(selection, sources=(), lanes=lanes, event="", question="")
    steps = tuple(Step(number, str(event), "", view=seen.to_query()) for number, event in enumerate(ids, 1))
    left_out: tuple[str, ...] = ()
    if not left.size:
        left_out = ("No event is left by the filter.",)
    elif rows.size < left.size:
        left_out = (
            f"{left.size:,} events are left by the filter; these are the {MOST_STEPS} most important of them.",
        )
    return Tour(
        tour_id=THESE,
        name="The one event of this filter" if left.size == 1 else f"The {len(steps)} events of this filter",
        question=USUAL_QUESTION,
        steps=steps,
        left_out=left_out,
    )


def _tour(dataset: Dataset, tour_id: str, rows: Iterable[Mapping[str, str]]) -> Tour:
    known = index_of(dataset).event_row
    ordered = sorted(rows, key=lambda row: int(row["step"]))
    kept = [row for row in ordered if row["event_id"] in known]
    name = _first(ordered, "tour") or tour_id.replace("-", " ").capitalize()
    steps = tuple(
        Step(number, row["event_id"], row.get("heading", ""), row.get("note", ""), row.get("view", ""))
        for number, row in enumerate(kept, start=1)
    )
    question = _first(ordered, "question") or (name if name.endswith("?") else USUAL_QUESTION)
    return Tour(tour_id, name, question, steps, tuple(_lost(row) for row in ordered if row not in kept))


def _first(rows: Iterable[Mapping[str, str]], column: str) -> str:
    """The first cell of the column that is filled."""
    return next((row[column] for row in rows if row.get(column)), "")


def _lost(row: Mapping[str, str]) -> str:
    heading = f" (“{row['heading']}”)" if row.get("heading") else ""
    return f"Step {row['step']}{heading} is left out: its event is not in this timeline."
