"""The accused of each trial: verdict and fate of each, and what the record and the sources count.

    for trial in trials(dataset):
        print(trial.title, [(one.life.name, one.verdict) for one in trial.dock])

A trial is an event with verdicts in its column `verdicts`; in a folder that has none, an event with a judge and
accused in its cast. The numbers are the questions about it in which people or years of prison are counted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from timeline.dataset import Dataset
from timeline.people.lifelines import Life, lives
from timeline.query.folding import words
from timeline.query.index import index_of
from timeline.sources.questions import Question, is_position, questions_of

_DOCK = frozenset(words("accused defendant alleged sentenced executed indicted convicted acquitted tried"))
_COURT = frozenset(words("judge court"))
_NUMBERS = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand both all"
)
_SPOKEN = frozenset(words(_NUMBERS))
# What is counted by these is a time and not the accused; years are kept, since sentences are counted in them.
_TIMES = frozenset(words("day days week weeks month months hour hours minute minutes"))
_FIGURE = re.compile(r"[0-9]{1,3}")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
_MONTHS = frozenset(
    words("january february march april may june july august september october november december")
)


@dataclass(frozen=True, slots=True)
class Accused:
    """One of the accused: the role in this event, and the verdict, "" where it is not told."""

    life: Life
    role: str
    verdict: str


@dataclass(frozen=True, slots=True)
class Count:
    """A question about numbers: what the record counts, and each position that sources take.

    `positions` are (position, its sources, whether it has a number that the record has not).
    """

    question: Question
    positions: tuple[tuple[str, tuple[str, ...], bool], ...]


@dataclass(frozen=True, slots=True)
class Trial:
    """A trial: the event, those in its dock, and what is counted."""

    event_id: str
    title: str
    when: str
    summary: str
    dock: tuple[Accused, ...]
    counts: tuple[Count, ...]


def trials(dataset: Dataset) -> tuple[Trial, ...]:
    """All trials in time."""
    everybody, index = lives(dataset), index_of(dataset)
    roles, verdicts = dataset.cast["role"].tolist(), dataset.cast["verdict"].tolist()
    told = any(verdicts)
    found = []
    for row in range(index.size):
        cast = index.cast.rows(row)
        if told:
            tried = any(verdicts[place] for place in cast)
        else:
            said = [set(words(roles[place])) for place in cast]
            tried = any(_COURT & each for each in said) and any(_DOCK & each for each in said)
        dock = tuple(
            Accused(everybody[int(index.cast_person[place])], roles[place], verdicts[place])
            for place in cast
            if tried and (verdicts[place] or _DOCK & set(words(roles[place])))
        )
        if dock:
            event = dataset.events.iloc[row]
            found.append(
                Trial(
                    event_id=event["event_id"],
                    title=event["title"],
                    when=str(event["when"]),
                    summary=event["summary"],
                    dock=dock,
                    counts=_counts(dataset, event["event_id"]),
                )
            )
    return tuple(found)


def numbers(text: str) -> frozenset[str]:
    """The numbers by which people or years of prison are counted in a text; days, dates and other times are none.

    numbers("Seventeen: thirteen to death, on 30 January 1937")  # {"seventeen", "thirteen"}
    """
    said = words(text)
    found = set()
    for place, word in enumerate(said):
        after = said[place + 1] if place + 1 < len(said) else ""
        before = said[place - 1] if place else ""
        counted = word in _SPOKEN or _FIGURE.fullmatch(word)
        if counted and after not in _TIMES | _MONTHS and before not in _MONTHS:
            found.add(word)
    return frozenset(found)


def _counts(dataset: Dataset, event_id: str) -> tuple[Count, ...]:
    asked = (
        _count(question)
        for question in questions_of(dataset, event_id)
        if numbers(_first_sentence(question.record)) - {"all", "both"} or numbers(question.question)
    )
    return tuple(count for count in asked if count.positions)


def _count(question: Question) -> Count:
    recorded = numbers(question.record)
    positions = []
    for position in filter(is_position, question.positions):
        said = numbers(position.position)
        speakers = tuple(answer.speaker for answer in position.answers)
        positions.append((position.position, speakers, not said <= recorded))
    return Count(question, tuple(positions))


def _first_sentence(text: str) -> str:
    return _SENTENCE_END.split(text, maxsplit=1)[0]
