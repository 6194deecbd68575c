"""When it was said: every telling by when its event happened and how many years later its text was written.

found = sayings(dataset)
print(found.years[found.known].max())
"""

from __future__ import annotations

from collections.abc import Iterator
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


@dataclass(frozen=True, slots=True)
class Line:
    """One source: how many tellings, and at least and at most how many years after; None where that is not known."""

    source_id: str
    speaker: str
    written: str
    tellings: int
    least: int | None
    most: int | None
    at_least: bool

    @property
    def after(self) -> str:
        """How long after the events it was written, in words."""
        if self.least is None or self.most is None:
            return "not known"
        words = _years(self.most)
        if self.least != self.most:
            words = f"{_years(self.least)} to {words}" if self.least <= 0 else f"{self.least:,} to {words}"
        return f"{words} or more" if self.at_least else words


def _years(years: int) -> str:
    if not years:
        return "the same year"
    count = f"{abs(years):,} year{'' if abs(years) == 1 else 's'}"
    return f"{count} before" if years < 0 else count


def lines(dataset: Dataset) -> list[Line]:
    """The sources that tell something, those that wrote first before the others, then those without a date."""
    found, ids = sayings(dataset), list(dataset.sources["source_id"])
    result = []
    for row in np.unique(found.source).tolist():
        years = found.years[found.source == row]
        known = not np.isnan(years).any()
        result.append(
            Line(
                source_id=ids[row],
                speaker=dataset.speaker(ids[row]),
                written=dataset.source(ids[row])["published"],
                tellings=len(years),
                least=round(float(years.min())) if known else None,
                most=round(float(years.max())) if known else None,
                at_least=bool(found.at_least[row]),
            )
        )
    return sorted(result, key=lambda line: (line.least is None, line.least or 0, line.most or 0))


def table(dataset: Dataset) -> Iterator[tuple[str, ...]]:
    """Every telling that is drawn, with a head."""
    found, events, sources = sayings(dataset), dataset.events, list(dataset.sources["source_id"])
    yield ("event_id", "event", "date", "source_id", "source", "written", "years after", "stance")
    ids, titles, dates = (events[name].to_numpy(dtype=object) for name in ("event_id", "title", "when"))
    for event, source, years, stance in zip(
        found.event.tolist(), found.source.tolist(), found.years.tolist(), found.stance.tolist(), strict=True
    ):
        row = dataset.source(sources[source])
        after = "" if np.isnan(years) else f"{years:.1f}"
        said = dataset.stances[stance].name if stance >= 0 else ""
        date = str(dates[event])
        yield ids[event], titles[event], date, sources[source], row["speaker"], row["published"], after, said


def _days(dataset: Dataset, column: str) -> NDArray[np.float64]:
    return np.asarray(dataset.sources[column].to_numpy(dtype=np.float64, na_value=np.nan))
