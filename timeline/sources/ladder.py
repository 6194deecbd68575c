"""A question as a ladder: its positions in an order, and on each rung those who stand there.

The two ends contradict each other; what can be true with both stands between them, what can be true with one nearer to
that one. The order says nothing else: no end is better than the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.dataset import Dataset
from timeline.query.sides import Pairs, contradict
from timeline.query.witnesses import is_hearsay
from timeline.sources.agreement import compatible_in
from timeline.sources.questions import Issue, Position


@dataclass(frozen=True, slots=True)
class Standing:
    """Somebody on a rung: known at `second_hand`, or a `mirror` of another source."""

    source_id: str
    speaker: str
    second_hand: bool
    mirror: bool


@dataclass(frozen=True, slots=True)
class Text:
    """A document on a rung: it itself, None if it does not stand there, and the voices that it prints."""

    source_id: str
    speaker: str
    itself: Standing | None
    voices: tuple[Standing, ...]


@dataclass(frozen=True, slots=True)
class Rung:
    """A position with the texts that hold it, and the numbers of the rungs, from 1, with which it cannot be true."""

    position: Position
    texts: tuple[Text, ...]
    against: tuple[int, ...]


def ladder(dataset: Dataset, issue: Issue) -> tuple[Rung, ...]:
    """The rungs of a question, from the top."""
    compatible = compatible_in(dataset, issue)
    order = _order(issue.positions, compatible)
    return tuple(
        Rung(
            position,
            _texts(dataset, position),
            tuple(
                number
                for number, other in enumerate(order, start=1)
                if contradict(other.side, position.side, compatible)
            ),
        )
        for position in order
    )


def _order(positions: Sequence[Position], compatible: Pairs) -> list[Position]:
    """From one end to the other: the first that contradicts another, and of those the one that most sources take."""

    def apart(one: Position, other: Position) -> bool:
        return contradict(one.side, other.side, compatible)

    top = next((one for one in positions if any(apart(one, other) for other in positions)), None)
    if top is None:
        return list(positions)
    against = [other for other in positions if apart(top, other)]
    foot = max(against, key=lambda position: len(position.answers))

    def place(position: Position) -> tuple[int, int]:
        """Nearer to the end with which it can be true; an end itself before or after the rest."""
        end = (position is foot) - (position is top)
        return end, apart(position, top) - apart(position, foot)

    return sorted(positions, key=place)


def _texts(dataset: Dataset, position: Position) -> tuple[Text, ...]:
    found: dict[str, list[Standing]] = {}
    for answer in position.answers:
        row = dataset.source(answer.source_id)
        standing = Standing(
            answer.source_id, answer.speaker, is_hearsay(dataset, answer.source_id), bool(row["derives_from"])
        )
        found.setdefault(row["document"], []).append(standing)
    return tuple(
        Text(
            document,
            dataset.speaker(document),
            next((one for one in standing if one.source_id == document), None),
            tuple(one for one in standing if one.source_id != document),
        )
        for document, standing in found.items()
    )
