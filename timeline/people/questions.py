"""The questions at issue that concern a person: those that name him or her, and those about the same events.

for concern in concerns(dataset, "yagoda"):
    print(concern.question.question, concern.named)
"""

from __future__ import annotations

from dataclasses import dataclass

from timeline.dataset import Dataset
from timeline.people.lifelines import life
from timeline.query.index import index_of
from timeline.sources.naming import Finder
from timeline.sources.questions import Position, Question, is_position, question_of


@dataclass(frozen=True, slots=True)
class Concern:
    """A question; `named` if it or one of its positions names the person, `about` if the question itself does."""

    question: Question
    named: bool
    about: bool

    @property
    def positions(self) -> tuple[Position, ...]:
        """The positions that sources take."""
        return tuple(filter(is_position, self.question.positions))


def concerns(dataset: Dataset, person_id: str) -> tuple[Concern, ...]:
    """The questions in the table's order, those that name the person first; KeyError if there is no such person."""
    index = index_of(dataset)
    own = {dataset.events["event_id"].iloc[part.row] for part in life(dataset, person_id).parts}
    found = []
    rows = zip(dataset.questions["question_id"], dataset.questions["event_id"], strict=True)
    for question_id, cell in rows:
        events = [event for event in cell.split("; ") if event]
        cast = {
            dataset.cast["person_id"].iloc[place]
            for event in events
            for place in index.cast.rows(index.event_row[event])
        }
        question = question_of(dataset, question_id)
        finder = Finder(dataset, cast=cast)
        texts = (question.question, *(position.position for position in question.positions))
        naming = [any(who == person_id for who, _ in finder.find(text)) for text in texts]
        if any(naming) or not own.isdisjoint(events):
            found.append(Concern(question, any(naming), naming[0]))
    return tuple(sorted(found, key=lambda one: not one.named))
