"""Why a source does not tell something: three states that must not be taken for one another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from timeline.dataset import Dataset
from timeline.query.index import index_of


class SilenceKind(StrEnum):
    """Why a source does not tell an event: three states that must not be taken for one another."""

    NOT_MENTIONED = "not mentioned"
    OUT_OF_SPAN = "out of its span"
    NOT_CODED = "not coded"


# The three in arrays of many events, below every number of a stance.
NOT_MENTIONED, OUT_OF_SPAN, NOT_CODED = -2, -3, -4
SILENCES = {
    NOT_MENTIONED: SilenceKind.NOT_MENTIONED,
    OUT_OF_SPAN: SilenceKind.OUT_OF_SPAN,
    NOT_CODED: SilenceKind.NOT_CODED,
}


@dataclass(frozen=True, slots=True)
class Silence:
    """A document that does not tell an event, neither itself nor through a voice that it prints."""

    source_id: str
    speaker: str
    kind: SilenceKind


def silence_kind(source: Mapping[Any, Any], coded: bool, first: int, last: int) -> SilenceKind:
    """Which silence it is that a source does not tell an event.

    *Not coded*: nothing of the source is in accounts.csv, or nobody has noted which time it covers. *Out of
    its span*: the time that it covers does not touch the event's possible dates. *Not mentioned*: it covers
    that time and is silent.

    `source` is a row of the sources frame; `coded` whether it or a voice that it prints has any account;
    `first` and `last` are day numbers, the event's possible dates.
    """
    start, end = source["covers_first"], source["covers_last"]
    if not coded or (pd.isna(start) and pd.isna(end)):
        return SilenceKind.NOT_CODED
    before = not pd.isna(start) and last < start
    after = not pd.isna(end) and first > end
    return SilenceKind.OUT_OF_SPAN if before or after else SilenceKind.NOT_MENTIONED


def silence_codes(dataset: Dataset, source: int) -> NDArray[np.int8]:
    """Which silence it would be for each event if the source at this row did not tell it: a key of `SILENCES`."""
    index = index_of(dataset)
    start, end = (
        dataset.sources[column].iloc[[source]].to_numpy(dtype=np.float64, na_value=np.nan)[0]
        for column in ("covers_first", "covers_last")
    )
    if not index.sources.events_of(source).size or (np.isnan(start) and np.isnan(end)):
        return np.full(index.size, NOT_CODED, dtype=np.int8)
    outside = (index.last < start) | (index.first > end)  # false beside nan
    return np.where(outside, OUT_OF_SPAN, NOT_MENTIONED).astype(np.int8)


def silence_at(dataset: Dataset, source_id: str, event: int) -> SilenceKind:
    """Which silence it is that a source does not tell the event at this row of `dataset.events`."""
    index = index_of(dataset)
    coded = bool(index.sources.events_of(index.sources.row[source_id]).size)
    return silence_kind(dataset.source(source_id), coded, int(index.first[event]), int(index.last[event]))


def silences_of(dataset: Dataset, event_id: str) -> tuple[Silence, ...]:
    """The documents that do not tell the event, and which silence it is; raise KeyError if there is none such."""
    index = index_of(dataset)
    event = index.event_row[event_id]
    return tuple(
        silence_of(dataset, event_id, document)
        for document in dataset.documents
        if event not in index.sources.events_of(index.sources.row[document])
    )


def silence_of(dataset: Dataset, event_id: str, source_id: str) -> Silence:
    """Which silence it is that this source does not tell the event; raise KeyError if there is none such."""
    event = index_of(dataset).event_row[event_id]
    return Silence(source_id, dataset.speaker(source_id), silence_at(dataset, source_id, event))
