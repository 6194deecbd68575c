"""The people screens in the first HTML, which is all there is without scripts."""

from __future__ import annotations

import csv
import io
import re
from html import unescape
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from tests import odd_folders
from tests.folders import make_folder, small_folder
from tests.web.conftest import Open
from timeline.dataset import Dataset
from timeline.loading import load
from timeline.web.links import people as people_links
from timeline.web.people import lines
from timeline.web.people.drawing import LIFE, LifeDrawing


@pytest.fixture(scope="module")
def dataset(shipped: Path) -> Dataset:
    return load(shipped)


def main_of(client: FlaskClient, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status
    found = re.search(r'<main id="main">.*</main>', answer.text, re.DOTALL)
    assert found
    return found[0]


def text_of(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def shown(html: str) -> list[str]:
    """The people in the rows that are not hidden, in their order."""
    rows = re.findall(r"<tr[^>]* data-words=[^>]*>.*?</tr>", html, re.DOTALL)
    seen = [row for row in rows if " hidden" not in row.split(">")[0]]
    return [re.findall(r'href="/people/([^"]+)"', row)[0] for row in seen]


# Everybody


def test_everybody_stands_under_their_group(client: FlaskClient, dataset: Dataset) -> None:
    html = main_of(client, "/people")
    assert shown(html) == [
        person
        for group in dict.fromkeys(dataset.people["group"])
        for person in dataset.people.loc[dataset.people["group"] == group, "person_id"]
    ]
    headings = re.findall(r'scope="rowgroup" colspan="6">(.*?)</th>', html)
    assert headings == list(dict.fromkeys(dataset.people["group"]))
    assert "■ Executed shot 1937" in text_of(html)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Enukidze", "yenukidze"),
        ("Orjonikidze", "ordzhonikidze"),
        ("Сталин", "stalin"),
        ("ენუქიძე", "yenukidze"),
        ("jagoda", "yagoda"),
        ("Pitakov", "pyatakov"),
    ],
)
def test_a_person_is_found_in_any_spelling(client: FlaskClient, typed: str, found: str) -> None:
    assert found in shown(main_of(client, f"/people?q={typed}"))


def test_evdokimov_finds_both(client: FlaskClient) -> None:
    assert set(shown(main_of(client, "/people?q=evdokimov"))) == {"yefim-yevdokimov", "grigory-yevdokimov"}


def test_who_is_not_here_is_looked_for_elsewhere_and_not_on_the_same_page(client: FlaskClient) -> None:
    html = main_of(client, "/people?q=xylophone")
    assert "Nobody here is spelt like that" in html
    assert '<a href="/find?q=xylophone" data-none="alike">' in html
    assert 'href="/people?q=xylophone"' not in html


@pytest.mark.parametrize("sort", [sort for sort in people_links.SORTS if sort])
def test_everybody_can_be_sorted(client: FlaskClient, dataset: Dataset, sort: str) -> None:
    html = main_of(client, f"/people?sort={sort}")
    order = shown(html)
    assert sorted(order) == sorted(dataset.people["person_id"])
    assert html.count("aria-sort=") == 1
    events = dataset.cast["person_id"].value_counts()
    if sort == "events":
        assert order[0] == events.idxmax()
    if sort == "name":
        assert order.index("yefim-yevdokimov") == order.index("grigory-yevdokimov") + 1


def test_who_is_looked_for_stays_while_sorting(client: FlaskClient) -> None:
    assert "/people?q=kirov&amp;sort=died" in main_of(client, "/people?q=kirov")


def test_what_a_link_asks_in_vain_is_said(client: FlaskClient) -> None:
    said = text_of(main_of(client, "/people?sort=height&q=!&colour=red&q=kirov"))
    assert "'sort' is one of" in said
    assert "no letter or digit" in said
    assert "know no key 'colour'" in said


def test_the_accused_stand_trial_by_trial(client: FlaskClient) -> None:
    said = text_of(main_of(client, "/people"))
    assert "Second Moscow trial: the seventeen 23–30 January 1937" in said
    assert "Karl Radek ten years ◆ Killed in prison 1939" in said
    assert "Ivan Bakayev not told here" in said
    assert "The record: Seventeen: thirteen to death" in said
    assert "Max Shachtman: Over twenty names drawn in not the record's number" in said


# One person


def test_a_person_has_names_fate_and_namesakes(client: FlaskClient) -> None:
    html = main_of(client, "/people/yefim-yevdokimov")
    said = text_of(html)
    for words in ("Yefim Yevdokimov", "Ефим Евдокимов", "1891–1940", "■ Executed shot 1940"):
        assert words in said
    assert "Not to be taken for Grigory Yevdokimov (1884–1936)" in said
    assert 'href="/people/grigory-yevdokimov"' in html


@pytest.mark.slow
def test_every_person_has_a_page(client: FlaskClient, dataset: Dataset) -> None:
    for person, name in zip(dataset.people["person_id"], dataset.people["name"], strict=True):
        html = main_of(client, f"/people/{person}")
        assert f'<h1 tabindex="-1">{name}</h1>' in unescape(html)
        assert "<title>" + name in unescape(client.get(f"/people/{person}").text)


def test_what_each_source_makes_of_yagoda(client: FlaskClient) -> None:
    html = main_of(client, "/people/yagoda")
    by = {
        source: text_of(part)
        for source, part in re.findall(
            r'<article class="portrait" id="by-(.*?)"(.*?)</article>', html, re.DOTALL
        )
    }
    assert "Andrew Rothstein · as prominent Trotskyist (the record: arrested)" in by["prolewiki"]
    assert "as defendant of this trial" in by["prolewiki"]
    assert "The next trial dated March, 1938" in by["spartacus"]
    assert "Writes “Yagoda”" in by["georgian-journal"]
    assert "Rothstein" not in by["spartacus"]
    assert "What scholars hold of the charges" in text_of(html)


def test_a_source_that_is_silent_says_how(client: FlaskClient) -> None:
    html = main_of(client, "/people/trepper")
    said = text_of(html)
    assert "Wikipedia silent: does not reach this time" in said
    assert "ProleWiki silent: covers the time, and no account of it here speaks of this person" in said


@pytest.mark.slow
def test_the_page_leads_on(client: FlaskClient) -> None:
    html = main_of(client, "/people/yagoda")
    for address in ("/?person=yagoda", "/compare?person=yagoda", "/people/yagoda/dossier", "/people/yezhov"):
        assert f'href="{address}"' in html
    assert 'href="/compare?question=yagoda-which-trial"' in html
    assert "/people/yagoda?with=yezhov" in html
    for link in {unescape(found) for found in re.findall(r'href="(/[^"]*)"', html)}:
        assert client.get(link.split("#")[0]).status_code == 200, link


def test_an_unknown_person_is_404_with_the_nearest(client: FlaskClient) -> None:
    for address in ("/people/yagodda", "/people/yagodda/dossier"):
        html = main_of(client, address, 404)
        assert "filed under “yagodda”" in text_of(html)
        assert '<a href="/people/yagoda">Genrikh Yagoda</a>' in html
    assert client.get("/people/" + "x" * 2000).status_code == 404
    assert client.get("/people/%3Cscript%3E").status_code == 404


def box(html: str) -> str:
    """What stands in the box at the head of a page."""
    found = re.search(
        r'<section class="aside close" aria-labelledby="in-short">.*?</section>', html, re.DOTALL
    )
    assert found
    return text_of(found[0])


def test_the_box_is_the_first_thing_after_the_name(client: FlaskClient) -> None:
    html = main_of(client, "/people/yenukidze")
    assert re.search(r"</h1>\s*<section[^>]* aria-labelledby=\"in-short\">", html)
    said = box(html)
    assert "by the record 30 October 1937 ( Conquest 1990 ). No source tells it of this person." in said
    assert "5 names in 2 texts; 3 only through Wikipedia mirror" in said
    assert "Silent: ProleWiki ; Spartacus Educational" in said
    assert (
        "Yenukidze is removed as secretary , when: Wikipedia, which Wikipedia mirror repeats : "
        "February our words: [1935] ; the record: 3 March 1935." in said
    )
    assert "what historians and published documents establish" in said
    assert 'href="/compare?event=yenukidze-removed"' in html


@pytest.mark.parametrize(
    ("person", "words"),
    [
        ("trepper", "One name alone speaks: nobody here could contradict it."),
        ("kirov", "Only hearsay, or one text in itself, contradicts, on 2 points."),
        (
            "tukhachevsky",
            "Were Tukhachevsky and the other commanders guilty? Georgian Journal : A conspirator",
        ),
        ("ryaskin", "Nobody contradicts another: all that they say can be true."),
    ],
)
def test_the_box_says_whether_they_agree(client: FlaskClient, person: str, words: str) -> None:
    assert words in box(main_of(client, f"/people/{person}"))


def test_nothing_of_the_record_stands_in_a_source_s_block_as_the_source_s(client: FlaskClient) -> None:
    html = main_of(client, "/people/yenukidze")
    journal = re.findall(r'id="by-georgian-journal".*?</article>', html, re.DOTALL)[0]
    assert "gives no date (the record: 3 March 1935)" in text_of(journal)
    assert "3 March 1935" not in text_of(journal).replace("(the record: 3 March 1935)", "")
    alone = re.findall(r'<li id="event-conspirators-1934".*?</li>', html, re.DOTALL)[0]
    assert "1934, by Georgian Journal" in text_of(alone)


def test_what_a_mirror_repeats_is_folded(client: FlaskClient) -> None:
    html = main_of(client, "/people/yenukidze")
    mirror = re.findall(r'id="by-wikipedia-mirror".*?</article>', html, re.DOTALL)[0]
    folded = re.findall(r"<details.*?</details>", mirror, re.DOTALL)[0]
    assert "3 accounts that repeat Wikipedia" in text_of(folded)
    assert "removed from the post" in text_of(folded)
    assert "removed from the post" not in text_of(mirror.replace(folded, ""))


def test_questions_say_who_answers(client: FlaskClient) -> None:
    questions = text_of(main_of(client, "/people/yenukidze").partition('id="questions"')[2])
    assert "Georgian Journal: Yes, one of the most active" in questions


def test_a_person_is_cited_and_taken_away(client: FlaskClient) -> None:
    html = main_of(client, "/people/yenukidze")
    taken = text_of(html.partition('id="take-away"')[2])
    assert "Avel Yenukidze (1877–1937)" in taken
    assert "Yenukidze is shot, 30 October 1937 (Conquest 1990)" in taken
    assert "Conquest, Robert. The Great Terror" in taken
    ids = re.findall(r' id="([^"]+)"', main_of(client, "/people/kirov"))
    assert len(ids) == len(set(ids))
    table = client.get("/people/yenukidze/tellings.csv")
    assert table.mimetype == "text/csv"
    rows = list(csv.DictReader(io.StringIO(table.text.removeprefix("\ufeff"))))
    removed = {row["source"]: row for row in rows if row["event_id"] == "yenukidze-removed"}
    assert removed["Wikipedia"]["record_date"] == "3 March 1935"
    assert removed["Wikipedia"]["source_date"] == "February [1935]"
    assert removed["Wikipedia mirror"]["repeats"] == "Wikipedia"
    assert removed["Georgian Journal"]["source_date"] == ""
    assert removed["Georgian Journal"]["source_part"] == "conspirator"
    assert "@book{" in client.get("/people/yenukidze/cited.bib").text
    for name in ("tellings.csv", "cited.bib"):
        assert client.get(f"/people/nobody/{name}").status_code == 404


# Two people


def test_two_people_stand_side_by_side(client: FlaskClient) -> None:
    html = main_of(client, "/people/yagoda?with=yezhov")
    said = text_of(html)
    assert "Genrikh Yagoda and Nikolai Yezhov" in said
    assert "marks the 10 events in which both take part" in said
    assert "Yezhov replaces Yagoda at the NKVD 26 September 1936 removed appointed" in said
    assert 'href="/?person=yagoda&amp;person=yezhov"' in html
    assert "What scholars hold of the charges" in said  # ProleWiki takes them as true
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids))


def test_nobody_stands_beside_a_person_who_is_not_here(client: FlaskClient) -> None:
    said = text_of(main_of(client, "/people/yagoda?with=yezhof&colour=red"))
    assert "No person 'yezhof' here; did you mean Nikolai Yezhov?" in said
    assert "know no key 'colour'" in said
    assert "Nobody is set beside" in text_of(main_of(client, "/people/yagoda?with=yagoda"))


def test_a_pair_gives_the_page_both_names_as_its_title(client: FlaskClient) -> None:
    assert "<title>Genrikh Yagoda and Nikolai Yezhov · " in client.get("/people/yagoda?with=yezhov").text


# The drawing


def test_a_life_is_drawn_in_lanes_by_part(dataset: Dataset) -> None:
    drawn = LifeDrawing(dataset).of("yagoda")
    assert [lane["name"] for lane in drawn.lanes] == [
        "Life",
        "Accused, alleged",
        "Struck",
        "Aimed at",
        "Accuser, judge",
        "Office",
        "Speaks, writes",
        "Meanwhile",
    ]
    own = {drawn.events["id"][place] for place in drawn.shown}
    events = dataset.cast.loc[dataset.cast["person_id"] == "yagoda", "event_id"]
    assert own == {LIFE + "yagoda", *events}
    assert len(drawn.events["id"]) == len(dataset.events) + 1
    labels = dict(zip(drawn.events["id"], drawn.events["label"], strict=True))
    assert labels["yagoda-arrested"] == "arrested · Yagoda is arrested"
    order = list(
        zip([-rank for rank in drawn.events["rank"]], drawn.events["seq"], drawn.events["lane"], strict=True)
    )
    assert order == sorted(order)


def test_shared_events_are_marked_in_both_lanes(dataset: Dataset) -> None:
    drawn = LifeDrawing(dataset).of("yagoda", "yezhov")
    assert [lane["name"] for lane in drawn.lanes] == ["Genrikh Yagoda", "Nikolai Yezhov", "Meanwhile"]
    columns = drawn.events
    marked = [
        (columns["id"][place], columns["lane"][place])
        for place in drawn.shown
        if columns["stance"][place] == 0
    ]
    assert ("yezhov-replaces-yagoda", 0) in marked
    assert ("yezhov-replaces-yagoda", 1) in marked
    assert len(marked) == 20


# Other folders


def test_a_folder_without_people_has_no_place_in_the_menu(open_folder: Open, tmp_path: Path) -> None:
    client = open_folder(odd_folders.events_only(tmp_path))
    assert ">People</a>" not in client.get("/").text
    html = main_of(client, "/people")
    assert "This folder has no people.csv" in text_of(html)
    assert "<table" not in html


def test_a_person_of_whom_little_is_known_has_no_empty_frames(open_folder: Open, tmp_path: Path) -> None:
    folder = make_folder(
        tmp_path,
        events="event_id,start,title,people\na,1934,The first,ann\n",
        people="person_id,name,note\nann,Ann,\nbob,Bob,In no event.\n",
    )
    client = open_folder(folder)
    bob = main_of(client, "/people/bob")
    for empty in ("<table", "<ol", "life-room", "<svg", "in-short"):
        assert empty not in bob
    assert "In no event." in text_of(bob)
    ann = main_of(client, "/people/ann")
    assert re.findall(r'<section aria-labelledby="(.*?)"', ann) == ["events", "take-away"]
    drawn = LifeDrawing(load(folder)).of("bob")
    assert drawn.shown == []
    everybody = main_of(client, "/people")
    assert shown(everybody) == ["ann", "bob"]
    assert "people-group" not in everybody
    assert "trial by trial" not in everybody
    assert text_of(main_of(client, "/people/ann/dossier")).count("Ann") >= 1


def test_strange_text_stays_text(open_folder: Open, tmp_path: Path) -> None:
    client = open_folder(odd_folders.strange(tmp_path))
    for address in ("/people", "/people/somebody", "/people/somebody/dossier"):
        assert "<script>document" not in main_of(client, address)
        assert "<img" not in main_of(client, address)


def test_a_small_folder_with_all_tables(open_folder: Open, tmp_path: Path) -> None:
    client = open_folder(small_folder(tmp_path))
    said = text_of(main_of(client, "/people/kirov?with=nikolaev"))
    assert "1 event with both" in said
    assert "marks the 1 event in which" in said


# Lines


def test_a_life_line_ends_where_the_life_does(dataset: Dataset) -> None:
    from timeline.people.lifelines import life

    axis = lines.axis_of(dataset)
    kirov, stalin = (lines.line(dataset, life(dataset, who), axis) for who in ("kirov", "stalin"))
    assert kirov
    assert stalin
    assert (kirov.left, kirov.ends) == (0.0, True)
    assert 30 < kirov.right < 35  # December 1934 of 1932–1940
    assert (stalin.right, stalin.ends) == (100.0, False)
    places = [mark.place for mark in stalin.marks]
    assert places == sorted(places)
