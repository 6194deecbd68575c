"""The lanes of the drawing: for each kind of `timeline.query.lanes` which there are, and which events stand in each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from timeline.dataset import Dataset
from timeline.query.index import index_of
from timeline.query.search import Rows
from timeline.query.selection import Selection

_MOST_PEOPLE = 10
# Muted, told apart by more than red against green, for lanes that have no colour of their own.
_COLORS = (
    "#3f6479",
    "#96603a",
    "#5d5480",
    "#47705f",
    "#8a4a63",
    "#7d6a2f",
    "#4a6fa0",
    "#7a4b3a",
    "#5b7a3d",
    "#7b5a86",
)
_NO_COLOR = "#6b6660"


@dataclass(frozen=True, slots=True)
class Lane:
    """One lane: the id of its theme, person or source, "" for the rest; `color` is #rrggbb or #rgb."""

    id: str
    name: str
    color: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """How the lanes of one kind are made.

    `lanes` takes the dataset and the chosen ids and gives each lane with the rows of its events, in the order in which
    they are drawn; what stands in none of them comes into a last lane named `rest`. `chosen` is the field of a
    selection that has the ids, "" if nobody chooses. Where each lane `tells`, its id is a source's, and its events have
    the names and dates that this source gives.
    """

    lanes: Callable[[Dataset, tuple[str, ...]], list[tuple[Lane, Rows]]]
    rest: str
    chosen: str = ""
    tells: bool = False

    def chosen_by(self, selection: Selection) -> tuple[str, ...]:
        """The ids of the lanes that a selection asks for, () if it leaves them to us."""
        chosen: tuple[str, ...] = getattr(selection, self.chosen) if self.chosen else ()
        return chosen

    def fill(self, dataset: Dataset, selection: Selection) -> tuple[tuple[Lane, ...], Rows, Rows]:
        """The lanes, and the event and the lane of each entry; together they hold every event."""
        named = self.lanes(dataset, self.chosen_by(selection))
        placed = np.zeros(index_of(dataset).size, dtype=bool)
        for _, events in named:
            placed[events] = True
        left = np.flatnonzero(~placed).astype(np.int32)
        if left.size:
            named = [*named, (Lane("", self.rest if named else "", _NO_COLOR), left)]
        sizes = [events.size for _, events in named]
        lane = np.repeat(np.arange(len(named), dtype=np.int32), sizes)
        return tuple(lane for lane, _ in named), np.concatenate([events for _, events in named]), lane


def _by_theme(dataset: Dataset, chosen: tuple[str, ...]) -> list[tuple[Lane, Rows]]:
    """Each theme that has events."""
    index = index_of(dataset)
    themes = zip(dataset.themes, index.themes.row.values(), strict=True)
    return [
        (Lane(theme.id, theme.name, theme.color), events)
        for theme, row in themes
        if (events := index.themes.events_of(row)).size
    ]


def _by_person(dataset: Dataset, chosen: tuple[str, ...]) -> list[tuple[Lane, Rows]]:
    """Each chosen person, else the most frequent ten."""
    index, people = index_of(dataset), dataset.people
    rows = [index.people.row[person] for person in chosen] or index.by_frequency[:_MOST_PEOPLE]
    return [
        (
            Lane(people["person_id"].iloc[row], people["name"].iloc[row], color, people["role"].iloc[row]),
            index.people.events_of(row),
        )
        for row, color in zip(rows, _colors(len(rows)), strict=True)
    ]


def _by_source(dataset: Dataset, chosen: tuple[str, ...]) -> list[tuple[Lane, Rows]]:
    """Each chosen source, else each document, with every event in each."""
    index, sources = index_of(dataset), dataset.sources
    documents = [row for row in index.nested if index.printed_in[row] < 0]
    rows = [index.sources.row[source] for source in chosen] or documents
    every = np.arange(index.size, dtype=np.int32)
    return [
        (
            Lane(
                sources["source_id"].iloc[row],
                sources["speaker"].iloc[row],
                color,
                sources["perspective"].iloc[row],
            ),
            every,
        )
        for row, color in zip(rows, _colors(len(rows)), strict=True)
    ]


#: By the name of the kind.
LAYOUTS = {
    "theme": Layout(_by_theme, rest="Other themes"),
    "person": Layout(_by_person, rest="Others", chosen="people"),
    "source": Layout(_by_source, rest="", chosen="sources", tells=True),
    "none": Layout(lambda dataset, chosen: [], rest=""),
}


def _colors(number: int) -> list[str]:
    return [_COLORS[place % len(_COLORS)] for place in range(number)]
