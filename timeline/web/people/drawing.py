"""A life, or two, as the drawing shows it: a lane for each kind of part, or for each of two people.

The person's events are shown with the part first ("arrested · Yagoda is arrested"); what happened meanwhile is faint in
a lane of its own. A life itself is a bar, with an id that no event can have.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from timeline.dataset import Dataset
from timeline.drawing.columns import Columns
from timeline.drawing.drawing import Drawing
from timeline.drawing.flags import Flag
from timeline.people.lifelines import Life, Part, life
from timeline.people.roles import KINDS, kind_of
from timeline.query.selection import Selection

LIFE = "life:"  # begins the id of the bar of a life
_MOST_MEANWHILE = 400
_BAR_RANK = 9
_BEHIND = 5  # by this much what happened meanwhile gives way
_QUIET = "#6b6660"
_TWO = ("#3f6479", "#8a4a63")
_BOTH = {"id": "both", "name": "in both lives", "symbol": "⇅", "heading": "Whose event it is:"}
_PLAIN = -1
_FIRST = -1  # place in time of the bar of a life: before all events


@dataclass(frozen=True, slots=True)
class Drawn:
    """What the drawing is given; nothing to draw if `shown` is empty."""

    events: Columns
    lanes: list[dict[str, str]]
    shown: list[int]
    stances: list[dict[str, str]]
    edition: str


class LifeDrawing:
    """Draws the lives of one dataset."""

    def __init__(self, dataset: Dataset) -> None:
        """Keep the dataset and its drawing."""
        self._dataset, self._drawing = dataset, Drawing(dataset)

    def of(self, person_id: str, beside: str = "") -> Drawn:
        """One life, or two beside each other; raise KeyError if there is no such person."""
        people = [life(self._dataset, who) for who in (person_id, beside) if who]
        ids = tuple(person.person_id for person in people)
        entries = _Entries(self._drawing, ids)
        lanes = self._two(people, entries) if beside else self._one(people[0], entries)
        own = set(entries.ids())
        meanwhile = entries.others(own, len(lanes), _MOST_MEANWHILE)
        if meanwhile:
            lanes.append({"id": "", "name": "Meanwhile", "color": _QUIET, "note": ""})
        columns, shown = entries.sorted(own)
        return Drawn(columns, lanes, shown, [_BOTH] if beside else [], "life;" + ";".join(ids))

    def _one(self, person: Life, entries: _Entries) -> list[dict[str, str]]:
        lanes = []
        if self._bar(person, entries, 0):
            lanes.append({"id": LIFE, "name": "Life", "color": _QUIET, "note": person.years})
        for kind in KINDS:
            parts = [part for part in person.parts if kind_of(part.role) is kind]
            for part in parts:
                entries.event(self._id(part), len(lanes), _labelled(part.role))
            if parts:
                lanes.append({"id": kind.id, "name": kind.name, "color": kind.color, "note": ""})
        return lanes

    def _two(self, people: Sequence[Life], entries: _Entries) -> list[dict[str, str]]:
        lanes = []
        rows = [{part.row for part in person.parts} for person in people]
        for lane, (person, color) in enumerate(zip(people, _TWO, strict=True)):
            self._bar(person, entries, lane)
            for part in person.parts:
                both = part.row in rows[0] and part.row in rows[1]
                entries.event(self._id(part), lane, _labelled(part.role), 0 if both else _PLAIN)
            lanes.append({"id": person.person_id, "name": person.name, "color": color, "note": person.role})
        return lanes

    def _id(self, part: Part) -> str:
        return str(self._dataset.events["event_id"].iloc[part.row])

    def _bar(self, person: Life, entries: _Entries, lane: int) -> bool:
        """The bar of a life, if a date of it is known and it touches the axis."""
        first_day, last_day = self._dataset.first_day, self._dataset.last_day
        first, last = person.span(first_day, last_day)
        if (person.born is None and person.died is None) or first > last_day or last < first_day:
            return False
        flags = Flag.OPEN_START * (first == first_day) | Flag.OPEN_END * (last == last_day)
        when = f"{person.born or '?'} – {person.died or '?'}"
        entries.add(
            {
                "id": LIFE + person.person_id,
                "label": f"{person.name}, {when}",
                "when": person.fate.text,
                "given": "",
                "who": "",
                "unnamed": "",
                "contest": "",
                "lane": lane,
                "theme": _PLAIN,
                "rank": _BAR_RANK,
                "seq": _FIRST,
                "first": first,
                "sureFrom": first,
                "sureTo": last,
                "last": last,
                "flags": flags,
                "stance": _PLAIN,
            }
        )
        return True


class _Entries:
    """Entries of a drawing as they are put together, taken from the columns of the plain drawing of these people."""

    def __init__(self, drawing: Drawing, people: tuple[str, ...]) -> None:
        asked = Selection(people=people, lanes="none")
        self._base: Columns = drawing.base(asked)["events"]
        _, extra, _ = drawing.answer(asked)
        self._place = {name: (self._base, place) for place, name in enumerate(self._base["id"])}
        if extra:
            self._place |= {name: (extra, place) for place, name in enumerate(extra["id"])}
        self._made: list[dict[str, Any]] = []

    def add(self, entry: dict[str, Any]) -> None:
        self._made.append(entry)

    def event(self, event_id: str, lane: int, before: str = "", stance: int = _PLAIN) -> None:
        """An event in a lane, with words before its name; one that is not drawn for want of room is left out."""
        if event_id in self._place:
            columns, place = self._place[event_id]
            entry = {name: cells[place] for name, cells in columns.items()}
            self.add(entry | {"lane": lane, "label": before + entry["label"], "stance": stance})

    def ids(self) -> list[str]:
        return [entry["id"] for entry in self._made]

    def others(self, own: set[str], lane: int, most: int) -> int:
        """Add the most important events of all others, as far as they are told to every browser; how many these are."""
        found = [name for name in self._base["id"] if name not in own][:most]
        for name in found:
            self.event(name, lane)
            self._made[-1]["rank"] -= _BEHIND
        return len(found)

    def sorted(self, own: set[str]) -> tuple[Columns, list[int]]:
        """The columns in the order that the drawing needs, and which of them are of these people."""
        made = sorted(self._made, key=lambda entry: (-entry["rank"], entry["seq"], entry["lane"]))
        columns = {name: [entry[name] for entry in made] for name in self._base}
        return columns, [place for place, entry in enumerate(made) if entry["id"] in own]


def _labelled(role: str) -> str:
    return f"{role} · " if role else ""
