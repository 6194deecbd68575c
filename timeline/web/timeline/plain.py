"""Pages and files that need no script: the list page by page, the events as a table, what is wrong with the folder."""

from __future__ import annotations

from flask import Flask, Response, render_template, request

from timeline.dataset import Dataset
from timeline.exports.events_csv import events_csv
from timeline.query import links
from timeline.query.filters import mask
from timeline.query.selection import Selection
from timeline.web.links import paths
from timeline.web.timeline.telling import TimelinePages


def add_pages(server: Flask, dataset: Dataset) -> None:
    """Put these pages on the server."""
    pages = TimelinePages(dataset)

    @server.get("/problems")
    def problems() -> str:
        errors = sum(problem.severity == "error" for problem in dataset.problems)
        warnings = len(dataset.problems) - errors
        summary = f"{errors} {_plural('error', errors)}, {warnings} {_plural('warning', warnings)}."
        return render_template("site/problems.html", problems=dataset.problems, summary=summary)

    @server.get(paths.LIST)
    def list_page() -> str:
        given = links.read(_query(), "list")
        reading = Selection.from_given(given, dataset)
        listed = pages.list_page(reading.selection, given.number("page", 1))
        return render_template(
            "timeline/list_page.html", asked=reading.selection, dropped=reading.dropped, list=listed
        )

    @server.get(paths.EVENTS_TABLE)
    def events_table() -> Response:
        asked = pages.read(_query()).selection
        table = events_csv(dataset, mask(dataset, asked))
        answer = Response(table, mimetype="text/csv")
        answer.headers["Content-Disposition"] = "attachment; filename=events.csv"
        return answer


def _query() -> str:
    return request.query_string.decode("utf-8", "replace")


def _plural(word: str, number: int) -> str:
    return word if number == 1 else word + "s"
