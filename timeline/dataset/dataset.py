"""A folder of tables as one frozen value that knows its names; `timeline.loading` makes it.

print(dataset.speaker("prolewiki"), dataset.event_title("kirov-murder"), dataset.person_name("kirov"))
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from threading import RLock
from types import MappingProxyType
from typing import Any, TypeVar

import pandas as pd

from timeline.dataset.problems import Problem
from timeline.dataset.settings import Period, Stance, Theme

Made = TypeVar("Made")


@dataclass(frozen=True, eq=False)
class Dataset:
    """Everything that a folder tells, loaded once.

    `first_day` and `last_day` bound the axis (day numbers, see `timeline.dates`). The frames have a
    RangeIndex and all columns of their table as `str`, "" where a cell is empty; they keep the file's order,
    but for `events`, whose rows are in time: by `stands`, then `length`, then the order of the file. More columns:

    - events: `importance` int64; `when` HistoricalDate; `first_day`, `sure_from`, `sure_to`, `last_day`, `stands`,
      `length` int64, `open_start`, `open_end`, `vague` bool (see `placing.Span`); `placed_by` source_id, "" where
      the record's own date places it.
    - accounts: `when` or None, the same nine columns (the event's where `when` is None), and `dated` bool.
    - sources: `published_first`, `published_last`, `covers_first`, `covers_last` Int64; `document` source_id;
      `depth` int64.
    - cast: event_id, person_id, role, verdict, from the events' people and verdicts.
    - lost_steps: the rows of tours.csv whose event is not in the timeline, so that a tour can say so.

    The dataset is frozen and shared by every request: nobody writes to its frames; who needs a changed one
    takes a copy.

    What an id stands for is asked of the methods below. The name of "" is "", since a cell that refers to nothing
    is empty; for any other id that the dataset does not have they raise KeyError. The mappings hold all of a kind in
    the order of their table. Each is made when it is first asked for, and kept.
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
    _made: dict[Callable[[Dataset], Any], Any] = field(default_factory=dict, init=False, repr=False)
    _making: RLock = field(default_factory=RLock, init=False, repr=False)

    def kept(self, make: Callable[[Dataset], Made]) -> Made:
        """What `make` returns for this dataset, made once; see `timeline.dataset.kept`."""
        if make not in self._made:
            with self._making:
                if make not in self._made:
                    self._made[make] = make(self)
        made: Made = self._made[make]
        return made

    def speaker(self, source_id: str) -> str:
        """Who speaks in the source, as a short name that no other source has."""
        return self.speakers[source_id] if source_id else ""

    def event_title(self, event_id: str) -> str:
        """The record's title of the event."""
        return self.event_titles[event_id] if event_id else ""

    def person_name(self, person_id: str) -> str:
        """The person's name in the spelling of people.csv."""
        return self.person_names[person_id] if person_id else ""

    def theme_name(self, theme_id: str) -> str:
        """The name of the theme."""
        return self._theme_names[theme_id] if theme_id else ""

    def stance(self, stance_id: str) -> Stance | None:
        """The stance, None for "": an account whose stance is not coded."""
        return self._stances_by_id[stance_id] if stance_id else None

    def source(self, source_id: str) -> Mapping[str, Any]:
        """The row of the sources frame; raise KeyError if there is none such."""
        return self._source_rows[source_id]

    def event(self, event_id: str) -> Mapping[str, Any]:
        """The row of the events frame; raise KeyError if there is none such."""
        row = self.events.iloc[self._event_places[event_id]]
        return {str(column): cell for column, cell in row.items()}

    @cached_property
    def speakers(self) -> Mapping[str, str]:
        """Who speaks in each source, by source_id."""
        return _by_id(self.sources["source_id"], self.sources["speaker"])

    @cached_property
    def event_titles(self) -> Mapping[str, str]:
        """The title of each event, by event_id."""
        return _by_id(self.events["event_id"], self.events["title"])

    @cached_property
    def person_names(self) -> Mapping[str, str]:
        """The name of each person, by person_id."""
        return _by_id(self.people["person_id"], self.people["name"])

    @cached_property
    def documents(self) -> tuple[str, ...]:
        """The source_ids of the sources that stand by themselves; all others are voices that another one prints."""
        return tuple(self.sources.loc[self.sources["quoted_in"] == "", "source_id"])

    @cached_property
    def _theme_names(self) -> Mapping[str, str]:
        return {theme.id: theme.name for theme in self.themes}

    @cached_property
    def _stances_by_id(self) -> Mapping[str, Stance]:
        return {stance.id: stance for stance in self.stances}

    @cached_property
    def _source_rows(self) -> Mapping[str, Mapping[str, Any]]:
        rows = self.sources.to_dict("records")
        return {row["source_id"]: MappingProxyType({str(name): row[name] for name in row}) for row in rows}

    @cached_property
    def _event_places(self) -> Mapping[str, int]:
        return {event_id: place for place, event_id in enumerate(self.events["event_id"])}


def _by_id(ids: Iterable[str], names: Iterable[str]) -> Mapping[str, str]:
    return MappingProxyType(dict(zip(ids, names, strict=True)))
