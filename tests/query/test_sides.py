from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.query.sides import compatible_sides, contradict, contradicted


@pytest.mark.parametrize(
    ("cell", "one", "other", "found"),
    [
        ("", "a", "b", True),
        ("", "a", "a", False),
        ("a b", "a", "b", False),
        ("a b", "b", "a", False),
        ("a b", "b", "c", True),
        ("a b; b c", "b", "c", False),
        ("a b; b c", "a", "c", True),
        ("a b c", "a", "c", False),
        ("a", "a", "b", True),
    ],
)
def test_sides_contradict_unless_they_are_listed_together(
    cell: str, one: str, other: str, found: bool
) -> None:
    assert contradict(one, other, compatible_sides(cell)) is found


@pytest.mark.parametrize(
    ("witnesses", "cell", "found"),
    [
        ({"a": ["wiki"], "b": ["journal"]}, "", True),
        ({"a": ["wiki"], "b": ["journal"]}, "a b", False),
        ({"a": ["wiki", "journal"]}, "", False),
        # One witness who says both contradicts nobody else.
        ({"a": ["wiki"], "b": ["wiki"]}, "", False),
        ({"a": ["wiki", "journal"], "b": ["wiki"]}, "", True),
        # A side that only hearsay takes has no witness.
        ({"a": ["wiki"], "b": []}, "", False),
        ({}, "", False),
    ],
)
def test_it_takes_two_independent_witnesses(witnesses: dict[str, list[str]], cell: str, found: bool) -> None:
    assert contradicted(witnesses, compatible_sides(cell)) is found


SIDES = st.sampled_from("abcd")


@given(st.lists(st.lists(SIDES, max_size=3), max_size=4), SIDES, SIDES)
def test_what_can_both_be_true_does_not_depend_on_who_is_asked_first(
    groups: list[list[str]], one: str, other: str
) -> None:
    compatible = compatible_sides("; ".join(" ".join(group) for group in groups))
    assert contradict(one, other, compatible) == contradict(other, one, compatible)
    assert not contradict(one, one, compatible)
