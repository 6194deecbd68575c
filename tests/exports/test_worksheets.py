from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.folders import make_folder
from tests.small_tellings import tellings
from timeline.dataset import Dataset
from timeline.dataset.spreadsheet import csv_text
from timeline.exports.worksheets import comparison_csv, corroboration
from timeline.loading import load
from timeline.sources.comparing import compare


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return tellings(tmp_path_factory.mktemp("tellings"))


def read(text: str) -> list[list[str]]:
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_a_comparison_is_a_row_each_and_a_column_for_each_source(dataset: Dataset) -> None:
    written = comparison_csv(dataset, "trial", ["book", "wiki", "paper"])
    title, header, *rows = read(written)
    assert title == ["The first trial, 19–24 August 1936"]
    assert header == ["", "The book", "The wiki", "The paper"]
    cells = {row[0]: row[1:] for row in rows if len(row) == 4}
    assert cells["What it calls it"] == ["the show trial", "gives it no name", "not coded"]
    assert cells["Who gave the order?"] == ["nobody", "the bloc", "the bloc"]
    assert cells["Towards the official version"] == ["Rejects", "Accepts", "not coded"]
    assert [row for row in rows if len(row) == 1] == [
        ["Conquest. “The book.” 1968."],
        ["“The wiki.” 2020."],
        ["“The paper.” December 2, 1934."],
        ["No plot has been found."],
    ]
    assert "\n" not in written.replace("\r\n", "")


def test_the_note_stands_under_what_accepts_the_charges_alone(dataset: Dataset) -> None:
    assert corroboration(dataset, "trial", ["book", "wiki"]).blank.note == "No plot has been found."
    assert corroboration(dataset, "trial", ["book", "paper"]).key.note == ""


def test_the_worksheet_leaves_the_answers_blank_and_the_key_has_them(dataset: Dataset) -> None:
    sheets = corroboration(dataset, "kirov-murder", ["wiki", "paper"])
    blank = {row[0]: row[1:] for row in sheets.blank.rows}
    key = {row[0]: row[1:] for row in sheets.key.rows}
    assert list(blank) == list(key)
    given = {"Who speaks", "Written", "Where it stands"}
    assert {name for name, cells in blank.items() if any(cells)} == given
    assert key["What it calls it"] == ("the terrorist act; Yagoda: the deed", "the crime")
    assert sheets.blank.header == sheets.key.header == ("", "The wiki", "The paper")
    assert sheets.blank.citations == sheets.key.citations
    assert [answer for _, answer in sheets.blank.tasks] == ["", "", ""]
    (agree, same), (differ, other), (record, known) = sheets.key.tasks
    assert (agree, same) == ("Where do they agree?", "Who gave the order?")
    assert (differ, other) == ("Where do they differ, and why?", "What it calls it; When; What it says")
    assert (record, known) == (
        "What is probable, and why?",
        "Who gave the order? Nobody did. (The archives)",
    )


def test_a_blank_sheet_does_not_say_who_is_silent(dataset: Dataset) -> None:
    sheets = corroboration(dataset, "removal", ["wiki", "book"])
    assert not any(any(row[1:]) for row in sheets.blank.rows)
    assert sheets.key.rows[0][1:] == ("not mentioned", "out of its span")


def test_every_cell_of_the_sheet_is_the_comparison_s(dataset: Dataset) -> None:
    sheet = corroboration(dataset, "kirov-murder", fold=False).key
    table = compare(dataset, "kirov-murder", fold=False)
    assert len(sheet.rows) == len(table.rows)
    for row, compared in zip(sheet.rows, table.rows, strict=True):
        said = [cell.text for cell in compared.cells if cell.text]
        assert [text for cell, text in zip(compared.cells, row[1:], strict=True) if cell.text] == said
        assert len(row) == len(sheet.header)


@given(rows=st.lists(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=8), min_size=1)))
def test_no_cell_is_a_formula_and_every_text_comes_back(rows: list[list[str]]) -> None:
    cells = [cell for row in read(csv_text(rows)) for cell in row]
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n")) for cell in cells)
    assert [cell.removeprefix("'") for cell in cells] == [
        cell.removeprefix("'") for row in rows for cell in row
    ]


def test_a_title_and_an_account_that_begin_like_a_formula(tmp_path: Path) -> None:
    folder = make_folder(
        tmp_path,
        events=[{"event_id": "deed", "start": "1934", "title": "=1+1"}],
        sources=[{"source_id": "book", "title": "@book"}],
        accounts=[{"event_id": "deed", "source_id": "book", "called": "+1", "account": "-1"}],
    )
    rows = read(comparison_csv(load(folder), "deed"))
    assert (rows[0], rows[1]) == (["'=1+1, 1934"], ["", "'@book"])
    assert ["What it calls it", "'+1"] in rows
    assert ["What it says", "'-1"] in rows


def test_unknown_ids_are_key_errors(dataset: Dataset) -> None:
    for ask in (comparison_csv, corroboration):
        with pytest.raises(KeyError, match="no-such-event"):
            ask(dataset, "no-such-event")
        with pytest.raises(KeyError, match="no-such-source"):
            ask(dataset, "trial", ["no-such-source"])
