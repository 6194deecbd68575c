from __future__ import annotations

from pathlib import Path

import pytest

from tests.small_tellings import tellings
from timeline.dataset import Dataset
from timeline.loading import load
from timeline.query.selection import Selection
from timeline.sources.positions import standing


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return tellings(tmp_path_factory.mktemp("small"))


def test_agreement_counts_independent_witnesses_outside(dataset: Dataset) -> None:
    [stand] = standing(dataset, "wiki")
    [held] = stand.held
    assert (stand.question_id, held.position) == ("who", "the bloc")
    assert [answer.source_id for answer in held.others] == ["mirror", "paper"]
    assert held.agreeing == 1, "the mirror repeats the wiki"
    assert [position.position for position in stand.against] == ["nobody"]


def test_who_repeats_another_agrees_with_nobody_by_that(dataset: Dataset) -> None:
    [stand] = standing(dataset, "mirror")
    assert [answer.source_id for answer in stand.held[0].others] == ["wiki", "paper"]
    assert stand.held[0].agreeing == 1


def test_a_source_without_an_answer_stands_nowhere(dataset: Dataset) -> None:
    assert standing(dataset, "memo") == ()
    assert standing(dataset, "wiki", Selection(since="1937")) == ()


def test_voices_answer_for_their_document_or_as_others(shipped: Path) -> None:
    dataset = load(shipped)
    with_voices = {stand.question_id: stand for stand in standing(dataset, "prolewiki")}
    alone = {stand.question_id: stand for stand in standing(dataset, "prolewiki", voices=False)}
    assert set(alone) < set(with_voices)
    question = "nikolaev-alone"
    assert len(with_voices[question].held) > len(alone[question].held)
    [group] = [held for held in alone[question].held if held.position == "For a group of conspirators"]
    assert {answer.source_id for answer in group.others} == {"rothstein-1950", "furr-2015"}
    assert group.agreeing == 1  # of Furr's book no word is printed: it is ProleWiki that speaks
