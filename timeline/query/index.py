"""What filtering needs of a dataset, worked out once: who is in an event, who tells it, which words it has.

Row numbers (positions in the dataset's frames) stand for ids here, because numpy counts 150,000 of them in a
millisecond.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from timeline.dataset import Dataset, kept_for_dataset
from timeline.query.folding import words
from timeline.query.search import Rows, Vocabulary

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


class Grouped:
    """Rows of a table (accounts, or people in events) by the event to which they belong."""

    def __init__(self, event: NDArray[np.int64], events: int) -> None:
        """`event` has the number of an event for each row of the table."""
        self._order: Rows = np.argsort(event, kind="stable").astype(np.int32)
        self._starts = np.searchsorted(event, np.arange(events + 1), sorter=self._order)

    def rows(self, event: int) -> list[int]:
        """The rows that belong to event number `event`, in the table's order."""
        rows: list[int] = self._order[self._starts[event] : self._starts[event + 1]].tolist()
        return rows


class Index:
    """The tables of one dataset as row numbers. `index_of` keeps one for each dataset."""

    def __init__(self, dataset: Dataset) -> None:
        # The frames are needed for words and names, which are read when somebody first searches.
        self._frames = dataset.events, dataset.people, dataset.accounts
        self.size = size = len(dataset.events)
        self.event_row = {name: row for row, name in enumerate(dataset.events["event_id"])}
        self.first: Rows = dataset.events["first_day"].to_numpy(dtype=np.int32)
        self.last: Rows = dataset.events["last_day"].to_numpy(dtype=np.int32)

        cast_event = _rows_in(dataset.events["event_id"], dataset.cast["event_id"])
        self.cast_person = _rows_in(dataset.people["person_id"], dataset.cast["person_id"])
        self.people = Facet(dataset.people["person_id"], cast_event, self.cast_person, size)
        self.cast = Grouped(cast_event, size)

        self.theme = _rows_in([theme.id for theme in dataset.themes], dataset.events["theme"])
        self.themes = Facet([theme.id for theme in dataset.themes], np.arange(size), self.theme, size)

        sources = dataset.sources["source_id"]
        account_event = _rows_in(dataset.events["event_id"], dataset.accounts["event_id"])
        self.account_event = account_event
        self.account_source = _rows_in(sources, dataset.accounts["source_id"])
        self.accounts = Grouped(account_event, size)
        self.printed_in: list[int] = _rows_in(sources, dataset.sources["quoted_in"]).tolist()
        told, teller = [account_event[:0]], [self.account_source[:0]]
        for source, _ in enumerate(sources):
            accounts = np.isin(self.account_source, self.voices(source))
            told.append(account_event[accounts])
            teller.append(np.full(np.count_nonzero(accounts), source))
        self.sources = Facet(sources, np.concatenate(told), np.concatenate(teller), size)

    @cached_property
    def nested(self) -> list[int]:
        """All sources: the documents in the table's order, after each the voices that it prints."""
        documents = [source for source, outer in enumerate(self.printed_in) if outer < 0]
        return [source for document in documents for source in self.voices(document)]

    def voices(self, source: int) -> list[int]:
        """The source itself, then the voices that it prints, after each the voices printed in that."""
        inner = [voice for voice, outer in enumerate(self.printed_in) if outer == source]
        return [source, *(deeper for voice in inner for deeper in self.voices(voice))]

    @cached_property
    def by_frequency(self) -> list[int]:
        """All people, those in most events first."""
        everywhere = self.people.counts(np.ones(self.size, dtype=bool))
        people: list[int] = np.argsort(-everywhere, kind="stable").tolist()
        return people

    @cached_property
    def texts(self) -> Vocabulary:
        """The words of each event: title, summary, place, and what its accounts say."""
        events, _, accounts = self._frames
        columns = [accounts[column].to_numpy() for column in _TOLD_IN]

        def each() -> Iterator[str]:
            own = zip(events["title"], events["summary"], events["place"], strict=True)
            for event, cells in enumerate(own):
                told = self.accounts.rows(event)
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
        people = self._frames[1]
        return zip(people["name"], people["also_known_as"], strict=True)


def _rows_in(known: Iterable[str], wanted: Iterable[str]) -> NDArray[np.int64]:
    """The place of each of the `wanted` ids among the `known` ones, -1 where it is not there."""
    place = {name: row for row, name in enumerate(known)}
    return np.fromiter((place.get(name, -1) for name in wanted), dtype=np.int64)


@kept_for_dataset
def index_of(dataset: Dataset) -> Index:
    """The dataset's index, built when it is first asked for and kept as long as the dataset itself."""
    return Index(dataset)


def find_people(dataset: Dataset, typed: str, limit: int) -> list[str]:
    """The ids of at most `limit` people whom `typed` may mean, the likeliest first.

    Every word typed begins a word of the name or of another name, in any case, accents, script or
    romanisation; if nobody fits, the names that sound nearest are tried. Of equals the one in more events
    comes first. Nothing typed: the most frequent.
    """
    index = index_of(dataset)
    return [index.people.ids[row] for row in index.find_people(typed, limit)]
