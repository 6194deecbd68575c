"""One event side by side: a column for each source, rows that can be read across.

    table = compare(dataset, "kirov-murder", ["prolewiki", "georgian-journal"])
    for row in table.rows:
        print(row.name, *(cell.text or cell.silence or row.none for cell in row.cells), sep=" | ")

Cells of one row that say the same share a `group`, so that a screen can let them recede. A person has the part that
the source gives, or else the record's. One thing the rows do not have, because no table holds it: who is to blame
(each question of the event is a row of its own instead, with the position that a source takes).

The other rooms of the comparison are offered here too: `spread` (dates), `names` (the same thing under different
names), `issue` and `issues` (open questions; `question` and `questions` are the same), `blind` (sources without names).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from timeline.dataset import Dataset
from timeline.dates import HistoricalDate
from timeline.query.folding import words
from timeline.query.index import index_of
from timeline.query.suggestions import nearest
from timeline.query.witnesses import origins
from timeline.sources.accounts import Account, accounts_of
from timeline.sources.blind import blind
from timeline.sources.comparison import Cell, Column, Comparison, Entry, Row, are_alike, grouped
from timeline.sources.date_agreement import DateGiven, Spread, spread
from timeline.sources.naming import Names, Naming, Spelling, names, people_named
from timeline.sources.questions import Issue, Mute, is_position, issue, issues, questions_of
from timeline.sources.silences import SilenceKind, silence_of
from timeline.sources.voices import nested, said_after, speakers_in

__all__ = [
    "MOST_COLUMNS",
    "Cell",
    "Column",
    "Comparison",
    "DateGiven",
    "Entry",
    "Issue",
    "Mute",
    "Names",
    "Naming",
    "Row",
    "Spelling",
    "Spread",
    "blind",
    "compare",
    "issue",
    "issues",
    "names",
    "nearest",
    "question",
    "questions",
    "spread",
]

MOST_COLUMNS = 6
_FEWEST_COLUMNS = 2

question, questions = issue, issues


def compare(dataset: Dataset, event_id: str, source_ids: Sequence[str] = (), fold: bool = True) -> Comparison:
    """Lay the sources' accounts of one event side by side.

    Columns are the chosen sources in their order (each once, at most six). If none is chosen: the documents that
    tell the event or cover its time, and if there are not two, further ones; of more than six those that tell it.
    With `fold` the voices that a document prints stand in its column under their names, unless a voice has a
    column of its own; without it every column is one source's own account, and if none is chosen the voices that
    tell the event have columns too, as far as the documents leave room. What finds no column is `left_out`.

    Raises KeyError if the dataset has no such event or source.
    """
    return _Comparer(dataset, event_id, fold).compare(source_ids)


class _Comparer:
    """Compares the accounts of one event; `_speakers` has who speaks in each column, once that is settled."""

    def __init__(self, dataset: Dataset, event_id: str, fold: bool) -> None:
        self._dataset, self._index, self._fold = dataset, index_of(dataset), fold
        self._event_id = event_id
        self._row = self._index.event_row[event_id]
        self._days = int(self._index.first[self._row]), int(self._index.last[self._row])
        self._sources = {source["source_id"]: source for source in nested(dataset)}
        self._told = {account.source_id: account for account in accounts_of(dataset, event_id)}
        self._origins = origins(dataset)
        self._speakers: dict[str, list[str]] = {}

    def compare(self, source_ids: Sequence[str]) -> Comparison:
        chosen = list(dict.fromkeys(source_ids)) or self._usual()
        for source_id in chosen:
            if source_id not in self._sources:
                raise KeyError(source_id)
        shown = chosen[:MOST_COLUMNS]
        self._speakers = (
            speakers_in(self._dataset, shown) if self._fold else {source: [source] for source in shown}
        )
        columns = tuple(self._column(source_id) for source_id in shown)
        event = self._dataset.event(self._event_id)
        return Comparison(
            event_id=self._event_id,
            title=event["title"],
            date=str(event["when"]),
            columns=columns,
            rows=tuple(self._rows(columns)),
            offered=tuple(source for source in self._sources if source not in shown),
            left_out=tuple(chosen[MOST_COLUMNS:]),
        )

    def _usual(self) -> list[str]:
        """The sources that tell the event; up to six the documents that could, up to two any others."""
        documents = [source_id for source_id, source in self._sources.items() if not source["depth"]]
        telling = [source for source in documents if self._within(source)] if self._fold else list(self._told)
        silent = {source: self._silence(source) for source in documents if not self._within(source)}
        could = [source for source, kind in silent.items() if kind is SilenceKind.NOT_MENTIONED]
        kept = telling + could[: max(MOST_COLUMNS - len(telling), 0)]
        others = [source for source in silent if source not in kept]
        kept += others[: max(_FEWEST_COLUMNS - len(kept), 0)]
        # Where there are more than find room, the documents do, before any voice.
        kept.sort(key=lambda source: self._sources[source]["depth"])
        shown = [source for source in self._sources if source in kept[:MOST_COLUMNS]]
        return shown + kept[MOST_COLUMNS:]

    def _within(self, source_id: str) -> list[str]:
        """The source and the voices printed in it, as far as they tell the event."""
        inner = self._index.voices(self._index.sources.row[source_id])
        return [source for row in inner if (source := self._index.sources.ids[row]) in self._told]

    def _silence(self, source_id: str) -> SilenceKind:
        return silence_of(self._dataset, self._event_id, source_id).kind

    def _column(self, source_id: str) -> Column:
        source = self._sources[source_id]
        told_by = [teller for teller in self._speakers[source_id] if teller in self._told]
        own = self._told.get(source_id)
        return Column(
            source_id=source_id,
            speaker=source["speaker"],
            title=source["title"],
            perspective=source["perspective"],
            published=source["published"],
            said=said_after(source, *self._days),
            stance=own.stance if own else None,
            silence=None if told_by else self._silence(source_id),
            document=source["document"],
            printed_in=self._dataset.speaker(source["quoted_in"]),
            derives_from=source["derives_from"],
            witness=self._origins[source_id],
            depth=source["depth"],
            told_by=tuple(told_by),
            voices=tuple(teller for teller in self._within(source_id) if teller != source_id),
        )

    def _rows(self, columns: Sequence[Column]) -> Iterator[Row]:
        for key, name, none, say in self._kinds():
            said = {
                source_id: [Entry(source_id, account.speaker, 0, *what, stance=account.stance)]
                for source_id, account in self._told.items()
                if (what := say(account)).text
            }
            cells = self._cells(columns, said)
            yield Row(key, name, none, cells, are_alike(columns, cells))
            if key == "people":
                yield from self._question_rows(columns)

    def _kinds(self) -> list[tuple[str, str, str, Callable[[Account], _Said]]]:
        """For each row its key and name, what to write where nothing is said, and what an account says."""
        people = people_named(self._dataset, self._event_id)
        return [
            ("called", "What it calls it", "gives it no name", lambda told: _text(told.called)),
            ("date", "When", "gives no date", lambda told: _date(told.date, told.when)),
            (
                "people",
                "Who acts",
                "names nobody",
                lambda told: _parts(list(map(str, people[told.source_id]))),
            ),
            ("stance", "Towards the official version", "not coded", _stance),
            ("framing", "Frame", "not coded", lambda told: _text(told.framing)),
            ("account", "What it says", "no summary", lambda told: _text(told.account)),
            ("wording", "In its words", "no words quoted", lambda told: _parts(told.wording)),
            ("speaks", "Who speaks", "", _speaks),
            ("said", "Written", "undated", _written),
            ("locator", "Where it stands", "no place given", lambda told: _text(told.locator)),
        ]

    def _question_rows(self, columns: Sequence[Column]) -> Iterator[Row]:
        for asked in questions_of(self._dataset, self._event_id):
            given: dict[str, list[Entry]] = {}
            for position in filter(is_position, asked.positions):
                text = position.position
                for answer in position.answers:
                    entry = Entry(
                        answer.source_id, answer.speaker, 0, text, (answer.answer,), _folded(text), None
                    )
                    given.setdefault(answer.source_id, []).append(entry)
            cells = self._cells(columns, given)
            if any(cell.entries for cell in cells):
                alike = are_alike(columns, cells)
                yield Row("question", asked.question, "says nothing", cells, alike, asked.question_id)

    def _cells(self, columns: Sequence[Column], said: Mapping[str, Sequence[Entry]]) -> tuple[Cell, ...]:
        """The cells of a row from what each source says, voices set in under their column."""
        return grouped(
            columns,
            [
                tuple(
                    entry if source_id == column.source_id else replace(entry, depth=1)
                    for source_id in self._speakers[column.source_id]
                    for entry in said.get(source_id, ())
                )
                for column in columns
            ],
        )


class _Said(NamedTuple):
    """What an account says in one row: whole, in parts, and as what is compared."""

    text: str
    parts: tuple[str, ...]
    same: str


def _folded(text: str) -> str:
    return " ".join(words(text)) or text


def _text(text: str) -> _Said:
    return _Said(text, (text,), _folded(text))


def _parts(parts: Sequence[str]) -> _Said:
    return _Said("; ".join(parts), tuple(parts), "\n".join(sorted(map(_folded, parts))))


def _date(text: str, when: HistoricalDate | None) -> _Said:
    """The source's own words; equal to another's if they mean the same date, in whatever form."""
    return _Said(text, (text,), when.edtf if when else _folded(text))


def _stance(told: Account) -> _Said:
    name, stance_id = (told.stance.name, told.stance.id) if told.stance else ("", "")
    return _Said(name, (name,), stance_id)


def _speaks(told: Account) -> _Said:
    text = told.speaker if told.author in ("", told.speaker) else f"{told.speaker} ({told.author})"
    return _Said(text, (text,), told.source_id)


def _written(told: Account) -> _Said:
    """How long after the event; where that cannot be said, what is known of the date of the telling."""
    return _text(told.said.removeprefix("written ") or told.published)
