"""The whole at a glance: events down in time, sources across, each cell a stance or a silence.

table = matrix(dataset, Selection(themes=("kirov",)), kind="disputed")
print(table.frame().head())
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from timeline.dataset import Dataset, kept_for_dataset
from timeline.query.filters import mask
from timeline.query.index import index_of
from timeline.query.selection import Selection
from timeline.sources.questions import disputed_events
from timeline.sources.sides import AGAINST, FOR
from timeline.sources.silences import SILENCES, silence_codes
from timeline.sources.voices import is_hearsay, origins, speakers_in

Kind = Literal["", "told-by-all", "told-by-one", "disputed"]
Sort = Literal["time", "tellers", "importance"]
KINDS: tuple[Kind, ...] = ("", "told-by-all", "told-by-one", "disputed")
SORTS: tuple[Sort, ...] = ("time", "tellers", "importance")

TOLD = -1

BY_ALL, BY_ONE, DISPUTED = 1, 2, 4
_FLAG: dict[Kind, int] = {"told-by-all": BY_ALL, "told-by-one": BY_ONE, "disputed": DISPUTED}

_Codes = NDArray[np.int8]
_Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Matrix:
    """Events across sources; one row an event, one column a source.

    `rows` are the events' rows in `dataset.events`. `codes` has an item for each event and source: the stance's
    place in `dataset.stances`, TOLD (told, stance not coded), or a silence (NOT_MENTIONED, OUT_OF_SPAN, NOT_CODED).
    `voiced`: told only by a voice that the source prints (then the stance is the first voice's). `mixed`: a voice
    in it takes another stance than the one shown. `flags` adds up for each event BY_ALL, BY_ONE and DISPUTED;
    `counts` is how many of the filter's events each kind leaves, whatever kind is shown.
    """

    rows: NDArray[np.int64]
    event_ids: tuple[str, ...]
    source_ids: tuple[str, ...]
    speakers: tuple[str, ...]
    stance_ids: tuple[str, ...]
    codes: _Codes
    voiced: _Flags
    mixed: _Flags
    flags: _Codes
    counts: dict[Kind, int]

    def cell(self, row: int, column: int) -> str:
        """The cell in words: a stance id, "told", or a silence ("not mentioned")."""
        return self._words()[int(self.codes[row, column])]

    def frame(self) -> pd.DataFrame:
        """All cells in words: a row for each event_id, a column for each source_id."""
        said = self._words()
        cells = np.array(
            [said[code] for code in range(-len(SILENCES) - 1, len(self.stance_ids))], dtype=object
        )
        index = pd.Index(self.event_ids, name="event_id", dtype="str")
        shifted = self.codes.astype(np.int64) + len(SILENCES) + 1
        return pd.DataFrame(cells[shifted], index=index, columns=pd.Index(self.source_ids, name="source_id"))

    def _words(self) -> dict[int, str]:
        return {
            TOLD: "told",
            **{code: str(kind) for code, kind in SILENCES.items()},
            **dict(enumerate(self.stance_ids)),
        }


def matrix(
    dataset: Dataset,
    selection: Selection,
    kind: Kind = "",
    sort: Sort = "time",
    source_ids: Sequence[str] = (),
) -> Matrix:
    """Lay out the events that the filter leaves, of one kind or all.

    Columns are `source_ids`; if there are none, the sources of the filter if it has at least two, else all
    documents. A voice that has no column of its own speaks in that of the document that prints it.

    Kinds: *told-by-all*: every column tells it, and there are at least two. *told-by-one*: one of the columns does,
    and those that repeat it. *disputed*: of all the sources that tell it, columns or not, two independent ones
    contradict each other: one accepts the official version and one rejects it or tells its own, or their answers to one
    of its questions cannot both be true (see `timeline.sources.sides`). Hearsay contradicts nobody.
    So one document can tell an event alone and dispute it, by its voices.

    Sorts: by time; by tellers, the most first; by importance, the highest first. Equal ones stand in time.

    Raises KeyError if the dataset has no such source.
    """
    index = index_of(dataset)
    columns = _columns(dataset, selection, source_ids)
    told = _Cells(dataset, columns)
    flags = (
        told.by_all() * np.int8(BY_ALL)
        + told.by_one() * np.int8(BY_ONE)
        + disputed(dataset) * np.int8(DISPUTED)
    ).astype(np.int8)
    left = np.flatnonzero(mask(dataset, selection))
    counts: dict[Kind, int] = {"": len(left)}
    for name, flag in _FLAG.items():
        counts[name] = int(np.count_nonzero(flags[left] & flag))
    if kind:
        left = left[(flags[left] & _FLAG[kind]) > 0]
    if sort != "time":
        rank = told.tellers() if sort == "tellers" else dataset.events["importance"].to_numpy()
        left = left[np.argsort(-rank[left], kind="stable")]
    events = dataset.events["event_id"].to_numpy()
    source_ids = [index.sources.ids[column] for column in columns]
    return Matrix(
        rows=left,
        event_ids=tuple(events[left]),
        source_ids=tuple(source_ids),
        speakers=tuple(map(dataset.speaker, source_ids)),
        stance_ids=tuple(stance.id for stance in dataset.stances),
        codes=told.codes[left],
        voiced=told.voiced[left],
        mixed=told.mixed[left],
        flags=flags[left],
        counts=counts,
    )


@kept_for_dataset
def disputed(dataset: Dataset) -> _Flags:
    """Which events are disputed among independent sources: see `matrix`. One item for each event of the dataset."""
    index = index_of(dataset)
    stances = _stances(dataset)
    heard = np.array([not is_hearsay(dataset, source) for source in index.sources.ids], dtype=bool)
    places = {stance.id: place for place, stance in enumerate(dataset.stances)}
    for_it, against = (
        np.isin(stances, [places[name] for name in names if name in places]) & heard[index.account_source]
        for names in (FOR, AGAINST)
    )
    counted = for_it | against
    first_hand = _origins(dataset)[index.account_source]
    # Two witnesses and both sides are enough: if one witness takes both, the other contradicts one of them.
    found = _different(index.account_event[counted], first_hand[counted], index.size) > 1
    for side in (for_it, against):
        found &= np.bincount(index.account_event[side], minlength=index.size) > 0
    for event_id in disputed_events(dataset):
        found[index.event_row[event_id]] = True
    found.flags.writeable = False
    return found


class _Cells:
    """Who tells what: for each event of the dataset and each column the code of its cell."""

    def __init__(self, dataset: Dataset, columns: Sequence[int]) -> None:
        index = index_of(dataset)
        shape = (index.size, len(columns))
        stances = _stances(dataset)
        self.codes = np.empty(shape, dtype=np.int8)
        self.voiced = np.zeros(shape, dtype=bool)
        self.mixed = np.zeros(shape, dtype=bool)
        self._origins = _origins(dataset)[np.asarray(columns, dtype=np.int64)]
        by_source = np.argsort(index.account_source, kind="stable")
        starts = np.searchsorted(index.account_source[by_source], np.arange(len(index.sources.ids) + 1))
        speakers = speakers_in(dataset, [index.sources.ids[column] for column in columns])
        for place, column in enumerate(columns):
            code = self.codes[:, place]
            code[:] = silence_codes(dataset, column)
            shown = np.full(index.size, TOLD, dtype=np.int8)
            for voice in reversed(speakers[index.sources.ids[column]]):
                row = index.sources.row[voice]
                accounts = by_source[starts[row] : starts[row + 1]]
                events, said = index.account_event[accounts], stances[accounts]
                heard = code[events] >= TOLD
                differs = heard & (shown[events] != said)
                self.mixed[events, place] |= differs
                code[events] = shown[events] = said
                self.voiced[events, place] = row != column

    def tellers(self) -> NDArray[np.int64]:
        """How many columns tell each event."""
        return np.asarray(np.count_nonzero(self.codes >= TOLD, axis=1), dtype=np.int64)

    def by_all(self) -> _Flags:
        columns = self.codes.shape[1]
        return np.asarray((self.tellers() == columns) & (columns > 1))

    def by_one(self) -> _Flags:
        """One independent column tells it."""
        told = self.codes >= TOLD
        groups = [told[:, self._origins == origin].any(axis=1) for origin in np.unique(self._origins)]
        return np.sum(groups, axis=0) == 1 if groups else np.zeros(len(told), dtype=bool)


def _columns(dataset: Dataset, selection: Selection, source_ids: Sequence[str]) -> list[int]:
    index = index_of(dataset)
    chosen = source_ids or (selection.sources if len(selection.sources) > 1 else ())
    if chosen:
        return [index.sources.row[source] for source in dict.fromkeys(chosen)]
    return [index.sources.row[document] for document in dataset.documents]


def _stances(dataset: Dataset) -> _Codes:
    """The stance of each account as its place in the dataset's, TOLD where it is not coded."""
    ids = [stance.id for stance in dataset.stances]
    return np.asarray(pd.Index(ids).get_indexer(pd.Index(dataset.accounts["stance"]))).astype(np.int8)


def _origins(dataset: Dataset) -> NDArray[np.int64]:
    """For each source the row of the one whose words it repeats in the end."""
    rows = index_of(dataset).sources.row
    return np.fromiter((rows[origin] for origin in origins(dataset).values()), dtype=np.int64)


def _different(event: NDArray[np.int64], what: NDArray[np.int64], events: int) -> NDArray[np.int64]:
    """How many different values of `what` each event has; `event` and `what` are parallel, not negative."""
    most = int(what.max(initial=0)) + 1
    pairs = np.unique(event.astype(np.int64) * most + what)
    return np.bincount(pairs // most, minlength=events)
