"""What the compare screen says in words, written by Jinja templates: the same for the first HTML and later answers."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from flask import Flask, render_template
from markupsafe import Markup

from timeline.dataset import Dataset
from timeline.query.selection import Selection
from timeline.query.suggestions import Kind, nearest
from timeline.web.compare.event import EventPages
from timeline.web.compare.matrix import MatrixPages
from timeline.web.compare.questions import QuestionPages
from timeline.web.links import compare as compare_links
from timeline.web.links.compare import Asked, View, only_filter
from timeline.web.shared import blind
from timeline.web.site.wording import silence_words

NO_ACCOUNTS = (
    "This folder has no accounts.csv, so that nothing can be laid side by side: its rows say which source tells "
    "which event, when, under which name and how."
)
NO_QUESTIONS = (
    "This folder has no questions.csv, so that no open question can be shown: its rows say what is asked of which "
    "event, and answers.csv what each source answers."
)

NO_ROWS = "The file {name} of this folder has no rows yet: {why}"
_HEADING = re.compile(r"<h1[^>]*>(.*?)</h1>", re.DOTALL)
_ALL: dict[Kind, str] = {"event": "All events", "question": "All open questions"}


def add_filters(server: Flask) -> None:
    """Give the templates the filters that take names out of a text and put a silence into words."""
    server.add_template_filter(silence_words)
    server.add_template_filter(blind.unnamed, "unnamed")
    server.add_template_filter(blind.untitled, "untitled")


class ComparePages:
    """Writes the views of one dataset; what was written for an address is kept for the next who asks the same."""

    def __init__(self, dataset: Dataset) -> None:
        """Keep the dataset, and room for the latest views."""
        self.dataset = dataset
        self._event = EventPages(dataset)
        self._matrix = MatrixPages(dataset)
        self._questions = QuestionPages(dataset)
        self.view_html = lru_cache(maxsize=64)(self._view_html)

    def first_html(self, query: str) -> str:
        """What the first answer shows before any script has run."""
        return render_template("compare/first.html", body=self.view_html(query))

    def title(self, query: str) -> str:
        """What the view is about, as its heading says it."""
        heading = _HEADING.search(self.view_html(query))
        return Markup(heading[1]).striptags() if heading else ""

    def _view_html(self, query: str) -> str:
        asked = compare_links.read(query, self.dataset)
        view, selection = asked.view, asked.view.selection
        missing = next((drop for drop in asked.dropped if drop.key in ("event", "question")), None)
        if missing is not None and not selection.event and not selection.question:
            kind: Kind = "event" if missing.key == "event" else "question"
            return self._page(asked, kind, self._missing(asked.view, kind, missing.value, missing.why))
        if not len(self.dataset.accounts) and not selection.question and not view.view:
            return self._page(
                asked, "whole", self._nothing("Nothing to compare", "accounts.csv", NO_ACCOUNTS)
            )
        if selection.event:
            return self._page(asked, "event", self._event.html(view))
        if (selection.question or view.view) and not len(self.dataset.questions):
            return self._page(
                asked, "questions", self._nothing("No open questions", "questions.csv", NO_QUESTIONS)
            )
        if selection.question:
            return self._page(asked, "question", self._questions.one(view))
        if view.view:
            return self._page(asked, "questions", self._questions.all(view))
        return self._page(asked, "whole", self._matrix.html(view))

    def _page(self, asked: Asked, shown: str, body: str) -> str:
        """The ways to the other views, what could not be followed, and this view."""
        views = self._views(asked.view)
        dropped = [drop for drop in asked.dropped if drop.key not in ("event", "question")]
        if asked.view.selection.event or asked.view.selection.question:
            dropped = list(asked.dropped)
        top = render_template("compare/top.html", views=views, view=shown, asked=asked.view, dropped=dropped)
        return top + body

    def _views(self, view: View) -> dict[str, View | None]:
        """The views of the whole with the same filter; None for what the folder has not."""
        rest = only_filter(view.selection)
        questions = view.to(rest, view="questions") if len(self.dataset.questions) else None
        return {"whole": view.to(rest), "questions": questions}

    def _missing(self, view: View, kind: Kind, typed: str, why: str) -> str:
        near = [
            (replace(view, selection=_opened(view.selection, kind, found.id)), found.name)
            for found in nearest(self.dataset, kind, typed)
        ]
        return render_template(
            "shared/nothing.html",
            heading=f"This {kind} is not here",
            why=why,
            near=near,
            views=[(self._views(view)["questions" if kind == "question" else "whole"], _ALL[kind])],
        )

    def _nothing(self, heading: str, name: str, why: str) -> str:
        if (self.dataset.folder / name).is_file():
            why = NO_ROWS.format(name=name, why=why.partition(": ")[2])
        return render_template("shared/nothing.html", heading=heading, why=why, near=[])


def _opened(selection: Selection, kind: Kind, found: str) -> Selection:
    if kind == "event":
        return replace(selection, event=found)
    return replace(selection, question=found)
