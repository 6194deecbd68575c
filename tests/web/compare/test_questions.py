"""The open questions: most contested first, claims apart, filters, the grid, ladders and their files."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from flask.testing import FlaskClient

from tests.contest_folder import contest
from tests.folders import make_folder
from tests.web.compare.test_compare import hrefs, links_of, table
from tests.web.conftest import Open
from tests.web.reading import main_of, text_of
from timeline.dataset import Dataset
from timeline.loading import load
from timeline.query.selection import Selection
from timeline.sources.contested import Standing, contested
from timeline.web.compare.questions import MOST_DRAWN, NAMES
from timeline.web.links import compare as compare_links
from timeline.web.links.compare import View


@pytest.fixture(scope="module")
def dataset(shipped: Path) -> Dataset:
    return load(shipped)


@pytest.fixture
def fire(open_folder: Open, tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    folder = tmp_path_factory.getbasetemp() / "fire"
    if not folder.exists():
        contest(folder)
    return open_folder(folder)


def asked(html: str) -> list[str]:
    """The ids of the questions that are listed, in their order."""
    listed = re.findall(r'<li class="issue.*?<a href="([^"]+)"', html, re.DOTALL)
    return [link.partition("question=")[2].partition("&")[0] for link in listed]


def sections(html: str) -> dict[str, list[str]]:
    """The questions under each heading."""
    found = re.findall(r'<section aria-labelledby="([^"]+)">(<h2.*?)</section>', html, re.DOTALL)
    return {name: asked(section) for name, section in found}


def ladder_of(html: str) -> list[str]:
    [ladder, *_] = re.findall(r'<ol class="plain ladder">.*?</ol>', html, re.DOTALL)
    return [text_of(rung) for rung in re.findall(r"<li.*?</li>", ladder, re.DOTALL)]


def test_the_most_contested_stand_first_and_claims_under_a_heading_of_their_own(fire: FlaskClient) -> None:
    html = main_of(fire, "/compare?view=questions")
    assert sections(html) == {
        "disputed": ["disputed"],
        "second-hand": ["heard"],
        "itself": ["itself"],
        "open": ["open"],
        "same": ["same"],
        "claim": ["claim"],
        "unanswered": ["nobody"],
    }
    assert "Claims: only one text answers 1" in text_of(html)
    assert "Who paid for it? The town (The wiki; A clerk; The copy)" in text_of(html)


def test_the_shipped_questions_stand_as_contested_as_they_are(client: FlaskClient, dataset: Dataset) -> None:
    found = contested(dataset, Selection())
    html = main_of(client, "/compare?view=questions")
    assert asked(html) == [item.issue.question_id for item in found]
    for standing in Standing:
        count = sum(item.standing is standing for item in found)
        assert f"{NAMES[standing]}: {count}" in text_of(html)


@pytest.mark.parametrize(
    ("query", "left"),
    [
        ("disputed=1", ["disputed"]),
        ("source=letter", ["disputed"]),
        ("person=bruno", ["itself", "claim", "nobody"]),
        ("theme=town&source=wiki", ["itself", "claim"]),
        ("theme=town&disputed=1", []),
    ],
)
def test_the_list_is_filtered_by_person_theme_source_and_dispute(
    fire: FlaskClient, query: str, left: list[str]
) -> None:
    html = main_of(fire, f"/compare?{query}&view=questions")
    assert asked(html) == left
    assert ("No question is asked about these events." in html) == (not left)
    form = re.findall(r'<form.*?role="search" aria-label="Choose questions">.*?</form>', html, re.DOTALL)[0]
    for key, value in (pair.split("=") for pair in query.split("&")):
        [select] = re.findall(rf'<select [^>]*name="{key}".*?</select>', form, re.DOTALL)
        assert f'<option value="{value}" selected>' in select
    assert '<input type="hidden" name="view" value="questions">' in form


def test_a_form_keeps_what_it_has_no_field_for(fire: FlaskClient) -> None:
    html = main_of(fire, "/compare?source=wiki&source=book&q=fire&view=questions&blind=7")
    form = re.findall(r"<form.*?</form>", html, re.DOTALL)[0]
    kept = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]+)">', form))
    assert kept == {"source": "book", "q": "fire", "view": "questions", "blind": "7"}


def test_disputed_is_kept_in_a_link_and_left_on_other_views(dataset: Dataset) -> None:
    view = compare_links.read("disputed=1&view=questions", dataset).view
    assert view == View(view="questions", disputed=True)
    assert compare_links.read(view.to_query(), dataset).view == view
    assert not view.to(view.selection).disputed
    assert "0 or left out" in compare_links.read("disputed=yes", dataset).dropped[0].why.replace(
        "1 or", "0 or"
    )


def test_two_sources_are_shown_by_how_they_stand_to_each_other(fire: FlaskClient) -> None:
    html = main_of(fire, "/compare?source=wiki&source=copy&view=questions")
    assert sections(html) == {"differ": ["itself"], "agree": ["disputed", "claim"]}
    assert "The wiki and The copy agree 2" in text_of(html)
    html = main_of(fire, "/compare?source=book&source=paper&view=questions")
    assert sections(html) == {"compatible": ["heard", "open"], "agree": ["same"], "alone": ["disputed"]}


def test_a_ladder_has_the_names_and_what_cannot_be_true_together(client: FlaskClient) -> None:
    rungs = ladder_of(main_of(client, "/compare?question=nikolaev-alone"))
    assert rungs == [
        "1 For a group of conspirators ≠ cannot be true together with 4, 5 "
        "▪ ProleWiki , in it ▪ Andrew Rothstein , ▫ Grover Furr (at second hand)",
        "2 The bloc killed him ≠ cannot be true together with 4, 5 ▪ ProleWiki",
        "3 Names nobody behind him in Wikipedia mirror ▪ Other Wikipedia articles ; ▪ Georgian Journal ; "
        "▪ Spartacus Educational",
        "4 With Stalin's sanction ≠ cannot be true together with 1, 2, 5 "
        "in ProleWiki ▫ Robert Conquest (at second hand)",
        "5 Alone ≠ cannot be true together with 1, 2, 4 "
        "in ProleWiki ▫ Alla Kirilina (at second hand) , ▫ Matthew Lenoe (at second hand)",
    ]


def test_a_question_says_how_many_speak_and_through_whom(client: FlaskClient) -> None:
    said = text_of(main_of(client, "/compare?question=nikolaev-alone"))
    assert (
        "5 positions. 9 names in 4 texts; 5 only through ProleWiki, 1 through Wikipedia mirror; 4 at second hand. "
        "They contradict each other only at second hand." in said
    )
    assert "independent witness" not in said


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        (
            "claim",
            "1 position. 2 names in 1 text; 1 only through The wiki. Only one text answers: this is a claim.",
        ),
        ("nobody", "No source takes a position."),
        ("same", "1 position. 2 names in 2 texts."),
        ("open", "2 positions. 2 names in 2 texts. They differ, and can be true together."),
        ("itself", "2 positions. 1 name. One source contradicts itself."),
    ],
)
def test_a_verdict_says_how_contested_a_question_is(fire: FlaskClient, question: str, verdict: str) -> None:
    assert verdict in text_of(main_of(fire, f"/compare?question={question}"))


def test_a_badge_agrees_with_the_count_beside_it(fire: FlaskClient, client: FlaskClient) -> None:
    said = text_of(main_of(fire, "/compare?question=itself"))
    assert "repeats The wiki and is counted as The wiki" in said, "its origin answers otherwise"
    said = text_of(main_of(client, "/compare?question=kirov-inquiry"))
    assert "repeats Wikipedia: no second witness" in said


def test_an_event_shows_its_questions_as_ladders(client: FlaskClient) -> None:
    html = main_of(client, "/compare?event=kirov-murder")
    found = re.findall(r'<details class="issue">.*?</details>', html, re.DOTALL)
    assert any("Did Kirov's killer act alone" in text_of(one) and "ladder" in one for one in found)
    assert "/compare?question=nikolaev-alone" in hrefs("".join(found))


def test_blind_reading_hides_who_stands_where(client: FlaskClient, dataset: Dataset) -> None:
    for address in (
        "/compare?question=nikolaev-alone&blind=7",
        "/compare?view=questions&blind=7",
        "/compare/questions?view=questions&blind=7",
        "/compare?source=wikipedia&source=prolewiki&view=questions&blind=7",
    ):
        html = main_of(client, address)
        for name in ("ProleWiki", "Spartacus", "Georgian Journal", "Rothstein in", "Wikipedia", "Kirilina</"):
            assert name not in html, (name, address)
    rungs = ladder_of(main_of(client, "/compare?question=nikolaev-alone&blind=7"))
    assert "Text" in rungs[0]
    assert "whence.svg" not in main_of(client, "/compare?question=nikolaev-alone&blind=7")


def test_the_grid_has_a_row_for_each_question_and_a_cell_for_each_source(
    client: FlaskClient, dataset: Dataset
) -> None:
    html = main_of(client, "/compare/questions?view=questions")
    rows = re.findall(r'<tr><th scope="row">(.*?)</th>(.*?)</tr>', html, re.DOTALL)
    assert len(rows) == len(dataset.questions)
    assert all(cells.count("<td>") == len(dataset.documents) for _, cells in rows)
    [killer] = [cells for name, cells in rows if "act alone" in name]
    assert "For a group of conspirators (and Andrew Rothstein, ▫ Grover Furr)" in text_of(killer)
    assert "Alone (▫ Alla Kirilina, ▫ Matthew Lenoe)" in text_of(killer)
    assert "– not mentioned" in text_of(killer)
    assert ("Back to the questions", "/compare?view=questions") in links_of(html)


def test_the_grid_of_chosen_sources_is_a_file_too(client: FlaskClient) -> None:
    rows = table(
        client, "/compare/questions.csv?source=georgian-journal&source=prolewiki&disputed=1&view=questions"
    )
    assert rows[0][4:] == ["Georgian Journal", "ProleWiki"]
    assert all(
        row[2].startswith("Georgian Journal and ProleWiki") or "Only one" in row[2] for row in rows[1:]
    )


def test_a_ladder_and_its_numbers_can_be_taken_away(client: FlaskClient) -> None:
    rows = table(client, "/compare/ladder.csv?question=nikolaev-alone")
    assert sum(row[5] == "yes" for row in rows[1:]) == 4, "at second hand"
    assert len(rows) == 1 + 10
    for name in ("ladder.svg", "whence.svg"):
        written = client.get(f"/compare/{name}?question=nikolaev-alone").text
        words = " ".join(ElementTree.fromstring(written).itertext())
        assert "Grover Furr" in words
        assert client.get(f"/compare/{name}").status_code == 404


def test_of_very_many_questions_the_first_have_ladders(open_folder: Open, tmp_path: Path) -> None:
    count = MOST_DRAWN + 30
    folder = make_folder(
        tmp_path,
        events=[{"event_id": "e", "start": "1934", "title": "E"}],
        sources=[{"source_id": it, "title": it} for it in ("one", "two")],
        questions=[
            {"question_id": f"q{number}", "event_id": "e", "question": "Q?"} for number in range(count)
        ],
        answers=[
            {"question_id": f"q{number}", "source_id": it, "position": it, "wording": it}
            for number in range(count)
            for it in ("one", "two")
        ],
    )
    html = main_of(open_folder(folder), "/compare?view=questions")
    assert html.count('<ol class="plain ladder">') == MOST_DRAWN
    assert html.count('<li class="issue') == count
    assert "one / two (one; two)" in text_of(html)
