"""The whole at a glance: events down in time, sources across, each cell a stance or a silence.

table = matrix(dataset, Selection(themes=("kirov",), told="disputed"))
print(table.frame().head())
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from timeline.dataset import Dataset
from timeline.query.contest import disputed
from timeline.query.filters import mask
from timeline.query.index import index_of
from timeline.query.selection import Selection
from timeline.sources.silences import SILENCES, silence_codes
from timeline.sources.voices import speakers_in

__all__ = ["SORTS", "TOLD", "Matrix", "Sort", "disputed", "matrix"]

Sort = Literal["time", "tellers", "importance"]
SORTS: tuple[Sort, ...] = ("time", "tellers", "importance")

TOLD = -1

_Codes = NDArray[np.int8]
_Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Matrix:
    """Events across sources; one row an event, one column a source.

    `rows` are the events' rows in `dataset.events`. `codes` has an item for each event and source: the stance's
    place in `dataset.stances`, TOLD (told, stance not coded), or a silence (NOT_MENTIONED, OUT_OF_SPAN, NOT_CODED).
    `voiced`: told only by a voice that the source prints (then the stance is the first voice's). `mixed`: a voice
    in it takes another stance than the one shown. `disputed`: sources contradict each other about the event, columns
    or not, see `timeline.query.contest`.
    """

    rows: NDArray[np.int64]
    event_ids: tuple[str, ...]
    source_ids: tuple[str, ...]
    speakers: tuple[str, ...]
    stance_ids: tuple[str, ...]
    codes: _Codes
    voiced: _Flags
    mixed: _Flags
    disputed: _Flags

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
    sort: Sort = "time",
    source_ids: Sequence[str] = (),
) -> Matrix:
    """Lay out the events that the filter leaves.

    Columns are `source_ids`; if there are none, the sources of the filter if it has at least two, else all
    documents. A voice that has no column of its own speaks in that of the document that prints it.

    Sorts: by time; by tellers, the most first; by importance, the highest first. Equal ones stand in time.

    Raises KeyError if the dataset has no such source.
    """
    index = index_of(dataset)
    columns = _columns(dataset, selection, source_ids)
    told = _Cells(dataset, columns)
    left = np.flatnonzero(mask(dataset, selection))
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
        disputed=disputed(dataset)[left],
    )


class _Cells:
    """Who tells what: for each event of the dataset and each column the code of its cell."""

    def __init__(self, dataset: Dataset, columns: Sequence[int]) -> None:
        index = index_of(dataset)
        shape = (index.size, len(columns))
        stances = _stances(dataset)
        self.codes = np.empty(shape, dtype=np.int8)
        self.voiced = np.zeros(shape, dtype=bool)
        self.mixed = np.zeros(shape, dtype=bool)
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
