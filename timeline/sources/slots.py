"""What can be told of one event, slot by slot: its name, its date, what was done, the answers to its questions.

for slot in slots_of(dataset, "kirov-murder", ["prolewiki", "spartacus"]):
    print(slot.heading, {source: said[0].words for source, said in slot.said.items()}, slot.contradicted)

A slot has what each source itself says; nothing is taken from the record or from another source. Whether what is said
contradicts itself is asked of `timeline.sources.sides`, for questions, dates and stances alike.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import combinations

from timeline.dataset import Dataset
from timeline.dataset.brackets import own_words
from timeline.dataset.marks import Mark
from timeline.dates import HistoricalDate
from timeline.query.folding import words
from timeline.query.sides import AGAINST, FOR, Pairs, contradict, contradicted
from timeline.query.witnesses import Witnesses, is_hearsay, origins
from timeline.sources.accounts import Account, accounts_of, cast_of
from timeline.sources.naming import parts_given, spellings
from timeline.sources.questions import Question, is_position, questions_of

SHORT = 5  # words of a quotation that a slot has room for


class Kind(StrEnum):
    """What a slot is about."""

    NAMED = "named"
    WHEN = "when"
    DONE = "done"
    PEOPLE = "people"
    STANCE = "stance"
    QUESTION = "question"


_HEADINGS = {
    Kind.NAMED: "How named",
    Kind.WHEN: "When",
    Kind.DONE: "What was done",
    Kind.PEOPLE: "Who acts",
    Kind.STANCE: "Official version",
}


@dataclass(frozen=True, slots=True)
class Statement:
    """What fills a slot. `words` are the source's own (what is in [brackets] in them is ours), `ours` say it for it.

    Equal `same` say the same, "" can be compared with nothing. `phrases` are the exact words behind it, `said` our
    whole sentence, `locator` the place, `marks` what frames it in the phrases.
    """

    words: str
    ours: str
    same: str
    phrases: tuple[str, ...] = ()
    said: str = ""
    locator: str = ""
    marks: tuple[Mark, ...] = ()


Said = Mapping[str, tuple[Statement, ...]]


@dataclass(frozen=True, slots=True)
class Slot:
    """One thing that each source tells or leaves out.

    `said` has by source_id what a source fills it with, most often one statement; `notes` what somebody found who
    looked for it in a source and saw that it says nothing. `contradicted`: two independent witnesses cannot both be
    right; `second_hand`: two cannot, but only if hearsay is heard. `comparable`: different statements are more than
    different words. `record` is the record's own, None if it has none.
    """

    kind: Kind
    heading: str
    said: Said
    compatible: Pairs = frozenset()
    comparable: bool = False
    contradicted: bool = False
    second_hand: bool = False
    question_id: str = ""
    question: str = ""
    notes: Mapping[str, str] = field(default_factory=dict)
    record: Statement | None = None

    def can_both_be_true(self, one: str, other: str) -> bool:
        """Whether two statements, by their `same`, exclude each other nowhere."""
        return self.comparable and not contradict(one, other, self.compatible)


def slots_of(dataset: Dataset, event_id: str, speaking: Collection[str]) -> tuple[Slot, ...]:
    """The slots of the event that somebody who speaks fills, those of its questions last, most contested first.

    Raises KeyError if there is no such event.
    """
    told = [account for account in accounts_of(dataset, event_id) if account.source_id in speaking]
    slots = _Slots(dataset, event_id, told)
    asked = (slots.asked(question, speaking) for question in questions_of(dataset, event_id))
    found = [
        slots.named(),
        slots.when(),
        slots.done(),
        slots.people(),
        slots.stance(),
        *sorted(asked, key=_contest),
    ]
    return tuple(slot for slot in found if slot.said)


def short_words(quotations: Sequence[str]) -> str:
    """The quotation that a slot shows: the first that is short, else the first, whole. None is ever cut.

    What is left out of the middle of a sentence can turn it into another ("Stalin claimed that ...").
    """
    return next((each for each in quotations if len(each.split()) <= SHORT), next(iter(quotations), ""))


def _contest(slot: Slot) -> tuple[bool, bool, int, int]:
    """The most contested first: a contradiction, one at second hand, many different answers, many answers."""
    held = {said.same for statements in slot.said.values() for said in statements}
    return (not slot.contradicted, not slot.second_hand, -len(held), -len(slot.said))


class _Slots:
    """Makes the slots of one event from the accounts that are heard."""

    def __init__(self, dataset: Dataset, event_id: str, told: Sequence[Account]) -> None:
        self._dataset, self._event_id, self._told = dataset, event_id, told
        self._event = dataset.event(event_id)

    def named(self) -> Slot:
        """What each calls the event. A name that is wholly ours is none of the source's."""
        said = {
            told.source_id: (_told(told, told.called, _folded(own_words(told.called))),)
            for told in self._told
            if own_words(told.called)
        }
        notes = {
            told.source_id: told.called for told in self._told if told.called and not own_words(told.called)
        }
        return Slot(
            Kind.NAMED,
            _HEADINGS[Kind.NAMED],
            said,
            notes=notes,
            record=Statement("", self._event["title"], ""),
        )

    def when(self) -> Slot:
        """The date that each gives. Dates that have a day in common can both be true."""
        said, dates = {}, {}
        for told in self._told:
            if told.when:
                read = str(told.when)
                means = "" if _folded(read) == _folded(told.date) else f"Read as {read}."
                said[told.source_id] = (_told(told, told.date, told.when.edtf, means),)
                dates[told.when.edtf] = told.when
        compatible = frozenset(
            frozenset(pair) for pair in combinations(dates, 2) if _meet(dates[pair[0]], dates[pair[1]])
        )
        record = None
        if not self._event["placed_by"]:
            record = Statement("", str(self._event["when"]), self._event["when"].edtf)
        return self._judged(Kind.WHEN, said, compatible, record)

    def done(self) -> Slot:
        """What each says was done."""
        said = {
            told.source_id: (_told(told, told.act, _folded(own_words(told.act))),)
            for told in self._told
            if own_words(told.act)
        }
        return Slot(Kind.DONE, _HEADINGS[Kind.DONE], said)

    def people(self) -> Slot:
        """Whom each names, as it spells them, and the parts that it gives them itself."""
        spelt = spellings(self._dataset, self._event_id)
        said = {}
        for told in self._told:
            parts = parts_given(self._dataset).get((self._event_id, told.source_id), {})
            named = dict.fromkeys([*spelt[told.source_id], *parts])
            if named:
                pieces = []
                for person in named:
                    own = next(
                        (use.spelling for use in spelt[told.source_id].get(person, ()) if use.quoted), ""
                    )
                    part = f"[{parts[person]}]" if parts.get(person) else ""
                    name = own or f"[{self._dataset.person_name(person)}]"
                    pieces.append(f"{name} {part}".rstrip().replace("] [", ", "))
                same = "\n".join(sorted(named))
                said[told.source_id] = (_told(told, ", ".join(pieces), same),)
        cast = cast_of(self._dataset, self._event_id)
        record = Statement(
            "",
            ", ".join(person.name for person in cast),
            "\n".join(sorted(person.person_id for person in cast)),
        )
        return Slot(Kind.PEOPLE, _HEADINGS[Kind.PEOPLE], said, record=record if cast else None)

    def stance(self) -> Slot:
        """How each treats the official version."""
        said = {
            told.source_id: (Statement("", told.stance.name, told.stance.id, said=told.stance.description),)
            for told in self._told
            if told.stance
        }
        taken = {statement.same for (statement,) in said.values()}
        excluding = {frozenset((one, other)) for one in FOR for other in AGAINST}
        compatible = frozenset(frozenset(pair) for pair in combinations(taken, 2)) - excluding
        return self._judged(Kind.STANCE, said, compatible, None)

    def asked(self, question: Question, speaking: Collection[str]) -> Slot:
        """What each answers to a question of the event."""
        said: dict[str, tuple[Statement, ...]] = {}
        notes: dict[str, str] = {}
        first_hand: dict[str, frozenset[str]] = {}
        all_told: dict[str, frozenset[str]] = {}
        counted, origin = Witnesses(self._dataset), origins(self._dataset)
        for position in question.positions:
            heard = [answer for answer in position.answers if answer.source_id in speaking]
            if not is_position(position):
                notes |= {answer.source_id: answer.answer for answer in heard}
                continue
            for answer in heard:
                statement = Statement(
                    words=short_words(answer.wording),
                    ours=position.position,
                    same=position.side,
                    phrases=answer.wording,
                    said=answer.answer,
                    locator=answer.locator,
                )
                said[answer.source_id] = (*said.get(answer.source_id, ()), statement)
            held = counted.among(heard)
            first_hand[position.side] = first_hand.get(position.side, frozenset()) | held
            heard_of = held | {
                origin[each.source_id] for each in heard if is_hearsay(self._dataset, each.source_id)
            }
            all_told[position.side] = all_told.get(position.side, frozenset()) | heard_of
        clash = contradicted(first_hand, question.compatible)
        record = Statement("", "", "", said=question.record, locator=question.record_basis)
        return Slot(
            Kind.QUESTION,
            question.short,
            said,
            compatible=question.compatible,
            comparable=True,
            contradicted=clash,
            second_hand=not clash and contradicted(all_told, question.compatible),
            question_id=question.question_id,
            question=question.question,
            notes=notes,
            record=record if question.record else None,
        )

    def _judged(self, kind: Kind, said: Said, compatible: Pairs, record: Statement | None) -> Slot:
        """A slot whose statements can exclude each other, and whether those of independent witnesses do."""
        first_hand: dict[str, set[str]] = {}
        all_told: dict[str, set[str]] = {}
        origin = origins(self._dataset)
        for source, statements in said.items():
            for statement in statements:
                all_told.setdefault(statement.same, set()).add(origin[source])
                if not is_hearsay(self._dataset, source):
                    first_hand.setdefault(statement.same, set()).add(origin[source])
        clash = contradicted(first_hand, compatible)
        return Slot(
            kind,
            _HEADINGS[kind],
            said,
            compatible=compatible,
            comparable=True,
            contradicted=clash,
            second_hand=not clash and contradicted(all_told, compatible),
            record=record,
        )


def _told(told: Account, text: str, same: str, said: str = "") -> Statement:
    """A statement out of an account: its quotations are the exact words behind it."""
    return Statement(text, "", same, told.wording, said, told.locator, told.marks)


def _meet(one: HistoricalDate, other: HistoricalDate) -> bool:
    """Whether some day is possible by both dates."""
    return all(
        first is None or last is None or first <= last
        for first, last in ((one.earliest, other.latest), (other.earliest, one.latest))
    )


def _folded(text: str) -> str:
    return " ".join(words(text)) or text
