"""The people of an entry in a few words: the record's own, or those of the telling that it stands for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from timeline.dataset import Dataset, kept_for_dataset
from timeline.dataset.frames import said_of
from timeline.query.index import index_of
from timeline.sources.naming import Finder

_MOST = 3
_REMEMBERED = 50_000  # texts that are written for one answer and needed for the next


class PeopleWriter:
    """Writes who takes part in events (rows of `dataset.events`), by the record or by accounts (rows of its frame).

    `people_of` keeps one for each dataset, as several screens draw it.
    """

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset
        self._index = index_of(dataset)
        self._name = dict(zip(dataset.people["person_id"], dataset.people["name"], strict=True))
        self._cast = list(zip(dataset.cast["person_id"].tolist(), dataset.cast["role"].tolist(), strict=True))
        self._texts = [
            dataset.accounts[name].tolist() for name in ("called", "wording", "account", "framing")
        ]
        self._parts = dataset.accounts["people"].tolist()
        self.of_record = lru_cache(maxsize=_REMEMBERED)(self._of_record)
        self.of_telling = lru_cache(maxsize=_REMEMBERED)(self._of_telling)

    def _of_record(self, event: int) -> str:
        """The people whom the record has in the event, with their parts: three at most, and how many more."""
        cast = (self._cast[row] for row in self._index.cast.rows(event))
        return _few(_acting(self._name[person], part) for person, part in cast)

    def _of_telling(self, account: int) -> tuple[str, str]:
        """The people whom the account names or gives a part, and those of the record whom it does neither.

        A part is the account's own, as its cell gives it; the record's is not put into another's mouth.
        """
        cast = [self._cast[row][0] for row in self._index.cast.rows(int(self._index.account_event[account]))]
        given = said_of(self._parts[account])
        named = Finder(self._dataset, cast=cast).named_in(*(cells[account] for cells in self._texts))
        told = [person for person in cast if person in named or person in given]
        unnamed = [self._name[person] for person in cast if person not in told]
        told += [person for person in given if person not in cast]
        return _few(_acting(self._name[person], given.get(person, "")) for person in told), _few(unnamed)


people_of = kept_for_dataset(PeopleWriter)


def _acting(name: str, part: str) -> str:
    return f"{name} ({part})" if part else name


def _few(people: Iterable[str]) -> str:
    everyone: Sequence[str] = tuple(people)
    if len(everyone) > _MOST:
        return f"{', '.join(everyone[:_MOST])} and {len(everyone) - _MOST} more"
    return ", ".join(everyone)
