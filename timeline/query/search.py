"""Words looked up in many texts at once: which texts hold a word that begins like this one, in any spelling.

A `Vocabulary` is an inverted index kept in a few arrays: every distinct word once, and for each word the
numbers of the texts that hold it. At 50,000 events a look-up is a slice of an array, where a search through
the texts would be tens of milliseconds.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable
from difflib import get_close_matches

import numpy as np
from numpy.typing import NDArray

from timeline.query.folding import key, words

Rows = NDArray[np.int32]

_TEXT_BITS = 31


class Vocabulary:
    """The words of `texts`, which are numbered from 0 in the order given."""

    def __init__(self, texts: Iterable[str]) -> None:
        codes: dict[str, int] = {}
        # Word and text in one number, sorted in place: half the memory of sorting two arrays by one of them.
        pairs = array("q")
        for number, text in enumerate(texts):
            found = {codes.setdefault(word, len(codes)) for word in words(text)}
            pairs.extend(code << _TEXT_BITS | number for code in found)
        self._plain: list[str] = sorted(codes)
        place = np.empty(len(codes), dtype=np.int32)
        for rank, word in enumerate(self._plain):
            place[codes[word]] = rank
        packed = np.frombuffer(pairs, dtype=np.int64)
        ranks = place[packed >> _TEXT_BITS]
        self._ends: NDArray[np.int64] = np.cumsum(np.bincount(ranks, minlength=len(codes)))
        packed &= (1 << _TEXT_BITS) - 1
        packed |= ranks.astype(np.int64) << _TEXT_BITS
        packed.sort()
        packed &= (1 << _TEXT_BITS) - 1
        self._texts: Rows = packed.astype(np.int32)
        by_sound = sorted((key(word), rank) for rank, word in enumerate(self._plain))
        self._sounds: list[str] = [sound for sound, _ in by_sound]
        self._sound_ranks: Rows = np.array([rank for _, rank in by_sound], dtype=np.int32)

    def texts_with(self, word: str, *, sounds: bool = True) -> Rows:
        """The texts in which a word begins like `word`, a plain word; the number of a text may come twice.

        With `sounds` also those in which one begins with its sounds, however it is spelt.
        """
        first, last = _beginning_with(self._plain, word)
        sound_first, sound_last = _beginning_with(self._sounds, key(word)) if sounds else (0, 0)
        also = self._sound_ranks[sound_first:sound_last]
        also = also[(also < first) | (also >= last)]
        pieces = [self._slice(first, last)] if first < last else []
        pieces += [self._slice(rank, rank + 1) for rank in also.tolist()]
        return np.concatenate(pieces) if pieces else np.empty(0, dtype=np.int32)

    def alike(self, word: str, limit: int) -> list[str]:
        """The plain words that sound most like `word`, best first, for what `texts_with` cannot bridge."""
        sounds = get_close_matches(key(word), self._sounds, n=limit, cutoff=0.7)
        return [self._plain[self._sound_ranks[bisect_left(self._sounds, sound)]] for sound in sounds]

    def _slice(self, first: int, last: int) -> Rows:
        start = int(self._ends[first - 1]) if first else 0
        return self._texts[start : int(self._ends[last - 1])]


def _beginning_with(ordered: list[str], beginning: str) -> tuple[int, int]:
    """The half-open range of `ordered` whose members begin with `beginning`."""
    first = bisect_left(ordered, beginning)
    return first, bisect_left(ordered, beginning + "\U0010ffff", lo=first)
