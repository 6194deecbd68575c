"""Tours: of the folder, of a filter, of a draft; what is left out says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import odd_folders
from tests.folders import SMALL, small_folder
from timeline.dataset import Dataset
from timeline.loading import load
from timeline.query.filters import mask
from timeline.query.selection import Selection
from timeline.tours.tours import (
    MOST_STEPS,
    THESE,
    USUAL_QUESTION,
    Step,
    Tour,
    tour_named,
    tour_of,
    tours_from,
    tours_of,
)


@pytest.fixture(scope="module")
def dataset(shipped: Path) -> Dataset:
    return load(shipped)


def test_a_tour_has_its_name_its_question_and_its_steps(tmp_path: Path) -> None:
    [tour] = tours_of(load(small_folder(tmp_path)))
    assert tour == Tour(
        "murder",
        "Who killed him?",
        "Who gave the order?",
        (
            Step(1, "kirov-murder", "The deed", "Ask.", "source=memoir&lanes=none"),
            Step(2, "first-trial", "The trial", "Ask again."),
        ),
    )


def test_every_tour_that_ships_has_a_question_of_its_own_and_views_without_a_fault(dataset: Dataset) -> None:
    tours = tours_of(dataset)
    assert len(tours) == 5
    assert len({tour.question for tour in tours}) == 5
    for tour in tours:
        assert tour.question.endswith("?")
        assert tour.left_out == ()
        for step in tour.steps:
            reading = Selection.from_query(step.view, dataset)
            assert reading.dropped == ()
            assert reading.selection.start, step


def test_a_tour_without_a_question_asks_its_name_or_the_usual_one(tmp_path: Path) -> None:
    tours = SMALL["tours"].replace("Who gave the order?", "")
    assert tours_of(load(small_folder(tmp_path, tours=tours)))[0].question == "Who killed him?"
    tours = tours.replace("Who killed him?", "A murder")
    assert tours_of(load(small_folder(tmp_path, tours=tours)))[0].question == USUAL_QUESTION


def test_a_step_whose_event_is_missing_is_skipped_with_a_word(tmp_path: Path) -> None:
    tours = SMALL["tours"].replace("first-trial", "trial-of-nobody") + "murder,,3,bloc,The bloc,,,\n"
    [tour] = tours_of(load(small_folder(tmp_path, tours=tours)))
    assert [(step.number, step.event_id) for step in tour.steps] == [(1, "kirov-murder"), (2, "bloc")]
    assert tour.left_out == ("Step 2 (“The trial”) is left out: its event is not in this timeline.",)


def test_a_tour_of_missing_events_alone_is_none(tmp_path: Path) -> None:
    tours = SMALL["tours"].replace("first-trial", "nothing").replace("kirov-murder", "nothing-else")
    assert tours_of(load(small_folder(tmp_path, tours=tours))) == ()


def test_a_folder_without_tours_has_none(tmp_path: Path) -> None:
    dataset = load(odd_folders.events_only(tmp_path))
    assert tours_of(dataset) == ()
    with pytest.raises(KeyError):
        tour_named(dataset, "murder")


def test_what_cannot_be_read_of_a_view_is_left_out_and_the_rest_used(tmp_path: Path) -> None:
    tours = SMALL["tours"].replace("source=memoir&lanes=none", "source=memoirs&lanes=source&colour=red")
    dataset = load(small_folder(tmp_path, tours=tours))
    assert [problem.value for problem in dataset.problems] == ["colour=red", "source=memoirs"]
    assert tours_of(dataset)[0].steps[0].view == "lanes=source"


def test_these_events_are_those_of_the_filter_in_their_order(dataset: Dataset) -> None:
    asked = Selection(people=("yenukidze",), start="1935-01-01", end="1935-06-30", event="kirov-murder")
    tour = tour_of(dataset, asked)
    assert tour.tour_id == THESE
    assert [step.event_id for step in tour.steps] == dataset.events.loc[
        mask(dataset, asked), "event_id"
    ].tolist()
    assert {step.view for step in tour.steps} == {
        "person=yenukidze&lanes=none&start=1935-01-01&end=1935-06-30"
    }
    assert [step.number for step in tour.steps] == list(range(1, len(tour.steps) + 1))
    assert tour.name == f"The {len(tour.steps)} events of this filter"
    assert tour_of(dataset, Selection(people=("nobody",))).steps == ()


def test_a_step_of_these_events_opens_no_question_and_no_other_event(tmp_path: Path) -> None:
    dataset = load(small_folder(tmp_path))
    asked = Selection(
        people=("kirov",), sources=("memoir",), lanes="source", event="first-trial", question="who"
    )
    assert [step.view for step in tour_of(dataset, asked).steps] == ["person=kirov&lanes=source"]


def test_a_tour_is_found_by_its_id(tmp_path: Path) -> None:
    other = "other,Another?,1,bloc,,,,\n"
    dataset = load(small_folder(tmp_path, tours=SMALL["tours"] + other))
    assert [tour_named(dataset, name).name for name in ("murder", "other")] == ["Who killed him?", "Another?"]
    with pytest.raises(KeyError):
        tour_named(dataset, "nothing")


@pytest.mark.parametrize(
    ("people", "name", "left_out"),
    [
        (("kamenev",), "The 2 events of this filter", ()),
        (("nikolaev",), "The one event of this filter", ()),
        (("nobody",), "The 0 events of this filter", ("No event is left by the filter.",)),
    ],
)
def test_these_events_are_counted_in_words(
    tmp_path: Path, people: tuple[str, ...], name: str, left_out: tuple[str, ...]
) -> None:
    tour = tour_of(load(small_folder(tmp_path)), Selection(people=people))
    assert (tour.name, tour.left_out) == (name, left_out)


def test_as_many_events_as_a_lesson_holds_are_all_shown_without_a_word(tmp_path: Path) -> None:
    tour = tour_of(load(odd_folders.many(tmp_path, MOST_STEPS)), Selection())
    assert (len(tour.steps), tour.left_out) == (MOST_STEPS, ())


def test_very_many_events_become_the_most_important_ones_with_a_word(tmp_path: Path) -> None:
    dataset = load(odd_folders.many(tmp_path, 300))
    tour = tour_of(dataset, Selection())
    assert len(tour.steps) == MOST_STEPS
    assert tour.left_out == ("300 events are left by the filter; these are the 60 most important of them.",)


def test_a_draft_is_made_of_rows_with_what_they_have(dataset: Dataset) -> None:
    rows = [
        {"tour_id": "mine", "step": "20", "event_id": "yezhov-shot"},
        {"tour_id": "mine", "step": "10", "event_id": "kirov-murder", "question": "Why?"},
        {"tour_id": "other", "step": "1", "event_id": "no-event"},
    ]
    mine, other = tours_from(dataset, rows)
    assert [(step.number, step.event_id) for step in mine.steps] == [(1, "kirov-murder"), (2, "yezhov-shot")]
    assert (mine.name, mine.question) == ("Mine", "Why?")
    assert other.left_out == ("Step 1 is left out: its event is not in this timeline.",)
