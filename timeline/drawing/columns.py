"""Entries as the columns that the component reads: numbers, texts and flags, an item for each entry."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from timeline.dataset import Dataset
from timeline.dates import HistoricalDate
from timeline.drawing.editions import Edition
from timeline.drawing.flags import FIRMNESS, SILENCES, Flag
from timeline.query.index import index_of

Columns = dict[str, list[Any]]
_NAMED = 3
_REMEMBERED = 50_000  # texts that are written for one answer and needed for the next


class ColumnWriter:
    """Writes the entries of one dataset's editions as columns."""

    def __init__(self, dataset: Dataset) -> None:
        self._index = index_of(dataset)
        self._events = _arrays(dataset.events, "event_id", "title")
        self._accounts = _arrays(dataset.accounts, "called", "dated")
        self._names = dataset.people["name"].to_numpy(dtype=object)
        self._who = lru_cache(maxsize=_REMEMBERED)(self._write_who)
        self._unrecorded = (dataset.events["placed_by"] != "").to_numpy() * np.int32(Flag.NOT_RECORD)
        self._established = np.array(
            [FIRMNESS.get(word, 0) for word in dataset.events["established"]], dtype=np.int32
        )
        codes = {stance.id: number for number, stance in enumerate(dataset.stances)}
        self._stance = np.array(
            [codes.get(stance, -1) for stance in dataset.accounts["stance"]], dtype=np.int32
        )

    def of(self, edition: Edition, entries: NDArray[np.int64]) -> Columns:
        """The columns of these entries, in their order."""
        event, account = edition.event[entries], edition.account[entries]
        told = account >= 0
        dated, named = told.copy(), told.copy()
        dated[told] = self._accounts["dated"][account[told]]
        named[told] = self._accounts["called"][account[told]] != ""

        def either(of_event: str, of_account: str, where: NDArray[np.bool_] = told) -> NDArray[Any]:
            values = self._events[of_event][event]
            values[where] = self._accounts[of_account][account[where]]
            return values

        flags = (
            either("flags", "flags")
            | self._unrecorded[event]
            | edition.ghost[entries] * np.int32(Flag.SILENT)
        )
        for code, flag in SILENCES.items():
            flags |= (edition.silence[entries] == code) * np.int32(flag)
        flags |= (told & ~dated) * np.int32(Flag.UNDATED) | ~dated * self._established[event]
        stance = np.full(event.size, -1, dtype=np.int32)
        stance[told] = self._stance[account[told]]
        return {
            "id": self._events["event_id"][event].tolist(),
            "label": either("title", "called", named).tolist(),
            "when": [_printed(when) for when in either("when", "when", dated)],
            "who": [self._who(row) for row in event.tolist()],
            "lane": edition.lane[entries].tolist(),
            "rank": edition.rank[entries].tolist(),
            "first": either("first_day", "first_day").tolist(),
            "sureFrom": either("sure_from", "sure_from").tolist(),
            "sureTo": either("sure_to", "sure_to").tolist(),
            "last": either("last_day", "last_day").tolist(),
            "flags": flags.tolist(),
            "stance": stance.tolist(),
        }

    def _write_who(self, event: int) -> str:
        """The names of the people in the event: three at most, and how many more."""
        people = self._index.cast_person[self._index.cast.rows(event)].tolist()
        names = [self._names[person] for person in people[:_NAMED]]
        if len(people) > _NAMED:
            return f"{', '.join(names)} and {len(people) - _NAMED} more"
        return ", ".join(names)


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
