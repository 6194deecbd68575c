from __future__ import annotations

from pathlib import Path

import pytest

from tests.folders import make_folder
from tests.small_tellings import tellings
from timeline.dataset import Dataset
from timeline.loading import load
from timeline.sources.perspective import seen_by


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return tellings(tmp_path_factory.mktemp("tellings"))


@pytest.mark.parametrize(
    ("source", "event", "speaking", "name", "called"),
    [
        ("wiki", "kirov-murder", "wiki", "the terrorist act", True),
        ("memo", "kirov-murder", "memo", "the deed", True),
        ("wiki", "bloc", "memo", "the conspiracy", True),  # a document through its voice
        ("wiki", "trial", "wiki", "The first trial", False),  # the record's, where it gives none
    ],
)
def test_an_event_has_the_name_that_the_source_gives(
    dataset: Dataset, source: str, event: str, speaking: str, name: str, called: bool
) -> None:
    seen = seen_by(dataset, source, event)
    assert seen
    assert (seen.account.source_id, seen.name, seen.called) == (speaking, name, called)


def test_who_is_silent_shows_nothing(dataset: Dataset) -> None:
    assert seen_by(dataset, "book", "kirov-murder") is None
    with pytest.raises(KeyError):
        seen_by(dataset, "nobody", "kirov-murder")
    with pytest.raises(KeyError):
        seen_by(dataset, "book", "nothing")


def test_people_are_those_whom_the_source_names(dataset: Dataset) -> None:
    seen = seen_by(dataset, "paper", "kirov-murder")  # "Kirov was shot."
    assert seen
    assert seen.people == (("kirov", "Sergei Kirov", ""),)  # the record's part is not put into its mouth
    assert [person.name for person in seen.unnamed] == ["Leonid Nikolaev"]


def test_a_part_is_the_sources_own(tmp_path: Path) -> None:
    folder = make_folder(
        tmp_path,
        events=[{"event_id": "deed", "start": "1934", "title": "The deed", "people": "ann:victim; bob"}],
        people=[{"person_id": name, "name": name.capitalize()} for name in ("ann", "bob", "eve")],
        sources=[{"source_id": "book", "title": "The book"}],
        accounts=[{"event_id": "deed", "source_id": "book", "people": "eve:the spy; bob:the victim"}],
    )
    seen = seen_by(load(folder), "book", "deed")
    assert seen
    assert seen.people == (("bob", "Bob", "the victim"), ("eve", "Eve", "the spy"))
    assert [person.name for person in seen.unnamed] == ["Ann"]


def test_wikipedia_names_kirov_alone(shipped: Path) -> None:
    seen = seen_by(load(shipped), "wikipedia", "kirov-murder")
    assert seen
    assert [name for _, name, _ in seen.people] == ["Sergei Kirov"]
    assert "Leonid Nikolaev" in {person.name for person in seen.unnamed}
