"""The filtered events as a CSV file that a spreadsheet opens as it stands."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import date

import numpy as np

from timeline.dataset import Dataset
from timeline.dataset.spreadsheet import plain_text
from timeline.dates import HistoricalDate
from timeline.query.index import Mask, index_of

COLUMNS = (
    "event_id",
    "date",
    "earliest",
    "latest",
    "start",
    "end",
    "title",
    "summary",
    "theme",
    "place",
    "people",
    "dating",
    "basis",
    "told_by",
)
_AS_THEY_STAND = ("event_id", "start", "end", "title", "summary", "place", "dating", "basis")
_BYTE_ORDER_MARK = "\ufeff"


def events_csv(dataset: Dataset, mask: Mask) -> str:
    """Write the events of the mask, a row each, in their order, with a byte order mark and CRLF.

    `date` is printed in English, `earliest` and `latest` its ISO days ("" on an open side), `start` and
    `end` the author's own text; `told_by` names the sources that have an account of it. Themes and people
    have their names, people also their roles. A cell that a spreadsheet would take for a formula has an
    apostrophe before it.
    """
    out = io.StringIO()
    out.write(_BYTE_ORDER_MARK)
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for cells in _rows(dataset, mask):
        writer.writerow([plain_text(cell) for cell in cells])
    return out.getvalue()


def _rows(dataset: Dataset, mask: Mask) -> Iterator[tuple[str, ...]]:
    index, events = index_of(dataset), dataset.events
    names, speakers = dataset.people["name"].tolist(), dataset.sources["speaker"].tolist()
    roles = dataset.cast["role"].tolist()
    place = {source: number for number, source in enumerate(index.nested)}
    columns = {name: events[name].to_numpy() for name in (*_AS_THEY_STAND, "theme", "when")}

    def cast(row: int) -> Iterator[str]:
        for entry in index.cast.rows(row):
            name = names[index.cast_person[entry]]
            yield f"{name} ({roles[entry]})" if roles[entry] else name

    for row in np.flatnonzero(mask).tolist():
        when: HistoricalDate = columns["when"][row]
        tellers = sorted(
            (int(index.account_source[account]) for account in index.accounts.rows(row)),
            key=place.__getitem__,
        )
        event = {name: columns[name][row] for name in _AS_THEY_STAND} | {
            "date": str(when),
            "earliest": _iso(when.earliest),
            "latest": _iso(when.latest),
            "theme": dataset.theme_name(columns["theme"][row]),
            "people": "; ".join(cast(row)),
            "told_by": "; ".join(speakers[teller] for teller in tellers),
        }
        yield tuple(event[column] for column in COLUMNS)


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
