"""Files of the page of all sources: each of its drawings as SVG, and its numbers as CSV."""

from __future__ import annotations

from flask import Flask, Response

from timeline.dataset import Dataset
from timeline.dataset.spreadsheet import csv_text
from timeline.sources.transmission import transmission
from timeline.web.shared.svg import answer
from timeline.web.shared.whence import WIDE, whence, whence_rows
from timeline.web.sources import when_drawing
from timeline.web.sources.agreement_map import AgreementMap, short
from timeline.web.sources.when_drawing import when_said


def add_pages(server: Flask, dataset: Dataset) -> None:
    """Put these files on the server, and give the templates what puts a pair's numbers into signs."""
    server.add_template_filter(short, "agreeing")

    @server.get("/sources/whence.svg")
    def whence_svg() -> Response:
        picture = whence(dataset, transmission(dataset), WIDE)
        return answer(picture.file("Who has it from whom", dataset.title), "whence.svg")

    @server.get("/sources/whence.csv")
    def whence_csv() -> Response:
        return answer(csv_text(whence_rows(dataset, transmission(dataset))), "whence.csv")

    @server.get("/sources/agreement.svg")
    def agreement_svg() -> Response:
        return answer(AgreementMap(dataset).file(dataset.title), "agreement.svg")

    @server.get("/sources/agreement.csv")
    def agreement_csv() -> Response:
        return answer(csv_text(AgreementMap(dataset).table()), "agreement.csv")

    @server.get("/sources/when-said.svg")
    def when_said_svg() -> Response:
        picture = when_said(dataset, when_drawing.WIDE)
        return answer(picture.file("When it was said", dataset.title), "when-said.svg")

    @server.get("/sources/when-said.csv")
    def when_said_csv() -> Response:
        return answer(csv_text(when_drawing.table(dataset)), "when-said.csv")
