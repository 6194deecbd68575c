"""What a reader asks of the people screens: who is looked for, in which order, and who stands beside a person."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.dataset import Dataset
from timeline.query import links
from timeline.query.folding import words
from timeline.query.links import Dropped
from timeline.query.suggestions import nearest

SCREEN, PERSON_SCREEN = "people", "person"
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
        return links.written(SCREEN, links.values_of(self))


def read(query: str) -> Asked:
    """Read a query string, with or without its "?". Never raises: see `Asked.dropped`."""
    given = links.read(query, SCREEN, {"sort": SORTS})
    typed = given.text("words")
    if typed and not words(typed):
        why = f"'{links.short(typed)}' has no letter or digit to search for."
        return Asked("", given.text("sort"), (*given.dropped, Dropped("q", typed, why)))
    return Asked(typed[:_LONGEST], given.text("sort"), given.dropped)


def read_beside(query: str, dataset: Dataset, person_id: str) -> tuple[str, tuple[Dropped, ...]]:
    """Who is to stand beside a person, "" for nobody, and what of the link was left out."""
    given = links.read(query, PERSON_SCREEN)
    beside = given.text("beside")
    if beside == person_id:
        why = "Nobody is set beside himself or herself."
    elif beside and beside not in set(dataset.people["person_id"]):
        near = nearest(dataset, "person", beside, 1)
        hint = f"; did you mean {near[0].name}?" if near else "."
        why = f"No person '{links.short(beside)}' here{hint}"
    else:
        return beside, given.dropped
    return "", (*given.dropped, Dropped("with", beside, why))
