"""The row "Told by" of the filter bar: its choices in words, and what each would leave."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.folders import make_folder
from tests.small_tellings import plain, tellings
from tests.web.conftest import Open
from timeline.dataset import Dataset
from timeline.loading import load
from timeline.query.filters import mask, told_counts
from timeline.query.selection import Selection
from timeline.web.timeline.told_row import told_row


def text_of(part: Any) -> str:
    """The words of a part of a layout."""
    if isinstance(part, list):
        return "".join(map(text_of, part))
    return part if isinstance(part, str) else text_of(part.children)


def choices(dataset: Dataset) -> dict[str, str]:
    """Each choice of the row by its word."""
    row: Any = told_row(dataset)
    return {
        choice.to_plotly_json()["props"]["data-told"]: text_of(choice) for choice in row.children[1].children
    }


def test_the_choices_are_in_plain_words_with_their_numbers(tmp_path: Path) -> None:
    assert choices(tellings(tmp_path)) == {
        "": "any 6",
        "all": "all four 0",
        "several": "several 2",
        "one": "one only 2",
        "none": "none 2",
        "disputed": "≠ contradicted 1",
    }


def test_where_nobody_can_be_compared_there_is_no_row(tmp_path: Path) -> None:
    alone = make_folder(
        tmp_path / "alone",
        events=[{"event_id": "deed", "start": "1934", "title": "The deed"}],
        sources=[{"source_id": "book", "title": "The book"}],
        accounts=[{"event_id": "deed", "source_id": "book"}],
    )
    for dataset in (plain(tmp_path / "plain"), load(alone)):
        row: Any = told_row(dataset)
        assert row.hidden
        assert choices(dataset) == {}


def left(client: FlaskClient, query: str) -> tuple[dict[str, int], bool]:
    """What an answer says that each choice would leave, and whether it says that the filter removes something."""
    answer: Any = client.get("/drawn?" + query).json
    asked = answer["asked"]
    [numbers] = re.findall(r"data-left='([^']*)'", asked)
    return json.loads(unescape(numbers)), "data-removes" in asked


@pytest.mark.parametrize("told", ["", "all", "one", "disputed"])
def test_an_answer_brings_the_numbers_of_the_present_filter(
    client: FlaskClient, shipped: Path, told: str
) -> None:
    dataset = load(shipped)
    counted, removes = left(client, f"person=yenukidze&told={told}")
    assert counted == told_counts(dataset, Selection(people=("yenukidze",)))
    assert removes
    assert counted[told] == mask(dataset, Selection(people=("yenukidze",), told=told)).sum()


@pytest.mark.parametrize(
    ("query", "removes"),
    [
        ("", False),
        ("as=prolewiki", False),
        ("ghosts=1&lanes=source", False),
        ("told=one", True),
        ("q=kirov", True),
    ],
)
def test_something_is_removed_only_by_a_filter(client: FlaskClient, query: str, removes: bool) -> None:
    assert left(client, query)[1] is removes


def test_a_folder_of_events_alone_brings_no_numbers(open_folder: Open, tmp_path: Path) -> None:
    plain(tmp_path)
    assert left(open_folder(tmp_path), "told=one") == ({}, False)
