"""The contest over each event: how many documents tell it, and whether sources contradict each other about it.

    left = mask(dataset, Selection(told="disputed"))
    print(contest_of(dataset).tellers[left])

A document tells an event itself or through a voice that it prints. This is the one definition: the filter, the marks of
the drawing, the list and the matrix of Compare all have it from here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from timeline.dataset import Dataset, kept_for_dataset
from timeline.query.folding import words
from timeline.query.index import Mask, index_of
from timeline.query.sides import AGAINST, FOR
from timeline.query.witnesses import Witnesses, is_hearsay, origins

#: What a reader can ask for, as a link has it (`told=...`), in the order of the bar.
TOLD = ("all", "several", "one", "none", "disputed")

_NO_POSITION = ["says", "nothing"]
_SEVERAL = 3  # documents of which some, more than one and not all, can tell an event
_NUMBERS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]


@dataclass(frozen=True, slots=True, eq=False)
class Contest:
    """Arrays with an item for each row of `dataset.events`.

    `tellers`: how many documents tell it. `masks` has for each word of `TOLD` which events it leaves:

    - *all*: every document tells it, and there are at least two
    - *one*: one document does, and those that repeat it
    - *several*: more than one does, and not all
    - *none*: no document does
    - *disputed*: two independent sources that tell it contradict each other: one accepts the official version and one
      rejects it or tells its own, or their answers to one of its questions cannot both be true (see
      `timeline.query.sides`). Hearsay contradicts nobody. So one document can dispute an event alone, by its voices.
    """

    tellers: NDArray[np.int64]
    masks: Mapping[str, Mask]


@kept_for_dataset
def contest_of(dataset: Dataset) -> Contest:
    """The contest over the events of a dataset, worked out once."""
    index = index_of(dataset)
    documents = [index.sources.row[document] for document in dataset.documents]
    told = np.zeros((index.size, len(documents)), dtype=bool)
    for column, document in enumerate(documents):
        told[index.sources.events_of(document), column] = True
    tellers = np.count_nonzero(told, axis=1)
    origin = np.array(_origins(dataset)[documents], dtype=np.int64)
    independent = np.zeros(index.size, dtype=np.int64)
    for each in np.unique(origin):
        independent += told[:, origin == each].any(axis=1)
    by_all, by_one = (tellers == len(documents)) & (len(documents) > 1), independent == 1
    masks = {
        "all": by_all,
        "several": (tellers > 0) & ~by_all & ~by_one,
        "one": by_one,
        "none": tellers == 0,
        "disputed": _disputed(dataset),
    }
    for array in (tellers, *masks.values()):
        array.flags.writeable = False
    return Contest(tellers, masks)


def disputed(dataset: Dataset) -> Mask:
    """Which events are disputed among independent sources: see `Contest`."""
    return contest_of(dataset).masks["disputed"]


def choices(dataset: Dataset) -> tuple[str, ...]:
    """The words of `TOLD` that mean something in this dataset: none where fewer than two documents could tell."""
    documents = len(dataset.documents)
    if documents < 2 or dataset.accounts.empty:
        return ()
    return tuple(word for word in TOLD if word != "several" or documents >= _SEVERAL)


def names(dataset: Dataset) -> dict[str, str]:
    """What a reader calls each of the `choices`, after "told by": "all five", "one only"; but "contradicted" alone."""
    named = {
        "all": all_of(len(dataset.documents)),
        "several": "several",
        "one": "one only",
        "none": "none",
        "disputed": "contradicted",
    }
    return {word: named[word] for word in choices(dataset)}


def told_words(dataset: Dataset, told: str) -> str:
    """An event of which this is so, in words: "told by one only", "contradicted"."""
    name = names(dataset).get(told, told)
    return name if told == "disputed" else f"told by {name}"


def told_by(dataset: Dataset, event: int) -> str:
    """How many of the documents tell the event at this row: "told by 4 of 5", "told by 1 of 5, repeated by 1".

    "" where there are not two that could be compared.
    """
    contest, documents = contest_of(dataset), len(dataset.documents)
    tellers = int(contest.tellers[event])
    if not choices(dataset):
        return ""
    if tellers in (0, documents):
        return f"told by {all_of(documents) if tellers else 'none'}"
    if tellers > 1 and contest.masks["one"][event]:
        return f"told by 1 of {documents}, repeated by {tellers - 1}"
    return f"told by {tellers} of {documents}"


def all_of(number: int) -> str:
    """So many and no fewer, in words: "both", "all five", "all 14"."""
    if number == 2:
        return "both"
    return f"all {_NUMBERS[number - 1] if 0 < number <= len(_NUMBERS) else number}"


def is_answer(position: str) -> bool:
    """Whether this position is one, and not an author's note that the source says nothing."""
    return words(position) != _NO_POSITION


def _disputed(dataset: Dataset) -> Mask:
    index = index_of(dataset)
    stances = pd.Index([stance.id for stance in dataset.stances]).get_indexer(
        pd.Index(dataset.accounts["stance"])
    )
    heard = np.array([not is_hearsay(dataset, source) for source in index.sources.ids], dtype=bool)
    places = {stance.id: place for place, stance in enumerate(dataset.stances)}
    for_it, against = (
        np.isin(stances, [places[name] for name in names if name in places]) & heard[index.account_source]
        for names in (FOR, AGAINST)
    )
    counted = for_it | against
    first_hand = _origins(dataset)[index.account_source]
    # Two witnesses and both sides are enough: if one witness takes both, the other contradicts one of them.
    found = _different(index.account_event[counted], first_hand[counted], index.size) > 1
    for side in (for_it, against):
        found &= np.bincount(index.account_event[side], minlength=index.size) > 0
    found[list(_at_issue(dataset))] = True
    return found


class _Given(NamedTuple):
    """An answer, as far as it makes a dispute."""

    source_id: str
    position: str
    side: str
    wording: str


def _at_issue(dataset: Dataset) -> Iterator[int]:
    """The rows of the events over a question of which those who tell them contradict each other.

    Of the sources whose document tells the event, two independent witnesses give answers that cannot both be true. Who
    answers the question for another event that he tells makes no dispute about this one.
    """
    index, witnesses = index_of(dataset), Witnesses(dataset)
    document = {source: dataset.source(source)["document"] for source in dataset.speakers}
    documents = [document[source] for source in index.sources.ids]
    given: dict[str, list[_Given]] = {}
    place = {index.sources.ids[row]: number for number, row in enumerate(index.nested)}
    for row in sorted(dataset.answers.to_dict("records"), key=lambda row: place[row["source_id"]]):
        if is_answer(row["position"]):
            side = row["side"] or row["position"]
            wording = row["wording"].replace("|", "").strip()
            answer = _Given(row["source_id"], row["position"], side, wording)
            given.setdefault(row["question_id"], []).append(answer)
    for question in dataset.questions.to_dict("records"):
        for event_id in events_of(question["event_id"]):
            event = index.event_row[event_id]
            tellers = {documents[index.account_source[account]] for account in index.accounts.rows(event)}
            taken: dict[str, list[_Given]] = {}
            for answer in given.get(question["question_id"], ()):
                if document[answer.source_id] in tellers:
                    taken.setdefault(answer.position, []).append(answer)
            sides = ((answers[0].side, answers) for answers in taken.values())
            if witnesses.contradict(sides, question["compatible"]):
                yield event


def events_of(cell: str) -> tuple[str, ...]:
    """The ids of the events that a question is about, from its cell in questions.csv."""
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def _origins(dataset: Dataset) -> NDArray[np.int64]:
    """For each source the row of the one whose words it repeats in the end."""
    rows = index_of(dataset).sources.row
    return np.fromiter((rows[origin] for origin in origins(dataset).values()), dtype=np.int64)


def _different(event: NDArray[np.int64], what: NDArray[np.int64], events: int) -> NDArray[np.int64]:
    """How many different values of `what` each event has; `event` and `what` are parallel, not negative."""
    most = int(what.max(initial=0)) + 1
    pairs = np.unique(event.astype(np.int64) * most + what)
    return np.bincount(pairs // most, minlength=events)
