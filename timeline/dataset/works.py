"""The works behind the record: how cells and the scholarly note name them.

A cell (`basis` of events.csv, `record_basis` of questions.csv) names works by the ids of references.csv, each with the
place where it was seen: `lenoe-2010 ch. 5; getty-naumov-1999`. The note of timeline.toml names them as Pandoc does, at
the end of a sentence: `... were shot [@werth-2011; @conquest-1990, ch. 3].`
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_IN_NOTE = re.compile(r"\s*\[(@[^\[\]]+)\]")


@dataclass(frozen=True, slots=True)
class CitedWork:
    """A work and the place in it ("ch. 5"), "" where none was seen."""

    reference_id: str
    place: str = ""

    def __str__(self) -> str:
        """As a cell has it."""
        return f"{self.reference_id} {self.place}".strip()


def cited_in_cell(cell: str) -> tuple[CitedWork, ...]:
    """The works that a cell names, in its order."""
    items = (item.strip().partition(" ") for item in cell.split(";"))
    return tuple(CitedWork(name, place.strip()) for name, _, place in items if name)


def cited_in_note(note: str) -> tuple[CitedWork, ...]:
    """The works that the note names, in its order."""
    return tuple(work for part in note_parts(note) if not isinstance(part, str) for work in part)


def note_parts(note: str) -> Iterator[str | tuple[CitedWork, ...]]:
    """The note in pieces: text, and between two texts the works that are named there."""
    at = 0
    for found in _IN_NOTE.finditer(note):
        if text := note[at : found.start()]:
            yield text
        yield tuple(_in_brackets(found[1]))
        at = found.end()
    if text := note[at:]:
        yield text


def note_text(note: str) -> str:
    """The note without its citations, for where only text can stand."""
    return "".join(part for part in note_parts(note) if isinstance(part, str))


def _in_brackets(text: str) -> Iterator[CitedWork]:
    for item in text.split(";"):
        name, _, place = item.strip().removeprefix("@").partition(",")
        if name.strip():
            yield CitedWork(name.strip(), place.strip())
