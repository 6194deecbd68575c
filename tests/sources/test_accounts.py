from __future__ import annotations

from pathlib import Path

import pytest

from tests.folders import make_folder
from tests.small_tellings import plain, tellings
from timeline.dataset import Dataset
from timeline.loading import load
from timeline.query.selection import Selection
from timeline.sources.accounts import (
    SilenceKind,
    accounts_of,
    cast_of,
    independent,
    needs_note,
    neighbours,
    questions_of,
    silences_of,
)


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return tellings(tmp_path_factory.mktemp("tellings"))


def test_documents_come_in_their_order_and_voices_after_the_one_that_prints_them(dataset: Dataset) -> None:
    told = accounts_of(dataset, "kirov-murder")
    assert [(account.source_id, account.depth, account.printed_in) for account in told] == [
        ("wiki", 0, ""),
        ("memo", 1, "The wiki"),
        ("paper", 0, ""),
    ]
    (note,) = accounts_of(dataset, "kremlin")
    assert (note.source_id, note.depth, note.printed_in, note.document) == ("note", 2, "Yagoda", "wiki")


def test_an_account_has_all_that_its_source_says(dataset: Dataset) -> None:
    wiki, memo, paper = accounts_of(dataset, "kirov-murder")
    assert (memo.title, memo.author, memo.called, memo.date, memo.locator) == (
        "The memo",
        "Yagoda",
        "the deed",
        "2 December 1934",
        "p. 3",
    )
    assert memo.wording == ("by our hand", "at once")
    assert memo.stance is not None
    assert memo.stance.name == "Accepts"
    assert str(wiki.when) == "December 1934"
    assert (wiki.perspective, wiki.framing, wiki.wording) == ("Loyal", "heroes and traitors", ())
    assert (paper.stance, paper.account) == (None, "Kirov was shot.")
    assert [account.said for account in (wiki, memo, paper)] == [
        "written 86 years after",
        "written 2 years after",
        "written 1 day after",
    ]


def test_an_account_without_a_date_does_not_borrow_the_record_s(dataset: Dataset) -> None:
    wiki, book = accounts_of(dataset, "trial")
    assert (wiki.date, wiki.when) == ("", None)
    assert str(book.when) == "August 1936"


@pytest.mark.parametrize(
    ("happened", "published", "said"),
    [
        ("1 December 1934", "1 December 1934", "written on the same day"),
        ("1 December 1934", "6 December 1934", "written 5 days after"),
        ("1 December 1934", "15 January 1935", "written 6 weeks after"),
        ("1 December 1934", "March 1935", "written 3 months after"),
        ("1 December 1934", "1935", "written 1 year after"),
        ("1 December 1934", "2018", "written 84 years after"),
        ("1934", "1934", "written within a year"),
        ("1932-1934", "June 1934", "written 1 year after"),
        ("1 December 1934", "1933", "written before it"),
        ("1 December 1934", "before 1936", ""),
        ("1 December 1934", "", ""),
    ],
)
def test_the_time_between_event_and_telling(tmp_path: Path, happened: str, published: str, said: str) -> None:
    folder = make_folder(
        tmp_path,
        events=[{"event_id": "deed", "start": happened, "title": "The deed"}],
        sources=[{"source_id": "book", "title": "The book", "published": published}],
        accounts=[{"event_id": "deed", "source_id": "book", "called": "the crime"}],
    )
    (account,) = accounts_of(load(folder), "deed")
    assert account.said == said


@pytest.mark.parametrize(
    ("event", "silent"),
    [
        ("kirov-murder", {"mirror": SilenceKind.NOT_CODED, "book": SilenceKind.OUT_OF_SPAN}),
        # The wiki does not tell it, but a note in a memo that it prints does.
        (
            "kremlin",
            {
                "mirror": SilenceKind.NOT_CODED,
                "book": SilenceKind.OUT_OF_SPAN,
                "paper": SilenceKind.NOT_CODED,
            },
        ),
        ("trial", {"mirror": SilenceKind.NOT_CODED, "paper": SilenceKind.NOT_CODED}),
        (
            "removal",
            {
                "wiki": SilenceKind.NOT_MENTIONED,
                "mirror": SilenceKind.NOT_CODED,
                "book": SilenceKind.OUT_OF_SPAN,
                "paper": SilenceKind.NOT_CODED,
            },
        ),
    ],
)
def test_three_silences(dataset: Dataset, event: str, silent: dict[str, SilenceKind]) -> None:
    assert {silence.source_id: silence.kind for silence in silences_of(dataset, event)} == silent


@pytest.mark.parametrize(
    ("covers_start", "covers_end", "kind"),
    [
        ("1932", "1933", SilenceKind.OUT_OF_SPAN),
        ("1932", "1 December 1934", SilenceKind.NOT_MENTIONED),
        ("3 December 1934", "1940", SilenceKind.NOT_MENTIONED),
        ("4 December 1934", "1940", SilenceKind.OUT_OF_SPAN),
        ("1935", "", SilenceKind.OUT_OF_SPAN),
        ("1932", "", SilenceKind.NOT_MENTIONED),
        ("", "1933", SilenceKind.OUT_OF_SPAN),
        ("", "", SilenceKind.NOT_CODED),
    ],
)
def test_the_span_that_a_source_covers(
    tmp_path: Path, covers_start: str, covers_end: str, kind: SilenceKind
) -> None:
    folder = make_folder(
        tmp_path,
        events=[
            {"event_id": "deed", "start": "1 December 1934", "end": "3 December 1934", "title": "The deed"},
            {"event_id": "other", "start": "1933", "title": "Another"},
        ],
        sources=[{"source_id": "book", "title": "B", "covers_start": covers_start, "covers_end": covers_end}],
        accounts=[{"event_id": "other", "source_id": "book"}],
    )
    (silence,) = silences_of(load(folder), "deed")
    assert silence.kind is kind


def test_positions_count_independent_witnesses(dataset: Dataset) -> None:
    who, why = questions_of(dataset, "trial")
    assert (who.question, who.record, who.record_basis) == (
        "Who gave the order?",
        "Nobody did.",
        "The archives",
    )
    assert [(p.position, [a.source_id for a in p.answers], p.witnesses) for p in who.positions] == [
        ("the bloc", ["wiki", "mirror", "paper"], 2),  # the mirror repeats the wiki
        ("nobody", ["book"], 1),
    ]
    assert who.positions[1].answers[0].wording == ("acted alone", "alone")
    assert why.positions == ()
    assert [question.question_id for question in questions_of(dataset, "kirov-murder")] == ["who"]
    assert questions_of(dataset, "removal") == ()


def test_a_mirror_alone_is_one_witness(dataset: Dataset) -> None:
    assert independent(dataset, ["mirror"]) == 1
    assert independent(dataset, ["mirror", "book"]) == 2
    assert independent(dataset, []) == 0


def test_the_note_stands_beside_what_is_accepted(dataset: Dataset, tmp_path: Path) -> None:
    accepts, rejects = dataset.stances
    assert needs_note(dataset, accepts)
    assert not needs_note(dataset, rejects)
    assert not needs_note(dataset, None)
    assert not needs_note(plain(tmp_path), accepts)  # this folder has no note


def test_previous_and_next_follow_the_filter(dataset: Dataset) -> None:
    assert neighbours(dataset, Selection(), "kirov-murder") == ("bloc", "kremlin")
    assert neighbours(dataset, Selection(), "bloc") == ("", "kirov-murder")
    assert neighbours(dataset, Selection(), "afterwards") == ("trial", "")
    accused = Selection(people=("yenukidze",))
    assert neighbours(dataset, accused, "removal") == ("kremlin", "trial")
    assert neighbours(dataset, accused, "kirov-murder") == ("", "kremlin")  # open, though the filter hides it


def test_the_people_of_an_event(dataset: Dataset) -> None:
    assert [(part.name, part.role, part.note) for part in cast_of(dataset, "kirov-murder")] == [
        ("Sergei Kirov", "victim", "Loved"),
        ("Leonid Nikolaev", "", ""),
    ]
    assert cast_of(dataset, "bloc") == ()


def test_a_timeline_of_events_only(tmp_path: Path) -> None:
    few = plain(tmp_path)
    assert not accounts_of(few, "first")
    assert not silences_of(few, "first")
    assert not questions_of(few, "first")


@pytest.mark.parametrize("ask", [accounts_of, silences_of, questions_of, cast_of])
def test_an_unknown_event_is_a_key_error(dataset: Dataset, ask: object) -> None:
    assert callable(ask)
    with pytest.raises(KeyError, match="no-such-event"):
        ask(dataset, "no-such-event")
