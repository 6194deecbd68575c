"""How each source paints a person: in which events, as what, in which words, and where it is silent.

    for portrait in portraits(dataset, "yagoda"):
        print(portrait.speaker, portrait.parts, portrait.silence)

A document speaks with all its voices. Nothing is judged here: parts are counted, the words are the sources' own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from timeline.dataset import Dataset, Stance
from timeline.people.lifelines import Life, life
from timeline.people.mentions import Mention, mentions
from timeline.query.index import index_of
from timeline.sources.silences import SilenceKind, silence_kind


@dataclass(frozen=True, slots=True)
class Tally:
    """A word and how often it is meant; `own` if it is a source's own word for the part and not the record's.

    `by` are the voices that alone give the part, where the document that prints them does not give it itself.
    """

    word: str
    count: int
    own: bool = False
    by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Portrait:
    """What one document, with its voices, makes of a person.

    `named` are the accounts that name him or her, in time; `repeated` those of them that only repeat another's that is
    here too; `unnamed` the events of this life that the document tells
    without the name, `silent` those that it does not tell, by kind of silence (event_ids). `parts` are the parts in the
    accounts that name, the source's own words for them first; `spellings` as the document writes the name itself.
    `silence` is None if the document names the person anywhere, else the kind nearest to telling.
    """

    source_id: str
    speaker: str
    perspective: str
    repeats: str
    named: tuple[Mention, ...]
    repeated: tuple[Mention, ...]
    unnamed: tuple[str, ...]
    silent: dict[SilenceKind, tuple[str, ...]]
    parts: tuple[Tally, ...]
    spellings: tuple[Tally, ...]
    stances: tuple[tuple[Stance, int], ...]
    silence: SilenceKind | None

    @property
    def own(self) -> tuple[Mention, ...]:
        """The accounts that name the person and do not repeat another."""
        return tuple(mention for mention in self.named if mention not in self.repeated)

    @property
    def own_parts(self) -> tuple[Tally, ...]:
        """The parts in the accounts that do not repeat another."""
        return _parts(self.own)

    @property
    def events(self) -> int:
        """In how many events the document names the person."""
        return len({mention.event_id for mention in self.named})

    @property
    def telling(self) -> Mention | None:
        """The account that shows most of the portrait: with a part of its own, else the name in the source's words."""

        def shows(mention: Mention) -> tuple[bool, bool, bool]:
            return bool(mention.given), bool(mention.spellings), bool(mention.account.wording)

        return max(self.named, key=shows, default=None)


def portraits(dataset: Dataset, person_id: str) -> tuple[Portrait, ...]:
    """One portrait for each document, in their order; raise KeyError if there is no such person."""
    person = life(dataset, person_id)
    read: dict[str, list[Mention]] = {}
    naming = set()
    for mention in mentions(dataset, person_id):
        read.setdefault(mention.account.document, []).append(mention)
        if mention.named:
            naming.add((mention.event_id, mention.account.source_id))
    return tuple(
        _portrait(dataset, person, dataset.source(document), read.get(document, []), naming)
        for document in dataset.documents
    )


def record_parts(person: Life) -> tuple[Tally, ...]:
    """The parts of a person by the record, the most frequent first."""
    return _tallies(part.role for part in person.parts if part.role)


def _portrait(
    dataset: Dataset,
    person: Life,
    source: Mapping[str, Any],
    read: list[Mention],
    naming: set[tuple[str, str]],
) -> Portrait:
    named = tuple(mention for mention in read if mention.named)
    told = {mention.event_id for mention in read}
    telling_name = {mention.event_id for mention in named}
    silent = _silent(dataset, person, source, told)
    kinds = [kind for kind in SilenceKind if kind in silent]
    stances = Counter(mention.account.stance.id for mention in named if mention.account.stance)
    spellings = Counter(
        use for mention in named for use in dict.fromkeys(spelling.spelling for spelling in mention.spellings)
    )
    silence = None
    if not named:
        silence = SilenceKind.NOT_MENTIONED if told else kinds[0] if kinds else SilenceKind.NOT_CODED
    return Portrait(
        source_id=source["source_id"],
        speaker=source["speaker"],
        perspective=source["perspective"],
        repeats=dataset.speaker(source["derives_from"]),
        named=named,
        repeated=tuple(
            mention for mention in named if (mention.event_id, mention.account.derives_from) in naming
        ),
        unnamed=tuple(dict.fromkeys(m.event_id for m in read if m.event_id not in telling_name)),
        silent=silent,
        parts=_parts(named),
        spellings=tuple(Tally(word, count, True) for word, count in spellings.most_common()),
        stances=tuple((stance, stances[stance.id]) for stance in dataset.stances if stances[stance.id]),
        silence=silence,
    )


def _silent(
    dataset: Dataset, person: Life, source: Mapping[str, Any], told: set[str]
) -> dict[SilenceKind, tuple[str, ...]]:
    """The events of the life that the document does not tell, by the kind of its silence."""
    index = index_of(dataset)
    coded = bool(index.sources.events_of(index.sources.row[source["source_id"]]).size)
    found: dict[SilenceKind, list[str]] = {}
    ids = dataset.events["event_id"]
    for part in person.parts:
        if ids.iloc[part.row] not in told:
            days = int(index.first[part.row]), int(index.last[part.row])
            found.setdefault(silence_kind(source, coded, *days), []).append(ids.iloc[part.row])
    return {kind: tuple(found[kind]) for kind in SilenceKind if kind in found}


def _parts(named: Iterable[Mention]) -> tuple[Tally, ...]:
    """The parts in these accounts, one event once for each: the document's own words, its voices', the record's."""
    events: dict[tuple[str, bool], set[str]] = {}
    speakers: dict[tuple[str, bool], dict[str, None]] = {}
    for mention in named:
        if mention.part:
            said = mention.part, bool(mention.given)
            events.setdefault(said, set()).add(mention.event_id)
            speakers.setdefault(said, {})[mention.account.speaker if mention.account.depth else ""] = None
    found = [
        Tally(
            part, len(told), own, tuple(speakers[part, own]) if own and "" not in speakers[part, own] else ()
        )
        for (part, own), told in events.items()
    ]
    return tuple(sorted(found, key=lambda tally: (not tally.own, bool(tally.by), -tally.count)))


def _tallies(words: Iterable[str]) -> tuple[Tally, ...]:
    return tuple(Tally(word, count) for word, count in Counter(words).most_common())
