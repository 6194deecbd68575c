"""What a reader asks of the compare screen, as one immutable value, and as the query string of a link.

The keys of the timeline (see `timeline.query.links`) mean the same here, but that `source`, repeated, names the
columns in their order.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from timeline.dataset import Dataset
from timeline.query import links
from timeline.query.links import Dropped
from timeline.query.selection import Selection
from timeline.sources.glance import RECORD
from timeline.sources.matrix import SORTS, Sort

SCREEN = "compare"
_CHOICES = {"sort": SORTS}
_USUAL_SORT = SORTS[0]


@dataclass(frozen=True, slots=True)
class View:
    """The filter, the columns and the open event or question (`selection`), and how they are compared.

    `view` is "questions" for the list of them; `sort` puts those first that most sources tell, or that matter most.
    `fold` puts voices into the document that prints them. `base` is the source with which the others are compared, or
    RECORD, "" if they are with each other.
    `blind` is the seed that orders the columns while their names are hidden, "" if they are not; `reveal` shows the
    names in that order. Blind reading has no base, which would be named. `disputed` leaves of the list the questions on
    which sources contradict each other.
    """

    selection: Selection = field(default_factory=Selection)
    view: str = ""
    sort: Sort = "time"
    fold: bool = True
    base: str = ""
    blind: str = ""
    reveal: bool = False
    disputed: bool = False

    @property
    def hidden(self) -> bool:
        """Whether the names of the sources are hidden."""
        return bool(self.blind) and not self.reveal

    def to(self, selection: Selection, view: str = "", fold: bool = True) -> View:
        """Another view of the compare screen; names that are hidden here are hidden there."""
        return View(selection, view=view, fold=fold, blind=self.blind if self.hidden else "")

    def to_query(self) -> str:
        """The canonical query string, without "?"; `read` reads it back."""
        own = {
            "sort": "" if self.sort == _USUAL_SORT else self.sort,
            "reveal": self.reveal and bool(self.blind),
        }
        values = links.values_of(self.selection) | links.values_of(self) | own
        return links.written(SCREEN, values)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a link asks for as far as the dataset has it, and what was left out."""

    view: View
    dropped: tuple[Dropped, ...] = ()


def read(query: str, dataset: Dataset) -> Asked:
    """Read a query string, with or without its "?". Never raises: see `Asked.dropped`."""
    given = links.read(query, SCREEN, _CHOICES)
    reading = Selection.from_given(given, dataset)
    asked = replace(View(reading.selection, **given.of(View)), blind=given.text("blind"))
    dropped = reading.dropped
    if asked.base not in ("", RECORD, *dataset.speakers):
        why = f"No source '{links.short(asked.base)}' here to compare with."
        dropped = (*dropped, Dropped("base", asked.base, why))
        asked = replace(asked, base="")
    asked = replace(asked, reveal=asked.reveal and bool(asked.blind))
    return Asked(replace(asked, base="") if asked.hidden else asked, dropped)


def only_filter(selection: Selection) -> Selection:
    """The filter of a view of the timeline, for the way here and back; one source alone makes no comparison."""
    sources = selection.sources if len(selection.sources) > 1 else ()
    return replace(selection.only_filter(), sources=sources)


def of_event(selection: Selection, event_id: str) -> View:
    """The comparison of one event, from a view of the timeline."""
    return View(replace(only_filter(selection), event=event_id))


def without_columns(selection: Selection) -> Selection:
    """The filter of the events: columns leave none away."""
    return replace(selection, sources=())
