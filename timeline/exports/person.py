"""A person to take away: a paragraph that can be quoted, what it rests on as scholars cite it, a table of the tellings.

found = answer(dataset, "yenukidze")
print(paragraph(dataset, found), [key for key, _ in cited(dataset, found)])
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from timeline.dataset import Dataset
from timeline.dataset.spreadsheet import csv_text
from timeline.exports.citations.citations import Citation, cite, cite_work, works_named
from timeline.exports.worksheets import note_row
from timeline.people.answers import Answer
from timeline.people.disagreements import Matter, Point
from timeline.people.lifelines import life
from timeline.people.mentions import Mention, mentions
from timeline.sources.accounts import note_beside
from timeline.sources.authorities import authorities
from timeline.sources.contested import Standing
from timeline.sources.silences import SilenceKind
from timeline.sources.who import Who

COLUMNS = (
    "event_id",
    "event",
    "record_date",
    "record_works",
    "record_part",
    "verdict",
    "source",
    "printed_in",
    "repeats",
    "names_the_person",
    "source_part",
    "source_called",
    "source_date",
    "stance",
    "account",
    "wording",
    "locator",
)
_MOST = 6  # points that the paragraph tells


def paragraph(dataset: Dataset, found: Answer) -> str:
    """Who this was, what happened and by which works, who speaks, who is silent, where they do not agree."""
    person = found.person
    name = f"{person.name} ({person.years})" if person.years else person.name
    fate = person.fate.text if person.fate.id != "unknown" else ""
    sentences = [", ".join(filter(None, (name, person.role, fate))) + "."]
    if found.end:
        when = f", {found.end.when}" if found.end.when else ", without a date"
        sentences.append(f"By the record: {found.end.title}{when}{_works(dataset, found.end.basis)}.")
    if found.speakers:
        sentences.append(f"Named by {_all(found.speakers)}.")
    elif found.documents:
        sentences.append("None of the sources names this person.")
    for kind, silent in found.silent:
        if found.speakers and kind is SilenceKind.NOT_MENTIONED:
            sentences.append(f"Without the name, though they cover the time: {_all(silent)}.")
    if found.contradicted:
        told = [_point(dataset, point) for point in found.contradicted[:_MOST]]
        more = len(found.contradicted) - len(told)
        sentences.append(f"They do not agree. {' '.join(told)}" + (f" {more} more." if more else ""))
    return " ".join(sentences)


def cited(dataset: Dataset, found: Answer) -> list[tuple[str, Citation]]:
    """The sources that name the person or speak in a point, then the works that the paragraph names for the record.

    A work's key begins with "work:", since a source may have the same id.
    """
    speaking = (one for point in found.contradicted[:_MOST] for side in point.sides for one in side.by)
    naming = dict.fromkeys((*found.sources, *(source for one in speaking for source in one.sources)))
    sources = [(source, cite(dataset, source)) for source in naming]
    places: dict[str, list[str]] = {}
    for cell in _cells(dataset, found):
        for work in authorities(dataset, cell):
            places.setdefault(work.reference_id, []).append(work.place)
    works = [
        (f"work:{work}", cite_work(dataset, work, ", ".join(dict.fromkeys(filter(None, where)))))
        for work, where in places.items()
    ]
    return [*sources, *works]


def person_csv(dataset: Dataset, person_id: str) -> str:
    """A row for each telling of the person's events, and one for each event that no source tells.

    The record's columns and the source's stand apart: nothing of the record is in a source's. Under the table stands
    the scholarly note if an account needs it. Raises KeyError if there is no such person.
    """
    person = life(dataset, person_id)
    told: dict[str, list[Mention]] = {}
    read = mentions(dataset, person_id)
    for mention in read:
        told.setdefault(mention.event_id, []).append(mention)
    parts = {dataset.events["event_id"].iloc[part.row]: part for part in person.parts}
    rows = []
    for event_id in dataset.events["event_id"]:
        if event_id in parts or event_id in told:
            part = parts.get(event_id)
            record = (*_record(dataset, event_id), part.role if part else "", part.verdict if part else "")
            telling = [_telling(dataset, mention) for mention in told.get(event_id, ())]
            rows += [(*record, *cells) for cells in telling or [("",) * (len(COLUMNS) - len(record))]]
    note = note_beside(dataset, (mention.account.stance for mention in read if mention.named))
    return csv_text([COLUMNS, *rows, *note_row(note)])


def _record(dataset: Dataset, event_id: str) -> tuple[str, ...]:
    event = dataset.event(event_id)
    when = "" if event["placed_by"] else str(event["when"] or "")
    return event_id, event["title"], when, works_named(dataset, event["basis"])


def _telling(dataset: Dataset, mention: Mention) -> tuple[str, ...]:
    account = mention.account
    return (
        account.speaker,
        account.printed_in,
        dataset.speaker(account.derives_from),
        "yes" if mention.named else "no",
        mention.given,
        account.called,
        account.date,
        account.stance.name if account.stance else "",
        account.account,
        " | ".join(account.wording),
        account.locator,
    )


def _point(dataset: Dataset, point: Point) -> str:
    sides = "; ".join(f"{side.names}: {side.said}" for side in point.sides)
    stop = "" if point.about.endswith("?") else ":"
    basis = dataset.event(point.event_ids[0])["basis"] if point.matter is Matter.DATE else ""
    recorded = any(not side.by for side in point.sides)
    hearsay = " (only at second hand)" if point.standing is Standing.SECOND_HAND else ""
    return f"{point.about}{stop} {sides}{_works(dataset, basis) if recorded else ''}{hearsay}."


def _cells(dataset: Dataset, found: Answer) -> Iterator[str]:
    """The cells that name the works behind the end and behind each date of the record."""
    if found.end:
        yield found.end.basis
    for point in found.contradicted[:_MOST]:
        if any(not side.by for side in point.sides):
            yield dataset.event(point.event_ids[0])["basis"]


def _works(dataset: Dataset, cell: str) -> str:
    return f" ({works_named(dataset, cell)})" if cell else ""


def _all(found: Iterable[Who]) -> str:
    return "; ".join(map(str, found))
