"""Authors as citations write them: surname first, initials, several, and bodies that have no surname.

    [author] = authors_of("J. Arch Getty")
    author.inverted, author.initials      # "Getty, J. Arch", "Getty, J. A."

The tables have one cell for all authors: names joined by "and" or ";", each with the surname last or, before a
comma, first. A body ("Wikipedia contributors", "People's Commissariat of Justice") is told from a person by a word
that only bodies have, or one in small letters that is part of no name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_PARTICLES = frozenset({
    "af", "al", "bin", "d", "da", "das", "de", "dei", "del", "della", "den", "der", "di", "do", "dos",
    "du", "el", "ibn", "la", "le", "ten", "ter", "tot", "van", "von", "y", "zu", "zum", "zur",
})  # fmt: skip
_SUFFIXES = frozenset({"Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV"})
_NOBODY = frozenset({"anon.", "anonymous", "unknown", "unnamed"})
_BODIES = frozenset({
    "Agency", "Archive", "Archives", "Association", "Bureau", "Church", "Commission", "Committee",
    "Council", "Court", "Department", "Editors", "Foundation", "Government", "Institute", "Library",
    "Ministry", "Museum", "News", "Office", "Party", "Press", "Society", "Staff", "Times", "Union",
    "University",
})  # fmt: skip
_LETTERS = re.compile(r"[^\W\d_]+")
_APART = re.compile(r"\s*;\s*|\s+(?:and|&)\s+")


@dataclass(frozen=True, slots=True)
class Author:
    """One author. A body has no `given` name and is written as it stands."""

    surname: str
    given: str = ""
    suffix: str = ""

    @property
    def natural(self) -> str:
        """Given name first: "J. Arch Getty"."""
        return " ".join(filter(None, (self.given, self.surname, self.suffix)))

    @property
    def inverted(self) -> str:
        """Surname first: "Getty, J. Arch"."""
        return ", ".join(filter(None, (self.surname, self.given, self.suffix)))

    @property
    def initials(self) -> str:
        """Surname and initials: "Getty, J. A.", "Sartre, J.-P."."""
        letters = " ".join(
            "-".join(f"{part[0]}." for part in name.split("-") if part) for name in self.given.split()
        )
        return ", ".join(filter(None, (self.surname, letters, self.suffix)))


def authors_of(cell: str) -> list[Author]:
    """The authors of one cell, none if nobody is named ("Unnamed historians")."""
    cell = cell.strip()
    if not cell or cell.split()[0].casefold() in _NOBODY:
        return []
    if _is_body(cell):
        return [Author(cell)]
    return [_author(part) for part in _APART.split(cell) if part]


def listed(names: Sequence[str], conjunction: str) -> str:
    """Several as a list: "A", "A and B", "A, B, and C"; with two names a comma only if the first one has one."""
    if len(names) < 2:
        return "".join(names)
    comma = "," if len(names) > 2 or "," in names[0] else ""
    return f"{', '.join(names[:-1])}{comma} {conjunction} {names[-1]}"


def _is_body(cell: str) -> bool:
    """Whether some word is one that bodies have, or is in small letters and part of no name."""
    head = set(_LETTERS.findall(cell.partition(",")[0]))
    small = {word for word in head if word.islower()}
    return bool(head & _BODIES or small - _PARTICLES - {"and"}) or any(letter.isdigit() for letter in cell)


def _author(name: str) -> Author:
    before, _, after = (part.strip() for part in name.partition(","))
    if after in _SUFFIXES:
        return _natural(before, after)
    if after[:1].isupper():
        given, _, suffix = (part.strip() for part in after.partition(","))
        return Author(before, given, suffix)
    return _natural(before)  # what follows is no name: "Simon Maskharashvili, interviewed"


def _natural(name: str, suffix: str = "") -> Author:
    words = name.split()
    start = len(words) - 1
    while start > 1 and words[start - 1] in _PARTICLES:
        start -= 1
    return Author(" ".join(words[start:]), " ".join(words[:start]), suffix)
