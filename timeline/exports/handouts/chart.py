"""The corroboration chart: the events of a tour down, a few sources across, and what each says where they meet.

    corroborated = chart(dataset, tour, ["prolewiki", "spartacus"])
    for row in corroborated.rows:
        print(row.number, row.title, *(cell.silence or len(cell.accounts) for cell in row.cells))

The students' sheet prints the same values with the cells left blank, the teacher's key prints them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from timeline.dataset import Dataset
from timeline.exports.citations.citations import cite
from timeline.query.index import index_of
from timeline.sources.accounts import Account, accounts_of, note_beside
from timeline.sources.comparing import compare
from timeline.sources.comparison import Column
from timeline.sources.questions import Question, questions_of
from timeline.sources.silences import SilenceKind
from timeline.sources.voices import independent
from timeline.tours.tours import Tour

MOST_COLUMNS = 4
FEWEST_COLUMNS = 2


@dataclass(frozen=True, slots=True)
class ChartCell:
    """What one source says of one event: its own account and those of the voices that it prints, or its silence."""

    source_id: str
    accounts: tuple[Account, ...]
    silence: SilenceKind | None


@dataclass(frozen=True, slots=True)
class ChartRow:
    """One step of the tour: its event, what the sources in the columns say of it, and what the record answers.

    `again` is the number of the step that showed this event first, None if this is the first; then the cells
    and questions are empty. `others` are the sources outside the columns that tell it.
    """

    number: int
    event_id: str
    title: str
    date: str
    heading: str
    note: str
    again: int | None
    cells: tuple[ChartCell, ...]
    questions: tuple[Question, ...]
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """The chart of a tour. `columns` are (source_id, who speaks, what kind of voice), `offered` what could be one.

    `citations` cite the columns in their order; `note` is the scholarly note if a cell needs it, else "".
    """

    name: str
    question: str
    columns: tuple[tuple[str, str, str], ...]
    rows: tuple[ChartRow, ...]
    citations: tuple[str, ...]
    note: str
    offered: tuple[tuple[str, str, str], ...]


def chart(dataset: Dataset, tour: Tour, source_ids: Sequence[str] = ()) -> Chart:
    """Lay the sources over the events of a tour.

    Columns are the chosen sources in their order, four at most; if none is chosen, the usual ones. Steps whose
    event the dataset does not have are left out. Raises KeyError if it has no such source.
    """
    here = index_of(dataset).event_row
    steps = [step for step in tour.steps if step.event_id in here]
    chosen = list(dict.fromkeys(source_ids))[:MOST_COLUMNS] or usual_columns(
        dataset, [step.event_id for step in steps]
    )
    first: dict[str, int] = {}
    rows = []
    for step in steps:
        again = first.get(step.event_id)
        first.setdefault(step.event_id, step.number)
        event = dataset.event(step.event_id)
        cells, others = ((), ()) if again else _told(dataset, step.event_id, chosen)
        rows.append(
            ChartRow(
                number=step.number,
                event_id=step.event_id,
                title=event["title"],
                date=str(event["when"]),
                heading=step.heading,
                note=step.note,
                again=again,
                cells=cells,
                questions=() if again else questions_of(dataset, step.event_id),
                others=others,
            )
        )
    stances = (account.stance for row in rows for cell in row.cells for account in cell.accounts)
    return Chart(
        name=tour.name,
        question=tour.question,
        columns=tuple(_column(dataset, source_id) for source_id in chosen),
        rows=tuple(rows),
        citations=tuple(cite(dataset, source_id).chicago for source_id in chosen),
        note=note_beside(dataset, stances),
        offered=tuple(_column(dataset, source_id) for source_id in _offered(dataset, first)),
    )


def _column(dataset: Dataset, source_id: str) -> tuple[str, str, str]:
    source = dataset.source(source_id)
    return source_id, source["speaker"], source["perspective"]


def usual_columns(dataset: Dataset, event_ids: Iterable[str]) -> list[str]:
    """The documents that tell most of these events, three at most, in the order of the table.

    Of documents that repeat one another the one that tells most stands for all; one that tells nothing stands
    only where there are not two others.
    """
    index = index_of(dataset)
    wanted = {index.event_row[event_id] for event_id in event_ids}
    told = {
        document: len(wanted.intersection(index.sources.events_of(index.sources.row[document]).tolist()))
        for document in dataset.documents
    }
    taken: list[str] = []
    by_number = sorted(told, key=lambda source: -told[source])
    for source in by_number:
        alone = independent(dataset, [*taken, source]) > len(taken)
        if told[source] and alone and len(taken) < MOST_COLUMNS - 1:
            taken.append(source)
    taken += [source for source in by_number if source not in taken][: max(FEWEST_COLUMNS - len(taken), 0)]
    return [source for source in told if source in taken]


def _told(
    dataset: Dataset, event_id: str, columns: Sequence[str]
) -> tuple[tuple[ChartCell, ...], tuple[str, ...]]:
    """The cells of one event, and who tells it outside the columns."""
    accounts = {account.source_id: account for account in accounts_of(dataset, event_id)}
    compared: Sequence[Column] = compare(dataset, event_id, columns).columns if columns else ()
    cells = tuple(
        ChartCell(column.source_id, tuple(accounts[teller] for teller in column.told_by), column.silence)
        for column in compared
    )
    shown = {account.source_id for cell in cells for account in cell.accounts}
    return cells, tuple(account.speaker for source, account in accounts.items() if source not in shown)


def _offered(dataset: Dataset, event_ids: Iterable[str]) -> list[str]:
    """What can be a column: every document, and each voice that tells one of the events."""
    index = index_of(dataset)
    telling = {account.source_id for event_id in event_ids for account in accounts_of(dataset, event_id)}
    return [
        index.sources.ids[row]
        for row in index.nested
        if index.printed_in[row] < 0 or index.sources.ids[row] in telling
    ]
