"""Comparisons to take away: as CSV, and as a worksheet whose answers students fill in.

sheets = corroboration(dataset, "kirov-murder")
print(sheets.blank.csv(), sheets.key.csv())
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from timeline.dataset import Dataset
from timeline.dataset.spreadsheet import csv_text
from timeline.dataset.works import note_text
from timeline.exports.citations.citations import cite, works_named
from timeline.sources.accounts import note_beside
from timeline.sources.comparing import Cell, Comparison, Row, compare, issue

_PRINTED = ("speaks", "said", "locator")  # what students are given: who, how long after, and where to look
_AGREE, _DIFFER, _RECORD = (
    "Where do they agree?",
    "Where do they differ, and why?",
    "What is probable, and why?",
)


@dataclass(frozen=True, slots=True)
class Grid:
    """A grid to print: `header` over `rows`, each as long as it; the first cell of a row names it.

    Under it `tasks`, each a question and its answer, `citations`, one for each column in their order, and `note`, the
    scholarly note if an account of the comparison accepts the charges, else "".
    """

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    tasks: tuple[tuple[str, str], ...]
    citations: tuple[str, ...]
    note: str

    def csv(self) -> str:
        """The sheet for a spreadsheet: byte order mark, CRLF, and no cell that is taken for a formula."""
        under = [*self.tasks, *((citation,) for citation in self.citations), *note_row(self.note)]
        return csv_text([(self.title,), self.header, *self.rows, *under])


@dataclass(frozen=True, slots=True)
class Corroboration:
    """The grid with the answers left blank for students, and the same with the answers as its key."""

    blank: Grid
    key: Grid


def comparison_csv(dataset: Dataset, event_id: str, source_ids: Sequence[str] = (), fold: bool = True) -> str:
    """Write the comparison as `compare` lays it out: a row each, a column for each source, citations under it.

    A cell in which a source is silent has the kind of its silence. Raises KeyError if the dataset has no such
    event or source.
    """
    return _grid(dataset, compare(dataset, event_id, source_ids, fold)).csv()


def corroboration(
    dataset: Dataset, event_id: str, source_ids: Sequence[str] = (), fold: bool = True
) -> Corroboration:
    """Make the worksheet of an event: the same grid twice, with the answers left blank and with them.

    Who speaks, how long after the event and where it stands is printed on both; who is silent is for students to
    find out. Under the grid three tasks. Their answers in the key name the rows that are `alike` (a source and its
    mirror alone do not agree), those that differ, and what the record says to each question with its basis.

    Raises KeyError if the dataset has no such event or source.
    """
    table = compare(dataset, event_id, source_ids, fold)
    key = _grid(dataset, table)
    rows = tuple(
        (row.name, *(cell.text if row.key in _PRINTED else "" for cell in row.cells)) for row in table.rows
    )
    answers = (
        _named(row for row in table.rows if row.alike),
        _named(row for row in table.rows if row.differs),
        _record(dataset, table),
    )
    tasks = tuple(zip((_AGREE, _DIFFER, _RECORD), answers, strict=True))
    return Corroboration(
        blank=replace(key, rows=rows, tasks=tuple((task, "") for task, _ in tasks)),
        key=replace(key, tasks=tasks),
    )


def note_row(note: str) -> list[tuple[str]]:
    """The scholarly note as the last row of a table, in one line; no row if there is none."""
    return [(" ".join(note_text(note).split()),)] if note else []


def _grid(dataset: Dataset, table: Comparison) -> Grid:
    return Grid(
        title=f"{table.title}, {table.date}",
        header=("", *(column.speaker for column in table.columns)),
        rows=tuple((row.name, *(_written(cell, row) for cell in row.cells)) for row in table.rows),
        tasks=(),
        citations=tuple(cite(dataset, column.source_id).chicago for column in table.columns),
        note=note_beside(
            dataset, (entry.stance for row in table.rows for cell in row.cells for entry in cell.entries)
        ),
    )


def _written(cell: Cell, row: Row) -> str:
    return cell.text or (str(cell.silence) if cell.silence else row.none)


def _named(rows: Iterable[Row]) -> str:
    return "; ".join(row.name for row in rows if row.key not in _PRINTED)


def _record(dataset: Dataset, table: Comparison) -> str:
    asked = (issue(dataset, row.question_id) for row in table.rows if row.key == "question")
    return " ".join(
        f"{each.question} {each.record}{f' ({works_named(dataset, each.record_basis)})' if each.record_basis else ''}"
        for each in asked
        if each.record
    )
