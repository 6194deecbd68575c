"""The drawings of the page of all sources: what they count, where they lead, what can be taken away."""

from __future__ import annotations

import csv
import io
import re
from html import unescape
from pathlib import Path
from xml.etree import ElementTree

import pytest
from flask.testing import FlaskClient

from tests import odd_folders
from tests.contest_folder import contest
from tests.folders import make_folder
from tests.web.conftest import Open
from tests.web.reading import main_of, text_of
from timeline.dataset import Dataset
from timeline.loading import load
from timeline.sources.agreement import agreement
from timeline.sources.when_said import lines, sayings
from timeline.web.sources.agreement_map import SIGNS, AgreementMap, in_words, numbers, short
from timeline.web.sources.when_drawing import NARROW, WIDE, Shape, when_said

FILES = ("whence", "agreement", "when-said")


@pytest.fixture(scope="module")
def dataset(shipped: Path) -> Dataset:
    return load(shipped)


def cells(html: str) -> dict[tuple[str, str, str], str]:
    """The words of each pair of the maps by (map, one, other); the map of all questions is ""."""
    found = {}
    for label, drawn in re.findall(r'aria-label="(Who agrees with whom[^"]*)"(.*?)</svg>', html, re.DOTALL):
        for pair in re.findall(r'<a href="[^"]+" aria-label="([^"]+)"', drawn):
            names, _, words = unescape(pair).partition(": ")
            one, _, other = names.partition(" and ")
            found[unescape(label).partition(": ")[2], one, other] = words
    return found


def test_the_maps_say_how_two_texts_stand_to_each_other(client: FlaskClient, dataset: Dataset) -> None:
    said = cells(main_of(client, "/sources"))
    assert said["", "Georgian Journal", "ProleWiki"] == (
        "can both be right on 9; contradict each other on 6; only one speaks on 49"
    )
    assert said["The Moscow trials", "Georgian Journal", "ProleWiki"] == (
        "can both be right on 1; contradict each other on 6; only one speaks on 17"
    )
    assert said["", "Wikipedia", "Wikipedia mirror"].startswith("agree on 21; contradict each other on 1")
    assert len([pair for pair in said if not pair[0]]) == 10


def test_a_pair_leads_to_exactly_its_questions(client: FlaskClient, dataset: Dataset) -> None:
    maps = AgreementMap(dataset)
    for row in maps.rows():
        for pair, link in row.cells:
            if pair.all:
                html = main_of(client, link)
                assert html.count('<li class="issue') == pair.all, link
    [row] = [row for row in maps.rows() if (row.one, row.other) == ("georgian-journal", "prolewiki")]
    html = main_of(client, row.cells[0][1])
    assert "Georgian Journal and ProleWiki contradict each other 6" in text_of(html)


def test_signs_and_words_leave_out_what_is_nought(dataset: Dataset) -> None:
    pair = agreement(dataset).pair("georgian-journal", "prolewiki")
    assert numbers(pair) == (0, 9, 6, 49)
    assert short(pair) == "≈ 9  ≠ 6  □ 49"
    assert "agree" not in in_words(pair)


def test_squares_are_as_large_as_their_questions(dataset: Dataset) -> None:
    maps = AgreementMap(dataset)
    root = ElementTree.fromstring(maps.picture(key=False).inline("x", "group"))
    areas = {}
    for link in root.iter("a"):
        frame = next(rect for rect in link.iter("rect") if rect.get("stroke") == "var(--edge)")
        areas[link.get("aria-label", "").partition(": ")[0]] = float(frame.get("width", "0")) ** 2
    pairs = {
        f"{dataset.speaker(one)} and {dataset.speaker(other)}": pair.all
        for one, other, pair in agreement(dataset).pairs()
    }
    most = max(pairs.values())
    for names, area in areas.items():
        assert area == pytest.approx(38**2 * pairs[names] / most, rel=0.01)


def test_every_telling_has_a_symbol(dataset: Dataset) -> None:
    for shape in (WIDE, NARROW):
        root = ElementTree.fromstring(when_said(dataset, shape).inline("x"))
        symbols = {stance.symbol[0] for stance in dataset.stances}
        drawn = sum(len(it.text or "") for it in root.iter("text") if (it.text or " ")[0] in symbols)
        counted = sum(int((it.text or "")[1:]) for it in root.iter("text") if (it.text or "").startswith("+"))
        assert drawn + counted == len(sayings(dataset).event)


@pytest.mark.parametrize("shape", [WIDE, NARROW])
def test_symbols_stay_inside_the_drawing(dataset: Dataset, shape: Shape) -> None:
    picture = when_said(dataset, shape)
    for element in ElementTree.fromstring(picture.inline("x")).iter("text"):
        for x, y in zip(element.get("x", "").split(), element.get("y", "").split(), strict=True):
            assert 0 <= float(x) <= shape.width
            assert 0 <= float(y) <= picture.height


def test_the_table_says_how_long_after(dataset: Dataset) -> None:
    after = {line.source_id: line.after for line in lines(dataset)}
    assert after["rothstein-1950"] == "11 to 16 years"
    assert after["wikipedia"].endswith("years or more")
    assert after["prolewiki"] == "not known"
    assert set(after) == set(dataset.accounts["source_id"]) - {"nobody"}


@pytest.mark.parametrize("name", FILES)
def test_each_drawing_and_its_numbers_can_be_taken_away(client: FlaskClient, name: str) -> None:
    html = main_of(client, "/sources")
    for ending in ("svg", "csv"):
        assert f'href="/sources/{name}.{ending}" download' in html
        answer = client.get(f"/sources/{name}.{ending}")
        assert answer.status_code == 200
        assert f"filename={name}.{ending}" in answer.headers["Content-Disposition"]
    ElementTree.fromstring(client.get(f"/sources/{name}.svg").text)
    rows = list(csv.reader(io.StringIO(client.get(f"/sources/{name}.csv").text.lstrip("\ufeff"))))
    assert len(rows) > 1
    assert {len(row) for row in rows} == {len(rows[0])}


def test_the_numbers_of_the_map_are_those_of_the_csv(client: FlaskClient) -> None:
    rows = list(csv.reader(io.StringIO(client.get("/sources/agreement.csv").text.lstrip("\ufeff"))))
    [row] = [row for row in rows if row[:3] == ["Georgian Journal", "ProleWiki", "The Moscow trials"]]
    assert row[3:] == ["0", "1", "6", "17"]
    assert len(SIGNS) == 4


def test_a_folder_shows_what_it_has(open_folder: Open, tmp_path: Path) -> None:
    small = open_folder(make_folder(tmp_path / "small", events="event_id,start,title\na,1934,A\n"))
    assert "Who has it from whom" not in small.get("/sources").text
    one = tmp_path / "one"
    odd_folders.events_only(one)
    (one / "sources.csv").write_text("source_id,title\nbook,The book\n", "utf-8")
    html = main_of(open_folder(one), "/sources")
    assert "Who has it from whom" in html
    assert "Where they agree" not in html, "one text agrees with nobody"
    assert "When it was said" not in html
    for name in FILES:
        assert open_folder(one).get(f"/sources/{name}.svg").status_code == 200


def test_questions_of_another_subject_have_a_map(open_folder: Open, tmp_path: Path) -> None:
    contest(tmp_path / "fire")
    html = main_of(open_folder(tmp_path / "fire"), "/sources")
    assert (
        cells(html)["", "The wiki", "The copy"]
        == "agree on 2; contradict each other on 1; only one speaks on 0"
    )


def test_of_many_documents_those_that_answer_most_are_drawn(tmp_path: Path) -> None:
    count = 20
    folder = make_folder(
        tmp_path,
        events=[{"event_id": "e", "start": "1934", "title": "E"}],
        sources=[{"source_id": f"s{number}", "title": f"Source {number}"} for number in range(count)],
        questions=[
            {"question_id": f"q{number}", "event_id": "e", "question": "Q?"} for number in range(count)
        ],
        answers=[
            {"question_id": f"q{question}", "source_id": f"s{source}", "position": "Yes"}
            for source in range(count)
            for question in range(count - source)
        ],
    )
    maps = AgreementMap(load(folder))
    assert maps.documents == tuple(f"s{number}" for number in range(12))
    assert maps.left_out == 8
    assert len(maps.table()) == 1 + count * (count - 1) // 2
