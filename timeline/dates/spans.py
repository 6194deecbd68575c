"""The named spans of the calendar: a day, month, season, quarter, year, decade, and a half or a third of one.

Gregorian throughout, years 1 to 9999; the seasons are the northern ones, of whole months (spring: March to May).
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
SEASONS = ("spring", "summer", "autumn", "winter")


class DateError(ValueError):
    """A date that cannot be read; its text says what to write instead."""


class Precision(StrEnum):
    """The unit in which a date is stated; `RANGE` for a date made of two."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"
    RANGE = "range"


@dataclass(frozen=True, slots=True)
class Part:
    """A named span of the calendar, before anything is said about it.

    `edtf` is "" where the format has no code of its own; circa widens by `months` or `days`.
    """

    first: date
    last: date
    precision: Precision
    words: str
    edtf: str
    months: int
    days: int


def year_words(year: int) -> str:
    """Return a year so that it cannot be taken for a day or for a shortened year."""
    return str(year) if year > 99 else f"AD {year}"


def _check_year(year: int) -> None:
    if not 1 <= year <= 9999:
        raise DateError(f"there is no year {year} here: write a year from 1 to 9999")


def _months_span(year: int, month: int, count: int) -> tuple[date, date]:
    _check_year(year)
    end_year, end_month = divmod(year * 12 + month - 2 + count, 12)
    _check_year(end_year)
    return date(year, month, 1), date(end_year, end_month + 1, monthrange(end_year, end_month + 1)[1])


def day_part(year: int, month: int, day: int) -> Part:
    """Return one day; raise DateError if the calendar (Gregorian throughout) has no such day."""
    if month > 12 and 1 <= day <= 12:
        raise DateError(
            f"there is no month {month}: write {year:04d}-{day:02d}-{month:02d} if {month} is the day"
        )
    _, last = _months_span(year, _checked_month(month), 1)
    if not 1 <= day <= last.day:
        name = f"{MONTHS[month - 1]} {year_words(year)}"
        raise DateError(f"{name} has {last.day} days: write a day from 1 to {last.day}")
    it = date(year, month, day)
    return Part(it, it, Precision.DAY, f"{day} {MONTHS[month - 1]} {year_words(year)}", it.isoformat(), 0, 1)


def month_part(year: int, month: int) -> Part:
    """Return one month."""
    first, last = _months_span(year, _checked_month(month), 1)
    words = f"{MONTHS[month - 1]} {year_words(year)}"
    return Part(first, last, Precision.MONTH, words, f"{year:04d}-{month:02d}", 1, 0)


def season_part(year: int, season: int) -> Part:
    """Return a season (0 spring, 1 summer, 2 autumn); raise DateError for 3, as a winter has two years."""
    _check_year(year)
    if season == 3:
        either = f"winter {year - 1:04d}–{year:04d} or winter {year:04d}–{year + 1:04d}"
        raise DateError(f"winter {year} can be either of two: write {either}")
    first, last = _months_span(year, 3 + 3 * season, 3)
    words = f"{SEASONS[season]} {year_words(year)}"
    return Part(first, last, Precision.SEASON, words, f"{year:04d}-{21 + season}", 3, 0)


def winter_part(year: int) -> Part:
    """Return the winter that begins in December of `year`."""
    first, last = _months_span(year, 12, 3)
    short = f"{last.year % 100:02d}" if year > 999 and last.year % 100 else f"{last.year:04d}"
    return Part(first, last, Precision.SEASON, f"winter {year:04d}–{short}", "", 3, 0)


def quarter_part(year: int, quarter: int) -> Part:
    """Return a quarter of a year (1 to 4)."""
    if not 1 <= quarter <= 4:
        raise DateError(f"a year has four quarters: write Q1 to Q4 {year_words(year)}")
    first, last = _months_span(year, 3 * quarter - 2, 3)
    return Part(first, last, Precision.QUARTER, f"Q{quarter} {year_words(year)}", "", 3, 0)


def year_part(year: int) -> Part:
    """Return one year."""
    first, last = _months_span(year, 1, 12)
    return Part(first, last, Precision.YEAR, year_words(year), f"{year:04d}", 12, 0)


def decade_part(year: int) -> Part:
    """Return the ten years (nine in the first decade, as there is no year 0) that begin with `year`."""
    _check_year(max(year, 1))
    words = f"{year}s" if year > 99 else f"{year:04d}s"
    if year % 100 == 0:
        words = f"{year:04d}s (decade)"
    code = f"{year // 10:03d}X"
    return Part(date(max(year, 1), 1, 1), date(year + 9, 12, 31), Precision.DECADE, words, code, 120, 0)


def _checked_month(month: int) -> int:
    if not 1 <= month <= 12:
        raise DateError(f"there is no month {month:02d}: write a month from 01 to 12")
    return month


def sub_part(part: Part, step: int, of: int) -> Part:
    """Return the third (`of` 3: early, mid, late) or the half (`of` 2) of a part, counted by `step` from 0.

    A third of a month is its days 1-10, 11-20, 21-end; of a season or quarter one month; of a year four months;
    of a decade its years 0-3, 4-6, 7-9. Circa widens by such a piece, not by the whole.
    """
    name = ("early ", "mid-", "late ")[step] if of == 3 else ("first half of ", "second half of ")[step]
    count = {Precision.SEASON: 3, Precision.QUARTER: 3, Precision.YEAR: 12}.get(part.precision, 0)
    if part.precision is Precision.DAY or (of == 2 and count == 3):
        raise DateError(f"“{name.strip(' -')}” says nothing about a {part.precision}: leave it out")
    months, days = count // of, 0
    first, last = part.first, part.last
    if part.precision is Precision.MONTH:
        days = 30 // of
        first = first + timedelta(days=days * step)
        last = last if step == of - 1 else first + timedelta(days=days - 1)
    elif part.precision is Precision.DECADE:
        bounds = (0, 4, 7, 10) if of == 3 else (0, 5, 10)
        decade, months = last.year - 9, 36 if of == 3 else 60
        first = max(first, date(max(decade + bounds[step], 1), 1, 1))
        last = date(decade + bounds[step + 1] - 1, 12, 31)
    else:
        first = shift(first, months * step, 0, at_end=False)
        last = shift(first, months - 1, 0, at_end=True)
    return Part(first, last, part.precision, name + part.words, "", months, days)


def shift(day: date, months: int, days: int, *, at_end: bool) -> date:
    """Return the first or last day of the month `months` away, or the day `days` away, kept in years 1-9999."""
    if days:
        return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        return date.max if year > 9999 else date.min
    return date(year, month + 1, monthrange(year, month + 1)[1] if at_end else 1)
