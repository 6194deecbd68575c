from __future__ import annotations

import pytest

from timeline.dataset.marks import marks_in
from timeline.dataset.schema import MARKS
from timeline.web.shared.framing import KINDS, LINES, counted, framed


def test_every_kind_of_mark_has_a_name_and_a_line_of_its_own() -> None:
    assert tuple(KINDS) == tuple(LINES) == MARKS
    assert len(set(LINES.values())) == len(set(KINDS.values())) == len(MARKS)


@pytest.mark.parametrize(
    ("quotation", "cell", "html"),
    [
        ("was <shot>", "", "was &lt;shot&gt;"),
        (
            "was shot",
            "act: shot",
            'was <mark class="mark-act" style="--mark: double">'
            '<span class="visually-hidden" style="user-select: none">act: </span>shot</mark>',
        ),
        (
            "a > b",
            "certainty: > b",
            'a <mark class="mark-certainty" style="--mark: dotted">'
            '<span class="visually-hidden" style="user-select: none">how sure: </span>&gt; b</mark>',
        ),
    ],
)
def test_a_mark_is_drawn_and_named(quotation: str, cell: str, html: str) -> None:
    assert framed(quotation, marks_in(cell)) == html


def test_marks_that_overlap_are_each_named_once() -> None:
    html = framed(
        "encouraged the group at Leningrad",
        marks_in("naming: the group at Leningrad; blame: encouraged the group"),
    )
    assert html.count("naming: ") == html.count("blame: ") == 1
    assert html.count("<mark") == html.count("</mark>") == 4


def test_marks_are_counted_by_kind() -> None:
    marks = marks_in("certainty: said to; naming: bloc; naming: gang")
    assert counted(marks) == [("naming", 2), ("certainty", 1)]
    assert counted(()) == []
