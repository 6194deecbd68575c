"""The works behind the record: how a record names each, and what each vouches for.

for work in works(dataset):
print(work.name, work.event_ids, work.question_ids)
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from timeline.dataset import Dataset
from timeline.dataset.works import CitedWork, cited_in_cell, cited_in_note


@dataclass(frozen=True, slots=True)
class Work:
    """A row of references.csv, and the events, questions and scholarly note for which the record names it.

    `note` and `address` are the table's; `in_note` is whether the scholarly note names the work.
    """

    reference_id: str
    title: str
    note: str
    address: str
    event_ids: tuple[str, ...]
    question_ids: tuple[str, ...]
    in_note: bool


def works(dataset: Dataset) -> tuple[Work, ...]:
    """All works, by author and title, those without an author by title."""
    dating = _naming(zip(dataset.events["event_id"], dataset.events["basis"], strict=True))
    answering = _naming(zip(dataset.questions["question_id"], dataset.questions["record_basis"], strict=True))
    noted = {work.reference_id for work in cited_in_note(dataset.note)}
    rows = dataset.references.to_dict("records")
    rows.sort(
        key=lambda row: (
            (row["author"] or row["title"]).casefold(),
            row["title"].casefold(),
            row["published"],
        )
    )
    return tuple(
        Work(
            name := row["reference_id"],
            row["title"],
            row["note"],
            row["address"],
            tuple(dating.get(name, ())),
            tuple(answering.get(name, ())),
            name in noted,
        )
        for row in rows
    )


def authorities(dataset: Dataset, cell: str) -> tuple[CitedWork, ...]:
    """The works that a cell names; none where the folder has no table of references and the cell is text."""
    return () if dataset.references.empty else cited_in_cell(cell)


def _naming(cells: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """For each work the ids of the rows that name it."""
    found: dict[str, list[str]] = {}
    for row_id, cell in cells:
        for work in cited_in_cell(cell):
            found.setdefault(work.reference_id, []).append(row_id)
    return found
