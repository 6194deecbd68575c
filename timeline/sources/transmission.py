"""Who has it from whom: documents, the voices that they print, the mirror that repeats its origin, hearsay.

for teller in transmission(dataset):
    print("  " * teller.depth + teller.speaker, teller.own, "at second hand" if teller.hearsay else "")
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from timeline.dataset import Dataset
from timeline.query.index import index_of
from timeline.query.witnesses import is_hearsay
from timeline.sources.questions import Issue
from timeline.sources.voices import nested

_YEAR = re.compile(r"\d{4}\??")


@dataclass(frozen=True, slots=True)
class Teller:
    """A document or a voice and what passes through it; documents come in their order, after each its voices.

    `own` is how many events it tells itself (or 1 if it answers the question that is asked about). `year` is that of
    its text ("" if none is noted). `printed_in` is the source that prints it, "" for a document; `hearsay`: only by a
    summary. A mirror names the source that it `mirrors` and how many of its own are `repeated` from there.
    """

    source_id: str
    speaker: str
    year: str
    depth: int
    printed_in: str
    own: int
    hearsay: bool
    mirrors: str
    repeated: int


def transmission(dataset: Dataset) -> tuple[Teller, ...]:
    """All documents, and the voices that tell something or print one that does."""
    told: dict[str, set[str]] = {}
    for event, source in zip(dataset.accounts["event_id"], dataset.accounts["source_id"], strict=True):
        told.setdefault(source, set()).add(event)
    return _tellers(dataset, told, keep=lambda source: source in dataset.documents)


def answering(dataset: Dataset, issue: Issue) -> tuple[Teller, ...]:
    """Those who take a position on a question, and the sources that print them."""
    taken: dict[str, set[str]] = {}
    for position in issue.positions:
        for answer in position.answers:
            taken.setdefault(answer.source_id, set()).add(position.position)
    tellers = _tellers(dataset, taken, keep=lambda source: False)
    return tuple(
        Teller(
            teller.source_id,
            teller.speaker,
            teller.year,
            teller.depth,
            teller.printed_in,
            min(teller.own, 1),
            teller.hearsay,
            teller.mirrors,
            min(teller.repeated, 1),
        )
        for teller in tellers
    )


def _tellers(
    dataset: Dataset, told: Mapping[str, set[str]], keep: Callable[[str], bool]
) -> tuple[Teller, ...]:
    index = index_of(dataset)
    found = []
    for row in nested(dataset):
        source, mirrored = row["source_id"], row["derives_from"]
        within = {index.sources.ids[voice] for voice in index.voices(index.sources.row[source])}
        if within.isdisjoint(told) and not keep(source):
            continue
        own = told.get(source, set())
        found.append(
            Teller(
                source_id=source,
                speaker=row["speaker"],
                year=_year(row["published"]),
                depth=int(row["depth"]),
                printed_in=row["quoted_in"],
                own=len(own),
                hearsay=is_hearsay(dataset, source),
                mirrors=mirrored,
                repeated=len(own & told.get(mirrored, set())) if mirrored else 0,
            )
        )
    return tuple(found)


def _year(published: str) -> str:
    """The last year that a date names, with what says that it is no more than a bound: "since 2024", "1975?"."""
    years = _YEAR.findall(published)
    if not years:
        return ""
    bound = published.split(" ", 1)[0]
    return f"{bound} {years[-1]}" if bound in ("since", "after", "before", "until") else years[-1]
