"""One CSV file -> rows with the line on which each starts; what cannot be read is reported."""

from __future__ import annotations

import csv
import io
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from timeline.dataset.decoding import REPLACEMENT, decode
from timeline.dataset.identifiers import Speller
from timeline.dataset.problems import Report
from timeline.dataset.schema import Table
from timeline.dates import HistoricalDate

SEPARATORS = (",", ";", "\t")
SAVE_AS_CSV = "save the sheet as CSV (UTF-8)"

_SPREADSHEETS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")  # .xlsx and .ods are zip files, .xls is an OLE file
_SEPARATOR_LINE = re.compile(r"sep=(.)", re.IGNORECASE)  # what Excel writes and obeys above the header
# An author's own column ("status") must not be taken for a misspelt one ("start") too easily.
_SAME_COLUMN = 0.75


@dataclass(slots=True)
class Row:
    """One row: its file, the line on which it starts, and a text for every column of the table.

    `broken`: already reported as a whole, so that nothing more is to be said about its cells; it is used if
    they read well all the same. `dropped`: not in the timeline. `when`: the date that puts an event or an
    account on the axis.
    """

    file: str
    line: int
    cells: dict[str, str]
    broken: bool = False
    dropped: bool = False
    when: HistoricalDate | None = None


@dataclass(slots=True)
class Rows:
    """The rows of one table in the file's order.

    `state` says whether there was a file that could be used; `torn`, that lines were lost between its rows.
    """

    table: Table
    state: Literal["read", "absent", "unusable"] = "read"
    rows: list[Row] = field(default_factory=list)
    torn: bool = False

    def kept(self) -> Iterator[Row]:
        """Yield the rows that have not been dropped so far."""
        return (row for row in self.rows if not row.dropped)


@dataclass(frozen=True, slots=True)
class _Record:
    """A row as the file has it: first and last line, cells, and what is wrong with its quotation marks."""

    first: int
    last: int
    cells: list[str]
    fault: str = ""


def read_table(folder: Path, table: Table, report: Report, speller: Speller) -> Rows:
    """Read the file of `table`; a missing file has the state "absent" and is no problem here."""
    path = folder / table.file
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return Rows(table, "absent")
    except OSError as fault:
        report.error(table.file, f"cannot be read: {fault.strerror or fault}", "make it a readable file")
        return Rows(table, "unusable")
    return rows_of(content, table, report, speller)


def rows_of(content: bytes, table: Table, report: Report, speller: Speller) -> Rows:
    """Return the rows in `content`, the bytes of a CSV file with a header line."""
    if content.startswith(_SPREADSHEETS):
        report.error(table.file, "is a spreadsheet, not a CSV file", SAVE_AS_CSV)
        return Rows(table, "unusable")
    decoded = decode(content)
    if decoded.assumed:
        report.warn(
            table.file, f"is not UTF-8; read as {decoded.assumed}", "check its letters, save it as UTF-8"
        )
    lines, damage = _sound_lines(decoded.text)
    separator, lines_above = _separator(lines, table)
    records = _records(lines, separator, lines_above)
    header = next((record for record in records if any(map(str.strip, record.cells))), None)
    if header is None:
        report.error(table.file, "is empty", f"write the header line: {','.join(table.columns)}", line=1)
        return Rows(table, "unusable")
    places = _columns(header, table, report, speller)
    if places is None:
        return Rows(table, "unusable")
    rows = Rows(table)
    for record in records:
        rows.torn = rows.torn or (bool(record.fault) and record.first < record.last == len(lines))
        if any(map(str.strip, record.cells)) or record.fault:
            rows.rows.append(_row(record, places, len(header.cells), separator, damage, table, report))
    return rows


def _sound_lines(text: str) -> tuple[list[str], dict[int, str]]:
    """Return the physical lines with their ends, and what is damaged in which of them (counted from 1)."""
    lines = io.StringIO(text, newline="").readlines()
    damage: dict[int, str] = {}
    if "\0" in text or REPLACEMENT in text:
        for number, line in enumerate(lines, start=1):
            if "\0" in line:
                damage[number] = "a NUL byte"
                lines[number - 1] = line.replace("\0", "")
            elif REPLACEMENT in line:
                damage[number] = f"a letter that is not UTF-8 (shown as {REPLACEMENT})"
    return lines, damage


def _column_name(cell: str) -> str:
    return re.sub(r"[\s_-]+", "_", cell.strip().casefold())


def _separator(lines: list[str], table: Table) -> tuple[str, int]:
    """Return the separator that shows most of the columns, and the number of lines above the header."""
    above = next((number for number, line in enumerate(lines) if line.strip()), 0)
    header = lines[above] if lines else ""
    told = _SEPARATOR_LINE.fullmatch(header.strip("\r\n")) or _SEPARATOR_LINE.fullmatch(header.strip())
    if told and told[1] in SEPARATORS:
        return told[1], above + 1

    def known(separator: str) -> int:
        return len(set(map(_column_name, header.split(separator))) & set(table.columns))

    header = header.replace('"', "")
    return max(SEPARATORS, key=known), above


def _records(lines: list[str], separator: str, first: int) -> Iterator[_Record]:
    """Yield the records from line index `first` on.

    After quotation marks that do not pair up, reading goes on at the next line that is a whole row again, as
    wide as the first record. What lies between is part of the faulty record.
    """
    width = 0
    while first < len(lines):
        at = first
        feed = _Feed(lines, at)
        reader = csv.reader(feed, delimiter=separator, strict=True)
        try:
            for cells in reader:
                width = width or len(cells)
                yield _Record(at + 1, feed.at, cells)
                at = feed.at
            return
        except csv.Error as error:
            first = _next_whole_row(lines, separator, at + 1, width)
            lenient = next(csv.reader([lines[at]], delimiter=separator), [])
            yield _Record(at + 1, first, lenient, _quotation_fault(str(error)))


class _Feed:
    """The lines from an index on; `at` is the index of the next one."""

    def __init__(self, lines: list[str], at: int) -> None:
        self._lines = lines
        self.at = at

    def __iter__(self) -> _Feed:
        return self

    def __next__(self) -> str:
        if self.at >= len(self._lines):
            raise StopIteration
        self.at += 1
        return self._lines[self.at - 1]


def _next_whole_row(lines: list[str], separator: str, first: int, width: int) -> int:
    """Return the index of the next line from `first` on that starts a row of `width` cells, or the end."""
    for at in range(first, len(lines)):
        try:
            cells = next(csv.reader(_Feed(lines, at), delimiter=separator, strict=True), [])
        except csv.Error:
            continue
        if len(cells) == width:
            return at
    return len(lines)


def _quotation_fault(error: str) -> str:
    if "end of data" in error or "limit" in error:
        return "a quotation mark is opened in this row and never closed"
    return "the quotation marks in this row do not pair up"


def _columns(header: _Record, table: Table, report: Report, speller: Speller) -> dict[str, int] | None:
    """Return where each known column stands, or None if the table cannot be used without what is missing."""
    if header.fault:
        report.error(table.file, header.fault, "write the header without quotation marks", line=header.first)
        return None
    names = list(map(_column_name, header.cells))
    places: dict[str, int] = {}
    for place, name in enumerate(names):
        if name in places:
            report.error(
                table.file,
                "two columns have this name; the first is used",
                "rename or delete one of them",
                line=header.first,
                column=name,
            )
        elif name in table.columns:
            places[name] = place
    if not places:
        report.error(
            table.file,
            "the first line is not a header",
            f"write the header line: {','.join(table.columns)}",
            line=header.first,
            value=header.cells[0],
        )
        return None
    return places if _is_complete(names, header.first, places, table, report, speller) else None


def _is_complete(
    names: list[str], line: int, places: dict[str, int], table: Table, report: Report, speller: Speller
) -> bool:
    """Report columns that are missing or misspelt, each once; tell whether all required ones are there."""
    missing = [column for column in table.columns if column not in places]
    meant = {}
    for name in names:
        if name and name not in table.columns:
            nearest = speller.nearest(name, missing, _SAME_COLUMN)
            if nearest:
                meant[nearest] = name
    for column in missing:
        misspelt = f"rename the column '{meant[column]}'" if column in meant else ""
        if column in table.required:
            found = "the header has " + ", ".join(filter(None, names))
            report.error(
                table.file, "this column is missing", misspelt or f"add it; {found}", line=line, column=column
            )
        elif misspelt:
            report.warn(
                table.file,
                "this column is not known and not read",
                f"did you mean '{column}'?",
                line=line,
                column=meant[column],
            )
    return not set(missing) & set(table.required)


def _row(
    record: _Record,
    places: dict[str, int],
    width: int,
    separator: str,
    damage: dict[int, str],
    table: Table,
    report: Report,
) -> Row:
    """Return the record as a row, and report what is wrong with it as a whole: at most one problem."""
    cells = record.cells
    damaged = (
        next((line for line in range(record.first, record.last + 1) if line in damage), None)
        if damage
        else None
    )
    if record.fault:
        swallowed = (
            f"; lines {record.first} to {record.last} are not read" if record.last > record.first else ""
        )
        report.error(
            table.file,
            record.fault + swallowed,
            'close the quotation mark; write "" for one inside a quoted cell',
            line=record.first,
        )
    elif damaged is not None:
        report.error(
            table.file, f"there is {damage[damaged]} in this row", SAVE_AS_CSV + " again", line=record.first
        )
    elif len(cells) > width:
        report.error(
            table.file,
            f"{len(cells)} cells under a header of {width}",
            f"put a cell that contains the separator {separator!r} in quotation marks",
            line=record.first,
            value=cells[width],
        )
    elif len(cells) < width:
        report.error(
            table.file,
            f"{len(cells)} cells under a header of {width}",
            f"write all separators {separator!r}, those of empty cells too",
            line=record.first,
            value=cells[0],
        )
    broken = bool(record.fault) or damaged is not None or len(cells) != width
    texts = dict.fromkeys(table.columns, "")
    for column, place in places.items():
        if place < len(cells):
            text = _one_kind_of_line_end(cells[place].strip())
            # Themes, places, dates and roles recur in large tables: one object for equal texts.
            texts[column] = text if column in table.filled else sys.intern(text)
    return Row(table.file, record.first, texts, broken)


def _one_kind_of_line_end(cell: str) -> str:
    return cell.replace("\r\n", "\n").replace("\r", "\n") if "\r" in cell else cell
