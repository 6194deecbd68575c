"""Who speaks: documents and the voices that they print, who repeats whom, and how long after the event.

A source is a document (it stands by itself) or a voice (another source prints it). What a source says counts as
a witness of its own unless it repeats another, see `timeline.query.witnesses`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from timeline.dataset import Dataset, kept_for_dataset
from timeline.query.index import index_of
from timeline.query.witnesses import origins

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


def repeated_by(dataset: Dataset) -> dict[str, str]:
    """For every source the speaker whose words it repeats, "" if it repeats nobody."""
    return {source: dataset.speaker(dataset.source(source)["derives_from"]) for source in dataset.speakers}


def independent(dataset: Dataset, source_ids: Iterable[str]) -> int:
    """How many independent witnesses these sources are: all that repeat one source count once."""
    first_hand = origins(dataset)
    return len({first_hand[source] for source in source_ids})


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


def _in_units(days: float) -> tuple[int, str]:
    for length, unit, until in ((1, "day", 14), (7, "week", 63)):
        if days < until:
            return max(round(days / length), 1), unit
    return round(days / (_YEAR / 12)), "month"
