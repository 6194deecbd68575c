from __future__ import annotations

import pytest

from timeline.dataset.works import CitedWork, cited_in_cell, cited_in_note, note_parts, note_text


@pytest.mark.parametrize(
    ("cell", "works"),
    [
        ("", ()),
        ("lenoe-2010", (CitedWork("lenoe-2010"),)),
        ("lenoe-2010 ch. 5; getty-1999", (CitedWork("lenoe-2010", "ch. 5"), CitedWork("getty-1999"))),
        (" lenoe-2010   ch. 5 ;; ", (CitedWork("lenoe-2010", "ch. 5"),)),
    ],
)
def test_a_cell_names_works_with_their_places(cell: str, works: tuple[CitedWork, ...]) -> None:
    assert cited_in_cell(cell) == works
    assert cited_in_cell("; ".join(map(str, works))) == works


def test_a_note_names_works_where_its_sentences_end() -> None:
    note = "They were shot [@werth; @conquest, ch. 3]. So it was [in short]. Annulled [@upi]."
    assert list(note_parts(note)) == [
        "They were shot",
        (CitedWork("werth"), CitedWork("conquest", "ch. 3")),
        ". So it was [in short]. Annulled",
        (CitedWork("upi"),),
        ".",
    ]
    assert [work.reference_id for work in cited_in_note(note)] == ["werth", "conquest", "upi"]
    assert note_text(note) == "They were shot. So it was [in short]. Annulled."


@pytest.mark.parametrize("note", ["", "No work.", "[@a]", "An e-mail [to a@b.example]."])
def test_nothing_of_a_note_is_lost(note: str) -> None:
    assert note_text(note) == note.replace("[@a]", "")
