"""Checked rows -> pandas frames: texts as str without gaps, dates beside them as day numbers."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

from timeline.dataset.cells import DateReader
from timeline.dataset.csv_reader import Row, Rows
from timeline.dataset.placing import Span, span
from timeline.dataset.schema import Table
from timeline.dates import HistoricalDate, day_number

USUAL_IMPORTANCE = 3
DAYS = ("first_day", "sure_from", "sure_to", "last_day", "stands", "length")
FLAGS = ("open_start", "open_end", "vague")

Axis = tuple[int, int]


def texts(values: Iterable[str]) -> pd.Series[str]:
    """Return a column of texts; none of them is missing."""
    return pd.Series(list(values), dtype="str")


def text_frame(rows: Sequence[Row], table: Table) -> pd.DataFrame:
    """Return all columns of the table as texts, "" where a cell or the whole column is absent."""
    return pd.DataFrame({column: texts(row.cells[column] for row in rows) for column in table.columns})


def _days(values: Iterable[int]) -> npt.NDArray[np.int64]:
    return np.fromiter(values, dtype=np.int64)


def _days_or_none(values: Iterable[int | None]) -> pd.api.extensions.ExtensionArray:
    return pd.array(list(values), dtype="Int64")


def _spans(frame: pd.DataFrame, rows: Sequence[Row], spans: Sequence[Span]) -> None:
    """Add the date as an object and the columns of its span."""
    frame["when"] = pd.Series([row.when for row in rows], dtype="object")
    for name in DAYS:
        frame[name] = _days(getattr(each, name) for each in spans)
    for name in FLAGS:
        frame[name] = np.fromiter((getattr(each, name) for each in spans), dtype=np.bool_)


class _Spans:
    """The span of each date on one axis, computed once for equal dates."""

    def __init__(self, axis: Axis) -> None:
        self._axis = axis
        self._known: dict[int, Span] = {}

    def of(self, when: HistoricalDate) -> Span:
        known = self._known.get(id(when))
        if known is None:
            known = self._known[id(when)] = span(when, *self._axis)
        return known


def events_frame(events: Rows, placed_by: Mapping[str, str], axis: Axis) -> pd.DataFrame:
    """Return the events in time, those of one date in the order of their rows: see `placing.Span`."""
    spans = _Spans(axis)
    placed = [(row, spans.of(row.when)) for row in events.kept() if row.when is not None]
    for row, _ in placed:
        row.cells["importance"] = row.cells["importance"] or str(USUAL_IMPORTANCE)
    placed.sort(key=lambda pair: (pair[1].stands, pair[1].length))
    rows = [row for row, _ in placed]
    frame = text_frame(rows, events.table)
    frame["importance"] = frame["importance"].astype(np.int64)
    _spans(frame, rows, [each for _, each in placed])
    frame["placed_by"] = texts(placed_by.get(row.cells["event_id"], "") for row in rows)
    return frame


def accounts_frame(accounts: Rows, events: Rows, axis: Axis) -> pd.DataFrame:
    """Return the accounts; one that gives no date (`dated` is False) has the span of its event."""
    spans = _Spans(axis)
    of_event = {row.cells["event_id"]: row.when for row in events.kept()}
    rows = list(accounts.kept())
    frame = text_frame(rows, accounts.table)
    dates = (row.when or of_event[row.cells["event_id"]] for row in rows)
    _spans(frame, rows, [spans.of(when) for when in dates if when is not None])
    frame["dated"] = np.fromiter((row.when is not None for row in rows), dtype=np.bool_)
    return frame


def sources_frame(sources: Rows, dates: DateReader) -> pd.DataFrame:
    """Return the sources, with day numbers (Int64, may be missing) and where each is printed.

    `document` is the outermost source by `quoted_in` (the source itself if it is a document), `depth` the
    steps to it. `speaker` is a short name, of one source only: the publisher of a document, the author of a voice.
    """
    rows = list(sources.kept())
    frame = text_frame(rows, sources.table)
    for name, column, side in (
        ("published_first", "published", "earliest"),
        ("published_last", "published", "latest"),
        ("covers_first", "covers_start", "earliest"),
        ("covers_last", "covers_end", "latest"),
    ):
        read = (dates.date(row.cells[column]) for row in rows)
        days = (getattr(when, side) if when else None for when in read)
        frame[name] = _days_or_none(day_number(day) if day else None for day in days)
    printed_in = {row.cells["source_id"]: row.cells["quoted_in"] for row in rows}
    chains = [_chain(source, printed_in) for source in printed_in]
    frame["document"] = texts(chain[-1] for chain in chains)
    frame["depth"] = _days(len(chain) - 1 for chain in chains)
    frame["speaker"] = texts(_speakers(rows))
    return frame


def _speakers(rows: Sequence[Row]) -> list[str]:
    """Return who speaks in each source; those of one name are told apart by year, or else by title."""
    names = [_speaker(row) for row in rows]
    for apart in (_year, lambda row: row.cells["title"], lambda row: row.cells["source_id"]):
        often = Counter(names)
        names = [
            f"{name}, {more}" if often[name] > 1 and (more := apart(row)) else name
            for name, row in zip(names, rows, strict=True)
        ]
    return names


def _speaker(row: Row) -> str:
    """The author of a voice, the publisher of a document; the title where nobody is named."""
    who = row.cells["author" if row.cells["quoted_in"] else "publisher"]
    return who or row.cells["title"] or row.cells["source_id"]


def _year(row: Row) -> str:
    found = re.search(r"\b\d{4}\b", row.cells["published"])
    return found.group() if found else ""


def _chain(source: str, printed_in: Mapping[str, str]) -> list[str]:
    """Return the source and all that print it, outwards. Circles have been cut by the checks."""
    chain = [source]
    while printed_in.get(chain[-1]):
        chain.append(printed_in[chain[-1]])
    return chain


def cast_frame(events: pd.DataFrame) -> pd.DataFrame:
    """Return one row for each person in each event, from the people and verdicts cells as the checks leave them."""
    cast: dict[str, list[str]] = {"event_id": [], "person_id": [], "role": [], "verdict": []}
    for event, people, verdicts in zip(events["event_id"], events["people"], events["verdicts"], strict=True):
        passed = said_of(verdicts)
        for person, role in said_of(people).items():
            for column, text in zip(
                cast.values(), (event, person, role, passed.get(person, "")), strict=True
            ):
                column.append(sys.intern(text))
    return pd.DataFrame({name: texts(column) for name, column in cast.items()})


def said_of(people: str) -> dict[str, str]:
    """What a list of people ("kirov:victim; nikolaev") says of each, as the checks leave it; "" where nothing is."""
    entries = (entry.partition(":") for entry in people.split("; ") if entry)
    return {person: words for person, _, words in entries}
