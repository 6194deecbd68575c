"""What a filter leaves, as one answer in JSON: for the drawing, and in words.

The page asks as soon as its address says something new (`assets/timeline/asking.js`), not by way of a Dash callback:
whoever filters waits for nothing but the answer.
"""

from __future__ import annotations

from typing import Any

from flask import Flask, request

from timeline.drawing.columns import packed
from timeline.drawing.drawing import Drawing, Window
from timeline.query import links
from timeline.query.selection import Reading, Selection
from timeline.web.links.paths import DRAWN
from timeline.web.timeline.telling import TimelinePages


def add_answers(server: Flask, drawing: Drawing, pages: TimelinePages) -> None:
    """Answer at `/drawn?known=<edition>&span=<first>,<last>&<filter>`; both own keys may be left out."""

    @server.get(DRAWN)
    def drawn() -> dict[str, Any]:
        given = links.read(request.query_string.decode("utf-8", "replace"), "drawn")
        reading = Selection.from_given(given, pages.dataset)
        return answer(drawing, pages, reading, given.text("known"), window(given.text("span")))


def answer(
    drawing: Drawing, pages: TimelinePages, reading: Reading, known: str, ask: Window | None
) -> dict[str, Any]:
    """Properties of the drawing by name, and the words, for a filter.

    Args:
        drawing: draws the dataset
        pages: writes its words
        reading: the filter, as a link asks for it
        known: the edition that the page has; only another one is sent whole
        ask: day numbers between which more detail is wanted; then there are no words, which are the page's already
    """
    asked = reading.selection
    shown, extra, rest = drawing.answer(asked, ask)
    found: dict[str, Any] = {"shown": shown, "extra": extra and packed(extra), "rest": rest}
    found["emphasis"] = "ghost" if asked.ghosts else "hide"
    edition = drawing.edition(asked)
    if edition != known:
        base = drawing.base(asked)
        found |= base | {"events": packed(base["events"]), "edition": edition}
    if ask is not None:
        return {"drawing": found}
    return {"drawing": found, "result": pages.result(asked), "asked": pages.asked_html(reading)}


def window(text: str) -> Window | None:
    """Two day numbers with a comma between; None if it is anything else."""
    first, _, last = text.partition(",")
    try:
        found = float(first), float(last)
    except ValueError:
        return None
    return found if -1e8 < found[0] < found[1] < 1e8 else None
