"""A person in three minutes: the end and who vouches for it, who speaks, where they do not agree."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import small_tellings
from tests.folders import make_folder
from timeline.dataset import Dataset
from timeline.loading import load
from timeline.people.answers import Answer, answer
from timeline.people.disagreements import Matter
from timeline.sources.contested import Standing
from timeline.sources.silences import SilenceKind


def contradicted(found: Answer) -> dict[str, list[tuple[str, str]]]:
    return {point.about: [(side.names, side.said) for side in point.sides] for point in found.contradicted}


def test_yenukidze_is_removed_in_february_or_in_march(dataset: Dataset) -> None:
    found = answer(dataset, "yenukidze")
    about, sides = next(iter(contradicted(found).items()))
    assert about == "Yenukidze is removed as secretary"
    assert sides == [
        ("Wikipedia, which Wikipedia mirror repeats", "February [1935]"),
        ("the record", "3 March 1935"),
    ]


def test_the_end_is_vouched_for_by_works_and_by_sources(dataset: Dataset) -> None:
    yenukidze, kirov = answer(dataset, "yenukidze").end, answer(dataset, "kirov").end
    assert yenukidze
    assert (yenukidze.event_id, yenukidze.when, yenukidze.basis) == (
        "yenukidze-shot",
        "30 October 1937",
        "conquest-1990",
    )
    assert yenukidze.tellers == ()
    assert kirov
    assert kirov.event_id == "kirov-murder"
    assert "Spartacus Educational" in map(str, kirov.tellers)


def test_the_end_is_the_trial_for_who_was_shot_that_night(dataset: Dataset) -> None:
    end = answer(dataset, "tukhachevsky").end
    assert end
    assert (end.event_id, end.verdict) == ("tukhachevsky-trial", "death")


@pytest.mark.parametrize("person", ["molotov", "peterson"])
def test_who_lived_on_or_was_shot_at_some_time_has_no_end_here(dataset: Dataset, person: str) -> None:
    assert answer(dataset, person).end is None


def test_who_speaks_and_who_is_silent(dataset: Dataset) -> None:
    found = answer(dataset, "yenukidze")
    assert str(found.speaking).startswith("5 names in 2 texts; 3 only through Wikipedia mirror")
    assert [(kind, [one.speaker for one in by]) for kind, by in found.silent] == [
        (SilenceKind.NOT_MENTIONED, ["ProleWiki", "Spartacus Educational"])
    ]


def test_contradictions_of_witnesses_come_before_hearsay(dataset: Dataset) -> None:
    found = answer(dataset, "tukhachevsky").contradicted
    questions = [point for point in found if point.matter is Matter.QUESTION]
    assert questions[0].about == "Were Tukhachevsky and the other commanders guilty?"
    standings = [point.standing for point in questions]
    assert standings == sorted(standings, key=list(Standing).index)
    guilty = contradicted(answer(dataset, "tukhachevsky"))[questions[0].about]
    assert ("ProleWiki, with Andrew Rothstein", "Guilty") in guilty
    assert all(said != "Leaves it open" for _, said in guilty)  # it can be true with every other answer


def test_another_part_and_a_missing_name_stand_beside_the_record_s(dataset: Dataset) -> None:
    apart = answer(dataset, "yenukidze").apart
    said = [
        (point.matter, point.about, point.sides[0].names, point.sides[0].said, point.sides[1].said)
        for point in apart
    ]
    assert (
        Matter.PART,
        "",
        "Georgian Journal",
        "conspirator",
        "alleged, target, appointed, removed",
    ) in said
    assert (
        Matter.UNNAMED,
        "The Kremlin case",
        "Wikipedia, which Wikipedia mirror repeats",
        "",
        "accused",
    ) in said


def test_one_name_alone_contradicts_nobody(dataset: Dataset) -> None:
    found = answer(dataset, "trepper")
    assert found.alone
    assert found.contradicted == ()


def test_two_sources_contradict_each_other_without_the_record(tmp_path: Path) -> None:
    folder = make_folder(
        tmp_path,
        events="event_id,start,title,people\na,,The deed,ann:victim\n",
        people="person_id,name\nann,Ann\n",
        sources="source_id,title,derives_from\nx,X,\nmirror,The mirror,x\ny,Y,\n",
        accounts="event_id,source_id,date_as_given,account\na,x,1934,Ann.\na,mirror,1935,Ann.\na,y,1936,Ann.\n",
    )
    [point] = answer(load(folder), "ann").contradicted
    assert [(side.names, side.said) for side in point.sides] == [
        ("X", "1934"),
        ("The mirror", "1935"),
        ("Y", "1936"),
    ]


def test_a_mirror_does_not_contradict_what_it_repeats(tmp_path: Path) -> None:
    folder = make_folder(
        tmp_path,
        events="event_id,start,title,people\na,,The deed,ann:victim\n",
        people="person_id,name\nann,Ann\n",
        sources="source_id,title,derives_from\nx,X,\nmirror,The mirror,x\n",
        accounts="event_id,source_id,date_as_given,account\na,x,1934,Ann.\na,mirror,1935,Ann.\n",
    )
    assert answer(load(folder), "ann").contradicted == ()


def test_a_person_of_whom_nobody_speaks(tmp_path: Path) -> None:
    small = small_tellings.tellings(tmp_path / "small")
    abel = answer(small, "abel")
    assert (abel.speaking.names, abel.speakers, abel.contradicted, abel.apart) == (0, (), (), ())
    with pytest.raises(KeyError):
        answer(small, "nobody")
    bare = load(
        make_folder(
            tmp_path / "bare",
            events="event_id,start,title,people\na,1934,The first,ann\n",
            people="person_id,name\nann,Ann\n",
        )
    )
    found = answer(bare, "ann")
    assert (found.documents, found.silent, found.end) == (0, (), None)
