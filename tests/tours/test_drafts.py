"""What is downloaded loads back equal, and a file with a fault is refused with line and hint."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.folders import small_folder
from timeline.dataset import Dataset
from timeline.loading import load
from timeline.tours.drafts import drafts_from, read_tours, tidied, tours_csv
from timeline.tours.tours import Step, Tour, tours_of

EVENTS = ("kirov-murder", "first-trial", "bloc", "removal")
VIEWS = ("", "person=kirov", "source=memoir&as=encyclopaedia&lanes=source", "start=1934-01-01&end=1935-01-01")

texts = st.text(max_size=30) | st.sampled_from(
    ["=1+1", "'=1", "''@x", "-", "'", "＝", ' "a", b; c', "a\r\nb", "\ufeff"]
)
steps = st.builds(Step, st.just(0), st.sampled_from(EVENTS), texts, texts, st.sampled_from(VIEWS))
tours = st.builds(
    Tour,
    tour_id=st.sampled_from(["", "a-lesson", "another", "not an id", "Урок"]),
    name=texts,
    question=texts,
    steps=st.lists(steps, min_size=1, max_size=4).map(tuple),
)


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return load(small_folder(tmp_path_factory.mktemp("small")))


@given(drafts=st.lists(tours, max_size=4))
def test_what_is_written_is_read_back_equal(dataset: Dataset, drafts: list[Tour]) -> None:
    written = tidied(drafts)
    again = read_tours(dataset, tours_csv(written).encode())
    assert again.problems == ()
    assert again.tours == written
    assert tidied(written) == written


@given(drafts=st.lists(tours, min_size=1, max_size=3))
def test_no_cell_of_the_file_is_a_formula(drafts: list[Tour]) -> None:
    text = tours_csv(tidied(drafts)).removeprefix("\ufeff")
    cells = [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "＝", "\t", "\r"))]


def test_the_file_is_a_table_that_the_folder_takes(tmp_path: Path) -> None:
    draft = Tour(
        "",
        "Who killed him?",
        "Who?",
        (Step(1, "kirov-murder", "=1", 'Ask,\n"twice"', "person=kirov"), Step(2, "bloc", "", "")),
    )
    (tidy,) = tidied([draft])
    assert tidy.tour_id == "who-killed-him"
    dataset = load(small_folder(tmp_path, tours=tours_csv([tidy])))
    assert dataset.problems == ()
    (tour,) = tours_of(dataset)
    assert (tour.name, tour.question) == ("Who killed him?", "Who?")
    assert [(step.event_id, step.heading, step.note) for step in tour.steps] == [
        ("kirov-murder", "=1", 'Ask,\n"twice"'),
        ("bloc", "", ""),
    ]


def test_the_shipped_tours_come_back_as_they_are(shipped: Path) -> None:
    dataset = load(shipped)
    rows = [{str(name): str(cell) for name, cell in row.items()} for row in dataset.tours.to_dict("records")]
    found = read_tours(dataset, (shipped / "tours.csv").read_bytes())
    assert found.problems == ()
    assert found.tours == drafts_from(rows) == read_tours(dataset, tours_csv(found.tours).encode()).tours
    assert len(found.tours) == 5


def test_every_fault_is_named_with_line_value_and_cure_and_nothing_is_used(dataset: Dataset) -> None:
    file = (
        "tour_id,tour,step,event_id,view\n"
        "a,A,1,kirov-murdr,\n"
        "a,A,0,bloc,\n"
        "a,A,2,bloc,person=kirof\n"
        "a,A,3,removal,\n"
        "a,A,3,bloc,\n"
    )
    found = read_tours(dataset, file.encode())
    assert found.refused
    assert found.tours == ()
    assert [(problem.line, problem.column, problem.value) for problem in found.problems] == [
        (2, "event_id", "kirov-murdr"),
        (3, "step", "0"),
        (4, "view", "person=kirof"),
        (6, "step", "3"),
    ]
    assert found.problems[0].hint == "did you mean 'kirov-murder'?"
    assert all(problem.hint for problem in found.problems)


@pytest.mark.parametrize(
    "content", [b"", b"PK\x03\x04 a spreadsheet", b"step;event\n1;bloc\n", b"\xff\xfe\x00"]
)
def test_what_is_no_table_of_tours_is_refused_in_words(dataset: Dataset, content: bytes) -> None:
    found = read_tours(dataset, content)
    assert found.refused
    assert found.problems[0].file == "tours.csv"


def test_ids_are_links_and_none_is_twice() -> None:
    steps = (Step(1, "bloc", ""),)
    found = tidied([Tour(one, "Урок", "", steps) for one in ("", "a", "a", "A b", "a", "a")])
    assert [tour.tour_id for tour in found] == ["tour", "a", "a-2", "tour-2", "a-3", "a-4"]


def test_steps_are_numbered_as_they_stand() -> None:
    (tour,) = tidied([Tour("t", "T", "", (Step(7, "bloc", ""), Step(3, "removal", "")))])
    assert [(step.number, step.event_id) for step in tour.steps] == [(1, "bloc"), (2, "removal")]
