"""The first HTML, which is all there is for a reader without scripts."""

from __future__ import annotations

import csv
import re
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from tests import odd_folders
from tests.folders import make_folder, small_folder
from tests.web.conftest import Open


class Text(HTMLParser):
    """What a browser without scripts would show, and the tags that it would make."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self.tags: list[str] = []
        self._unseen = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.tags.extend(name for name, _ in attrs if name.startswith("on"))
        self._unseen = tag if tag in ("script", "style", "title") else self._unseen

    def handle_endtag(self, tag: str) -> None:
        self._unseen = "" if tag == self._unseen else self._unseen

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.said.append(data)


def seen(client: FlaskClient, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return " ".join(" ".join(read(answer.text).said).split())


def read(html: str) -> Text:
    text = Text()
    text.feed(html)
    return text


def test_the_first_html_holds_every_event_with_its_date(client: FlaskClient, shipped: Path) -> None:
    said = seen(client, "/")
    with (shipped / "events.csv").open(encoding="utf-8-sig", newline="") as table:
        titles = [" ".join(row["title"].split()) for row in csv.DictReader(table)]
    assert len(titles) > 100
    assert [title for title in titles if title not in said] == []
    assert f"{len(titles)} events" in said
    assert "1 December 1934 Kirov is shot in the Smolny" in said


def test_the_first_event_stands_before_any_script_but_the_one_of_the_theme(client: FlaskClient) -> None:
    html = client.get("/").text
    before = html[: html.index('class="entry"')]
    assert before.count("<script") == 1
    assert "<script src" not in before
    assert "stylesheet" not in before


def test_the_first_html_follows_the_filter_and_opens_the_event(client: FlaskClient) -> None:
    said = seen(client, "/?person=yenukidze&event=yenukidze-shot")
    assert re.search(r"\b\d+ of \d+ events", said)
    assert "Person: Avel Yenukidze" in said
    assert "Clear all" in said
    assert "How the sources tell it" in said
    assert "Nikolaev signs that he belonged" not in said


def test_an_empty_result_offers_what_to_give_up(client: FlaskClient) -> None:
    answer = client.get("/?person=yenukidze&q=xylophone")
    offered = re.search(r'<a href="([^"]+)"[^>]*>the word “xylophone”</a> \((\d+)\)', answer.text)
    assert offered
    assert seen(client, offered[1]).count("events") >= 1
    assert f"{offered[2]} of" in seen(client, offered[1])


@pytest.mark.parametrize(
    ("query", "word"),
    [
        ("person=nobody", "No person 'nobody' here"),
        ("persn=kirov", "Links know no key 'persn'; did you mean 'person'?"),
        ("from=someday", "'someday' was left out"),
        ("event=kirov-murdr", "did you mean Kirov is shot in the Smolny?"),
        ("lanes=colour", "There are no lanes by 'colour'"),
    ],
)
def test_what_a_link_asks_in_vain_is_told_without_scripts_too(
    client: FlaskClient, query: str, word: str
) -> None:
    assert word in seen(client, "/?" + query)


def test_links_in_the_first_html_lead_to_pages_that_are_here(client: FlaskClient) -> None:
    html = client.get("/?person=kirov&event=kirov-murder").text
    inner = {link for link in re.findall(r'href="(/[^"]*)"', html) if "?" in link}
    assert len(inner) > 15
    for link in inner:
        assert client.get(link.replace("&amp;", "&")).status_code == 200, link


def test_the_subject_and_the_sources_stand_in_the_frame(client: FlaskClient) -> None:
    html = client.get("/").text
    assert "<title>The Kremlin Plot and the Great Purge</title>" in html
    assert 'lang="en"' in html
    assert re.search(r'data-footer="Seen on \d+ \w+ \d{4} · Sources: Wikipedia;', html)
    assert 'aria-current="page">Timeline</a>' in html


STRANGE = (
    "/",
    "/?event=long",
    "/?event=script&person=somebody&source=book",
    "/list",
    "/problems",
    "/nowhere",
)


@pytest.mark.parametrize("address", STRANGE)
def test_markup_of_the_data_is_text_on_every_page(
    open_folder: Open, tmp_path_factory: pytest.TempPathFactory, address: str
) -> None:
    client = open_folder(odd_folders.strange(tmp_path_factory.getbasetemp() / "strange"))
    html = client.get(address).text
    text = read(html)
    assert "<script>document.title" not in html
    assert "img" not in text.tags
    assert not [tag for tag in text.tags if tag.startswith("on")]
    assert odd_folders.SCRIPT in "".join(text.said)


def test_markup_of_a_link_is_text(client: FlaskClient) -> None:
    empty = client.get("/", query_string={"q": "<img>xylophone", "person": "yenukidze"}).text
    assert "the word “&lt;img&gt;xylophone”" in empty
    assert "<img" not in empty
    for key in ("q", "person", "from", "event", "lanes", "<script>"):
        html = client.get("/", query_string={key: odd_folders.SCRIPT}).text
        assert "<script>document" not in html
        assert "<img" not in html
    assert "<script>document" not in client.get("/<script>document.title='taken'</script>").text


def test_texts_of_all_kinds_are_shown_whole(
    open_folder: Open, tmp_path_factory: pytest.TempPathFactory
) -> None:
    client = open_folder(odd_folders.strange(tmp_path_factory.getbasetemp() / "strange"))
    said = seen(client, "/")
    for title in odd_folders.TITLES.values():
        assert " ".join(title.split()) in said


def test_a_folder_of_events_alone_has_nothing_that_it_lacks(open_folder: Open, tmp_path: Path) -> None:
    client = open_folder(odd_folders.events_only(tmp_path))
    said = seen(client, "/?event=middle")
    assert "3 events" in said
    assert "The first" in said
    for absent in ("People", "How the sources tell it", "Questions at issue", "Sources:"):
        assert absent not in said


def test_empty_tables_are_as_good_as_none(open_folder: Open, tmp_path: Path) -> None:
    client = open_folder(odd_folders.empty_tables(tmp_path))
    assert "2 events" in seen(client, "/?event=first")
    assert "could not be used" not in seen(client, "/")


def test_only_errors_raise_the_banner(open_folder: Open, tmp_path: Path, shipped: Path) -> None:
    assert "could not be used" not in seen(open_folder(small_folder(tmp_path / "good")), "/")
    warned = make_folder(
        tmp_path / "warned",
        events="event_id,start,title\nfirst,1934,The first\n",
        people="person_id,name\nnobody,In no event\n",
    )
    assert "could not be used" not in seen(open_folder(warned), "/")
    faulty = odd_folders.with_ten_faults(shipped, tmp_path / "ten")
    assert "10 cells or rows of this folder could not be used." in seen(open_folder(faulty), "/")


def test_one_event_is_one_event(open_folder: Open, tmp_path: Path) -> None:
    folder = make_folder(tmp_path, events="event_id,start,title\nonly,1934,The only one\n")
    assert "1 event " in seen(open_folder(folder), "/")


def test_links_between_screens_carry_the_filter_that_both_understand(client: FlaskClient) -> None:
    def menu(address: str) -> list[str]:
        found = re.search(r'<nav class="masthead-screens.*?</nav>', client.get(address).text, re.DOTALL)
        assert found
        return [unescape(link) for link in re.findall(r'href="([^"]*)"', found[0])]

    timeline = "person=kirov&source=spartacus&q=trial"
    assert menu(f"/?{timeline}&event=kirov-murder&lanes=source") == [
        "/",
        "/compare?person=kirov&q=trial",
        "/people",
        "/sources",
        f"/present?{timeline}",
    ]
    asked = "theme=kirov&told=disputed"
    assert menu(f"/compare?source=spartacus&source=prolewiki&{asked}")[0] == f"/?{asked}"
    assert menu("/compare?theme=kirov&kind=disputed")[0] == f"/?{asked}", "as old links have it"
    assert menu("/people?q=kirov")[:2] == ["/", "/compare"], "there the words look for people"
    assert menu("/list?person=kirov&page=1")[1] == "/compare?person=kirov"
    for link in menu("/?q=%22%3E%3Cscript%3E&person=nobody"):
        assert client.get(link).status_code == 200
