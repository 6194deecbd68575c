from __future__ import annotations

from pathlib import Path

import pytest

from tests import small_tellings
from timeline.dataset import Dataset
from timeline.people.lifelines import life
from timeline.people.mentions import mentions
from timeline.people.portraits import Portrait, portraits, record_parts
from timeline.people.questions import concerns
from timeline.sources.silences import SilenceKind


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return small_tellings.tellings(tmp_path_factory.mktemp("small"))


def by_source(dataset: Dataset, person_id: str) -> dict[str, Portrait]:
    return {portrait.source_id: portrait for portrait in portraits(dataset, person_id)}


def test_each_document_has_a_portrait_with_its_voices(small: Dataset) -> None:
    found = by_source(small, "kirov")
    assert list(found) == ["wiki", "mirror", "book", "paper"]
    paper = found["paper"]
    assert [(told.event_id, told.part, told.named) for told in paper.named] == [
        ("kirov-murder", "victim", True)
    ]
    assert paper.silence is None
    assert found["mirror"].repeats == found["wiki"].speaker


def test_an_event_told_without_the_name_is_told_apart_from_silence(small: Dataset) -> None:
    wiki = by_source(small, "kirov")["wiki"]
    assert wiki.named == ()
    assert wiki.unnamed == ("kirov-murder", "kremlin")
    assert wiki.silence is SilenceKind.NOT_MENTIONED


def test_silence_has_three_states(small: Dataset) -> None:
    found = by_source(small, "kirov")
    assert found["mirror"].silence is SilenceKind.NOT_CODED
    assert found["book"].silence is SilenceKind.OUT_OF_SPAN
    assert found["book"].silent == {SilenceKind.OUT_OF_SPAN: ("kirov-murder", "kremlin")}


def test_the_record_s_parts_are_counted(dataset: Dataset) -> None:
    parts = {tally.word: tally.count for tally in record_parts(life(dataset, "yagoda"))}
    assert parts["accused"] >= 5
    assert sum(parts.values()) == len(life(dataset, "yagoda").parts)


def test_what_prolewiki_and_spartacus_make_of_yagoda(dataset: Dataset) -> None:
    found = by_source(dataset, "yagoda")
    prolewiki, spartacus = found["prolewiki"], found["spartacus"]
    assert {"second-trial", "yagoda-arrested"} <= {told.event_id for told in prolewiki.named}
    assert {told.account.source_id for told in prolewiki.named} == {"rothstein-1950"}
    assert [tally.word for tally in prolewiki.parts if tally.own] == [
        "defendant of this trial",
        "prominent Trotskyist",
    ]
    assert [(told.event_id, told.part) for told in spartacus.named] == [("third-trial", "accused")]
    assert "conspirator" in {tally.word for tally in found["georgian-journal"].parts}


def test_a_part_that_only_a_source_gives_is_marked_as_its_own(dataset: Dataset) -> None:
    told = [it for it in mentions(dataset, "yagoda") if it.event_id == "second-trial" and it.named]
    assert [(it.role, it.given, it.part) for it in told] == [
        ("", "defendant of this trial", "defendant of this trial")
    ]


def test_a_part_that_only_a_voice_gives_is_said_to_be_its_own(dataset: Dataset) -> None:
    parts = {tally.word: tally.by for tally in by_source(dataset, "stalin")["prolewiki"].parts}
    assert parts["sanctions the murder"] == ("Robert Conquest",)
    assert parts["not the murderer"] == ("Matthew Lenoe",)
    assert parts["blamed by bourgeois propagandists"] == ()
    assert parts["speaker"] == ()  # the record's word


def test_who_is_spoken_of_without_a_name_is_spoken_of(dataset: Dataset) -> None:
    told = {it.event_id for it in mentions(dataset, "yakov-alksnis") if it.named}
    assert {"alksnis-arrested", "alksnis-note", "latvian-report-1932"} <= told  # “my grandfather”
    assert by_source(dataset, "katayev")["spartacus"].silence is None  # one of Shachtman's roll
    assert by_source(dataset, "boris-rosenfeld")["wikipedia"].silence is None  # “his nephew, an engineer”


def test_a_source_is_quoted_for_how_it_writes_the_name(dataset: Dataset) -> None:
    spelt = {tally.word for tally in by_source(dataset, "nikolaev")["spartacus"].spellings}
    assert "Leonid Nikolayev" in spelt
    assert not by_source(dataset, "nikolaev")["georgian-journal"].spellings


def test_one_yevdokimov_is_not_the_other(dataset: Dataset) -> None:
    tells = {
        who: {told.event_id for told in mentions(dataset, who) if told.named}
        for who in ("yefim-yevdokimov", "grigory-yevdokimov")
    }
    assert tells["yefim-yevdokimov"]
    assert tells["grigory-yevdokimov"]
    assert not tells["yefim-yevdokimov"] & tells["grigory-yevdokimov"]


def test_questions_that_name_a_person_come_first(dataset: Dataset) -> None:
    found = concerns(dataset, "yagoda")
    named = [one.named for one in found]
    assert named == sorted(named, reverse=True)
    assert "yagoda-which-trial" in [one.question.question_id for one in found if one.named]
    assert all(position.position != "Says nothing" for one in found for position in one.positions)


def test_a_person_in_no_event_has_no_portrait_but_silence(small: Dataset) -> None:
    assert all(not portrait.named for portrait in portraits(small, "abel"))
    with pytest.raises(KeyError):
        portraits(small, "nobody")


def test_without_sources_there_are_no_portraits(tmp_path: Path) -> None:
    plain = small_tellings.plain(tmp_path)
    assert len(plain.people) == 0
    with pytest.raises(KeyError):
        portraits(plain, "kirov")
