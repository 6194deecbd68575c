"""What the component is given: events as columns of numbers and texts, lanes, and what the filter leaves.

One *entry* is an event in one lane. A selection's lanes and perspective decide all entries (its edition); its
filter only says which of them are shown. So a browser that holds an edition is sent indices when the filter
changes, not events. An edition of more than 5,000 entries is cut: the browser gets the most important ones
once (`base`), and with each answer those further ones that filter and window ask for (`extra`) and counts of
all others (`rest`).

With a perspective, or in lanes by source, an event has the name, place and stance that the source gives it;
where it gives no date, the event stands at the record's place and is `UNDATED`. A document that does not tell an
event itself speaks through the first voice it prints that does. What it does not tell is a *ghost* at the
record's place, and gives way to what it tells: its rank is lower by five.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import asdict, dataclass
from datetime import date
from functools import lru_cache
from threading import Lock
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from timeline.dataset import Dataset
from timeline.dates import HistoricalDate, day_number
from timeline.drawing.editions import Edition, Editor, edition_key
from timeline.drawing.flags import FIRMNESS, SILENCES, Flag
from timeline.query.filters import mask
from timeline.query.index import index_of
from timeline.query.selection import Selection

WHOLE = 5_000
BASE = 3_000
EXTRA = WHOLE - BASE
_STEPS = 240
_EDITIONS = 6
_NAMED = 3
_REMEMBERED = 50_000  # texts that are written for one answer and needed for the next

Window = tuple[float, float]
Columns = dict[str, list[Any]]
Answer = tuple[list[int] | None, Columns | None, dict[str, Any] | None]


@dataclass(frozen=True, slots=True, eq=False)
class _Kept:
    """An edition, the entries of it that every browser has (ascending), and these as they are sent."""

    edition: Edition
    sent: NDArray[np.int64]
    base: dict[str, Any]


class Drawing:
    """Draws one dataset. Safe to share between threads; keeps the last few editions.

    The selections are such as `selection.tidy` or `Selection.from_query` gives: with ids that the dataset has.
    """

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset
        self._index = index_of(dataset)
        self._editor = Editor(dataset)
        self._columns = _Columns(dataset)
        self._kept: OrderedDict[str, _Kept] = OrderedDict()
        self._lock = Lock()

    @property
    def default_window(self) -> Window:
        """The whole axis, from the first moment of its first day to the last moment of its last one."""
        return float(self._dataset.first_day), float(self._dataset.last_day + 1)

    def edition(self, selection: Selection) -> str:
        """A text that changes when `base` changes."""
        return edition_key(selection)

    def base(self, selection: Selection) -> dict[str, Any]:
        """What a browser needs once for an edition: {"events": columns, "lanes": [{id, name, color, note}]}.

        The columns are lists of equal length, an item for each entry: id, label, when, who, lane, rank,
        first, sureFrom, sureTo, last, flags, stance. All entries if there are at most 5,000 of them, else
        3,000. Shared: not to be changed.
        """
        return self._edition(selection).base

    def answer(self, selection: Selection, ask: Window | None = None) -> Answer:
        """What the filter leaves: (shown, extra, rest), each None where it has nothing to add.

        `shown` has the indices into the base's columns. `extra` has the same columns for up to 2,000 further
        entries: all that are left, or if they are too many, the most important ones that touch the window
        `ask` (day numbers; without it the selection's own window, or the whole axis). `rest` counts those in
        neither by the step in which they begin: {"start": day, "step": days, "counts": [[...] per lane]}.
        """
        kept = self._edition(selection)
        edition, left = kept.edition, mask(self._dataset, selection)
        everything = bool(left.all())
        shown = None if everything else np.flatnonzero(left[edition.event[kept.sent]]).tolist()
        further = left[edition.event]
        further[kept.sent] = False
        if not further.any():
            return shown, None, None
        window = ask or window_of(selection)
        if everything and window is None:
            extra = np.empty(0, dtype=np.int64)
        else:
            extra = _most_important(edition, np.flatnonzero(further), window or self.default_window)
        further[extra] = False
        columns = self._columns.of(edition, extra) if extra.size else None
        return shown, columns, self._rest(edition, further) if further.any() else None

    def _edition(self, selection: Selection) -> _Kept:
        key = edition_key(selection)
        with self._lock:
            kept = self._kept.get(key)
            if kept is None:
                kept = self._kept[key] = self._make(selection)
                if len(self._kept) > _EDITIONS:
                    self._kept.popitem(last=False)
            self._kept.move_to_end(key)
            return kept

    def _make(self, selection: Selection) -> _Kept:
        edition = self._editor.make(selection)
        whole = edition.event.size <= WHOLE
        sent = np.arange(edition.event.size) if whole else np.flatnonzero(edition.turn < BASE)
        lanes = [asdict(lane) for lane in edition.lanes]
        return _Kept(edition, sent, {"events": self._columns.of(edition, sent), "lanes": lanes})

    def _rest(self, edition: Edition, entries: NDArray[np.bool_]) -> dict[str, Any]:
        start = self._dataset.first_day
        step = max(-(-(self._dataset.last_day + 1 - start) // _STEPS), 1)
        steps = (edition.first[entries].clip(start, self._dataset.last_day) - start) // step
        cells = np.bincount(edition.lane[entries] * _STEPS + steps, minlength=len(edition.lanes) * _STEPS)
        return {"start": start, "step": step, "counts": cells.reshape(-1, _STEPS).tolist()}


def window_of(selection: Selection) -> Window | None:
    """The window that a selection asks for in day numbers, at least a day wide; None if it asks for none."""
    if not selection.start:
        return None
    start, end = (day_number(date.fromisoformat(day)) for day in (selection.start, selection.end))
    return float(start), float(max(end, start + 1))


def _most_important(edition: Edition, entries: NDArray[np.int64], window: Window) -> NDArray[np.int64]:
    """All of these entries if they may be sent, else those in the window, else the first of them by turn."""
    if entries.size > EXTRA:
        start, end = window
        entries = entries[(edition.first[entries] <= end) & (edition.last[entries] + 1 >= start)]
    if entries.size > EXTRA:
        entries = np.sort(entries[np.argpartition(edition.turn[entries], EXTRA)[:EXTRA]])
    return entries


class _Columns:
    """Writes entries as the columns that the component reads."""

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
