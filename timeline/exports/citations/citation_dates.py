"""The date of a source as citation styles write it."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from enum import Enum, auto

from timeline.dates import DateError, HistoricalDate, Precision, parse
from timeline.dates.spans import MONTHS

_EXACT = (Precision.DAY, Precision.MONTH, Precision.YEAR)
_UNDATED = "n.d."
_SHORT = ("Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")


class Style(Enum):
    """A way of citing."""

    CHICAGO = auto()
    MLA = auto()
    APA = auto()


class CitedDate:
    """A source's `published` cell: `when` is what it means, None if it is empty or cannot be read.

    What is not known for certain stands in square brackets, and what is bounded on one side only is undated:
    "n.d. [since 31 March 2024]".
    """

    def __init__(self, published: str, year_only: bool) -> None:
        """With `year_only`, as for books, month and day are left out."""
        self.when: HistoricalDate | None = None
        self._published = published.strip()
        if self._published:
            with suppress(DateError):
                self.when = parse(self._published)
        self._year_only = year_only

    @property
    def year(self) -> str:
        """The year alone if the date lies in one, else as APA writes it."""
        return self._text(Style.APA, year_only=True)

    def text(self, style: Style) -> str:
        """The date in that style."""
        return self._text(style, self._year_only)

    def _text(self, style: Style, year_only: bool) -> str:
        when = self.when
        if when is None:
            return self._published or _UNDATED
        if when.open_start or when.open_end:
            return _UNDATED if style is Style.APA else f"{_UNDATED} [{when}]"
        first = when.stated[0]
        if first is None or when.precision not in _EXACT:
            return str(when)
        text = str(first.year) if year_only else _exact(first, when.precision, style)
        if when.approximate:
            text = f"{'circa' if style is Style.MLA else 'ca.'} {text}"
        if when.uncertain:
            text = f"{text}?"
        guessed = when.approximate or when.uncertain
        return f"[{text}]" if guessed and style is not Style.APA else text


def _exact(day: date, precision: Precision, style: Style) -> str:
    """A day, month or year in the order of that style."""
    if precision is Precision.YEAR:
        return str(day.year)
    month = (_SHORT if style is Style.MLA else MONTHS)[day.month - 1]
    if precision is Precision.MONTH:
        return f"{day.year}, {month}" if style is Style.APA else f"{month} {day.year}"
    return {
        Style.CHICAGO: f"{month} {day.day}, {day.year}",
        Style.MLA: f"{day.day} {month} {day.year}",
        Style.APA: f"{day.year}, {month} {day.day}",
    }[style]
