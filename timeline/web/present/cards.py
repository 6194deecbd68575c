"""A tour as cards: one thing at a time, in the order in which the presses of a clicker show them.

A question, then for each step the event, for each telling first who will speak and then what he says, who else tells
and who is silent, and what the record says; at the end the question again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from timeline.dataset import Dataset
from timeline.exports.citations.citations import cite
from timeline.query.selection import Selection
from timeline.sources.accounts import Account, needs_note
from timeline.sources.blind import blind
from timeline.tours.lessons import Lesson, lesson, prediction
from timeline.tours.tours import Tour
from timeline.web.links import addresses
from timeline.web.links.present import Place


@dataclass(frozen=True)
class Card:
    """One thing that the class sees. `cue` says in a few words what it is, for the teacher.

    `telling` is what the card announces or reveals, None on other cards.
    """

    kind: str
    place: Place
    cue: str
    telling: Telling | None = None

    @property
    def at(self) -> str:
        """The query string of its place."""
        return self.place.to_query()


@dataclass(frozen=True)
class Telling:
    """One telling and who speaks: `label` is his name while names are hidden, `source` his row of sources.csv."""

    account: Account
    source: Mapping[str, str]
    label: str
    question: str
    repeats: str
    note: bool
    evidence: str
    citation: str


@dataclass(frozen=True)
class Slide:
    """A step of the tour, or one of the two questions (then `event` and `lesson` are None)."""

    number: int
    cards: tuple[Card, ...]
    note: str = ""
    heading: str = ""
    event: Mapping[str, Any] | None = None
    lesson: Lesson | None = None
    placed_by: str = ""
    silences: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @property
    def others(self) -> str:
        """The heading over those who tell the event too, and those who are silent."""
        return _others(self.lesson) if self.lesson else ""

    @property
    def compared(self) -> str:
        """The address at which all tellings of the step's event stand side by side."""
        return addresses.compare_event(Selection(), self.lesson.step.event_id) if self.lesson else ""

    @property
    def tellings(self) -> list[Telling]:
        """The tellings that the step reveals, in their order."""
        return [card.telling for card in self.cards if card.kind == "telling" and card.telling]


class Deck:
    """All slides of a tour; `seed` decides which source is "Text A" while names are hidden."""

    def __init__(self, dataset: Dataset, tour: Tour, seed: int) -> None:
        """Write down every card."""
        self._dataset, self.tour = dataset, tour
        lessons = [lesson(dataset, step) for step in tour.steps]
        told = [account.source_id for each in lessons for account in each.revealed]
        # A source keeps its letter through the whole tour, so that a class comes to know it.
        self._labels = {source: label for label, source in blind(seed, told)}
        last = len(lessons) + 1
        self.slides: tuple[Slide, ...] = (
            Slide(0, (Card("question", Place(), "The question of the lesson"),), " ".join(tour.left_out)),
            *(self._slide(each) for each in lessons),
            Slide(last, (Card("end", Place(last), "The question again"),)),
        )
        self.cards: tuple[Card, ...] = tuple(card for slide in self.slides for card in slide.cards)

    def nearest(self, place: Place) -> tuple[Card, str]:
        """The card at this place, or the nearest one there is and a sentence that says so."""
        steps = len(self.tour.steps)
        if place.part in ("others", "record"):
            place = replace(place, shown=0)
        for card in self.cards:
            if card.place == place:
                return card, ""
        if place.step > steps + 1:
            word = f"There is no step {place.step}: this tour has {steps}. This is its end."
            return self.cards[-1], word
        slide = self.slides[place.step]
        count = len(slide.tellings)
        before = [card for card in slide.cards if card.place.shown <= place.shown and card.kind != "ask"]
        if place.part in ("others", "record"):
            word = f"Step {place.step} has no such card: this is what comes before it."
            return slide.cards[-1], word
        if 1 <= place.step <= steps:
            tellings = f"{count} telling{'' if count == 1 else 's'}" if count else "no telling"
            return [card for card in before if card.kind in ("event", "telling")][-1], (
                f"Step {place.step} has {tellings} to reveal, not {place.shown + (place.part == 'ask')}."
            )
        return slide.cards[0], "The question of a tour has nothing to reveal."

    def evidence(self) -> list[Telling]:
        """Every telling that the tour reveals, once: what a class can argue with at the end."""
        found = {telling.evidence: telling for slide in self.slides for telling in slide.tellings}
        return list(found.values())

    def event_of(self, telling: Telling) -> str:
        """The title of the event that a telling is about."""
        return self._dataset.event_title(telling.evidence.split("/")[0])

    def _slide(self, told: Lesson) -> Slide:
        step = told.step
        event = self._dataset.event(step.event_id)
        kinds: dict[str, list[str]] = {}
        for silence in told.silences:
            kinds.setdefault(silence.kind, []).append(silence.speaker)
        return Slide(
            number=step.number,
            cards=tuple(self._cards(told, event)),
            note=step.note,
            heading=step.heading,
            event=event,
            lesson=told,
            placed_by=self._dataset.speaker(event["placed_by"]),
            silences=tuple((kind, tuple(speakers)) for kind, speakers in kinds.items()),
        )

    def _cards(self, told: Lesson, event: Mapping[str, Any]) -> Iterator[Card]:
        step = told.step.number
        yield Card("event", Place(step), "The event, and where it stands")
        for count, account in enumerate(told.revealed):
            telling = self._telling(told.step.event_id, account)
            yield Card("ask", Place(step, count, "ask"), f"Predict: {account.speaker}", telling)
            yield Card("telling", Place(step, count + 1), f"{account.speaker} speaks", telling)
        if told.further or told.silences:
            yield Card("others", Place(step, 0, "others"), _others(told))
        if event["dating"] or event["summary"] or any(question.record for question in told.questions):
            yield Card("record", Place(step, 0, "record"), "What the record says")

    def _telling(self, event_id: str, account: Account) -> Telling:
        return Telling(
            account=account,
            source=self._dataset.source(account.source_id),
            label=self._labels[account.source_id],
            question=prediction(account),
            repeats=self._dataset.speaker(account.derives_from),
            note=needs_note(self._dataset, account.stance),
            evidence=f"{event_id}/{account.source_id}",
            citation=cite(self._dataset, account.source_id, account.locator).chicago,
        )


def _others(told: Lesson) -> str:
    """What the card says that comes after the tellings."""
    if not told.revealed and not told.further:
        return "No source here tells this"
    others = "Who else tells it" if told.revealed else "Who tells it"
    return (
        f"{others}, and who is silent"
        if told.silences and told.further
        else ("Who is silent" if told.silences else others)
    )


def following(cards: Sequence[Card], card: Card) -> tuple[Card | None, Card | None]:
    """The cards before and after this one."""
    at = cards.index(card)
    before = cards[at - 1] if at else None
    return before, cards[at + 1] if at + 1 < len(cards) else None
