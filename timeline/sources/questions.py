"""The questions at issue: which positions the sources take, who is silent, and what the record says.

    for issue in issues(dataset, Selection(people=("kirov",))):
        print(issue.question, {position.position: position.witnesses for position in issue.positions})

Agreement counts the independent witnesses of a position (see `timeline.query.witnesses`); positions are never averaged.
The position "Says nothing" is no position: an author writes it to say that somebody looked. `questions_of` has
it as it stands in the table, an `Issue` has those sources among the silent ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from timeline.dataset import Dataset, kept_for_dataset
from timeline.query.contest import events_of, is_answer
from timeline.query.filters import mask
from timeline.query.index import index_of
from timeline.query.selection import Selection
from timeline.query.sides import Pairs, compatible_sides
from timeline.query.witnesses import Witnesses
from timeline.sources.silences import SilenceKind, silence_kind
from timeline.sources.voices import Answer, nested, phrases


@dataclass(frozen=True, slots=True)
class Position:
    """One answer that several sources share.

    `witnesses` are the independent ones among them, `hearsay` those known only through another's summary. `side` is the
    letter that says with which other positions this one agrees, the position itself where its author gave none.
    """

    position: str
    answers: tuple[Answer, ...]
    witnesses: int
    hearsay: int
    side: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question at issue: the positions taken, by their first source, and what the record says.

    `short` is its heading in a narrow place, the question itself where its author gave none; `compatible` are the pairs
    of sides that can both be true.
    """

    question_id: str
    question: str
    record: str
    record_basis: str
    positions: tuple[Position, ...]
    short: str
    compatible: Pairs


@dataclass(frozen=True, slots=True)
class Mute:
    """A document that takes no position, neither itself nor through a voice; `note` is what was found there.

    `note` is the answer of an author who looked and wrote "Says nothing", "" if nobody did.
    """

    source_id: str
    speaker: str
    kind: SilenceKind
    note: str


@dataclass(frozen=True, slots=True)
class Issue:
    """A question with everything that a class needs to argue it, and the record to unfold afterwards.

    `event_ids` are the events that it is about. `positions` come by their first source; `witnesses` is how many
    independent witnesses take any of them. `disputed`: two independent witnesses contradict each other.
    """

    question_id: str
    question: str
    event_ids: tuple[str, ...]
    positions: tuple[Position, ...]
    silent: tuple[Mute, ...]
    witnesses: int
    disputed: bool
    record: str
    record_basis: str


def questions_of(dataset: Dataset, event_id: str) -> tuple[Question, ...]:
    """The questions at issue in the event, with the answers grouped by position; KeyError if there is none such."""
    if event_id not in index_of(dataset).event_row:
        raise KeyError(event_id)
    tables = _tables_of(dataset)
    return tuple(tables.question(row) for row in tables.questions if event_id in events_of(row["event_id"]))


def issue(dataset: Dataset, question_id: str) -> Issue:
    """One question; raise KeyError if there is none such."""
    tables = _tables_of(dataset)
    return tables.issue(tables.row(question_id))


def question_of(dataset: Dataset, question_id: str) -> Question:
    """One question with its positions as the table has them; raise KeyError if there is none such."""
    tables = _tables_of(dataset)
    return tables.question(tables.row(question_id))


@kept_for_dataset
def all_issues(dataset: Dataset) -> tuple[Issue, ...]:
    """All questions, in the table's order; worked out once."""
    tables = _tables_of(dataset)
    return tuple(tables.issue(row) for row in tables.questions)


def issues(dataset: Dataset, selection: Selection) -> tuple[Issue, ...]:
    """The questions about an event that the filter leaves, in the table's order.

    A filter that asks for nothing leaves also the questions that are about no event.
    """
    left = mask(dataset, selection)
    events = set(dataset.events["event_id"].to_numpy()[left])
    everything = bool(np.all(left))
    tables = _tables_of(dataset)
    return tuple(
        tables.issue(row)
        for row in tables.questions
        if everything or not events.isdisjoint(events_of(row["event_id"]))
    )


def is_position(position: Position) -> bool:
    """Whether this is an answer, and not a note that the source gives none."""
    return is_answer(position.position)


class _Tables:
    """The tables of questions and answers as plain rows, read once for many questions."""

    def __init__(self, dataset: Dataset) -> None:
        self._index = index_of(dataset)
        self._dataset = dataset
        self._sources = {source["source_id"]: source for source in nested(dataset)}
        self._witnesses = Witnesses(dataset)
        self.questions = _rows(dataset.questions)
        place = {source: number for number, source in enumerate(self._sources)}
        given = _rows(dataset.answers)
        self._given: dict[str, list[dict[str, str]]] = {}
        for row in sorted(given, key=lambda row: place[row["source_id"]]):
            self._given.setdefault(row["question_id"], []).append(row)

    def row(self, question_id: str) -> Mapping[str, str]:
        """The row of a question; raise KeyError if there is none such."""
        for row in self.questions:
            if row["question_id"] == question_id:
                return row
        raise KeyError(question_id)

    def question(self, row: Mapping[str, str]) -> Question:
        """The question of one row of its table, with its positions."""
        return Question(
            question_id=row["question_id"],
            question=row["question"],
            record=row["record"],
            record_basis=row["record_basis"],
            positions=self._positions(self._given.get(row["question_id"], ())),
            short=row["short"] or row["question"],
            compatible=compatible_sides(row["compatible"]),
        )

    def issue(self, row: Mapping[str, str]) -> Issue:
        """The question of one row, with those who take no position set apart."""
        positions = self._taken(row)
        events = events_of(row["event_id"])
        takers = self._takers(positions)
        return Issue(
            question_id=row["question_id"],
            question=row["question"],
            event_ids=events,
            positions=positions,
            silent=self._silent(row, events, positions),
            witnesses=len(takers),
            disputed=self._witnesses.contradict(
                ((position.side, position.answers) for position in positions), row["compatible"]
            ),
            record=row["record"],
            record_basis=row["record_basis"],
        )

    def _taken(self, row: Mapping[str, str]) -> tuple[Position, ...]:
        """The positions, but for "Says nothing"."""
        given = self._positions(self._given.get(row["question_id"], ()))
        return tuple(position for position in given if is_position(position))

    def _takers(self, positions: Iterable[Position]) -> frozenset[str]:
        return frozenset[str]().union(*(self._witnesses.among(position.answers) for position in positions))

    def _positions(self, given: Iterable[Mapping[str, str]]) -> tuple[Position, ...]:
        groups: dict[str, list[Answer]] = {}
        sides: dict[str, str] = {}
        for row in given:
            groups.setdefault(row["position"], []).append(self._answer(row))
            sides.setdefault(row["position"], row["side"] or row["position"])
        return tuple(
            Position(
                position,
                tuple(answers),
                len(self._witnesses.among(answers)),
                self._witnesses.hearsay(answers),
                sides[position],
            )
            for position, answers in groups.items()
        )

    def _answer(self, row: Mapping[str, str]) -> Answer:
        source = self._sources[row["source_id"]]
        return Answer(
            source_id=row["source_id"],
            speaker=source["speaker"],
            printed_in=self._dataset.speaker(source["quoted_in"]),
            derives_from=source["derives_from"],
            answer=row["answer"],
            wording=phrases(row["wording"]),
            locator=row["locator"],
        )

    def _silent(
        self, row: Mapping[str, str], events: Iterable[str], positions: Iterable[Position]
    ) -> tuple[Mute, ...]:
        notes = {given["source_id"]: given["answer"] for given in self._given.get(row["question_id"], ())}
        speaking = {
            self._sources[answer.source_id]["document"]
            for position in positions
            for answer in position.answers
        }
        return tuple(
            Mute(
                name,
                source["speaker"],
                SilenceKind.NOT_MENTIONED if name in notes else self._kind(source, events),
                notes.get(name, ""),
            )
            for name, source in self._sources.items()
            if not source["depth"] and name not in speaking
        )

    def _kind(self, source: Mapping[str, Any], events: Iterable[str]) -> SilenceKind:
        """The silence nearest to telling among those that the source keeps on the events."""
        row = self._index.sources.row[source["source_id"]]
        coded = self._index.sources.events_of(row)
        kinds = set()
        for event in events:
            place = self._index.event_row[event]
            if place in coded:
                return SilenceKind.NOT_MENTIONED
            first, last = int(self._index.first[place]), int(self._index.last[place])
            kinds.add(silence_kind(source, bool(coded.size), first, last))
        return next((kind for kind in SilenceKind if kind in kinds), SilenceKind.NOT_CODED)


def _rows(table: pd.DataFrame) -> list[dict[str, str]]:
    """The rows of a table of texts; pandas takes ten times as long."""
    names = [str(name) for name in table.columns]
    cells = zip(*(table[name].tolist() for name in table.columns), strict=True)
    return [dict(zip(names, row, strict=True)) for row in cells]


_tables_of = kept_for_dataset(_Tables)
