"""Whose words: in `called`, `date_as_given` and `act` what stands in [square brackets] is ours, the rest the source's.

list(pieces("May [1937]"))     # [Piece("May ", ours=False), Piece("[1937]", ours=True)]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_OURS = re.compile(r"\[[^\[\]]*\]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text; what is `ours` has its brackets."""

    text: str
    ours: bool


def pieces(text: str) -> Iterator[Piece]:
    """The text in its stretches, in their order; nothing is lost or added."""
    at = 0
    for found in _OURS.finditer(text):
        if found.start() > at:
            yield Piece(text[at : found.start()], False)
        yield Piece(found[0], True)
        at = found.end()
    if at < len(text):
        yield Piece(text[at:], False)


def own_words(text: str) -> str:
    """What the source itself says, with single spaces; "" where all of it is ours."""
    return " ".join("".join(" " if piece.ours else piece.text for piece in pieces(text)).split())


def our_words(text: str) -> str:
    """What we have put in, without its brackets; "" where all of it is the source's."""
    return " ".join(piece.text[1:-1] for piece in pieces(text) if piece.ours)


def has_ours(text: str) -> bool:
    """Whether some of the text is ours."""
    return any(piece.ours for piece in pieces(text))


def is_ours(text: str) -> bool:
    """Whether the text is filled and none of it is the source's."""
    return bool(text) and not own_words(text)
