"""Whether the notes of a lesson hold: every catchword of a step's note stands in what the step can show.

    for word in unfounded(dataset, tours_of(dataset)):
        print(word.tour_id, word.step, word.word)

A step can show the tellings that it reveals, who speaks in them, which texts are silent, and the record: the event, its
people, and the questions about it with what the record says. What sources answer to these questions is on no card of a
lesson. Catchwords are names, numbers, dates, what is quoted, and every other word but those of `vocabulary.txt`, with
which a teacher speaks of any event. A word counts in every spelling that the search knows, in the plural, and with -ed
or -ing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path

from timeline.dataset import Dataset, Problem
from timeline.dataset.csv_reader import read_table
from timeline.dataset.identifiers import Speller
from timeline.dataset.problems import Report
from timeline.dataset.schema import TOURS
from timeline.dates.spans import MONTHS
from timeline.query.folding import key, words
from timeline.sources.accounts import cast_of
from timeline.sources.voices import nested
from timeline.tours.lessons import Lesson, lesson
from timeline.tours.tours import Step, Tour, tours_of

VOCABULARY = Path(__file__).with_name("vocabulary.txt")

# A note in another language has hardly a word of the vocabulary: it is not judged by it.
LEAST_KNOWN = 0.25

_PIECES = re.compile(
    rf"“(?P<quoted>[^”]+)”|(?P<date>\d{{1,2}} (?:{'|'.join(MONTHS)})\b)|(?P<word>[^\W_]+(?:[-'’][^\W_]+)*)"
)
_SENTENCE_BEGINS = re.compile(r"(?:^|[.?!:…])[\s“(]*$")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3})")
# First what makes a plural, then what makes another form of the verb.
_ENDINGS = (("s",), ("ing", "ed", "e"))
_VOWEL = re.compile("[aeiouy]")

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_NUMBERS = {word: number for number, word in enumerate(_UNITS.split())}
_NUMBERS |= {word: 10 * number for number, word in enumerate(_TENS.split(), 2)}

_TOLD = ("date_as_given", "called", "act", "people", "framing", "account", "wording")
_SPEAKER = (
    "speaker", "title", "author", "publisher", "published", "perspective", "genre", "purpose", "value", "limitation"
)  # fmt: skip
_RECORDED = ("title", "summary", "place", "people", "verdicts", "dating")


@dataclass(frozen=True, slots=True)
class Unfounded:
    """A catchword, as the note writes it, that its step cannot show. `step` counts as `Step.number` does."""

    tour_id: str
    step: int
    word: str


def unfounded(dataset: Dataset, tours: Iterable[Tour]) -> Iterator[Unfounded]:
    """The catchwords that do not hold, by tour and step in the order of the note; each once a step."""
    for tour in tours:
        for step in tour.steps:
            for word in _unfounded_in(dataset, step):
                yield Unfounded(tour.tour_id, step.number, word)


def problems_of_notes(dataset: Dataset) -> tuple[Problem, ...]:
    """A warning for each note of the folder's own tours that does not hold, with its line in tours.csv."""
    tours = tours_of(dataset)
    steps = {(tour.tour_id, step.number): step for tour in tours for step in tour.steps}
    table = read_table(dataset.folder, TOURS, Report(), Speller())
    lines = {(row.cells["event_id"], row.cells["note"]): row.line for row in table.rows}
    found = []
    for place, missing in groupby(unfounded(dataset, tours), lambda it: (it.tour_id, it.step)):
        step = steps[place]
        found.append(
            Problem(
                severity="warning",
                file=TOURS.file,
                line=lines.get((step.event_id, step.note)),
                column="note",
                value="; ".join(it.word for it in missing),
                message=f"step {step.number} of {place[0]} has it in no telling that is revealed, nor in the record",
                hint="leave it out, or reveal who says it",
            )
        )
    return tuple(found)


def _unfounded_in(dataset: Dataset, step: Step) -> Iterator[str]:
    pieces = list(_PIECES.finditer(_THOUSANDS.sub("", step.note)))
    known = sum(set(folded(piece[0])) <= vocabulary() for piece in pieces)
    if not pieces or known < LEAST_KNOWN * len(pieces):
        return
    # A bar stands between texts, and between the phrases of a cell: what is quoted does not run on over it.
    shown = "".join(
        f" {' '.join(folded(part))} |" for text in _shown(dataset, step) for part in text.split("|")
    )
    found: set[str] = set()
    for piece in pieces:
        # What is quoted and the day of a date stand there as a whole, a word by itself.
        whole = piece["quoted"] or piece["date"]
        parts = [" ".join(folded(whole))] if whole else folded(piece[0])
        named = piece[0][0].isupper() and not _SENTENCE_BEGINS.search(piece.string[: piece.start()])
        sought = parts if whole or named else [part for part in parts if part not in vocabulary()]
        if any(f" {part} " not in shown for part in sought) and piece[0] not in found:
            found.add(piece[0])
            yield whole or piece[0]


@cache
def vocabulary() -> frozenset[str]:
    """The words of teaching and those that only join others, as `folded` writes them."""
    lines = VOCABULARY.read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in folded(line))


def folded(text: str) -> list[str]:
    """The words of a text without spelling, ending and capital; a number, however written, in digits."""
    found: list[str] = []
    tens = False
    for word in words(_THOUSANDS.sub("", text)):
        number = _NUMBERS.get(word)
        if number is None:
            found.append(_stem(word))
        elif tens and 0 < number < 10:
            found[-1] = str(int(found[-1]) + number)
        else:
            found.append(str(number))
        tens = number is not None and number >= 20
    return found


def _stem(word: str) -> str:
    """The word without its endings, if three letters are left, a vowel among them: "bring" is no form of "br"."""
    for endings in _ENDINGS:
        shorter = (word.removesuffix(ending) for ending in endings)
        word = next((bare for bare in shorter if bare != word and _is_word(bare)), word)
    return key(f"{word[:-1]}i" if word.endswith("y") else word)


def _is_word(bare: str) -> bool:
    return len(bare) >= 3 and bool(_VOWEL.search(bare))


def _shown(dataset: Dataset, step: Step) -> Iterator[str]:
    """Every text that the step can show, one by one."""
    told = lesson(dataset, step)
    revealed = {account.source_id for account in told.revealed}
    yield from _texts_of_tellings(dataset, step.event_id, revealed)
    yield from _texts_of_speakers(dataset, told)
    yield from _texts_of_the_record(dataset, step.event_id)
    for question in told.questions:
        yield from (question.question, question.record)


def _texts_of_tellings(dataset: Dataset, event_id: str, revealed: set[str]) -> Iterator[str]:
    accounts = dataset.accounts[dataset.accounts["event_id"] == event_id]
    for account in accounts[accounts["source_id"].isin(revealed)].to_dict("records"):
        yield from (account[column] for column in _TOLD)
        yield str(account["when"] or "")


def _texts_of_speakers(dataset: Dataset, told: Lesson) -> Iterator[str]:
    """What is known of who speaks and of who prints him, and the names of the silent, which the step shows too."""
    sources = {source["source_id"]: source for source in nested(dataset)}
    speaking: dict[str, None] = {}
    for account in told.revealed:
        source = account.source_id
        while source:
            speaking[source] = None
            source = sources[source]["quoted_in"]
    for source in speaking:
        yield from (sources[source][column] for column in _SPEAKER)
    for silence in told.silences:
        yield silence.speaker


def _texts_of_the_record(dataset: Dataset, event_id: str) -> Iterator[str]:
    [event] = dataset.events[dataset.events["event_id"] == event_id].to_dict("records")
    yield from (event[column] for column in _RECORDED)
    if not event["placed_by"]:
        yield str(event["when"])
    cast = {person.person_id for person in cast_of(dataset, event_id)}
    for person in dataset.people[dataset.people["person_id"].isin(cast)].to_dict("records"):
        yield from (person["name"], person["also_known_as"])
