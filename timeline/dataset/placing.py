"""Where events and accounts stand on the axis: dates as spans of day numbers, and its bounds."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from timeline.dataset.cells import Cells
from timeline.dataset.checks import Checks
from timeline.dataset.csv_reader import Row, Rows
from timeline.dataset.references import References
from timeline.dataset.schema import ACCOUNTS, EVENTS
from timeline.dataset.settings import Settings
from timeline.dates import DateError, HistoricalDate, day_number

ENDLESS = 2**31 - 1  # days


@dataclass(frozen=True, slots=True)
class Span:
    """A date as day numbers, both ends included.

    Possible from `first_day` to `last_day`, certainly covered from `sure_from` to `sure_to` (nothing if
    `sure_from` is the later one). An open side reaches to the bound of the axis.

    Dates come in time by the day on which each `stands`, then by their `length`, then in the order of their rows: what
    is known to the day stands before what is known to the month that begins with it. What is known only as "before X"
    stands at X, not at the beginning of the axis.
    """

    first_day: int
    sure_from: int
    sure_to: int
    last_day: int
    open_start: bool
    open_end: bool
    vague: bool

    @property
    def stands(self) -> int:
        """The day by which the date is sorted."""
        return self.last_day if self.open_start else self.first_day

    @property
    def length(self) -> int:
        """The days from the first to the last, 0 for a day; an open date is longer than all others."""
        return ENDLESS if self.open_start or self.open_end else self.last_day - self.first_day


def span(when: HistoricalDate, first_day: int, last_day: int) -> Span:
    """Return the span of a date that lies on an axis with these bounds, at least in part."""
    first = day_number(when.earliest) if when.earliest else first_day
    last = day_number(when.latest) if when.latest else last_day
    sure_from, sure_to = (
        (day_number(when.core[0]), day_number(when.core[1])) if when.core else (first, first - 1)
    )
    vague = when.approximate or when.uncertain
    return Span(first, sure_from, sure_to, last, when.open_start, when.open_end, vague)


class Placing:
    """Gives each event and account its date (`Row.when`), drops events without a place, and knows the axis.

    `placed_by` has the source of the earliest dated account for each event that the record does not date.
    Bounds that the settings do not give are those of the months in which the first and the last date lie.
    """

    def __init__(
        self,
        tables: dict[str, Rows],
        settings: Settings,
        cells: Cells,
        references: References,
        checks: Checks,
    ) -> None:
        """Take the checked tables; `run` does the work."""
        self._events, self._accounts = tables[EVENTS.name], tables[ACCOUNTS.name]
        self._cells, self._references, self._checks = cells, references, checks
        self._earliest = settings.start and settings.start.earliest
        self._latest = settings.end and settings.end.latest
        self._settings = settings
        self.placed_by: dict[str, str] = {}

    def run(self) -> None:
        """Date the accounts, then the events by themselves or by their accounts."""
        for row in self._events.kept():
            self._date_event(row)
        for row in self._accounts.rows:
            self._date_account(row)
        self._place_undated()

    def _date_event(self, row: Row) -> None:
        start, end = self._cells.date(row, "start"), self._cells.date(row, "end")
        row.when = start
        if start and end:
            try:
                row.when = start.until(end)
            except DateError as fault:
                self._cells.empty(row, "end", str(fault))
        if row.when and self._is_outside(row.when):
            self._report_outside(row, "start")
            row.dropped = True

    def _date_account(self, row: Row) -> None:
        dates = self._cells.dates
        column = "date_means" if row.cells["date_means"] else "date_as_given"
        row.when = dates.date(row.cells[column])
        if row.when and self._is_outside(row.when):
            self._report_outside(row, column)
            self._checks.faultily_told.add(row.cells["event_id"])
            row.when = None

    def _is_outside(self, when: HistoricalDate) -> bool:
        return not when.intersects(self._earliest or date.min, self._latest or date.max)

    def _report_outside(self, row: Row, column: str) -> None:
        start, end = self._settings.start, self._settings.end
        axis = f"{start.text if start else '…'} to {end.text if end else '…'}"
        hint = "mend the date, or widen start and end in timeline.toml"
        self._cells.fault(row, column, f"this date is outside the timeline ({axis})", hint)

    def _place_undated(self) -> None:
        """Date the rest of the events by their earliest dated account; report what nothing dates."""
        earliest: dict[str, Row] = {}
        for row in self._accounts.kept():
            if row.when:
                event = row.cells["event_id"]
                other = earliest.get(event)
                if other is None or other.when is None or row.when < other.when:
                    earliest[event] = row
        for row in self._events.kept():
            event = row.cells["event_id"]
            if row.when is None and event in earliest:
                row.when = earliest[event].when
                self.placed_by[event] = earliest[event].cells["source_id"]
            elif row.when is None:
                row.dropped = True
                # Its date may stand in an account that has been reported: that is the fault to mend.
                reported = event in self._checks.faultily_told or self._references.doubtful(
                    ACCOUNTS, EVENTS, event
                )
                if not reported:
                    hint = "write a start, or the date_as_given of an account"
                    self._cells.fault(row, "start", "nothing dates this event", hint, value=event)

    def bounds(self) -> tuple[int, int]:
        """Return the first and last day of the axis: the settings', else whole months around all dates."""
        dates = [row.when for rows in (self._events, self._accounts) for row in rows.kept() if row.when]
        first = self._earliest or min(when.earliest or when.latest or date.max for when in dates).replace(
            day=1
        )
        last = self._latest or _end_of_month(max(when.latest or when.earliest or date.min for when in dates))
        return day_number(first), day_number(max(first, last))


def _end_of_month(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])
