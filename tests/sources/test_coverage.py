from __future__ import annotations

from pathlib import Path

from tests.folders import make_folder
from tests.small_tellings import plain, tellings
from timeline.loading import load
from timeline.query.index import index_of
from timeline.sources.coverage import coverage


def test_events_told_by_document_and_year(tmp_path: Path) -> None:
    table = coverage(tellings(tmp_path))
    assert list(table.index) == ["wiki", "mirror", "book", "paper"]
    assert [int(year) for year in table.columns] == list(range(1932, 1941))
    told = {source: {year: n for year, n in row.items() if n} for source, row in table.iterrows()}
    assert told == {
        "wiki": {1932: 1, 1934: 1, 1935: 1, 1936: 1},  # 1932 and 1935 by what it prints
        "mirror": {},
        "book": {1936: 1},
        "paper": {1934: 1},
    }


def test_what_is_only_known_to_be_before_a_year_counts_where_it_ends(tmp_path: Path) -> None:
    folder = make_folder(
        tmp_path,
        events=[
            {"event_id": "deed", "start": "before 1936", "title": "The deed"},
            {"event_id": "first", "start": "1932", "title": "The first"},
        ],
        sources=[{"source_id": "book", "title": "B"}],
        accounts=[{"event_id": "deed", "source_id": "book"}],
    )
    assert coverage(load(folder)).to_numpy().tolist() == [[0, 0, 0, 1]]


def test_every_event_that_a_document_tells_counts_once(shipped: Path) -> None:
    dataset = load(shipped)
    index = index_of(dataset)
    table = coverage(dataset)
    for source, row in table.iterrows():
        assert row.sum() == len(index.sources.events_of(index.sources.row[str(source)]))
    assert table.to_numpy().min() == 0


def test_a_timeline_of_events_only_has_no_rows(tmp_path: Path) -> None:
    table = coverage(plain(tmp_path))
    assert table.shape == (0, 3)
    assert [int(year) for year in table.columns] == [1934, 1935, 1936]
