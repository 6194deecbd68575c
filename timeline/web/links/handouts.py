"""What is asked of a handout: its paper, the sources in its columns, hidden names, and the filter it is made of.

The keys of the timeline (see `timeline.query.links`) mean the same here: they say which events "these events" are.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from timeline.dataset import Dataset
from timeline.exports.handouts.chart import MOST_COLUMNS
from timeline.query import links
from timeline.query.links import Dropped
from timeline.query.selection import Selection

SCREEN = "handouts"


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet of paper, upright, in millimetres."""

    id: str
    name: str
    width: float
    height: float


PAPERS = {
    paper.id: paper
    for paper in (
        Paper("a4", "A4", 210, 297),
        Paper("letter", "US Letter", 215.9, 279.4),
        Paper("a3", "A3", 297, 420),
        Paper("tabloid", "US Tabloid", 279.4, 431.8),
    )
}


@dataclass(frozen=True, slots=True)
class Handout:
    """How a handout is to be made. `paper` is "" for the usual one of its kind, `blind` the seed of hidden names."""

    selection: Selection = field(default_factory=Selection)
    paper: str = ""
    columns: tuple[str, ...] = ()
    blind: str = ""

    def to_query(self) -> str:
        """The canonical query string, without "?"; `read` reads it back."""
        return links.written(SCREEN, links.values_of(self.selection) | links.values_of(self))


@dataclass(frozen=True, slots=True)
class Asked:
    """What a link asks for as far as it can be had, and what was left out."""

    handout: Handout
    dropped: tuple[Dropped, ...] = ()


def read(query: str, dataset: Dataset, papers: tuple[str, ...]) -> Asked:
    """Read a query string, with or without its "?". Never raises: see `Asked.dropped`."""
    given = links.read(query, SCREEN, {"paper": papers})
    known = set(dataset.sources["source_id"])
    columns = tuple(dict.fromkeys(given.many("columns")))
    chosen = tuple(source for source in columns if source in known)
    dropped = [
        Dropped("column", source, f"No source '{links.short(source)}' here.")
        for source in columns
        if source not in known
    ]
    for source in chosen[MOST_COLUMNS:]:
        why = f"A chart has room for {MOST_COLUMNS} columns; '{links.short(source)}' is one too many."
        dropped.append(Dropped("column", source, why))
    reading = Selection.from_given(given, dataset)
    handout = Handout(reading.selection, given.text("paper"), chosen[:MOST_COLUMNS], given.text("blind"))
    return Asked(handout, (*dropped, *reading.dropped))


def of_filter(selection: Selection) -> Handout:
    """The handouts of the events that a view of the timeline leaves, whatever is open in it."""
    return Handout(replace(selection, event="", question=""))
