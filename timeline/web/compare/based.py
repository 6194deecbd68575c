"""With what a cell of the comparison is compared: with all the others, with one column, with the record."""

from __future__ import annotations

from typing import Protocol

from timeline.dataset import Dataset
from timeline.sources.comparing import Comparison, Row
from timeline.sources.glance import RECORD

_COMPARED = ("called", "date", "people", "question", "stance")  # short enough to be the same


class Based(Protocol):
    """What a column's cell in a row is compared with."""

    def like(self, row: Row, place: int) -> list[int | None]:
        """The place of the column that it says the same as, None for the record; nothing if it does not."""

    def unlike(self, row: Row, place: int) -> bool:
        """Whether it says something else."""


class EachOther:
    """A cell says the same as the first column that says so, and something else where it is alone."""

    def like(self, row: Row, place: int) -> list[int | None]:
        """See `Based`."""
        group = row.cells[place].group
        first = next(number for number, cell in enumerate(row.cells) if cell.group == group)
        return [first] if group >= 0 and first != place else []

    def unlike(self, row: Row, place: int) -> bool:
        """See `Based`."""
        group = row.cells[place].group
        alone = [cell.group for cell in row.cells].count(group) == 1
        return row.key in _COMPARED and group >= 0 and alone


class OneColumn:
    """A cell is compared with that of the column at `base`; to leave out what that has is something else too.

    What voices say in a column is theirs: its own words are compared.
    """

    def __init__(self, base: int) -> None:
        self._base = base

    def like(self, row: Row, place: int) -> list[int | None]:
        """See `Based`."""
        own = _own(row, place)
        return [self._base] if own and place != self._base and own == _own(row, self._base) else []

    def unlike(self, row: Row, place: int) -> bool:
        """See `Based`."""
        return row.key in _COMPARED and _own(row, place) != _own(row, self._base)


class Record:
    """The record is compared by its date alone: all else it says in sentences."""

    def __init__(self, date: str) -> None:
        self._date = date

    def like(self, row: Row, place: int) -> list[int | None]:
        """See `Based`."""
        return [None] if row.key == "date" and _own(row, place) == {self._date} else []

    def unlike(self, row: Row, place: int) -> bool:
        """See `Based`."""
        own = _own(row, place)
        return row.key == "date" and bool(self._date) and bool(own) and own != {self._date}


def base_of(dataset: Dataset, base: str, table: Comparison) -> Based:
    """What the cells are compared with: all others, unless there is a column for `base`, or it is the record."""
    columns = [column.source_id for column in table.columns]
    if base == RECORD:
        event = dataset.event(table.event_id)
        return Record("" if event["placed_by"] else event["when"].edtf)
    return OneColumn(columns.index(base)) if base in columns else EachOther()


def row_id(row: Row) -> str:
    """What tells a row from the others of its table."""
    return f"{row.key} {row.question_id}"


def _own(row: Row, place: int) -> frozenset[str]:
    """What the column itself says in the row."""
    return frozenset(entry.same for entry in row.cells[place].entries if not entry.depth)
