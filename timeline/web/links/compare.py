"""What a reader asks of the compare screen, as one immutable value, and as the query string of a link.

The keys of the timeline (see `timeline.query.selection`) mean the same here, but that `source`, repeated, names the
columns in their order. What only this screen knows comes after them.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from timeline.dataset import Dataset
from timeline.query.selection import Dropped, Selection
from timeline.sources.matrix import KINDS, SORTS, Kind, Sort
from timeline.web.links import own_keys

# Key of a link -> what it may say. Each is left out while it says what is usual, the first.
CHOICES = {
    "view": ("", "questions"),
    "kind": KINDS,
    "sort": SORTS,
    "fold": ("1", "0"),
    "reveal": ("", "1"),
}
_LONGEST_SEED = 9  # digits


@dataclass(frozen=True, slots=True)
class View:
    """The filter, the columns and the open event or question (`selection`), and how they are compared.

    `view` is "questions" for the list of them; `kind` leaves events told by all, by one only, or disputed; `sort`
    puts those first that most sources tell, or that matter most. `fold` puts voices into the document that prints them.
    `blind` is the seed that orders the columns while their names are hidden, "" if they are not; `reveal` shows the
    names in that order.
    """

    selection: Selection = field(default_factory=Selection)
    view: str = ""
    kind: Kind = ""
    sort: Sort = "time"
    fold: bool = True
    blind: str = ""
    reveal: bool = False

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
            "view": self.view,
            "kind": self.kind,
            "sort": "" if self.sort == "time" else self.sort,
            "fold": "" if self.fold else "0",
            "blind": self.blind,
            "reveal": "1" if self.reveal and self.blind else "",
        }
        parts = (self.selection.to_query(), urlencode([pair for pair in own.items() if pair[1]]))
        return "&".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a link asks for as far as the dataset has it, and what was left out."""

    view: View
    dropped: tuple[Dropped, ...] = ()


def read(query: str, dataset: Dataset) -> Asked:
    """Read a query string, with or without its "?". Never raises: see `Asked.dropped`."""
    own: dict[str, str] = {}
    dropped: list[Dropped] = []
    pairs, rest = own_keys.split(query, ("blind", *CHOICES))
    for key, value in pairs:
        _take(key, value, own, dropped)
    reading = Selection.from_query(rest, dataset)
    asked = View(
        selection=reading.selection,
        view=own.get("view", ""),
        kind=next((kind for kind in KINDS if kind == own.get("kind")), ""),
        sort=next((sort for sort in SORTS if sort == own.get("sort")), "time"),
        fold=own.get("fold") != "0",
        blind=own.get("blind", ""),
        reveal="blind" in own and "reveal" in own,
    )
    return Asked(asked, (*dropped, *reading.dropped))


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


def _take(key: str, value: str, own: dict[str, str], dropped: list[Dropped]) -> None:
    if key in own:
        dropped.append(Dropped(key, value, f"The link gives '{key}' twice; the first one is used."))
    elif key == "blind" and not (value.isascii() and value.isdigit() and len(value) <= _LONGEST_SEED):
        why = f"'blind' is a number of at most {_LONGEST_SEED} digits, not '{value[:40]}'."
        dropped.append(Dropped(key, value, why))
    elif key != "blind" and value not in CHOICES[key]:
        known = " or ".join(f"'{choice}'" for choice in CHOICES[key] if choice)
        dropped.append(Dropped(key, value, f"'{key}' is {known}, not '{value[:40]}'."))
    else:
        own[key] = value
