"""The same thing under different names: what each source calls the event, and how it spells its people.

    for naming in names(dataset, "kirov-murder"):
        print(naming.name, {use.speaker: use.spelling for use in naming.used})

A person is looked for by all names of people.csv, in any script and romanisation, and by a surname that nobody
else in the event has. What is found in our summary of an account is told apart from the source's own words: it
shows that the source names him, not how it spells him.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache

from timeline.dataset import Dataset, kept_for_dataset
from timeline.dataset.brackets import has_ours, our_words, own_words
from timeline.dataset.frames import said_of
from timeline.query.folding import key, plain
from timeline.sources.accounts import Account, Participant, accounts_of, cast_of
from timeline.sources.voices import phrases

_WORD = re.compile(r"[^\W_]+")

Sounds = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Spelling:
    """A name as one source has it. `quoted`: in the source's own words; if not, in our summary of it."""

    source_id: str
    speaker: str
    depth: int
    spelling: str
    quoted: bool


@dataclass(frozen=True, slots=True)
class Naming:
    """One thing and what the sources call it: the event (`kind` "event", its id), or a person ("person").

    `name` is ours, `role` a person's in the event. Sources come in their order, a source that uses several
    spellings has them one after the other.
    """

    kind: str
    id: str
    name: str
    role: str
    used: tuple[Spelling, ...]


@dataclass(frozen=True, slots=True)
class Acting:
    """A person in one source's account of an event, and the part: the source's own, or else the record's."""

    person_id: str
    name: str
    part: str

    def __str__(self) -> str:
        return f"{self.name} ({self.part})" if self.part else self.name


Names = tuple[Naming, ...]
_Spelt = dict[str, dict[str, tuple[Spelling, ...]]]  # source_id, person_id


def names(dataset: Dataset, event_id: str) -> Names:
    """Line up the names of the event, then those of its people whom some account names.

    Raises KeyError if there is no such event.
    """
    told = accounts_of(dataset, event_id)
    title = dataset.event_title(event_id)
    called = tuple(
        Spelling(
            account.source_id, account.speaker, account.depth, account.called, not has_ours(account.called)
        )
        for account in told
        if account.called
    )
    finder = Finder(dataset, event_id)
    found = {account.source_id: finder.people_in(account) for account in told}
    people = (
        Naming(
            "person",
            person.person_id,
            person.name,
            person.role,
            tuple(use for named in found.values() for use in named.get(person.person_id, ())),
        )
        for person in finder.cast
    )
    return (Naming("event", event_id, title, "", called), *(person for person in people if person.used))


def people_named(dataset: Dataset, event_id: str) -> dict[str, tuple[Acting, ...]]:
    """For each source that tells the event, the people whom its account names or gives a part, the event's first.

    Raises KeyError if there is no such event.
    """
    finder = Finder(dataset, event_id)
    cast = {person.person_id: person.role for person in finder.cast}
    found = {}
    for account in accounts_of(dataset, event_id):
        named, given = finder.people_in(account), parts_given(dataset).get((event_id, account.source_id), {})
        acting = [person for person in cast if person in named or person in given]
        acting += [person for person in given if person not in cast]
        found[account.source_id] = tuple(
            Acting(person, dataset.person_name(person), given.get(person) or cast.get(person, ""))
            for person in acting
        )
    return found


@kept_for_dataset
def parts_given(dataset: Dataset) -> dict[tuple[str, str], dict[str, str]]:
    """For (event_id, source_id) the parts that the account gives to people where the record has others."""
    accounts = dataset.accounts
    rows = zip(accounts["event_id"], accounts["source_id"], accounts["people"], strict=True)
    return {(event, source): said_of(people) for event, source, people in rows if people}


def spellings(dataset: Dataset, event_id: str) -> _Spelt:
    """For each source that tells the event, the people whom its account names, of the event or not, as it spells them.

    Raises KeyError if there is no such event.
    """
    spelt = _spelt_so_far(dataset)
    if event_id not in spelt:
        finder = Finder(dataset, event_id)
        spelt[event_id] = {
            account.source_id: {person: uses for person, uses in finder.people_in(account).items() if person}
            for account in accounts_of(dataset, event_id)
        }
    return spelt[event_id]


def person_called(dataset: Dataset, name: str) -> str:
    """The only person who has this whole name, in any spelling; "" if nobody or several have it."""
    return _only(_known_of(dataset).names.get(_sounds(name), set()))


def namesakes(dataset: Dataset, person_id: str) -> tuple[str, ...]:
    """The people with whom this one could be confused: of the same surname, or of one same name."""
    known = _known_of(dataset)
    alike = {
        other
        for owners in (*known.names.values(), *known.surnames.values())
        if person_id in owners
        for other in owners
    }
    return tuple(other for other in dataset.people["person_id"] if other in alike and other != person_id)


class Finder:
    """Finds people in texts about one event, or with `cast` in texts about these people (person ids).

    Everybody's names are known, so that another of the same surname is not taken for one of the event's. Who takes no
    part is found by a name or surname that nobody else has.
    """

    def __init__(self, dataset: Dataset, event_id: str = "", cast: Collection[str] = ()) -> None:
        people = {person.person_id: person for person in cast_of(dataset, event_id)} if event_id else {}
        self.cast: tuple[Participant, ...] = tuple(people.values())
        self._taking_part = {*people, *cast}
        self._known = _known_of(dataset)

    def _whose(self, sounds: Sounds) -> str | None:
        """The one person who is called so, "" if several may be meant, None if nobody is called so.

        A name that several have means the one who takes part, if only one does; else nobody is guessed.
        """
        named, surnamed = self._known.names.get(sounds, set()), self._known.surnames.get(sounds, set())
        for owners in (named & self._taking_part, surnamed & self._taking_part, named | surnamed):
            if owners:
                return _only(owners)
        return None

    def people_in(self, account: Account) -> dict[str, tuple[Spelling, ...]]:
        """For each person named in the account, of the event or not, the spellings, the source's own words first."""
        found: dict[str, dict[str, Spelling]] = {}
        own = (own_words(account.called), *account.wording)
        ours = (our_words(account.called), account.account, account.framing)
        for text, quoted in (*((text, True) for text in own), *((text, False) for text in ours)):
            for person, spelling in self.find(text):
                use = Spelling(account.source_id, account.speaker, account.depth, spelling, quoted)
                found.setdefault(person, {}).setdefault(spelling, use)
        return {person: tuple(uses.values()) for person, uses in found.items()}

    def named_in(self, called: str, wording: str, account: str, framing: str) -> set[str]:
        """The people whom an account names, as `people_in` finds them, given the cells of its row."""
        of_name = (own_words(called), our_words(called)) if has_ours(called) else (called,)
        texts = (*of_name, *phrases(wording), account, framing)
        return {person for text in texts for person, _ in self.find(text) if person}

    def find(self, text: str) -> Iterator[tuple[str, str]]:
        """Each (person_id, spelling) in the text, the longest name at each place."""
        words = _WORD.findall(text)
        spans: list[tuple[int, int]] = []
        free = 0
        for place, first in enumerate(words):
            if place < free or first[0].islower() or _sound(first) not in self._known.begin:
                continue
            sounds = tuple(map(_sound, words[place : place + self._known.longest]))
            for length in range(len(sounds), 0, -1):
                person = self._whose(sounds[:length])
                if person is not None:
                    spans = spans or [found.span() for found in _WORD.finditer(text)]
                    free = place + length
                    yield person, text[spans[place][0] : spans[free - 1][1]]
                    break


class _Known:
    """Everybody's names and surnames by their sounds, and who has each.

    `begin` are the sounds with which one of them begins, `longest` is the most words of a name.
    """

    def __init__(self, dataset: Dataset) -> None:
        people = dataset.people
        self.names: dict[Sounds, set[str]] = {}
        self.surnames: dict[Sounds, set[str]] = {}
        for person, name, others in zip(
            people["person_id"], people["name"], people["also_known_as"], strict=True
        ):
            for spelt in filter(_sounds, (name, *others.split(";"))):
                self.names.setdefault(_sounds(spelt), set()).add(person)
            if surname := _sounds(name)[-1:]:
                self.surnames.setdefault(surname, set()).add(person)
        self.begin = {sounds[0] for sounds in (*self.names, *self.surnames)}
        self.longest = max(map(len, self.names), default=0)


_known_of = kept_for_dataset(_Known)


@kept_for_dataset
def _spelt_so_far(dataset: Dataset) -> dict[str, _Spelt]:
    """The spellings of the events asked for so far, by event_id."""
    return {}


def _sounds(name: str) -> Sounds:
    return tuple(_sound(word) for word in _WORD.findall(name))


@lru_cache(maxsize=16_384)
def _sound(word: str) -> str:
    return key(plain(word))


def _only(owners: set[str]) -> str:
    """The only one; "" stands for several."""
    return next(iter(owners)) if len(owners) == 1 else ""
