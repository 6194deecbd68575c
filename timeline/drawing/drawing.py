"""What the component is given: events as columns of numbers and texts, lanes, and what the filter leaves.

One *entry* is an event in one lane. A selection's lanes and perspective decide all entries (its edition); its
filter only says which of them are shown. So a browser that holds an edition is sent indices when the filter
changes, not events. An edition of more than 5,000 entries is cut: the browser gets the most important ones
once (`base`), and with each answer those further ones that filter and window ask for (`extra`) and counts of
all others (`rest`).

With a perspective, in lanes by source but for the record's, or with two tellings on one axis, an event has the name,
place, people and stance that the source gives it; where it gives no date, the event stands at the record's place and is
`UNDATED`. A document that does not tell an event itself speaks through the first voice it prints that does. What it
does not tell is a *ghost* at the record's place, and gives way to what it tells: its rank is lower by five.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import asdict, dataclass
from datetime import date
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray

from timeline.dataset import Dataset
from timeline.dates import day_number
from timeline.drawing.columns import Columns, ColumnWriter
from timeline.drawing.contest import contest_of
from timeline.drawing.editions import Edition, Editor, edition_key
from timeline.query.filters import mask
from timeline.query.index import index_of
from timeline.query.selection import Selection
from timeline.sources.voices import repeated_by

WHOLE = 5_000
BASE = 3_000
EXTRA = WHOLE - BASE
_STEPS = 240
_EDITIONS = 6

Window = tuple[float, float]
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
        self._columns = ColumnWriter(dataset)
        self._contest = contest_of(dataset)
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
        """What a browser needs once for an edition: {"events": columns, "lanes": [{id, name, color, note, teller}]}.

        The columns are lists of equal length, an item for each entry, see `Events` in assets/types.d.ts. All entries
        if there are at most 5,000 of them, else 3,000. Shared: not to be changed.
        """
        return self._edition(selection).base

    def answer(self, selection: Selection, ask: Window | None = None) -> Answer:
        """What the filter leaves: (shown, extra, rest), each None where it has nothing to add.

        `shown` has the indices into the base's columns. `extra` has the same columns for up to 2,000 further
        entries: all that are left, or if they are too many, the most important ones that touch the window
        `ask` (day numbers; without it the selection's own window, or the whole axis). `rest` counts those in
        neither by the step in which they begin: {"start": day, "step": days, "counts": [[...] per lane], "all": [...],
        "told": [...], "disputed": [...]}, the last three of the events of which the browser holds no entry, at the
        record's dates.
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
        if not further.any():
            return shown, columns, None
        unseen = left.copy()
        unseen[edition.event[kept.sent]] = unseen[edition.event[extra]] = False
        return shown, columns, self._rest(edition, further, np.flatnonzero(unseen))

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

    def _rest(
        self, edition: Edition, entries: NDArray[np.bool_], unseen: NDArray[np.int64]
    ) -> dict[str, Any]:
        """Counts of these entries by lane, and of these events, also as far as they are told and disputed."""
        start = self._dataset.first_day
        step = max(-(-(self._dataset.last_day + 1 - start) // _STEPS), 1)

        def steps(first: NDArray[np.int32]) -> NDArray[np.int32]:
            return (first.clip(start, self._dataset.last_day) - start) // step

        lane = edition.lane[entries] * _STEPS + steps(edition.first[entries])
        cells = np.bincount(lane, minlength=len(edition.lanes) * _STEPS)
        of_events = {
            name: np.bincount(steps(self._index.first[events]), minlength=_STEPS).tolist()
            for name, events in (
                ("all", unseen),
                ("told", unseen[self._contest.told[unseen]]),
                ("disputed", unseen[self._contest.disputed[unseen]]),
            )
        }
        return {"start": start, "step": step, "counts": cells.reshape(-1, _STEPS).tolist(), **of_events}


def fixed_props(dataset: Dataset) -> dict[str, Any]:
    """The properties of the component that are the dataset's, whatever is asked for: what its columns point to."""
    return {
        "bounds": [dataset.first_day, dataset.last_day],
        "stances": [
            {"id": stance.id, "name": stance.name, "symbol": stance.symbol} for stance in dataset.stances
        ],
        "documents": [
            {"id": document, "name": dataset.speaker(document), "mirror": bool(repeated)}
            for document, repeated in repeated_by(dataset).items()
            if document in dataset.documents
        ],
        "themes": [theme.name for theme in dataset.themes],
    }


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
