"""Ids that rows define and cells refer to: unknown, repeated, misspelt, circular.

A fault is reported once. A reference to a row that was left out is no second fault; an unknown id that one
column repeats is one fault of spelling, reported where it comes first.
"""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from timeline.dataset.cells import Cells
from timeline.dataset.csv_reader import Row, Rows
from timeline.dataset.identifiers import Speller, did_you_mean, is_kebab_case, slug
from timeline.dataset.schema import SOURCES, Table

_LINES_LISTED = 5
_ALIKE = 0.6
_LONG_WORD = 4
# Where more ids than this are wrong, nobody can tell which of them a reference means.
_MOST_MISNAMED = 20


@dataclass(slots=True)
class _Unknown:
    """A word that is not known, and the rows in which one column has it."""

    message: str
    hint: str
    rows: list[Row] = field(default_factory=list)


class References:
    """Who defines which id, and who refers to one that nobody defines."""

    def __init__(self, tables: dict[str, Rows], cells: Cells, speller: Speller) -> None:
        """Take all tables by name; `define` those that have ids before anything is resolved."""
        self._tables, self._cells, self._speller = tables, cells, speller
        self._rows: dict[str, dict[str, Row]] = {name: {} for name in tables}
        self._without_own_id: dict[str, list[Row]] = {name: [] for name in tables}
        self._names: dict[str, dict[str, str]] = {}
        self._unknown: dict[tuple[str, str, str], _Unknown] = {}
        self._without_table: set[tuple[str, str]] = set()
        self._doubts: dict[tuple[str, str], set[str | None]] = {}

    def define(self, table: Table) -> None:
        """Check the table's own ids. One that is not kebab-case is used as it should be written."""
        assert table.key
        known, misnamed = self._rows[table.name], self._without_own_id[table.name]
        for row in self._tables[table.name].rows:
            raw = row.cells[table.key]
            if not self._cells.filled(row, table.filled) and not raw:
                misnamed.append(row)
                continue
            used = raw if is_kebab_case(raw) else slug(raw)
            first = known.get(used)
            if used != raw:
                hint = f"write '{used}'" if used else "write small letters and digits, joined by hyphens"
                self._cells.fault(
                    row, table.key, "this id is not kebab-case", hint, drop=not used or first is not None
                )
            elif first is not None:
                message = f"line {first.line} has this id already"
                self._cells.fault(row, table.key, message, "give it another id, or delete the row", drop=True)
            if used != raw or (first is not None and _title(first, table) != _title(row, table)):
                misnamed.append(row)
            row.cells[table.key] = used
            known.setdefault(used or raw, row)
            known.setdefault(raw, row)

    def resolve(self, row: Row, column: str, value: str, target: Table) -> str | None:
        """Return the id that `value` refers to in `target`, None where that is not in the timeline."""
        assert target.key
        state = self._tables[target.name].state
        if state != "read":
            if state == "absent" and not row.broken and (row.file, column) not in self._without_table:
                self._without_table.add((row.file, column))
                hint = f"add it with the columns {', '.join(target.required)}, or leave {column} empty"
                self._cells.fault(row, column, f"{target.file}, to which this refers, is missing", hint)
            return None
        found = self._rows[target.name].get(value)
        if found is not None:
            return None if found.dropped else found.cells[target.key]
        misnamed = next(
            (row for row in self._without_own_id[target.name][:_MOST_MISNAMED] if _fits(value, row, target)),
            None,
        )
        if misnamed is not None or self._tables[target.name].torn:
            return None if misnamed is None or misnamed.dropped else misnamed.cells[target.key]
        nearest = None if row.broken else self._nearest(value, target)
        self.doubt(row, target, nearest)
        self.unknown(row, column, value, f"there is no {target.key} like this in {target.file}", nearest)
        return None

    def doubt(self, row: Row, target: Table, identifier: str | None = None) -> None:
        """Remember that a faulty row may refer to this id, None for any."""
        self._doubts.setdefault((row.file, target.name), set()).add(identifier)

    def choice(self, row: Row, column: str, known: Collection[str], *, judge: bool) -> None:
        """Empty a cell that is none of the `known` ids of timeline.toml, and report it if `judge` is true.

        "Own version" is understood as own-version.
        """
        value = row.cells[column]
        if not value or value in known:
            return
        used = slug(value)
        row.cells[column] = used if used in known else ""
        if judge and used not in known:
            message = f"there is no such {column} in timeline.toml"
            self.unknown(row, column, value, message, self._speller.nearest(value, known))

    def word(self, row: Row, column: str, known: Sequence[str]) -> None:
        """Empty a cell that is none of a few words that are always the same, and report it."""
        value = row.cells[column]
        used = slug(value)
        row.cells[column] = used if used in known else value
        if value and used not in known:
            otherwise = f"write {', '.join(known[:-1])} or {known[-1]}, or leave it empty"
            hint = did_you_mean(self._speller.nearest(value, known), otherwise)
            self._cells.empty(row, column, f"this is no word for {column}", hint)

    def unknown(self, row: Row, column: str, value: str, message: str, nearest: str | None) -> None:
        """Keep an unknown word until `report_unknown`; a row reported as a whole is left out instead."""
        if row.broken:
            row.dropped = True
            return
        hint = did_you_mean(nearest, "write one that is there, or add it")
        self._unknown.setdefault((row.file, column, value), _Unknown(message, hint)).rows.append(row)

    def report_unknown(self) -> None:
        """Report the words that are not known, each once for a column, with the lines that repeat it."""
        for (_, column, value), word in self._unknown.items():
            lines = [str(row.line) for row in word.rows[1:]]
            more = f" and {len(lines) - _LINES_LISTED} more" if len(lines) > _LINES_LISTED else ""
            repeated = f" (also in lines {', '.join(lines[:_LINES_LISTED])}{more})" if lines else ""
            self._cells.fault(word.rows[0], column, word.message + repeated, word.hint, value=value)

    def doubtful(self, referring: Table, target: Table, identifier: str) -> bool:
        """Tell whether a fault of one table may hide that it refers to this id of another.

        Absence is not judged then: a warning that nothing refers to a row would be a second problem for one
        fault.
        """
        meant = self._doubts.get((referring.file, target.name), set())
        rows = self._tables[referring.name]
        return identifier in meant or None in meant or rows.torn or rows.state == "unusable"

    def check_circles(self, column: str) -> None:
        """Report each circle of sources that lead back to themselves by `column`, and cut its first link."""
        rows = {row.cells["source_id"]: row for row in self._tables[SOURCES.name].kept()}
        done: set[str] = set()
        for start in rows:
            path: list[str] = []
            at = start
            while at in rows and at not in done and at not in path:
                path.append(at)
                at = rows[at].cells[column]
            if at in path:
                circle = path[path.index(at) :]
                first = min(circle, key=lambda source: rows[source].line)
                turned = circle[circle.index(first) :] + circle[: circle.index(first)]
                chain = " → ".join([*turned, first])
                self._cells.empty(
                    rows[first], column, f"{column} goes round in a circle: {chain}", "empty one of them"
                )
            done.update(path)

    def _nearest(self, value: str, target: Table) -> str | None:
        """Return the id that was probably meant: of the row of this name or title, or one spelt alike."""
        assert target.key
        by_name = self._names.get(target.name)
        if by_name is None:
            by_name = self._names[target.name] = dict(self._spelt_out(target))
        if slug(value) in by_name:
            return by_name[slug(value)]
        found = self._speller.nearest(value, self._rows[target.name].keys())
        return None if found is None else self._rows[target.name][found].cells[target.key]

    def _spelt_out(self, target: Table) -> Iterator[tuple[str, str]]:
        assert target.key
        for row in self._tables[target.name].rows:
            yield _title(row, target), row.cells[target.key]


def _title(row: Row, table: Table) -> str:
    """Return what the row is called, in the form of an id."""
    return slug(row.cells[table.title])


def _fits(value: str, row: Row, table: Table) -> bool:
    """Tell whether an unknown id seems to be the right one of a row whose own id was reported as wrong."""
    assert table.key
    words, title = slug(value).split("-"), _title(row, table)
    names = (title,) if row.dropped else (title, row.cells[table.key])
    alike = difflib.get_close_matches("-".join(words), names, n=1, cutoff=_ALIKE)
    shared = set(words) & set(title.split("-"))
    if not row.cells[table.key]:
        return bool(alike) or any(
            len(word) >= _LONG_WORD for word in shared
        )  # its id was something, after all
    return bool(alike) or shared == set(words)
