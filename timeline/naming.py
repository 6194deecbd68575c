"""The same thing under different names: what each source calls the event, and how it spells its people.

    for naming in names(dataset, "kirov-murder"):
        print(naming.name, {use.speaker: use.spelling for use in naming.used})

A person is looked for in an account by all names of people.csv, in any script and romanisation, and by a surname
that nobody else in the event has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from timeline.dataset import Dataset
from timeline.folding import key, plain
from timeline.framing import Account, Participant, accounts_of, cast_of

_WORD = re.compile(r"[^\W_]+")


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
    """One thing and what the sources call it: the event ("event", its id), or a person ("person", person_id).

    `name` is ours, `role` a person's in the event. Sources come in their order, a source that uses several
    spellings has them one after the other.
    """

    kind: str
    id: str
    name: str
    role: str
    used: tuple[Spelling, ...]


Names = tuple[Naming, ...]


def names(dataset: Dataset, event_id: str) -> Names:
    """Line up the names of the event, then of its people whom some account names; KeyError if there is none such."""
    told = accounts_of(dataset, event_id)
    title = str(dataset.events.loc[dataset.events["event_id"] == event_id, "title"].iloc[0])
    called = tuple(
        Spelling(account.source_id, account.speaker, account.depth, account.called, True)
        for account in told
        if account.called
    )
    found = [Naming("event", event_id, title, "", called)]
    finder = _Finder(dataset, event_id)
    for person in finder.cast:
        used = tuple(use for account in told for use in finder.spellings(person, account))
        if used:
            found.append(Naming("person", person.person_id, person.name, person.role, used))
    return tuple(found)


def find_people_in(dataset: Dataset, event_id: str) -> dict[str, tuple[str, ...]]:
    """For each source that tells the event, the people of it whom its account names, with the record's roles."""
    finder = _Finder(dataset, event_id)
    return {
        account.source_id: tuple(
            f"{person.name} ({person.role})" if person.role else person.name
            for person in finder.cast
            if next(finder.spellings(person, account), None)
        )
        for account in accounts_of(dataset, event_id)
    }


class _Finder:
    """Finds the people of one event in texts."""

    def __init__(self, dataset: Dataset, event_id: str) -> None:
        self.cast: tuple[Participant, ...] = tuple(
            {person.person_id: person for person in cast_of(dataset, event_id)}.values()
        )
        wanted = {person.person_id for person in self.cast}
        people = dataset.people[dataset.people["person_id"].isin(wanted)]
        full = {
            person: [name, *filter(None, (part.strip() for part in others.split(";")))]
            for person, name, others in zip(
                people["person_id"], people["name"], people["also_known_as"], strict=True
            )
        }
        self._names = {person: {_sounds(name) for name in spelt} for person, spelt in full.items()}
        surnames = {person: _sounds(spelt[0])[-1:] for person, spelt in full.items()}
        for person, surname in surnames.items():
            if list(surnames.values()).count(surname) == 1:
                self._names[person].add(surname)

    def spellings(self, person: Participant, account: Account) -> Iterator[Spelling]:
        """Each different spelling of the person in the account, the source's own words first."""
        seen: set[str] = set()
        for text, quoted in (
            (account.called, True),
            *((phrase, True) for phrase in account.wording),
            (account.account, False),
            (account.framing, False),
        ):
            for spelling in _find(text, self._names[person.person_id]):
                if spelling not in seen:
                    seen.add(spelling)
                    yield Spelling(account.source_id, account.speaker, account.depth, spelling, quoted)


def _sounds(name: str) -> tuple[str, ...]:
    return tuple(key(plain(word)) for word in _WORD.findall(name))


def _find(text: str, wanted: set[tuple[str, ...]]) -> Iterator[str]:
    """The pieces of the text that sound like one of the names, the longest at each place."""
    found = list(_WORD.finditer(text))
    sounds = [key(plain(word.group())) for word in found]
    longest = max(map(len, wanted), default=0)
    place = 0
    while place < len(found):
        for length in range(min(longest, len(found) - place), 0, -1):
            piece = found[place : place + length]
            if tuple(sounds[place : place + length]) in wanted and not piece[0].group()[0].islower():
                yield text[piece[0].start() : piece[-1].end()]
                place += length
                break
        else:
            place += 1
