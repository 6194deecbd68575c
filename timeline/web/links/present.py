"""Where a lesson stands, as one immutable value, and as the query string of a link.

`step` counts the slides: 0 is the question at the beginning, then the steps of the tour, then the question again.
`shown` is how many tellings of the step have been revealed; `ask=1` announces the next one, `others=1` says who else
tells and who is silent, `record=1` what the record says. What is left of a link is a view of the timeline, see
`timeline.query.links`; it matters where the filter itself makes the tour.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from timeline.dataset import Dataset
from timeline.query import links
from timeline.query.links import Dropped
from timeline.query.selection import Selection

SCREEN = "present"
PARTS = ("ask", "others", "record")
USUAL_SEED = 1


@dataclass(frozen=True, slots=True)
class Place:
    """One card of a lesson. `part` is "" for the question, for the event and for a telling; else one of PARTS."""

    step: int = 0
    shown: int = 0
    part: str = ""

    def to_query(self) -> str:
        """The canonical query string of the place alone, without "?"."""
        return links.written(SCREEN, {"step": self.step, "shown": self.shown, self.part: True})


@dataclass(frozen=True, slots=True)
class Asked:
    """What a link asks for: the place, the page of a long card, the seed of the labels if names are hidden."""

    place: Place = Place()
    page: int = 1
    blind: int | None = None
    selection: Selection = field(default_factory=Selection)
    dropped: tuple[Dropped, ...] = ()


def read(query: str, dataset: Dataset) -> Asked:
    """Read a query string, with or without its "?". Never raises: see `Asked.dropped`."""
    given = links.read(query, SCREEN)
    reading = Selection.from_given(given, dataset)
    part = next((part for part in PARTS if part in given.values), "")
    return Asked(
        place=Place(**given.of(Place), part=part),
        page=max(1, given.number("page", 1)),
        blind=given.number("blind") or None,
        selection=reading.selection,
        dropped=reading.dropped,
    )
