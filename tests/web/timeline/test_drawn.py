"""What the page is answered when the filter changes."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from timeline.dataset import Dataset
from timeline.loading import load
from timeline.query.filters import mask
from timeline.query.selection import Selection
from timeline.web.timeline import drawn
from timeline.web.timeline.telling import TimelinePages


@pytest.fixture(scope="module")
def dataset(shipped: Path) -> Dataset:
    return load(shipped)


def answer_to(client: FlaskClient, **query: str) -> Any:
    return client.get("/drawn", query_string=query).json


def test_a_filter_is_answered_with_what_it_leaves_and_in_words(client: FlaskClient, dataset: Dataset) -> None:
    answer = answer_to(client, person="kirov", ghosts="1")
    shown = mask(dataset, Selection(people=("kirov",)))
    drawing = answer["drawing"]
    assert [drawing["events"]["id"][entry] for entry in drawing["shown"]] == [
        event for event in drawing["events"]["id"] if event in set(dataset.events["event_id"][shown])
    ]
    assert drawing["emphasis"] == "ghost"
    assert answer["result"] == f"{shown.sum()} of {len(dataset.events)} events"
    assert "Person: Sergei Kirov" in answer["asked"]


def test_who_has_the_edition_is_not_sent_it_again(client: FlaskClient) -> None:
    edition = answer_to(client)["drawing"]["edition"]
    again = answer_to(client, known=edition, person="kirov")["drawing"]
    assert "events" not in again
    assert "edition" not in again
    other = answer_to(client, known=edition, lanes="none")["drawing"]
    assert other["edition"] != edition
    assert len(other["events"]["id"]) == len(other["events"]["label"]) > 100


def test_two_tellings_are_drawn_with_the_note_that_one_of_them_needs(client: FlaskClient) -> None:
    for query, lanes, note in (
        ({"with": "prolewiki", "lanes": "source"}, ["", "prolewiki"], True),
        ({"as": "prolewiki", "with": "spartacus"}, ["prolewiki", "spartacus"], True),
        (
            {"as": "georgian-journal", "with": "conquest-1989", "lanes": "source"},
            ["georgian-journal", "conquest-1989"],
            False,
        ),
    ):
        answer = answer_to(client, **query)
        assert [lane["id"] for lane in answer["drawing"]["lanes"]] == lanes
        assert ("show trials" in answer["asked"]) == note


def test_more_detail_comes_without_words(client: FlaskClient) -> None:
    assert set(answer_to(client, span="-13000,-12000", person="kirov")) == {"drawing"}


@pytest.mark.parametrize("text", ["", "1", "1,", "2,1", "1,1", "a,b", "nan,inf", "1,2,3", "-1e300,1e300"])
def test_what_is_no_stretch_of_time_asks_for_none(text: str) -> None:
    assert drawn.window(text) is None
    assert drawn.window("-13000.5,12") == (-13000.5, 12.0)


def test_what_a_link_asks_in_vain_is_told(client: FlaskClient) -> None:
    assert "No person &#39;nobody&#39; here" in answer_to(client, person="nobody")["asked"]


def test_a_fault_is_logged_and_told_as_one(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def breaks(*_: object) -> str:
        raise RuntimeError("the secret reason")

    monkeypatch.setattr(TimelinePages, "result", breaks)
    with caplog.at_level(logging.ERROR, "timeline"):
        answer = client.get("/drawn")
    assert answer.status_code == 500
    assert "the secret reason" not in answer.text
    assert "the secret reason" in caplog.text
