"""The whole in words: how much each source tells, and the matrix of events and sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from flask import render_template
from markupsafe import Markup

from timeline.dataset import Dataset
from timeline.dates import from_day_number
from timeline.query.index import index_of
from timeline.query.selection import Selection
from timeline.sources.accounts import note_beside
from timeline.sources.matrix import TOLD, Matrix, matrix
from timeline.sources.silences import SILENCES, SilenceKind
from timeline.web.links.compare import View, only_filter, without_columns
from timeline.web.shared.blind import names_of
from timeline.web.shared.coverage_bars import coverage_bars
from timeline.web.shared.filter_form import filter_html

SILENCE_SYMBOLS = {
    SilenceKind.NOT_MENTIONED: "–",
    SilenceKind.OUT_OF_SPAN: "·",
    SilenceKind.NOT_CODED: "…",
}
_FEWEST = 2  # columns that can contradict each other
_BETWEEN = "disputed: independent sources contradict each other"
_WITHIN = "disputed: voices in one column, or sources that have no column, contradict each other"
_CHUNK = 10  # rows laid out together
_NARROW = 5  # columns that a phone has room for
_WIDE = 16  # columns from which the matrix scrolls sideways by itself


@dataclass(frozen=True)
class MatrixRow:
    """One row of the matrix: an event, its comparison (`link`), the way back to the timeline, its cells as HTML.

    `disputed` says who contradicts whom, "" if nobody; `alone`: those do who stand in one column or in none.
    """

    title: str
    when: str
    link: View
    back: Selection
    disputed: str
    alone: bool
    cells: Markup


@dataclass(frozen=True)
class Stretch:
    """Rows that stand together under one heading, a year or none."""

    heading: str
    rows: tuple[MatrixRow, ...]


class MatrixPages:
    """Writes the matrix of one dataset."""

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset
        self._laid = lru_cache(maxsize=8)(self._lay)

    def html(self, view: View) -> str:
        """How much each source tells unless names are hidden, the filter, the matrix."""
        table = self._laid(view)
        blind = names_of(self._dataset, view, table.source_ids)
        return render_template(
            "compare/matrix.html",
            view=view,
            bars=coverage_bars(self._dataset),
            filter=filter_html(self._dataset, view, matrix=True),
            shown=len(table.rows),
            total=len(self._dataset.events),
            speakers=table.speakers,
            heads=[(source, blind.name(source)) for source in table.source_ids],
            blind=blind,
            stretches=list(self._stretches(table, view)),
            stances=self._dataset.stances,
            silences=SILENCE_SYMBOLS,
            note=note_beside(
                self._dataset,
                (stance for place, stance in enumerate(self._dataset.stances) if place in table.codes),
            ),
            width="wide"
            if len(table.speakers) > _WIDE
            else ""
            if len(table.speakers) <= _NARROW
            else "broad",
            voices=bool((self._dataset.sources["depth"] > 0).any()),
            turned=replace(view, fold=not view.fold),
        )

    def _lay(self, view: View) -> Matrix:
        """The matrix; its columns are shuffled if the names are hidden."""
        asked, columns = without_columns(view.selection), columns_of(self._dataset, view)
        table = matrix(self._dataset, asked, view.sort, columns)
        if not view.blind:
            return table
        order = names_of(self._dataset, view, table.source_ids).order
        return matrix(self._dataset, asked, view.sort, order)

    def _stretches(self, table: Matrix, view: View) -> Iterator[Stretch]:
        rows = list(self._rows(table, view))
        if view.sort != "time":
            yield from _chunks("", rows)
            return
        years: dict[int, list[MatrixRow]] = {}
        for row, day in zip(rows, self._dataset.events["first_day"].to_numpy()[table.rows], strict=True):
            years.setdefault(from_day_number(int(day)).year, []).append(row)
        for year, found in years.items():
            yield from _chunks(str(year), found)

    def _rows(self, table: Matrix, view: View) -> Iterator[MatrixRow]:
        events = self._dataset.events.iloc[table.rows]
        rest = only_filter(view.selection)
        cells = self._cells()
        for place, (event_id, title, when) in enumerate(
            zip(table.event_ids, events["title"], events["when"], strict=True)
        ):
            alone = int((table.codes[place] >= TOLD).sum()) < _FEWEST
            said = zip(table.codes[place], table.voiced[place], table.mixed[place], strict=True)
            yield MatrixRow(
                title=title,
                when=str(when),
                link=view.to(replace(rest, event=event_id), fold=view.fold),
                back=replace(rest, sources=(), event=event_id),
                disputed=(_WITHIN if alone else _BETWEEN) if table.disputed[place] else "",
                alone=alone,
                cells=Markup("").join(
                    cells[int(code), bool(voiced), bool(mixed)] for code, voiced, mixed in said
                ),
            )

    def _cells(self) -> dict[tuple[int, bool, bool], Markup]:
        """The HTML of every cell that can occur: a thousand events have twenty thousand cells of a few kinds."""
        told = {place: (stance.symbol, stance.name) for place, stance in enumerate(self._dataset.stances)}
        told[TOLD] = ("■", "Told")
        found = {
            (code, False, False): _cell("silent", SILENCE_SYMBOLS[kind], kind.capitalize())
            for code, kind in SILENCES.items()
        }
        for code, (symbol, name) in told.items():
            for voiced in (False, True):
                for mixed in (False, True):
                    sign = f"({symbol})" if voiced else symbol
                    more = (" by a voice in it" if voiced else "") + (
                        "; another voice differs" if mixed else ""
                    )
                    found[code, voiced, mixed] = _cell("told", sign + ("+" if mixed else ""), name + more)
        return found


def _chunks(heading: str, rows: Sequence[MatrixRow]) -> Iterator[Stretch]:
    """A few rows at a time, for the browser to lay out when they come into sight; the heading is the first's."""
    for start in range(0, len(rows), _CHUNK):
        yield Stretch("" if start else heading, tuple(rows[start : start + _CHUNK]))


def columns_of(dataset: Dataset, view: View) -> Sequence[str]:
    """The sources asked for as columns; all that tell something if voices stand alone; else () for all documents."""
    if len(view.selection.sources) > 1:
        return view.selection.sources
    if view.fold:
        return ()
    index = index_of(dataset)
    telling = set(index.account_source.tolist())
    return [index.sources.ids[row] for row in index.nested if row in telling]


def _cell(kind: str, symbol: str, text: str) -> Markup:
    return Markup('<td role="cell" class="{}"><i role="img" aria-label="{}">{}</i></td>').format(
        kind, text, symbol
    )
