"""The value of a date, and how spans become one: widened, opened, joined.

`place` turns a `Part` of the calendar ("March 1935") into a `HistoricalDate` by what is said about it (before, after,
circa, "?"), and `join` makes one date of two (a range, "between", "or"). Nothing here reads text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum
from functools import total_ordering

from timeline.dates.spans import MONTHS, SEASONS, DateError, Part, Precision, shift

Span = tuple[date | None, date | None]
_ONE_DAY = timedelta(days=1)
_BEYOND = date.max.toordinal() + 1
_RANK = {precision: rank for rank, precision in enumerate(Precision)}


class Limit(StrEnum):
    """On which side of a span a date lies; the value is the English word that prints it."""

    WITHIN = ""
    BEFORE = "before"
    BY = "by"
    AFTER = "after"
    SINCE = "since"


class Join(StrEnum):
    """How two dates become one: from the first to the second, a time between them, or one of the two."""

    RANGE = "–"
    BETWEEN = " and "
    OR = " or "


@total_ordering
@dataclass(frozen=True, slots=True)
class HistoricalDate:
    """A date as well as it is known.

    Dates sort by earliest (an open start before all others), then by latest (an open end after all others).

    Attributes:
        earliest: first day that is possible; None if the start is open ("before 1934").
        latest: last day that is possible; None if the end is open ("since 1934").
        precision: the unit in which it is stated.
        approximate: said to be circa; the span is wider by one unit on both sides.
        uncertain: said with a question mark; the span is not wider for it.
        edtf: Extended Date/Time Format (ISO 8601-2); read back, it gives the same span.
        printed: English; read back, it gives the same span.
        core: first and last day that are certainly covered: a day itself, the inside of a range; else None.
        text: what the author wrote. It takes no part in comparisons: "1 декабря 1934" equals "1934-12-01".
        stated: earliest and latest before circa widened them.
        ends: the two dates of a range.
    """

    earliest: date | None
    latest: date | None
    precision: Precision
    approximate: bool
    uncertain: bool
    edtf: str
    printed: str
    core: tuple[date, date] | None = field(compare=False)
    text: str = field(compare=False)
    stated: Span = field(compare=False, repr=False)
    ends: tuple[HistoricalDate, HistoricalDate] | None = field(default=None, compare=False, repr=False)

    @property
    def open_start(self) -> bool:
        """Whether nothing is said about the earliest day."""
        return self.earliest is None

    @property
    def open_end(self) -> bool:
        """Whether nothing is said about the latest day."""
        return self.latest is None

    def intersects(self, first: date, last: date) -> bool:
        """Whether some possible day lies from `first` to `last`, both included."""
        return (not self.earliest or self.earliest <= last) and (not self.latest or self.latest >= first)

    def until(self, other: HistoricalDate) -> HistoricalDate:
        """Return the range from this date to `other`; raise DateError if `other` ends before it begins."""
        first = self.ends[0] if self.ends else self
        last = other.ends[1] if other.ends else other
        text = self.text if self == other else f"{self.text} – {other.text}"
        return join(first, last, Join.RANGE, text)

    def __str__(self) -> str:
        return self.printed

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, HistoricalDate):
            return NotImplemented
        return self._sort_key() < other._sort_key()

    def _sort_key(self) -> tuple[int, int, int, bool, bool, str, str]:
        # After the two days all other compared fields, so that the order never calls two unequal dates equal.
        return (
            self.earliest.toordinal() if self.earliest else 0,
            self.latest.toordinal() if self.latest else _BEYOND,
            _RANK[self.precision],
            self.approximate,
            self.uncertain,
            self.edtf,
            self.printed,
        )


def place(
    part: Part, text: str, limit: Limit = Limit.WITHIN, *, approximate: bool = False, uncertain: bool = False
) -> HistoricalDate:
    """Return the date that lies in, before or after a part; raise DateError if the calendar ends there."""
    low: date | None = None
    high: date | None = None
    if limit is Limit.AFTER:
        if part.last == date.max:
            raise DateError("nothing lies after the year 9999: write an earlier date")
        low = part.last + _ONE_DAY
    elif limit is Limit.BEFORE:
        if part.first == date.min:
            raise DateError("nothing lies before the year 1 here: write a later date")
        high = part.first - _ONE_DAY
    if limit in (Limit.WITHIN, Limit.SINCE):
        low = part.first
    if limit in (Limit.WITHIN, Limit.BY):
        high = part.last
    earliest, latest = low, high
    if approximate:
        earliest = low and shift(low, -part.months, -part.days, at_end=False)
        latest = high and shift(high, part.months, part.days, at_end=True)
    is_day = part.precision is Precision.DAY and limit is Limit.WITHIN and not approximate and not uncertain
    return HistoricalDate(
        earliest,
        latest,
        part.precision,
        approximate,
        uncertain,
        edtf=_code(part, (low, high), (earliest, latest), approximate, uncertain),
        printed=f"{limit} {'c. ' * approximate}{part.words}{'?' * uncertain}".lstrip(),
        core=(part.first, part.last) if is_day else None,
        text=text,
        stated=(low, high),
    )


_FLAGS = {(False, False): "", (True, False): "~", (False, True): "?", (True, True): "%"}
_CODE_LENGTH = {Precision.DAY: 10, Precision.MONTH: 7, Precision.YEAR: 4, Precision.DECADE: 3}


def _code(part: Part, stated: Span, widened: Span, approximate: bool, uncertain: bool) -> str:
    # Where EDTF has no code for the unit (a quarter, "late 1935"), only its limits can be written. A "~" on those
    # would widen them by another unit when read back, so there the widened limits are written, without it.
    low, high = stated
    if low and high:
        if part.edtf:
            return part.edtf + _FLAGS[approximate, uncertain]
        return _code_between(widened[0] or low, widened[1] or high)
    length = _CODE_LENGTH.get(part.precision) if part.edtf else None
    side = low or high or part.first
    if length:
        code = side.isoformat()[:length] + "X" * (length == 3) + _FLAGS[approximate, uncertain]
    else:
        side = widened[0] or widened[1] or side
        on_edge = side.day == 1 if low else _ends_month(side)
        code = side.isoformat()[: 7 if on_edge else 10] + "?" * uncertain
    return f"{code}/.." if low else f"../{code}"


def _ends_month(day: date) -> bool:
    return day == date.max or (day + _ONE_DAY).day == 1


def _code_between(first: date, last: date) -> str:
    """Return the EDTF of one unknown time in a span, as short as both limits allow."""
    length = 10
    if first.day == 1 and _ends_month(last):
        length = 4 if (first.month, last.month) == (1, 12) else 7
    low, high = first.isoformat()[:length], last.isoformat()[:length]
    return low if low == high else f"[{low}..{high}]"


def join(first: HistoricalDate, last: HistoricalDate, how: Join, text: str) -> HistoricalDate:
    """Return one date made of two; raise DateError if the second ends too early or no side is known."""
    if first == last:
        return replace(first, text=text)
    if how is Join.OR and last < first:
        first, last = last, first
    low, high = first.stated[0], last.stated[1]
    if low and high and high < low:
        raise DateError(
            f"{last} ends before {first} begins: write the earlier date first, and the year of both"
        )
    if first.earliest is None and last.latest is None:
        raise DateError("a date that is open on both sides says nothing: write at least one of the two")
    uncertain = first.uncertain or last.uncertain
    core = ends = None
    if how is Join.RANGE:
        latest, edtf = last.latest, f"{_edges(first)[0]}/{_edges(last)[1]}"
        core, ends = None if uncertain else _inside(first, last), (first, last)
    else:
        if not (first.earliest and first.latest and last.earliest and last.latest):
            raise DateError(
                f"“{how.strip()}” joins two dates that are not open: leave out before, after, by, since"
            )
        latest = max(first.latest, last.latest) if how is Join.OR else last.latest
        edtf = _code_between(first.earliest, latest)
        plain = re.fullmatch(r"[0-9-]+", first.edtf + last.edtf)
        if how is Join.OR and first.latest <= last.latest and plain:
            edtf = f"[{first.edtf},{last.edtf}]"
    return HistoricalDate(
        first.earliest,
        latest,
        Precision.RANGE,
        first.approximate or last.approximate,
        uncertain,
        edtf=edtf,
        printed=("between " if how is Join.BETWEEN else "") + _words(first, last, how),
        core=core,
        text=text,
        stated=(low, high),
        ends=ends,
    )


def _edges(it: HistoricalDate) -> tuple[str, str]:
    codes = re.split(r"\.\.(?!/|$)|,", it.edtf[1:-1]) if it.edtf.startswith("[") else it.edtf.split("/")
    return codes[0], codes[-1]


def _inside(first: HistoricalDate, last: HistoricalDate) -> tuple[date, date] | None:
    low = first.core[0] if first.core else first.latest
    high = last.core[1] if last.core else last.earliest
    return (low, high) if low and high and low <= high else None


def _words(first: HistoricalDate, last: HistoricalDate, how: Join) -> str:
    """Return two dates as one would write them: without repeating the month or year that they share."""
    start, end = first.printed.split(" "), last.printed.split(" ")
    named = (*MONTHS, *SEASONS[:3])
    spaced = " – " if how is Join.RANGE else how
    if not (first.uncertain or last.uncertain):
        if _is_day(start) and _is_day(end) and start[2:] == end[2:]:
            if start[1] == end[1]:
                return f"{start[0]}{how}{last}"
            return f"{start[0]} {start[1]}{spaced}{last}"
        if start[0] in named and end[0] in named and start[1:] == end[1:]:
            return f"{start[0]}{how}{last}"
    return f"{first}{spaced if len(start) + len(end) > 2 else how}{last}"


def _is_day(words: list[str]) -> bool:
    return len(words) > 2 and words[0].isdecimal() and words[1] in MONTHS
