"""Entries as the columns that the component reads: numbers, texts and flags, an item for each entry."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from timeline.dataset import Dataset
from timeline.dates import HistoricalDate
from timeline.drawing.contest import contest_of
from timeline.drawing.editions import Edition
from timeline.drawing.flags import FIRMNESS, SILENCES, Flag
from timeline.drawing.people import people_of
from timeline.query.index import index_of

Columns = dict[str, list[Any]]
_REMEMBERED = 50_000  # texts that are written for one answer and needed for the next


class ColumnWriter:
    """Writes the entries of one dataset's editions as columns."""

    def __init__(self, dataset: Dataset) -> None:
        events, accounts = dataset.events, dataset.accounts
        self._events = _arrays(events, "event_id", "title")
        self._accounts = _arrays(accounts, "called", "dated")
        # A date with an end is put together from two cells, and one that a source gives is no text of this table.
        self._events["given"] = np.where(events["end"] == "", events["start"], "").astype(object)
        self._accounts["given"] = accounts["date_as_given"].to_numpy(dtype=object)
        self._theme = index_of(dataset).theme
        self._contest = contest_of(dataset)
        self._people = people_of(dataset)
        unrecorded = (events["placed_by"] != "").to_numpy() * np.int32(Flag.NOT_RECORD)
        self._always = unrecorded | self._contest.disputed * np.int32(Flag.DISPUTED)
        self._established = np.array(
            [FIRMNESS.get(word, 0) for word in events["established"].tolist()], dtype=np.int32
        )
        codes = {stance.id: number for number, stance in enumerate(dataset.stances)}
        self._stance = np.array(
            [codes.get(stance, -1) for stance in accounts["stance"].tolist()], dtype=np.int32
        )

    def of(self, edition: Edition, entries: NDArray[np.int64]) -> Columns:
        """The columns of these entries, in their order."""
        event, account = edition.event[entries], edition.account[entries]
        told = account >= 0
        dated, named = told.copy(), told.copy()
        dated[told] = self._accounts["dated"][account[told]]
        named[told] = self._accounts["called"][account[told]] != ""

        def either(name: str, where: NDArray[np.bool_] = told, of_account: str = "") -> NDArray[Any]:
            values = self._events[name][event]
            values[where] = self._accounts[of_account or name][account[where]]
            return values

        flags = either("flags") | self._always[event] | edition.ghost[entries] * np.int32(Flag.SILENT)
        for code, flag in SILENCES.items():
            flags |= (edition.silence[entries] == code) * np.int32(flag)
        flags |= (told & ~dated) * np.int32(Flag.UNDATED) | ~dated * self._established[event]
        stance = np.full(event.size, -1, dtype=np.int32)
        stance[told] = self._stance[account[told]]
        when = [_printed(each) for each in either("when", dated)]
        given = either("given", dated)
        given[told & ~dated] = ""
        people = [
            self._people.of_telling(own) if own >= 0 else (self._people.of_record(row), "")
            for row, own in zip(event.tolist(), account.tolist(), strict=True)
        ]
        return {
            "id": self._events["event_id"][event].tolist(),
            "label": either("title", named, "called").tolist(),
            "when": when,
            "given": [own if own != printed else "" for own, printed in zip(given, when, strict=True)],
            "who": [who for who, _ in people],
            "unnamed": [unnamed for _, unnamed in people],
            "contest": self._contest.signs[event].tolist(),
            "lane": edition.lane[entries].tolist(),
            "theme": self._theme[event].tolist(),
            "rank": edition.rank[entries].tolist(),
            "seq": edition.seq[entries].tolist(),
            "first": either("first_day").tolist(),
            "sureFrom": either("sure_from").tolist(),
            "sureTo": either("sure_to").tolist(),
            "last": either("last_day").tolist(),
            "flags": flags.tolist(),
            "stance": stance.tolist(),
        }


def packed(columns: Columns) -> dict[str, Any]:
    """The same columns as they go over the wire, with `packed` among them: assets/drawing/entries.js unpacks them.

    Days and places in time are long numbers that hardly differ from those beside them, so they are sent as
    differences: `first` and `seq` from the entry before, `sureFrom`, `sureTo` and `last` from the entry's own `first`.
    """
    first = np.array(columns["first"], dtype=np.int64)
    along = {name: np.diff(np.array(columns[name], dtype=np.int64), prepend=0) for name in ("first", "seq")}
    within = {
        name: np.array(columns[name], dtype=np.int64) - first for name in ("sureFrom", "sureTo", "last")
    }
    return columns | {name: cells.tolist() for name, cells in (along | within).items()} | {"packed": True}


def _arrays(frame: pd.DataFrame, *more: str) -> dict[str, NDArray[Any]]:
    """The columns of a table that say where an entry stands, its flags in one number, and some more."""
    spans = ("when", "first_day", "sure_from", "sure_to", "last_day")
    flags = (
        frame["open_start"] * int(Flag.OPEN_START)
        + frame["open_end"] * int(Flag.OPEN_END)
        + frame["vague"] * int(Flag.VAGUE)
    )
    return {name: frame[name].to_numpy() for name in (*spans, *more)} | {
        "flags": flags.to_numpy(dtype=np.int32)
    }


@lru_cache(maxsize=_REMEMBERED)
def _printed(when: HistoricalDate) -> str:
    return str(when)
