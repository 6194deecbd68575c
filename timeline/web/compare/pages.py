"""Pages and files of the compare screen that need no script: the worksheet and its key, tables, BibTeX."""

from __future__ import annotations

from collections.abc import Callable

from flask import Flask, Response, abort, render_template, request

from timeline.dataset import Dataset
from timeline.dataset.spreadsheet import csv_text
from timeline.exports import worksheets
from timeline.exports.citations.citations import cite
from timeline.sources.accounts import note_beside
from timeline.sources.comparing import compare
from timeline.sources.matrix import matrix
from timeline.web.compare.matrix import columns_of
from timeline.web.links import compare as compare_links
from timeline.web.links.compare import View, without_columns

NO_EVENT = "This page is made from the comparison of one event. Open an event on the compare screen first."


def add_pages(server: Flask, dataset: Dataset) -> None:
    """Put these pages on the server."""

    def asked() -> View:
        return compare_links.read(request.query_string.decode("utf-8", "replace"), dataset).view

    def of_event(make: Callable[[str, tuple[str, ...], bool], str]) -> str:
        view = asked()
        if not view.selection.event:
            abort(404, NO_EVENT)
        return make(view.selection.event, view.selection.sources, view.fold)

    def sheet(template: str) -> str:
        view = asked()
        if not view.selection.event:
            abort(404, NO_EVENT)
        sheets = worksheets.corroboration(dataset, view.selection.event, view.selection.sources, view.fold)
        return render_template("compare/worksheet.html", sheets=sheets, shown=template, view=view)

    @server.get("/compare/worksheet")
    def worksheet() -> str:
        return sheet("blank")

    @server.get("/compare/key")
    def key() -> str:
        return sheet("key")

    @server.get("/compare/table.csv")
    def table_csv() -> Response:
        return _file(
            of_event(lambda event, sources, fold: worksheets.comparison_csv(dataset, event, sources, fold)),
            "comparison.csv",
            "text/csv",
        )

    @server.get("/compare/sources.bib")
    def bibtex() -> Response:
        def entries(event: str, sources: tuple[str, ...], fold: bool) -> str:
            columns = compare(dataset, event, sources, fold).columns
            return "\n".join(cite(dataset, column.source_id).bibtex for column in columns)

        return _file(of_event(entries), "sources.bib", "application/x-bibtex")

    @server.get("/compare/matrix.csv")
    def matrix_csv() -> Response:
        view = asked()
        table = matrix(dataset, without_columns(view.selection), view.sort, columns_of(dataset, view))
        said = table.frame()
        events = dataset.events.iloc[table.rows]
        rows = [
            (event_id, str(when), title, *cells)
            for event_id, when, title, cells in zip(
                table.event_ids, events["when"], events["title"], said.to_numpy().tolist(), strict=True
            )
        ]
        taken = (stance for place, stance in enumerate(dataset.stances) if place in table.codes)
        note = worksheets.note_row(note_beside(dataset, taken))
        head = ("event_id", "date", "title", *table.speakers)
        return _file(csv_text([head, *rows, *note]), "matrix.csv", "text/csv")


def _file(text: str, name: str, mimetype: str) -> Response:
    answer = Response(text, mimetype=mimetype)
    answer.headers["Content-Disposition"] = f"attachment; filename={name}"
    return answer
