"""Words that sound almost alike: hard for soft (t, d), and one sound more, less, another, or two in each other's place.

    Sounds(["yezhov", "kirov"]).near("jeschow")    # ["yezhov"]

What languages write differently for one sound is folded already, see `timeline.query.folding`; this bridges what is
misheard or mistyped.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from timeline.query.folding import key

SHORTEST, SHORTEST_SOUND = 5, 4  # letters; of fewer everything is almost alike
LONGEST = 30
_HARD = str.maketrans("bdgvzJ", "ptkfsS")


class Sounds:
    """The rough sounds of plain words, and for each the words that have it."""

    def __init__(self, words: Iterable[str]) -> None:
        """Words that come twice count once."""
        self._words: dict[str, list[str]] = {}
        for word in dict.fromkeys(words):
            if len(sound := _rough(word)) >= SHORTEST_SOUND:
                self._words.setdefault(sound, []).append(word)
        self._letters = sorted({letter for sound in self._words for letter in sound})

    def near(self, word: str) -> list[str]:
        """The words that sound almost like this plain one, the nearest first; not those that sound just like it."""
        if not SHORTEST <= len(word) <= LONGEST:
            return []
        sound, exact = _rough(word), key(word)
        close = (other for other in (sound, *self._changed(sound)) if other in self._words)
        return [other for near in dict.fromkeys(close) for other in self._words[near] if key(other) != exact]

    def _changed(self, sound: str) -> Iterator[str]:
        """Every sound that is one change away, as far as its letters occur at all."""
        for place in range(len(sound) + 1):
            before, after = sound[:place], sound[place:]
            if after:
                yield before + after[1:]
            if len(after) > 1:
                yield before + after[1] + after[0] + after[2:]
            for letter in self._letters:
                yield before + letter + after
                if after:
                    yield before + letter + after[1:]


def _rough(word: str) -> str:
    return key(word).translate(_HARD)
