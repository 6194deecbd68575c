"""What the lanes of the drawing can be made of; `timeline.drawing.lanes` says which there are and who is in each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from timeline.dataset import Dataset


@dataclass(frozen=True, slots=True)
class LaneKind:
    """One kind of lanes: its name in a link, its label in a menu, and whether a dataset can have such lanes.

    `because` ends the sentence that tells a reader why there are none: "because ...".
    """

    name: str
    label: str
    possible: Callable[[Dataset], bool] = lambda dataset: True
    because: str = ""


#: By name, in the order of the menu; the first is usual.
KINDS = {
    kind.name: kind
    for kind in (
        LaneKind("theme", "by theme"),
        LaneKind(
            "person", "by person", lambda dataset: not dataset.people.empty, "this timeline names no people"
        ),
        LaneKind(
            "source", "by source", lambda dataset: not dataset.accounts.empty, "no source tells anything here"
        ),
        LaneKind("none", "none"),
    )
}
LANES = tuple(KINDS)


def lanes_of(dataset: Dataset) -> list[LaneKind]:
    """The kinds of lanes that the dataset can have."""
    return [kind for kind in KINDS.values() if kind.possible(dataset)]
