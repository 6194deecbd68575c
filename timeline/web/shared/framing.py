"""Words that frame, marked in quotations: each kind has a line of its own, and a name for those who hear the page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from flask import Flask
from markupsafe import Markup

from timeline.dataset.marks import Mark, marked
from timeline.dataset.schema import MARKS

#: The kinds of marks as a reader is told of them, and the line under each.
KINDS = {"naming": "naming", "act": "act", "blame": "blame", "certainty": "how sure"}
LINES = {"naming": "solid", "act": "double", "blame": "dashed", "certainty": "dotted"}
_MARK = Markup('<mark class="mark-{}" style="--mark: {}">{}{}</mark>')
# Heard, and left out where a reader copies the quotation.
_HEARD = Markup('<span class="visually-hidden" style="user-select: none">{}: </span>')


def add_filters(server: Flask) -> None:
    """Give the templates the filter for a quotation with its marks."""
    server.add_template_filter(framed)
    server.add_template_filter(lambda kind: _MARK.format(kind, LINES[kind], "", KINDS[kind]), "mark_name")


def framed(quotation: str, marks: Sequence[Mark]) -> Markup:
    """The quotation as HTML; the kind of a mark is said where it begins."""
    pieces = []
    for piece in marked(quotation, marks):
        html = Markup("{}").format(piece.text)
        for kind in reversed(piece.kinds):
            heard = _HEARD.format(KINDS[kind]) if kind in piece.begins else Markup("")
            html = _MARK.format(kind, LINES[kind], heard, html)
        pieces.append(html)
    return Markup("").join(pieces)


def counted(marks: Iterable[Mark]) -> list[tuple[str, int]]:
    """How many marks there are of each kind, in the order of the kinds; kinds without one are left out."""
    counts = Counter(mark.kind for mark in marks)
    return [(kind, counts[kind]) for kind in MARKS if counts[kind]]
