"""What the server answers for lessons: the list, the cards, places that are not there, joining."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from tests import odd_folders
from tests.folders import SMALL, small_folder
from tests.web.conftest import Open
from timeline.dataset import Dataset
from timeline.loading import load
from timeline.tours.lessons import minutes
from timeline.tours.tours import tour_named, tours_of
from timeline.web.links import present as present_links
from timeline.web.links.present import Place
from timeline.web.present.cards import Deck
from timeline.web.site.lan import Code, joining, tell_addresses

KIROV = "/present/who-killed-kirov"


@pytest.fixture(scope="module")
def dataset(shipped: Path) -> Dataset:
    return load(shipped)


def seen(text: str) -> str:
    """The card in sight: the only one that is not hidden."""
    cards = re.findall(r'<article class="leaf[^>]*>.*?</article>', text, re.S)
    [card] = [card for card in cards if " hidden>" not in card.split("\n")[0].split(">")[0] + ">"]
    return str(card)


def test_every_tour_is_offered_with_its_question_and_length(client: FlaskClient, dataset: Dataset) -> None:
    text = client.get("/present").text
    for tour in tours_of(dataset):
        assert f'<a href="/present/{tour.tour_id}">' in text
        assert tour.question in text
        assert f"{len(tour.steps)} steps, about {minutes(dataset, tour)} minutes" in text
    assert 'aria-current="page">Present</a>' in text
    assert "All events" in text


def test_a_filter_offers_its_events_first(client: FlaskClient) -> None:
    text = client.get("/present?person=yenukidze&from=1935").text
    assert '<a href="/present/these-events?person=yenukidze&amp;from=1935">These events</a>' in text
    assert "Person: Avel Yenukidze · From 1935" in text
    assert "All events" not in text
    assert "No event is left by this filter." in client.get("/present?q=xylophone").text


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("", "Did Nikolaev kill Kirov alone"),
        ("step=1", "A shot in the Smolny"),
        ("step=1&ask=1", "What will Spartacus Educational say about it?"),
        ("step=1&shown=1", "a young party member, Leonid Nikolayev"),
        ("step=1&others=1", "Also told by Wikipedia, Wikipedia mirror, Christopher Andrew"),
        ("step=8&others=1", "No source here tells this"),
        ("step=1&record=1", "What the record says"),
        ("step=12", "The question again"),
    ],
)
def test_the_card_of_a_place_is_there_before_any_script(client: FlaskClient, query: str, shown: str) -> None:
    answer = client.get(f"{KIROV}?{query}")
    assert answer.status_code == 200
    assert shown in seen(answer.text)
    assert "data-word" not in answer.text


@pytest.mark.parametrize(
    ("query", "shown", "word"),
    [
        ("step=40", "The question again", "There is no step 40: this tour has 11. This is its end."),
        ("step=1&shown=9", "Wikipedia mirror", "Step 1 has 2 tellings to reveal, not 9."),
        ("step=1&shown=2&ask=1", "Wikipedia mirror", "Step 1 has 2 tellings to reveal, not 3."),
        ("step=8&ask=1", "Tried and shot in four weeks", "Step 8 has no telling to reveal, not 1."),
        ("shown=2", "The question", "The question of a tour has nothing to reveal."),
        ("step=one", "The question", "&#39;step&#39; is a whole number, not &#39;one&#39;."),
        ("step=-1", "The question", "&#39;step&#39; is a whole number, not &#39;-1&#39;."),
        ("step=٣", "The question", "whole number"),
        ("step=1&ask=yes", "A shot in the Smolny", "&#39;ask&#39; is 1 or left out"),
        ("step=1&step=2", "A shot in the Smolny", "gives &#39;step&#39; twice"),
        ("colour=red", "The question", "Links know no key &#39;colour&#39;"),
    ],
)
def test_a_place_that_is_not_there_is_clamped_with_a_word(
    client: FlaskClient, query: str, shown: str, word: str
) -> None:
    answer = client.get(f"{KIROV}?{query}")
    assert answer.status_code == 200
    assert shown in seen(answer.text)
    [said] = re.findall(r"data-word>(.*?)</p>", answer.text)
    assert word in said


def test_a_tour_that_is_not_here_is_told_with_the_nearest(client: FlaskClient) -> None:
    for path in (
        "/present/who-killed-kirof",
        "/present/who-killed-kirof/notes",
        "/present/who-killed-kirof/join",
    ):
        answer = client.get(path)
        assert answer.status_code == 404
        assert '<a href="/present/who-killed-kirov">Who killed Kirov?</a>' in answer.text
    assert '<a href="/present">All tours</a>' in client.get("/present/<script>").text


def test_names_are_hidden_without_scripts_too(client: FlaskClient) -> None:
    text = client.get(f"{KIROV}?step=1&shown=1&blind=7").text
    assert 'data-blind="7"' in text
    hidden = re.findall(r'<div class="unnamed">.*?</div>\s*</div>', seen(text), re.S)
    assert hidden
    assert not any("Spartacus" in part for part in hidden)
    assert "blind=7" in re.findall(r'rel="next" href="([^"]*)"', text)[0]


def test_a_source_has_one_letter_through_the_whole_tour(dataset: Dataset) -> None:
    tour = tour_named(dataset, "who-killed-kirov")
    labels: dict[str, set[str]] = {}
    for telling in (telling for slide in Deck(dataset, tour, 3).slides for telling in slide.tellings):
        labels.setdefault(telling.account.source_id, set()).add(telling.label)
    assert all(len(found) == 1 for found in labels.values())
    assert len({label for found in labels.values() for label in found}) == len(labels)
    other = {telling.account.source_id: telling.label for telling in Deck(dataset, tour, 4).evidence()}
    assert any(labels[source] != {label} for source, label in other.items())


def test_the_notes_say_what_is_left_out(open_folder: Open, tmp_path: Path) -> None:
    tours = SMALL["tours"].replace("first-trial", "trial-of-nobody")
    client = open_folder(small_folder(tmp_path, tours=tours))
    word = "Step 2 (“The trial”) is left out: its event is not in this timeline."
    assert word in client.get("/present/murder").text
    assert word in client.get("/present/murder/notes").text
    assert "1 step, about" in client.get("/present").text


def test_a_folder_of_events_alone_presents_them(open_folder: Open, tmp_path: Path) -> None:
    client = open_folder(odd_folders.events_only(tmp_path))
    text = client.get("/present").text
    assert "This folder has no tours.csv." in text
    assert '<a href="/present/these-events">All events</a>' in text
    lesson = client.get("/present/these-events?step=1").text
    assert "The first" in seen(lesson)
    assert 'data-open="scholars"' not in lesson


def test_an_empty_filter_has_a_lesson_that_says_so(client: FlaskClient) -> None:
    answer = client.get("/present/these-events?q=xylophone")
    assert answer.status_code == 200
    assert "data-word>No event is left by the filter.<" in answer.text


def test_strange_texts_stay_texts(open_folder: Open, tmp_path: Path) -> None:
    client = open_folder(odd_folders.strange(tmp_path))
    for path in ("/present", "/present/these-events?step=4&shown=1", "/present/these-events/notes?step=4"):
        text = client.get(path).text
        assert "<script>document" not in text
        assert 'onerror="document' not in text


# Joining


@pytest.mark.parametrize("query", ["step=3&shown=1", "step=2&ask=1", "step=12", "", "step=1&record=1"])
def test_a_short_address_leads_to_the_view_it_was_made_from(client: FlaskClient, query: str) -> None:
    shown = client.get(f"{KIROV}/join?{query}").text
    [path] = re.findall(r'class="join-address">http://localhost(/j/[^<]+)<', shown)
    answer = client.get(path)
    assert answer.status_code == 302
    assert answer.headers["Location"] == (f"{KIROV}?{query}" if query else KIROV)


@pytest.mark.parametrize(
    "code",
    ["0-1-1", "99-1-1", "1-1", "1-1-1x", "1--1", "1-1-1-", "//evil.example", "1-1-1/..", "٣-1-1", "1" * 40],
)
def test_what_is_no_short_address_leads_nowhere(client: FlaskClient, code: str) -> None:
    assert client.get(f"/j/{code}").status_code == 404


def test_a_place_that_is_not_there_is_joined_where_it_is_shown(client: FlaskClient) -> None:
    assert "/j/1-12-0<" in client.get(f"{KIROV}/join?step=999999999").text


def test_a_code_is_read_back_as_it_was_written() -> None:
    for place in (Place(), Place(3, 1), Place(2, 0, "ask"), Place(2, 0, "others"), Place(9, 0, "record")):
        for blind in (None, 7):
            assert Code.read(str(Code(2, place, blind))) == Code(2, place, blind)


def test_others_join_where_the_server_is_reached(client: FlaskClient) -> None:
    flask = client.application
    own = "http://127.0.0.1:8050/"
    assert not joining(flask, own, "/x").reachable
    assert joining(flask, "http://class.example/", "/x").address == "http://class.example/x"
    try:
        tell_addresses(flask, [own, "http://192.0.2.7:8050/"])
        found = joining(flask, own, "/x")
        assert (found.address, found.reachable) == ("http://192.0.2.7:8050/x", True)
        assert joining(flask, "http://class.example/", "/x").address == "http://class.example/x"
        assert found.code.startswith("<svg")
    finally:
        tell_addresses(flask, [])


def test_a_place_is_read_back_as_it_was_written(dataset: Dataset) -> None:
    for place in (Place(), Place(3, 1), Place(2, 1, "ask"), Place(2, 0, "record")):
        asked = present_links.read(place.to_query() + "&blind=4&page=2", dataset)
        assert (asked.place, asked.blind, asked.page, asked.dropped) == (place, 4, 2, ())


def test_a_hidden_source_is_not_given_away_by_the_title_of_its_own_text(client: FlaskClient) -> None:
    page = client.get("/present/who-killed-kirov?blind=1").text
    assert 'Calls it <span class="telling-name" dir="auto">The Kirov Murder</span>' in page
    assert "our words: </span>[the title of its own text]</i>" in page


def test_a_filter_that_leaves_nothing_makes_no_lesson(client: FlaskClient) -> None:
    page = client.get("/present?q=zzzzqq").text
    assert "No event is left by this filter." in page
    assert "/present/these-events" not in page


def test_a_tried_tour_is_sent_again_by_the_browser_that_has_it(client: FlaskClient) -> None:
    page = client.get("/present/make/try?step=1")
    assert page.status_code == 200
    assert "data-try-again" in page.text
