from __future__ import annotations

from pathlib import Path

import pytest

from tests.folders import make_folder
from tests.small_tellings import plain, tellings
from timeline.dataset import Dataset
from timeline.exports.handouts.chart import MOST_COLUMNS, chart, usual_columns
from timeline.loading import load
from timeline.sources.silences import SilenceKind
from timeline.tours.tours import Step, Tour

TOUR = Tour(
    "lesson",
    "A lesson",
    "Who did it?",
    (
        Step(1, "kirov-murder", "The deed", "Ask first."),
        Step(2, "trial", "The court"),
        Step(3, "no-such-event", "Gone"),
        Step(4, "kirov-murder", "Again", "Ask again."),
    ),
)


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return tellings(tmp_path_factory.mktemp("tellings"))


def test_a_line_for_each_step_and_the_cells_only_where_an_event_is_first_shown(dataset: Dataset) -> None:
    sheet = chart(dataset, TOUR, ["wiki", "paper"])
    assert [(row.number, row.title, row.again) for row in sheet.rows] == [
        (1, "Kirov is murdered", None),
        (2, "The first trial", None),
        (4, "Kirov is murdered", 1),
    ]
    assert [row.note for row in sheet.rows] == ["Ask first.", "", "Ask again."]
    assert sheet.rows[2].cells == ()
    assert sheet.rows[2].questions == ()
    assert [question.record for question in sheet.rows[0].questions] == ["Nobody did."]


def test_a_document_speaks_with_the_voices_that_it_prints_or_is_silent(dataset: Dataset) -> None:
    murder, trial, _ = chart(dataset, TOUR, ["wiki", "paper", "book"]).rows
    wiki, paper, book = murder.cells
    assert [account.speaker for account in wiki.accounts] == ["The wiki", "Yagoda"]
    assert [account.called for account in paper.accounts] == ["the crime"]
    assert (book.accounts, book.silence) == ((), SilenceKind.OUT_OF_SPAN)
    assert trial.cells[1].silence is SilenceKind.NOT_CODED
    assert murder.others == ()
    assert chart(dataset, TOUR, ["paper", "book"]).rows[0].others == ("The wiki", "Yagoda")


def test_the_columns_are_those_asked_for_in_their_order_four_at_most(dataset: Dataset) -> None:
    asked = ["paper", "wiki", "paper", "book", "memo", "mirror"]
    sheet = chart(dataset, TOUR, asked)
    assert [source for source, _, _ in sheet.columns] == ["paper", "wiki", "book", "memo"]
    assert len(sheet.citations) == MOST_COLUMNS
    # A voice that has a column of its own is not told again in that of its printer.
    assert [account.source_id for account in sheet.rows[0].cells[1].accounts] == ["wiki"]


def test_the_usual_columns_are_the_documents_that_tell_most_and_no_witness_twice(dataset: Dataset) -> None:
    assert usual_columns(dataset, ["kirov-murder", "trial"]) == ["wiki", "book", "paper"]
    # The mirror repeats the wiki: it stands only where there are not two others.
    assert usual_columns(dataset, ["kremlin"]) == ["wiki", "mirror"]


def test_a_source_that_repeats_another_is_no_usual_column_beside_it(tmp_path: Path) -> None:
    told = {"wiki": ("first", "second"), "mirror": ("first", "second"), "book": ("first",), "paper": ()}
    folder = make_folder(
        tmp_path,
        events=[{"event_id": event, "start": "1934", "title": event} for event in ("first", "second")],
        sources=[
            {"source_id": source, "title": source, "derives_from": "wiki" if source == "mirror" else ""}
            for source in told
        ],
        accounts=[
            {"event_id": event, "source_id": source, "account": "It says so."}
            for source, events in told.items()
            for event in events
        ],
    )
    assert usual_columns(load(folder), ["first", "second"]) == ["wiki", "book"]


def test_the_scholars_note_stands_where_a_cell_needs_it(dataset: Dataset) -> None:
    assert chart(dataset, TOUR, ["wiki", "book"]).note == dataset.note
    assert chart(dataset, TOUR, ["paper", "book"]).note == ""


def test_a_voice_is_offered_only_if_it_tells_one_of_the_events(dataset: Dataset) -> None:
    offered = [source for source, _, _ in chart(dataset, TOUR).offered]
    assert offered == ["wiki", "memo", "mirror", "book", "paper"]


def test_events_alone_make_a_chart_without_sources(tmp_path: Path) -> None:
    dataset = plain(tmp_path)
    sheet = chart(dataset, Tour("t", "T", "", (Step(1, "first", ""),)))
    assert (sheet.columns, sheet.citations, sheet.note) == ((), (), "")
    assert sheet.rows[0].title == "The first"


def test_an_unknown_source_is_a_key_error(dataset: Dataset) -> None:
    with pytest.raises(KeyError, match="nobody"):
        chart(dataset, TOUR, ["nobody"])
