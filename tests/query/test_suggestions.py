from __future__ import annotations

import pytest

from tests.small_tellings import tellings
from timeline.dataset import Dataset
from timeline.query.suggestions import Kind, Near, nearest


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return tellings(tmp_path_factory.mktemp("tellings"))


@pytest.mark.parametrize(
    ("kind", "wrong", "found"),
    [
        ("event", "kirov-murdr", ["kirov-murder"]),
        ("event", "the-first", ["trial"]),  # by its title
        ("question", "order", ["who"]),
        ("source", "wikki", ["wiki"]),
        ("source", "conquest", []),  # the author of the book; readers know it by its title
        ("person", "enukidze", ["yenukidze"]),
        ("event", "", []),
        ("event", "zzz", []),
        ("event", "?" * 500, []),
    ],
)
def test_what_a_wrong_link_was_meant_to_be(
    dataset: Dataset, kind: Kind, wrong: str, found: list[str]
) -> None:
    assert [near.id for near in nearest(dataset, kind, wrong)][: len(found) or None] == found


def test_it_has_a_name_and_there_are_few(dataset: Dataset) -> None:
    assert nearest(dataset, "source", "memos") == (Near("memo", "Yagoda"),)
    assert len(nearest(dataset, "event", "the", limit=2)) == 2
