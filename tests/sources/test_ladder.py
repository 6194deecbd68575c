"""The ladder of a question: its order, what stands on its rungs, and what cannot be true together."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.contest_folder import contest
from timeline.dataset import Dataset
from timeline.query.selection import Selection
from timeline.query.sides import compatible_sides, contradict
from timeline.sources.contested import contest_of, contested
from timeline.sources.ladder import _order, ladder
from timeline.sources.questions import Position


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return contest(tmp_path_factory.mktemp("contest"))


def test_the_ends_contradict_each_other_and_the_rest_stands_between(dataset: Dataset) -> None:
    rungs = ladder(dataset, contest_of(dataset, "heard").issue)
    assert [(rung.position.position, rung.against) for rung in rungs] == [
        ("No", (3,)),
        ("Not asked", (3,)),
        ("Yes", (1, 2)),
    ]


def test_a_rung_has_texts_and_the_voices_in_them(dataset: Dataset) -> None:
    rungs = {rung.position.position: rung for rung in ladder(dataset, contest_of(dataset, "claim").issue)}
    wiki, copy = rungs["The town"].texts
    assert (wiki.speaker, wiki.itself is not None, [voice.speaker for voice in wiki.voices]) == (
        "The wiki",
        True,
        ["A clerk"],
    )
    assert copy.itself is not None
    assert copy.itself.mirror
    [rumoured] = [
        rung for rung in ladder(dataset, contest_of(dataset, "heard").issue) if len(rung.against) == 2
    ]
    [book] = rumoured.texts
    assert book.itself is None, "the book itself says no"
    assert [voice.second_hand for voice in book.voices] == [True]


def test_who_was_behind_the_murder_of_kirov(shipped_dataset: Dataset) -> None:
    rungs = ladder(shipped_dataset, contest_of(shipped_dataset, "nikolaev-alone").issue)
    assert [rung.position.position for rung in rungs] == [
        "For a group of conspirators",
        "The bloc killed him",
        "Names nobody behind him",
        "With Stalin's sanction",
        "Alone",
    ]
    heard = [
        voice.speaker for rung in rungs for text in rung.texts for voice in text.voices if voice.second_hand
    ]
    assert heard == ["Grover Furr", "Robert Conquest", "Alla Kirilina", "Matthew Lenoe"]


def test_everybody_who_answers_stands_on_a_rung(shipped_dataset: Dataset) -> None:
    for found in contested(shipped_dataset, Selection()):
        rungs = ladder(shipped_dataset, found.issue)
        assert {id(rung.position) for rung in rungs} == {id(position) for position in found.issue.positions}
        for number, rung in enumerate(rungs, start=1):
            standing = [
                one.source_id
                for text in rung.texts
                for one in [*([text.itself] if text.itself else []), *text.voices]
            ]
            assert sorted(standing) == sorted(answer.source_id for answer in rung.position.answers)
            assert all(number in rungs[other - 1].against for other in rung.against), "both ways"


@given(sides=st.lists(st.sampled_from("abcdef"), max_size=7), groups=st.lists(st.text("abcdef", min_size=2)))
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_the_order_keeps_every_position_and_parts_the_ends(sides: list[str], groups: list[str]) -> None:
    positions = [Position(f"{side}{number}", (), 0, 0, side) for number, side in enumerate(sides)]
    compatible = compatible_sides("; ".join(" ".join(group) for group in groups))
    order = _order(positions, compatible)
    assert sorted(position.position for position in order) == sorted(it.position for it in positions)
    clash = any(contradict(one, other, compatible) for one in sides for other in sides)
    if clash:
        assert contradict(order[0].side, order[-1].side, compatible)
    else:
        assert order == positions


def test_no_positions_no_rungs(dataset: Dataset, tmp_path: Path) -> None:
    assert ladder(dataset, contest_of(dataset, "nobody").issue) == ()
