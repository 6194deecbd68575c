"""Who shared a person's events, most often first; and the same as points and lines of a small network.

for companion in company(dataset, "yagoda"):
    print(companion.name, companion.shared)
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from timeline.dataset import Dataset
from timeline.people.lifelines import Life, life, lives
from timeline.query.index import index_of


@dataclass(frozen=True, slots=True)
class Companion:
    """Somebody who shares events with a person: `rows` of the dataset's events, in time."""

    person_id: str
    name: str
    rows: tuple[int, ...]

    @property
    def shared(self) -> int:
        """How many events they share."""
        return len(self.rows)


@dataclass(frozen=True, slots=True)
class Node:
    """A companion as a point of the network, -1 to 1 on both axes; the person stands at 0, 0."""

    companion: Companion
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Tie:
    """Two companions (places in the nodes) who share events of the person's with each other."""

    one: int
    other: int
    shared: int


@dataclass(frozen=True, slots=True)
class Network:
    """The companions in a ring, and who of them stood beside whom."""

    nodes: tuple[Node, ...]
    ties: tuple[Tie, ...]


def company(dataset: Dataset, person_id: str) -> tuple[Companion, ...]:
    """Those who share events, most often first, equal ones in the table's order; KeyError if there is none such."""
    index, everybody = index_of(dataset), lives(dataset)
    own = life(dataset, person_id)
    met: dict[int, list[int]] = {}
    for part in own.parts:
        present = {int(index.cast_person[place]) for place in index.cast.rows(part.row)}
        for other in present - {index.people.row[person_id], -1}:
            met.setdefault(other, []).append(part.row)
    ordered = sorted(met, key=lambda other: (-len(met[other]), other))
    return tuple(
        Companion(everybody[other].person_id, everybody[other].name, tuple(met[other])) for other in ordered
    )


def network(companions: Sequence[Companion], most: int = 12, least_shared: int = 2) -> Network:
    """Place the most frequent companions in a ring, neighbours beside those with whom they share most.

    The same companions give the same picture. `ties` are the pairs that share at least `least_shared` of these events.
    """
    shown = list(companions[:most])
    between = Counter(
        {
            (one, other): shared
            for one in range(len(shown))
            for other in range(one + 1, len(shown))
            if (shared := len(set(shown[one].rows) & set(shown[other].rows))) >= least_shared
        }
    )
    ring = _ring(len(shown), between)
    place = {member: turn for turn, member in enumerate(ring)}
    nodes = []
    for number, companion in enumerate(shown):
        angle = 2 * math.pi * place[number] / max(len(shown), 1) - math.pi / 2
        nodes.append(Node(companion, round(math.cos(angle), 4), round(math.sin(angle), 4)))
    ties = tuple(Tie(one, other, shared) for (one, other), shared in sorted(between.items()))
    return Network(tuple(nodes), ties)


def shared_parts(one: Life, other: Life) -> tuple[int, ...]:
    """The rows of the events in which both take part, in time."""
    return tuple(sorted({part.row for part in one.parts} & {part.row for part in other.parts}))


def _ring(size: int, between: Counter[tuple[int, int]]) -> list[int]:
    """An order in which each stands beside the one left with whom he shares most."""
    left = list(range(size))
    ring = left[:1]
    left = left[1:]
    while left:
        here = ring[-1]
        following = max(left, key=lambda other: (between[min(here, other), max(here, other)], -other))
        left.remove(following)
        ring.append(following)
    return ring
