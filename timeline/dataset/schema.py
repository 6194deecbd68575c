"""The tables of a data folder: their columns, and which of them an author has to fill."""

from __future__ import annotations

from dataclasses import dataclass

SETTINGS_FILE = "timeline.toml"


@dataclass(frozen=True, slots=True)
class Table:
    """One CSV file: its columns in order, those the header must have, those whose cells must be filled.

    `key` is the column with the row's own id, if rows of other tables refer to it.
    """

    name: str
    columns: tuple[str, ...]
    required: tuple[str, ...]
    filled: tuple[str, ...]
    key: str | None = None

    @property
    def file(self) -> str:
        """Return the file's name in the folder."""
        return f"{self.name}.csv"

    @property
    def title(self) -> str:
        """Return the column that says what a row with an id of its own is called."""
        return self.filled[1]


def _table(name: str, columns: str, filled: str, key: str | None = None, also_in_header: str = "") -> Table:
    cells = tuple(filled.split())
    return Table(name, tuple(columns.split()), cells + tuple(also_in_header.split()), cells, key)


# What is marked in a quotation, in the column `marks` of accounts.csv.
MARKS = ("naming", "act", "blame", "certainty")
# How a voice is known, in the column `known_by` of sources.csv: its own words are printed, or only a summary of them.
KNOWN_BY = ("words", "summary")
# How firmly the date of an event is established, in the column of that name; empty: not said.
ESTABLISHED = ("firm", "partly", "commonly")

EVENTS = _table(
    "events",
    "event_id start end title summary theme place people verdicts importance dating established basis",
    filled="event_id title",
    key="event_id",
    # Its cells may be empty (then the event stands where a source puts it); a table without it is a mistake.
    also_in_header="start",
)
PEOPLE = _table(
    "people",
    "person_id name also_known_as born died role group fate note",
    filled="person_id name",
    key="person_id",
)
SOURCES = _table(
    "sources",
    "source_id title author publisher published perspective genre quoted_in derives_from "
    "covers_start covers_end purpose value limitation licence url known_by",
    filled="source_id title",
    key="source_id",
)
ACCOUNTS = _table(
    "accounts",
    "event_id source_id date_as_given date_means called people stance framing account wording locator "
    "act marks",
    filled="event_id source_id",
)
QUESTIONS = _table(
    "questions",
    "question_id event_id question record record_basis short compatible",
    filled="question_id question",
    key="question_id",
)
ANSWERS = _table(
    "answers",
    "question_id source_id position answer wording locator side",
    filled="question_id source_id position",
)
TOURS = _table(
    "tours",
    "tour_id tour step event_id heading note question view",
    filled="tour_id step event_id",
)

REFERENCES = _table(
    "references",
    "reference_id author title published place publisher kind address note",
    filled="reference_id title",
    key="reference_id",
)

TABLES = (EVENTS, PEOPLE, SOURCES, ACCOUNTS, QUESTIONS, ANSWERS, TOURS, REFERENCES)
FILES = (SETTINGS_FILE, *(table.file for table in TABLES))
