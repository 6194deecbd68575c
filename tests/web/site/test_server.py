from __future__ import annotations

import base64
import gzip
import hashlib
import logging
import re
from pathlib import Path

import brotli
import pytest
from flask.testing import FlaskClient

from tests.folders import small_folder
from timeline.loading import load
from timeline.web import create_app
from timeline.web.compare import ids
from timeline.web.links import compare as compare_links

PAGES = ("/", "/?event=kirov-murder", "/list", "/problems", "/nowhere")
ADDRESSES = (*PAGES, "/events.csv", "/health", "/_dash-layout", "/assets/site/favicon.svg", "/bundle/old.js")


def policy_of(client: FlaskClient, address: str) -> dict[str, list[str]]:
    text = client.get(address).headers["Content-Security-Policy"]
    return {name: sources for name, *sources in (part.split() for part in text.split(";"))}


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_answer_carries_the_security_headers(client: FlaskClient, address: str) -> None:
    headers = client.get(address).headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert "geolocation=()" in headers["Permissions-Policy"]
    assert "Server" not in headers
    policy = policy_of(client, address)
    assert policy["default-src"] == ["'self'"]
    assert policy["object-src"] == ["'none'"]
    assert policy["frame-ancestors"] == ["'none'"]
    assert policy["base-uri"] == ["'self'"]


def test_no_source_of_the_policy_is_another_host_or_lets_text_become_code(client: FlaskClient) -> None:
    policy = policy_of(client, "/")
    allowed = {source for sources in policy.values() for source in sources}
    assert not [source for source in allowed if "//" in source or "*" in source]
    scripts = policy["script-src"]
    assert all(source == "'self'" or source.startswith("'sha256-") for source in scripts)


@pytest.mark.parametrize("address", PAGES)
def test_inline_scripts_are_named_by_their_hash_and_nothing_comes_from_elsewhere(
    client: FlaskClient, address: str
) -> None:
    html = client.get(address).text
    allowed = policy_of(client, address)["script-src"]
    inline = re.findall(r"<script(?![^>]*(?:src=|application/json))[^>]*>(.+?)</script>", html, re.DOTALL)
    assert inline
    for script in inline:
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in allowed
    assert not re.search(r"""<[^>]+\son\w+\s*=""", html)
    # Links of the data lead away when they are followed; nothing is fetched from there.
    assert not re.findall(r"""(?:src=|<link[^>]+href=|url\()["']?(?:https?:)?//[^"')]+""", html)


def static_addresses(client: FlaskClient) -> list[str]:
    html = client.get("/").text
    found = re.findall(r"""(?:src=|stylesheet" href=|url\()"([^"]+)""", html)
    assert {address.rsplit(".", 1)[-1] for address in found} == {"js", "css"}
    return found


def test_every_static_file_of_the_page_may_be_kept_for_a_year(client: FlaskClient) -> None:
    for address in static_addresses(client):
        answer = client.get(address)
        assert answer.status_code == 200, address
        assert answer.cache_control.max_age == 365 * 24 * 3600, address
        assert not answer.cache_control.no_cache, address


@pytest.mark.parametrize("address", ["/", "/list", "/problems", "/nowhere", "/_dash-layout"])
def test_pages_and_answers_are_asked_for_anew(client: FlaskClient, address: str) -> None:
    assert client.get(address).headers["Cache-Control"] == "no-cache"


@pytest.mark.parametrize(
    ("method", "expand"), [("gzip", gzip.decompress), ("br", brotli.decompress)], ids=["gzip", "br"]
)
def test_what_is_large_is_compressed_and_says_the_same(
    client: FlaskClient, method: str, expand: type[bytes]
) -> None:
    for address in ["/", "/list", "/events.csv", "/_dash-dependencies", *static_addresses(client)]:
        plain = client.get(address, headers={"Accept-Encoding": "identity"})
        small = client.get(address, headers={"Accept-Encoding": method})
        assert "Content-Encoding" not in plain.headers, address
        if len(plain.data) < 500:
            continue
        assert small.headers["Content-Encoding"] == method, address
        assert "Accept-Encoding" in small.headers["Vary"], address
        assert len(small.data) < 0.8 * len(plain.data), address
        # Every page has a number of its own in the settings for Dash, after everything that is read.
        read = plain.data.partition(b"</main>")[0]
        assert expand(small.data).partition(b"</main>")[0] == read, address


def test_a_first_visit_is_at_most_600_kilobytes(client: FlaskClient) -> None:
    accept = {"Accept-Encoding": "gzip, deflate, br, zstd"}
    sizes = {address: len(client.get(address, headers=accept).data) for address in static_addresses(client)}
    sizes["/"] = len(client.get("/", headers=accept).data)
    # What is left is for the callbacks' answers.
    assert sum(sizes.values()) < 550_000, sizes


def test_a_path_that_is_not_here_answers_404_in_words(client: FlaskClient) -> None:
    for address in ("/nowhere", "/list/", "/persons", "/bundle/0123456789abcdef.js", "/static/x.css"):
        answer = client.get(address)
        assert answer.status_code == 404, address
        assert "This page is not here" in answer.text
        assert "To the timeline" in answer.text


def test_a_method_that_is_not_meant_is_refused_in_words(client: FlaskClient) -> None:
    answer = client.post("/list")
    assert answer.status_code == 405
    assert "This cannot be shown" in answer.text


def test_garbage_for_a_callback_is_refused_without_a_trace(client: FlaskClient) -> None:
    for body in ("garbage", "{}", '{"output": "no-such.thing", "inputs": []}'):
        answer = client.post("/_dash-update-component", data=body, content_type="application/json")
        assert answer.status_code in (400, 500)
        assert "Traceback" not in answer.text
        assert "KeyError" not in answer.text


def test_a_component_file_that_is_not_there_answers_404(client: FlaskClient) -> None:
    for address in ("/_dash-component-suites/nope/x.js", "/_dash-component-suites/dash/nope.js"):
        assert client.get(address).status_code == 404, address


def test_a_fault_of_ours_is_logged_and_shown_calmly(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    server = create_app(load(small_folder(tmp_path))).server

    @server.get("/breaks")
    def breaks() -> str:
        raise RuntimeError("the secret reason")

    with caplog.at_level(logging.ERROR, "timeline"):
        answer = server.test_client().get("/breaks")
    assert answer.status_code == 500
    assert "This did not work" in answer.text
    assert "To the timeline" in answer.text
    assert "secret reason" not in answer.text
    assert "GET /breaks failed" in caplog.text
    assert "the secret reason" in caplog.text


def test_a_callback_that_fails_is_logged_and_changes_nothing(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*_: object) -> str:
        raise RuntimeError("the secret reason")

    client = create_app(load(small_folder(tmp_path))).server.test_client()
    monkeypatch.setattr(compare_links, "read", breaks)
    callbacks = client.get("/_dash-dependencies").json
    [telling] = [callback for callback in callbacks if callback["output"] == f"{ids.BODY}.html"]
    body = {
        "output": telling["output"],
        "outputs": {"id": ids.BODY, "property": "html"},
        "inputs": [{**given, "value": ""} for given in telling["inputs"]],
        "state": [{**given, "value": ""} for given in telling["state"]],
        "changedPropIds": [f"{given['id']}.{given['property']}" for given in telling["inputs"]],
    }
    with caplog.at_level(logging.ERROR, "timeline"):
        answer = client.post("/_dash-update-component", json=body)
    assert answer.json["response"] == {}
    assert "not with you" in answer.json["sideUpdate"]["fault"]["children"]
    assert "the secret reason" in caplog.text


def test_health_is_told(client: FlaskClient) -> None:
    answer = client.get("/health")
    assert (answer.status_code, answer.text) == (200, "OK")
