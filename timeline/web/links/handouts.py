"""What is asked of a handout: its paper, the sources in its columns, hidden names, and the filter it is made of.

The keys of the timeline (see `timeline.query.selection`) mean the same here: they say which events "these events" are.
What only handouts know is read first: `paper`, `column` (repeated, in their order) and `blind`.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from urllib.parse import parse_qsl, urlencode

from timeline.dataset import Dataset
from timeline.exports.handouts.chart import MOST_COLUMNS
from timeline.query.selection import Dropped, Selection


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
_LONGEST_SEED = 9  # digits


@dataclass(frozen=True, slots=True)
class Handout:
    """How a handout is to be made. `paper` is "" for the usual one of its kind, `blind` the seed of hidden names."""

    selection: Selection = field(default_factory=Selection)
    paper: str = ""
    columns: tuple[str, ...] = ()
    blind: str = ""

    def to_query(self) -> str:
        """The canonical query string, without "?"; `read` reads it back."""
        own = [("column", source) for source in self.columns]
        own += [(key, value) for key, value in (("blind", self.blind), ("paper", self.paper)) if value]
        return "&".join(part for part in (self.selection.to_query(), urlencode(own)) if part)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a link asks for as far as it can be had, and what was left out."""

    handout: Handout
    dropped: tuple[Dropped, ...] = ()


def read(query: str, dataset: Dataset, papers: tuple[str, ...]) -> Asked:
    """Read a query string, with or without its "?". Never raises: see `Asked.dropped`."""
    columns: dict[str, None] = {}
    own = {"paper": "", "blind": ""}
    rest: list[str] = []
    dropped: list[Dropped] = []
    known = set(dataset.sources["source_id"])
    for part in query.removeprefix("?").split("&"):
        key, value = next(iter(parse_qsl(part, keep_blank_values=True, errors="replace")), ("", ""))
        if key not in ("column", *own):
            rest.append(part)
        elif not value:
            continue  # a form sends its empty fields too
        elif key == "column" and value not in known:
            dropped.append(Dropped(key, value, f"No source '{value[:40]}' here."))
        elif key == "column":
            columns[value] = None
        elif key == "paper" and value not in papers:
            names = " or ".join(papers)
            dropped.append(Dropped(key, value, f"'paper' is {names} here, not '{value[:40]}'."))
        elif key == "blind" and not (value.isascii() and value.isdigit() and len(value) <= _LONGEST_SEED):
            why = f"'blind' is a number of at most {_LONGEST_SEED} digits, not '{value[:40]}'."
            dropped.append(Dropped(key, value, why))
        else:
            own[key] = own[key] or value
    chosen = tuple(columns)
    for source in chosen[MOST_COLUMNS:]:
        why = f"A chart has room for {MOST_COLUMNS} columns; '{source[:40]}' is one too many."
        dropped.append(Dropped("column", source, why))
    reading = Selection.from_query("&".join(filter(None, rest)), dataset)
    handout = Handout(reading.selection, own["paper"], chosen[:MOST_COLUMNS], own["blind"])
    return Asked(handout, (*dropped, *reading.dropped))


def of_filter(selection: Selection) -> Handout:
    """The handouts of the events that a view of the timeline leaves, whatever is open in it."""
    return Handout(replace(selection, event="", question=""))
