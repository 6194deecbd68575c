"""What the page asks for by itself: what a filter leaves, for the drawing and in words; the open event; the list.

The page asks as soon as its address says something new (`assets/timeline/asking.js`, `pieces.js`), not by way of a Dash
callback: whoever filters waits for nothing but the answer, and it is answered before Dash stands.
"""

from __future__ import annotations

from typing import Any

from flask import Flask, request

from timeline.drawing.columns import packed
from timeline.drawing.drawing import Drawing, Window
from timeline.query import links
from timeline.query.selection import Reading, Selection
from timeline.web.links.paths import DRAWN, LISTED, PANEL
from timeline.web.timeline.telling import TimelinePages


def add_answers(server: Flask, drawing: Drawing, pages: TimelinePages) -> None:
    """Answer at `/drawn?known=<edition>&span=<first>,<last>&<filter>`; both own keys may be left out.

    The panel of the open event and the first page of the list are asked for by a link of the timeline.
    """

    @server.get(DRAWN)
    def drawn() -> dict[str, Any]:
        given = links.read(request.query_string.decode("utf-8", "replace"), "drawn")
        reading = Selection.from_given(given, pages.dataset)
        return answer(drawing, pages, reading, given.text("known"), window(given.text("span")))

    @server.get(PANEL)
    def panel() -> str:
        return pages.panel_html(pages.read(request.query_string.decode("utf-8", "replace")))

    @server.get(LISTED)
    def listed() -> str:
        return pages.list_page(pages.read(request.query_string.decode("utf-8", "replace")).selection, 1)


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
    found = props(drawing, asked, known, ask)
    if ask is not None:
        return {"drawing": found}
    return {"drawing": found, "result": pages.result(asked), "asked": pages.asked_html(reading)}


def props(drawing: Drawing, asked: Selection, known: str = "", ask: Window | None = None) -> dict[str, Any]:
    """Properties of the drawing by name for a selection; see `answer`."""
    shown, extra, rest = drawing.answer(asked, ask)
    found: dict[str, Any] = {"shown": shown, "extra": extra and packed(extra), "rest": rest}
    found["emphasis"] = "ghost" if asked.ghosts else "hide"
    edition = drawing.edition(asked)
    if edition != known:
        found |= edition_props(drawing, asked)
    return found


def edition_props(drawing: Drawing, asked: Selection) -> dict[str, Any]:
    """Those of them that a whole edition has alike."""
    base = drawing.base(asked)
    return base | {"events": packed(base["events"]), "edition": drawing.edition(asked)}


def window(text: str) -> Window | None:
    """Two day numbers with a comma between; None if it is anything else."""
    first, _, last = text.partition(",")
    try:
        found = float(first), float(last)
    except ValueError:
        return None
    return found if -1e8 < found[0] < found[1] < 1e8 else None
