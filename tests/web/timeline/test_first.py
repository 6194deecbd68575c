"""What the timeline's page brings: the drawing's data as JSON, whatever texts are in it, and the words beside it."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests import odd_folders
from tests.web.conftest import Open
from timeline.web.site.markup import json_in_html


class Scripts(HTMLParser):
    """The scripts of a page as a browser reads them: id and text of each."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside = tag == "script"
        if self._inside:
            self.found.append((dict(attrs).get("id") or "", ""))

    def handle_endtag(self, tag: str) -> None:
        self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            name, text = self.found[-1]
            self.found[-1] = (name, text + data)


def scripts(client: FlaskClient, address: str) -> list[tuple[str, str]]:
    parser = Scripts()
    parser.feed(client.get(address).text)
    return parser.found


def drawing(client: FlaskClient, query: str = "") -> dict[str, Any]:
    [text] = [text for name, text in scripts(client, f"/?{query}") if name == "first-drawing"]
    found: dict[str, Any] = json.loads(text)
    return found


@pytest.mark.parametrize(
    "query",
    ["", "person=kirov&ghosts=1", "as=prolewiki&lanes=none", "lanes=source&event=kirov-murder", "q=zzz"],
)
def test_the_page_brings_what_it_would_be_answered(client: FlaskClient, query: str) -> None:
    brought = drawing(client, query)
    answer = client.get(f"/drawn?{query}").json
    assert answer
    for name, value in answer["drawing"].items():
        assert brought[name] == value, name
    page = client.get(f"/?{query}").text
    assert answer["result"] in page
    fixed = client.get("/_dash-layout").json
    assert fixed
    assert brought["bounds"][0] < brought["bounds"][1]
    assert [stance["symbol"] for stance in brought["stances"]]


@pytest.fixture
def strange(open_folder: Open, tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    return open_folder(odd_folders.strange(tmp_path_factory.getbasetemp() / "strange"))


@pytest.mark.parametrize(
    "query", ["", "person=somebody&source=book&as=book&lanes=person", "as=book&event=script"]
)
def test_markup_of_the_data_is_text_in_every_word_of_the_page(strange: FlaskClient, query: str) -> None:
    page = strange.get(f"/?{query}").text
    assert "<img" not in page
    assert "<script>document" not in page


def test_text_of_the_data_stays_text(strange: FlaskClient, client: FlaskClient) -> None:
    labels = drawing(strange)["events"]["label"]
    assert odd_folders.SCRIPT in labels
    assert set(odd_folders.TITLES.values()) <= set(labels)
    assert [name for name, _ in scripts(strange, "/")] == [name for name, _ in scripts(client, "/")]


@pytest.mark.parametrize(
    "text",
    [
        "</script><script>alert(1)</script>",
        "<!--<script>",
        "</SCRIPT\n>",
        "\u2028\u2029",
        "&lt;&amp;",
        "'\"\\",
    ],
)
def test_nothing_ends_the_element_around_json(text: str) -> None:
    written = json_in_html({text: [text]})
    assert "<" not in written
    assert json.loads(written) == {text: [text]}


def test_panel_and_list_are_answered_as_the_page_has_them(client: FlaskClient) -> None:
    query = "person=kirov&event=kirov-murder"
    page = client.get(f"/?{query}").text
    panel, listed = client.get(f"/drawn/panel?{query}"), client.get("/drawn/list?person=kirov")
    assert (panel.mimetype, listed.mimetype) == ("text/html", "text/html")
    assert "Kirov is shot" in panel.text
    assert panel.text in page
    assert listed.text in page
    assert client.get("/drawn/panel").text == ""
    assert "did you mean" in client.get("/drawn/panel?event=kirov-murdr").text
