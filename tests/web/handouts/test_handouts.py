"""The sheets for a class, as the server writes them."""

from __future__ import annotations

import html
import json
import re

import pytest
from flask.testing import FlaskClient

from tests import odd_folders
from tests.web.conftest import Open
from timeline.dataset import Dataset
from timeline.loading import load
from timeline.web.handouts.pages import css_text

TOUR = "/present/who-killed-kirov"


@pytest.fixture(scope="module")
def dataset(shipped) -> Dataset:  # type: ignore[no-untyped-def]
    return load(shipped)


def text_of(page: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", page)).split())


@pytest.mark.parametrize("kind", ["chart", "key", "cards", "poster"])
def test_every_sheet_names_the_tour_and_leads_to_the_others(client: FlaskClient, kind: str) -> None:
    answer = client.get(f"{TOUR}/{kind}")
    assert answer.status_code == 200
    assert answer.text.count("<h1>") == 1
    assert "<h1>Who killed Kirov?</h1>" in answer.text
    for other in {"chart", "key", "cards", "poster"} - {kind}:
        assert f'href="{TOUR}/{other}"' in answer.text
    assert f'href="{TOUR}"' in answer.text


def test_a_tour_that_is_not_here_is_a_calm_page_with_the_tours_there_are(client: FlaskClient) -> None:
    answer = client.get("/present/who-kiled-kirov/chart")
    assert answer.status_code == 404
    assert f'href="{TOUR}/chart"' in answer.text
    assert client.get(f"{TOUR}/tablecloth").status_code == 404


def test_the_chart_is_blank_and_the_key_is_filled(client: FlaskClient, dataset: Dataset) -> None:
    columns = "?column=spartacus&column=prolewiki"
    blank, key = (client.get(f"{TOUR}/{kind}{columns}").text for kind in ("chart", "key"))
    table = blank[blank.index("<tbody>") : blank.index("</tbody>")]
    assert set(re.findall(r"<td>(.*?)</td>", table)) == {""}
    assert table.count("<td></td>") == 2 * table.count("<tr>")
    for page in (blank, key):
        heads = re.findall(r'<th scope="col">([^<]*?) *<', page)
        assert heads == ["Spartacus Educational", "ProleWiki"]
    told = dataset.accounts[(dataset.accounts["event_id"] == "kirov-murder")]
    for source in ("spartacus", "prolewiki", "rothstein-1950"):
        account = told.loc[told["source_id"] == source, "account"].iloc[0]
        assert account in text_of(key)
        assert account not in text_of(blank)
    assert "Silent: covers this time and does not mention it." in text_of(key)
    steps = dataset.tours[dataset.tours["tour_id"] == "who-killed-kirov"]
    for note in steps["note"]:
        assert " ".join(note.split()) in text_of(key)
        assert " ".join(note.split()) not in text_of(blank)
    asked = dataset.questions[dataset.questions["event_id"].str.contains("kirov-murder")]
    assert all(record in text_of(key) for record in asked["record"])
    assert "As told at step 1." in text_of(key)
    assert "What scholars hold" in key
    assert "What scholars hold" not in blank


def test_students_have_a_line_for_each_thing_to_weigh(client: FlaskClient) -> None:
    page = text_of(client.get(f"{TOUR}/chart").text)
    for line in (
        "My hypothesis before I read",
        "One thing in which they are alike",
        "One difference",
        "What is probable, and why?",
        "My hypothesis now",
    ):
        assert line in page


def test_the_cards_say_who_speaks_when_and_why(client: FlaskClient, dataset: Dataset) -> None:
    page = client.get(f"{TOUR}/cards").text
    shown = set(dataset.tours.loc[dataset.tours["tour_id"] == "who-killed-kirov", "event_id"])
    told = dataset.accounts[dataset.accounts["event_id"].isin(shown)]
    assert page.count('<article class="card-cut">') == len(told)
    words = text_of(page)
    for account, source in zip(told["account"], told["source_id"], strict=True):
        assert " ".join(account.split()) in words
        assert dataset.sources.set_index("source_id").loc[source, "purpose"] in words
    for phrase in "|".join(told["wording"]).split("|"):
        assert phrase.strip() in words


def test_blind_cards_name_nobody_and_the_teacher_has_the_key(client: FlaskClient, dataset: Dataset) -> None:
    page = client.get(f"{TOUR}/cards?blind=77").text
    cards, key = page.split("Key for the teacher", 1)
    sheets = text_of(cards[cards.index('<div class="cards">') :])
    for speaker in ("ProleWiki", "Spartacus", "Georgian Journal", "Rothstein", "Conquest", "Wikipedia"):
        assert speaker not in sheets, speaker
        assert speaker in text_of(key)
    assert "Text A" in sheets
    assert "Text A" in key
    # The same seed is the same sheet, another seed another order.
    assert client.get(f"{TOUR}/cards?blind=77").text == page
    assert client.get(f"{TOUR}/cards?blind=78").text != page


def test_these_filtered_events_make_sheets_too(client: FlaskClient, dataset: Dataset) -> None:
    page = client.get(
        "/present/these-events/chart?person=yenukidze&theme=kremlin&column=wikipedia&column=prolewiki"
    ).text
    assert "Person: Avel Yenukidze" in text_of(page)
    assert re.findall(r'<th scope="col">([^<]*?) *<', page) == ["Wikipedia", "ProleWiki"]
    # A new choice of columns keeps the filter.
    assert '<input type="hidden" name="person" value="yenukidze">' in page
    assert (
        'href="/present/these-events/key?person=yenukidze&amp;theme=kremlin&amp;column=wikipedia&amp;column=prolewiki"'
        in page
    )
    props = poster_props(client.get("/present/these-events/poster?person=yenukidze").text)
    named = dataset.events["people"].str.contains(r"\byenukidze\b")
    assert set(props["events"]["id"]) == set(dataset.events.loc[named, "event_id"])


def test_a_poster_of_very_many_says_how_many_are_not_on_it(
    open_folder: Open, tmp_path_factory: pytest.TempPathFactory
) -> None:
    client = open_folder(odd_folders.many(tmp_path_factory.mktemp("many-handouts"), 6000))
    page = client.get("/present/these-events/poster").text
    drawn = len(poster_props(page)["events"]["id"])
    assert 2000 < drawn < 6000
    assert f"{6000 - drawn:,} further events" in page
    assert "most important of them" not in page
    assert "the 60 most important of them" in client.get("/present/these-events/chart").text


def poster_props(page: str) -> dict:
    found = re.search(r'data-poster="([^"]*)"', page)
    assert found
    props: dict = json.loads(html.unescape(found[1]))
    return props


def test_what_a_link_asks_in_vain_is_named(client: FlaskClient) -> None:
    page = text_of(client.get(f"{TOUR}/chart?column=prolewki&paper=a0&blind=x&colour=red").text)
    for said in ("No source 'prolewki' here.", "not 'a0'", "not 'x'", "Links know no key 'colour'"):
        assert said in page
    five = "&".join(
        f"column={s}" for s in ("wikipedia", "prolewiki", "spartacus", "georgian-journal", "andrew-2018")
    )
    assert "'andrew-2018' is one too many" in text_of(client.get(f"{TOUR}/chart?{five}").text)


def test_other_folders_make_sheets_of_what_they_have(
    open_folder: Open, tmp_path_factory: pytest.TempPathFactory
) -> None:
    base = tmp_path_factory.getbasetemp()
    strange = open_folder(odd_folders.strange(base / "strange"))
    bare = open_folder(odd_folders.events_only(base / "bare-handouts"))
    for kind in ("chart", "key", "cards", "poster"):
        page = strange.get(f"/present/these-events/{kind}").text
        assert "<script>document" not in page
        assert "<img src=x" not in page
        answer = bare.get(f"/present/these-events/{kind}")
        assert answer.status_code == 200
    assert "Source: <span" in bare.get("/present/these-events/chart").text
    assert "no card to cut out" in bare.get("/present/these-events/cards").text
    assert "leaves no event" in bare.get("/present/these-events/chart?q=xylophone").text


def test_no_name_ends_the_style_sheet_in_which_it_stands() -> None:
    assert css_text('a "b" </style>\\') == '"a \\22 b\\22  \\3c \\2f style\\3e \\5c "'
