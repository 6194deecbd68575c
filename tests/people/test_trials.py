from __future__ import annotations

from pathlib import Path

import pytest

from tests.folders import make_folder, small_folder
from timeline.dataset import Dataset
from timeline.loading import load
from timeline.people.trials import Trial, numbers, trials


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Seventeen: thirteen to death, on 30 January 1937", {"seventeen", "thirteen"}),
        ("three months before", set()),
        ("on 11 June and August 22, nine weeks after", set()),
        ("110 people were sentenced to ten years", {"110", "ten"}),
        ("nobody", set()),
    ],
)
def test_what_is_counted_is_no_date(text: str, found: set[str]) -> None:
    assert numbers(text) == found


@pytest.fixture(scope="module")
def shown(dataset: Dataset) -> dict[str, Trial]:
    return {trial.event_id: trial for trial in trials(dataset)}


def test_the_accused_have_verdict_and_fate(shown: dict[str, Trial]) -> None:
    second = {one.life.person_id: (one.verdict, one.life.fate.word) for one in shown["second-trial"].dock}
    assert second["pyatakov"] == ("death", "Executed")
    assert second["radek"] == ("ten years", "Killed")
    assert second["trotsky"][0] == "none, accused in absence"
    assert "vyshinsky" not in second


def test_a_verdict_that_is_not_told_stays_empty(shown: dict[str, Trial]) -> None:
    verdicts = {one.life.person_id: one.verdict for one in shown["moscow-centre-trial"].dock}
    assert verdicts["zinoviev"] == "ten years"
    assert verdicts["bakayev"] == ""


def test_numbers_of_the_record_stand_beside_those_of_the_sources(shown: dict[str, Trial]) -> None:
    [count] = [one for one in shown["second-trial"].counts if "sentenced" in one.question.question]
    assert count.question.record.startswith("Seventeen")
    positions = {speaker: differs for _, speakers, differs in count.positions for speaker in speakers}
    assert positions["Spartacus Educational"] is False  # it counts no other than the record, only fewer
    [kremlin] = [one for one in shown["kremlin-verdict"].counts if "confessed" in one.question.question]
    assert [differs for _, _, differs in kremlin.positions] == [True]  # six confessed, it says


def test_trials_stand_in_time_and_only_once(shown: dict[str, Trial]) -> None:
    assert list(shown)[-2:] == ["tukhachevsky-trial", "third-trial"]
    assert "moscow-trials" not in shown


def test_without_verdicts_a_trial_has_a_judge_and_accused(tmp_path: Path) -> None:
    events = (
        "event_id,start,title,people\n"
        "trial,1936,The trial,ann:accused; bob:judge; cy:defendant; dee:witness\n"
        "arrest,1935,The arrest,ann:accused\n"
    )
    people = "person_id,name\nann,Ann\nbob,Bob\ncy,Cy\ndee,Dee\n"
    [trial] = trials(load(make_folder(tmp_path, events=events, people=people)))
    assert [one.life.name for one in trial.dock] == ["Ann", "Cy"]
    assert trial.counts == ()


def test_a_folder_without_trials_has_no_roster(tmp_path: Path) -> None:
    assert trials(load(small_folder(tmp_path))) == ()
