from __future__ import annotations

from pathlib import Path

import pytest

from tests.folders import make_folder
from tests.small_tellings import plain, tellings
from timeline.dataset import Dataset
from timeline.loading import load
from timeline.query.filters import mask
from timeline.query.selection import Selection
from timeline.sources.narrative import own_telling
from timeline.sources.silences import SilenceKind


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return tellings(tmp_path_factory.mktemp("small"))


def test_a_source_tells_from_first_to_last_in_its_own_names_and_dates(dataset: Dataset) -> None:
    told = own_telling(dataset, "wiki").told
    assert [(line.number, line.event_id, line.name) for line in told] == [
        (1, "bloc", "the conspiracy"),
        (2, "kirov-murder", "the terrorist act"),
        (3, "kremlin", "the librarians"),
        (4, "trial", "The first trial"),
    ]
    murder = told[1]
    assert [account.speaker for account in murder.accounts] == ["The wiki", "Yagoda"]
    assert murder.accounts[0].date == "December 1934"
    assert (murder.record, murder.same_date, murder.contradicts) == ("1 December 1934", False, False)
    assert [account.speaker for account in murder.others] == ["The paper"]


def test_a_date_that_contradicts_the_record_is_told_apart(dataset: Dataset) -> None:
    [memo] = [line for line in own_telling(dataset, "memo").told if line.event_id == "kirov-murder"]
    assert memo.accounts[0].date == "2 December 1934"
    assert memo.contradicts
    [paper] = own_telling(dataset, "paper").told
    assert (paper.same_date, paper.contradicts) == (True, False)


def test_where_the_record_has_no_date_there_is_none_to_differ_from(dataset: Dataset) -> None:
    [bloc] = [line for line in own_telling(dataset, "memo").told if line.event_id == "bloc"]
    assert (bloc.record, bloc.contradicts) == ("", False)


def test_what_a_source_dates_otherwise_stands_where_it_puts_it(tmp_path: Path) -> None:
    folder = make_folder(
        tmp_path,
        events=[
            {"event_id": "first", "start": "1934", "title": "First"},
            {"event_id": "second", "start": "1935", "title": "Second"},
            {"event_id": "third", "start": "1936", "title": "Third"},
        ],
        sources=[{"source_id": "book", "title": "B", "covers_start": "1930"}],
        accounts=[
            {"event_id": "first", "source_id": "book", "date_as_given": "1937"},
            {"event_id": "third", "source_id": "book", "date_as_given": "1930s"},
        ],
    )
    telling = own_telling(load(folder), "book")
    assert [line.event_id for line in telling.lines] == ["second", "third", "first"]
    assert [line.number for line in telling.told] == [1, 2]


def test_what_is_told_and_left_out_of_one_day_stays_in_the_order_of_the_rows(tmp_path: Path) -> None:
    folder = make_folder(
        tmp_path,
        events=[
            {"event_id": "month", "start": "June 1944", "title": "Month"},
            {"event_id": "z", "start": "6 June 1944", "title": "Z"},
            {"event_id": "y", "start": "6 June 1944", "title": "Y", "importance": "5"},
            {"event_id": "moved", "start": "9 May 1945", "title": "Moved"},
            {"event_id": "x", "start": "1 June 1944", "title": "X"},
        ],
        sources=[{"source_id": "book", "title": "B", "covers_start": "1930"}],
        accounts=[
            {"event_id": "z", "source_id": "book"},
            {"event_id": "moved", "source_id": "book", "date_as_given": "1 to 7 June 1944"},
        ],
    )
    lines = own_telling(load(folder), "book").lines
    assert [line.event_id for line in lines] == ["x", "moved", "month", "z", "y"]


def test_what_is_left_out_is_told_by_others_or_by_nobody(dataset: Dataset) -> None:
    telling = own_telling(dataset, "wiki")
    assert [(gap.event_id, gap.kind, gap.tellers) for gap in telling.gaps] == [
        ("removal", SilenceKind.NOT_MENTIONED, ()),
        ("afterwards", SilenceKind.NOT_MENTIONED, ()),
    ]
    beyond = {gap.event_id: gap for gap in own_telling(dataset, "book").outside}
    assert all(gap.kind is SilenceKind.OUT_OF_SPAN for gap in beyond.values())
    assert beyond["kirov-murder"].tellers == ("The wiki", "The paper")


def test_without_its_voices_a_document_leaves_out_what_they_tell(dataset: Dataset) -> None:
    alone = own_telling(dataset, "wiki", voices=False)
    assert [line.event_id for line in alone.told] == ["kirov-murder", "trial"]
    voiced = {gap.event_id: gap for gap in alone.gaps if gap.kind is None}
    assert {event: gap.tellers for event, gap in voiced.items()} == {
        "bloc": ("Yagoda",),
        "kremlin": ("A clerk",),
    }


def test_where_nobody_noted_what_it_covers_its_own_telling_is_its_span(tmp_path: Path) -> None:
    years = {"before": "1933", "first": "1934", "between": "1935", "last": "1936", "after": "1937"}
    folder = make_folder(
        tmp_path,
        events=[{"event_id": name, "start": year, "title": name} for name, year in years.items()],
        sources=[{"source_id": "book", "title": "B"}],
        accounts=[{"event_id": name, "source_id": "book"} for name in ("first", "last")],
    )
    telling = own_telling(load(folder), "book")
    assert [line.event_id for line in telling.lines] == ["first", "between", "last"]
    assert [gap.event_id for gap in telling.outside] == ["before", "after"]
    assert {gap.kind for gap in (*telling.gaps, *telling.outside)} == {SilenceKind.NOT_CODED}


def test_a_source_that_tells_nothing_has_no_lines(dataset: Dataset) -> None:
    telling = own_telling(dataset, "mirror")
    assert (telling.told, telling.whole) == ((), 0)
    assert {gap.kind for gap in telling.outside} == {SilenceKind.NOT_CODED}


def test_a_filter_keeps_the_numbers_of_the_whole(dataset: Dataset) -> None:
    telling = own_telling(dataset, "wiki", Selection(since="1936"))
    assert [(line.number, line.event_id) for line in telling.told] == [(4, "trial")]
    assert telling.whole == 4


def test_no_source_no_telling(tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        own_telling(plain(tmp_path), "wiki")


def test_what_is_told_and_left_out_adds_up_to_what_the_filter_leaves(shipped: Path) -> None:
    dataset = load(shipped)
    asked = Selection(since="1935", until="1936")
    left = set(dataset.events["event_id"].to_numpy()[mask(dataset, asked)])
    for source in dataset.sources["source_id"]:
        for voices in (True, False):
            telling = own_telling(dataset, source, asked, voices)
            told = {line.event_id for line in telling.told}
            silent = [gap.event_id for gap in (*telling.gaps, *telling.outside)]
            assert told.isdisjoint(silent)
            assert sorted([*told, *silent]) == sorted(left), source
