"""What the scripts of the pages are handed, on every page the same."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from typing import Any

import pytest
from flask.testing import FlaskClient

from timeline.query.links import KEYS
from timeline.web.links.paths import PATHS
from timeline.web.site import page_data
from timeline.web.site.page_data import page_data_html

ADDRESSES = [
    "/",
    "/list",
    "/compare",
    "/people",
    "/people/kirov",
    "/sources",
    "/sources/prolewiki",
    "/problems",
    "/gone",
    "/present",
    "/present/make",
    "/present/who-killed-kirov",
    "/present/who-killed-kirov/chart",
]


def data_of(client: FlaskClient, address: str) -> Any:
    found = re.findall(
        r'<script type="application/json" id="page-data">(.*?)</script>', client.get(address).text
    )
    assert len(found) == 1
    return json.loads(found[0])


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_page_holds_the_data(client: FlaskClient, address: str) -> None:
    assert data_of(client, address) == json.loads(page_data_html())


def test_the_data_holds_keys_flags_and_words(client: FlaskClient) -> None:
    data = data_of(client, "/")
    assert [key["key"] for key in data["links"]] == [key.key for key in KEYS]
    assert data["flags"]["SILENT"] == 4
    assert set(data["silences"]) | set(data["firmness"]) < {*data["flags"], "NOT_CODED"}
    assert data["silences"]["NO_REACH"] == "does not reach this time"
    assert data["silences"]["NOT_CODED"] == "has not been read for this yet"
    assert data["firmness"]["COMMONLY"] == "commonly given"


def test_nothing_in_the_data_ends_its_element(monkeypatch: pytest.MonkeyPatch) -> None:
    hostile = {"fault": "</script><script>alert(1)"}
    monkeypatch.setattr(page_data, "page_data", lambda: hostile)
    html = page_data_html.__wrapped__()
    assert "<" not in html
    assert json.loads(html) == hostile


@pytest.mark.parametrize("path", PATHS.values())
def test_every_path_leads_somewhere(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == 200


def test_the_themes_are_told_before_the_first_paint(client: FlaskClient) -> None:
    html = client.get("/").text
    assert 'data-themes="light dark projector"' in html
    chosen = re.search(r'<select id="theme".*?</select>', html, re.DOTALL)
    assert chosen
    assert re.findall(r'value="(\w+)">(\w+)<', chosen[0]) == [*page_data.THEMES.items()]


def test_the_data_is_printed_for_what_is_no_page() -> None:
    printed = subprocess.run(
        [sys.executable, "-m", "timeline.web.site.page_data"], capture_output=True, text=True, check=True
    )
    assert json.loads(printed.stdout) == json.loads(page_data_html())
    assert printed.stderr == ""
