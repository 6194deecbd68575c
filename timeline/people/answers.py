"""A person in three minutes: who this was, what happened, who says so, and whether the sources agree.

    found = answer(dataset, "yenukidze")
    print(found.end.title, found.end.basis, [str(one) for one in found.speakers], len(found.contradicted))

The end of a life is the event that tells it; the record vouches for it by its works, and a source by naming the person
there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.dataset import Dataset
from timeline.dates import day_number
from timeline.people.disagreements import Point, disagreements, other_parts
from timeline.people.fates import fate_of
from timeline.people.lifelines import Life, Part, life
from timeline.people.portraits import Portrait, portraits
from timeline.people.questions import Concern, concerns
from timeline.people.roles import kind_of
from timeline.query.folding import words
from timeline.query.index import index_of
from timeline.query.witnesses import origins
from timeline.sources.contested import Standing, contest_of
from timeline.sources.silences import SilenceKind
from timeline.sources.speaking import Speaking, said_by
from timeline.sources.who import Who, who

_STRUCK = ("struck", "death")
_WEEK = 7  # days


@dataclass(frozen=True, slots=True)
class End:
    """The event in which a life ends.

    `when` is the record's date in words, "" where the record has none; `established` how firmly, `basis` by which works
    as the table has them. `tellers` are those who tell it and name the person.
    """

    event_id: str
    title: str
    when: str
    established: str
    verdict: str
    basis: str
    tellers: tuple[Who, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What there is to say of a person at first, and what it is taken from: the portraits, and the questions asked.

    `end` is None where no event tells it. `speakers` name the person, `silent` are the documents that do not, by the
    kind of their silence; a mirror that says nothing of its own is counted with neither. `contradicted` cannot both be
    true; `apart` are other parts and missing names. `differing` questions are answered in ways that can all be true;
    of `claims` only one text answers.
    """

    person: Life
    painted: tuple[Portrait, ...]
    asked: tuple[Concern, ...]
    documents: int
    end: End | None
    speaking: Speaking
    speakers: tuple[Who, ...]
    sources: tuple[str, ...]
    silent: tuple[tuple[SilenceKind, tuple[Who, ...]], ...]
    contradicted: tuple[Point, ...]
    apart: tuple[Point, ...]
    differing: int
    claims: int

    @property
    def disputed(self) -> int:
        """On how many points independent witnesses, or one and the record, contradict each other."""
        return sum(point.standing is Standing.DISPUTED for point in self.contradicted)

    @property
    def alone(self) -> bool:
        """Whether only one name speaks, so that nobody could contradict it."""
        return self.speaking.names == 1


def answer(dataset: Dataset, person_id: str) -> Answer:
    """The person in short; raise KeyError if there is no such person."""
    person, painted = life(dataset, person_id), portraits(dataset, person_id)
    naming = tuple(
        dict.fromkeys(mention.account.source_id for portrait in painted for mention in portrait.named)
    )
    asked = concerns(dataset, person_id)
    standings = [contest_of(dataset, one.question.question_id).standing for one in asked if one.named]
    return Answer(
        person=person,
        painted=painted,
        asked=asked,
        documents=len({origins(dataset)[document] for document in dataset.documents}),
        end=_end(dataset, person, painted),
        speaking=said_by(dataset, naming),
        speakers=who(dataset, naming),
        sources=naming,
        silent=tuple(_silent(dataset, painted)),
        contradicted=disagreements(dataset, person_id, painted, asked),
        apart=other_parts(dataset, person_id, painted),
        differing=standings.count(Standing.OPEN),
        claims=standings.count(Standing.CLAIM),
    )


def _silent(dataset: Dataset, painted: Sequence[Portrait]) -> list[tuple[SilenceKind, tuple[Who, ...]]]:
    found: dict[SilenceKind, list[str]] = {}
    for portrait in painted:
        if portrait.silence:
            found.setdefault(portrait.silence, []).append(portrait.source_id)
    return [(kind, who(dataset, found[kind])) for kind in SilenceKind if kind in found]


def _end(dataset: Dataset, person: Life, painted: Sequence[Portrait]) -> End | None:
    ends = [part for part in person.parts if _tells_end(dataset, person, part)]
    if not ends:
        return None
    importance = dataset.events["importance"]
    last = max(ends, key=lambda part: (_names_fate(person, part), int(importance.iloc[part.row]), part.row))
    event = dataset.events.iloc[last.row]
    tellers = (
        mention.account.source_id
        for portrait in painted
        for mention in portrait.named
        if mention.event_id == event["event_id"]
    )
    recorded = not event["placed_by"]
    return End(
        event_id=event["event_id"],
        title=event["title"],
        when=str(event["when"]) if recorded else "",
        established=event["established"] if recorded else "",
        verdict=last.verdict,
        basis=event["basis"],
        tellers=who(dataset, tellers),
    )


def _tells_end(dataset: Dataset, person: Life, part: Part) -> bool:
    """Whether the person is struck or dies in this event, and it tells the fate or lies at the date of death."""
    if kind_of(part.role).id not in _STRUCK:
        return False
    if _names_fate(person, part):
        return True
    if person.died is None or person.died.earliest is None or person.died.latest is None:
        return False
    index = index_of(dataset)
    first, last = int(index.first[part.row]), int(index.last[part.row])
    died = day_number(person.died.earliest), day_number(person.died.latest)
    # Who dies in the year of an arrest, or on one day of a long affair, is not told to have died by it.
    known = died[1] - died[0] <= _WEEK and last - first <= _WEEK
    return known and first <= died[1] and last >= died[0]


def _names_fate(person: Life, part: Part) -> bool:
    """Whether the word for the part is the fate: "executed" for who was shot, "suicide" for who shot himself."""
    return bool(words(part.role)) and bool(person.fate.id) and fate_of(part.role).id == person.fate.id
