from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.dataset.marks import Mark, MarkedPiece, marked, marks_in
from timeline.dataset.schema import MARKS

Piece = tuple[str, tuple[str, ...], tuple[str, ...]]


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("", []),
        (" ; ", []),
        ("naming: the bloc", [("naming", "the bloc")]),
        ("naming: the bloc; act : was shot ;", [("naming", "the bloc"), ("act", "was shot")]),
        ("act: he said: shoot", [("act", "he said: shoot")]),
        ("the bloc", [("the bloc", "")]),
    ],
)
def test_a_cell_of_marks_is_read(cell: str, found: list[tuple[str, str]]) -> None:
    assert [(mark.kind, mark.phrase) for mark in marks_in(cell)] == found


@pytest.mark.parametrize(
    ("quotation", "cell", "pieces"),
    [
        ("was shot", "", [("was shot", (), ())]),
        ("was shot", "act: shot", [("was ", (), ()), ("shot", ("act",), ("act",))]),
        ("Was Shot", "act: was shot", [("Was Shot", ("act",), ("act",))]),
        ("was shot", "naming: the bloc", [("was shot", (), ())]),
        # Marks that overlap: each begins once.
        (
            "encouraged the group at Leningrad",
            "naming: the group at Leningrad; blame: encouraged the group",
            [
                ("encouraged ", ("blame",), ("blame",)),
                ("the group", ("naming", "blame"), ("naming",)),
                (" at Leningrad", ("naming",), ()),
            ],
        ),
        # The first place only: an author marks a phrase, not every word like it.
        (
            "a bloc, the bloc",
            "naming: bloc",
            [("a ", (), ()), ("bloc", ("naming",) * 1, ("naming",)), (", the bloc", (), ())],
        ),
        ("a (b)", "act: (b)", [("a ", (), ()), ("(b)", ("act",), ("act",))]),
    ],
)
def test_marks_lie_where_their_words_stand(quotation: str, cell: str, pieces: list[Piece]) -> None:
    assert list(marked(quotation, marks_in(cell))) == [MarkedPiece(*piece) for piece in pieces]


@given(
    quotation=st.text(alphabet="ab ", max_size=12),
    marks=st.lists(st.builds(Mark, st.sampled_from(MARKS), st.text(alphabet="ab ", max_size=3)), max_size=4),
)
def test_nothing_of_a_quotation_is_lost_or_added(quotation: str, marks: list[Mark]) -> None:
    pieces = list(marked(quotation, marks))
    assert "".join(piece.text for piece in pieces) == quotation
    for piece in pieces:
        assert piece.text
        assert set(piece.begins) <= set(piece.kinds)
