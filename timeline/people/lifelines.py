"""Every person as a life: dates, fate, and the events in which he or she takes part.

for life in lives(dataset):
    print(life.name, life.years, life.fate.word, len(life.parts))
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.dataset import Dataset, kept_for_dataset
from timeline.dates import DateError, HistoricalDate, day_number, parse
from timeline.people.fates import Fate, fate_of
from timeline.query.index import index_of


@dataclass(frozen=True, slots=True)
class Part:
    """The part that a person plays in one event: `row` is the event's in the dataset, `role` the record's word.

    `verdict` is what a court gave there, "" where the event is no trial or the verdict is not told.
    """

    row: int
    role: str
    verdict: str


@dataclass(frozen=True, slots=True)
class Life:
    """A person; `parts` are in time. `also` are the other names in the order of the table."""

    person_id: str
    name: str
    also: tuple[str, ...]
    born: HistoricalDate | None
    died: HistoricalDate | None
    role: str
    group: str
    fate: Fate
    note: str
    parts: tuple[Part, ...]

    @property
    def years(self) -> str:
        """The years of birth and death: "1891–1938", "born 1891", "died 1937", "" if neither is known."""
        born, died = _years(self.born), _years(self.died)
        if born and died:
            return f"{born}–{died}"
        return f"born {born}" if born else f"died {died}" if died else ""

    def span(self, first_day: int, last_day: int) -> tuple[int, int]:
        """First and last day number of the life within an axis; where a date is not known, the axis's."""
        born = self.born.earliest if self.born else None
        died = self.died.latest if self.died else None
        start = max(day_number(born), first_day) if born else first_day
        end = min(day_number(died), last_day) if died else last_day
        return start, end


def life(dataset: Dataset, person_id: str) -> Life:
    """One person; raise KeyError if there is none such."""
    return lives(dataset)[index_of(dataset).people.row[person_id]]


@kept_for_dataset
def lives(dataset: Dataset) -> Sequence[Life]:
    """Everybody, in the order of people.csv."""
    index = index_of(dataset)
    cast = list(zip(dataset.cast["role"], dataset.cast["verdict"], strict=True))
    parts: list[list[Part]] = [[] for _ in index.people.ids]
    for event in range(index.size):
        for place in index.cast.rows(event):
            person = int(index.cast_person[place])
            if person >= 0:
                parts[person].append(Part(event, *cast[place]))
    return tuple(
        Life(
            person_id=row["person_id"],
            name=row["name"],
            also=tuple(filter(None, map(str.strip, row["also_known_as"].split(";")))),
            born=_read_date(row["born"]),
            died=_read_date(row["died"]),
            role=row["role"],
            group=row["group"],
            fate=fate_of(row["fate"]),
            note=row["note"],
            parts=tuple(parts[place]),
        )
        for place, row in enumerate(dataset.people.to_dict("records"))
    )


def _read_date(text: str) -> HistoricalDate | None:
    try:
        return parse(text) if text else None
    except DateError:  # the checks have emptied such a cell; a frame made by hand may still have one
        return None


def _years(when: HistoricalDate | None) -> str:
    if when is None:
        return ""
    first, last = when.earliest, when.latest
    if first and last and first.year == last.year:
        return str(first.year)
    return str(when)
