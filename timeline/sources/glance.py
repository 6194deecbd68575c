"""One event in one glance: a row for each document, a slot for each thing that is told or left out.

    seen = glance(dataset, "kirov-murder")
    for laid in seen.slots:
        for row, cell in zip(seen.rows, laid.cells, strict=True):
            print(laid.slot.heading, row.speaker, [said.words or said.ours for said in cell.said] or "leaves it out")

Four ways to have nothing in a slot are kept apart: the source tells the event and leaves this out; only a voice that
it prints says it; it covers the time and does not mention the event (`silent`); it does not reach the time. Nothing
of the record stands among what sources say.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from timeline.dataset import Dataset
from timeline.query.witnesses import is_hearsay
from timeline.sources.accounts import accounts_of
from timeline.sources.glance_values import Against, Cell, Glance, Inside, LaidSlot, Row, Voice
from timeline.sources.silences import silence_of
from timeline.sources.slots import Kind, Slot, Statement, slots_of
from timeline.sources.voices import speakers_in

RECORD = "record"  # the base that is no source
MOST_ROWS = 12
ROOM = 172  # letters that the slots of a page 1366 pixels wide have room for on one line
_FEW = 2  # questions with which people are no slot of their own


def glance(
    dataset: Dataset, event_id: str, source_ids: Sequence[str] = (), base: str = "", room: int = ROOM
) -> Glance:
    """Lay out how sources tell an event.

    Rows are the documents that tell it, a mirror under the source that it repeats; or the `source_ids`, in their order,
    as far as they tell it. There are as many slots as `room` has letters for; folders without questions have people and
    stance instead. Raises KeyError if the dataset has no such event or source.
    """
    chosen = list(dict.fromkeys(source_ids)) or _documents(dataset)
    return _Glancer(dataset, event_id, chosen, bool(source_ids)).glance(base, room)


def _documents(dataset: Dataset) -> list[str]:
    """The documents in their order, each followed by those that repeat it."""
    found: list[str] = []

    def put(document: str) -> None:
        if document not in found:
            found.append(document)
            for other in dataset.documents:
                if dataset.source(other)["derives_from"] == document:
                    put(other)

    for document in dataset.documents:
        if dataset.source(document)["derives_from"] not in dataset.documents:
            put(document)
    return [*found, *(document for document in dataset.documents if document not in found)]


class _Glancer:
    """Lays out one event; `_speakers` has for each row who speaks in it, itself first if it tells the event."""

    def __init__(self, dataset: Dataset, event_id: str, chosen: Sequence[str], asked_for: bool) -> None:
        self._dataset, self._event_id, self._asked_for = dataset, event_id, asked_for
        self._accounts = {account.source_id: account for account in accounts_of(dataset, event_id)}
        spoken = speakers_in(dataset, [_known(dataset, source) for source in chosen])
        telling = [row for row in spoken if any(voice in self._accounts for voice in spoken[row])]
        self._silent = [row for row in spoken if row not in telling]
        self._rows, self._unshown = telling[:MOST_ROWS], telling[MOST_ROWS:]
        self._speakers = {row: spoken[row] for row in self._rows}
        heard = {voice for row in telling for voice in spoken[row]}
        self._slots = slots_of(dataset, event_id, heard)

    def glance(self, base: str, room: int) -> Glance:
        base = base if base == RECORD or base in self._rows else ""
        laid = [self._laid(slot, base) for slot in self._slots]
        echoes = self._echoes(laid, base)
        kept = [place for place, row in enumerate(self._rows) if row not in echoes]
        laid = [replace(each, cells=tuple(each.cells[place] for place in kept)) for each in laid]
        fitting, more = _fitted(laid, room)
        return Glance(
            event_id=self._event_id,
            title=self._dataset.event_title(self._event_id),
            rows=tuple(self._row(self._rows[place], echoes) for place in kept),
            slots=fitting,
            more=more,
            inside=tuple(self._inside()),
            silent=tuple(silence_of(self._dataset, self._event_id, row) for row in self._silent),
            unshown=tuple(self._unshown),
            stances=next((slot for slot in self._slots if slot.kind is Kind.STANCE), None),
            base=base,
        )

    def _row(self, source: str, echoes: dict[str, str]) -> Row:
        account = self._accounts.get(source)
        repeats = self._origin(source)
        return Row(
            source_id=source,
            speaker=self._dataset.speaker(source),
            stance=account.stance if account else None,
            hearsay=is_hearsay(self._dataset, source),
            repeats=repeats if not self._asked_for else "",
            echoes=tuple(
                self._dataset.speaker(other) for other, repeated in echoes.items() if repeated == source
            ),
        )

    def _origin(self, source: str) -> str:
        """The row whose words this one repeats, "" if there is none."""
        repeated = str(self._dataset.source(source)["derives_from"])
        return repeated if repeated in self._rows else ""

    def _telling_voices(self, row: str) -> list[str]:
        """The voices in a row that tell the event or answer one of its questions."""
        saying = {source for slot in self._slots for source in slot.said}
        return [voice for voice in self._speakers[row] if voice != row and voice in saying]

    def _laid(self, slot: Slot, base: str) -> LaidSlot:
        said = [slot.said.get(row, ()) for row in self._rows]
        keys = [frozenset(statement.same for statement in statements) for statements in said]
        groups = {key: number for number, key in enumerate(dict.fromkeys(key for key in keys if key))}
        cells = tuple(
            Cell(
                said=statements,
                voiced=() if statements else self._voiced(slot, row),
                note=slot.notes.get(row, ""),
                group=groups.get(key, -1),
                against=self._against(slot, base, row, key),
            )
            for row, statements, key in zip(self._rows, said, keys, strict=True)
        )
        compatible = len(groups) > 1 and all(
            slot.can_both_be_true(mine, theirs)
            for one, other in combinations(groups, 2)
            for mine in one
            for theirs in other
        )
        return LaidSlot(slot, cells, compatible)

    def _voiced(self, slot: Slot, row: str) -> tuple[tuple[str, str, Statement], ...]:
        """What voices say in a slot that their document leaves empty; a stance is each one's own."""
        if slot.kind is Kind.STANCE:
            return ()
        return tuple(
            (voice, self._dataset.speaker(voice), statement)
            for voice in self._speakers[row]
            for statement in slot.said.get(voice, ())
        )

    def _against(self, slot: Slot, base: str, row: str, key: frozenset[str]) -> Against | None:
        """How a row stands to the base here, None if there is no base or nothing to compare."""
        if base == RECORD:
            if slot.record is None or not slot.record.same or not key:
                return None
            return Against.SAME if key == {slot.record.same} else Against.DIFFERS
        if not base:
            return None
        other = frozenset(statement.same for statement in slot.said.get(base, ()))
        if row == base:
            return Against.BASE
        if key == other:
            return Against.SAME if key else None
        return Against.DIFFERS if key and other else Against.ADDS if key else Against.LACKS

    def _echoes(self, laid: Sequence[LaidSlot], base: str) -> dict[str, str]:
        """The rows that say in no slot anything but the row that they repeat, with that row."""
        if self._asked_for:
            return {}
        place = {row: number for number, row in enumerate(self._rows)}
        echoes: dict[str, str] = {}
        for row in self._rows:
            origin = self._origin(row)
            origin = echoes.get(origin, origin)
            if origin and row != base:
                mine, theirs = place[row], place[origin]
                same = all(each.cells[mine].looks == each.cells[theirs].looks for each in laid)
                if same and not any(each.cells[mine].voiced for each in laid):
                    echoes[row] = origin
        return echoes

    def _inside(self) -> Iterator[Inside]:
        asked = next((slot for slot in self._slots if slot.kind is Kind.QUESTION), None)
        for row in self._rows:
            voices = self._telling_voices(row)
            if not voices:
                continue
            held: dict[str, list[str]] = {}
            for voice in voices:
                for statement in asked.said.get(voice, ()) if asked and row in asked.said else ():
                    held.setdefault(statement.ours, []).append(self._dataset.speaker(voice))
            yield Inside(
                row,
                self._dataset.speaker(row),
                tuple(map(self._voice, voices)),
                tuple((position, tuple(speakers)) for position, speakers in held.items()),
            )

    def _voice(self, source: str) -> Voice:
        account = self._accounts.get(source)
        return Voice(
            source_id=source,
            speaker=self._dataset.speaker(source),
            printed_in=self._dataset.source(source)["quoted_in"],
            hearsay=is_hearsay(self._dataset, source),
            stance=account.stance if account else None,
            said=tuple(
                (slot, statement)
                for slot in self._slots
                if slot.kind is not Kind.STANCE
                for statement in slot.said.get(source, ())
            ),
        )


def _known(dataset: Dataset, source: str) -> str:
    dataset.source(source)
    return source


def _fitted(laid: Sequence[LaidSlot], room: int) -> tuple[tuple[LaidSlot, ...], tuple[LaidSlot, ...]]:
    """The slots that fit, and the rest. One that no row fills has no place; names, dates and acts always have one."""
    filled = [each for each in laid if each.groups]
    asked = [each for each in filled if each.slot.kind is Kind.QUESTION]
    first = [each for each in filled if each.slot.kind in (Kind.NAMED, Kind.WHEN, Kind.DONE)]
    if len(asked) < _FEW:
        first += [each for each in filled if each.slot.kind is Kind.PEOPLE]
    if not asked:
        first += [each for each in filled if each.slot.kind is Kind.STANCE]
    left = room - sum(each.need for each in first)
    for each in asked:
        if each.need <= left or each is asked[0]:
            first.append(each)
            left -= each.need
    shown = [each.slot for each in first]
    rest = [each for each in laid if each.slot.kind is Kind.QUESTION and each.slot not in shown]
    return tuple(first), tuple(rest)
