"""The page of the works behind the record: each cited in all styles, with what it vouches for."""

from __future__ import annotations

from flask import Flask, render_template

from timeline.dataset import Dataset
from timeline.exports.citations.citations import cite_work
from timeline.sources.authorities import works

PATH = "/works"


def add_pages(server: Flask, dataset: Dataset) -> None:
    """Put the page on the server; a folder without references says so there."""
    cited = [(work, cite_work(dataset, work.reference_id).forms) for work in works(dataset)]
    titles = dict(zip(dataset.events["event_id"], dataset.events["title"], strict=True))
    asked = dict(zip(dataset.questions["question_id"], dataset.questions["question"], strict=True))

    @server.get(PATH)
    def works_page() -> str:
        return render_template("works/works.html", cited=cited, titles=titles, asked=asked)
