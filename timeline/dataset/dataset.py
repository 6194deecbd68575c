"""A folder of tables as one frozen value; `timeline.loading` makes it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from timeline.dataset.problems import Problem
from timeline.dataset.settings import Period, Stance, Theme


@dataclass(frozen=True, eq=False)
class Dataset:
    """Everything that a folder tells, loaded once.

    `first_day` and `last_day` bound the axis (day numbers, see `timeline.dates`). The frames have a
    RangeIndex and all columns of their table as `str`, "" where a cell is empty; they keep the file's order,
    but for `events` (by first_day, importance from the highest, event_id). More columns:

    - events: `importance` int64; `when` HistoricalDate; `first_day`, `sure_from`, `sure_to`, `last_day`
      int64, `open_start`, `open_end`, `vague` bool (see `placing.Span`); `placed_by` source_id, "" where the
      record's own date places it.
    - accounts: `when` or None, the same seven columns (the event's where `when` is None), and `dated` bool.
    - sources: `published_first`, `published_last`, `covers_first`, `covers_last` Int64; `document` source_id;
      `depth` int64.
    - cast: event_id, person_id, role, verdict, from the events' people and verdicts.
    - lost_steps: the rows of tours.csv whose event is not in the timeline, so that a tour can say so.

    The dataset is frozen and shared by every request: nobody writes to its frames; who needs a changed one
    takes a copy.
    """

    folder: Path
    title: str
    subtitle: str
    note: str
    first_day: int
    last_day: int
    themes: tuple[Theme, ...]
    stances: tuple[Stance, ...]
    periods: tuple[Period, ...]
    events: pd.DataFrame
    people: pd.DataFrame
    sources: pd.DataFrame
    accounts: pd.DataFrame
    questions: pd.DataFrame
    answers: pd.DataFrame
    tours: pd.DataFrame
    references: pd.DataFrame
    lost_steps: pd.DataFrame
    cast: pd.DataFrame
    problems: tuple[Problem, ...]
