"""One event in words: its dates on one axis, a column for each source, the names lined up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import sqrt
from typing import Any

from flask import render_template

from timeline.dataset import Dataset
from timeline.dataset.marks import Mark
from timeline.exports.citations.citations import cite
from timeline.query.selection import Selection
from timeline.sources import accounts, questions
from timeline.sources.comparing import MOST_COLUMNS, Cell, Column, Comparison, Entry, Row, compare
from timeline.sources.contested import Contested, contest_of
from timeline.sources.date_agreement import DateGiven, agreement, spread
from timeline.sources.glance import RECORD, glance
from timeline.sources.glance_values import Glance
from timeline.sources.ladder import Rung, ladder
from timeline.sources.naming import Spelling, names, people_named
from timeline.sources.voices import repeated_by
from timeline.web.compare.based import base_of, row_id
from timeline.web.links.compare import View, only_filter, without_columns
from timeline.web.shared import date_spread
from timeline.web.shared.blind import SourceNames, names_of
from timeline.web.shared.framing import KINDS, counted

_FEWEST_COLUMNS = 2
_MOST_VOICES = 3  # of a cell that are shown at once
_FEW_LETTERS = 200  # of an account that needs no wide column
_STANDING = ("wording", "account", "framing")  # rows that nothing above the table has told
_TELL_WHO = ("speaks", "locator")  # rows that would give hidden names away


@dataclass(frozen=True)
class Head:
    """The head of one column: the source, and the same view with the column moved, taken away or exchanged.

    `instead` are the sources that could stand in its place, where there is no room for one more. `likes` has by row
    whom it says the same as, `unlike` the rows in which it says something else; `framing` how many marks of each kind
    its own quotations have; `weight` how wide it is beside a column of few words.
    """

    column: Column
    name: str
    silent: bool
    earlier: View | None
    later: View | None
    without: View | None
    instead: list[tuple[str, View]]
    timeline: Selection
    likes: dict[str, str]
    unlike: frozenset[str]
    framing: list[tuple[str, int]]
    weight: float

    def same_as(self, row: Row) -> str:
        """The first column before this one that says the same in the row, "" if this is the first to say it."""
        return self.likes.get(row_id(row), "")

    def differs_in(self, row: Row) -> bool:
        """Whether it says something else in the row than the base, or than everybody where there is none."""
        return row_id(row) in self.unlike

    def timeline_of(self, source_id: str) -> Selection:
        """The event on the timeline as a source in this column tells it."""
        return replace(self.timeline, perspective=source_id)


@dataclass(frozen=True)
class Said:
    """What one or several sources of a column say in the same way: the first one's entry, and who else says it."""

    entry: Entry
    names: tuple[str, ...]


class EventPages:
    """Writes the comparisons of one dataset's events."""

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset

    def html(self, view: View) -> str:
        """Everything about the event that `view` has open."""
        event_id = view.selection.event
        table, blind = self._laid(view)
        event = self._dataset.event(event_id)
        marks = {told.source_id: told.marks for told in accounts.accounts_of(self._dataset, event_id)}
        seen = self._seen(view, table)
        heads = self._heads(view, table, blind, marks)
        rows = [row for row in table.rows if not (blind.hidden and row.key in _TELL_WHO)]
        rows.sort(key=lambda row: row.key != "wording")
        asked = list(self._asked(view))
        return render_template(
            "compare/event.html",
            view=view,
            event=event,
            table=table,
            rows=rows,
            heads=heads,
            blind=blind,
            standing=_STANDING,
            weights=sum(head.weight for head in heads),
            marks=marks,
            marked=counted(mark for found in marks.values() for mark in found),
            framing_kinds=KINDS,
            said=lambda cell: _said(cell, blind),
            repeated=repeated_by(self._dataset),
            dates=self._dates(table, blind),
            named=self._named(table, blind),
            people={
                str(acting): acting.person_id
                for named in people_named(self._dataset, event_id).values()
                for acting in named
            },
            offered=[] if len(heads) >= MOST_COLUMNS else self._offered(view, table, blind, len(heads)),
            left_out=self._left_out(view, table, blind),
            most=MOST_COLUMNS,
            most_voices=_MOST_VOICES,
            turned=replace(view, fold=not view.fold, selection=replace(view.selection, sources=())),
            voices=any(column.voices or column.depth for column in table.columns),
            asked=asked,
            links={found.issue.question_id: link for found, _, link in asked},
            cited=[] if blind.hidden else self._cited(table),
            note=self._note(table),
            seen=seen,
            bases=self._bases(view, seen),
            base_name=self._named_base(seen.base),
            base_missing=self._named_base(view.base) if view.base and not seen.base else "",
            back=replace(only_filter(view.selection), sources=(), event=event_id),
            steps=self._steps(view),
        )

    def _asked(self, view: View) -> Iterator[tuple[Contested, Sequence[Rung], View]]:
        """The questions at issue, each with its ladder and the view of it alone."""
        for question in questions.questions_of(self._dataset, view.selection.event):
            found = contest_of(self._dataset, question.question_id)
            link = view.to(replace(only_filter(view.selection), question=question.question_id))
            yield found, ladder(self._dataset, found.issue), link

    def _laid(self, view: View) -> tuple[Comparison, SourceNames]:
        """The comparison, its columns shuffled if the names are hidden."""
        event_id = view.selection.event
        table = compare(self._dataset, event_id, self._chosen(view), view.fold)
        blind = names_of(self._dataset, view, [column.source_id for column in table.columns])
        if view.blind:
            shuffled = compare(self._dataset, event_id, blind.order, view.fold)
            table = replace(shuffled, left_out=table.left_out)
        return table, blind

    def _seen(self, view: View, table: Comparison) -> Glance:
        """The event at a glance: all documents, or what the columns show where they are a reader's choice."""
        asked = view.selection.sources or view.blind or not view.fold
        columns = [column.source_id for column in table.columns] if asked else ()
        return glance(self._dataset, table.event_id, columns, view.base)

    def _chosen(self, view: View) -> Sequence[str]:
        """The columns asked for; one alone stands first, before those that are usual."""
        chosen = view.selection.sources
        if len(chosen) != 1:
            return chosen
        usual = compare(self._dataset, view.selection.event, (), view.fold).columns
        return list(dict.fromkeys([*chosen, *(column.source_id for column in usual)]))[:MOST_COLUMNS]

    def _bases(self, view: View, seen: Glance) -> list[tuple[str, View, bool]]:
        """What the sources can be compared with: each other, the record, one of them; none while names are hidden."""
        if view.hidden or len(seen.rows) < _FEWEST_COLUMNS:
            return []
        offered = ["", RECORD, *(row.source_id for row in seen.rows)]
        return [
            (self._named_base(base) or "Each other", replace(view, base=base), base == seen.base)
            for base in offered
        ]

    def _named_base(self, base: str) -> str:
        return "the record" if base == RECORD else self._dataset.speaker(base)

    def _heads(
        self, view: View, table: Comparison, blind: SourceNames, marks: Mapping[str, Sequence[Mark]]
    ) -> list[Head]:
        order = [column.source_id for column in table.columns]
        names_shown = [blind.name(source_id) for source_id in order]
        fixed = bool(view.blind)
        based = base_of(self._dataset, view.base, table)
        heads = []
        for place, column in enumerate(table.columns):
            cells = [row.cells[place] for row in table.rows]
            heads.append(
                Head(
                    column=column,
                    name=names_shown[place],
                    silent=column.silence is not None and not any(cell.entries for cell in cells),
                    earlier=_with(view, _swapped(order, place - 1)) if place and not fixed else None,
                    later=_with(view, _swapped(order, place))
                    if place + 1 < len(order) and not fixed
                    else None,
                    without=_with(view, [*order[:place], *order[place + 1 :]])
                    if len(order) > _FEWEST_COLUMNS and not fixed
                    else None,
                    instead=self._offered(view, table, blind, place) if len(order) >= MOST_COLUMNS else [],
                    timeline=Selection(event=table.event_id, perspective=column.source_id),
                    likes={
                        row_id(row): names_shown[first] if first is not None else "the record"
                        for row in table.rows
                        for first in based.like(row, place)
                    },
                    unlike=frozenset(row_id(row) for row in table.rows if based.unlike(row, place)),
                    framing=counted(marks.get(column.source_id, ())),
                    weight=_weight(table, place),
                )
            )
        return heads

    def _offered(
        self, view: View, table: Comparison, blind: SourceNames, place: int
    ) -> list[tuple[str, View]]:
        """The sources that can be a column at `place`, instead of the one that is there; none in blind reading."""
        if view.blind:
            return []
        told = {account.source_id for account in accounts.accounts_of(self._dataset, table.event_id)}
        documents = self._dataset.documents
        fitting = [source for source in table.offered if source in told or source in documents]
        return [(blind.name(source), self._at(view, table, place, source)) for source in fitting]

    def _left_out(self, view: View, table: Comparison, blind: SourceNames) -> list[tuple[str, View]]:
        """Who has no column because there is room for six: asked for, or telling the event in none of them.

        Each with the view that has it in the last column.
        """
        left = list(table.left_out)
        if len(table.columns) >= MOST_COLUMNS:
            shown = {teller for column in table.columns for teller in column.told_by}
            told = accounts.accounts_of(self._dataset, table.event_id)
            left += [account.source_id for account in told if account.source_id not in shown]
        last = len(table.columns) - 1
        return [(blind.name(source), self._at(view, table, last, source)) for source in dict.fromkeys(left)]

    def _at(self, view: View, table: Comparison, place: int, source: str) -> View:
        """The same view with this source as the column at `place`."""
        order = [column.source_id for column in table.columns]
        return _with(view, [*order[:place], source, *order[place + 1 :]])

    def _dates(self, table: Comparison, blind: SourceNames) -> dict[str, Any]:
        """The dates of the record and of the columns, ready to be drawn."""
        found = spread(self._dataset, table.event_id)
        shown = {teller for column in table.columns for teller in column.told_by}
        given: list[DateGiven] = [date for date in found.given if date.source_id in shown]
        place = {source: number for number, source in enumerate(blind.order)}
        given.sort(key=lambda date: place.get(date.source_id, len(place)) if blind.hidden else 0)
        record = None if blind.hidden else found.record
        drawn = given if record is None else [record, *given]
        axis = date_spread.axis(drawn)
        if axis is None:
            return {"rows": [], "ticks": []}
        agreed = agreement(self._dataset, given)
        return {
            "rows": [
                {
                    "date": date,
                    "name": blind.name(date.source_id) if date.source_id else "The record",
                    "bar": date_spread.bar(date, axis),
                    "timeline": Selection(event=table.event_id, perspective=date.source_id),
                }
                for date in drawn
            ],
            "ticks": date_spread.ticks(axis),
            "dating": found.dating,
            "basis": found.basis,
            "record": record is not None,
            "agreement": agreed,
            "given": given,
            "apart": agreed.excluding > 1 or (agreed.against > 0 and not blind.hidden),
        }

    def _named(self, table: Comparison, blind: SourceNames) -> list[dict[str, Any]]:
        """Each thing with the names that the columns give it, and who gives it which."""
        shown = {teller for column in table.columns for teller in column.told_by}
        found = []
        for naming in names(self._dataset, table.event_id):
            uses: dict[str, tuple[Spelling, list[str]]] = {}
            for spelling in naming.used:
                if spelling.source_id in shown:
                    spelt = spelling.spelling
                    if naming.kind == "event":
                        spelt = blind.called(spelling.source_id, spelt)
                    written = replace(
                        spelling, spelling=spelt, quoted=spelling.quoted and spelt == spelling.spelling
                    )
                    users = uses.setdefault(spelt, (written, []))[1]
                    users.append(blind.name(spelling.source_id))
            if len(uses) > 1 or (naming.kind == "event" and uses):
                found.append(
                    {
                        "kind": naming.kind,
                        "id": naming.id,
                        "name": naming.name,
                        "role": naming.role,
                        "uses": list(uses.values()),
                    }
                )
        return found

    def _cited(self, table: Comparison) -> list[tuple[str, tuple[tuple[str, str], ...]]]:
        """Every column in every style, with the place of its account."""
        told = {account.source_id: account for account in accounts.accounts_of(self._dataset, table.event_id)}
        cited = []
        for column in table.columns:
            own = told.get(column.source_id)
            found = cite(self._dataset, column.source_id, own.locator if own else "")
            cited.append((column.source_id, found.forms))
        return cited

    def _note(self, table: Comparison) -> str:
        entries = (entry for row in table.rows for cell in row.cells for entry in cell.entries)
        return accounts.note_beside(self._dataset, (entry.stance for entry in entries))

    def _steps(self, view: View) -> list[tuple[str, str, View]]:
        """The events before and after this one in the filter."""
        asked = without_columns(view.selection)
        around = accounts.neighbours(self._dataset, asked, view.selection.event)
        return [
            (
                word,
                self._dataset.event_title(event_id),
                replace(view, selection=replace(view.selection, event=event_id)),
            )
            for word, event_id in zip(("Previous", "Next"), around, strict=True)
            if event_id
        ]


def _said(cell: Cell, blind: SourceNames) -> tuple[list[Said], list[Said]]:
    """The column's own entries in a cell and those of its voices, equal ones said once.

    Names are of the voices: the column's own is above it.
    """
    found: dict[str, list[Entry]] = {}
    for entry in cell.entries:
        found.setdefault(entry.same, []).append(entry)
    said = [
        Said(
            entries[0], tuple(dict.fromkeys(blind.name(entry.source_id) for entry in entries if entry.depth))
        )
        for entries in found.values()
    ]
    return [one for one in said if not one.entry.depth], [one for one in said if one.entry.depth]


def _weight(table: Comparison, place: int) -> float:
    """From 1 to 2, by what a column itself says in sentences: equal columns would leave those of few words blank."""
    said = (entry.text for entry in table.row("account").cells[place].entries if not entry.depth)
    return min(max(sqrt(sum(map(len, said)) / _FEW_LETTERS), 1), 2)


def _with(view: View, sources: Sequence[str]) -> View:
    return replace(view, selection=replace(view.selection, sources=tuple(sources)))


def _swapped(order: Sequence[str], place: int) -> list[str]:
    """The order with the columns at `place` and after it exchanged."""
    moved = list(order)
    moved[place], moved[place + 1] = moved[place + 1], moved[place]
    return moved
