"""When it was said: every telling by when its event happened and how many years later its text was written.

found = sayings(dataset)
print(found.years[found.known].max())
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from timeline.dataset import Dataset, kept_for_dataset
from timeline.query.index import index_of

_YEAR = 365.2425


@dataclass(frozen=True, slots=True)
class Sayings:
    """The tellings of events that have a beginning and an end, as parallel arrays; `left_out` counts the others.

    `event` and `source` are rows of the frames, `day` the middle of the event's possible dates by the record (a day
    number), `stance` a place in `dataset.stances` or -1. `years` is how long after the event the text was written, by
    the middles of both, negative if before it; nan where no date of the text is noted. `at_least`, one for each source:
    only the earliest day on which the text can have been written is known.
    """

    event: NDArray[np.int64]
    source: NDArray[np.int64]
    day: NDArray[np.float64]
    years: NDArray[np.float64]
    stance: NDArray[np.int64]
    at_least: NDArray[np.bool_]
    left_out: int

    @property
    def known(self) -> NDArray[np.bool_]:
        """Which of the tellings stand in a text whose date is known."""
        return ~np.isnan(self.years)


@kept_for_dataset
def sayings(dataset: Dataset) -> Sayings:
    """All tellings, in the order of accounts.csv."""
    index = index_of(dataset)
    first, last = (_days(dataset, f"published_{end}") for end in ("first", "last"))
    at_least = ~np.isnan(first) & np.isnan(last)
    written = np.where(np.isnan(last), first, (first + last) / 2)
    open_ended = dataset.events["open_start"].to_numpy() | dataset.events["open_end"].to_numpy()
    placed = ~open_ended[index.account_event]
    event, source = index.account_event[placed], index.account_source[placed]
    day = (index.first[event].astype(np.float64) + index.last[event]) / 2
    stances = pd.Index([stance.id for stance in dataset.stances])
    stance = stances.get_indexer(pd.Index(dataset.accounts["stance"]))[placed]
    return Sayings(
        event=event,
        source=source,
        day=day,
        years=(written[source] - day) / _YEAR,
        stance=np.asarray(stance, dtype=np.int64),
        at_least=at_least,
        left_out=int(np.count_nonzero(~placed)),
    )


def _days(dataset: Dataset, column: str) -> NDArray[np.float64]:
    return np.asarray(dataset.sources[column].to_numpy(dtype=np.float64, na_value=np.nan))
