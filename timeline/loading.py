"""A folder of tables -> one frozen dataset of the rows that can be used, and every problem found.

`checks` says which rows are left out and which cells are emptied, `placing` where events stand on the axis. It stands
above `timeline.query`, since the views that a tour's steps name are links.
"""

from __future__ import annotations

import difflib
import sys
from dataclasses import replace
from pathlib import Path

import pandas as pd

from timeline.dataset import Dataset, Problem, Theme, UnusableFolder
from timeline.dataset.cells import Cells
from timeline.dataset.checks import Checks
from timeline.dataset.csv_reader import SAVE_AS_CSV, Row, Rows, read_table
from timeline.dataset.frames import accounts_frame, cast_frame, events_frame, sources_frame, text_frame
from timeline.dataset.identifiers import Speller, slug
from timeline.dataset.placing import Placing
from timeline.dataset.problems import Report
from timeline.dataset.references import References
from timeline.dataset.schema import (
    ACCOUNTS,
    ANSWERS,
    EVENTS,
    FILES,
    PEOPLE,
    QUESTIONS,
    REFERENCES,
    SETTINGS_FILE,
    SOURCES,
    TABLES,
    TOURS,
)
from timeline.dataset.settings import PALETTE, STANCES, read_settings
from timeline.query.selection import Selection

__all__ = ["check", "load"]


def load(folder: Path) -> Dataset:
    """Read and check the folder; raise UnusableFolder if no usable event is in it."""
    report = Report()
    speller = Speller()
    _check_files(folder, report)
    settings = read_settings(folder, report, speller)
    tables = {table.name: read_table(folder, table, report, speller) for table in TABLES}
    if tables[EVENTS.name].state != "read":
        raise UnusableFolder(report.problems(FILES))
    cells = Cells(report)
    references = References(tables, cells, speller)
    checks = Checks(tables, settings, cells, references)
    placing = Placing(tables, settings, cells, references, checks)
    checks.run()
    placing.run()
    checks.run_on_placed()
    for name in checks.coding.unknown_in_note(settings.note):
        hint = "add it to references.csv, or write an id that is there"
        report.error(
            SETTINGS_FILE, "the note names a work that is not there", hint, column="note", value=name
        )
    _check_any_event(tables[EVENTS.name], report)
    axis = placing.bounds()
    themes = settings.themes or _themes_of(tables[EVENTS.name])
    events = events_frame(tables[EVENTS.name], placing.placed_by, axis)

    def frame(name: str) -> pd.DataFrame:
        return text_frame(list(tables[name].kept()), tables[name].table)

    dataset = Dataset(
        folder=folder,
        title=settings.title or _title_of(folder),
        subtitle=settings.subtitle,
        note=settings.note,
        first_day=axis[0],
        last_day=axis[1],
        themes=themes,
        stances=settings.stances or STANCES,
        periods=settings.periods,
        events=events,
        people=frame(PEOPLE.name),
        sources=sources_frame(tables[SOURCES.name], cells.dates),
        accounts=accounts_frame(tables[ACCOUNTS.name], tables[EVENTS.name], axis),
        questions=frame(QUESTIONS.name),
        answers=frame(ANSWERS.name),
        tours=frame(TOURS.name),
        references=frame(REFERENCES.name),
        lost_steps=text_frame(checks.lost_steps, TOURS),
        cast=cast_frame(events),
        problems=report.problems(FILES),
    )
    views = [row for row in tables[TOURS.name].kept() if row.cells["view"]]
    if not views:
        return dataset
    check_views(dataset, views, cells)
    return replace(dataset, tours=frame(TOURS.name), problems=report.problems(FILES))


def check(folder: Path) -> tuple[Problem, ...]:
    """Return every problem of the folder by file and line, whether a timeline can be made of it or not."""
    try:
        return load(folder).problems
    except UnusableFolder as unusable:
        return unusable.problems


def _check_files(folder: Path, report: Report) -> None:
    """Raise UnusableFolder if there is no folder with an events.csv; warn of files that seem misnamed."""
    if not folder.is_dir():
        what = "is not a folder" if folder.exists() else "there is no such folder"
        report.error("", what, "name a folder with an events.csv in it", value=str(folder))
        raise UnusableFolder(report.problems(FILES))
    try:
        present = sorted(path.name for path in folder.iterdir())
    except OSError as fault:
        report.error(
            "", f"cannot be read: {fault.strerror or fault}", "allow it to be read", value=str(folder)
        )
        raise UnusableFolder(report.problems(FILES)) from fault
    missing = [file for file in FILES if file not in present]
    for name in present:
        meant = (
            difflib.get_close_matches(name.casefold(), missing, n=1, cutoff=0.8) if name not in FILES else []
        )
        if meant and meant[0] != EVENTS.file:
            report.warn(name, "is not read", f"did you mean '{meant[0]}'?")
    if EVENTS.file in missing:
        near = difflib.get_close_matches(EVENTS.file, [name.casefold() for name in present], n=1, cutoff=0.8)
        hint = f"rename {near[0]}" if near else f"{SAVE_AS_CSV} with the columns {', '.join(EVENTS.required)}"
        report.error(EVENTS.file, "there is no such file in the folder", hint)
        raise UnusableFolder(report.problems(FILES))


def check_views(dataset: Dataset, rows: list[Row], cells: Cells) -> None:
    """Leave out of each step's view what no link could ask for, and report it."""
    for row in rows:
        reading = Selection.from_query(row.cells["view"], dataset)
        for dropped in reading.dropped:
            value = f"{dropped.key}={dropped.value}" if dropped.key else None
            cells.fault(row, "view", dropped.why, "mend it, or copy a link of the timeline", value=value)
        row.cells["view"] = reading.selection.to_query()


def _check_any_event(events: Rows, report: Report) -> None:
    if not any(row.when for row in events.kept()):
        if not events.rows:
            hint = "write a row with event_id, start and title"
            report.error(EVENTS.file, "there is no event under the header", hint, line=1)
        raise UnusableFolder(report.problems(FILES))


def _themes_of(events: Rows) -> tuple[Theme, ...]:
    """Return a theme for each word in the events' theme column, and put its id in place of the word."""
    themes: dict[str, Theme] = {}
    for row in events.kept():
        word = row.cells["theme"]
        identifier = sys.intern(slug(word))
        if identifier not in themes and identifier:
            themes[identifier] = Theme(identifier, word, PALETTE[len(themes) % len(PALETTE)])
        row.cells["theme"] = identifier
    return tuple(themes.values())


def _title_of(folder: Path) -> str:
    words = folder.resolve().name.replace("-", " ").replace("_", " ").strip()
    return words[:1].upper() + words[1:] or "Timeline"
