"""What a class is led through in one step of a tour, and how long that takes.

for step in tour.steps:
    told = lesson(dataset, step)
    print(step.heading, [account.speaker for account in told.revealed])
print("about", minutes(dataset, tour), "minutes")
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from timeline.dataset import Dataset
from timeline.query.index import index_of
from timeline.query.selection import Selection
from timeline.sources.accounts import Account, Question, Silence, accounts_of, questions_of, silences_of
from timeline.tours.tours import Step, Tour

# Minutes, as taught: a hypothesis is written before and after, an event is set, a telling is predicted and read,
# the record is held against it.
FOR_A_HYPOTHESIS, FOR_AN_EVENT, FOR_A_TELLING, FOR_THE_RECORD = 3.0, 0.5, 1.5, 1.0


@dataclass(frozen=True, slots=True)
class Lesson:
    """One step: the tellings that are revealed one by one, who else tells the event, who is silent, the record.

    `further` are tellings that the step's view does not ask for.
    """

    step: Step
    revealed: tuple[Account, ...]
    further: tuple[Account, ...]
    silences: tuple[Silence, ...]
    questions: tuple[Question, ...]


def lesson(dataset: Dataset, step: Step) -> Lesson:
    """What the step shows. If its view names sources, theirs are the tellings, in that order; else all are.

    A document that is named and does not tell the event itself speaks through the voices that it prints. Raises
    KeyError if the dataset has no such event.
    """
    told = {account.source_id: account for account in accounts_of(dataset, step.event_id)}
    named = Selection.from_query(step.view, dataset).selection.sources
    chosen = dict.fromkeys(teller for source in named for teller in _tellers(dataset, source, told))
    revealed = [told[source] for source in (chosen if named else told)]
    return Lesson(
        step=step,
        revealed=tuple(revealed),
        further=tuple(account for account in told.values() if account not in revealed),
        silences=silences_of(dataset, step.event_id),
        questions=questions_of(dataset, step.event_id),
    )


def minutes(dataset: Dataset, tour: Tour) -> int:
    """How long the tour takes in class: an estimate from its hypotheses, events, tellings and records."""
    taken = 2 * FOR_A_HYPOTHESIS
    for step in tour.steps:
        told = lesson(dataset, step)
        taken += FOR_AN_EVENT + FOR_A_TELLING * len(told.revealed)
        taken += FOR_THE_RECORD if any(question.record for question in told.questions) else 0
    return ceil(taken)


def prediction(account: Account) -> str:
    """What a class is asked before it reads a telling: who speaks is known, and what he will say is not."""
    return f"What will {account.speaker} say about it?"


def _tellers(dataset: Dataset, source: str, told: dict[str, Account]) -> list[str]:
    """The source if it tells the event, else the voices in it that do."""
    if source in told:
        return [source]
    index = index_of(dataset)
    inner = (index.sources.ids[row] for row in index.voices(index.sources.row[source]))
    return [voice for voice in inner if voice in told]
