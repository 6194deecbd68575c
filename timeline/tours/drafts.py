"""Tours as a file: written as tours.csv, and read back with every check that the folder's own table has to pass.

    text = tours_csv(tours)
    again = read_tours(dataset, text.encode())
    assert again.tours == tours and not again.problems

Here a tour is as its author wrote it: a name or question that is not given stays empty.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from timeline.dataset import Dataset
from timeline.dataset.cells import Cells
from timeline.dataset.checks import Checks
from timeline.dataset.csv_reader import Row, Rows, rows_of
from timeline.dataset.identifiers import Speller, is_kebab_case, slug
from timeline.dataset.problems import Problem, Report
from timeline.dataset.references import References
from timeline.dataset.schema import EVENTS, FILES, TABLES, TOURS
from timeline.dataset.settings import Settings
from timeline.dataset.spreadsheet import csv_text, marked
from timeline.loading import check_views
from timeline.tours.tours import Step, Tour

# What a text of a table cannot hold: it would be read back as damage.
_UNWRITABLE = re.compile("[\0\ufffd\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Loaded:
    """The tours of a file, and every problem found in it. A file with an error is refused: it has no tours."""

    tours: tuple[Tour, ...]
    problems: tuple[Problem, ...]

    @property
    def refused(self) -> bool:
        """Whether the file is not to be used."""
        return any(problem.severity == "error" for problem in self.problems)


def rows_of_tours(tours: Iterable[Tour]) -> list[dict[str, str]]:
    """The rows of tours.csv, a dict each; a tour without steps has none."""
    return [
        {
            "tour_id": tour.tour_id,
            "tour": tour.name,
            "step": str(step.number),
            "event_id": step.event_id,
            "heading": step.heading,
            "note": step.note,
            "question": tour.question,
            "view": step.view,
        }
        for tour in tours
        for step in tour.steps
    ]


def tours_csv(tours: Iterable[Tour]) -> str:
    """Write tours as the file tours.csv, which a spreadsheet opens as it stands."""
    rows = [[marked(row[column]) for column in TOURS.columns] for row in rows_of_tours(tours)]
    # What is marked begins with an apostrophe: no cell is marked twice.
    return csv_text([TOURS.columns, *rows])


def read_tours(dataset: Dataset, content: bytes) -> Loaded:
    """Read the bytes of a tours.csv against this dataset. Never raises: see `Loaded.problems`."""
    report, speller = Report(), Speller()
    events = dataset.events[list(EVENTS.columns)].astype(str).to_dict("records")
    tables = {table.name: Rows(table, "absent") for table in TABLES}
    tables[TOURS.name] = rows_of(content, TOURS, report, speller)
    tables[EVENTS.name] = Rows(
        EVENTS,
        rows=[
            Row(EVENTS.file, line, {str(k): v for k, v in row.items()}) for line, row in enumerate(events, 2)
        ],
    )
    cells = Cells(report)
    references = References(tables, cells, speller)
    references.define(EVENTS)
    Checks(tables, Settings(), cells, references).each_tour_step()
    references.report_unknown()
    kept = list(tables[TOURS.name].kept())
    check_views(dataset, [row for row in kept if row.cells["view"]], cells)
    found = Loaded(drafts_from([row.cells for row in kept]), report.problems(FILES))
    return replace(found, tours=()) if found.refused else found


def drafts_from(rows: Iterable[Mapping[Any, str]]) -> tuple[Tour, ...]:
    """The tours of checked rows, as they are written; steps are numbered from 1."""
    by_tour: dict[str, list[Mapping[Any, str]]] = {}
    for row in rows:
        by_tour.setdefault(row["tour_id"], []).append(row)
    return tuple(_draft(tour_id, steps) for tour_id, steps in by_tour.items())


def tidied(tours: Sequence[Tour]) -> tuple[Tour, ...]:
    """Tours as they can be written: every text clean, ids that are links and none twice, steps numbered from 1."""
    taken: set[str] = set()
    found = []
    for tour in tours:
        name = _clean(tour.name)
        wanted = next((one for one in (tour.tour_id, slug(name)) if is_kebab_case(one)), "tour")
        tour_id, number = wanted, 2
        while tour_id in taken:
            tour_id, number = f"{wanted}-{number}", number + 1
        taken.add(tour_id)
        steps = tuple(
            Step(place, _clean(step.event_id), _clean(step.heading), _clean(step.note), _clean(step.view))
            for place, step in enumerate(tour.steps, 1)
        )
        found.append(replace(tour, tour_id=tour_id, name=name, question=_clean(tour.question), steps=steps))
    return tuple(found)


def _draft(tour_id: str, rows: list[Mapping[Any, str]]) -> Tour:
    ordered = sorted(rows, key=lambda row: int(row["step"]))
    name, question = (next((row[c] for row in ordered if row[c]), "") for c in ("tour", "question"))
    steps = tuple(
        Step(number, row["event_id"], row["heading"], row["note"], row["view"])
        for number, row in enumerate(ordered, 1)
    )
    return Tour(tour_id, name, question, steps)


def _clean(text: str) -> str:
    return _UNWRITABLE.sub("", text).replace("\r\n", "\n").replace("\r", "\n").strip()
