"""Checks of single cells: filled, a date, a choice; a wrong one is reported once and emptied."""

from __future__ import annotations

from timeline.dataset.csv_reader import Row
from timeline.dataset.problems import Report
from timeline.dates import DateError, HistoricalDate, parse

MOST_WORDS = 10


class DateReader:
    """Parses each text once: large tables repeat their dates, and reading one takes a while."""

    def __init__(self) -> None:
        """Start with nothing read."""
        self._read: dict[str, HistoricalDate | DateError] = {}

    def parse(self, text: str) -> HistoricalDate | DateError:
        """Return the date that `text` means, or why it means none."""
        found = self._read.get(text)
        if found is None:
            try:
                found = parse(text)
            except DateError as fault:
                found = fault
            self._read[text] = found
        return found

    def date(self, text: str) -> HistoricalDate | None:
        """Return the date that `text` means, None where it is empty or means none."""
        found = self.parse(text) if text else None
        return found if isinstance(found, HistoricalDate) else None


class Cells:
    """Reports faults of cells. A row already reported as a whole is left out at its next fault instead."""

    def __init__(self, report: Report) -> None:
        """Report to `report`."""
        self._report = report
        self.dates = DateReader()

    def fault(
        self,
        row: Row,
        column: str,
        message: str,
        hint: str = "",
        *,
        value: str | None = None,
        drop: bool = False,
    ) -> None:
        """Report a cell, by default with its text as value; `drop` leaves its row out of the timeline."""
        row.dropped = row.dropped or drop or row.broken
        if not row.broken:
            value = row.cells[column] if value is None else value
            self._report.error(row.file, message, hint, line=row.line, column=column, value=value)

    def warn(self, row: Row, column: str, message: str, hint: str, *, value: str | None = None) -> None:
        """Warn of a cell, by default with its text as value."""
        if not row.broken:
            value = row.cells[column] if value is None else value
            self._report.warn(row.file, message, hint, line=row.line, column=column, value=value)

    def empty(self, row: Row, column: str, message: str, hint: str = "") -> None:
        """Report a cell that the timeline can do without, and empty it."""
        self.fault(row, column, message, hint)
        row.cells[column] = ""

    def filled(self, row: Row, columns: tuple[str, ...]) -> bool:
        """Tell whether all these cells are filled; the row is left out where one is not."""
        empty = [column for column in columns if not row.cells[column]]
        for column in empty:
            self.fault(row, column, "this cell must not be empty", "fill it, or delete the row", drop=True)
        return not empty

    def date(self, row: Row, column: str) -> HistoricalDate | None:
        """Return the date in a cell that may be empty; one that cannot be read is emptied."""
        if not row.cells[column]:
            return None
        found = self.dates.parse(row.cells[column])
        if isinstance(found, DateError):
            self.empty(row, column, str(found))
            return None
        return found

    def in_order(self, row: Row, first: str, second: str, message: str) -> None:
        """Empty the second of two dates if it is over before the first begins."""
        start, end = self.date(row, first), self.date(row, second)
        if start and end and is_before(end, start):
            self.empty(row, second, message, f"mend it or {first} '{start.text}'")

    def phrases(self, row: Row) -> None:
        """Warn of phrases in `wording` that are too long to be a short quotation."""
        for phrase in row.cells["wording"].split("|"):
            words = len(phrase.split())
            if words > MOST_WORDS:
                hint = f"shorten it to at most {MOST_WORDS} words, or separate two phrases with ' | '"
                self.warn(row, "wording", f"{words} words are quoted", hint, value=phrase.strip())


def is_before(one: HistoricalDate, other: HistoricalDate) -> bool:
    """Tell whether `one` is certainly over before `other` begins."""
    return one.latest is not None and other.earliest is not None and one.latest < other.earliest
