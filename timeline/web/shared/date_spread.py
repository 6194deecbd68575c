"""The spread of dates as a small drawing: where each source puts one event, on one axis.

Places are shares of the drawing's width (0 to 100), so that it may be as wide as the page has room for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from timeline.dates import day_number, from_day_number
from timeline.sources.date_agreement import DateGiven

_LEAST_SPAN = 28  # days; a day alone is not drawn as wide as the page
_MOST_TICKS = 6
_LAST_LABEL = 87  # per cent
# Steps of the axis in months; finer ones are in days.
_MONTHS = (1, 2, 3, 6, 12, 24, 60, 120, 240)
_DAYS = (7, 14)


@dataclass(frozen=True, slots=True)
class Axis:
    """The days drawn: from the first moment of `first` to the last of `last`."""

    first: int
    last: int

    def place(self, day: int) -> float:
        """Where the first moment of a day stands, in per cent; days outside stand at the edge."""
        share = (day - self.first) / (self.last + 1 - self.first)
        return round(100 * min(max(share, 0.0), 1.0), 2)


@dataclass(frozen=True, slots=True)
class Bar:
    """One date as it is known: possible from `left` to `right`, certain in `sure`, a dot if it is one day."""

    left: float
    right: float
    sure: tuple[float, float] | None
    dot: bool
    open_start: bool
    open_end: bool

    @property
    def middle(self) -> float:
        """Half way between both ends."""
        return round((self.left + self.right) / 2, 2)


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the axis and what is written at its right, "" where the edge is too near."""

    place: float
    label: str


def axis(dates: Iterable[DateGiven]) -> Axis | None:
    """The days that show all these dates with some air, None if there is no date.

    An open side reaches to the drawing's edge and asks for no room of its own.
    """
    given = list(dates)
    days = [date.first for date in given if not date.open_start]
    days += [date.last for date in given if not date.open_end]
    if not days:
        days = [day for date in given for day in (date.first, date.last)]
    if not days:
        return None
    first, last = min(days), max(days)
    air = max((last - first) // 12, (_LEAST_SPAN - (last - first)) // 2, 2)
    return Axis(first - air, last + air)


def bar(given: DateGiven, shown: Axis) -> Bar:
    """A date on the axis."""
    first = shown.first if given.open_start else given.first
    last = shown.last if given.open_end else given.last
    sure = None
    if given.sure_from <= given.sure_to:
        sure = shown.place(given.sure_from), shown.place(given.sure_to + 1)
    return Bar(
        left=shown.place(first),
        right=shown.place(last + 1),
        sure=sure,
        dot=first == last,
        open_start=given.open_start,
        open_end=given.open_end,
    )


def ticks(shown: Axis) -> list[Tick]:
    """A few lines at the starts of years, months or weeks."""
    for labelled in (*(_weeks(shown, step) for step in _DAYS), *(_months(shown, step) for step in _MONTHS)):
        found = list(labelled)
        if len(found) <= _MOST_TICKS:
            return [Tick(place, label if place < _LAST_LABEL else "") for place, label in found]
    return []


def _weeks(shown: Axis, step: int) -> Iterator[tuple[float, str]]:
    for day in range(shown.first, shown.last + 1):
        if day % step == 4 % step:  # 1970-01-05, day 4, is a Monday
            when = from_day_number(day)
            yield shown.place(day), f"{when.day} {when:%b %Y}"


def _months(shown: Axis, step: int) -> Iterator[tuple[float, str]]:
    start, end = from_day_number(shown.first), from_day_number(shown.last)
    for month in range(12 * start.year, 12 * end.year + 12):
        year, number = divmod(month, 12)
        if not 1 <= year <= 9999:
            continue
        when = date(year, number + 1, 1)
        if month % step == 0 and start <= when <= end:
            yield shown.place(day_number(when)), f"{when:%Y}" if step >= 12 else f"{when:%b %Y}"
