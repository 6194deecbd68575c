"""One event side by side: a column for each source, rows that can be read across.

    table = compare(dataset, "kirov-murder", ["prolewiki", "georgian-journal"])
    for row in table.rows:
        print(row.name, *(cell.text or cell.silence or row.none for cell in table.cells(row)), sep=" | ")

Cells of one row that say the same share a `group`, so that a screen can let them recede. Two things the rows do
not have, because no table holds them: who is to blame (each question of the event is a row of its own instead,
with the position that a source takes), and parts that a source alone gives to people (a person has the role of
the record wherever an account names him).

The other rooms of the comparison are offered here too: `spread` (dates), `names` (the same thing under different
names), `issue` and `issues` (open questions), `blind` and `hide` (sources without their names).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from timeline.blinding import blind
from timeline.dataset import Dataset, Stance
from timeline.dates import HistoricalDate
from timeline.folding import words
from timeline.framing import Account, accounts_of
from timeline.indexing import index_of
from timeline.naming import Names, Naming, Spelling, find_people_in, names
from timeline.nearest import nearest
from timeline.questions import Issue, Mute, is_position, issue, issues, questions_of
from timeline.silences import SilenceKind, silence_kind
from timeline.spreading import DateGiven, Spread, spread
from timeline.voices import nested, said_after

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


@dataclass(frozen=True, slots=True)
class Column:
    """A source that is compared: a document, or a voice that stands alone.

    `silence` is None if the source tells the event, be it only through a voice folded into it. `stance` is its
    own account's, None if that is not coded or there is none. `told_by` are the sources whose accounts the column
    shows, itself first; `voices` those printed in it that tell the event, shown or not. `said` and `published`
    are known of silent sources too.
    """

    source_id: str
    speaker: str
    title: str
    perspective: str
    published: str
    said: str
    stance: Stance | None
    silence: SilenceKind | None
    document: str
    printed_in: str
    derives_from: str
    depth: int
    told_by: tuple[str, ...]
    voices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """What one source says in one row. `parts` are its single phrases, people or parts; `text` all of them.

    `depth` is 0 for the column's own words, more for a voice folded into it. `same` is what is compared: two
    entries that mean the same have the same one.
    """

    source_id: str
    speaker: str
    depth: int
    text: str
    parts: tuple[str, ...]
    stance: Stance | None
    same: str


@dataclass(frozen=True, slots=True)
class Cell:
    """What a column says in a row.

    `silence` is the column's; a source that tells the event and has nothing for this row has neither entries nor
    silence. Cells of one `group` say the same (-1: nothing is said); `shared` if there are at least two.
    """

    source_id: str
    entries: tuple[Entry, ...]
    silence: SilenceKind | None
    group: int
    shared: bool

    @property
    def text(self) -> str:
        """All that is said here, each folded voice under its name."""
        return "; ".join(f"{e.speaker}: {e.text}" if e.depth else e.text for e in self.entries)


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that the sources can be compared by, a cell for each column in their order.

    `key` is called, date, people, question, stance, framing, account, wording, speaks, said or locator;
    `question_id` is "" but for questions. `none` is what to write where a source that tells the event has nothing
    here. `alike`: every cell that says something says the same, and at least two do.
    """

    key: str
    name: str
    none: str
    cells: tuple[Cell, ...]
    question_id: str = ""

    @property
    def alike(self) -> bool:
        """Whether at least two columns say something, and all that do say the same."""
        said = [cell.group for cell in self.cells if cell.entries]
        return len(said) > 1 and len(set(said)) == 1


@dataclass(frozen=True, slots=True)
class Comparison:
    """One event side by side.

    `offered` are the sources that could be a column too, `left_out` those asked for beyond the sixth.
    """

    event_id: str
    title: str
    date: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    offered: tuple[str, ...] = field(default=())
    left_out: tuple[str, ...] = field(default=())

    def row(self, key: str) -> Row:
        """The first row of that key; raise KeyError if there is none."""
        for row in self.rows:
            if row.key == key:
                return row
        raise KeyError(key)


def compare(dataset: Dataset, event_id: str, source_ids: Sequence[str] = (), fold: bool = True) -> Comparison:
    """Lay the sources' accounts of one event side by side.

    Columns are the chosen sources in their order (each once, at most six). If none is chosen: the documents that
    tell the event or cover its time, and if there are not two, further ones; of more than six those that tell it.
    With `fold` the voices that a document prints stand in its column under their names, unless a voice has a
    column of its own; without it every column is one source's own account, and if none is chosen the voices that
    tell the event have columns too.

    Raises KeyError if the dataset has no such event or source.
    """
    return _Comparer(dataset, event_id, fold).compare(source_ids)


class _Comparer:
    def __init__(self, dataset: Dataset, event_id: str, fold: bool) -> None:
        self._dataset, self._index, self._fold = dataset, index_of(dataset), fold
        self._event_id = event_id
        self._row = self._index.event_row[event_id]
        self._sources = {source["source_id"]: source for source in nested(dataset)}
        self._told = {account.source_id: account for account in accounts_of(dataset, event_id)}

    def compare(self, source_ids: Sequence[str]) -> Comparison:
        chosen = list(dict.fromkeys(source_ids)) or self._usual()
        for source_id in chosen:
            if source_id not in self._sources:
                raise KeyError(source_id)
        shown = chosen[:MOST_COLUMNS]
        columns = tuple(self._column(source_id, shown) for source_id in shown)
        event = self._dataset.events.iloc[self._row]
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
        """The documents that tell the event or could, filled up to two and cut to six."""
        own = [source for source in self._sources if self._tells(source)]
        could: list[str] = []
        others: list[str] = []
        for source_id, source in self._sources.items():
            if source["depth"] or source_id in own:
                continue
            kind = self._silence(source_id)
            (could if kind is SilenceKind.NOT_MENTIONED else others).append(source_id)
        kept = set((own + could)[:MOST_COLUMNS])
        kept |= set(others[: max(_FEWEST_COLUMNS - len(kept), 0)])
        return [source for source in self._sources if source in kept]

    def _tells(self, source_id: str) -> bool:
        """Whether the source has an account of its own, or as a document one of a voice folded into it."""
        if not self._fold:
            return source_id in self._told
        return not self._sources[source_id]["depth"] and bool(self._within(source_id))

    def _within(self, source_id: str) -> list[str]:
        """The source and the voices printed in it, as far as they tell the event."""
        inner = self._index.voices(self._index.sources.row[source_id])
        ids = (self._index.sources.ids[row] for row in inner)
        return [source for source in ids if source in self._told]

    def _silence(self, source_id: str) -> SilenceKind:
        coded = self._index.sources.events_of(self._index.sources.row[source_id]).size
        first, last = int(self._index.first[self._row]), int(self._index.last[self._row])
        return silence_kind(self._sources[source_id], bool(coded), first, last)

    def _column(self, source_id: str, shown: Sequence[str]) -> Column:
        source = self._sources[source_id]
        within = self._within(source_id)
        told_by = [teller for teller in within if teller == source_id or (self._fold and teller not in shown)]
        own = self._told.get(source_id)
        outer = self._sources.get(source["quoted_in"])
        return Column(
            source_id=source_id,
            speaker=source["speaker"],
            title=source["title"],
            perspective=source["perspective"],
            published=source["published"],
            said=said_after(source, int(self._index.first[self._row]), int(self._index.last[self._row])),
            stance=own.stance if own else None,
            silence=None if told_by else self._silence(source_id),
            document=source["document"],
            printed_in=outer["speaker"] if outer else "",
            derives_from=source["derives_from"],
            depth=source["depth"],
            told_by=tuple(told_by),
            voices=tuple(teller for teller in within if teller != source_id),
        )

    def _rows(self, columns: Sequence[Column]) -> Iterable[Row]:
        for key, name, none, say in self._kinds():
            yield Row(key, name, none, self._cells(columns, say))
            if key == "people":
                yield from self._question_rows(columns)

    def _kinds(self) -> list[tuple[str, str, str, Callable[[Account], _Said]]]:
        people = find_people_in(self._dataset, self._event_id)
        return [
            ("called", "What it calls it", "gives it no name", lambda a: _text(a.called)),
            ("date", "When", "gives no date", lambda a: _date(a.date, a.when)),
            ("people", "Who acts", "names nobody", lambda a: _parts(people.get(a.source_id, ()), sort=True)),
            ("stance", "Towards the official version", "not coded", _stance),
            ("framing", "Frame", "not coded", lambda a: _text(a.framing)),
            ("account", "What it says", "no summary", lambda a: _text(a.account)),
            ("wording", "In its words", "no words quoted", lambda a: _parts(a.wording)),
            ("speaks", "Who speaks", "", _speaks),
            ("said", "Written", "at an unknown time", lambda a: _text(a.said.removeprefix("written "))),
            ("locator", "Where it stands", "no place given", lambda a: _text(a.locator)),
        ]

    def _question_rows(self, columns: Sequence[Column]) -> Iterable[Row]:
        for asked in questions_of(self._dataset, self._event_id):
            given: dict[str, list[Entry]] = {}
            for position in asked.positions:
                if not is_position(position.position):
                    continue
                for answer in position.answers:
                    entry = Entry(
                        answer.source_id,
                        answer.speaker,
                        0,
                        position.position,
                        (answer.answer,),
                        None,
                        _folded(position.position),
                    )
                    given.setdefault(answer.source_id, []).append(entry)
            cells = self._grouped(
                columns,
                [
                    tuple(
                        _under(entry, column.source_id)
                        for source_id in self._speaking(column, columns)
                        for entry in given.get(source_id, ())
                    )
                    for column in columns
                ],
            )
            if any(cell.entries for cell in cells):
                yield Row("question", asked.question, "says nothing", cells, asked.question_id)

    def _speaking(self, column: Column, columns: Sequence[Column]) -> list[str]:
        """The sources whose answers the column shows: also voices without an account of this event."""
        if not self._fold:
            return [column.source_id]
        alone = {other.source_id for other in columns} - {column.source_id}
        inner = self._index.voices(self._index.sources.row[column.source_id])
        ids = (self._index.sources.ids[row] for row in inner)
        return [source_id for source_id in ids if source_id not in alone]

    def _cells(self, columns: Sequence[Column], say: Callable[[Account], _Said]) -> tuple[Cell, ...]:
        said: list[tuple[Entry, ...]] = []
        for column in columns:
            entries = []
            for source_id in column.told_by:
                account = self._told[source_id]
                text, parts, same = say(account)
                if text:
                    entries.append(
                        _under(
                            Entry(source_id, account.speaker, 0, text, parts, account.stance, same),
                            column.source_id,
                        )
                    )
            said.append(tuple(entries))
        return self._grouped(columns, said)

    def _grouped(self, columns: Sequence[Column], said: Sequence[tuple[Entry, ...]]) -> tuple[Cell, ...]:
        groups: dict[frozenset[str], int] = {}
        keys = [frozenset(entry.same for entry in entries) for entries in said]
        for key in keys:
            if key:
                groups.setdefault(key, len(groups))
        return tuple(
            Cell(
                column.source_id,
                entries,
                None if entries else column.silence,
                groups.get(key, -1),
                bool(key) and keys.count(key) > 1,
            )
            for column, entries, key in zip(columns, said, keys, strict=True)
        )


_Said = tuple[str, tuple[str, ...], str]


def _under(entry: Entry, column: str) -> Entry:
    """The entry as it stands in a column: set in if it is a voice's."""
    if entry.source_id == column:
        return entry
    return Entry(entry.source_id, entry.speaker, 1, entry.text, entry.parts, entry.stance, entry.same)


def _folded(text: str) -> str:
    return " ".join(words(text)) or text


def _text(text: str) -> _Said:
    return text, (text,) if text else (), _folded(text)


def _parts(parts: Iterable[Any], sort: bool = False) -> _Said:
    texts = tuple(str(part) for part in parts)
    folded = [_folded(text) for text in texts]
    return "; ".join(texts), texts, "\n".join(sorted(folded) if sort else folded)


def _date(text: str, when: HistoricalDate | None) -> _Said:
    """The source's own words; equal to another's if they mean the same days, in whatever form."""
    return text, (text,) if text else (), f"{when.earliest} {when.latest}" if when else _folded(text)


def _stance(account: Account) -> _Said:
    if not account.stance:
        return "", (), ""
    return account.stance.name, (account.stance.name,), account.stance.id


def _speaks(account: Account) -> _Said:
    who = account.author if account.author and account.author != account.speaker else ""
    text = f"{account.speaker} ({who})" if who else account.speaker
    return text, (text,), account.source_id
