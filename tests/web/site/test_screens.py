"""Which screen stands at which address, before any real screen is asked."""

from __future__ import annotations

from pathlib import Path

import pytest
from dash import html
from flask.testing import FlaskClient

from tests.folders import small_folder
from timeline.loading import load
from timeline.web.site import server, shell
from timeline.web.site.static_files import StaticFiles


def screen(path: str, name: str = "", item: str = "") -> shell.Screen:
    """A screen that knows one item."""
    return shell.Screen(
        path=path,
        name=name,
        layout=html.Div,
        register=lambda app: None,
        first_html=lambda item, query: f"{path} shows {item} for {query}",
        title=lambda item, query: item.capitalize(),
        missing=lambda asked: (
            None if asked == item else shell.Missing(f"No {asked}.", (("Rome", path + "rome"),))
        ),
    )


@pytest.fixture
def client(tmp_path: Path) -> FlaskClient:
    app = shell.TimelineApp(
        "timeline.web",
        server=server.make_server(),  # type: ignore[arg-type]
        include_assets_files=False,
        title="Towns",
    )
    screens = [screen("/", "Map"), screen("/towns", "Towns"), screen("/towns/", item="rome")]
    shell.add_screens(app, load(small_folder(tmp_path)), StaticFiles(), screens)
    return app.server.test_client()


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("/", "/ shows  for "),
        ("/towns?q=a", "/towns shows  for q=a"),
        ("/towns/rome?q=a", "/towns/ shows rome for q=a"),
    ],
)
def test_an_address_leads_to_its_screen(client: FlaskClient, address: str, shown: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 200
    assert f'<div id="first">{shown}</div>' in answer.text


def test_an_item_gives_the_page_its_title_and_has_its_screen_marked_in_the_menu(client: FlaskClient) -> None:
    text = client.get("/towns/rome").text
    assert "<title>Rome · " in text
    assert '<a href="/towns" aria-current="true">Towns</a>' in text
    assert text.count(" aria-current=") == 1


def test_an_item_that_is_not_here_is_told_with_what_was_meant(client: FlaskClient) -> None:
    answer = client.get("/towns/roma")
    assert answer.status_code == 404
    assert "No roma." in answer.text
    assert '<a href="/towns/rome">Rome</a>' in answer.text


@pytest.mark.parametrize("address", ["/nowhere", "/towns/rome/forum", "/towns//rome", "/map/"])
def test_every_other_address_is_not_here(client: FlaskClient, address: str) -> None:
    assert client.get(address).status_code == 404


def test_a_slash_too_many_leads_where_it_was_meant_to(client: FlaskClient) -> None:
    answer = client.get("/towns/?q=a")
    assert (answer.status_code, answer.headers["Location"]) == (308, "/towns?q=a")
