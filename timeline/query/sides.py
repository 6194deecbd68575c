"""Which answers contradict each other: those that cannot both be true.

An author who has weighed the answers to a question gives each a side (a letter, in answers.csv) and lists in the
question's `compatible` the sides that can both be true. Equal sides agree; different ones contradict
each other unless they are listed together. Where no side is given, different positions contradict each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import combinations

Pairs = frozenset[frozenset[str]]

# Stances that cannot both be right: who takes an official version as true, and who does not.
FOR, AGAINST = ("accepts",), ("rejects", "own-version")


def compatible_sides(cell: str) -> Pairs:
    """The pairs of sides that can both be true, from a cell such as "a b; b c d"."""
    groups = (group.split() for group in cell.split(";"))
    return frozenset(frozenset(pair) for group in groups for pair in combinations(group, 2))


def contradict(one: str, other: str, compatible: Pairs) -> bool:
    """Whether two sides (or positions, where an answer has no side) cannot both be true."""
    return one != other and frozenset((one, other)) not in compatible


def contradicted(witnesses: Mapping[str, Iterable[str]], compatible: Pairs) -> bool:
    """Whether two independent witnesses contradict each other, given the witnesses of each side."""
    sides = {side: frozenset(of) for side, of in witnesses.items()}
    return any(
        contradict(one, other, compatible)
        and sides[one]
        and sides[other]
        and len(sides[one] | sides[other]) > 1
        for one, other in combinations(sides, 2)
    )
