"""The result line: how many events there are, and how many of them are told in a perspective."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from tests.small_tellings import plain, tellings
from tests.web.conftest import Open
from timeline.dataset import Dataset
from timeline.drawing.drawing import Drawing
from timeline.drawing.flags import Flag
from timeline.query.selection import Selection
from timeline.web.timeline.telling import TimelinePages


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    folder: Path = tmp_path_factory.mktemp("tellings")
    return tellings(folder)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (Selection(), "6 events"),
        (Selection(people=("kirov",)), "2 of 6 events"),
        (Selection(perspective="wiki"), "4 of 6 events told by The wiki"),
        (Selection(perspective="book"), "1 of 6 events told by The book"),
        (Selection(perspective="book", people=("kirov",)), "2 of 6 events, 0 told by The book"),
        (Selection(perspective="book", words="nothing of the kind"), "0 of 6 events"),
        (Selection(perspective="book", lanes="source"), "6 events"),
        (Selection(beside="wiki"), "4 of 6 events told by The wiki"),
        (
            Selection(perspective="wiki", beside="book", lanes="source"),
            "4 of 6 events told by The wiki, 1 by The book",
        ),
        (
            Selection(perspective="wiki", beside="book", people=("kirov",)),
            "2 of 6 events, 2 told by The wiki, 0 by The book",
        ),
    ],
)
def test_the_result_counts_what_is_left_and_what_of_it_is_told(
    dataset: Dataset, asked: Selection, said: str
) -> None:
    assert TimelinePages(dataset).result(asked) == said


@pytest.mark.parametrize("source", ["wiki", "memo", "note", "mirror", "book", "paper"])
def test_what_is_told_is_what_is_drawn_as_told(dataset: Dataset, source: str) -> None:
    asked = Selection(perspective=source, lanes="none")
    flags = Drawing(dataset).base(asked)["events"]["flags"]
    told = sum(not flag & Flag.SILENT for flag in flags)
    assert TimelinePages(dataset).result(asked).startswith(f"{told} of 6 events told by ")


def entry(html: str, event: str) -> str:
    """The words of an event's line in the list."""
    [found] = [line for line in html.split('<li class="entry">')[1:] if f'data-event="{event}"' in line]
    return " ".join(re.sub(r"<[^>]*>", " ", found.partition('<ul class="entry-tellings">')[0]).split())


def test_each_line_of_the_list_says_by_how_many_it_is_told(client: FlaskClient) -> None:
    html = client.get("/list").text
    assert "told by all five · ≠ contradicted" in entry(html, "kirov-murder")
    assert re.search(r"told by [1-4] of 5", entry(html, "yenukidze-removed"))
    assert html.count("told by none") > 10
    assert "Leonid Nikolaev" in entry(html, "kirov-murder")


def test_a_list_in_one_perspective_is_that_sources_own(client: FlaskClient) -> None:
    said = entry(client.get("/list?as=wikipedia").text, "kirov-murder")
    assert said.startswith("December 1934 the assassination of Sergei Kirov")
    assert "Reports · told by all five" in said
    assert re.search(r"Does not name Leonid Nikolaev.*, though the record does", said)
    assert said.count("Nikolaev") == 1


def test_a_silent_source_is_said_to_be_silent_and_how(client: FlaskClient) -> None:
    html = client.get("/list?as=prolewiki").text
    assert "ProleWiki covers this time and does not mention it." in html


def test_the_panel_shows_the_event_as_the_source_tells_it(client: FlaskClient) -> None:
    html = client.get("/?as=wikipedia&event=kirov-murder").text
    shown = " ".join(re.sub(r"<[^>]*>", " ", html[html.index('id="as-told"') :]).split())
    assert re.search(r"As Wikipedia tells it the assassination of Sergei Kirov December 1934", shown)
    assert "Does not name Leonid Nikolaev" in shown
    assert 'id="as-told"' not in client.get("/?event=kirov-murder").text


def test_a_list_of_events_alone_says_nothing_of_tellers(open_folder: Open, tmp_path: Path) -> None:
    plain(tmp_path)
    html = open_folder(tmp_path).get("/list").text
    assert "told by" not in html
    assert "contradicted" not in html
