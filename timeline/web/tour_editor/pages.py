"""Make a tour: a page on which a teacher puts steps together, and what it asks the server, which keeps nothing.

The draft lives in the browser (`assets/tour_editor/`). The server finds events, checks a file that is loaded, writes
the file that is downloaded and the lesson that is tried; each is answered and forgotten.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import urlsplit

import numpy as np
from flask import Flask, Response, abort, jsonify, render_template, request
from werkzeug.exceptions import RequestEntityTooLarge

from timeline.dataset import Dataset
from timeline.dataset.problems import shortened
from timeline.query.filters import mask
from timeline.query.selection import Selection, tidy
from timeline.tours.drafts import Loaded, drafts_from, read_tours, rows_of_tours, tidied, tours_csv
from timeline.tours.tours import Step, Tour, tours_from
from timeline.web.present.screen import Presenter
from timeline.web.shared.conditions import conditions

MOST_BYTES = 1_000_000  # of a file or a draft: some two thousand steps with long notes
MOST_FOUND = 12
TOO_LARGE = "This is larger than a megabyte, which no file of tours is. Nothing was changed."
ELSEWHERE = "This was sent from another site, and is not read."
NO_DRAFT = "This is not a draft of tours. Go back to the page on which it was made, and try again."


def add_pages(flask: Flask, dataset: Dataset, presenter: Presenter) -> None:
    """Put the page and its answers on the server."""

    @flask.get("/present/make")
    def make_tour() -> str:
        rows = dataset.tours.to_dict("records")
        copies = drafts_from([{str(name): str(cell) for name, cell in row.items()} for row in rows])
        return render_template("tour_editor/editor.html", copies=_told(dataset, copies), most=MOST_BYTES)

    @flask.get("/present/make/events")
    def find_events() -> Response:
        asked = tidy(Selection(words=request.args.get("q", "")), dataset).selection
        rows = np.flatnonzero(mask(dataset, asked))
        order = np.argsort(-dataset.events["importance"].to_numpy()[rows], kind="stable")[:MOST_FOUND]
        found = dataset.events.iloc[np.sort(rows[order])]
        return jsonify(
            number=int(rows.size),
            events=[_event(event) for event in found.to_dict("records")],
        )

    @flask.post("/present/make/check")
    def check_tours() -> Response:
        loaded = read_tours(dataset, _body())
        return jsonify(tours=_told(dataset, loaded.tours), refused=loaded.refused, problems=_problems(loaded))

    @flask.post("/present/make/tours.csv")
    def download_tours() -> Response:
        tours = tidied(_draft_of(_body()))
        answer = Response(tours_csv(tours), mimetype="text/csv")
        answer.headers["Content-Disposition"] = "attachment; filename=tours.csv"
        # The browser keeps the ids: a tour that is renamed later stays where links lead.
        answer.headers["Tour-Ids"] = " ".join(tour.tour_id for tour in tours)
        return answer

    @flask.post("/present/make/try")
    def try_tour() -> str:
        request.max_form_memory_size = MOST_BYTES
        _refuse_strangers()
        tours = tidied(_draft_of(request.form.get("draft", "").encode("utf-8", "replace")))
        shown = tours_from(dataset, rows_of_tours(tours))
        if not shown or not shown[0].steps:
            abort(400, "This tour has no step yet. Add one, and try again.")
        return presenter.page(shown[0], request.query_string.decode("utf-8", "replace"), draft=True)

    @flask.get("/present/make/try")
    def try_again() -> str:
        """What a reload asks for: the browser, which has the draft, is to send it once more."""
        return render_template("tour_editor/again.html")


def _body() -> bytes:
    """What was sent, if it is of this site and not too large."""
    _refuse_strangers()
    try:
        return request.get_data()
    except RequestEntityTooLarge:
        abort(413, TOO_LARGE)


def _refuse_strangers() -> None:
    """Only our own pages may send, and only so much."""
    request.max_content_length = MOST_BYTES
    site, origin = request.headers.get("Sec-Fetch-Site"), request.headers.get("Origin")
    # Browsers tell the site only over TLS and on the machine itself; in a room there is the origin alone.
    strange = (
        site not in ("same-origin", "none")
        if site
        else bool(origin) and urlsplit(origin).netloc != request.host
    )
    if strange:
        abort(403, ELSEWHERE)
    if (request.content_length or 0) > MOST_BYTES:
        abort(413, TOO_LARGE)


def _draft_of(content: bytes) -> list[Tour]:
    """The tours that the browser sent; whatever else it sent is refused with a word."""
    try:
        sent = json.loads(content)
        return [
            Tour(
                tour_id=_text(tour, "tour_id"),
                name=_text(tour, "name"),
                question=_text(tour, "question"),
                steps=tuple(
                    Step(
                        number,
                        _text(step, "event_id"),
                        _text(step, "heading"),
                        _text(step, "note"),
                        _text(step, "view"),
                    )
                    for number, step in enumerate(tour["steps"], 1)
                ),
            )
            for tour in sent["tours"]
        ]
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        abort(400, NO_DRAFT)


def _text(cells: dict[str, Any], key: str) -> str:
    text = cells.get(key, "")
    if not isinstance(text, str):
        raise TypeError(key)
    return text


def _told(dataset: Dataset, tours: Iterable[Tour]) -> list[dict[str, Any]]:
    """Tours as the page keeps them: each step with the title and date of its event, and its view in words."""
    return [
        {
            "tour_id": tour.tour_id,
            "name": tour.name,
            "question": tour.question,
            "steps": [
                {
                    "heading": step.heading,
                    "note": step.note,
                    "view": step.view,
                    "seen": seen(dataset, step.view),
                    **_event(dataset.event(step.event_id)),
                }
                for step in tour.steps
            ],
        }
        for tour in tours
    ]


def _event(event: Mapping[Any, Any]) -> dict[str, str]:
    return {"event_id": event["event_id"], "title": event["title"], "date": str(event["when"] or "No date")}


def seen(dataset: Dataset, view: str) -> str:
    """A view of the timeline in words: what it filters, whose telling it shows, its lanes, its window."""
    asked = Selection.from_query(view, dataset).selection
    said = [condition.label for condition in conditions(dataset, asked)]
    if asked.lanes != Selection().lanes and not asked.beside:
        said.append("No lanes" if asked.lanes == "none" else f"Lanes by {asked.lanes}")
    if asked.start:
        said.append(f"{asked.start} to {asked.end}")
    return " · ".join(said)


def _problems(loaded: Loaded) -> list[dict[str, Any]]:
    return [
        {
            "severity": problem.severity,
            "file": problem.file,
            "line": problem.line,
            "column": problem.column or "",
            "value": shortened(problem.value or ""),
            "message": problem.message,
            "hint": problem.hint,
        }
        for problem in loaded.problems
    ]
