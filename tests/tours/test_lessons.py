"""What one step leads a class through, and how long a tour takes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from timeline.dataset import Dataset
from timeline.loading import load
from timeline.sources.accounts import accounts_of
from timeline.tours.lessons import lesson, minutes
from timeline.tours.tours import Step, Tour, tour_named


@pytest.fixture(scope="module")
def dataset(shipped: Path) -> Dataset:
    return load(shipped)


def test_the_sources_of_the_view_are_revealed_in_their_order(dataset: Dataset) -> None:
    step = Step(1, "kirov-murder", "", view="source=spartacus&source=georgian-journal")
    told = lesson(dataset, step)
    assert [account.source_id for account in told.revealed] == ["spartacus", "georgian-journal"]
    everybody = {account.source_id for account in accounts_of(dataset, "kirov-murder")}
    further = {account.source_id for account in told.further}
    assert further == everybody - {"spartacus", "georgian-journal"}
    assert told.silences == ()
    asked = dataset.questions[
        dataset.questions["event_id"].str.split("; ").map(lambda ids: "kirov-murder" in ids)
    ]
    assert [question.question_id for question in told.questions] == list(asked["question_id"])
    assert len(told.questions) >= 5


def test_without_sources_all_tell_in_the_order_of_the_documents(dataset: Dataset) -> None:
    told = lesson(dataset, Step(1, "kirov-murder", ""))
    assert told.revealed == accounts_of(dataset, "kirov-murder")
    assert told.further == ()


def test_a_document_that_says_nothing_itself_speaks_through_its_voices(dataset: Dataset) -> None:
    told = lesson(dataset, Step(1, "moscow-centre-trial", "", view="source=prolewiki"))
    assert [account.source_id for account in told.revealed] == ["rothstein-1950"]


def test_a_source_that_is_silent_reveals_nothing(dataset: Dataset) -> None:
    told = lesson(dataset, Step(1, "congress-ballot", "", view="source=spartacus"))
    assert told.revealed == ()
    assert [account.source_id for account in told.further] == ["georgian-journal"]
    assert "spartacus" in {silence.source_id for silence in told.silences}


def test_the_length_grows_with_what_is_revealed(dataset: Dataset) -> None:
    short = Step(1, "kirov-murder", "", view="source=spartacus&source=georgian-journal")
    tour = Tour("mine", "Mine", "Why?", (short,))
    # Two hypotheses of 3 minutes, an event of half a minute, two tellings of one and a half, the record of one.
    assert minutes(dataset, tour) == 11
    assert minutes(dataset, replace(tour, steps=(replace(short, view=""),))) > 20
    assert 30 <= minutes(dataset, tour_named(dataset, "who-killed-kirov")) <= 60
