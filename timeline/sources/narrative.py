"""One source from first to last: what it tells, in its own names and dates, and what it leaves out between.

    telling = own_telling(dataset, "prolewiki", Selection(since="1935", until="1936"))
    for told in telling.told:
        print(told.number, told.accounts[0].date or told.record, told.name, sep=" | ")
    print([gap.title for gap in telling.gaps])

A document tells also through the voices that it prints. Without its `voices` only what it says itself counts, and what
they tell is left out by it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from timeline.dataset import Dataset
from timeline.query.filters import mask
from timeline.query.index import index_of
from timeline.query.selection import Selection
from timeline.sources.accounts import Account, accounts_of
from timeline.sources.silences import SilenceKind, silence_kind

_Time = tuple[int, int]  # the day on which a date stands, and its length


@dataclass(frozen=True, slots=True)
class Told:
    """An event as the source tells it.

    `number` is its place in the whole telling, from 1, whatever the filter leaves. `accounts` are the source's own, if
    it has one, then those of its voices; `others` are everybody else's of the event. `record` is the record's date, ""
    if it gives none; `same_date`: the first account gives the same; `contradicts`: no day is possible by both.
    """

    number: int
    event_id: str
    title: str
    accounts: tuple[Account, ...]
    others: tuple[Account, ...]
    record: str
    same_date: bool
    contradicts: bool

    @property
    def name(self) -> str:
        """What the source calls the event, or else the record's title."""
        return self.accounts[0].called or self.title


@dataclass(frozen=True, slots=True)
class Gap:
    """An event that the source does not tell: when it was, which silence that is, and who tells it.

    `tellers` are the names of the documents that do; if nobody does, only the record knows it. `kind` is None if a
    voice that the source prints tells it: then they are those voices' names.
    """

    event_id: str
    title: str
    date: str
    kind: SilenceKind | None
    tellers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OwnTelling:
    """What a source tells and leaves out of the events that a filter leaves.

    `lines` are told and left-out events in time; a told one stands where the source puts it, if that contradicts the
    record's date. `outside` are events that it does not reach. `whole` is how many it tells without any filter.
    """

    source_id: str
    lines: tuple[Told | Gap, ...]
    outside: tuple[Gap, ...]
    whole: int

    @property
    def told(self) -> tuple[Told, ...]:
        """What it tells, from first to last."""
        return tuple(line for line in self.lines if isinstance(line, Told))

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """What it leaves out between, in time."""
        return tuple(line for line in self.lines if isinstance(line, Gap))


def own_telling(
    dataset: Dataset, source_id: str, selection: Selection | None = None, voices: bool = True
) -> OwnTelling:
    """The source's telling; raise KeyError if there is no such source.

    Left out between is what it does not mention though it covers the time. Where nobody has noted which time it
    covers, that is the time from the first to the last event that it tells.
    """
    return _Reader(dataset, source_id, voices).read(selection or Selection())


class _Reader:
    """Reads one source; events, sources and accounts are their row numbers here, as in the index."""

    def __init__(self, dataset: Dataset, source_id: str, voices: bool) -> None:
        self._dataset, self._index = dataset, index_of(dataset)
        row = self._index.sources.row[source_id]
        self._source = dataset.source(source_id)
        self._inner = self._index.voices(row)
        self._speaking = self._inner if voices else [row]
        self._coded = bool(self._index.sources.events_of(row).size)
        self._speakers = dataset.sources["speaker"].tolist()
        self._documents = [self._index.sources.row[name] for name in dataset.sources["document"]]
        self._order = {source: place for place, source in enumerate(self._index.nested)}
        accounts, events = dataset.accounts, dataset.events
        self._given_first, self._given_last = accounts["first_day"].tolist(), accounts["last_day"].tolist()
        self._given_times = _times(accounts)
        self._ids, self._titles = events["event_id"].tolist(), events["title"].tolist()
        self._when, self._recorded = events["when"].tolist(), (events["placed_by"] == "").tolist()
        self._times = _times(events)

    def read(self, selection: Selection) -> OwnTelling:
        accounts = self._accounts()
        whole = sorted((self._place(event, account), event) for event, account in accounts.items())
        left = mask(self._dataset, selection)
        lines: list[tuple[_Time, int, Told | Gap]] = [
            (time, event, self._told(number, event, accounts[event]))
            for number, (time, event) in enumerate(whole, 1)
            if left[event]
        ]
        outside = []
        for event in np.flatnonzero(left).tolist():
            if event in accounts:
                continue
            gap = self._gap(event)
            uncovered = gap.kind is SilenceKind.NOT_CODED
            between = bool(whole) and whole[0][0][0] <= self._times[event][0] <= whole[-1][0][0]
            if gap.kind is SilenceKind.OUT_OF_SPAN or (uncovered and not between):
                outside.append(gap)
            else:
                lines.append((self._times[event], event, gap))
        lines.sort(key=lambda line: line[:2])
        return OwnTelling(
            self._source["source_id"], tuple(line for _, _, line in lines), tuple(outside), len(whole)
        )

    def _accounts(self) -> dict[int, int]:
        """For each event that is told the account that speaks first: the source's own, or else its first voice's."""
        found: dict[int, int] = {}
        for speaker in self._speaking:
            for account in np.flatnonzero(self._index.account_source == speaker).tolist():
                found.setdefault(int(self._index.account_event[account]), account)
        return found

    def _place(self, event: int, account: int) -> _Time:
        """The time to which the source puts the event; the record's, where both can be true."""
        return self._times[event] if self._meet(event, account) else self._given_times[account]

    def _meet(self, event: int, account: int) -> bool:
        """Whether some day is possible by the record and by the account."""
        before = self._given_last[account] < self._index.first[event]
        return not before and bool(self._given_first[account] <= self._index.last[event])

    def _told(self, number: int, event: int, account: int) -> Told:
        speaking = {self._index.sources.ids[speaker] for speaker in self._speaking}
        accounts = accounts_of(self._dataset, self._ids[event])
        own = tuple(account for account in accounts if account.source_id in speaking)
        record, given = self._when[event] if self._recorded[event] else None, own[0].when
        return Told(
            number=number,
            event_id=self._ids[event],
            title=self._titles[event],
            accounts=own,
            others=tuple(account for account in accounts if account.source_id not in speaking),
            record=str(record or ""),
            same_date=bool(record and given and given.edtf == record.edtf),
            contradicts=bool(record) and not self._meet(event, account),
        )

    def _gap(self, event: int) -> Gap:
        accounts = self._index.accounts.rows(event)
        tellers = {int(self._index.account_source[account]) for account in accounts}
        voices = tellers.intersection(self._inner)
        first, last = int(self._index.first[event]), int(self._index.last[event])
        named = voices or {self._documents[teller] for teller in tellers}
        return Gap(
            event_id=self._ids[event],
            title=self._titles[event],
            date=str(self._when[event]),
            kind=None if voices else silence_kind(self._source, self._coded, first, last),
            tellers=tuple(self._speakers[source] for source in sorted(named, key=self._order.__getitem__)),
        )


def _times(dated: pd.DataFrame) -> list[_Time]:
    """By what each row of the events or accounts is sorted: see `timeline.dataset.placing.Span`."""
    return list(zip(dated["stands"].tolist(), dated["length"].tolist(), strict=True))
