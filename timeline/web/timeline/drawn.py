"""What a filter leaves, as one answer in JSON: for the drawing, and in words.

The page asks as soon as its address says something new (`assets/timeline/asking.js`), not by way of a Dash callback:
whoever filters waits for nothing but the answer.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl

from flask import Flask, request

from timeline.drawing.drawing import Drawing, Window
from timeline.web.timeline.telling import TimelinePages

PATH = "/drawn"
_OWN = ("known", "ask")  # what this address understands beyond the keys of a link


def add_answers(server: Flask, drawing: Drawing, pages: TimelinePages) -> None:
    """Answer at `/drawn?known=<edition>&ask=<first>,<last>&<filter>`; both own keys may be left out."""

    @server.get(PATH)
    def drawn() -> dict[str, Any]:
        own: dict[str, str] = {}
        rest: list[str] = []
        for part in request.query_string.decode("utf-8", "replace").split("&"):
            key = part.partition("=")[0]
            if key in _OWN:
                own |= dict(parse_qsl(part))
            else:
                rest.append(part)
        return answer(drawing, pages, "&".join(rest), own.get("known", ""), window(own.get("ask", "")))


def answer(
    drawing: Drawing, pages: TimelinePages, query: str, known: str, ask: Window | None
) -> dict[str, Any]:
    """Properties of the drawing by name, and the words, for a filter.

    Args:
        drawing: draws the dataset
        pages: writes its words
        query: the filter, as the query string of a link
        known: the edition that the page has; only another one is sent whole
        ask: day numbers between which more detail is wanted; then there are no words, which are the page's already
    """
    reading = pages.read(query)
    asked = reading.selection
    shown, extra, rest = drawing.answer(asked, ask)
    found: dict[str, Any] = {"shown": shown, "extra": extra, "rest": rest}
    found["emphasis"] = "ghost" if asked.ghosts else "hide"
    edition = drawing.edition(asked)
    if edition != known:
        found |= drawing.base(asked) | {"edition": edition}
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
