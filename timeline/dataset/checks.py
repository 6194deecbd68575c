"""What the rows of a folder say of themselves and of each other, checked table by table.

Rules, so that a wrong cell never blanks the timeline and one fault is one problem:

- A row is left out if a cell that must be filled is not, if it repeats another's id, if it refers to
  something that does not exist and has no meaning without it, or if its date cannot be read or lies outside
  the timeline.
- Every other wrong cell is emptied and its row kept. An id that is not kebab-case is mended.
- A row with the wrong number of cells or with damaged quotation marks is kept if all its cells read well.
- References to rows that were left out are left out without a word. A warning that nothing refers to a row is
  not given while a faulty reference may have meant it.
"""

from __future__ import annotations

import re
import sys

from timeline.dataset.cells import Cells
from timeline.dataset.coding import Coding
from timeline.dataset.csv_reader import Row, Rows
from timeline.dataset.identifiers import is_kebab_case, slug
from timeline.dataset.references import References
from timeline.dataset.schema import (
    ACCOUNTS,
    ANSWERS,
    ESTABLISHED,
    EVENTS,
    KNOWN_BY,
    PEOPLE,
    QUESTIONS,
    SOURCES,
    TABLES,
    TOURS,
)
from timeline.dataset.settings import STANCES, Settings
from timeline.dataset.spreadsheet import unmarked

# What a person's id cannot be, and what shows that two people were not separated by a semicolon.
_NOT_AN_ENTRY = re.compile(r"^:|:.*:|,[^:]*:|^[^:]*,")
_WEB_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)


class Checks:
    """Checks the tables of one folder, cleans their cells, and knows who tells, is named and speaks.

    `lost_steps` are the steps of tours whose event is not in the timeline.
    """

    def __init__(
        self, tables: dict[str, Rows], settings: Settings, cells: Cells, references: References
    ) -> None:
        """Take all tables by name; `run` does the work."""
        self._tables, self._settings, self._cells, self._references = tables, settings, cells, references
        self.coding = Coding(tables, cells, references)
        self.told: set[str] = set()
        self.faultily_told: set[str] = set()
        self._named: set[str] = set()
        self._speaking: set[str] = set()
        self._mended_tours: set[str] = set()
        self.lost_steps: list[Row] = []

    def run(self) -> None:
        """Check everything but the places of events on the axis (see placing.py), and what is absent."""
        for table in TABLES:
            if table.key:
                self._references.define(table)
        self._each_person()
        self._each_source()
        for row in self._tables[EVENTS.name].rows:
            self._event(row)
        self._doubt_broken_rows()
        self._each_account()

    def run_on_placed(self) -> None:
        """Check the tables that refer to events, once it is known which events have a place."""
        for row in self._tables[ACCOUNTS.name].kept():
            row.dropped = self._references.resolve(row, "event_id", row.cells["event_id"], EVENTS) is None
        for row in self._tables[QUESTIONS.name].kept():
            self._question(row)
        for row in self._tables[ANSWERS.name].kept():
            self._answer(row)
        self.coding.sides()
        self.each_tour_step()
        self._absent()
        self._references.report_unknown()

    def _each_person(self) -> None:
        for row in self._tables[PEOPLE.name].rows:
            self._cells.in_order(row, "born", "died", "this person dies before being born")

    def _each_source(self) -> None:
        for row in self._tables[SOURCES.name].rows:
            self._cells.date(row, "published")
            self._cells.in_order(
                row, "covers_start", "covers_end", "what this source covers ends before it starts"
            )
            url = row.cells["url"]
            if url and not _WEB_ADDRESS.fullmatch(url):
                self._cells.empty(row, "url", "this is not a web address", "begin it with https://")
        links = ("quoted_in", "derives_from")
        for row in self._tables[SOURCES.name].rows:
            self._references.word(row, "known_by", KNOWN_BY)
            for column in links:
                if row.cells[column]:
                    row.cells[column] = (
                        self._references.resolve(row, column, row.cells[column], SOURCES) or ""
                    )
                    self._speaking.add(row.cells[column])
        for column in links:
            self._references.check_circles(column)
        # A broken row may have been left out for its links, after other rows were linked to it.
        left = {row.cells["source_id"] for row in self._tables[SOURCES.name].kept()}
        for row in self._tables[SOURCES.name].kept():
            row.cells.update({column: "" for column in links if row.cells[column] not in left})

    def _event(self, row: Row) -> None:
        cells = row.cells
        if cells["start"]:
            if self._cells.date(row, "start") is None:
                row.dropped = True
            self._cells.in_order(row, "start", "end", "this event ends before it starts")
        elif cells["end"]:
            self._cells.empty(row, "end", "there is an end but no start", "write the date into start")
        if cells["importance"] not in ("", "1", "2", "3", "4", "5"):
            self._cells.empty(
                row, "importance", "importance is a number from 1 to 5", "write 1, 2, 3, 4 or 5"
            )
        self._references.word(row, "established", ESTABLISHED)
        self.coding.works(row, "basis")
        if self._settings.themes is not None:
            known = [theme.id for theme in self._settings.themes]
            self._references.choice(row, "theme", known, judge="themes" not in self._settings.damaged)
        people = self._people(row, "people")
        self._named.update(people)
        for person in self._people(row, "verdicts", "verdict"):
            if person not in people:
                hint = "add this person to people, with a role"
                message = "this verdict is on somebody who takes no part in the event"
                self._cells.fault(row, "verdicts", message, hint, value=person)

    def _people(self, row: Row, column: str, what: str = "role") -> dict[str, str]:
        """Tidy a list of people and return what it says of each; several words on one person are joined by a comma."""
        said: dict[str, list[str]] = {}
        for entry in filter(None, map(str.strip, row.cells[column].split(";"))):
            if _NOT_AN_ENTRY.search(entry):
                hint = f"write person_id:{what}; person_id:{what} — the {what} may be left out"
                self._cells.fault(row, column, f"this is not a person with a {what}", hint, value=entry)
                self._references.doubt(row, PEOPLE)
                continue
            written, _, words = (part.strip() for part in entry.partition(":"))
            person = self._references.resolve(row, column, written, PEOPLE)
            if person and words not in said.setdefault(person, []):
                said[person].append(words)
        people = {person: ", ".join(filter(None, each)) for person, each in said.items()}
        entries = (f"{person}:{words}" if words else person for person, words in people.items())
        row.cells[column] = sys.intern("; ".join(entries))
        return people

    def _each_account(self) -> None:
        first: dict[tuple[str, str], int] = {}
        known = [stance.id for stance in self._settings.stances or STANCES]
        for row in self._tables[ACCOUNTS.name].rows:
            cells = row.cells
            self._cells.filled(row, ACCOUNTS.filled)
            event = cells["event_id"] and self._references.resolve(row, "event_id", cells["event_id"], EVENTS)
            source = cells["source_id"] and self._references.resolve(
                row, "source_id", cells["source_id"], SOURCES
            )
            self.told.add(event or "")
            self._speaking.add(source or "")
            if event and source:
                cells["event_id"], cells["source_id"] = event, source
                line = first.setdefault((event, source), row.line)
                if line != row.line:
                    message, hint = (
                        f"line {line} is this source's account of this event already",
                        "make them one row",
                    )
                    self._cells.fault(row, "source_id", message, hint, drop=True)
                    self._references.doubt(row, EVENTS)
                    self._references.doubt(row, SOURCES)
            else:
                row.dropped = True
            self._account(row, known)
            if row.dropped:
                self.faultily_told.add(event or "")

    def _account(self, row: Row, stances: list[str]) -> None:
        cells = row.cells
        self._references.choice(row, "stance", stances, judge="stances" not in self._settings.damaged)
        self._cells.phrases(row)
        self.coding.marks(row)
        self._named.update(self._people(row, "people"))
        if cells["date_means"]:
            self._cells.date(row, "date_means")
            readable = bool(cells["date_means"])
        else:
            readable = (
                not cells["date_as_given"] or self._cells.dates.date(cells["date_as_given"]) is not None
            )
            if not readable:
                message = str(self._cells.dates.parse(cells["date_as_given"]))
                hint = "or write into date_means where this stands on the axis"
                self._cells.fault(row, "date_as_given", message, hint)
        if not readable:
            self.faultily_told.add(cells["event_id"])

    def _question(self, row: Row) -> None:
        events = filter(None, map(str.strip, row.cells["event_id"].split(";")))
        used = (self._references.resolve(row, "event_id", event, EVENTS) for event in events)
        row.cells["event_id"] = "; ".join(dict.fromkeys(filter(None, used)))
        self.coding.works(row, "record_basis")

    def _answer(self, row: Row) -> None:
        cells = row.cells
        if not self._cells.filled(row, ANSWERS.filled):
            return
        question = self._references.resolve(row, "question_id", cells["question_id"], QUESTIONS)
        source = self._references.resolve(row, "source_id", cells["source_id"], SOURCES)
        self._speaking.add(source or "")
        cells["question_id"], cells["source_id"] = question or "", source or ""
        row.dropped = not (question and source)
        self._cells.phrases(row)

    def each_tour_step(self) -> None:
        """Check the steps of tours, once the events that there are have been defined."""
        first: dict[tuple[str, int], int] = {}
        for row in self._tables[TOURS.name].kept():
            cells = row.cells
            # The app writes this table itself, for spreadsheets too.
            cells.update({column: unmarked(cell) for column, cell in cells.items()})
            if not self._cells.filled(row, TOURS.filled):
                continue
            if re.fullmatch(r"0*[1-9][0-9]{0,5}", cells["step"]) is None:
                hint = "number the steps of a tour 1, 2, 3"
                self._cells.fault(row, "step", "a step is a whole number from 1", hint, drop=True)
                continue
            self._tour_id(row)
            line = first.setdefault((cells["tour_id"], int(cells["step"])), row.line)
            if line != row.line:
                message, hint = (
                    f"line {line} is this step of this tour already",
                    "number the steps of a tour 1, 2, 3",
                )
                self._cells.fault(row, "step", message, hint, drop=True)
                continue
            cells["step"] = str(int(cells["step"]))
            event = self._references.resolve(row, "event_id", cells["event_id"], EVENTS)
            cells["event_id"] = event or ""
            if not event and not row.dropped:
                self.lost_steps.append(row)
            row.dropped = row.dropped or not event

    def _tour_id(self, row: Row) -> None:
        """Mend the id of a tour, which its steps repeat, and report it at the first of them."""
        raw = row.cells["tour_id"]
        if not is_kebab_case(raw):
            used = slug(raw)
            if raw not in self._mended_tours or not used:
                self._mended_tours.add(raw)
                hint = f"write '{used}'" if used else "write small letters and digits, joined by hyphens"
                self._cells.fault(row, "tour_id", "this id is not kebab-case", hint, drop=not used)
            row.cells["tour_id"] = used

    def _doubt_broken_rows(self) -> None:
        """Remember what rows that are not as the author meant them may have referred to: anything."""
        for table, targets in (
            (EVENTS, (PEOPLE,)),
            (SOURCES, (SOURCES,)),
            (ACCOUNTS, (EVENTS, SOURCES)),
            (ANSWERS, (SOURCES,)),
        ):
            for row in self._tables[table.name].rows:
                if row.broken or not all(row.cells[column] for column in table.filled):
                    for target in targets:
                        self._references.doubt(row, target)

    def _absent(self) -> None:
        """Warn of events, people and sources to which nothing refers."""
        references = self._references
        accounts = self._tables[ACCOUNTS.name]
        if accounts.state == "read" and accounts.rows:
            for row in self._tables[EVENTS.name].kept():
                told = row.cells["event_id"] in self.told or row.cells["dating"]
                if not told and not references.doubtful(ACCOUNTS, EVENTS, row.cells["event_id"]):
                    hint = "add its row to accounts.csv, or say in dating which work establishes it"
                    self._cells.warn(row, "event_id", "no source tells this event", hint)
            for row in self._tables[SOURCES.name].kept():
                source = row.cells["source_id"]
                doubtful = any(
                    references.doubtful(table, SOURCES, source) for table in (ACCOUNTS, ANSWERS, SOURCES)
                )
                if source not in self._speaking and not doubtful:
                    hint = "add a row to accounts.csv, or delete it"
                    self._cells.warn(row, "source_id", "this source tells no event", hint)
        for row in self._tables[PEOPLE.name].kept():
            person = row.cells["person_id"]
            if (
                person not in self._named
                and not row.cells["note"]
                and not any(references.doubtful(table, PEOPLE, person) for table in (EVENTS, ACCOUNTS))
            ):
                hint = "name this person in the people of an event, or say in note why not"
                self._cells.warn(row, "person_id", "this person is in no event", hint)
