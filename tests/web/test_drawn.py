"""What the page is answered when the filter changes."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from timeline.dataset import Dataset, load
from timeline.selection import Selection, mask
from timeline.web import drawn
from timeline.web.telling import Teller


@pytest.fixture(scope="module")
def dataset(shipped: Path) -> Dataset:
    return load(shipped)


def test_a_filter_is_answered_with_what_it_leaves_and_in_words(client: FlaskClient, dataset: Dataset) -> None:
    answer = client.get("/drawn?person=kirov&ghosts=1").json
    shown = mask(dataset, Selection(people=("kirov",)))
    drawing = answer["drawing"]
    assert [drawing["events"]["id"][entry] for entry in drawing["shown"]] == [
        event for event in drawing["events"]["id"] if event in set(dataset.events["event_id"][shown])
    ]
    assert drawing["emphasis"] == "ghost"
    assert answer["result"] == f"{shown.sum()} of {len(dataset.events)} events"
    assert "Person: Sergei Kirov" in answer["asked"]


def test_who_has_the_edition_is_not_sent_it_again(client: FlaskClient) -> None:
    edition = client.get("/drawn").json["drawing"]["edition"]
    again = client.get("/drawn", query_string={"known": edition, "person": "kirov"}).json["drawing"]
    assert "events" not in again
    assert "edition" not in again
    other = client.get("/drawn", query_string={"known": edition, "lanes": "none"}).json["drawing"]
    assert other["edition"] != edition
    assert len(other["events"]["id"]) == len(other["events"]["label"]) > 100


def test_more_detail_comes_without_words(client: FlaskClient) -> None:
    assert set(client.get("/drawn?ask=-13000,-12000&person=kirov").json) == {"drawing"}


@pytest.mark.parametrize("text", ["", "1", "1,", "2,1", "1,1", "a,b", "nan,inf", "1,2,3", "-1e300,1e300"])
def test_what_is_no_stretch_of_time_asks_for_none(text: str) -> None:
    assert drawn.window(text) is None
    assert drawn.window("-13000.5,12") == (-13000.5, 12.0)


def test_what_a_link_asks_in_vain_is_told(client: FlaskClient) -> None:
    assert "No person &#39;nobody&#39; here" in client.get("/drawn?person=nobody").json["asked"]


def test_a_fault_is_logged_and_told_as_one(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def breaks(*_: object) -> str:
        raise RuntimeError("the secret reason")

    monkeypatch.setattr(Teller, "result", breaks)
    with caplog.at_level(logging.ERROR, "timeline"):
        answer = client.get("/drawn")
    assert answer.status_code == 500
    assert "the secret reason" not in answer.text
    assert "the secret reason" in caplog.text
