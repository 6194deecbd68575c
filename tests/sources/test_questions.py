from __future__ import annotations

import gc
import weakref
from pathlib import Path

import pytest

from tests.folders import make_folder
from tests.small_tellings import tellings
from timeline.dataset import Dataset
from timeline.loading import load
from timeline.query.selection import Selection
from timeline.sources.questions import Issue, issue, issues
from timeline.sources.silences import SilenceKind


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return tellings(tmp_path_factory.mktemp("tellings"))


def asked(folder: Path, answers: str, **sources: dict[str, str]) -> Issue:
    """One question of one deed of 1934 that every document tells."""
    rows = [{"source_id": source, "title": source, **cells} for source, cells in sources.items()]
    return issue(
        load(
            make_folder(
                folder,
                events=[{"event_id": "deed", "start": "1934", "title": "The deed"}],
                sources=rows,
                accounts=[
                    {"event_id": "deed", "source_id": source} for source in sources if source != "silent"
                ],
                questions=[{"question_id": "who", "event_id": "deed", "question": "Who?"}],
                answers="question_id,source_id,position,answer,wording\n" + answers,
            )
        ),
        "who",
    )


def test_a_question_has_its_positions_its_witnesses_and_its_record(dataset: Dataset) -> None:
    who = issue(dataset, "who")
    assert (who.question, who.event_ids, who.record, who.record_basis) == (
        "Who gave the order?",
        ("kirov-murder", "trial"),
        "Nobody did.",
        "The archives",
    )
    assert [(position.position, position.witnesses) for position in who.positions] == [
        ("the bloc", 2),  # wiki and paper; the mirror repeats the wiki
        ("nobody", 1),
    ]
    assert (who.witnesses, who.disputed, who.silent) == (3, True, ())


def test_who_says_nothing_is_silent_and_takes_no_position(tmp_path: Path) -> None:
    answers = "who,book,Says nothing,The page is torn.,\nwho,paper,the clerk,,\n"
    who = asked(tmp_path, answers, book={}, paper={})
    assert [position.position for position in who.positions] == ["the clerk"]
    assert [(mute.source_id, mute.kind, mute.note) for mute in who.silent] == [
        ("book", SilenceKind.NOT_MENTIONED, "The page is torn.")
    ]
    assert not who.disputed


def test_who_was_read_and_says_nothing_is_silent_whatever_it_covers(tmp_path: Path) -> None:
    who = asked(tmp_path, "who,silent,Says nothing,,\n", book={}, silent={})
    assert {mute.source_id: mute.kind for mute in who.silent} == {
        "book": SilenceKind.NOT_MENTIONED,
        "silent": SilenceKind.NOT_MENTIONED,
    }


def test_the_silences_on_a_question(tmp_path: Path) -> None:
    who = asked(
        tmp_path,
        "who,paper,the clerk,,\n",
        paper={},
        book={},  # tells the deed, but does not say who
        silent={"covers_start": "1930", "covers_end": "1933"},
    )
    assert {mute.source_id: mute.kind for mute in who.silent} == {
        "book": SilenceKind.NOT_MENTIONED,
        "silent": SilenceKind.NOT_CODED,  # no account of it at all, so its span says nothing
    }


def test_a_document_speaks_through_its_voice(tmp_path: Path) -> None:
    who = asked(tmp_path, "who,voice,the clerk,,\n", book={}, voice={"quoted_in": "book"})
    assert who.silent == ()


@pytest.mark.parametrize(
    ("answers", "disputed"),
    [
        ("who,book,A,,\nwho,paper,B,,\n", True),
        ("who,book,A,,\nwho,paper,A,,\n", False),
        ("who,book,A,,\nwho,book,B,,\n", False),  # one witness who says two things
        ("who,book,A,,\nwho,book,B,,\nwho,paper,A,,\n", True),
        ("who,book,A,,\nwho,mirror,B,,\n", False),  # the mirror is no second witness
        ("who,book,A,,\nwho,voice,B,,\n", True),  # a book and what it prints can disagree
        ("who,book,A,,\nwho,book,B,,\nwho,voice,B,,\n", False),  # but not with a voice that has no words
        ("who,book,A,,\nwho,book,B,,\nwho,voice,B,,Mine\n", True),
        ("who,book,A,,\nwho,paper,says nothing,,\n", False),
    ],
)
def test_disputed_are_different_positions_of_independent_witnesses(
    tmp_path: Path, answers: str, disputed: bool
) -> None:
    sources = {"book": {}, "paper": {}, "mirror": {"derives_from": "book"}, "voice": {"quoted_in": "book"}}
    assert asked(tmp_path, answers, **sources).disputed is disputed


def test_the_questions_of_the_filter(dataset: Dataset) -> None:
    def left(selection: Selection) -> list[str]:
        return [asked.question_id for asked in issues(dataset, selection)]

    assert left(Selection()) == ["who", "why"]
    assert left(Selection(themes=("police",))) == ["who"]
    assert left(Selection(words="removed")) == []


def test_a_question_about_no_event_is_left_where_nothing_is_filtered(tmp_path: Path) -> None:
    folder = make_folder(
        tmp_path,
        events=[{"event_id": "deed", "start": "1934", "title": "The deed"}],
        questions=[{"question_id": "why", "event_id": "", "question": "Why at all?"}],
    )
    dataset = load(folder)
    (why,) = issues(dataset, Selection())
    assert (why.event_ids, why.positions, why.disputed) == ((), (), False)
    assert issues(dataset, Selection(words="nothing")) == ()


def test_an_unknown_question_is_a_key_error(dataset: Dataset) -> None:
    with pytest.raises(KeyError, match="no-such-question"):
        issue(dataset, "no-such-question")


def test_the_questions_that_were_read_do_not_keep_a_dataset_alive(tmp_path: Path) -> None:
    dataset = tellings(tmp_path)
    issues(dataset, Selection())
    alive = weakref.ref(dataset)
    del dataset
    gc.collect()
    assert alive() is None


def test_the_killer_of_kirov_in_the_shipped_folder(shipped: Path) -> None:
    killer = issue(load(shipped), "nikolaev-alone")
    taken = {
        position.position: (
            {answer.source_id for answer in position.answers},
            position.witnesses,
            position.hearsay,
        )
        for position in killer.positions
    }
    # ProleWiki alone says what they conclude: at second hand, and no contradiction between texts.
    assert taken["Alone"] == ({"kirilina-1995", "lenoe-2010"}, 0, 2)
    assert "rothstein-1950" in taken["For a group of conspirators"][0]
    assert not killer.disputed
    assert killer.record
    assert ("wikipedia", SilenceKind.NOT_MENTIONED) in {(mute.source_id, mute.kind) for mute in killer.silent}
