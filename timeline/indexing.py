"""What filtering needs of a dataset, worked out once: who is in an event, who tells it, which words it has.

Row numbers (positions in the dataset's frames) stand for ids here, because numpy counts 150,000 of them in a
millisecond.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from threading import Lock
from weakref import WeakKeyDictionary

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from timeline.dataset import Dataset
from timeline.folding import words
from timeline.search import Rows, Vocabulary

Mask = NDArray[np.bool_]

_TOLD_IN = ("called", "account", "framing", "wording")


class Facet:
    """Choices of one kind (people, sources or themes) and the events that each would leave.

    `event` and `choice` are parallel row numbers, one pair for each event that a choice leaves, sorted by
    choice, none twice.
    """

    def __init__(
        self, ids: Iterable[str], event: NDArray[np.int64], choice: NDArray[np.int64], events: int
    ) -> None:
        """Pairs with a negative row number, which stand for an unknown id, are left out."""
        self.ids = tuple(ids)
        self.row = {name: row for row, name in enumerate(self.ids)}
        known = (event >= 0) & (choice >= 0)
        pairs = np.unique(choice[known] * np.int64(max(events, 1)) + event[known])
        self.event: Rows = (pairs % max(events, 1)).astype(np.int32)
        self.choice: Rows = (pairs // max(events, 1)).astype(np.int32)
        self._starts = np.searchsorted(self.choice, np.arange(len(self.ids) + 1))
        self._events = events

    def events_of(self, row: int) -> Rows:
        """The events that choice number `row` leaves, ascending."""
        return self.event[self._starts[row] : self._starts[row + 1]]

    def any_of(self, rows: Iterable[int]) -> Mask:
        """The events that at least one of these choices leaves."""
        left = np.zeros(self._events, dtype=bool)
        for row in rows:
            left[self.events_of(row)] = True
        return left

    def all_of(self, rows: Iterable[int]) -> Mask:
        """The events that every one of these choices leaves."""
        left = np.ones(self._events, dtype=bool)
        for row in rows:
            left &= self.any_of((row,))
        return left

    def counts(self, among: Mask) -> NDArray[np.int64]:
        """How many events `among` those of the mask each choice leaves, one number a choice."""
        return np.bincount(self.choice[among[self.event]], minlength=len(self.ids))


class Index:
    """The tables of one dataset as row numbers. `index_of` keeps one for each dataset."""

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = (
            dataset.events,
            dataset.people,
            dataset.accounts,
        )  # not the dataset: it would never be freed
        events = dataset.events
        self.size = len(events)
        event_ids = pd.Index(events["event_id"])
        self.event_row: dict[str, int] = dict(zip(event_ids, range(self.size), strict=True))
        self.first: Rows = events["first_day"].to_numpy(dtype=np.int32)
        self.last: Rows = events["last_day"].to_numpy(dtype=np.int32)

        everyone = pd.Index(dataset.people["person_id"])
        in_event = event_ids.get_indexer(pd.Index(dataset.cast["event_id"])).astype(np.int64)
        self.people = Facet(
            everyone,
            in_event,
            everyone.get_indexer(pd.Index(dataset.cast["person_id"])).astype(np.int64),
            self.size,
        )

        themes = pd.Index([theme.id for theme in dataset.themes], dtype=events["theme"].dtype)
        of_theme = themes.get_indexer(pd.Index(events["theme"])).astype(np.int64)
        self.themes = Facet(themes, np.arange(self.size, dtype=np.int64), of_theme, self.size)

        every_source = pd.Index(dataset.sources["source_id"])
        self.account_event: NDArray[np.int64] = event_ids.get_indexer(
            pd.Index(dataset.accounts["event_id"])
        ).astype(np.int64)
        self.account_source: NDArray[np.int64] = every_source.get_indexer(
            pd.Index(dataset.accounts["source_id"])
        ).astype(np.int64)
        printed_in = every_source.get_indexer(pd.Index(dataset.sources["quoted_in"]))
        told, teller = [], []
        source = self.account_source
        # A voice counts for the source that prints it, and so on outwards; quoted_in has no circles, so the
        # chain ends.
        for _ in range(len(every_source)):
            if not (source >= 0).any():
                break
            told.append(self.account_event)
            teller.append(source)
            source = np.where(source >= 0, np.append(printed_in, -1)[source], -1)
        nothing = np.empty(0, dtype=np.int64)
        self.sources = Facet(
            every_source, np.concatenate([nothing, *told]), np.concatenate([nothing, *teller]), self.size
        )
        self.by_frequency: list[int] = np.argsort(
            -self.people.counts(np.ones(self.size, dtype=bool)), kind="stable"
        ).tolist()

    @cached_property
    def texts(self) -> Vocabulary:
        """The words of each event: title, summary, place, and what its accounts say."""
        events, _, accounts = self._dataset
        columns = [accounts[column].to_numpy() for column in _TOLD_IN]
        order = np.argsort(self.account_event, kind="stable")
        starts = np.searchsorted(self.account_event[order], np.arange(self.size + 1))

        def each() -> Iterator[str]:
            own = zip(events["title"], events["summary"], events["place"], strict=True)
            for row, cells in enumerate(own):
                told = order[starts[row] : starts[row + 1]]
                yield " ".join((*cells, *(column[account] for account in told for column in columns)))

        return Vocabulary(each())

    @cached_property
    def names(self) -> Vocabulary:
        """The words of each person's name and other names."""
        return Vocabulary(f"{name} {others}" for name, others in self._names())

    def with_word(self, word: str) -> Mask:
        """The events in which a word begins like `word`, or in which somebody takes part whose name does."""
        left = self.people.any_of(set(self.names.texts_with(word).tolist()))
        left[self.texts.texts_with(word)] = True
        return left

    def find_people(self, typed: str, limit: int) -> list[int]:
        """The people whom `typed` may mean, the best first; if empty, all, the most frequent first."""
        wanted = words(typed)
        if not wanted:
            return self.by_frequency[:limit]
        found = self._named(wanted)
        if not found:
            closest = [self.names.alike(word, 1) for word in wanted]
            found = self._named([close[0] for close in closest]) if all(closest) else set()
        whole = " ".join(wanted)
        exact = {row for row in found if whole in self._spellings[row]}
        begins = {row for row in found if any(name.startswith(whole) for name in self._spellings[row])}
        return sorted(
            (row for row in self.by_frequency if row in found),
            key=lambda row: (row not in exact, row not in begins),
        )[:limit]

    def _named(self, wanted: list[str]) -> set[int]:
        """The people who have all the words, or words that begin like them, among their names."""
        return set.intersection(*(set(self.names.texts_with(word).tolist()) for word in wanted))

    @cached_property
    def _spellings(self) -> list[tuple[str, ...]]:
        """Each person's names, each as plain words with single spaces."""
        return [
            tuple(" ".join(words(spelling)) for spelling in (name, *others.split(";")))
            for name, others in self._names()
        ]

    def _names(self) -> Iterator[tuple[str, str]]:
        people = self._dataset[1]
        return zip(people["name"], people["also_known_as"], strict=True)


_indices: WeakKeyDictionary[Dataset, Index] = WeakKeyDictionary()
_building = Lock()


def index_of(dataset: Dataset) -> Index:
    """The dataset's index, built when it is first asked for and kept as long as the dataset itself."""
    with _building:
        index = _indices.get(dataset)
        if index is None:
            index = _indices[dataset] = Index(dataset)
        return index
