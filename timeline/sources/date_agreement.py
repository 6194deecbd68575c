"""When it happened, by the record and by each source: the spread of dates of one event.

dates = spread(dataset, "yenukidze-removed")
for given in dates.given:
    print(given.speaker, given.printed, "as the record has it" if given.meets_record else "otherwise")
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from timeline.dataset import Dataset, Stance
from timeline.query.index import index_of
from timeline.query.witnesses import origins
from timeline.sources.accounts import Account, accounts_of


@dataclass(frozen=True, slots=True)
class DateGiven:
    """A date as day numbers (both ends included), and who gives it: the record has source_id "".

    Possible from `first` to `last`, certain from `sure_from` to `sure_to` (nothing if `sure_from` is the later
    one). An open side reaches to the bound of the axis. `text` is the source's own, `printed` the same in plain
    English. `meets_record`: some day is possible by both; None if there is no record. `established` is a word of
    the record's date only.
    """

    source_id: str
    speaker: str
    depth: int
    derives_from: str
    text: str
    printed: str
    stance: Stance | None
    first: int
    sure_from: int
    sure_to: int
    last: int
    open_start: bool
    open_end: bool
    vague: bool
    meets_record: bool | None
    established: str


@dataclass(frozen=True, slots=True)
class Spread:
    """The dates of one event.

    `record` is None if only sources date it; `dating` says how firmly the date is established, `basis` names the works
    that establish it.

    `given` are the sources that give a date, documents in their order and after each its voices; `undated` the
    source_ids of those that tell the event without one. `first` and `last` bound all of it (day numbers).
    """

    event_id: str
    record: DateGiven | None
    dating: str
    basis: str
    given: tuple[DateGiven, ...]
    undated: tuple[str, ...]
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Agreement:
    """Whether the dates given can all be true of one event.

    `witnesses` are the independent sources that give them. `excluding` is how many of the dates exclude each other: the
    most of which no two have a day in common, 1 if all can be true. `precise`: all give the same span. `against` are
    the independent witnesses all of whose dates the record's excludes.
    """

    witnesses: int
    excluding: int
    precise: bool
    against: int


def agreement(dataset: Dataset, given: Sequence[DateGiven]) -> Agreement:
    """How dates stand to each other and to the record; a source that repeats another adds no witness."""
    first_hand = origins(dataset)
    held = {first_hand[date.source_id] for date in given if date.meets_record is not False}
    witnesses = {first_hand[date.source_id] for date in given}
    excluding, reached = 0, None
    for date in sorted(given, key=lambda date: date.last):
        if reached is None or date.first > reached:
            excluding, reached = excluding + 1, date.last
    return Agreement(
        witnesses=len(witnesses),
        excluding=excluding,
        precise=len({(date.first, date.last) for date in given}) == 1,
        against=len(witnesses - held),
    )


def spread(dataset: Dataset, event_id: str) -> Spread:
    """Lay the record's date and each source's beside each other; raise KeyError if there is no such event."""
    index = index_of(dataset)
    row = index.event_row[event_id]
    event = dataset.event(event_id)
    told = {account.source_id: account for account in accounts_of(dataset, event_id)}
    spans = {
        dataset.accounts["source_id"].iloc[place]: dataset.accounts.iloc[place]
        for place in index.accounts.rows(row)
    }
    record = None if event["placed_by"] else _given(event, None, None)
    given = tuple(
        _given(spans[source_id], account, record) for source_id, account in told.items() if account.when
    )
    drawn = given if record is None else (record, *given)
    return Spread(
        event_id=event_id,
        record=record,
        dating=event["dating"],
        basis=event["basis"],
        given=given,
        undated=tuple(source_id for source_id, account in told.items() if not account.when),
        first=min(date.first for date in drawn),
        last=max(date.last for date in drawn),
    )


def _given(span: Any, account: Account | None, record: DateGiven | None) -> DateGiven:
    """`span` is a row of the events or the accounts frame."""
    first, last = int(span["first_day"]), int(span["last_day"])
    return DateGiven(
        source_id=account.source_id if account else "",
        speaker=account.speaker if account else "The record",
        depth=account.depth if account else 0,
        derives_from=account.derives_from if account else "",
        text=account.date if account else str(span["when"].text),
        printed=str(span["when"]),
        stance=account.stance if account else None,
        first=first,
        sure_from=int(span["sure_from"]),
        sure_to=int(span["sure_to"]),
        last=last,
        open_start=bool(span["open_start"]),
        open_end=bool(span["open_end"]),
        vague=bool(span["vague"]),
        meets_record=None if record is None else first <= record.last and last >= record.first,
        established="" if account else str(span["established"]),
    )
