"""Every source in numbers: how many events it tells, in its own voice or through others, and with which stances.

    for profile in profiles(dataset).values():
        print("  " * profile.depth + profile.speaker, profile.own, profile.all)

The numbers say how much there is to read, and rate nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from timeline.dataset import Dataset, Stance
from timeline.query.index import index_of
from timeline.sources.voices import independent, nested


@dataclass(frozen=True, slots=True)
class Profile:
    """One source: its row of sources.csv (`row`), and what the tables hold of it.

    `own` is how many events it tells itself, `all` with the voices that it prints. `stances` are those of its own
    accounts in the order of the settings, with how many events each; `uncoded` how many have none. `voices` are those
    that it prints itself, `within` also those that they print; `repeated_by` the sources that repeat its words.
    """

    source_id: str
    speaker: str
    depth: int
    row: Mapping[str, Any]
    own: int
    all: int
    stances: tuple[tuple[Stance, int], ...]
    uncoded: int
    voices: tuple[str, ...]
    within: tuple[str, ...]
    repeated_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WitnessCounts:
    """How many documents and voices there are, and how many of the documents are independent witnesses."""

    documents: int
    voices: int
    independent: int


def profiles(dataset: Dataset) -> dict[str, Profile]:
    """The profile of every source by its id: documents in their order, after each the voices that it prints."""
    index = index_of(dataset)
    accounts = dataset.accounts.groupby(["source_id", "stance"]).size().to_dict()
    found = {}
    for row in nested(dataset):
        source_id = row["source_id"]
        number = index.sources.row[source_id]
        within = [index.sources.ids[voice] for voice in index.voices(number)[1:]]
        counted = [(stance, int(accounts.get((source_id, stance.id), 0))) for stance in dataset.stances]
        uncoded = int(accounts.get((source_id, ""), 0))
        found[source_id] = Profile(
            source_id=source_id,
            speaker=row["speaker"],
            depth=int(row["depth"]),
            row=row,
            own=sum(count for _, count in counted) + uncoded,
            all=int(index.sources.events_of(number).size),
            stances=tuple((stance, count) for stance, count in counted if count),
            uncoded=uncoded,
            voices=tuple(voice for voice in within if index.printed_in[index.sources.row[voice]] == number),
            within=tuple(within),
            repeated_by=tuple(
                other for other in dataset.speakers if dataset.source(other)["derives_from"] == source_id
            ),
        )
    return found


def witnesses(dataset: Dataset) -> WitnessCounts:
    """Count the documents, their voices, and the independent witnesses among the documents."""
    documents = dataset.documents
    return WitnessCounts(
        len(documents), len(dataset.sources) - len(documents), independent(dataset, documents)
    )
