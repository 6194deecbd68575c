"""Whom a source lets speak, and of whom it speaks without a voice of theirs.

heard = quoting(dataset, own_telling(dataset, "prolewiki").told, "prolewiki")
print([voice.speaker for voice in heard.voices], [person.name for person in heard.unheard])
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.dataset import Dataset
from timeline.query.index import index_of
from timeline.query.witnesses import origins
from timeline.sources.accounts import cast_of
from timeline.sources.naming import parts_given, person_called, spellings
from timeline.sources.narrative import Told


@dataclass(frozen=True, slots=True)
class Voice:
    """A voice that the source prints, at depth 1, or that such a voice prints, at depth 2 and so on.

    `at` are the numbers of the told events of which it speaks; `person_id` is who it is, "" if nobody of people.csv.
    """

    source_id: str
    speaker: str
    depth: int
    person_id: str
    at: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Unheard:
    """A person of whom the source speaks, in the told events with these numbers, and who has no voice in it."""

    person_id: str
    name: str
    fate: str
    at: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Quoting:
    """Voices in their order; people of whom it speaks in most events first.

    `shared` are the sources that share its words, by repeating them or being repeated: the voices noted under them may
    stand in it too, so that none of those counts as unheard.
    """

    voices: tuple[Voice, ...]
    unheard: tuple[Unheard, ...]
    shared: tuple[str, ...]


def quoting(dataset: Dataset, told: Sequence[Told], source_id: str) -> Quoting:
    """Who speaks in these events and who does not; a document's own words and those of its voices count.

    Spoken of is who takes part in an event and is named by an account of it, or is given a part there by the account.
    Raises KeyError if there is no such source.
    """
    index = index_of(dataset)
    number = index.sources.row[source_id]
    own_depth = dataset.source(source_id)["depth"]
    at: dict[str, list[int]] = {}
    spoken_of: dict[str, dict[int, None]] = {}
    for line in told:
        named = spellings(dataset, line.event_id)
        cast = {person.person_id for person in cast_of(dataset, line.event_id)}
        for account in line.accounts:
            at.setdefault(account.source_id, []).append(line.number)
            given = parts_given(dataset).get((line.event_id, account.source_id), {})
            for person in (cast & named[account.source_id].keys()) | given.keys():
                spoken_of.setdefault(person, {})[line.number] = None
    shared = _sharing(dataset, source_id)
    within = [dataset.source(index.sources.ids[row]) for row in index.voices(number)]
    kin = (
        dataset.source(index.sources.ids[row])
        for each in shared
        for row in index.voices(index.sources.row[each])
    )
    heard = {person_called(dataset, source["author"]) for source in (*within, *kin)}
    voices = tuple(
        Voice(
            source_id=voice["source_id"],
            speaker=voice["speaker"],
            depth=voice["depth"] - own_depth,
            person_id=person_called(dataset, voice["author"]),
            at=tuple(at.get(voice["source_id"], ())),
        )
        for voice in within[1:]
    )
    people = dataset.people
    unheard = [
        Unheard(person, name, fate, tuple(spoken_of[person]))
        for person, name, fate in zip(people["person_id"], people["name"], people["fate"], strict=True)
        if person in spoken_of and person not in heard
    ]
    return Quoting(voices, tuple(sorted(unheard, key=lambda person: -len(person.at))), shared)


def _sharing(dataset: Dataset, source_id: str) -> tuple[str, ...]:
    """The other sources that are one witness with this one."""
    first_hand = origins(dataset)
    return tuple(
        other
        for other in dataset.sources["source_id"]
        if other != source_id and first_hand[other] == first_hand[source_id]
    )
