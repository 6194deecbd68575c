"""The table of keys, and the cases that the scripts of the pages read too (tests/links.json)."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.small_tellings import tellings
from timeline.dataset import Dataset
from timeline.dates import from_day_number
from timeline.drawing.drawing import window_of
from timeline.query import links
from timeline.query.links import KEYS, filter_keys, keys_of, read, written
from timeline.query.selection import Selection

SHARED = json.loads((Path(__file__).resolve().parents[1] / "links.json").read_text(encoding="utf-8"))
SCREENS = sorted({screen for key in KEYS for screen in key.screens})


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return tellings(tmp_path_factory.mktemp("tellings"))


def test_the_axis_of_the_shared_cases_is_the_dataset_s(dataset: Dataset) -> None:
    axis = [from_day_number(day).isoformat() for day in (dataset.first_day, dataset.last_day)]
    assert axis == SHARED["axis"]


@pytest.mark.parametrize("case", SHARED["cases"], ids=lambda case: case["name"])
def test_shared_cases(dataset: Dataset, case: dict[str, Any]) -> None:
    asked = Selection.from_query(case["query"], dataset).selection
    assert asked.to_query() == case["canonical"]
    window = window_of(asked)
    assert (window and [from_day_number(int(day)).isoformat() for day in window]) == case["window"]


@pytest.mark.parametrize("case", SHARED["cases"], ids=lambda case: case["name"])
def test_the_filter_of_a_shared_case_asks_for_the_same_and_is_told_the_same(
    dataset: Dataset, case: dict[str, Any]
) -> None:
    whole, part = (Selection.from_query(case[name], dataset) for name in ("query", "filter"))
    assert part.selection == replace(whole.selection, event="", start="", end="")
    told = [dropped.why for dropped in whole.dropped if dropped.key not in ("event", "start")]
    lost = [dropped.why for dropped in part.dropped if dropped.key != "start"]
    assert lost == told


def test_the_record_is_as_good_as_nobody(dataset: Dataset) -> None:
    reading = Selection.from_query("as=record", dataset)
    assert (reading.selection, reading.dropped) == (Selection(), ())


def test_a_key_stands_in_the_table_once() -> None:
    names = [key.key for key in KEYS]
    assert sorted(set(names)) == sorted(names)
    for screen in SCREENS:
        filled = [key.field for key in keys_of(screen)]
        assert sorted(set(filled)) == sorted(filled), screen


def test_every_field_of_a_selection_has_a_key_and_every_key_of_the_timeline_a_field() -> None:
    assert [key.field for key in keys_of("timeline")] == sorted(
        (field.name for field in fields(Selection)), key=[key.field for key in KEYS].index
    )
    for key in keys_of("timeline"):
        assert key.many == isinstance(getattr(Selection(), key.field), tuple), key
        assert (key.kind == "switch") == isinstance(getattr(Selection(), key.field), bool), key


def test_a_row_of_the_table_fits_its_kind() -> None:
    for key in KEYS:
        assert key.means
        assert set(key.filters) <= set(key.screens), key
        if key.kind == "switch":
            assert len(key.choices) == 2, key
        if key.default and key.choices:
            assert key.default in key.choices, key


def test_screens_choose_events_by_the_filter_and_compare_not_by_its_columns() -> None:
    whole = ("person", "source", "theme", "q", "from", "to", "match", "told")
    assert filter_keys("timeline") == filter_keys("present") == whole
    assert filter_keys("compare") == tuple(key for key in whole if key != "source")
    assert filter_keys("people") == ()


def test_only_the_filter_is_what_the_filter_keys_say(dataset: Dataset) -> None:
    query = SHARED["cases"][1]["query"]
    asked = Selection.from_query(query, dataset).selection.only_filter()
    assert {pair.partition("=")[0] for pair in asked.to_query().split("&")} == set(filter_keys("timeline"))


@pytest.mark.parametrize(
    ("screen", "query", "values"),
    [
        (
            "compare",
            "fold=0&blind=07&kind=&told=one&view=questions",
            {"told": "one", "fold": False, "blind": 7, "view": "questions"},
        ),
        ("compare", "fold=1&reveal=0", {}),
        ("compare", "kind=told-by-all", {"told": "all"}),
        ("source", "kind=disputed", {"told": "disputed"}),
        ("source", "gaps=1&voices=0", {"gaps": True, "voices": False}),
        ("present", "step=3&shown=0&ask=1&page=1", {"step": 3, "ask": True}),
        ("handouts", "column=a&column=b&column=a", {"columns": ("a", "b", "a")}),
        ("people", "q=+a++b+", {"words": "a b"}),
        ("person", "with=kirov", {"beside": "kirov"}),
        ("list", "page=2&person=kirov", {"page": 2, "people": ("kirov",)}),
        ("drawn", "known=theme&span=1,2", {"known": "theme", "span": "1,2"}),
    ],
)
def test_values_by_field(screen: str, query: str, values: dict[str, Any]) -> None:
    assert read(query, screen) == links.Given(values)


@pytest.mark.parametrize(
    ("screen", "query", "why"),
    [
        ("timeline", "step=3", "Links know no key 'step' here."),
        ("person", "person=kirov", "Links know no key 'person' here."),
        ("compare", "revael=1", "Links know no key 'revael'; did you mean 'reveal'?"),
        ("present", "step=one", "'step' is a whole number, not 'one'."),
        ("present", "step=-1", "'step' is a whole number, not '-1'."),
        ("present", "step=²", "'step' is a whole number, not '²'."),
        ("present", "step=1234567890", "'step' is a number of at most 9 digits, not '1234567890'."),
        ("present", "ask=yes", "'ask' is 1 or left out, not 'yes'."),
        ("compare", "fold=2", "'fold' is 0 or left out, not '2'."),
        ("compare", "view=all", "'view' is questions or left out, not 'all'."),
        ("people", "sort=age", "'sort' is one of 'name', 'born', not 'age'."),
        ("source", "gaps=0&gaps=1", "The link gives 'gaps' twice; the first one is used."),
    ],
)
def test_what_is_left_out_is_told(screen: str, query: str, why: str) -> None:
    given = read(query, screen, {"sort": ("", "name", "born")})
    assert [dropped.why for dropped in given.dropped] == [why]
    assert given.values == {}


TEXT = st.text(max_size=20)


def value_of(key: links.Key) -> st.SearchStrategy[links.Value]:
    if key.kind == "switch":
        return st.booleans()
    if key.kind == "number":
        return st.integers(0, 999_999_999)
    if key.many:
        return st.lists(TEXT.filter(bool), max_size=3).map(tuple)
    return st.sampled_from(key.choices) if key.kind == "choice" and key.choices else TEXT


@given(data=st.data(), screen=st.sampled_from(SCREENS))
def test_what_is_written_is_read_back(data: st.DataObject, screen: str) -> None:
    free = {key.key: ["x", "y"] for key in keys_of(screen) if key.kind == "choice" and not key.choices}
    values = {
        key.field: data.draw(st.sampled_from(free[key.key]) if key.key in free else value_of(key))
        for key in keys_of(screen)
    }
    query = written(screen, values)
    again = read(query, screen, free)
    assert again.dropped == ()
    assert written(screen, again.values) == written(
        screen,
        {
            key.field: links.single_spaced(str(values[key.field]))
            if key.kind == "typed"
            else values[key.field]
            for key in keys_of(screen)
        },
    )
