"""How the sources tell one event: who tells it, who is silent and why, what they answer, who took part.

Everything comes out as frozen dataclasses of plain values, ready to be shown, printed or counted in a
notebook:

    for account in accounts_of(dataset, "kirov-murder"):
        print(account.speaker, account.said, account.called, account.wording)

A source is a document (it stands by itself) or a voice (another source prints it). Sources come in the order
of sources.csv, each document followed by its voices. Nothing here rates or ranks them.

The functions raise `KeyError` if the dataset has no such event.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np

from timeline.dataset import Dataset, Stance, kept_for_dataset
from timeline.dataset.marks import Mark, marks_in
from timeline.dates import HistoricalDate
from timeline.query.filters import mask
from timeline.query.index import index_of
from timeline.query.selection import Selection
from timeline.sources.questions import Position, Question, questions_of
from timeline.sources.silences import Silence, SilenceKind, silences_of
from timeline.sources.voices import Answer, independent, nested, phrases, said_after

__all__ = [
    "Account",
    "Answer",
    "Participant",
    "Position",
    "Question",
    "Silence",
    "SilenceKind",
    "accounts_of",
    "cast_of",
    "independent",
    "needs_note",
    "neighbours",
    "nested",
    "note_beside",
    "questions_of",
    "silences_of",
]


@dataclass(frozen=True, slots=True)
class Account:
    """What one source says of one event, and who speaks.

    `date` is the source's own text, `when` the same read, None if it gives none. `printed_in` is the speaker of
    the source that prints this voice, "" for a document; `depth` is 0 for a document, 1 for its voices, and
    so on. `said` is the time from the event to the telling ("written 84 years after"), "" if unknown.
    `stance` is None if it is not coded. `act` is what was done, in the source's words; `marks` are in its `wording`.
    """

    source_id: str
    speaker: str
    title: str
    author: str
    perspective: str
    published: str
    said: str
    document: str
    printed_in: str
    derives_from: str
    depth: int
    date: str
    when: HistoricalDate | None
    called: str
    stance: Stance | None
    framing: str
    account: str
    wording: tuple[str, ...]
    locator: str
    act: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Participant:
    """A person's part in one event."""

    person_id: str
    name: str
    role: str
    note: str


def accounts_of(dataset: Dataset, event_id: str) -> tuple[Account, ...]:
    """What each source says of the event: documents in their order, after each the voices that it prints."""
    index, rows = index_of(dataset), _rows_of(dataset)
    event = index.event_row[event_id]
    told = sorted((rows.place[int(index.account_source[row])], row) for row in index.accounts.rows(event))
    found = []
    for place, row in told:
        source = rows.sources[place]
        account = {name: cells[row] for name, cells in rows.accounts.items()}
        found.append(
            Account(
                source_id=source["source_id"],
                speaker=source["speaker"],
                title=source["title"],
                author=source["author"],
                perspective=source["perspective"],
                published=source["published"],
                said=said_after(source, int(index.first[event]), int(index.last[event])),
                document=source["document"],
                printed_in=dataset.speaker(source["quoted_in"]),
                derives_from=source["derives_from"],
                depth=int(source["depth"]),
                date=account["date_as_given"],
                when=account["when"],
                called=account["called"],
                stance=dataset.stance(account["stance"]),
                framing=account["framing"],
                account=account["account"],
                wording=phrases(account["wording"]),
                locator=account["locator"],
                act=account["act"],
                marks=marks_in(account["marks"]),
            )
        )
    return tuple(found)


def needs_note(dataset: Dataset, stance: Stance | None) -> bool:
    """Whether the scholarly note belongs beside an account of this stance: it accepts what is disputed."""
    return bool(dataset.note) and stance is not None and stance.id == "accepts"


def note_beside(dataset: Dataset, stances: Iterable[Stance | None]) -> str:
    """The scholarly note if it belongs beside accounts of these stances, else ""."""
    return dataset.note if any(needs_note(dataset, stance) for stance in stances) else ""


def neighbours(dataset: Dataset, selection: Selection, event_id: str) -> tuple[str, str]:
    """The events before and after this one among those that the filter leaves, "" where there is none.

    The event itself need not be left: a reader may have filtered it away and still have it open.
    """
    row = index_of(dataset).event_row[event_id]
    left = np.flatnonzero(mask(dataset, selection))
    ids = dataset.events["event_id"]
    before, after = left[left < row], left[left > row]
    return (ids.iloc[before[-1]] if before.size else "", ids.iloc[after[0]] if after.size else "")


def cast_of(dataset: Dataset, event_id: str) -> tuple[Participant, ...]:
    """Who took part in the event, in the order of the table."""
    index, rows = index_of(dataset), _rows_of(dataset)
    found = []
    for row in index.cast.rows(index.event_row[event_id]):
        person_id, name, note = (cells[index.cast_person[row]] for cells in rows.people)
        found.append(Participant(person_id, name, rows.roles[row], note))
    return tuple(found)


class _Rows:
    """The tables that tell and name, as plain arrays: a frame takes a tenth of a millisecond for one of its rows."""

    def __init__(self, dataset: Dataset) -> None:
        self.sources = nested(dataset)
        self.place = {source: number for number, source in enumerate(index_of(dataset).nested)}
        self.accounts: dict[str, Any] = {name: _cells(dataset.accounts[name]) for name in _TOLD}
        self.people = [_cells(dataset.people[name]) for name in ("person_id", "name", "note")]
        self.roles = _cells(dataset.cast["role"])


_TOLD = (
    *("date_as_given", "when", "called", "stance", "framing", "account", "wording", "locator"),
    *("act", "marks"),
)
_rows_of = kept_for_dataset(_Rows)


def _cells(column: Any) -> Any:
    return column.to_numpy(dtype=object)
