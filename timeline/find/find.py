"""Find anything by name, in any spelling; what sounds almost alike comes at once, under a heading of its own.

    found = find(dataset, "Jeschow")
    for group in found.groups:
        print(group.name, group.total, [(thing.name, *thing.apart) for thing in group.things])
    # Sound like it: people 1 [('Nikolai Yezhov', 'Head of the NKVD', '1895–1940')]

Every word typed begins a word of the name or of another name, in any case, accents, script or romanisation.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from timeline.dataset import Dataset
from timeline.find.shelf import Shelf, Thing
from timeline.find.things import KINDS, shelves
from timeline.query.filters import mask
from timeline.query.folding import words
from timeline.query.search import Rows
from timeline.query.selection import Selection

LIKE_PEOPLE, LIKE_TITLES = "people-alike", "titles-alike"
#: Every group by the word of a link, with its heading.
GROUPS = {
    **KINDS,
    LIKE_PEOPLE: "People whose names sound like it",
    LIKE_TITLES: "Titles in which a word sounds like it",
}
LONGEST = 200  # letters
_MOST_WORDS = 12


@dataclass(frozen=True, slots=True)
class Group:
    """The things of one kind that were found, the best first: at most as many as were asked for, of `total`."""

    id: str
    things: tuple[Thing, ...]
    total: int

    @property
    def name(self) -> str:
        """The heading."""
        return GROUPS[self.id]

    @property
    def is_alike(self) -> bool:
        """Whether these only sound almost like what was typed."""
        return self.id not in KINDS

    @property
    def more(self) -> int:
        """How many there are beside those that are given."""
        return self.total - len(self.things)


@dataclass(frozen=True, slots=True)
class Found:
    """What was found; no group is empty.

    `words` is what was looked for, "" if nothing in it can be. `single` are, where nothing has all the words, those
    that something has: (word as it was typed, how many).
    """

    words: str
    groups: tuple[Group, ...] = ()
    single: tuple[tuple[str, int], ...] = ()

    @property
    def named(self) -> int:
        """How many things are called like this, those that only sound almost like it not among them."""
        return sum(group.total for group in self.groups if not group.is_alike)


def find(dataset: Dataset, typed: str, limit: int, only: str = "", start: int = 0) -> Found:
    """At most `limit` things of each group, from number `start` on; of the group `only`, if one is named."""
    shown = " ".join(typed[:LONGEST].split())
    wanted = words(shown)[:_MOST_WORDS]
    if not wanted:
        return Found("")
    kinds = {shelf.kind: shelf for shelf in shelves(dataset)}
    titles = [shelf for kind, shelf in kinds.items() if kind != "people"]
    groups = [
        *(
            _group(kind, [(shelf, shelf.spelt(wanted))], wanted, limit, start)
            for kind, shelf in kinds.items()
        ),
        _group(LIKE_PEOPLE, [(kinds["people"], kinds["people"].almost(wanted))], wanted, limit, start),
        _group(LIKE_TITLES, [(shelf, shelf.almost(wanted)) for shelf in titles], wanted, limit, start),
    ]
    left = tuple(group for group in groups if group.total and only in ("", group.id))
    return Found(shown, left, () if left or len(wanted) == 1 else _single(kinds.values(), shown))


def told_in(dataset: Dataset, typed: str) -> int:
    """How many events have these words somewhere in their texts: summary, place, people, what the sources say."""
    return int(mask(dataset, Selection(words=typed)).sum())


def _group(
    name: str, parts: Iterable[tuple[Shelf, Rows]], wanted: Sequence[str], limit: int, start: int
) -> Group:
    parts = [(shelf, found) for shelf, found in parts if len(found)]
    places = ((shelf, place) for shelf, found in parts for place in shelf.ordered(found, wanted))
    things = tuple(shelf.thing(place, wanted) for shelf, place in islice(places, start, start + limit))
    return Group(name, things, sum(len(found) for _, found in parts))


def _single(kinds: Iterable[Shelf], shown: str) -> tuple[tuple[str, int], ...]:
    """The words that something has, each with how many have it."""
    shelves_in_order = list(kinds)
    counted = (
        (word, sum(len(shelf.spelt(words(word))) for shelf in shelves_in_order if words(word)))
        for word in dict.fromkeys(shown.split()[:_MOST_WORDS])
    )
    return tuple((word, number) for word, number in counted if number)
