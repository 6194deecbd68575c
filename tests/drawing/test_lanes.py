"""Who stands in which lane: each kind against its definition, read from the tables event by event."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.small_tellings import tellings
from timeline.dataset import Dataset
from timeline.drawing.lanes import LAYOUTS, layout_of
from timeline.loading import load
from timeline.query.lanes import KINDS
from timeline.query.selection import Selection

Lanes = list[set[str]]


def by_theme(dataset: Dataset, selection: Selection) -> Lanes:
    themes = dict(zip(dataset.events["event_id"], dataset.events["theme"], strict=True))
    lanes = [{event for event, of in themes.items() if of == theme.id} for theme in dataset.themes]
    return [lane for lane in lanes if lane]


def by_person(dataset: Dataset, selection: Selection) -> Lanes:
    pairs = list(zip(dataset.cast["event_id"], dataset.cast["person_id"], strict=True))
    often = dataset.cast.drop_duplicates(["event_id", "person_id"])["person_id"].value_counts()
    everyone = sorted(dataset.people["person_id"], key=lambda person: -often.get(person, 0))
    return [{event for event, who in pairs if who == person} for person in selection.people or everyone[:10]]


def by_source(dataset: Dataset, selection: Selection) -> Lanes:
    documents = dataset.sources.loc[dataset.sources["quoted_in"] == "", "source_id"]
    return [set(dataset.events["event_id"]) for _ in ("the record", *(selection.sources or documents))]


# A kind of lanes has its definition here.
DEFINITIONS: dict[str, Callable[[Dataset, Selection], Lanes]] = {
    "theme": by_theme,
    "person": by_person,
    "source": by_source,
    "none": lambda dataset, selection: [],
}


def lanes_from_the_tables(dataset: Dataset, selection: Selection) -> Lanes:
    """The events of each lane in order; the last lane has those that stand in no other."""
    lanes = DEFINITIONS[selection.lanes](dataset, selection)
    rest = set(dataset.events["event_id"]).difference(*lanes)
    return [*lanes, rest] if rest else lanes


@pytest.fixture(scope="module", params=["small", "shipped"])
def dataset(
    request: pytest.FixtureRequest, shipped: Path, tmp_path_factory: pytest.TempPathFactory
) -> Dataset:
    return load(shipped) if request.param == "shipped" else tellings(tmp_path_factory.mktemp("tellings"))


def test_every_kind_that_a_link_may_ask_for_is_laid_out_and_no_other() -> None:
    assert list(KINDS) == list(LAYOUTS) == list(DEFINITIONS)


@pytest.mark.parametrize("kind", KINDS)
def test_every_event_stands_where_its_kind_says(dataset: Dataset, kind: str) -> None:
    selection = Selection(lanes=kind)
    lanes, event, lane = LAYOUTS[kind].fill(dataset, selection)
    ids = dataset.events["event_id"].to_numpy(dtype=object)
    drawn = [set(ids[event[lane == place]]) for place in range(len(lanes))]
    assert drawn == lanes_from_the_tables(dataset, selection)


@pytest.mark.parametrize("kind", [name for name in KINDS if name != "none"])
def test_lanes_have_names_and_ids_of_their_own(dataset: Dataset, kind: str) -> None:
    lanes, _, _ = LAYOUTS[kind].fill(dataset, Selection(lanes=kind))
    assert len(lanes) > 1
    assert all(lane.name and lane.color for lane in lanes)
    assert len({lane.id for lane in lanes}) == len(lanes)


def test_chosen_people_and_sources_are_the_lanes(dataset: Dataset) -> None:
    people = tuple(dataset.people["person_id"][:2])
    sources = tuple(dataset.sources["source_id"][1:3])
    asked = {"person": people, "source": sources}
    for kind, layout in LAYOUTS.items():
        selection = Selection(lanes=kind, people=people, sources=sources)
        lanes, _, _ = layout.fill(dataset, selection)
        if kind in asked:
            assert layout.chosen(selection) == tuple(lane.id for lane in lanes if lane.id) == asked[kind]
        else:
            assert lanes == layout.fill(dataset, Selection(lanes=kind))[0]


def test_the_record_stands_above_the_sources_and_tells_nothing_itself(dataset: Dataset) -> None:
    (record, *tellers), _, _ = LAYOUTS["source"].fill(dataset, Selection(lanes="source"))
    assert (record.id, record.name, record.teller) == ("", "The record", False)
    assert [lane.id for lane in tellers if lane.teller] == list(dataset.documents)


def test_two_tellings_are_two_lanes_whatever_else_is_asked_for(dataset: Dataset) -> None:
    above, below = dataset.sources["source_id"][:2]
    for kind in KINDS:
        for perspective in ("", above):
            asked = Selection(lanes=kind, perspective=perspective, beside=below, sources=(above,))
            lanes, event, lane = layout_of(asked).fill(dataset, asked)
            assert [(each.id, each.teller) for each in lanes] == [
                (perspective, bool(perspective)),
                (below, True),
            ]
            assert event[lane == 0].tolist() == event[lane == 1].tolist() == list(range(len(dataset.events)))
