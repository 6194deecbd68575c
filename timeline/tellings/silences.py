"""Why a source does not tell something: three states that must not be taken for one another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import pandas as pd

from timeline.asking.indexing import index_of
from timeline.dataset import Dataset


class SilenceKind(StrEnum):
    """Why a source does not tell an event: three states that must not be taken for one another."""

    NOT_MENTIONED = "not mentioned"
    OUT_OF_SPAN = "out of its span"
    NOT_CODED = "not coded"


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


def silences_of(dataset: Dataset, event_id: str) -> tuple[Silence, ...]:
    """The documents that do not tell the event, and which silence it is; raise KeyError if there is none such."""
    index = index_of(dataset)
    event = index.event_row[event_id]
    silent = []
    for row in index.nested:
        coded = index.sources.events_of(row)
        if index.printed_in[row] >= 0 or event in coded:
            continue
        source = dataset.sources.iloc[row]
        kind = silence_kind(
            source.to_dict(), bool(coded.size), int(index.first[event]), int(index.last[event])
        )
        silent.append(Silence(source["source_id"], source["speaker"], kind))
    return tuple(silent)
