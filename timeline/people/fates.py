"""What became of a person, in one word with a symbol: "killed in prison 1939" -> Killed ◆.

    fate_of("survived (died 1986)").word

An author writes the column `fate` in free words; here they become a small vocabulary that judges nobody. To add a
fate, add a row to `FATES`: of two that fit, the first is taken. What stands in brackets is looked at last, so that who
"survived (died 1986)" did survive.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from timeline.query.folding import words

_LONGEST = 24  # letters of a fate that nobody has listed
_IN_BRACKETS = re.compile(r"\([^)]*\)")


@dataclass(frozen=True, slots=True)
class Fate:
    """One word and its symbol, both "" where nothing is known; `text` is the author's."""

    id: str
    word: str
    symbol: str
    text: str = ""

    @property
    def more(self) -> str:
        """What the text adds to the word: "died 1986" of "survived (died 1986)", "shot 1937" of itself."""
        said = self.text.strip()
        if said.lower().startswith(self.word.lower()):
            said = said[len(self.word) :].strip(" ,;")
        return said[1:-1] if said.startswith("(") and said.endswith(")") else said


# Fate, and the words by which it is known. Who "shot himself" was not executed, who "died in prison" did not leave it.
FATES: tuple[tuple[Fate, str], ...] = (
    (Fate("suicide", "Suicide", "▼"), "suicide himself herself themselves"),
    (Fate("executed", "Executed", "■"), "shot executed hanged beheaded guillotined burned"),
    (Fate("killed", "Killed", "◆"), "murdered killed assassinated lynched fell"),
    (Fate("died", "Died", "†"), "died natural"),
    (Fate("imprisoned", "Imprisoned", "▥"), "imprisoned prison camp exiled deported banished"),
    (Fate("survived", "Survived", "○"), "survived escaped fled lived"),
    (Fate("unknown", "Unknown", "?"), "unknown missing vanished disappeared"),
)
_OTHER = "·"


def fate_of(text: str) -> Fate:
    """The fate that the words tell; of none of those listed, the first word as it stands."""
    for said in (words(_IN_BRACKETS.sub(" ", text)), words(text)):
        for fate, known in FATES:
            if not set(said).isdisjoint(known.split()):
                return Fate(fate.id, fate.word, fate.symbol, text)
    if not words(text):
        return Fate("", "", "", text)
    first = text.split()[0].strip(",;.:()")[:_LONGEST]
    return Fate("other", first[:1].upper() + first[1:], _OTHER, text)
