"""The words of one source: how it spells people, what it calls events, which words it returns to or has alone.

    words = vocabulary(dataset, own_telling(dataset, "prolewiki").told, "prolewiki")
    for term in words.alone:
        print(term.text, term.at)

Only what the source says itself is looked at, and of that only the exact phrases of the tables: a voice that it prints
has words of its own, and the name of an event may be ours. `at` are the numbers of the told events in which a word
stands, as in an index at the end of a book.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from timeline.dataset import Dataset, brackets
from timeline.query.folding import words
from timeline.query.index import index_of
from timeline.query.witnesses import origins
from timeline.sources.accounts import Account
from timeline.sources.naming import parts_given, person_called, spellings
from timeline.sources.narrative import Told
from timeline.sources.own_words import folded, own_words, telling_words

_Places = dict[str, dict[int, None]]  # a text, and the numbers of the events in which it stands
_OFTEN = 2  # passages from which on a word is one that the source returns to


@dataclass(frozen=True, slots=True)
class Term:
    """A word or a name as the source has it, and the numbers of the told events in which it stands.

    `places` are how many passages have it: one phrase, or one passage, that serves for several events is one.
    """

    text: str
    at: tuple[int, ...]
    places: int = 1


@dataclass(frozen=True, slots=True)
class PersonTerms:
    """A person, and how the source spells the name in its own words, those that it has most often first.

    `parts` are those that it gives where the record has others, in our words. `at` are all told events in which it
    names the person, also where only our summary of it shows that.
    """

    person_id: str
    name: str
    spelt: tuple[Term, ...]
    parts: tuple[Term, ...]
    at: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of a source, names in the order of people.csv without the speaker's, words by how often they stand.

    `often` are words of its exact phrases that stand in more than one passage; `alone` are those that neither the
    record nor the phrases of anybody else have of the same event, where phrases of somebody else are known (who repeats
    another is not somebody else); `frame_words` are words that return in our descriptions of how it frames the events.
    """

    people: tuple[PersonTerms, ...]
    often: tuple[Term, ...]
    alone: tuple[Term, ...]
    frame_words: tuple[Term, ...]


def vocabulary(dataset: Dataset, told: Sequence[Told], source_id: str) -> Vocabulary:
    """The words that the source itself has in these events."""
    own = [(line, account) for line in told for account in line.accounts if account.source_id == source_id]
    names = _names(dataset)
    shared = shared_words(dataset, told, source_id)
    often, alone, frame_words = _Words(names), _Words(names), _Words(names)
    for line, account in own:
        others = shared[line.event_id]
        for phrase in account.wording:
            often.add(line.number, phrase, telling_words(phrase), account.locator)
            if others is not None:
                alone.add(line.number, phrase, own_words(phrase, others), account.locator)
        frame_words.add(line.number, account.framing, telling_words(account.framing))
    return Vocabulary(
        people=_people(dataset, own, source_id),
        often=often.terms(_OFTEN),
        alone=alone.terms(),
        frame_words=frame_words.terms(_OFTEN),
    )


def shared_words(dataset: Dataset, told: Sequence[Told], source_id: str) -> dict[str, frozenset[str] | None]:
    """For each told event the words that the source does not have alone: the record's, names, and everybody else's.

    None where no phrase of anybody else is known. Who repeats the source, or whom it repeats, is not somebody else.
    """
    first_hand = origins(dataset)
    neutral = _names(dataset)
    recorded = _recorded(dataset, told)
    shared: dict[str, frozenset[str] | None] = {}
    for line in told:
        rivals = [
            other
            for other in (*line.accounts, *line.others)
            if first_hand[other.source_id] != first_hand[source_id] and other.wording
        ]
        theirs = folded(phrase for other in rivals for phrase in _said(other))
        shared[line.event_id] = neutral | recorded[line.event_id] | theirs if rivals else None
    return shared


def _said(account: Account) -> tuple[str, ...]:
    """The source's own words in an account."""
    return (brackets.own_words(account.called), *account.wording)


def _names(dataset: Dataset) -> frozenset[str]:
    """The words of all people's names, which are no framing."""
    return folded((*dataset.person_names.values(), *dataset.people["also_known_as"]))


def _recorded(dataset: Dataset, told: Sequence[Told]) -> dict[str, frozenset[str]]:
    """The words with which the record tells these events."""
    rows = index_of(dataset).event_row
    summaries = dataset.events["summary"].iloc[[rows[line.event_id] for line in told]]
    return {
        line.event_id: folded((line.title, summary)) for line, summary in zip(told, summaries, strict=True)
    }


class _Words:
    """Counts words, in whatever case and accents they are written."""

    def __init__(self, left_out: frozenset[str]) -> None:
        self._left_out = left_out
        self._text: dict[str, str] = {}
        self._at: dict[str, dict[int, None]] = {}
        self._seen: dict[str, set[str]] = {}
        self._places: Counter[str] = Counter()

    def add(self, number: int, phrase: str, found: Iterable[tuple[int, int]], passage: str = "") -> None:
        """Take the words of a phrase that begin and end there; `passage` says where the source has it."""
        for start, end in found:
            text = phrase[start:end].strip("'’-")
            keys = words(text)
            if not keys or not self._left_out.isdisjoint(keys):
                continue
            key = " ".join(keys)
            # "Trotskyists" keeps its capital; a word that only begins a sentence or a title loses it.
            if key not in self._text or text.islower() or len(text) < len(self._text[key]):
                self._text[key] = text
            self._at.setdefault(key, {})[number] = None
            stands = {f"phrase: {phrase}", f"passage: {passage or number}"}
            self._places[key] += self._seen.setdefault(key, set()).isdisjoint(stands)
            self._seen[key] |= stands

    def terms(self, least: int = 1) -> tuple[Term, ...]:
        """The words that stand in so many passages at least, the most frequent first."""
        found = [
            Term(self._text[key], tuple(at), self._places[key])
            for key, at in self._at.items()
            if self._places[key] >= least
        ]
        return tuple(sorted(found, key=lambda term: (-term.places, term.text.casefold())))


def _people(dataset: Dataset, own: Iterable[tuple[Told, Account]], source_id: str) -> tuple[PersonTerms, ...]:
    speaker = person_called(dataset, dataset.source(source_id)["author"])
    at: dict[str, dict[int, None]] = {}
    spelt: dict[str, _Places] = {}
    parts: dict[str, _Places] = {}
    for line, _ in own:
        named = spellings(dataset, line.event_id)[source_id]
        given = parts_given(dataset).get((line.event_id, source_id), {})
        for person in (*named, *given):
            at.setdefault(person, {})[line.number] = None
        for person, uses in named.items():
            for use in uses:
                if use.quoted:
                    spelt.setdefault(person, {}).setdefault(use.spelling, {})[line.number] = None
        for person, part in given.items():
            parts.setdefault(person, {}).setdefault(part, {})[line.number] = None
    return tuple(
        PersonTerms(
            person, name, _terms(spelt.get(person, {})), _terms(parts.get(person, {})), tuple(at[person])
        )
        for person, name in dataset.person_names.items()
        if person in at and person != speaker
    )


def _terms(places: _Places) -> tuple[Term, ...]:
    return tuple(
        sorted((Term(text, tuple(at)) for text, at in places.items() if text), key=lambda term: -len(term.at))
    )
