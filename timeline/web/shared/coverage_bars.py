"""How much each document tells over the years, as bars on one axis with their numbers: a table that draws itself.

The server writes it (`shared/coverage_bars.html`): it is there without scripts, on paper, and read aloud.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from timeline.dataset import Dataset
from timeline.dates import day_number
from timeline.sources.coverage import coverage
from timeline.sources.silences import SilenceKind, silence_kind

_MOST_STEPS = 12  # of the axis; a phone has room for no more
_STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000)  # years


@dataclass(frozen=True, slots=True)
class Bar:
    """The events of some years: how many, as a share of the largest number, and whether the document covers them.

    `covered` is None where nobody has noted which time it covers.
    """

    count: int
    share: float
    covered: bool | None


@dataclass(frozen=True, slots=True)
class CoverageBars:
    """`labels` name the steps of the axis, `rows` are the bars of each document by its source_id.

    A step is a year, or as many years as let the axis have at most twelve steps (`by_year` is false).
    """

    labels: tuple[str, ...]
    rows: dict[str, tuple[Bar, ...]]
    by_year: bool

    @property
    def beyond(self) -> bool:
        """Whether there is time that some document does not cover."""
        return any(bar.covered is False for bars in self.rows.values() for bar in bars)


def coverage_bars(dataset: Dataset) -> CoverageBars:
    """The bars of all documents, in their order."""
    table = coverage(dataset)
    years = [int(year) for year in table.columns]
    step = next((step for step in _STEPS if (years[-1] - years[0]) // step < _MOST_STEPS), _STEPS[-1])
    starts = list(range(years[0] - years[0] % step, years[-1] + 1, step))
    counts = np.zeros((len(table), len(starts)), dtype=np.int64)
    np.add.at(counts.T, [(year - starts[0]) // step for year in years], table.to_numpy().T)
    most = max(int(counts.max(initial=0)), 1)
    return CoverageBars(
        labels=tuple(str(start) if step == 1 else f"{start}–{start + step - 1}" for start in starts),
        rows={
            str(source): tuple(
                Bar(count, round(count / most, 3), _covered(dataset.source(source), start, start + step - 1))
                for start, count in zip(starts, row, strict=True)
            )
            for source, row in zip(table.index, counts.tolist(), strict=True)
        },
        by_year=step == 1,
    )


def _covered(source: Mapping[Any, Any], first: int, last: int) -> bool | None:
    """Whether the source covers some of the time from the first to the last of these years."""
    days = day_number(date(max(first, 1), 1, 1)), day_number(date(min(last, 9999), 12, 31))
    kind = silence_kind(source, True, *days)
    return None if kind is SilenceKind.NOT_CODED else kind is SilenceKind.NOT_MENTIONED
