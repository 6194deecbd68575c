"""The lanes of the drawing: for each kind of `timeline.query.lanes` which there are, and which events stand in each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from timeline.dataset import Dataset
from timeline.query.index import index_of
from timeline.query.search import Rows
from timeline.query.selection import Selection

RECORD = "The record"
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
    """One lane: the id of its theme, person or source, "" for the rest and for the record; `color` is #rrggbb or #rgb.

    Where it is a `teller`, its events have the names and dates that the source of its id gives.
    """

    id: str
    name: str
    color: str
    note: str = ""
    teller: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """How the lanes of one kind are made.

    `lanes` takes the dataset and the chosen ids and gives each lane with the rows of its events, in the order in which
    they are drawn; what stands in none of them comes into a last lane named `rest`. `chosen` gives the ids of the lanes
    for which a selection asks, () if it leaves them to us. `by_teller`: the lanes say who tells, not the perspective.
    """

    lanes: Callable[[Dataset, tuple[str, ...]], list[tuple[Lane, Rows]]]
    rest: str
    chosen: Callable[[Selection], tuple[str, ...]] = lambda selection: ()
    by_teller: bool = False

    def fill(self, dataset: Dataset, selection: Selection) -> tuple[tuple[Lane, ...], Rows, Rows]:
        """The lanes, and the event and the lane of each entry; together they hold every event."""
        named = self.lanes(dataset, self.chosen(selection))
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
    """The record, then each chosen source, else each document; none where there are no sources."""
    tellers = chosen or dataset.documents
    return _by_teller(dataset, ("", *tellers)) if tellers else []


def _by_teller(dataset: Dataset, tellers: tuple[str, ...]) -> list[tuple[Lane, Rows]]:
    """A lane for each of these sources, "" for the record, with every event in each."""
    colors = iter(_colors(len(tellers)))
    lanes = [
        Lane(
            teller,
            dataset.speaker(teller),
            next(colors),
            dataset.source(teller)["perspective"],
            teller=True,
        )
        if teller
        else Lane("", RECORD, _NO_COLOR)
        for teller in tellers
    ]
    every = np.arange(index_of(dataset).size, dtype=np.int32)
    return [(lane, every) for lane in lanes]


#: By the name of the kind.
LAYOUTS = {
    "theme": Layout(_by_theme, rest="Other themes"),
    "person": Layout(_by_person, rest="Others", chosen=lambda selection: selection.people),
    "source": Layout(_by_source, rest="", chosen=lambda selection: selection.sources, by_teller=True),
    "none": Layout(lambda dataset, chosen: [], rest=""),
}
#: Two tellings on one axis, the one of the perspective above.
BESIDE = Layout(
    _by_teller, rest="", chosen=lambda selection: (selection.perspective, selection.beside), by_teller=True
)


def layout_of(selection: Selection) -> Layout:
    """How the lanes for which a selection asks are made."""
    return BESIDE if selection.beside else LAYOUTS[selection.lanes]


def _colors(number: int) -> list[str]:
    return [_COLORS[place % len(_COLORS)] for place in range(number)]
