"""The open questions in words: all of them, the most contested first, and one with its positions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import parse_qsl

from flask import render_template

from timeline.dataset import Dataset
from timeline.query.selection import Selection
from timeline.sources.accounts import note_beside
from timeline.sources.agreement import Relation
from timeline.sources.contested import Contested, Standing, between, contest_of, contested
from timeline.sources.ladder import ladder
from timeline.sources.questions import Issue
from timeline.sources.transmission import answering
from timeline.sources.voices import nested
from timeline.web.links import addresses
from timeline.web.links.compare import View, only_filter, without_columns
from timeline.web.shared.blind import names_of
from timeline.web.shared.conditions import conditions
from timeline.web.shared.filter_form import people_choices
from timeline.web.shared.whence import NARROW, whence

MOST_DRAWN = 200  # questions with a ladder; what is asked after them has a line
_TWO = 2
_ID = "question-id"  # stands in an address for the id of a question

NAMES = {
    Standing.DISPUTED: "Sources contradict each other",
    Standing.SECOND_HAND: "Contradicted only at second hand",
    Standing.ITSELF: "One source contradicts itself",
    Standing.OPEN: "Answers differ and can all be right",
    Standing.SAME: "Texts agree",
    Standing.CLAIM: "Claims: only one text answers",
    Standing.UNANSWERED: "Nobody answers",
}
_MEANS = {
    Standing.DISPUTED: "Answers of independent names that cannot both be true, each in its own words.",
    Standing.SECOND_HAND: "Answers that cannot both be true, but on one side nobody whose own words are printed.",
    Standing.ITSELF: "Two revisions of one text, or two texts of one author, cannot both be true.",
    Standing.OPEN: "Different texts answer differently; none of the answers excludes another.",
    Standing.SAME: "Different texts give the same answer.",
    Standing.CLAIM: "What one text says and no other speaks of is a claim: nobody here confirms or denies it.",
    Standing.UNANSWERED: "Somebody has looked, and found that no source takes a position.",
}


@dataclass(frozen=True)
class Item:
    """One question of the list; `rungs` are its ladder, `positions` the same in a line."""

    question: str
    link: str
    speaking: str
    rungs: Sequence[Any]
    positions: str


@dataclass(frozen=True)
class Group:
    """Questions under one heading; those of `drawn` have a ladder, those of `lines` a line."""

    id: str
    name: str
    means: str
    found: tuple[Contested, ...]
    drawn: tuple[Item, ...] = ()
    lines: tuple[Item, ...] = ()

    @property
    def count(self) -> int:
        """How many questions stand under the heading."""
        return len(self.found)


class QuestionPages:
    """Writes the views of one dataset's questions."""

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset

    def all(self, view: View) -> str:
        """Every question of the filter, the most contested first; of two sources by how these stand to each other."""
        found = asked_of(self._dataset, view)
        blind = names_of(self._dataset, view, ())
        return render_template(
            "compare/questions.html",
            view=view,
            shown=len(found),
            groups=list(self._laid(view, groups_of(self._dataset, view, found))),
            blind=blind,
            filter=self._filter(view),
            filtered=view.disputed or view.selection.only_filter() != Selection(),
            note=self._note(item.issue for item in found),
        )

    def one(self, view: View) -> str:
        """One question: the positions, who takes them, who is silent, the record folded."""
        found = contest_of(self._dataset, view.selection.question)
        issue = found.issue
        blind = names_of(self._dataset, view, _speaking(issue))
        tellers = answering(self._dataset, issue)
        return render_template(
            "compare/question.html",
            issue=issue,
            verdict=_verdict(found, blind.hidden),
            rungs=ladder(self._dataset, issue),
            tellers=tellers,
            whence=whence(self._dataset, tellers, NARROW, "").inline("Who answers, and through whom"),
            view=view,
            blind=blind,
            events=[self._event(view, event_id) for event_id in issue.event_ids],
            note=self._note([issue]),
        )

    def _laid(self, view: View, groups: Iterable[Group]) -> Iterator[Group]:
        """The groups with what is written of each question; names that are hidden are not written."""
        rest = replace(only_filter(without_columns(view.selection)), question=_ID)
        address, left = addresses.compare(view.to(rest)), MOST_DRAWN
        for group in groups:
            ladders = 0 if group.id == Standing.CLAIM and not view.hidden else left
            drawn = [self._item(found, address, True) for found in group.found[:ladders]]
            lines = [self._item(found, address, False, view.hidden) for found in group.found[ladders:]]
            left -= len(drawn)
            yield replace(group, drawn=tuple(drawn), lines=tuple(lines))

    def _item(self, found: Contested, address: str, drawn: bool, hidden: bool = False) -> Item:
        issue = found.issue
        claimed = [position.position for position in issue.positions]
        who = "" if drawn or hidden else "; ".join(self._who(issue))
        return Item(
            question=issue.question,
            link=address.replace(_ID, issue.question_id),
            speaking=str(found.speaking),
            rungs=ladder(self._dataset, issue) if drawn else (),
            positions=" / ".join(claimed) + (f" ({who})" if who else ""),
        )

    def _who(self, issue: Issue) -> list[str]:
        """The names of those who answer, each once."""
        return list(
            dict.fromkeys(answer.speaker for position in issue.positions for answer in position.answers)
        )

    def _filter(self, view: View) -> str:
        asked = view.selection
        rest = replace(
            asked.only_filter(), people=asked.people[1:], themes=asked.themes[1:], sources=asked.sources[1:]
        )
        return render_template(
            "compare/question_filter.html",
            view=view,
            kept=parse_qsl(replace(view, selection=rest, disputed=False).to_query()),
            people=people_choices(self._dataset, asked),
            themes=[(theme.id, theme.name) for theme in self._dataset.themes],
            sources=[]
            if view.hidden
            else [
                (row["source_id"], "\u2003" * int(row["depth"]) + row["speaker"])
                for row in nested(self._dataset)
            ],
            conditions=[
                (condition.label, replace(view, selection=condition.without))
                for condition in conditions(
                    self._dataset, replace(asked, sources=()) if view.hidden else asked
                )
            ],
            cleared=replace(view, selection=Selection(), disputed=False),
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


def asked_of(dataset: Dataset, view: View) -> tuple[Contested, ...]:
    """The questions that a view of the list asks for, the most contested first."""
    asked = view.selection
    return contested(dataset, without_columns(asked), asked.sources, view.disputed)


def groups_of(dataset: Dataset, view: View, found: Sequence[Contested]) -> list[Group]:
    """The questions under headings: by how contested they are, or how two sources asked for stand to each other."""
    sources = view.selection.sources
    if len(sources) == _TWO and not view.hidden:
        return list(_of_two(dataset, found, *sources))
    return [
        Group(standing, NAMES[standing], _MEANS[standing], tuple(own))
        for standing in Standing
        if (own := [item for item in found if item.standing is standing])
    ]


def _of_two(dataset: Dataset, found: Sequence[Contested], one: str, other: str) -> Iterator[Group]:
    names = f"{dataset.speaker(one)} and {dataset.speaker(other)}"
    groups = between(dataset, found, one, other)
    headings = {
        Relation.DIFFER: (f"{names} contradict each other", "Their positions cannot both be true."),
        Relation.COMPATIBLE: (f"{names} answer differently, and can both be right", ""),
        Relation.AGREE: (f"{names} agree", "They have a position in common."),
        Relation.ALONE: (
            f"Only one of {names} speaks",
            "The other gives no answer, neither itself nor by a voice.",
        ),
    }
    for relation, (name, means) in headings.items():
        if groups[relation]:
            yield Group(relation, name, means, groups[relation])


def _verdict(found: Contested, hidden: bool) -> str:
    """How contested the question is, in one sentence, and how many speak."""
    count = len(found.issue.positions)
    if not count:
        return "No source takes a position."
    said = "" if hidden else f" {found.speaking}."
    positions = f"{count} position{'' if count == 1 else 's'}."
    if count == 1 and found.standing is not Standing.CLAIM:
        return f"{positions}{said}"
    ending = {
        Standing.DISPUTED: "Sources contradict each other.",
        Standing.SECOND_HAND: "They contradict each other only at second hand.",
        Standing.ITSELF: "One source contradicts itself.",
        Standing.OPEN: "They differ, and can be true together.",
        Standing.CLAIM: "Only one text answers: this is a claim.",
    }.get(found.standing, "")
    return " ".join(part for part in (f"{positions}{said}", ending) if part)


def _speaking(issue: Issue) -> list[str]:
    answers = [answer.source_id for position in issue.positions for answer in position.answers]
    return list(dict.fromkeys([*answers, *(mute.source_id for mute in issue.silent)]))
