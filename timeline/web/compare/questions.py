"""The open questions in words: all of them, and one with its positions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from flask import render_template

from timeline.dataset import Dataset
from timeline.query.filters import mask
from timeline.sources import questions
from timeline.sources.accounts import note_beside
from timeline.sources.questions import Issue
from timeline.sources.voices import repeated_by
from timeline.web.links.compare import View, only_filter, without_columns
from timeline.web.shared.blind import names_of
from timeline.web.shared.filter_form import filter_html


class QuestionPages:
    """Writes the views of one dataset's questions."""

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset

    def all(self, view: View) -> str:
        """Every question about the events of the filter."""
        asked = without_columns(view.selection)
        found: list[dict[str, Any]] = [
            {"issue": issue, "link": view.to(replace(only_filter(asked), question=issue.question_id))}
            for issue in questions.issues(self._dataset, asked)
        ]
        left = mask(self._dataset, asked)
        return render_template(
            "compare/questions.html",
            issues=found,
            names=self._dataset.speakers,
            blind=names_of(self._dataset, view, ()),
            filter=filter_html(self._dataset, view),
            filtered=not left.all(),
            note=self._note(item["issue"] for item in found),
        )

    def one(self, view: View) -> str:
        """One question: the positions, who takes them, who is silent, the record folded."""
        issue = questions.issue(self._dataset, view.selection.question)
        blind = names_of(self._dataset, view, _speaking(issue))
        return render_template(
            "compare/question.html",
            issue=issue,
            view=view,
            blind=blind,
            repeated=repeated_by(self._dataset),
            events=[self._event(view, event_id) for event_id in issue.event_ids],
            note=self._note([issue]),
        )

    def _note(self, shown: Iterable[Issue]) -> str:
        """The scholarly note if somebody who answers one of these accepts the charges in an event that it is about."""
        accounts = self._dataset.accounts
        told = zip(accounts["event_id"], accounts["source_id"], accounts["stance"], strict=True)
        taken = {(event_id, source_id): stance for event_id, source_id, stance in told}
        stances = {
            taken.get((event_id, answer.source_id), "")
            for issue in shown
            for position in issue.positions
            for answer in position.answers
            for event_id in issue.event_ids
        }
        return note_beside(
            self._dataset, (stance for stance in self._dataset.stances if stance.id in stances)
        )

    def _event(self, view: View, event_id: str) -> dict[str, object]:
        event = self._dataset.event(event_id)
        opened = replace(only_filter(view.selection), event=event_id)
        return {
            "title": event["title"],
            "when": str(event["when"]),
            "link": view.to(opened),
            "back": replace(opened, sources=()),
        }


def _speaking(issue: Issue) -> list[str]:
    answers = [answer.source_id for position in issue.positions for answer in position.answers]
    return list(dict.fromkeys([*answers, *(mute.source_id for mute in issue.silent)]))
