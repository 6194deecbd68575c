from __future__ import annotations

import csv
import io
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.folders import make_folder
from tests.small_tellings import plain, tellings
from timeline.dataset.spreadsheet import plain_text
from timeline.exports.events_csv import COLUMNS, events_csv
from timeline.loading import load
from timeline.query.filters import mask
from timeline.query.selection import Selection


def read(text: str) -> list[dict[str, str]]:
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_the_filtered_events_a_row_each(tmp_path: Path) -> None:
    dataset = tellings(tmp_path)
    written = events_csv(dataset, mask(dataset, Selection(people=("kirov",))))
    murder, kremlin = read(written)
    assert murder == {
        "event_id": "kirov-murder",
        "date": "1 December 1934",
        "earliest": "1934-12-01",
        "latest": "1934-12-01",
        "start": "1 December 1934",
        "end": "",
        "title": "Kirov is murdered",
        "summary": "Shot in the corridor",
        "theme": "Police",
        "place": "Leningrad",
        "people": "Sergei Kirov (victim); Leonid Nikolaev",
        "dating": "all",
        "basis": "",
        "told_by": "The wiki; Yagoda; The paper",
    }
    assert (kremlin["event_id"], kremlin["date"]) == ("kremlin", "c. March 1935")
    assert written.count("\r\n") == written.count("\n") == 3


def test_what_the_record_does_not_know_is_left_empty(tmp_path: Path) -> None:
    dataset = tellings(tmp_path)
    rows = {row["event_id"]: row for row in read(events_csv(dataset, np.ones(6, dtype=bool)))}
    assert (rows["bloc"]["date"], rows["bloc"]["start"], rows["bloc"]["told_by"]) == (
        "autumn 1932",
        "",
        "Yagoda",
    )
    assert (rows["afterwards"]["earliest"], rows["afterwards"]["latest"]) == ("1939-01-01", "")


def test_voices_are_named_after_the_document_that_prints_them(tmp_path: Path) -> None:
    sources = [
        {"source_id": "voice", "title": "The voice", "quoted_in": "book"},
        {"source_id": "paper", "title": "The paper"},
        {"source_id": "book", "title": "The book"},
    ]
    folder = make_folder(
        tmp_path,
        events=[{"event_id": "deed", "start": "1934", "title": "The deed"}],
        sources=sources,
        accounts=[{"event_id": "deed", "source_id": source["source_id"]} for source in sources],
    )
    (row,) = read(events_csv(load(folder), np.ones(1, dtype=bool)))
    assert row["told_by"] == "The paper; The book; The voice"


def test_no_events_are_a_header(tmp_path: Path) -> None:
    dataset = plain(tmp_path)
    assert events_csv(dataset, np.zeros(2, dtype=bool)) == "\ufeff" + ",".join(COLUMNS) + "\r\n"


@pytest.mark.parametrize(
    "cell", ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1"]
)
def test_a_formula_is_written_as_text(cell: str) -> None:
    assert plain_text(cell) == "'" + cell


def test_what_is_no_formula_stays_as_it_is() -> None:
    for cell in ("", "1 - 2", "a=b", "'quoted'", "—dash", "№ 1"):
        assert plain_text(cell) == cell


@given(title=st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=20))
def test_no_cell_of_the_file_starts_a_formula(tmp_path_factory: pytest.TempPathFactory, title: str) -> None:
    rows = [
        {"event_id": "deed", "start": "1934", "title": "=" + title, "summary": "@" + title, "place": title}
    ]
    dataset = load(make_folder(tmp_path_factory.mktemp("formula"), events=rows))
    (row,) = read(events_csv(dataset, np.ones(1, dtype=bool)))
    assert row["title"] == "'=" + title
    assert row["summary"] == "'@" + title
    assert all(not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n")) for cell in row.values())
