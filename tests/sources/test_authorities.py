from __future__ import annotations

from pathlib import Path

import pytest

from tests.folders import make_folder
from timeline.dataset import Dataset
from timeline.dataset.works import CitedWork
from timeline.loading import load
from timeline.sources.authorities import authorities, works


@pytest.fixture
def dataset(tmp_path: Path) -> Dataset:
    make_folder(
        tmp_path,
        toml='title = "T"\nnote = "They were shot [@werth]."',
        events=[
            {"event_id": "first", "start": "1934", "title": "First", "basis": "lenoe ch. 5; werth"},
            {"event_id": "second", "start": "1935", "title": "Second", "basis": "lenoe"},
            {"event_id": "third", "start": "1936", "title": "Third"},
        ],
        questions=[
            {"question_id": "who", "event_id": "first", "question": "Who?", "record_basis": "lenoe p. 3"}
        ],
        references=[
            {"reference_id": "werth", "author": "Werth, Nicolas", "title": "Order 00447"},
            {"reference_id": "report", "title": "A report"},
            {"reference_id": "lenoe", "author": "Lenoe, Matthew E.", "title": "The Kirov Murder"},
        ],
    )
    return load(tmp_path)


def test_each_work_says_what_it_vouches_for(dataset: Dataset) -> None:
    found = {work.reference_id: (work.event_ids, work.question_ids, work.in_note) for work in works(dataset)}
    assert found == {
        "report": ((), (), False),
        "lenoe": (("first", "second"), ("who",), False),
        "werth": (("first",), (), True),
    }


def test_works_come_by_author_and_those_without_one_by_title(dataset: Dataset) -> None:
    assert [work.reference_id for work in works(dataset)] == ["report", "lenoe", "werth"]


def test_a_cell_names_works_only_where_there_is_a_table_of_them(dataset: Dataset, tmp_path: Path) -> None:
    assert authorities(dataset, "lenoe ch. 5") == (CitedWork("lenoe", "ch. 5"),)
    plain = make_folder(tmp_path / "plain", events=[{"event_id": "one", "start": "1934", "title": "One"}])
    assert authorities(load(plain), "Getty and Naumov (1999)") == ()
