"""What can be found by name: every person, event, question, source and work, with what tells namesakes apart."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pandas as pd

from timeline.dataset import Dataset, kept_for_dataset
from timeline.find.shelf import Shelf
from timeline.people.lifelines import lives
from timeline.query.index import index_of

#: The kinds of things by the word of a link, with what readers call them, in the order in which they are shown.
KINDS = {
    "people": "People",
    "events": "Events",
    "questions": "Questions",
    "sources": "Sources",
    "works": "Works",
}
NO_DATE = "the record gives no date"


@kept_for_dataset
def shelves(dataset: Dataset) -> tuple[Shelf, ...]:
    """One shelf for each kind, in the order of `KINDS`."""
    return (_people(dataset), _events(dataset), _questions(dataset), _sources(dataset), _works(dataset))


def _people(dataset: Dataset) -> Shelf:
    """By how many events they are in; told apart by office and years."""
    everybody = [lives(dataset)[place] for place in index_of(dataset).by_frequency]

    def apart(place: int) -> tuple[str, ...]:
        life = everybody[place]
        number = f"in {len(life.parts):,} event{'' if len(life.parts) == 1 else 's'}"
        return _said(life.role, life.years) or (number,)

    names = [(life.name, *life.also) for life in everybody]
    return Shelf("people", [life.person_id for life in everybody], names, apart)


def _events(dataset: Dataset) -> Shelf:
    """The most important first, then as they happened; told apart by date and place.

    What the sources call an event are its other names: who looks for a murder finds it under the record's title too.
    """
    order = np.argsort(-dataset.events["importance"].to_numpy(), kind="stable")
    events = dataset.events.iloc[order]
    whens, places, placed = (list(events[column]) for column in ("when", "place", "placed_by"))
    called: dict[str, list[str]] = {}
    for event, name in zip(dataset.accounts["event_id"], dataset.accounts["called"], strict=True):
        if name:
            called.setdefault(event, []).append(name)

    def apart(place: int) -> tuple[str, ...]:
        return _said(NO_DATE if placed[place] else str(whens[place] or NO_DATE), places[place])

    ids = list(events["event_id"])
    names = [
        (title, *dict.fromkeys(called.get(event, ())))
        for event, title in zip(ids, events["title"], strict=True)
    ]
    return Shelf("events", ids, names, apart)


def callers(dataset: Dataset, event_id: str, called: str) -> tuple[str, ...]:
    """The sources that call an event so, in the order of their accounts."""
    index = index_of(dataset)
    accounts = dataset.accounts.iloc[index.accounts.rows(index.event_row[event_id])]
    return tuple(dict.fromkeys(accounts.loc[accounts["called"] == called, "source_id"]))


def _questions(dataset: Dataset) -> Shelf:
    """The most answered first; told apart by the event that they are about and how many answers there are."""
    answers = Counter(dataset.answers["question_id"])
    questions = _heaviest(
        dataset.questions, dataset.questions["question_id"].map(lambda name: -answers[name])
    )
    ids, about = list(questions["question_id"]), list(questions["event_id"])

    def apart(place: int) -> tuple[str, ...]:
        event, number = about[place].split(";")[0].strip(), answers[ids[place]]
        title = dataset.event_titles.get(event, "")
        return _said(title, f"{number} answer{'' if number == 1 else 's'}" if number else "nobody answers")

    return Shelf("questions", ids, list(zip(questions["question"], questions["short"], strict=True)), apart)


def _sources(dataset: Dataset) -> Shelf:
    """Documents before the voices that they print; told apart by title, kind, time and where a voice is printed."""
    sources = _heaviest(dataset.sources, dataset.sources["depth"])
    rows = sources.to_dict("records")

    def apart(place: int) -> tuple[str, ...]:
        row = rows[place]
        printed = f"printed in {dataset.speaker(row['quoted_in'])}" if row["quoted_in"] else ""
        title = row["title"] if row["title"] != row["speaker"] else ""
        return _said(title, row["genre"] or row["perspective"], row["published"], printed)

    names = [(row["speaker"], row["title"], row["author"]) for row in rows]
    return Shelf("sources", [row["source_id"] for row in rows], names, apart)


def _works(dataset: Dataset) -> Shelf:
    """In the order of their table; told apart by author, year and kind."""
    rows = dataset.references.to_dict("records")

    def apart(place: int) -> tuple[str, ...]:
        return _said(*(rows[place][column] for column in ("author", "published", "kind")))

    names = [(row["title"], row["author"]) for row in rows]
    return Shelf("works", [row["reference_id"] for row in rows], names, apart)


def _heaviest(frame: pd.DataFrame, weight: pd.Series[int]) -> pd.DataFrame:
    """The rows by weight, the smallest number first, else in their order."""
    return frame.iloc[np.argsort(weight.to_numpy(dtype=np.int64), kind="stable")]


def _said(*parts: str) -> tuple[str, ...]:
    return tuple(part for part in parts if part)
