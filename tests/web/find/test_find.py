"""The page that finds anything by name, which is all there is without scripts, and what the field suggests."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from tests import odd_folders
from tests.web.conftest import Open
from tests.web.reading import main_of, text_of
from timeline.web.find.pages import PER_PAGE, SHOWN, SUGGESTED


def links_in(html: str) -> list[str]:
    return [unescape(link) for link in re.findall(r'href="([^"]+)"', html)]


def headings(html: str) -> list[str]:
    """Without how many there are, which the data may change."""
    return [text_of(heading).rstrip("0123456789 ") for heading in re.findall(r"<h2>.*?</h2>", html)]


def test_everything_of_a_name_stands_by_kind_and_every_link_opens(client: FlaskClient) -> None:
    page = main_of(client, "/find?q=Ezhov")
    assert headings(page) == ["People", "Events", "Questions", "Sources", "Works"]
    assert "Nikolai Yezhov Party secretary; head of the NKVD, 1936–1938 · 1895–1940 · also" in text_of(page)
    assert "Yezhov and Frinovsky are shot 4 February 1940, partly confirmed · Moscow" in text_of(page)
    links = links_in(page)
    for link in (
        "/people/yezhov",
        "/?event=yezhov-shot",
        "/compare?question=trial-led-to-terror",
        "/sources/kudrinskikh",
    ):
        assert link in links
    for link in links:
        answer = client.get(link)
        assert answer.status_code == 200, link
        if "#" in link:
            assert f'id="{link.split("#")[1]}"' in answer.text


def test_what_is_not_there_is_said_and_nothing_leads_to_the_same_page(client: FlaskClient) -> None:
    page = main_of(client, "/find?q=xylophone")
    assert "Nothing in this timeline is called “xylophone”." in text_of(page)
    assert links_in(page) == []
    some = main_of(client, "/find?q=Kirov+xylophone")
    assert re.search(r"is called “Kirov xylophone”\. Part of it is: Kirov \(\d\d\)\.", text_of(some))
    assert links_in(some) == ["/find?q=Kirov"]
    near = main_of(client, "/find?q=Tuchatschewski")
    assert "Nothing in this timeline is called “Tuchatschewski”." in text_of(near)
    assert headings(near) == ["People whose names sound like it", "Titles in which a word sounds like it"]
    assert not [link for link in links_in(near) if "q=Tuch" in link and "in=" not in link]


def test_all_of_a_group_is_page_by_page(open_folder: Open, tmp_path_factory: pytest.TempPathFactory) -> None:
    client = open_folder(odd_folders.many(tmp_path_factory.mktemp("many"), PER_PAGE + 50))
    page = main_of(client, "/find?q=event")
    assert page.count("<li") == SHOWN
    assert f"All {PER_PAGE + 50} events" in text_of(page)
    seen: set[str] = set()
    for number in (1, 2, 99):
        page = main_of(client, f"/find?q=event&in=events&page={number}")
        seen |= {link for link in links_in(page) if link.startswith("/?event=")}
        assert f"The {PER_PAGE} before" in text_of(page) or number == 1
    assert len(seen) == PER_PAGE + 50
    assert "Nothing of this kind is called “event”." in text_of(main_of(client, "/find?q=event&in=people"))


def test_what_a_link_asks_in_vain_is_said(client: FlaskClient) -> None:
    said = text_of(main_of(client, "/find?q=!&in=everything&colour=red"))
    assert "no letter or digit to look for" in said
    assert "'in' is one of" in said
    assert "know no key 'colour'" in said
    assert "in any spelling" in text_of(main_of(client, "/find"))


def test_suggestions_are_the_same_in_short(client: FlaskClient) -> None:
    answer = client.get("/find/suggest?q=rosenfeld").get_json()
    assert [group["name"] for group in answer["groups"]] == ["People", "Events", "Questions", "Works"]
    assert answer["said"] == "Found: 3 people, 2 events, 1 question, 1 work."
    kamenev = answer["groups"][0]["things"][2]
    assert kamenev["apart"].endswith(" · 1883–1936 · also Lev Rosenfeld")
    assert kamenev["address"] == "/people/kamenev"
    murder = client.get("/find/suggest?q=kirov+murder").get_json()["groups"][0]["things"][0]
    assert murder["name"] == "Kirov is shot in the Smolny"
    assert murder["apart"].endswith(" · Leningrad · ProleWiki calls it the murder of Sergei Kirov")
    many = client.get("/find/suggest?q=kirov").get_json()["groups"][1]
    assert len(many["things"]) == SUGGESTED
    assert re.fullmatch(r"All \d+ events", many["more"])
    assert client.get(many["address"]).status_code == 200
    nothing = client.get("/find/suggest?q=xylophone").get_json()
    assert nothing == {
        "groups": [],
        "named": 0,
        "said": "Nothing in this timeline is called “xylophone”.",
    }
    assert client.get("/find/suggest").get_json()["said"] == ""


@pytest.mark.parametrize(
    ("address", "fields", "links"),
    [
        ("/", 1, 2),
        ("/list", 1, 2),
        ("/works", 1, 2),
        ("/people/kirov", 1, 2),
        ("/nowhere", 1, 2),
        ("/find", 1, 0),  # its own, and no link to itself
        ("/present/who-killed-kirov", 0, 0),
        ("/present/who-killed-kirov/chart", 0, 0),
        ("/people/yagoda/dossier", 0, 0),
        ("/compare/worksheet?event=kirov-murder", 0, 0),
    ],
)
def test_every_page_that_is_not_to_be_printed_has_one_search(
    client: FlaskClient, address: str, fields: int, links: int
) -> None:
    html = client.get(address).text
    assert html.count('action="/find"') == fields
    assert html.count('href="/find"') == links  # in the menu, and for who has no scripts
    assert html.count('src="/bundle/') == (0 if "worksheet" in address else 1)


def test_markup_is_text(client: FlaskClient, open_folder: Open, tmp_path: Path) -> None:
    assert "<img" not in client.get("/find", query_string={"q": "<img src=x> kirov"}).text
    odd = open_folder(odd_folders.strange(tmp_path / "strange"))
    page = main_of(odd, "/find?q=script")
    assert page.count("<a ") > 2
    assert "<script>document" not in page
    assert "<img" not in page
