"""A folder of tables -> one frozen dataset of the rows that can be used, and every problem found.

`checks` says which rows are left out and which cells are emptied, `placing` where events stand on the axis.
"""

from __future__ import annotations

import difflib
import sys
from dataclasses import dataclass, replace
from pathlib import Path

import pandas as pd

from timeline.tables.cells import Cells
from timeline.tables.checks import Checks
from timeline.tables.frames import accounts_frame, cast_frame, events_frame, sources_frame, text_frame
from timeline.tables.placing import Placing
from timeline.tables.problems import Problem, Report, UnusableFolder
from timeline.tables.reading import SAVE_AS_CSV, Row, Rows, read_table
from timeline.tables.references import References
from timeline.tables.schema import ACCOUNTS, ANSWERS, EVENTS, FILES, PEOPLE, QUESTIONS, SOURCES, TABLES, TOURS
from timeline.tables.settings import PALETTE, STANCES, Period, Stance, Theme, read_settings
from timeline.tables.spelling import Speller, slug

__all__ = ["Dataset", "Period", "Problem", "Stance", "Theme", "UnusableFolder", "check", "load"]


@dataclass(frozen=True, eq=False)
class Dataset:
    """Everything that a folder tells, loaded once.

    `first_day` and `last_day` bound the axis (day numbers, see `timeline.dates`). The frames have a
    RangeIndex and all columns of their table as `str`, "" where a cell is empty; they keep the file's order,
    but for `events` (by first_day, importance from the highest, event_id). More columns:

    - events: `importance` int64; `when` HistoricalDate; `first_day`, `sure_from`, `sure_to`, `last_day`
      int64, `open_start`, `open_end`, `vague` bool (see `placing.Span`); `placed_by` source_id, "" where the
      record's own date places it.
    - accounts: `when` or None, the same seven columns (the event's where `when` is None), and `dated` bool.
    - sources: `published_first`, `published_last`, `covers_first`, `covers_last` Int64; `document` source_id;
      `depth` int64.
    - cast: event_id, person_id, role, verdict, from the events' people and verdicts.
    - lost_steps: the rows of tours.csv whose event is not in the timeline, so that a tour can say so.

    The dataset is frozen and shared by every request: nobody writes to its frames; who needs a changed one
    takes a copy.
    """

    folder: Path
    title: str
    subtitle: str
    note: str
    first_day: int
    last_day: int
    themes: tuple[Theme, ...]
    stances: tuple[Stance, ...]
    periods: tuple[Period, ...]
    events: pd.DataFrame
    people: pd.DataFrame
    sources: pd.DataFrame
    accounts: pd.DataFrame
    questions: pd.DataFrame
    answers: pd.DataFrame
    tours: pd.DataFrame
    lost_steps: pd.DataFrame
    cast: pd.DataFrame
    problems: tuple[Problem, ...]


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
        cure = f"rename {near[0]}" if near else f"{SAVE_AS_CSV} with the columns {', '.join(EVENTS.required)}"
        report.error(EVENTS.file, "there is no such file in the folder", cure)
        raise UnusableFolder(report.problems(FILES))


def check_views(dataset: Dataset, rows: list[Row], cells: Cells) -> None:
    """Leave out of each step's view what no link could ask for, and report it."""
    # The one arrow that runs up: a view is a link, and `selection` alone reads links.
    from timeline.selection import Selection

    for row in rows:
        reading = Selection.from_query(row.cells["view"], dataset)
        for dropped in reading.dropped:
            value = f"{dropped.key}={dropped.value}" if dropped.key else None
            cells.fault(row, "view", dropped.why, "mend it, or copy a link of the timeline", value=value)
        row.cells["view"] = reading.selection.to_query()


def _check_any_event(events: Rows, report: Report) -> None:
    if not any(row.when for row in events.kept()):
        if not events.rows:
            cure = "write a row with event_id, start and title"
            report.error(EVENTS.file, "there is no event under the header", cure, line=1)
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
