"""What a reader asks of the people screens: who is looked for, in which order, and who stands beside a person."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode

from timeline.dataset import Dataset
from timeline.query.folding import words
from timeline.query.selection import Dropped
from timeline.query.suggestions import nearest

BESIDE = "with"
# Key of an order -> what it is called; the first, by group, is usual.
SORTS = {"": "Group", "name": "Name", "born": "Born", "died": "Died", "events": "Events", "fate": "Fate"}
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Asked:
    """The words looked for, the order, and what of the link was left out."""

    words: str = ""
    sort: str = ""
    dropped: tuple[Dropped, ...] = ()

    def to_query(self) -> str:
        """The canonical query string, without "?"."""
        return urlencode([pair for pair in (("q", self.words), ("sort", self.sort)) if pair[1]])


def read(query: str) -> Asked:
    """Read a query string, with or without its "?". Never raises: see `Asked.dropped`."""
    own: dict[str, str] = {}
    dropped = []
    for key, value in parse_qsl(query.removeprefix("?"), errors="replace"):
        if key == "sort" and value not in SORTS:
            known = ", ".join(f"'{name}'" for name in SORTS if name)
            dropped.append(Dropped(key, value, f"'sort' is one of {known}, not '{value[:40]}'."))
        elif key == "q" and not words(value):
            dropped.append(Dropped(key, value, f"'{value[:40]}' has no letter or digit to search for."))
        elif key in ("q", "sort"):
            own.setdefault(key, " ".join(value.split())[:_LONGEST])
        else:
            dropped.append(Dropped(key, value, f"This page knows no key '{key[:40]}'."))
    return Asked(own.get("q", ""), own.get("sort", ""), tuple(dropped))


def read_beside(query: str, dataset: Dataset, person_id: str) -> tuple[str, tuple[Dropped, ...]]:
    """Who is to stand beside a person, "" for nobody, and what of the link was left out."""
    beside = ""
    dropped = []
    for key, value in parse_qsl(query.removeprefix("?"), errors="replace"):
        if key != BESIDE:
            dropped.append(Dropped(key, value, f"This page knows no key '{key[:40]}'."))
        elif value == person_id:
            dropped.append(Dropped(key, value, "Nobody is set beside himself or herself."))
        elif value not in set(dataset.people["person_id"]):
            near = nearest(dataset, "person", value, 1)
            cure = f"; did you mean {near[0].name}?" if near else "."
            dropped.append(Dropped(key, value, f"No person '{value[:40]}' here{cure}"))
        else:
            beside = beside or value
    return beside, tuple(dropped)
