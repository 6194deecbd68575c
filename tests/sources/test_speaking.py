"""How many names, in how many texts: one way of counting, whatever is counted."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest

from tests.contest_folder import contest
from tests.folders import make_folder
from timeline.dataset import Dataset
from timeline.loading import load
from timeline.query.witnesses import origins
from timeline.sources.speaking import repeats, said_by


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return contest(tmp_path_factory.mktemp("contest"))


@pytest.mark.parametrize(
    ("sources", "words"),
    [
        ([], "nobody"),
        (["book"], "1 name"),
        (["rumour"], "1 name, only through The book, at second hand"),
        (["wiki", "copy"], "1 name"),
        (["book", "paper"], "2 names in 2 texts"),
        (["book", "rumour"], "2 names in 1 text; 1 only through The book; 1 at second hand"),
        (["copy", "memo"], "2 names in 1 text; 1 only through The wiki"),
        (["memo", "letter", "paper"], "3 names in 2 texts; 2 only through The wiki"),
        (
            ["book", "wiki", "copy", "memo", "letter", "rumour", "paper"],
            "6 names in 3 texts; 2 only through The wiki, 1 through The book; 1 at second hand",
        ),
    ],
)
def test_names_texts_and_who_is_known_only_through_one(
    dataset: Dataset, sources: list[str], words: str
) -> None:
    assert str(said_by(dataset, sources)) == words


def test_who_speaks_beside_is_not_counted_again(dataset: Dataset) -> None:
    assert str(said_by(dataset, ["copy", "paper"], beside=["wiki"])) == "1 name"
    assert said_by(dataset, ["copy"], beside=["wiki"]).names == 0


def test_a_reader_who_reads_blind_is_told_no_name(dataset: Dataset) -> None:
    for count in range(len(dataset.speakers) + 1):
        for sources in combinations(dataset.speakers, count):
            words = said_by(dataset, sources).unnamed
            assert not any(speaker in words for speaker in dataset.speakers.values())


def test_as_many_names_as_independent_origins(dataset: Dataset) -> None:
    first_hand = origins(dataset)
    for count in range(len(dataset.speakers) + 1):
        for sources in combinations(dataset.speakers, count):
            found = said_by(dataset, sources)
            assert found.names == len({first_hand[source] for source in sources})
            assert found.texts <= found.names
            assert sum(number for _, number in found.through) <= found.names


def test_a_badge_never_says_no_witness_of_who_is_counted(dataset: Dataset) -> None:
    assert repeats(dataset, "book") == ""
    assert repeats(dataset, "copy", ["wiki", "copy"]) == "repeats The wiki: no second witness"
    assert repeats(dataset, "copy", ["copy", "book"]) == "repeats The wiki and is counted as The wiki"
    assert said_by(dataset, ["copy", "book"]).names == 2


def test_many_texts_are_not_all_named(tmp_path: Path) -> None:
    rows = [{"source_id": f"t{number}", "title": f"Text {number}", "quoted_in": ""} for number in range(7)]
    rows += [
        {"source_id": f"v{number}", "title": f"Voice {number}", "quoted_in": f"t{number}"}
        for number in range(7)
    ]
    folder = make_folder(tmp_path, events=[{"event_id": "e", "start": "1934", "title": "E"}], sources=rows)
    words = str(said_by(load(folder), [row["source_id"] for row in rows]))
    assert words.startswith("14 names in 7 texts; 1 only through Text 0, 1 through Text 1")
    assert words.endswith("3 through 3 others")
