from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.small_tellings import tellings
from timeline.dataset import Dataset
from timeline.dates import day_number
from timeline.loading import load
from timeline.sources.date_agreement import Agreement, agreement, spread


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return tellings(tmp_path_factory.mktemp("tellings"))


def days(*iso: str) -> list[int]:
    return [day_number(date.fromisoformat(day)) for day in iso]


def test_the_record_s_date_and_each_source_s(dataset: Dataset) -> None:
    dates = spread(dataset, "kirov-murder")
    assert dates.record is not None
    assert (dates.record.printed, dates.record.source_id, dates.dating) == ("1 December 1934", "", "all")
    assert [(given.source_id, given.depth, given.text, given.printed) for given in dates.given] == [
        ("wiki", 0, "December 1934", "December 1934"),
        ("memo", 1, "2 December 1934", "2 December 1934"),
        ("paper", 0, "1934-12-01", "1 December 1934"),
    ]
    assert [given.meets_record for given in dates.given] == [True, False, True]
    wiki, memo, _ = dates.given
    assert [wiki.first, wiki.last] == days("1934-12-01", "1934-12-31")
    assert wiki.sure_from > wiki.sure_to  # on some day of the month
    assert [memo.first, memo.sure_from, memo.sure_to, memo.last] == days(*["1934-12-02"] * 4)
    assert [dates.first, dates.last] == days("1934-12-01", "1934-12-31")
    removed = spread(dataset, "removal").record
    assert removed
    assert (removed.established, dates.record.established) == ("commonly", "")


def test_only_dates_that_exclude_each_other_count_as_different(dataset: Dataset) -> None:
    given = spread(dataset, "kirov-murder").given
    # "December 1934" leaves room for both days; the 2nd is not the 1st, and not the record's.
    assert agreement(dataset, given) == Agreement(witnesses=3, excluding=2, precise=False, against=1)
    wiki, _, paper = given
    assert agreement(dataset, [wiki, paper]) == Agreement(2, 1, False, 0)
    assert agreement(dataset, [paper]) == Agreement(1, 1, True, 0)
    assert agreement(dataset, []).witnesses == 0


def test_a_source_and_its_mirror_are_one_witness_of_a_date(shipped: Path) -> None:
    dataset = load(shipped)
    given = spread(dataset, "yenukidze-removed").given
    repeating = [date for date in given if date.source_id in ("wikipedia", "wikipedia-mirror")]
    assert len(repeating) == 2
    assert agreement(dataset, repeating) == Agreement(witnesses=1, excluding=1, precise=True, against=1)
    # Other articles, which the mirror prints too, are a witness of their own: they give the year alone.
    assert agreement(dataset, given) == Agreement(witnesses=2, excluding=1, precise=False, against=1)


def test_who_gives_no_date_is_named_apart(dataset: Dataset) -> None:
    dates = spread(dataset, "trial")
    assert (dates.undated, [given.source_id for given in dates.given]) == (("wiki",), ["book"])
    assert [dates.first, dates.last] == days("1936-08-01", "1936-08-31")


def test_an_event_that_the_record_does_not_date(dataset: Dataset) -> None:
    dates = spread(dataset, "bloc")
    assert dates.record is None
    assert [(given.printed, given.meets_record) for given in dates.given] == [("autumn 1932", None)]


def test_an_event_that_nobody_else_dates_is_bounded_by_the_record(dataset: Dataset) -> None:
    dates = spread(dataset, "afterwards")
    assert dates.given == ()
    assert dates.record is not None
    assert dates.record.open_end
    assert [dates.first, dates.last] == days("1939-01-01", "1940-12-31")  # the axis ends there


def test_yenukidze_s_removal_is_a_month_too_early_in_the_shipped_folder(shipped: Path) -> None:
    dates = spread(load(shipped), "yenukidze-removed")
    assert dates.record is not None
    assert dates.record.first == days("1935-03-03")[0]
    assert [dates.first, dates.last] == days("1935-01-01", "1935-12-31")
    assert {given.printed: given.meets_record for given in dates.given} == {
        "February 1935": False,
        "1935": True,
    }


def test_an_unknown_event_is_a_key_error(dataset: Dataset) -> None:
    with pytest.raises(KeyError, match="no-such-event"):
        spread(dataset, "no-such-event")
