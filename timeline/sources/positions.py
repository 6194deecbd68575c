"""Where one source stands on the open questions, and whether others hold the same.

for stand in standing(dataset, "prolewiki"):
    print(stand.question, [(held.position, held.agreeing) for held in stand.held])
"""

from __future__ import annotations

from dataclasses import dataclass

from timeline.dataset import Dataset
from timeline.query.index import index_of
from timeline.query.selection import Selection
from timeline.query.witnesses import Witnesses
from timeline.sources.questions import Issue, Position, issues
from timeline.sources.voices import Answer


@dataclass(frozen=True, slots=True)
class Held:
    """A position that the source takes.

    `answers` are its own and those of the voices that it prints; `others` those of everybody else who holds the same,
    and `agreeing` how many independent witnesses they add.
    """

    position: str
    answers: tuple[Answer, ...]
    others: tuple[Answer, ...]
    agreeing: int


@dataclass(frozen=True, slots=True)
class Stand:
    """A question that the source answers: the positions held in it, and those that only others take (`against`)."""

    question_id: str
    question: str
    held: tuple[Held, ...]
    against: tuple[Position, ...]


def standing(
    dataset: Dataset, source_id: str, selection: Selection | None = None, voices: bool = True
) -> tuple[Stand, ...]:
    """The questions that the source answers among those that the filter leaves, in the table's order.

    Without its `voices` what they answer counts as what others answer. Raises KeyError if there is no such source.
    """
    index = index_of(dataset)
    row = index.sources.row[source_id]
    speaking = {index.sources.ids[voice] for voice in index.voices(row)} if voices else {source_id}
    counted = Witnesses(dataset)
    stands = (_stand(issue, speaking, counted) for issue in issues(dataset, selection or Selection()))
    return tuple(stand for stand in stands if stand.held)


def _stand(issue: Issue, speaking: set[str], counted: Witnesses) -> Stand:
    held, against = [], []
    for position in issue.positions:
        own = tuple(answer for answer in position.answers if answer.source_id in speaking)
        if not own:
            against.append(position)
            continue
        others = tuple(answer for answer in position.answers if answer.source_id not in speaking)
        held.append(Held(position.position, own, others, position.witnesses - len(counted.among(own))))
    return Stand(issue.question_id, issue.question, tuple(held), tuple(against))
