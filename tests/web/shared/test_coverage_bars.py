"""How much each document tells, as bars: steps of the axis, shares, and which time is covered."""

from __future__ import annotations

from pathlib import Path

from tests.folders import make_folder
from tests.small_tellings import plain, tellings
from timeline.loading import load
from timeline.web.shared.coverage_bars import coverage_bars


def test_every_year_has_a_bar_as_high_as_its_share_of_the_most(tmp_path: Path) -> None:
    drawn = coverage_bars(tellings(tmp_path))
    assert drawn.labels == tuple(map(str, range(1932, 1941)))
    assert drawn.by_year
    assert list(drawn.rows) == ["wiki", "mirror", "book", "paper"]
    assert [(bar.count, bar.share) for bar in drawn.rows["book"]] == [
        (int(year == "1936"), float(year == "1936")) for year in drawn.labels
    ]


def test_the_highest_bar_is_that_of_the_most_events(tmp_path: Path) -> None:
    folder = make_folder(
        tmp_path,
        events=[
            {"event_id": f"e{number}", "start": "1934" if number else "1935", "title": "E"}
            for number in range(4)
        ],
        sources=[{"source_id": "book", "title": "B"}],
        accounts=[{"event_id": f"e{number}", "source_id": "book"} for number in range(4)],
    )
    assert [(bar.count, bar.share) for bar in coverage_bars(load(folder)).rows["book"]] == [
        (3, 1.0),
        (1, 0.333),
    ]


def test_whether_the_time_is_covered_is_known_or_not(tmp_path: Path) -> None:
    drawn = coverage_bars(tellings(tmp_path))
    covered = {source: {bar.covered for bar in bars} for source, bars in drawn.rows.items()}
    assert covered == {"wiki": {True}, "mirror": {True}, "book": {True, False}, "paper": {None}}
    years = dict(zip(drawn.labels, drawn.rows["book"], strict=True))
    assert [year for year, bar in years.items() if bar.covered] == ["1936", "1937", "1938"]
    assert drawn.beyond


def test_a_long_axis_has_steps_of_many_years(tmp_path: Path) -> None:
    folder = make_folder(
        tmp_path,
        events=[
            {"event_id": "first", "start": "1501", "title": "First"},
            {"event_id": "last", "start": "1950", "title": "Last"},
        ],
        sources=[{"source_id": "book", "title": "B", "covers_start": "1600"}],
        accounts=[{"event_id": name, "source_id": "book"} for name in ("first", "last")],
    )
    drawn = coverage_bars(load(folder))
    assert drawn.labels[0] == "1500–1549"
    assert len(drawn.labels) <= 12
    assert not drawn.by_year
    assert [bar.count for bar in drawn.rows["book"] if bar.count] == [1, 1]
    assert [bar.covered for bar in drawn.rows["book"]][:3] == [False, False, True]
    assert drawn.beyond


def test_a_timeline_of_events_only_has_no_bars(tmp_path: Path) -> None:
    drawn = coverage_bars(plain(tmp_path))
    assert (drawn.rows, drawn.beyond) == ({}, False)
