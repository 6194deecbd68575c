"""What is asked for, part by part, and what is left when all is cleared."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.small_tellings import tellings
from timeline.dataset import Dataset
from timeline.query.selection import Selection
from timeline.web.shared.conditions import cleared, conditions

ASKED = Selection(
    people=("kirov", "abel"),
    sources=("wiki",),
    themes=("court",),
    words="plot",
    since="1934",
    until="1936",
    match_all=True,
    told="one",
    perspective="memo",
    beside="wiki",
    lanes="source",
    ghosts=True,
    start="1934-12-01",
    end="1936-01-01",
    event="trial",
    question="who",
)


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return tellings(tmp_path_factory.mktemp("tellings"))


def test_clearing_keeps_the_window_the_lanes_and_the_open_event() -> None:
    kept = Selection(lanes="source", start="1934-12-01", end="1936-01-01", event="trial")
    assert cleared(ASKED) == kept
    assert cleared(Selection()) == Selection()


def test_each_part_is_named_and_taken_away_alone(dataset: Dataset) -> None:
    assert [(part.label, part.without) for part in conditions(dataset, ASKED)] == [
        ("All of: Sergei Kirov", replace(ASKED, people=("abel",))),
        ("All of: Rudolf Abel", replace(ASKED, people=("kirov",))),
        ("Source: The wiki", replace(ASKED, sources=())),
        ("Theme: Court", replace(ASKED, themes=())),
        ("Words: plot", replace(ASKED, words="")),
        ("From 1934", replace(ASKED, since="")),
        ("To 1936", replace(ASKED, until="")),
        ("Told by one only", replace(ASKED, told="")),
        ("As told by Yagoda", replace(ASKED, perspective="")),
        ("Beside it, as told by The wiki", replace(ASKED, beside="")),
    ]
    assert conditions(dataset, Selection(lanes="none", ghosts=True, event="trial")) == []


@pytest.mark.parametrize(
    ("people", "match_all", "kind"),
    [
        (("kirov",), False, "Person: "),
        (("kirov",), True, "Person: "),  # all of one is that one
        (("kirov", "abel"), False, "Person: "),
        (("kirov", "abel"), True, "All of: "),
    ],
)
def test_people_are_asked_for_together_only_where_there_are_two(
    dataset: Dataset, people: tuple[str, ...], match_all: bool, kind: str
) -> None:
    first = conditions(dataset, Selection(people=people, match_all=match_all))[0]
    assert first.label == kind + "Sergei Kirov"
