from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.folders import make_folder
from tests.small_tellings import plain, tellings
from timeline.dataset import Dataset
from timeline.dates import day_number, parse
from timeline.drawing.drawing import Drawing
from timeline.exports.handouts.poster import poster
from timeline.loading import load
from timeline.query.selection import Selection


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return tellings(tmp_path_factory.mktemp("tellings"))


def test_a_tour_s_events_carry_the_numbers_of_their_steps_and_all_stances(dataset: Dataset) -> None:
    numbers = {"kirov-murder": [1, 4], "trial": [2]}
    made = poster(dataset, Drawing(dataset), Selection(), numbers)
    assert dict(zip(made["events"]["id"], made["events"]["label"], strict=True)) == {
        "kirov-murder": "1, 4 · Kirov is murdered ●",
        "trial": "2 · The first trial ●◇",
    }


def test_lanes_without_an_event_are_left_out_and_the_rest_stay_with_theirs(dataset: Dataset) -> None:
    made = poster(dataset, Drawing(dataset), Selection(), {"trial": [1], "bloc": [2]})
    assert [lane["name"] for lane in made["lanes"]] == ["Court"]
    assert made["events"]["lane"] == [0, 0]
    whole = poster(dataset, Drawing(dataset), Selection())
    names = [whole["lanes"][lane]["name"] for lane in whole["events"]["lane"]]
    assert dict(zip(whole["events"]["id"], names, strict=True)) == {
        "kirov-murder": "Police",
        "kremlin": "Police",
        "trial": "Court",
        "bloc": "Court",
        "removal": "Other themes",
        "afterwards": "Other themes",
    }


def test_the_axis_runs_from_the_first_event_to_the_last_and_no_open_end_draws_it_out(
    dataset: Dataset,
) -> None:
    def day(text: str) -> int:
        earliest = parse(text).earliest
        assert earliest
        return day_number(earliest)

    first, last = poster(dataset, Drawing(dataset), Selection(), {"kirov-murder": [1], "trial": [2]})[
        "bounds"
    ]
    assert day("September 1934") < first < day("1 December 1934")
    assert day("24 August 1936") < last < day("December 1936")
    alone = poster(dataset, Drawing(dataset), Selection(), {"afterwards": [1]})["bounds"]
    assert alone[1] <= dataset.last_day
    assert alone[0] > day("1938")


@pytest.mark.parametrize(
    ("start", "first", "last"),
    [
        ("1932–1934", "1932-01-01", "1934-12-31"),
        ("before 9 June 1933", "1933-06-08", "1933-06-08"),
        ("since 1 March 1935", "1935-03-01", "1935-03-01"),
        ("before 1932 – 1934", "1931-12-31", "1934-12-31"),  # surely from the last day of 1931 on
        ("1932 – after 1934", "1932-01-01", "1935-01-01"),
    ],
)
def test_an_open_side_ends_where_what_is_known_of_it_ends(
    tmp_path: Path, start: str, first: str, last: str
) -> None:
    events = [{"event_id": "it", "start": start, "title": "It"}]
    small = load(make_folder(tmp_path, toml='title = "T"\nstart = "1900"\nend = "1999"\n', events=events))
    bounds = poster(small, Drawing(small), Selection())["bounds"]
    days = [day_number(date.fromisoformat(day)) for day in (first, last)]
    assert days[0] - bounds[0] == bounds[1] - days[1]  # the same air on both sides
    assert 0 < days[0] - bounds[0] < 400


def test_the_filter_leaves_its_events_and_a_perspective_its_silence(dataset: Dataset) -> None:
    made = poster(dataset, Drawing(dataset), Selection(people=("kirov",), perspective="paper"))
    labels = dict(zip(made["events"]["id"], made["events"]["label"], strict=True))
    assert labels == {"kirov-murder": "the crime", "kremlin": "The Kremlin affair"}
    flags = dict(zip(made["events"]["id"], made["events"]["flags"], strict=True))
    assert (flags["kirov-murder"] & 4, flags["kremlin"] & 4) == (0, 4)


def test_nothing_left_is_an_empty_poster_and_events_alone_are_enough(
    dataset: Dataset, tmp_path: Path
) -> None:
    nothing = poster(dataset, Drawing(dataset), Selection(words="xylophone"))
    assert (nothing["events"], nothing["lanes"]) == ({}, [])
    assert nothing["bounds"] == [dataset.first_day, dataset.last_day]
    bare = plain(tmp_path)
    assert poster(bare, Drawing(bare), Selection())["events"]["label"] == ["The first", "The last"]
