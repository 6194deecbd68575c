from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.dataset.brackets import has_ours, is_ours, our_words, own_words, pieces


@pytest.mark.parametrize(
    ("text", "own", "ours"),
    [
        ("", "", []),
        ("the murder", "the murder", []),
        ("May [1937]", "May", ["[1937]"]),
        ("On March 26 [1935]", "On March 26", ["[1935]"]),
        ("[the trial that the diplomats attended]", "", ["[the trial that the diplomats attended]"]),
        ("the [first] trial [of 1936]", "the trial", ["[first]", "[of 1936]"]),
        ("an [open bracket", "an [open bracket", []),
        ("a closed] one", "a closed] one", []),
        ("[[twice]]", "[ ]", ["[twice]"]),
    ],
)
def test_what_stands_in_brackets_is_ours(text: str, own: str, ours: list[str]) -> None:
    assert own_words(text) == own
    assert [piece.text for piece in pieces(text) if piece.ours] == ours
    assert is_ours(text) == (bool(text) and not own)


@given(st.text(alphabet="ab [](), "))
def test_nothing_is_lost_or_added(text: str) -> None:
    assert "".join(piece.text for piece in pieces(text)) == text


def test_our_part_is_told_apart() -> None:
    assert our_words("the [first] trial [of 1936]") == "first of 1936"
    assert (has_ours("May [1937]"), has_ours("May")) == (True, False)
