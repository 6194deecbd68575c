"""Where sources do not agree about a person, each point with those who hold it.

who = "yenukidze"
for point in disagreements(dataset, who, portraits(dataset, who), concerns(dataset, who)):
    print(point.about, [(side.said, side.names) for side in point.sides])

What a disagreement is, others say: dates of which no day is common to both (`timeline.sources.date_agreement`), answers
that cannot both be true (`timeline.query.sides`). Hearsay contradicts nobody, a mirror is no second witness. What a
source makes of a person where the record has another part, or tells without the name, stands apart: both can be true.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from timeline.dataset import Dataset, kept_for_dataset
from timeline.people.lifelines import life
from timeline.people.portraits import Portrait
from timeline.people.questions import Concern
from timeline.people.roles import kind_of
from timeline.query.index import index_of
from timeline.query.witnesses import is_hearsay, origins
from timeline.sources.contested import Standing, contest_of
from timeline.sources.date_agreement import DateGiven, Spread, spread
from timeline.sources.ladder import ladder
from timeline.sources.who import Who, who

_CONTRADICTED = (Standing.DISPUTED, Standing.SECOND_HAND, Standing.ITSELF)


class Matter(StrEnum):
    """What is not agreed on."""

    DATE = "date"
    QUESTION = "question"
    PART = "part"
    UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True)
class Side:
    """What is said, and by whom; nobody: by the record. `own`: the words are the sources', but for [ours]."""

    said: str
    by: tuple[Who, ...]
    own: bool = False

    @property
    def names(self) -> str:
        """Who says it, in words."""
        return "; ".join(map(str, self.by)) or "the record"


@dataclass(frozen=True, slots=True)
class Point:
    """One thing on which sources do not agree: `about` which event or question ("" for several), and the sides.

    `event_ids` are the events in which it is so, `question_id` the question, "" if it is about events. `standing` says
    of a question whether independent witnesses contradict each other, or only hearsay or one text itself.
    """

    matter: Matter
    about: str
    sides: tuple[Side, ...]
    event_ids: tuple[str, ...] = ()
    question_id: str = ""
    standing: Standing = Standing.DISPUTED


def disagreements(
    dataset: Dataset, person_id: str, painted: Sequence[Portrait], asked: Sequence[Concern]
) -> tuple[Point, ...]:
    """What cannot both be true about a person, dates, then questions; raise KeyError if there is no such person.

    Asked are the events in which the person takes a part, and is not only named, and the questions that name him or
    her. What concerns the person most comes first: where a source that names the person gives the date, where the
    question itself has the name.
    """
    return (*_dates(dataset, person_id, painted), *_questions(dataset, asked))


def other_parts(dataset: Dataset, person_id: str, painted: Sequence[Portrait]) -> tuple[Point, ...]:
    """The parts that sources give a person where the record has others, then the events told without the name."""
    record = {dataset.events["event_id"].iloc[part.row]: part.role for part in life(dataset, person_id).parts}
    return (*_parts(dataset, record, painted), *_unnamed(dataset, record, painted))


def _dates(dataset: Dataset, person_id: str, painted: Sequence[Portrait]) -> list[Point]:
    """The most important first, those first that a source dates which names the person there."""
    naming: dict[str, set[str]] = {}
    for portrait in painted:
        for mention in portrait.named:
            naming.setdefault(mention.event_id, set()).add(portrait.source_id)
    found = []
    for part in life(dataset, person_id).parts:
        if kind_of(part.role).id != "named" and _may_be_apart(dataset, part.row):
            event = dataset.events.iloc[part.row]
            event_id = event["event_id"]
            sides = tuple(_sides_of_dates(dataset, spread(dataset, event_id)))
            if sides:
                dating = {one.source_id for side in sides for one in side.by}
                unnamed = dating.isdisjoint(naming.get(event_id, ()))
                point = Point(Matter.DATE, event["title"], sides, (event_id,))
                found.append((unnamed, -int(event["importance"]), part.row, point))
    return [point for *_, point in sorted(found, key=lambda one: one[:3])]


def _may_be_apart(dataset: Dataset, row: int) -> bool:
    """Whether two of the dates of an event have no day in common, whoever gives them; most need no closer look."""
    index, spans = index_of(dataset), _spans(dataset)
    dated = [place for place in index.accounts.rows(row) if spans.dated[place]]
    first, last = [spans.first[place] for place in dated], [spans.last[place] for place in dated]
    if spans.recorded[row]:
        first, last = [*first, index.first[row]], [*last, index.last[row]]
    return bool(dated) and max(first) > min(last)


class _Spans(NamedTuple):
    """The dates of all accounts as arrays, and which events the record dates."""

    dated: NDArray[np.bool_]
    first: NDArray[np.int64]
    last: NDArray[np.int64]
    recorded: NDArray[np.bool_]


@kept_for_dataset
def _spans(dataset: Dataset) -> _Spans:
    accounts = dataset.accounts
    return _Spans(
        accounts["dated"].to_numpy(bool),
        accounts["first_day"].to_numpy(np.int64),
        accounts["last_day"].to_numpy(np.int64),
        (dataset.events["placed_by"] == "").to_numpy(bool),
    )


def _sides_of_dates(dataset: Dataset, dates: Spread) -> Iterator[Side]:
    """The dates that the record or an independent witness excludes, the same ones together; the record's last."""
    given = [date for date in dates.given if not is_hearsay(dataset, date.source_id)]
    against = [date for date in given if date.meets_record is False or _excluded(dataset, date, given)]
    groups: dict[str, list[str]] = {}
    for date in against:
        groups.setdefault(_said(date), []).append(date.source_id)
    for text, sources in groups.items():
        yield Side(text, who(dataset, sources), own=True)
    if against and dates.record:
        yield Side(dates.record.printed, ())


def _said(date: DateGiven) -> str:
    """A date in the source's own words, and ours in brackets where those name no date."""
    if any(letter.isdigit() for letter in date.text):
        return date.text
    return f"{date.text} [{date.printed}]".strip()


def _excluded(dataset: Dataset, date: DateGiven, given: Iterable[DateGiven]) -> bool:
    """Whether an independent witness gives a date that has no day in common with this one."""
    first_hand = origins(dataset)
    return any(
        (date.last < other.first or other.last < date.first)
        and first_hand[date.source_id] != first_hand[other.source_id]
        for other in given
    )


def _questions(dataset: Dataset, asked: Sequence[Concern]) -> Iterator[Point]:
    """The questions that name the person and in which answers contradict each other, the most contested first."""
    named = sorted((one for one in asked if one.named), key=lambda one: not one.about)
    found = [contest_of(dataset, one.question.question_id) for one in named]
    for standing in _CONTRADICTED:
        for contested in found:
            if contested.standing is standing:
                issue = contested.issue
                sides = tuple(
                    Side(
                        rung.position.position,
                        who(dataset, (answer.source_id for answer in rung.position.answers)),
                    )
                    for rung in ladder(dataset, issue)
                    if rung.against
                )
                yield Point(
                    Matter.QUESTION, issue.question, sides, issue.event_ids, issue.question_id, standing
                )


def _parts(dataset: Dataset, record: dict[str, str], painted: Sequence[Portrait]) -> Iterator[Point]:
    """For each part that a source gives instead of the record's: who gives it, where, and what the record has."""
    given: dict[str, dict[str, list[str]]] = {}
    for portrait in painted:
        for mention in portrait.named:
            if mention.given and mention.given != mention.role:
                events = given.setdefault(mention.given, {})
                events.setdefault(mention.event_id, []).append(mention.account.source_id)
    for part, events in given.items():
        sources = [source for told in events.values() for source in told]
        has = dict.fromkeys(record.get(event, "") for event in events)
        sides = Side(part, who(dataset, sources)), Side(", ".join(role or "no part" for role in has), ())
        about = dataset.event_title(next(iter(events))) if len(events) == 1 else ""
        yield Point(Matter.PART, about, sides, tuple(events))


def _unnamed(dataset: Dataset, record: dict[str, str], painted: Sequence[Portrait]) -> Iterator[Point]:
    """The events in which the record gives a part and a text tells of them without the name."""
    silent: dict[str, list[str]] = {}
    for portrait in painted:
        for event in portrait.unnamed:
            if kind_of(record[event]).id != "named":
                silent.setdefault(event, []).append(portrait.source_id)
    for event, sources in silent.items():
        sides = Side("", who(dataset, sources)), Side(record[event], ())
        yield Point(Matter.UNNAMED, dataset.event_title(event), sides, (event,))
