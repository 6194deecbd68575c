"""What the page on which tours are made asks the server: it answers and keeps nothing."""

from __future__ import annotations

import json
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests import odd_folders
from tests.web.conftest import Open
from timeline.web.tour_editor.pages import MOST_BYTES

STEP = {"event_id": "kirov-murder", "heading": "=1+1", "note": "Ask.", "view": "person=kirov"}
DRAFT: dict[str, Any] = {"tours": [{"tour_id": "", "name": "A lesson", "question": "Who?", "steps": [STEP]}]}


def test_the_page_offers_every_tour_to_copy(client: FlaskClient) -> None:
    page = client.get("/present/make").text
    assert "<h1>Make a tour</h1>" in page
    assert ">Who killed Kirov?</option>" in page
    assert "Set-Cookie" not in client.get("/present/make").headers


def test_events_are_found_by_their_words(client: FlaskClient) -> None:
    found = client.get("/present/make/events?q=smolny").get_json()
    assert "kirov-murder" in [event["event_id"] for event in found["events"]]
    everything = client.get("/present/make/events?q=stalin").get_json()
    assert len(everything["events"]) == 12 < everything["number"]
    assert client.get("/present/make/events?q=xylophone").get_json() == {"events": [], "number": 0}


def test_a_draft_becomes_a_file_and_the_file_a_draft(client: FlaskClient) -> None:
    file = client.post("/present/make/tours.csv", json=DRAFT)
    assert file.headers["Content-Disposition"] == "attachment; filename=tours.csv"
    assert file.headers["Tour-Ids"] == "a-lesson"
    assert file.text.splitlines()[0].removeprefix("\ufeff") == (
        "tour_id,tour,step,event_id,heading,note,question,view"
    )
    assert "'=1+1" in file.text
    loaded = client.post("/present/make/check", data=file.data).get_json()
    assert loaded["refused"] is False
    (tour,) = loaded["tours"]
    assert (tour["name"], tour["question"]) == ("A lesson", "Who?")
    (step,) = tour["steps"]
    assert {key: step[key] for key in STEP} == STEP
    assert step["title"] == "Kirov is shot in the Smolny"
    assert step["date"] == "1 December 1934"
    assert step["seen"] == "Person: Sergei Kirov"


def test_a_faulty_file_is_answered_with_all_its_faults(client: FlaskClient) -> None:
    file = "tour_id,tour,step,event_id\nA b,x,1,kirov-murdr\nz,y,0,kirov-murder\n"
    loaded = client.post("/present/make/check", data=file).get_json()
    assert loaded["refused"] is True
    assert loaded["tours"] == []
    assert [(it["line"], it["column"], it["value"]) for it in loaded["problems"]] == [
        (2, "tour_id", "A b"),
        (2, "event_id", "kirov-murdr"),
        (3, "step", "0"),
    ]
    assert loaded["problems"][1]["hint"] == "did you mean 'kirov-murder'?"


def test_a_draft_can_be_tried(client: FlaskClient) -> None:
    answer = client.post("/present/make/try", data={"draft": json.dumps(DRAFT)})
    assert answer.status_code == 200
    assert "A lesson" in answer.text
    empty = {"tours": [{"name": "Empty", "steps": []}]}
    refused = client.post("/present/make/try", data={"draft": json.dumps(empty)})
    assert refused.status_code == 400
    assert "no step yet" in refused.text


@pytest.mark.parametrize(
    "sent",
    [
        "",
        "x",
        "[]",
        "{}",
        '{"tours": 1}',
        '{"tours": [1]}',
        '{"tours": [{}]}',
        '{"tours": [{"steps": [1]}]}',
        '{"tours": [{"name": 1, "steps": []}]}',
        "[" * 100_000,
    ],
)
def test_what_is_no_draft_is_refused_in_words(client: FlaskClient, sent: str) -> None:
    answer = client.post("/present/make/tours.csv", data=sent)
    assert answer.status_code == 400
    assert "not a draft of tours" in answer.text


@pytest.mark.parametrize("path", ["check", "tours.csv", "try"])
def test_what_is_too_large_is_refused_in_words(client: FlaskClient, path: str) -> None:
    answer = client.post(f"/present/make/{path}", data=b"x" * (MOST_BYTES + 1))
    assert answer.status_code == 413
    assert "larger than a megabyte" in answer.text


@pytest.mark.parametrize("path", ["check", "tours.csv", "try"])
@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://elsewhere.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_only_our_own_pages_may_send(client: FlaskClient, path: str, headers: dict[str, str]) -> None:
    answer = client.post(f"/present/make/{path}", data="x", headers=headers)
    assert answer.status_code == 403
    assert "another site" in answer.text


def test_our_own_pages_may_send(client: FlaskClient) -> None:
    for headers in (
        {"Origin": "http://localhost"},
        {"Sec-Fetch-Site": "same-origin", "Origin": "http://behind"},
    ):
        assert client.post("/present/make/tours.csv", json=DRAFT, headers=headers).status_code == 200


def test_other_folders_have_the_page_too(open_folder: Open, tmp_path_factory: pytest.TempPathFactory) -> None:
    base = tmp_path_factory.getbasetemp()
    bare = open_folder(odd_folders.events_only(base / "bare-making"))
    page = bare.get("/present/make")
    assert page.status_code == 200
    assert "Start from a copy of" not in page.text
    strange = open_folder(odd_folders.strange(base / "strange"))
    found = strange.get("/present/make/events?q=taken").get_json()["events"]
    assert odd_folders.SCRIPT in [event["title"] for event in found]
    assert "<script>document" not in strange.get("/present/make").text
