"""A comparison as values: columns, rows that are read across, and which cells of a row say the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.dataset import Stance
from timeline.sources.silences import SilenceKind


@dataclass(frozen=True, slots=True)
class Column:
    """A source that is compared: a document, or a voice that stands alone.

    `silence` is None if the source tells the event, be it only through a voice folded into it. `stance` is its
    own account's, None if that is not coded or there is none. `witness` is the source whose words it repeats in
    the end, itself if none: columns of one witness are not independent of each other. `told_by` are the sources
    whose accounts the column shows, itself first; `voices` those printed in it that tell the event, shown or not.
    `said` and `published` are known of silent sources too.
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
    witness: str
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
    same: str
    stance: Stance | None


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
    here. `alike`: at least two independent columns say something, and all that do say the same.
    """

    key: str
    name: str
    none: str
    cells: tuple[Cell, ...]
    alike: bool
    question_id: str = ""

    @property
    def differs(self) -> bool:
        """Whether two columns say different things."""
        return len({cell.group for cell in self.cells if cell.entries}) > 1


@dataclass(frozen=True, slots=True)
class Comparison:
    """One event side by side.

    `offered` are the sources that could be a column too, `left_out` those that would be one beyond the sixth.
    """

    event_id: str
    title: str
    date: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    offered: tuple[str, ...]
    left_out: tuple[str, ...]

    def row(self, key: str) -> Row:
        """The first row of that key; raise KeyError if there is none."""
        for row in self.rows:
            if row.key == key:
                return row
        raise KeyError(key)


def are_alike(columns: Sequence[Column], cells: Sequence[Cell]) -> bool:
    """Whether at least two independent columns say something in these cells, and all that do say the same."""
    saying = [
        (column.witness, cell.group) for column, cell in zip(columns, cells, strict=True) if cell.entries
    ]
    return len({witness for witness, _ in saying}) > 1 and len({group for _, group in saying}) == 1


def grouped(columns: Sequence[Column], said: Sequence[tuple[Entry, ...]]) -> tuple[Cell, ...]:
    """The cells of one row, from what each column says there.

    Cells say the same if the same things are said in them, by whomever and in whatever order.
    """
    keys = [frozenset(entry.same for entry in entries) for entries in said]
    groups = {key: group for group, key in enumerate(dict.fromkeys(key for key in keys if key))}
    return tuple(
        Cell(
            source_id=column.source_id,
            entries=entries,
            silence=None if entries else column.silence,
            group=groups.get(key, -1),
            shared=bool(key) and keys.count(key) > 1,
        )
        for column, entries, key in zip(columns, said, keys, strict=True)
    )
