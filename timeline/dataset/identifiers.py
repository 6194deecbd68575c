"""Ids as they should be written, and what a misspelt one was meant to be."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Collection

KEBAB_CASE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_NOT_LETTERS = re.compile(r"[\W_]+")
# One comparison takes some microseconds; a folder full of wrong ids is to be checked in seconds all the same.
_COMPARISONS = 200_000
_LONGEST_WORD = 200


def is_kebab_case(text: str) -> bool:
    """Tell whether `text` is small Latin letters and digits, joined by single hyphens."""
    return KEBAB_CASE.fullmatch(text) is not None


def slug(text: str) -> str:
    """Return `text` as an id: small letters of any script without accents, and digits, joined by hyphens."""
    plain = "".join(
        letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter)
    )
    return _NOT_LETTERS.sub("-", unicodedata.normalize("NFC", plain).casefold()).strip("-")


class Speller:
    """Finds the known word nearest to a misspelt one, within a budget of comparisons for one folder."""

    def __init__(self, comparisons: int = _COMPARISONS) -> None:
        """Allow so many comparisons in all; after that no more suggestions are made."""
        self._left = comparisons

    def nearest(self, word: str, known: Collection[str], cutoff: float = 0.6) -> str | None:
        """Return the word of `known` that `word` was probably meant to be, or None.

        `cutoff` is difflib's measure of likeness, from 0 to 1.
        """
        self._left -= len(known)
        if self._left < 0 or len(word) > _LONGEST_WORD:
            return None
        wanted = slug(word)
        for candidate in known:
            if wanted and wanted == slug(candidate):
                return candidate
        found = difflib.get_close_matches(word, known, n=1, cutoff=cutoff)
        return found[0] if found else None


def did_you_mean(suggestion: str | None, otherwise: str) -> str:
    """Return the hint for a word that is not known."""
    return f"did you mean '{suggestion}'?" if suggestion is not None else otherwise
