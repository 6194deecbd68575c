"""A glance as values: rows, slots with a cell for each row, and what of a slot is drawn as one. See `glance`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from timeline.dataset import Stance
from timeline.sources.silences import Silence
from timeline.sources.slots import Slot, Statement

_LINES = 2  # of a filling
_GAP = 4  # letters that a slot takes beside its words
_NARROWEST, _WIDEST = 12, 44  # letters


class Against(StrEnum):
    """How a cell stands to the base's in its slot."""

    BASE = "base"
    SAME = "same"
    DIFFERS = "differs"
    ADDS = "adds"
    LACKS = "lacks"


@dataclass(frozen=True, slots=True)
class Row:
    """A document that tells the event, or a voice that was asked for.

    `repeats` is the source_id of the row above under which it stands because it repeats that source, "" if it stands
    for itself; `echoes` the speakers who repeat this one in every slot and so have no row.
    """

    source_id: str
    speaker: str
    stance: Stance | None
    hearsay: bool
    repeats: str
    echoes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """What a source says in a slot.

    Without `said` it leaves this out, though voices that it prints may say it (`voiced`: source_id, speaker,
    statement). `note` is what somebody found who looked. Cells of one `group` say the same (-1: nothing is said).
    """

    said: tuple[Statement, ...]
    voiced: tuple[tuple[str, str, Statement], ...]
    note: str
    group: int
    against: Against | None

    @property
    def looks(self) -> tuple[tuple[str, str], ...]:
        """What stands in it, to tell whether two can be drawn as one."""
        return tuple((said.words, said.ours) for said in self.said)


@dataclass(frozen=True, slots=True)
class Run:
    """Rows that are drawn as one cell, from `first` on so many (`span`), since they say the same in the same words.

    `goes_on`: it says the same as the run above it, in other words; `shared`: it says the same as another run.
    """

    first: int
    span: int
    cell: Cell
    goes_on: bool
    shared: bool


@dataclass(frozen=True, slots=True)
class LaidSlot:
    """A slot with a cell for each row.

    `compatible`: at least two different things are said, and all of them can be true; `need`: letters that it takes.
    """

    slot: Slot
    cells: tuple[Cell, ...]
    compatible: bool

    @property
    def groups(self) -> int:
        """How many different things are said."""
        return len({cell.group for cell in self.cells if cell.group >= 0})

    @property
    def runs(self) -> tuple[Run, ...]:
        """What is drawn, from above: neighbours that say the same in the same words are one."""
        found: list[Run] = []
        groups = [cell.group for cell in self.cells]
        for place, cell in enumerate(self.cells):
            last = found[-1] if found else None
            if last and cell.said and cell.looks == last.cell.looks:
                found[-1] = replace(last, span=last.span + 1)
            else:
                goes_on = bool(last) and cell.group >= 0 and groups[place - 1] == cell.group
                shared = cell.group >= 0 and groups.count(cell.group) > 1
                found.append(Run(place, 1, cell, goes_on, shared))
        return tuple(found)

    @property
    def threads(self) -> tuple[tuple[int, int], ...]:
        """First and last row of what is said the same in rows that do not touch."""
        groups = [cell.group for cell in self.cells]
        found = []
        for group in sorted({group for group in groups if group >= 0}):
            rows = [row for row, other in enumerate(groups) if other == group]
            if rows[-1] - rows[0] >= len(rows):
                found.append((rows[0], rows[-1]))
        return tuple(found)

    @property
    def bracket(self) -> tuple[int, int] | None:
        """First and last row of what can all be true, None if some of it cannot or only one thing is said."""
        rows = [row for row, cell in enumerate(self.cells) if cell.said]
        return (rows[0], rows[-1]) if self.compatible else None

    @property
    def need(self) -> int:
        """How many letters it takes to show what is said on two lines, and its heading on one."""
        shown = [f"“{said.words}” [{said.ours}]" for cell in self.cells for said in cell.said[:1]]
        shown += [f"[{said.ours}]" for cell in self.cells if not cell.said for *_, said in cell.voiced[:1]]
        halves = max((-(-len(text) // _LINES) + _LINES for text in shown), default=0)
        words = max((len(word) for text in shown for word in text.split()), default=0)
        return min(max(halves, words, len(self.slot.heading) + 3, _NARROWEST), _WIDEST) + _GAP


@dataclass(frozen=True, slots=True)
class Voice:
    """A voice that a row's document prints, and what it says in which slot.

    `hearsay`: it is only summarised there.
    """

    source_id: str
    speaker: str
    printed_in: str
    hearsay: bool
    stance: Stance | None
    said: tuple[tuple[Slot, Statement], ...]


@dataclass(frozen=True, slots=True)
class Inside:
    """The voices inside one row.

    `held` are the positions that they take in the most contested question beside the row's own, and who takes them.
    """

    source_id: str
    speaker: str
    voices: tuple[Voice, ...]
    held: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Glance:
    """The event at a glance.

    `slots` are those that fit, `more` those that do not or that only voices fill. `silent` are documents that do not
    tell the event, `unshown` further ones that do. `stances` has how they treat the official version. `base` is the row
    with which the others are compared, or RECORD, "" if none.
    """

    event_id: str
    title: str
    rows: tuple[Row, ...]
    slots: tuple[LaidSlot, ...]
    more: tuple[LaidSlot, ...]
    inside: tuple[Inside, ...]
    silent: tuple[Silence, ...]
    unshown: tuple[str, ...]
    stances: Slot | None
    base: str

    @property
    def disputed(self) -> bool:
        """Whether two independent witnesses cannot both be right anywhere here."""
        laid = (each.slot.contradicted for each in (*self.slots, *self.more))
        return any(laid) or (self.stances is not None and self.stances.contradicted)
