"""Whom a source lets speak, and whom it speaks of without ever quoting him.

heard = quoting(dataset, own_telling(dataset, "prolewiki").told, "prolewiki")
print([voice.speaker for voice in heard.voices], [person.name for person in heard.unheard])
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.asking.indexing import index_of
from timeline.dataset import Dataset
from timeline.framing import cast_of
from timeline.tellings.naming import parts_given, person_called, spellings
from timeline.tellings.own_telling import Told


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
    """A person of whom the source speaks, in the told events with these numbers, and who never speaks in it."""

    person_id: str
    name: str
    fate: str
    at: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Quoting:
    """Voices in their order; people of whom it speaks in most events first."""

    voices: tuple[Voice, ...]
    unheard: tuple[Unheard, ...]


def quoting(dataset: Dataset, told: Sequence[Told], source_id: str) -> Quoting:
    """Who speaks in these events and who does not; a document's own words and those of its voices count.

    Spoken of is who takes part in an event and is named by an account of it, or is given a part there by the account.
    Raises KeyError if there is no such source.
    """
    index = index_of(dataset)
    number = index.sources.row[source_id]
    own_depth = int(dataset.sources["depth"].iloc[number])
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
    speakers = dataset.sources.iloc[index.voices(number)]
    who = {author: person_called(dataset, author) for author in speakers["author"]}
    voices = tuple(
        Voice(voice, name, int(depth) - own_depth, who[author], tuple(at.get(voice, ())))
        for voice, name, author, depth in zip(
            *(speakers[column] for column in ("source_id", "speaker", "author", "depth")), strict=True
        )
        if voice != source_id
    )
    people = dataset.people
    unheard = [
        Unheard(person, name, fate, tuple(spoken_of[person]))
        for person, name, fate in zip(people["person_id"], people["name"], people["fate"], strict=True)
        if person in spoken_of and person not in who.values()
    ]
    return Quoting(voices, tuple(sorted(unheard, key=lambda person: -len(person.at))))
