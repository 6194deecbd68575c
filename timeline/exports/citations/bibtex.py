"""A source as a BibTeX entry, with everything escaped that TeX would take for its own."""

from __future__ import annotations

import re
from collections.abc import Iterable

from timeline.dates import HistoricalDate, Precision
from timeline.exports.citations.authors import Author

_ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{mark: f"\\{mark}" for mark in "{}%&$#_"},
    }
)
_IN_URLS = str.maketrans({"\\": "%5C", "{": "%7B", "}": "%7D", " ": "%20"})
_KINDS = {
    "book": ("book", "publisher"),
    "article": ("article", "journal"),
    "text": ("misc", "howpublished"),
}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def entry(
    key: str,
    kind: str,
    *,
    authors: Iterable[Author],
    title: str,
    container: str,
    when: HistoricalDate | None,
    date: str,
    url: str,
    note: str,
) -> str:
    """Write one entry, a field a line, without those that are empty.

    `kind` is book, article or text; `container` the publisher, journal or site; `date` what stands for the year
    where `when` is not a year, month or day.
    """
    name, within = _KINDS[kind]
    fields = {
        "author": " and ".join(map(_author, authors)),
        "title": f"{{{escape(title)}}}",  # a second pair of braces keeps the capitals
        within: escape(container),
        "year": escape(date),
        "url": url.translate(_IN_URLS),
        "note": escape(note),
    }
    lines = [f"  {field} = {{{value}}}" for field, value in fields.items() if value]
    if (
        when is not None
        and when.earliest
        and when.latest
        and when.precision in (Precision.DAY, Precision.MONTH)
    ):
        lines.append(f"  month = {_MONTHS[when.earliest.month - 1]}")
        if when.precision is Precision.DAY:
            lines.append(f"  day = {{{when.earliest.day}}}")
    return f"@{name}{{{_key(key)},\n" + ",\n".join(lines) + "\n}\n"


def escape(text: str) -> str:
    """The text as TeX prints it."""
    return " ".join(text.split()).translate(_ESCAPES)


def _author(author: Author) -> str:
    if not author.given:
        return f"{{{escape(author.surname)}}}"
    parts = (author.surname, author.suffix, author.given) if author.suffix else (author.surname, author.given)
    return ", ".join(escape(part) for part in parts)


def _key(key: str) -> str:
    return re.sub(r"[^\w:.+/-]|_", "-", key)
