"""Marked words: in the column `marks` of accounts.csv an author says which words of a quotation frame what it tells.

marks = marks_in("naming: the terrorist group; blame: encouraged the terrorist group")
for piece in marked("encouraged the terrorist group at Leningrad", marks):
    print(piece.text, piece.kinds)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Mark:
    """A phrase of a quotation, and what it does there: a kind of `timeline.dataset.schema.MARKS`."""

    kind: str
    phrase: str


@dataclass(frozen=True, slots=True)
class MarkedPiece:
    """A stretch of a quotation, the kinds of the marks that it lies in, and those of them that begin with it."""

    text: str
    kinds: tuple[str, ...]
    begins: tuple[str, ...]


def marks_in(cell: str) -> tuple[Mark, ...]:
    """The marks of a cell as they are written; whether each can be used is `coding`'s to say."""
    parts = (part.partition(":") for part in cell.split(";") if part.strip())
    return tuple(Mark(kind.strip(), phrase.strip()) for kind, _, phrase in parts)


def marked(quotation: str, marks: Sequence[Mark]) -> Iterator[MarkedPiece]:
    """The quotation in stretches, in their order; nothing is lost or added.

    A mark covers its phrase where that first stands in the quotation, in whatever case. Marks may overlap.
    """
    found = [
        (place.start(), place.end(), mark.kind)
        for mark in marks
        if mark.phrase and (place := re.search(re.escape(mark.phrase), quotation, re.IGNORECASE))
    ]
    edges = sorted({0, len(quotation), *(edge for start, end, _ in found for edge in (start, end))})
    for start, end in pairwise(edges):
        inside = [(first, kind) for first, last, kind in found if first <= start and end <= last]
        yield MarkedPiece(
            quotation[start:end],
            tuple(dict.fromkeys(kind for _, kind in inside)),
            tuple(dict.fromkeys(kind for first, kind in inside if first == start)),
        )
