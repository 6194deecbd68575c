"""What a reader asks of the page of one source, as one immutable value, and as the query string of a link.

The keys of a filter (see `timeline.query.links`) mean the same as everywhere and leave some events of its telling.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from timeline.dataset import Dataset
from timeline.query import links
from timeline.query.links import Dropped
from timeline.query.selection import Selection

SCREEN = "source"


@dataclass(frozen=True, slots=True)
class View:
    """The filter, whether what the source leaves out is listed too, and whether its voices tell with it."""

    selection: Selection = field(default_factory=Selection)
    gaps: bool = False
    voices: bool = True

    def to_query(self) -> str:
        """The canonical query string, without "?"; `read` reads it back."""
        return links.written(SCREEN, links.values_of(self.selection) | links.values_of(self))


@dataclass(frozen=True, slots=True)
class Asked:
    """What a link asks for as far as the dataset has it, and what was left out."""

    view: View
    dropped: tuple[Dropped, ...] = ()


def read(query: str, dataset: Dataset) -> Asked:
    """Read a query string, with or without its "?". Never raises: see `Asked.dropped`."""
    given = links.read(query, SCREEN)
    reading = Selection.from_given(given, dataset)
    return Asked(View(reading.selection.only_filter(), **given.of(View)), reading.dropped)
