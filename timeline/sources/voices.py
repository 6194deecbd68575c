"""Who speaks: documents and the voices that they print, who repeats whom, and how long after the event.

A source is a document (it stands by itself) or a voice (another source prints it). What a source says counts as
a witness of its own unless it repeats another:

- All that `derives_from` one source, step by step, are one witness with it (`independent`).
- All voices of one author are one witness: he speaks twice.
- A voice that has no words of its own here (a book named in a footnote, say) and is given the same position as
  a source that prints it is that source speaking, not a second witness (`Witnesses`).
- A voice that is known only through another's summary (`known_by` in sources.csv) is hearsay: it is counted apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from timeline.dataset import Dataset, kept_for_dataset
from timeline.query.index import index_of

_YEAR = 365.2425
_WELL_KNOWN = 62  # days; a publication date no vaguer than this can be told in weeks and months


@dataclass(frozen=True, slots=True)
class Answer:
    """What one source answers to a question, in our words and in its own.

    `printed_in` is the speaker of the source that prints this voice, "" for a document.
    """

    source_id: str
    speaker: str
    printed_in: str
    derives_from: str
    answer: str
    wording: tuple[str, ...]
    locator: str


@kept_for_dataset
def nested(dataset: Dataset) -> Sequence[Mapping[str, Any]]:
    """The rows of the sources frame, each document followed by the voices that it prints."""
    index = index_of(dataset)
    return tuple(dataset.source(index.sources.ids[row]) for row in index.nested)


@kept_for_dataset
def origins(dataset: Dataset) -> Mapping[str, str]:
    """For every source the one whose words it repeats in the end, or the first voice of its author; else itself."""
    first_of_author: dict[str, str] = {}
    found = {}
    for source in dataset.speakers:
        first = _first_hand(dataset, source)
        row = dataset.source(first)
        author = row["author"] if row["quoted_in"] else ""
        found[source] = first_of_author.setdefault(author, first) if author else first
    return found


def is_hearsay(dataset: Dataset, source_id: str) -> bool:
    """Whether the source is known only through another's summary of it."""
    return bool(dataset.source(source_id)["known_by"] == "summary")


def repeated_by(dataset: Dataset) -> dict[str, str]:
    """For every source the speaker whose words it repeats, "" if it repeats nobody."""
    return {source: dataset.speaker(dataset.source(source)["derives_from"]) for source in dataset.speakers}


def independent(dataset: Dataset, source_ids: Iterable[str]) -> int:
    """How many independent witnesses these sources are: all that repeat one source count once."""
    first_hand = origins(dataset)
    return len({first_hand[source] for source in source_ids})


class Witnesses:
    """Finds the independent witnesses among answers that take one position."""

    def __init__(self, dataset: Dataset) -> None:
        """Take the dataset whose sources answer."""
        self._origins = origins(dataset)
        self._source = dataset.source
        self._hearsay = {source for source in dataset.speakers if is_hearsay(dataset, source)}

    def among(self, answers: Iterable[Answer]) -> frozenset[str]:
        """The witnesses, given all answers that take the position: of each line of sources the first.

        A voice without any wording is none where a source that prints it takes the position too; hearsay is none.
        """
        given = [answer for answer in answers if answer.source_id not in self._hearsay]
        taking = {answer.source_id for answer in given}
        return frozenset(
            self._origins[answer.source_id]
            for answer in given
            if answer.wording or taking.isdisjoint(self._printers(answer.source_id))
        )

    def hearsay(self, answers: Iterable[Answer]) -> int:
        """How many of those who take the position are known only through another's summary."""
        return len(
            {self._origins[answer.source_id] for answer in answers if answer.source_id in self._hearsay}
        )

    def _printers(self, source: str) -> Iterator[str]:
        """The source that prints this one, the one that prints that, and so on."""
        while source := self._source(source)["quoted_in"]:
            yield source


def speakers_in(dataset: Dataset, columns: Sequence[str]) -> dict[str, list[str]]:
    """Who speaks in each of these columns: the source itself, then the voices printed in it, in their order.

    A voice speaks in one column only: its own if it has one, else that of the nearest source that prints it.
    """
    index = index_of(dataset)
    spoken: dict[str, list[str]] = {column: [] for column in columns}
    for row in index.nested:
        holder = row
        while holder >= 0 and index.sources.ids[holder] not in spoken:
            holder = index.printed_in[holder]
        if holder >= 0:
            spoken[index.sources.ids[holder]].append(index.sources.ids[row])
    return spoken


def phrases(wording: str) -> tuple[str, ...]:
    """The exact phrases of a wording cell."""
    return tuple(phrase.strip() for phrase in wording.split("|") if phrase.strip())


def said_after(source: Mapping[Any, Any], first: int, last: int) -> str:
    """The time from an event to a source's publication in words ("written 84 years after"), "" if unknown.

    `source` is a row of the sources frame; `first` and `last` are day numbers, the event's possible dates.
    """
    if pd.isna(source["published_first"]) or pd.isna(source["published_last"]):
        return ""
    least, most = int(source["published_first"]) - last, int(source["published_last"]) - first
    days = (least + most) / 2
    if most < 0:
        return "written before it"
    if most == least == 0:
        return "written on the same day"
    if most - least <= _WELL_KNOWN and 0 < days < 0.9 * _YEAR:
        number, unit = _in_units(days)
        return f"written {number} {unit}{'' if number == 1 else 's'} after"
    years = round(max(days, 0) / _YEAR)
    if not years:
        return "written within a year"
    return f"written {years} year{'' if years == 1 else 's'} after"


def _first_hand(dataset: Dataset, source: str) -> str:
    while repeated := dataset.source(source)["derives_from"]:
        source = repeated
    return source


def _in_units(days: float) -> tuple[int, str]:
    for length, unit, until in ((1, "day", 14), (7, "week", 63)):
        if days < until:
            return max(round(days / length), 1), unit
    return round(days / (_YEAR / 12)), "month"
