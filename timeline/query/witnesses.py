"""Who counts as a witness of his own, among sources that say the same.

- All that `derives_from` one source, step by step, are one witness with it, and all voices of one author are one: he
  speaks twice (`origins`).
- A voice that has no words of its own here (a book named in a footnote, say) and is given the same position as
  a source that prints it is that source speaking, not a second witness (`Witnesses`).
- A voice that is known only through another's summary (`known_by` in sources.csv) is hearsay: it is counted apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol

from timeline.dataset import Dataset, kept_for_dataset
from timeline.query.sides import compatible_sides, contradicted


class Answering(Protocol):
    """A source that takes a position."""

    @property
    def source_id(self) -> str:
        """Whose answer it is."""

    @property
    def wording(self) -> str | tuple[str, ...]:
        """The source's own words; empty where none are printed."""


@kept_for_dataset
def origins(dataset: Dataset) -> Mapping[str, str]:
    """For every source the one whose words it repeats in the end, or the first voice of its author; else itself."""
    first_of_author: dict[str, str] = {}
    found = {}
    for source in dataset.speakers:
        first = _first_hand(dataset, source)
        row = dataset.source(first)
        author = row["author"] if row["quoted_in"] else ""
        found[source] = first_of_author.setdefault(author, first) if author else first
    return found


def is_hearsay(dataset: Dataset, source_id: str) -> bool:
    """Whether the source is known only through another's summary of it."""
    return bool(dataset.source(source_id)["known_by"] == "summary")


class Witnesses:
    """Finds the independent witnesses among answers that take one position."""

    def __init__(self, dataset: Dataset) -> None:
        """Take the dataset whose sources answer."""
        self._origins = origins(dataset)
        self._source = dataset.source
        self._hearsay = {source for source in dataset.speakers if is_hearsay(dataset, source)}

    def among(self, answers: Iterable[Answering]) -> frozenset[str]:
        """The witnesses, given all answers that take the position: of each line of sources the first.

        A voice without any wording is none where a source that prints it takes the position too; hearsay is none.
        """
        given = [answer for answer in answers if answer.source_id not in self._hearsay]
        taking = {answer.source_id for answer in given}
        return frozenset(
            self._origins[answer.source_id]
            for answer in given
            if answer.wording or taking.isdisjoint(self._printers(answer.source_id))
        )

    def hearsay(self, answers: Iterable[Answering]) -> int:
        """How many of those who take the position are known only through another's summary."""
        return len(
            {self._origins[answer.source_id] for answer in answers if answer.source_id in self._hearsay}
        )

    def contradict(self, positions: Iterable[tuple[str, Iterable[Answering]]], compatible: str) -> bool:
        """Whether two independent witnesses contradict each other.

        Args:
            positions: of each position taken its side, and the answers that take it
            compatible: the sides that can both be true, as a cell of questions.csv has them
        """
        found: dict[str, frozenset[str]] = {}
        for side, answers in positions:
            found[side] = found.get(side, frozenset()) | self.among(answers)
        return contradicted(found, compatible_sides(compatible))

    def _printers(self, source: str) -> Iterator[str]:
        """The source that prints this one, the one that prints that, and so on."""
        while source := self._source(source)["quoted_in"]:
            yield source


def _first_hand(dataset: Dataset, source: str) -> str:
    while repeated := dataset.source(source)["derives_from"]:
        source = repeated
    return source
