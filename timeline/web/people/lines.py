"""Lives and networks as SVG: life lines on one axis, a ring of companions. Written on the server, the same each time.

Places on the axis are shares of the width (per cent), so that a line may be as wide as its cell.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from timeline.dataset import Dataset
from timeline.people.contacts import Network
from timeline.people.lifelines import Life
from timeline.people.roles import Kind, kind_of
from timeline.web.shared.date_spread import Axis

_STEP = 0.5  # per cent; events nearer to each other than that are one mark


@dataclass(frozen=True, slots=True)
class Mark:
    """One or several events at one place of a life line, in the colour of the first's kind of part."""

    place: float
    kind: Kind


@dataclass(frozen=True, slots=True)
class LifeLine:
    """A life on the axis: from `left` to `right`; `ends` if the person dies within it."""

    left: float
    right: float
    ends: bool
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """A companion in the drawing of a network: the dot, and where the name begins or ends."""

    name: str
    person_id: str
    shared: int
    x: float
    y: float
    size: float
    text_x: float
    text_y: float
    anchor: str


@dataclass(frozen=True, slots=True)
class Ring:
    """A network ready to be drawn: ties as (x1, y1, x2, y2, width)."""

    width: int
    height: int
    middle: tuple[float, float]
    points: tuple[Point, ...]
    ties: tuple[tuple[float, float, float, float, float], ...]


def axis_of(dataset: Dataset) -> Axis:
    """The axis that all lives share."""
    return Axis(dataset.first_day, dataset.last_day)


def line(dataset: Dataset, life: Life, axis: Axis) -> LifeLine | None:
    """A person's line, None if neither a date nor an event is known."""
    marks = tuple(_marks(dataset, life, axis))
    if not marks and life.born is None and life.died is None:
        return None
    first, last = life.span(axis.first, axis.last)
    if first > axis.last or last < axis.first:
        return LifeLine(0, 0, False, marks) if marks else None
    ends = life.died is not None and last < axis.last
    return LifeLine(axis.place(first), axis.place(last + 1), ends, marks)


def ring(network: Network, width: int = 620, height: int = 400) -> Ring:
    """Lay a network out; names stand outside the ring, so that none covers another."""
    middle_x, middle_y = width / 2, height / 2
    wide, high = width / 2 - 175, height / 2 - 42
    most = max((node.companion.shared for node in network.nodes), default=1)
    points = []
    for node in network.nodes:
        x, y = middle_x + node.x * wide, middle_y + node.y * high
        size = round(4 + 6 * node.companion.shared / most, 1)
        side = 0 if abs(node.x) < 0.2 else 1 if node.x > 0 else -1
        points.append(
            Point(
                name=node.companion.name,
                person_id=node.companion.person_id,
                shared=node.companion.shared,
                x=round(x, 1),
                y=round(y, 1),
                size=size,
                text_x=round(x + side * (size + 6), 1),
                text_y=round(y + 5 if side else y + (20 + size if node.y > 0 else -9 - size), 1),
                anchor={0: "middle", 1: "start", -1: "end"}[side],
            )
        )
    tied = max((tie.shared for tie in network.ties), default=1)
    return Ring(
        width,
        height,
        (middle_x, middle_y),
        tuple(points),
        tuple(
            (
                points[tie.one].x,
                points[tie.one].y,
                points[tie.other].x,
                points[tie.other].y,
                round(0.5 + 2.5 * tie.shared / tied, 2),
            )
            for tie in network.ties
        ),
    )


def _marks(dataset: Dataset, life: Life, axis: Axis) -> Iterator[Mark]:
    """The events of the life, each at the middle of its possible days; those too near to the last mark are left out."""
    events = dataset.events
    first, last = events["first_day"], events["last_day"]
    found = sorted((axis.place((first.iloc[p.row] + last.iloc[p.row]) // 2), p.role) for p in life.parts)
    before = -_STEP
    for place, role in found:
        if place - before >= _STEP:
            yield Mark(place, kind_of(role))
            before = place
