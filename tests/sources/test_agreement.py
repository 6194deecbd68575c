"""Who agrees with whom: each pair of documents in each question stands in one relation."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.contest_folder import contest
from timeline.dataset import Dataset
from timeline.query.selection import Selection
from timeline.query.sides import compatible_sides
from timeline.sources.agreement import Pair, Relation, agreement, relation, relation_of, sides_of
from timeline.sources.contested import between, contest_of, contested
from timeline.sources.questions import all_issues


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return contest(tmp_path_factory.mktemp("contest"))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("a", "a", Relation.AGREE),
        ("ab", "bc", Relation.AGREE),
        ("a", "b", Relation.COMPATIBLE),
        ("a", "c", Relation.DIFFER),
        ("ab", "cd", Relation.DIFFER),
        ("a", "", Relation.ALONE),
        ("", "a", Relation.ALONE),
        ("", "", None),
    ],
)
def test_the_relation_of_two_sets_of_sides(one: str, other: str, expected: Relation | None) -> None:
    assert relation(frozenset(one), frozenset(other), compatible_sides("a b; b d")) is expected


def test_every_pair_of_documents_is_counted(dataset: Dataset) -> None:
    found = agreement(dataset)
    assert found.documents == ("book", "wiki", "copy", "paper")
    assert found.pair("book", "paper") == Pair(agree=1, compatible=2, differ=0, alone=1)
    assert found.pair("wiki", "copy") == Pair(agree=2, compatible=0, differ=1, alone=0)
    assert found.pair("book", "wiki") == found.pair("wiki", "book") == Pair(0, 0, 1, 5)
    assert dict(zip(found.documents, found.answered, strict=True)) == {
        "book": 4,
        "wiki": 3,
        "copy": 3,
        "paper": 3,
    }


def test_a_theme_has_a_map_of_its_own(dataset: Dataset) -> None:
    assert agreement(dataset, "town").pair("wiki", "copy") == Pair(1, 0, 1, 0)
    assert agreement(dataset, "works").pair("wiki", "copy") == Pair(1, 0, 0, 0)
    with pytest.raises(KeyError):
        agreement(dataset, "country")


def test_a_document_does_not_hold_what_it_prints(dataset: Dataset) -> None:
    heard = contest_of(dataset, "heard").issue
    assert sides_of(dataset, heard, "book") == {"a"}, "its own answer, not the rumour that it reports"
    assert sides_of(dataset, heard, "rumour") == {"b"}
    disputed = contest_of(dataset, "disputed").issue
    assert sides_of(dataset, disputed, "memo") == {"b"}, "it answers by the letter that it prints"


def test_the_map_counts_what_the_list_of_two_sources_shows(shipped_dataset: Dataset) -> None:
    themes = ["", *(theme.id for theme in shipped_dataset.themes)]
    for theme in themes:
        for one, other, pair in agreement(shipped_dataset, theme).pairs():
            asked = Selection(themes=(theme,) if theme else ())
            found = between(shipped_dataset, contested(shipped_dataset, asked, (one, other)), one, other)
            assert Pair(*(len(found[kind]) for kind in Relation)) == pair, (theme, one, other)


def test_the_map_is_what_each_question_says(shipped_dataset: Dataset) -> None:
    for one, other, pair in agreement(shipped_dataset).pairs():
        said = Counter(
            relation_of(shipped_dataset, issue, one, other) for issue in all_issues(shipped_dataset)
        )
        assert Pair(*(said[kind] for kind in Relation)) == pair
        assert pair.all == pair.common + pair.alone == sum(said[kind] for kind in Relation)


def test_prolewiki_and_the_georgian_journal_by_theme(shipped_dataset: Dataset) -> None:
    """In the trials they contradict each other, on Kirov's murder they do not: read off the tables by hand."""
    pairs = {
        theme.id: agreement(shipped_dataset, theme.id).pair("georgian-journal", "prolewiki")
        for theme in shipped_dataset.themes
    }
    assert (pairs["trials"].differ, pairs["trials"].compatible, pairs["trials"].agree) == (6, 1, 0)
    assert (pairs["kirov"].differ, pairs["kirov"].compatible, pairs["kirov"].agree) == (0, 6, 0)
