"""Comparisons to take away: as CSV, and as a worksheet whose answers students fill in.

sheets = corroboration(dataset, "kirov-murder")
print(sheets.blank.csv(), sheets.key.csv())
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from timeline.citations import cite
from timeline.comparing import Cell, Comparison, Row, compare
from timeline.dataset import Dataset
from timeline.takeaway import plain_text

_BYTE_ORDER_MARK = "\ufeff"
_ASKED = ("called", "date", "people", "question", "stance", "account", "wording")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A grid to print: `header` over `rows` of the same length, the first cell of each row names it.

    `citations` say where each column comes from, in the columns' order.
    """

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    citations: tuple[str, ...]

    def csv(self) -> str:
        """The sheet for a spreadsheet: byte order mark, CRLF, and no cell that is taken for a formula."""
        return csv_text([self.header, *self.rows, (), *((citation,) for citation in self.citations)])


@dataclass(frozen=True, slots=True)
class Corroboration:
    """The grid with the answers left blank for students, and the same with the answers as its key."""

    blank: Sheet
    key: Sheet


def comparison_csv(dataset: Dataset, event_id: str, source_ids: Sequence[str] = (), fold: bool = True) -> str:
    """Write the comparison as `compare` lays it out: a row each, a column for each source, citations under it.

    Raises KeyError if the dataset has no such event or source.
    """
    return _sheet(dataset, compare(dataset, event_id, source_ids, fold)).csv()


def corroboration(
    dataset: Dataset, event_id: str, source_ids: Sequence[str] = (), fold: bool = True
) -> Corroboration:
    """Make the worksheet of an event: the same grid twice, with the answers left blank and with them.

    What students are to find out is left blank; who speaks, how long after the event and where it stands is
    printed on both sheets. Raises KeyError if the dataset has no such event or source.
    """
    key = _sheet(dataset, compare(dataset, event_id, source_ids, fold))
    asked = [row.key in _ASKED for row in compare(dataset, event_id, source_ids, fold).rows]
    rows = tuple(
        (row[0], *("" for _ in row[1:])) if blank else row for row, blank in zip(key.rows, asked, strict=True)
    )
    return Corroboration(Sheet(key.title, key.header, rows, key.citations), key)


def csv_text(rows: Iterable[Sequence[str]]) -> str:
    """Rows as CSV for a spreadsheet; a cell that would be taken for a formula has an apostrophe before it."""
    out = io.StringIO()
    out.write(_BYTE_ORDER_MARK)
    writer = csv.writer(out, lineterminator="\r\n")
    for row in rows:
        writer.writerow([plain_text(cell) for cell in row])
    return out.getvalue()


def _sheet(dataset: Dataset, table: Comparison) -> Sheet:
    return Sheet(
        title=f"{table.title}, {table.date}",
        header=("", *(column.speaker for column in table.columns)),
        rows=tuple((row.name, *(_written(cell, row) for cell in row.cells)) for row in table.rows),
        citations=tuple(cite(dataset, column.source_id).chicago for column in table.columns),
    )


def _written(cell: Cell, row: Row) -> str:
    return cell.text or (str(cell.silence) if cell.silence else row.none)
