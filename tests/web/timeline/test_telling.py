"""The result line: how many events there are, and how many of them are told in a perspective."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.small_tellings import tellings
from timeline.dataset import Dataset
from timeline.drawing.drawing import Drawing
from timeline.drawing.flags import Flag
from timeline.query.selection import Selection
from timeline.web.timeline.telling import TimelinePages


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    folder: Path = tmp_path_factory.mktemp("tellings")
    return tellings(folder)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (Selection(), "6 events"),
        (Selection(people=("kirov",)), "2 of 6 events"),
        (Selection(perspective="wiki"), "4 of 6 events told by The wiki"),
        (Selection(perspective="book"), "1 of 6 events told by The book"),
        (Selection(perspective="book", people=("kirov",)), "2 of 6 events, 0 told by The book"),
        (Selection(perspective="book", words="nothing of the kind"), "0 of 6 events"),
        (Selection(perspective="book", lanes="source"), "6 events"),
        (Selection(beside="wiki"), "4 of 6 events told by The wiki"),
        (
            Selection(perspective="wiki", beside="book", lanes="source"),
            "4 of 6 events told by The wiki, 1 by The book",
        ),
        (
            Selection(perspective="wiki", beside="book", people=("kirov",)),
            "2 of 6 events, 2 told by The wiki, 0 by The book",
        ),
    ],
)
def test_the_result_counts_what_is_left_and_what_of_it_is_told(
    dataset: Dataset, asked: Selection, said: str
) -> None:
    assert TimelinePages(dataset).result(asked) == said


@pytest.mark.parametrize("source", ["wiki", "memo", "note", "mirror", "book", "paper"])
def test_what_is_told_is_what_is_drawn_as_told(dataset: Dataset, source: str) -> None:
    asked = Selection(perspective=source, lanes="none")
    flags = Drawing(dataset).base(asked)["events"]["flags"]
    told = sum(not flag & Flag.SILENT for flag in flags)
    assert TimelinePages(dataset).result(asked).startswith(f"{told} of 6 events told by ")
