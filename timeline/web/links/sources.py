"""What a reader asks of the page of one source, as one immutable value, and as the query string of a link.

The keys of a filter (see `timeline.query.selection`) mean the same as everywhere and leave some events of its telling.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlencode

from timeline.dataset import Dataset
from timeline.query.selection import Dropped, Selection
from timeline.web.links import own_keys

# Key of a link -> what it may say; the first is usual and left out.
CHOICES = {"gaps": ("0", "1"), "voices": ("1", "0")}


@dataclass(frozen=True, slots=True)
class View:
    """The filter, whether what the source leaves out is listed too, and whether its voices tell with it."""

    selection: Selection = field(default_factory=Selection)
    gaps: bool = False
    voices: bool = True

    def to_query(self) -> str:
        """The canonical query string, without "?"; `read` reads it back."""
        own = [("gaps", "1")] if self.gaps else []
        own += [] if self.voices else [("voices", "0")]
        return "&".join(filter(None, (self.selection.to_query(), urlencode(own))))


@dataclass(frozen=True, slots=True)
class Asked:
    """What a link asks for as far as the dataset has it, and what was left out."""

    view: View
    dropped: tuple[Dropped, ...] = ()


def read(query: str, dataset: Dataset) -> Asked:
    """Read a query string, with or without its "?". Never raises: see `Asked.dropped`."""
    own: dict[str, str] = {}
    dropped: list[Dropped] = []
    pairs, rest = own_keys.split(query, CHOICES)
    for key, value in pairs:
        if value in CHOICES[key]:
            own.setdefault(key, value)
        else:
            known = " or ".join(f"'{choice}'" for choice in CHOICES[key])
            dropped.append(Dropped(key, value, f"'{key}' is {known}, not '{value[:40]}'."))
    reading = Selection.from_query(rest, dataset)
    view = View(reading.selection.only_filter(), own.get("gaps") == "1", own.get("voices") != "0")
    return Asked(view, (*dropped, *reading.dropped))
