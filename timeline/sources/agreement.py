"""Who agrees with whom: documents by documents, over all questions that any two of them answer.

    found = agreement(dataset)
    print(found.pair("prolewiki", "spartacus"))    # Pair(agree=5, compatible=19, differ=4, alone=29)

A document stands where its own answers stand. If it gives none, the voices that it prints speak for it: those whose
words it prints before those whom it only sums up. So nobody is taken to hold what he prints in order to refute it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from timeline.dataset import Dataset, kept_for_dataset
from timeline.query.index import index_of
from timeline.query.sides import Pairs, compatible_sides, contradict
from timeline.query.witnesses import is_hearsay
from timeline.sources.questions import Issue, all_issues


class Relation(StrEnum):
    """How two sources stand to each other in one question that at least one of them answers."""

    AGREE = "agree"  # they have a position in common
    COMPATIBLE = "compatible"  # other positions, which can both be true
    DIFFER = "differ"  # positions that cannot both be true
    ALONE = "alone"  # one of the two speaks


_PLACE = {relation: place for place, relation in enumerate(Relation)}
Sides = frozenset[str]


@dataclass(frozen=True, slots=True)
class Pair:
    """How many questions stand in each relation between two sources; `common` are those that both answer."""

    agree: int
    compatible: int
    differ: int
    alone: int

    @property
    def common(self) -> int:
        """How many questions both answer."""
        return self.agree + self.compatible + self.differ

    @property
    def all(self) -> int:
        """How many questions at least one of the two answers."""
        return self.common + self.alone


@dataclass(frozen=True, slots=True)
class Agreement:
    """The documents, how many questions each answers, and for every two of them how these stand to each other.

    `counts` has the shape (relations, documents, documents), in the order of `Relation`; it is symmetrical.
    """

    documents: tuple[str, ...]
    answered: tuple[int, ...]
    counts: NDArray[np.int64]

    def pair(self, one: str, other: str) -> Pair:
        """The numbers of two documents; raise ValueError if one is not here."""
        row, column = self.documents.index(one), self.documents.index(other)
        return Pair(*(int(count) for count in self.counts[:, row, column]))

    def pairs(self) -> Iterable[tuple[str, str, Pair]]:
        """Every two documents, in their order."""
        for one, other in combinations(self.documents, 2):
            yield one, other, self.pair(one, other)


def agreement(dataset: Dataset, theme_id: str = "") -> Agreement:
    """The map over all questions, or over those about an event of one theme; KeyError if there is no such theme."""
    return _maps(dataset)[theme_id]


def relation(one: Sides, other: Sides, compatible: Pairs) -> Relation | None:
    """How two sources stand to each other that take these sides; None if neither answers."""
    if not one or not other:
        return Relation.ALONE if one or other else None
    if one & other:
        return Relation.AGREE
    if any(contradict(side, another, compatible) for side in one for another in other):
        return Relation.DIFFER
    return Relation.COMPATIBLE


def relation_of(dataset: Dataset, issue: Issue, one: str, other: str) -> Relation | None:
    """How any two sources, each with the voices that it prints, stand to each other in a question."""
    return relation(
        sides_of(dataset, issue, one), sides_of(dataset, issue, other), compatible_in(dataset, issue)
    )


def sides_of(dataset: Dataset, issue: Issue, source_id: str) -> Sides:
    """The sides that a source takes in a question, itself or else by its voices; none if it does not answer."""
    index = index_of(dataset)
    within = [index.sources.ids[voice] for voice in index.voices(index.sources.row[source_id])]
    taken = [
        (answer.source_id, position.side)
        for position in issue.positions
        for answer in position.answers
        if answer.source_id in within
    ]
    return _stand(dataset, source_id, taken)


def compatible_in(dataset: Dataset, issue: Issue) -> Pairs:
    """The pairs of sides that can both be true in a question."""
    return _compatible(dataset)[issue.question_id]


def _stand(dataset: Dataset, source_id: str, taken: Iterable[tuple[str, str]]) -> Sides:
    """The sides among these (source, side) that count as the source's own."""
    own: tuple[list[str], list[str], list[str]] = [], [], []
    for source, side in taken:
        own[0 if source == source_id else 2 if is_hearsay(dataset, source) else 1].append(side)
    return frozenset(next((sides for sides in own if sides), ()))


@kept_for_dataset
def _compatible(dataset: Dataset) -> Mapping[str, Pairs]:
    questions = dataset.questions
    return {
        question: compatible_sides(cell)
        for question, cell in zip(questions["question_id"], questions["compatible"], strict=True)
    }


@kept_for_dataset
def _maps(dataset: Dataset) -> Mapping[str, Agreement]:
    """The map over all questions under "", and one for each theme."""
    documents = dataset.documents
    themes = ["", *(theme.id for theme in dataset.themes)]
    size = len(documents)
    counts = {theme: np.zeros((len(Relation), size, size), dtype=np.int64) for theme in themes}
    answered = {theme: np.zeros(size, dtype=np.int64) for theme in themes}
    theme_of = dict(zip(dataset.events["event_id"], dataset.events["theme"], strict=True))
    for issue in all_issues(dataset):
        stand = _stands(dataset, issue)
        if not stand:
            continue
        places = [place for place, document in enumerate(documents) if document in stand]
        found = _relations([stand[documents[place]] for place in places], compatible_in(dataset, issue))
        grid = np.ix_(places, places)
        about = {"", *(theme_of[event] for event in issue.event_ids if event in theme_of)}
        for theme in about & counts.keys():
            answered[theme][places] += 1
            for place in range(len(found)):
                counts[theme][place][grid] += found[place]
    for theme in themes:
        both = counts[theme][: _PLACE[Relation.ALONE]].sum(axis=0)
        each = answered[theme]
        counts[theme][_PLACE[Relation.ALONE]] = each[:, None] + each[None, :] - 2 * both
    return {
        theme: Agreement(documents, tuple(int(count) for count in answered[theme]), counts[theme])
        for theme in themes
    }


def _stands(dataset: Dataset, issue: Issue) -> dict[str, Sides]:
    """The sides of each document that answers a question."""
    taken: dict[str, list[tuple[str, str]]] = {}
    for position in issue.positions:
        for answer in position.answers:
            document = dataset.source(answer.source_id)["document"]
            taken.setdefault(document, []).append((answer.source_id, position.side))
    return {document: _stand(dataset, document, sides) for document, sides in taken.items()}


def _relations(stands: Sequence[Sides], compatible: Pairs) -> NDArray[np.int64]:
    """For each relation but the last, which two of these stand in it; a stand that several take is compared once."""
    kinds = list(dict.fromkeys(stands))
    place = {stand: number for number, stand in enumerate(kinds)}
    between = np.zeros((len(kinds), len(kinds)), dtype=np.int64)
    for one, other in combinations(kinds, 2):
        found = relation(one, other, compatible)
        between[place[one], place[other]] = between[place[other], place[one]] = _PLACE[
            found or Relation.ALONE
        ]
    rows = [place[stand] for stand in stands]
    all_of_them = between[np.ix_(rows, rows)]
    return np.array([all_of_them == number for number in range(_PLACE[Relation.ALONE])], dtype=np.int64)
