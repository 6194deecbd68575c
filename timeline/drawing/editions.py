"""All entries of one way of drawing: which event stands in which lane, by whose account, what goes first.

An *edition* is what the lanes and the perspective of a selection make of a dataset, whatever the filter
leaves. Its entries are parallel arrays, because there may be 250,000 of them (50,000 events in five lanes).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from timeline.dataset import Dataset
from timeline.drawing.lanes import Lane, layout_of
from timeline.query.index import index_of
from timeline.query.search import Rows
from timeline.query.selection import Selection
from timeline.sources.silences import silence_codes

GHOST_GIVES_WAY = 5
_PERIODS = 64
_GOLDEN = np.uint64(0x9E3779B1)
_NOBODY = -1
_BY_TIME = ("stands", "length")  # then in the order of the events: see timeline.dataset.placing.Span


@dataclass(frozen=True, slots=True, eq=False)
class Edition:
    """Entries in the order in which they are sent: by rank from the highest, then in time, then by lane.

    `event` and `account` are rows of the dataset's frames (account -1: the record's own place and title),
    `lane` an index into `lanes`, `first` and `last` day numbers (inclusive). `seq` is the entry's place in time, by
    the date of whoever speaks: equal for one event at one date, whatever the lane. `turn` is each entry's place in
    the queue when only some can be sent: by rank, and within a rank so that every lane and period gets some
    before any gets many. `silence` says of a ghost why its source does not tell it (a code of
    `sources.silences`), 0 of what is told.
    """

    lanes: tuple[Lane, ...]
    event: Rows
    account: Rows
    lane: Rows
    rank: Rows
    ghost: NDArray[np.bool_]
    silence: NDArray[np.int8]
    first: Rows
    last: Rows
    seq: Rows
    turn: Rows


def edition_key(selection: Selection) -> str:
    """What names a selection's edition: two selections with one key are drawn from the same entries."""
    layout = layout_of(selection)
    kind = "with" if selection.beside else selection.lanes
    told = selection.perspective and not layout.by_teller
    perspective = (f"as={selection.perspective}",) if told else ()
    return ";".join((kind, *layout.chosen(selection), *perspective))


class Editor:
    """Makes editions of one dataset."""

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset
        self._index = index_of(dataset)
        self._importance: Rows = dataset.events["importance"].to_numpy(dtype=np.int32)
        self._account_first: Rows = dataset.accounts["first_day"].to_numpy(dtype=np.int32)
        self._account_last: Rows = dataset.accounts["last_day"].to_numpy(dtype=np.int32)
        self._times = [dataset.events[name].to_numpy(dtype=np.int32) for name in _BY_TIME]
        self._account_times = [dataset.accounts[name].to_numpy(dtype=np.int32) for name in _BY_TIME]

    def make(self, selection: Selection) -> Edition:
        """The edition of a selection, all entries of it."""
        lanes, event, lane = layout_of(selection).fill(self._dataset, selection)
        account: Rows = np.full(event.size, _NOBODY, dtype=np.int32)
        silence: NDArray[np.int8] = np.zeros(event.size, dtype=np.int8)
        ghost: NDArray[np.bool_] = np.zeros(event.size, dtype=np.bool_)
        for source, where in _tellers(selection, lanes, lane):
            teller = self._index.sources.row[source]
            account[where] = self._told_by(teller)[event[where]]
            silence[where] = silence_codes(self._dataset, teller)[event[where]]
            ghost[where] = account[where] == _NOBODY
        silence[~ghost] = 0
        rank: Rows = self._importance[event] - np.int32(GHOST_GIVES_WAY) * ghost.astype(np.int32)
        first, last = self._index.first[event], self._index.last[event]
        told = account != _NOBODY
        first[told] = self._account_first[account[told]]
        last[told] = self._account_last[account[told]]
        times = [of_events[event] for of_events in self._times]
        for time, of_accounts in zip(times, self._account_times, strict=True):
            time[told] = of_accounts[account[told]]
        seq = _places(*times, event)
        order = np.lexsort((lane, seq, -rank))
        event, account, lane, rank, first, last, seq = (
            column[order] for column in (event, account, lane, rank, first, last, seq)
        )
        turn = self._turns(event, lane, rank, first)
        return Edition(
            lanes, event, account, lane, rank, ghost[order], silence[order], first, last, seq, turn
        )

    def _told_by(self, source: int) -> Rows:
        """The account by which the source tells each event, its own or else its first voice's; -1 for none."""
        account = np.full(self._index.size, _NOBODY, dtype=np.int32)
        for voice in reversed(self._index.voices(source)):
            rows = np.flatnonzero(self._index.account_source == voice)
            account[self._index.account_event[rows]] = rows
        return account

    @staticmethod
    def _turns(event: Rows, lane: Rows, rank: Rows, first: Rows) -> Rows:
        """The place of each entry in the queue: by rank; within a rank every lane and period in turn.

        Within one lane and period, events follow each other by multiples of the golden ratio, so that any
        number of them is spread evenly, and the same each time.
        """
        if not event.size:
            return event
        period = (first - first.min()) * np.int64(_PERIODS) // (int(first.max()) - int(first.min()) + 1)
        group = ((rank - rank.min()) * np.int64(int(lane.max()) + 1) + lane) * _PERIODS + period
        mixed = event.astype(np.uint64) * _GOLDEN & np.uint64(0xFFFFFFFF)
        order = np.lexsort((mixed, group))
        place = np.arange(event.size)
        begins = np.append(True, np.diff(group[order]) != 0)
        in_group = np.empty(event.size, dtype=np.int64)
        in_group[order] = place - np.maximum.accumulate(np.where(begins, place, 0))
        turn = np.empty(event.size, dtype=np.int32)
        turn[np.lexsort((mixed, in_group, -rank))] = place
        return turn


def _tellers(
    selection: Selection, lanes: tuple[Lane, ...], lane: Rows
) -> Iterator[tuple[str, NDArray[np.bool_]]]:
    """Each source that tells entries, and which; the record tells the others."""
    if layout_of(selection).by_teller:
        yield from ((each.id, lane == place) for place, each in enumerate(lanes) if each.teller)
    elif selection.perspective:
        yield selection.perspective, np.ones(lane.size, dtype=np.bool_)


def _places(*keys: Rows) -> Rows:
    """The place of each entry by these keys, from 0; those of which no key differs share one."""
    order = np.lexsort(keys[::-1])
    differs = np.zeros(order.size, dtype=bool)
    for key in keys:
        differs[1:] |= np.diff(key[order]) != 0
    place: Rows = np.empty(order.size, dtype=np.int32)
    place[order] = np.cumsum(differs)
    return place
