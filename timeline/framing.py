"""How the sources tell one event: who tells it, who is silent and why, what they answer, who took part.

Everything comes out as frozen dataclasses of plain values, ready to be shown, printed or counted in a
notebook:

    for account in accounts_of(dataset, "kirov-murder"):
        print(account.speaker, account.said, account.called, account.wording)

A source is a document (it stands by itself) or a voice (another source prints it). Sources come in the order
of sources.csv, each document followed by its voices. Nothing here rates or ranks them.

The functions raise `KeyError` if the dataset has no such event.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import numpy as np
import pandas as pd

from timeline.dataset import Dataset, Stance
from timeline.dates import HistoricalDate
from timeline.filtering import mask
from timeline.indexing import index_of
from timeline.selection import Selection

_YEAR = 365.2425
_WELL_KNOWN = 62  # days; a publication date no vaguer than this can be told in weeks and months


@dataclass(frozen=True, slots=True)
class Account:
    """What one source says of one event, and who speaks.

    `date` is the source's own text, `when` the same read, None if it gives none. `printed_in` is the speaker of
    the source that prints this voice, "" for a document; `depth` is 0 for a document, 1 for its voices, and
    so on. `said` is the time from the event to the telling ("written 84 years after"), "" if unknown.
    `stance` is None if it is not coded.
    """

    source_id: str
    speaker: str
    title: str
    author: str
    perspective: str
    published: str
    said: str
    document: str
    printed_in: str
    derives_from: str
    depth: int
    date: str
    when: HistoricalDate | None
    called: str
    stance: Stance | None
    framing: str
    account: str
    wording: tuple[str, ...]
    locator: str


class SilenceKind(StrEnum):
    """Why a source does not tell an event: three states that must not be taken for one another."""

    NOT_MENTIONED = "not mentioned"
    OUT_OF_SPAN = "out of its span"
    NOT_CODED = "not coded"


@dataclass(frozen=True, slots=True)
class Silence:
    """A document that does not tell an event, neither itself nor through a voice that it prints."""

    source_id: str
    speaker: str
    kind: SilenceKind


@dataclass(frozen=True, slots=True)
class Answer:
    """What one source answers to a question, in our words and in its own; `printed_in` as in `Account`."""

    source_id: str
    speaker: str
    printed_in: str
    derives_from: str
    answer: str
    wording: tuple[str, ...]
    locator: str


@dataclass(frozen=True, slots=True)
class Position:
    """One answer that several sources share; `witnesses` are the independent ones among them."""

    position: str
    answers: tuple[Answer, ...]
    witnesses: int


@dataclass(frozen=True, slots=True)
class Question:
    """A question at issue: the positions taken, by their first source, and what the record says."""

    question_id: str
    question: str
    record: str
    record_basis: str
    positions: tuple[Position, ...]


@dataclass(frozen=True, slots=True)
class Participant:
    """A person's part in one event."""

    person_id: str
    name: str
    role: str
    note: str


def nested(dataset: Dataset) -> list[dict[str, Any]]:
    """The rows of the sources frame as dicts, each document followed by the voices that it prints."""
    rows = dataset.sources.to_dict("records")
    return [{str(name): value for name, value in rows[row].items()} for row in index_of(dataset).nested]


def accounts_of(dataset: Dataset, event_id: str) -> tuple[Account, ...]:
    """What each source says of the event: documents in their order, after each the voices that it prints."""
    index = index_of(dataset)
    event = index.event_row[event_id]
    place = {source: number for number, source in enumerate(index.nested)}
    stances = {stance.id: stance for stance in dataset.stances}
    told = [(int(index.account_source[row]), row) for row in index.accounts.rows(event)]
    found = []
    for source_row, row in sorted(told, key=lambda pair: place[pair[0]]):
        source, account = dataset.sources.iloc[source_row], dataset.accounts.iloc[row]
        found.append(
            Account(
                source_id=source["source_id"],
                speaker=source["speaker"],
                title=source["title"],
                author=source["author"],
                perspective=source["perspective"],
                published=source["published"],
                said=_time_until_said(source, int(index.first[event]), int(index.last[event])),
                document=source["document"],
                printed_in=_speaker(dataset, index.printed_in[source_row]),
                derives_from=source["derives_from"],
                depth=int(source["depth"]),
                date=account["date_as_given"],
                when=account["when"],
                called=account["called"],
                stance=stances.get(account["stance"]),
                framing=account["framing"],
                account=account["account"],
                wording=_phrases(account["wording"]),
                locator=account["locator"],
            )
        )
    return tuple(found)


def silences_of(dataset: Dataset, event_id: str) -> tuple[Silence, ...]:
    """The documents that do not tell the event, and which silence it is.

    *Not coded*: nothing of the document is in accounts.csv, or nobody has noted which time it covers. *Out of
    its span*: the time that it covers does not touch the event's possible dates. *Not mentioned*: it covers
    that time and is silent.
    """
    index = index_of(dataset)
    event = index.event_row[event_id]
    silent = []
    for row in index.nested:
        coded = index.sources.events_of(row)
        if index.printed_in[row] >= 0 or event in coded:
            continue
        source = dataset.sources.iloc[row]
        kind = _silence(source, bool(coded.size), int(index.first[event]), int(index.last[event]))
        silent.append(Silence(source["source_id"], source["speaker"], kind))
    return tuple(silent)


def questions_of(dataset: Dataset, event_id: str) -> tuple[Question, ...]:
    """The questions at issue in the event, with the answers of the sources grouped by position."""
    if event_id not in index_of(dataset).event_row:
        raise KeyError(event_id)
    return tuple(
        Question(
            question_id=row["question_id"],
            question=row["question"],
            record=row["record"],
            record_basis=row["record_basis"],
            positions=_positions(dataset, row["question_id"]),
        )
        for _, row in dataset.questions.iterrows()
        if event_id in (part.strip() for part in row["event_id"].split(";"))
    )


def independent(dataset: Dataset, source_ids: list[str]) -> int:
    """How many independent witnesses these sources are: all that repeat one source count once."""
    origin = dict(zip(dataset.sources["source_id"], dataset.sources["derives_from"], strict=True))

    def first_hand(source: str) -> str:
        seen = {source}
        while (repeated := origin.get(source, "")) and repeated not in seen:
            seen.add(repeated)
            source = repeated
        return source

    return len({first_hand(source) for source in source_ids})


def needs_note(dataset: Dataset, stance: Stance | None) -> bool:
    """Whether the scholarly note belongs beside an account of this stance: it accepts what is disputed."""
    return bool(dataset.note) and stance is not None and stance.id == "accepts"


def neighbours(dataset: Dataset, selection: Selection, event_id: str) -> tuple[str, str]:
    """The events before and after this one among those that the filter leaves, "" where there is none.

    The event itself need not be left: a reader may have filtered it away and still have it open.
    """
    row = index_of(dataset).event_row[event_id]
    left = np.flatnonzero(mask(dataset, selection))
    ids = dataset.events["event_id"]
    before, after = left[left < row], left[left > row]
    return (ids.iloc[before[-1]] if before.size else "", ids.iloc[after[0]] if after.size else "")


def cast_of(dataset: Dataset, event_id: str) -> tuple[Participant, ...]:
    """Who took part in the event, in the order of the table."""
    index = index_of(dataset)
    found = []
    for row in index.cast.rows(index.event_row[event_id]):
        person = dataset.people.iloc[int(index.cast_person[row])]
        role = dataset.cast["role"].iloc[row]
        found.append(Participant(person["person_id"], person["name"], role, person["note"]))
    return tuple(found)


def _positions(dataset: Dataset, question_id: str) -> tuple[Position, ...]:
    index = index_of(dataset)
    given = dataset.answers[dataset.answers["question_id"] == question_id]
    groups: dict[str, list[Answer]] = {}
    for source_row in index.nested:
        source = dataset.sources.iloc[source_row]
        for _, answer in given[given["source_id"] == source["source_id"]].iterrows():
            groups.setdefault(answer["position"], []).append(
                Answer(
                    source_id=source["source_id"],
                    speaker=source["speaker"],
                    printed_in=_speaker(dataset, index.printed_in[source_row]),
                    derives_from=source["derives_from"],
                    answer=answer["answer"],
                    wording=_phrases(answer["wording"]),
                    locator=answer["locator"],
                )
            )
    return tuple(
        Position(position, tuple(answers), independent(dataset, [answer.source_id for answer in answers]))
        for position, answers in groups.items()
    )


def _silence(source: pd.Series[Any], coded: bool, first: int, last: int) -> SilenceKind:
    start, end = source["covers_first"], source["covers_last"]
    if not coded or (pd.isna(start) and pd.isna(end)):
        return SilenceKind.NOT_CODED
    before = not pd.isna(start) and last < start
    after = not pd.isna(end) and first > end
    return SilenceKind.OUT_OF_SPAN if before or after else SilenceKind.NOT_MENTIONED


def _time_until_said(source: pd.Series[Any], first: int, last: int) -> str:
    """The time from the event (day numbers of its possible dates) to the source's publication, in words."""
    if pd.isna(source["published_first"]) or pd.isna(source["published_last"]):
        return ""
    least, most = int(source["published_first"]) - last, int(source["published_last"]) - first
    days = (least + most) / 2
    if most < 0:
        return "written before it"
    if most == least == 0:
        return "written on the same day"
    if most - least <= _WELL_KNOWN and 0 < days < 0.9 * _YEAR:
        number, unit = _in_units(days)
        return f"written {number} {unit}{'' if number == 1 else 's'} after"
    years = round(max(days, 0) / _YEAR)
    if not years:
        return "written within a year"
    return f"written {years} year{'' if years == 1 else 's'} after"


def _in_units(days: float) -> tuple[int, str]:
    for length, unit, until in ((1, "day", 14), (7, "week", 63)):
        if days < until:
            return max(round(days / length), 1), unit
    return round(days / (_YEAR / 12)), "month"


def _phrases(wording: str) -> tuple[str, ...]:
    return tuple(phrase.strip() for phrase in wording.split("|") if phrase.strip())


def _speaker(dataset: Dataset, source_row: int) -> str:
    return "" if source_row < 0 else str(dataset.sources["speaker"].iloc[source_row])
