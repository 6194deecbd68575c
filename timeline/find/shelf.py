"""All things of one kind with their names, ready to be looked through while somebody types."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from timeline.find.sounds import Sounds
from timeline.query.folding import key, words
from timeline.query.index import Mask
from timeline.query.search import Rows, Vocabulary

_SHORTEST_SOUND = 3  # fewer sounds begin half of all words
_MOST_RANKED = 400  # of so many the order is worked out; what else fits comes after them

WHOLE, BEGINS, INSIDE, APART, SOUNDS = range(5)  # how well a name fits, the best first


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that has a name: a person, event, question, source or work.

    `apart` tells it from its namesakes; `spelling` is another name under which it was found, "" if its own fits.
    """

    kind: str
    id: str
    name: str
    apart: tuple[str, ...] = ()
    spelling: str = ""


class Shelf:
    """Things of one kind by their places, the weightiest first: of equals that one is found first."""

    def __init__(
        self,
        kind: str,
        ids: Sequence[str],
        names: Sequence[tuple[str, ...]],
        apart: Callable[[int], tuple[str, ...]],
    ) -> None:
        """`names` are for each thing its own and then its others; `apart` says of a place what tells it apart."""
        self.kind = kind
        self._ids, self._names, self._apart = ids, names, apart
        self._spelt = [tuple(" ".join(words(name)) for name in each) for each in names]
        self._vocabulary = Vocabulary(" ".join(each) for each in names)
        self._begin = sorted((phrase, place) for place, each in enumerate(self._spelt) for phrase in each)
        self._sounds = Sounds(word for each in self._spelt for phrase in each for word in phrase.split())

    def spelt(self, wanted: Sequence[str]) -> Rows:
        """The places of the things each of whose names has, for every plain word wanted, one that begins like it."""
        return _places(self._all_of([(word,) for word in wanted]))

    def almost(self, wanted: Sequence[str]) -> Rows:
        """The same for words that sound almost like some of those wanted, without what `spelt` finds."""
        near = [self._sounds.near(word) for word in wanted]
        if not any(near):
            return _places(np.zeros(len(self._ids), dtype=bool))
        found = self._all_of([(word, *others) for word, others in zip(wanted, near, strict=True)])
        return _places(found & ~self._all_of([(word,) for word in wanted]))

    def ordered(self, found: Rows, wanted: Sequence[str]) -> list[int]:
        """The places that were found, those first whose names fit best, else the weightiest."""
        whole = " ".join(wanted)
        start = bisect_left(self._begin, (whole,))
        stop = bisect_left(self._begin, (whole + "\U0010ffff",), lo=start)
        begin = {place for _, place in self._begin[start : min(stop, start + _MOST_RANKED)]}
        ranked = begin.intersection(found.tolist()).union(found[:_MOST_RANKED].tolist())
        best = sorted(ranked, key=lambda place: (*self._fit(place, wanted), place))
        rest = found[_MOST_RANKED:]
        return best + [place for place in rest.tolist() if place not in ranked]

    def thing(self, place: int, wanted: Sequence[str]) -> Thing:
        """What stands at a place, with the name by which it was found."""
        names, spelt = self._names[place], self._spelt[place]
        fits = next((which for which, phrase in enumerate(spelt) if _fit(phrase, wanted) < SOUNDS), None)
        if fits is None:
            spoken = [(word, *self._sounds.near(word)) for word in wanted]
            fits = next((which for which, phrase in enumerate(spelt) if _sounds_like(phrase, spoken)), 0)
        return Thing(self.kind, self._ids[place], names[0], self._apart(place), names[fits] if fits else "")

    def _all_of(self, wanted: Sequence[tuple[str, ...]]) -> Mask:
        """What has, for each of those wanted, one of its spellings."""
        left = np.ones(len(self._ids), dtype=bool)
        for spellings in wanted:
            has = np.zeros(len(self._ids), dtype=bool)
            for word in spellings:
                has[self._vocabulary.texts_with(word, sounds=len(key(word)) >= _SHORTEST_SOUND)] = True
            left &= has
        return left

    def _fit(self, place: int, wanted: Sequence[str]) -> tuple[int, bool]:
        """How well the best of the names fits, and whether it is another than the thing's own."""
        return min((_fit(phrase, wanted), which > 0) for which, phrase in enumerate(self._spelt[place]))


def _fit(phrase: str, wanted: Sequence[str]) -> int:
    whole = " ".join(wanted)
    if phrase == whole:
        return WHOLE
    if phrase.startswith(whole):
        return BEGINS
    padded = " " + phrase
    if " " + whole in padded:
        return INSIDE
    return APART if all(" " + word in padded for word in wanted) else SOUNDS


def _sounds_like(phrase: str, spoken: Sequence[tuple[str, ...]]) -> bool:
    """Whether for each word one of its spellings begins a word of the phrase, by its sound."""
    sounds = [key(word) for word in phrase.split()]
    return all(any(sound.startswith(tuple(map(key, word))) for sound in sounds) for word in spoken)


def _places(found: Mask) -> Rows:
    return np.flatnonzero(found).astype(np.int32)
