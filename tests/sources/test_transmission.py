"""Who has it from whom: who prints whom, who repeats whom, and what is known by a summary only."""

from __future__ import annotations

import pytest

from tests.contest_folder import contest
from timeline.dataset import Dataset
from timeline.sources.contested import contest_of
from timeline.sources.transmission import answering, transmission


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return contest(tmp_path_factory.mktemp("contest"))


def test_each_teller_has_its_printer_its_year_and_what_it_tells_itself(dataset: Dataset) -> None:
    assert [
        (teller.source_id, teller.printed_in, teller.depth, teller.own, teller.year, teller.hearsay)
        for teller in transmission(dataset)
    ] == [
        ("book", "", 0, 2, "1980", False),
        ("rumour", "book", 1, 1, "", True),
        ("wiki", "", 0, 1, "since 2020", False),
        ("memo", "wiki", 1, 1, "1933", False),
        ("letter", "memo", 2, 1, "1934", False),
        ("copy", "", 0, 2, "2021", False),
        ("paper", "", 0, 1, "1933", False),
    ]


def test_a_mirror_says_how_much_of_it_is_repeated(dataset: Dataset) -> None:
    [copy] = [teller for teller in transmission(dataset) if teller.mirrors]
    assert (copy.source_id, copy.mirrors, copy.own, copy.repeated) == ("copy", "wiki", 2, 1)


def test_of_a_question_those_stand_who_answer_and_who_print_them(dataset: Dataset) -> None:
    found = answering(dataset, contest_of(dataset, "disputed").issue)
    assert [(teller.source_id, teller.own, teller.repeated) for teller in found] == [
        ("book", 1, 0),
        ("wiki", 1, 0),
        ("memo", 0, 0),  # it prints the letter, and does not answer
        ("letter", 1, 0),
        ("copy", 1, 1),
    ]
    assert answering(dataset, contest_of(dataset, "nobody").issue) == ()


def test_a_voice_that_tells_nothing_is_left_out(shipped_dataset: Dataset) -> None:
    told = set(shipped_dataset.accounts["source_id"])
    for teller in transmission(shipped_dataset):
        assert teller.own or not teller.depth or teller.source_id not in told
