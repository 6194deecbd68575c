"""The open questions as a class would take them up: the most contested first, and what only one text claims apart.

for found in contested(dataset, Selection(people=("kirov",))):
    print(found.standing, found.issue.question, found.speaking)
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

import numpy as np

from timeline.dataset import Dataset, kept_for_dataset
from timeline.query.filters import mask
from timeline.query.index import index_of
from timeline.query.selection import Selection
from timeline.query.sides import Pairs, contradict
from timeline.query.witnesses import is_hearsay, origins
from timeline.sources.agreement import Relation, Sides, compatible_in, relation, relation_of
from timeline.sources.questions import Issue, all_issues
from timeline.sources.speaking import Speaking, said_by


class Standing(StrEnum):
    """How contested a question is, the most contested first."""

    DISPUTED = "disputed"  # independent witnesses contradict each other
    SECOND_HAND = "second-hand"  # answers contradict each other only where one is hearsay
    ITSELF = "itself"  # only inside one text, or in what one author says
    OPEN = "open"  # answers differ and can all be true
    SAME = "same"  # texts agree
    CLAIM = "claim"  # only one text answers
    UNANSWERED = "unanswered"


_ORDER = {standing: place for place, standing in enumerate(Standing)}


@dataclass(frozen=True, slots=True)
class Contested:
    """A question, how contested it is, who answers it; `against`: how many pairs of texts contradict each other."""

    issue: Issue
    standing: Standing
    speaking: Speaking
    against: int


def contested(
    dataset: Dataset, selection: Selection, sources: Sequence[str] = (), disputed: bool = False
) -> tuple[Contested, ...]:
    """The questions that the filter leaves, the most contested first; equal ones in the table's order.

    A question is left if the filter leaves an event that it is about, and if one of `sources` answers it, itself or by
    a voice that it prints; `disputed` leaves those on which independent witnesses contradict each other. Raises
    KeyError if there is no such source.
    """
    left = mask(dataset, selection)
    events = set(dataset.events["event_id"].to_numpy()[left])
    everything = bool(np.all(left))
    speakers = _with_voices(dataset, sources)
    return tuple(
        found
        for found in _ranked(dataset)
        if (everything or not events.isdisjoint(found.issue.event_ids))
        and (not disputed or found.standing is Standing.DISPUTED)
        and (not sources or not speakers.isdisjoint(answering(found.issue)))
    )


def contest_of(dataset: Dataset, question_id: str) -> Contested:
    """How contested one question is; raise KeyError if there is none such."""
    for found in _ranked(dataset):
        if found.issue.question_id == question_id:
            return found
    raise KeyError(question_id)


def between(
    dataset: Dataset, found: Iterable[Contested], one: str, other: str
) -> dict[Relation, tuple[Contested, ...]]:
    """These questions by how two sources stand to each other in them, each in the order given."""
    groups: dict[Relation, list[Contested]] = {kind: [] for kind in Relation}
    for item in found:
        kind = relation_of(dataset, item.issue, one, other)
        if kind is not None:
            groups[kind].append(item)
    return {kind: tuple(items) for kind, items in groups.items()}


def answering(issue: Issue) -> tuple[str, ...]:
    """The sources that take a position, each once."""
    return tuple(
        dict.fromkeys(answer.source_id for position in issue.positions for answer in position.answers)
    )


def _with_voices(dataset: Dataset, sources: Iterable[str]) -> set[str]:
    index = index_of(dataset)
    return {
        index.sources.ids[voice] for source in sources for voice in index.voices(index.sources.row[source])
    }


@kept_for_dataset
def _ranked(dataset: Dataset) -> tuple[Contested, ...]:
    found = [_contested(dataset, issue) for issue in all_issues(dataset)]
    return tuple(
        sorted(
            found,
            key=lambda item: (
                _ORDER[item.standing],
                -item.against,
                -item.speaking.texts,
                -len(item.issue.positions),
                -item.speaking.names,
            ),
        )
    )


def _contested(dataset: Dataset, issue: Issue) -> Contested:
    compatible = compatible_in(dataset, issue)
    speaking = said_by(dataset, answering(issue))
    first_hand = _first_hand(dataset, issue)
    texts = [frozenset(sides) for sides in first_hand.values()]
    return Contested(
        issue,
        _standing(issue, speaking, texts, compatible),
        speaking,
        sum(relation(one, other, compatible) is Relation.DIFFER for one, other in combinations(texts, 2)),
    )


def _standing(issue: Issue, speaking: Speaking, texts: Sequence[Sides], compatible: Pairs) -> Standing:
    sides = list(dict.fromkeys(position.side for position in issue.positions))
    if issue.disputed:
        return Standing.DISPUTED
    if not sides:
        return Standing.UNANSWERED
    if _clash(sides, compatible):
        clear = _clash(frozenset[str]().union(*texts), compatible)
        return Standing.ITSELF if clear else Standing.SECOND_HAND
    if speaking.texts == 1:
        return Standing.CLAIM
    return Standing.OPEN if len(sides) > 1 else Standing.SAME


def _clash(sides: Iterable[str], compatible: Pairs) -> bool:
    return any(contradict(one, other, compatible) for one, other in combinations(sides, 2))


def _first_hand(dataset: Dataset, issue: Issue) -> dict[str, set[str]]:
    """The sides that each text takes in what is no hearsay."""
    first_hand = origins(dataset)
    taken: dict[str, set[str]] = {}
    for position in issue.positions:
        for answer in position.answers:
            if not is_hearsay(dataset, answer.source_id):
                text = first_hand[dataset.source(answer.source_id)["document"]]
                taken.setdefault(text, set()).add(position.side)
    return taken
