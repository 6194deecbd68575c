"""Checks of what is coded beyond the telling itself: marks in quotations, sides of answers, works behind the record."""

from __future__ import annotations

import re

from timeline.dataset.cells import Cells
from timeline.dataset.csv_reader import Row, Rows
from timeline.dataset.marks import marks_in
from timeline.dataset.references import References
from timeline.dataset.schema import ANSWERS, MARKS, QUESTIONS, REFERENCES
from timeline.dataset.works import cited_in_cell, cited_in_note

_SIDE = re.compile("[a-z]")


class Coding:
    """Checks these columns of one folder and leaves in their cells what can be used."""

    def __init__(self, tables: dict[str, Rows], cells: Cells, references: References) -> None:
        """Take all tables by name."""
        self._tables, self._cells, self._references = tables, cells, references

    def sides(self) -> None:
        """Check the sides of answers, and that a question's `compatible` names sides that its answers have."""
        sides: dict[str, set[str]] = {}
        for row in self._tables[ANSWERS.name].kept():
            side = row.cells["side"] = row.cells["side"].casefold()
            if side and not _SIDE.fullmatch(side):
                self._cells.empty(row, "side", "a side is one letter", "write a, b, c; equal letters agree")
            sides.setdefault(row.cells["question_id"], set()).add(row.cells["side"])
        for row in self._tables[QUESTIONS.name].kept():
            known = sides.get(row.cells["question_id"], set())
            groups = [group.split() for group in row.cells["compatible"].casefold().split(";")]
            for letter in dict.fromkeys(letter for group in groups for letter in group):
                if letter not in known:
                    hint = "write letters of the column side, as in a b; b c"
                    self._cells.fault(row, "compatible", "no answer has this side", hint, value=letter)
            kept = [" ".join(letter for letter in group if letter in known) for group in groups]
            row.cells["compatible"] = "; ".join(filter(None, kept))

    def marks(self, row: Row) -> None:
        """Leave in `marks` those of a known kind whose phrase stands in the row's own quotations."""
        wording = row.cells["wording"].casefold()
        kept = []
        for mark in marks_in(row.cells["marks"]):
            written = f"{mark.kind}: {mark.phrase}" if mark.phrase else mark.kind
            if mark.kind not in MARKS:
                hint = f"write {', '.join(MARKS[:-1])} or {MARKS[-1]}, a colon and a phrase"
                self._cells.fault(row, "marks", "this is not a kind of mark", hint, value=written)
            elif not mark.phrase or mark.phrase.casefold() not in wording:
                hint = "write words of this row's wording, letter by letter"
                self._cells.fault(row, "marks", "these words are not in the wording", hint, value=written)
            else:
                kept.append(written)
        row.cells["marks"] = "; ".join(kept)

    def works(self, row: Row, column: str) -> None:
        """Leave the works that references.csv has; where there is no such table, the cell is text of the author's."""
        if self._tables[REFERENCES.name].state != "read":
            return
        kept = []
        for work in cited_in_cell(row.cells[column]):
            found = self._references.resolve(row, column, work.reference_id, REFERENCES)
            if found:
                kept.append(f"{found} {work.place}".strip())
        row.cells[column] = "; ".join(kept)

    def unknown_in_note(self, note: str) -> list[str]:
        """The ids that the scholarly note names and references.csv lacks."""
        known = {row.cells["reference_id"] for row in self._tables[REFERENCES.name].kept()}
        return [work.reference_id for work in cited_in_note(note) if work.reference_id not in known]
