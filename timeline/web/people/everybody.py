"""The words of the screen of everybody: who is found, in which order; the accused of each trial."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from flask import render_template

from timeline.dataset import Dataset
from timeline.dates import HistoricalDate, day_number
from timeline.people.fates import FATES
from timeline.people.lifelines import Life, lives
from timeline.people.trials import trials
from timeline.query import folding
from timeline.query.index import find_people
from timeline.web.links import people as people_links
from timeline.web.links.people import SORTS
from timeline.web.people import lines
from timeline.web.people.lines import LifeLine
from timeline.web.shared.date_spread import ticks

NO_PEOPLE = (
    "This folder has no people.csv, so that nobody can be followed: its rows say who took part in the events, under "
    "which names, and what became of them."
)
_UNNAMED_GROUP = "Others"
_LATE = 10**9  # days; where no date is known


@dataclass(frozen=True)
class PersonRow:
    """One row: the person, the life line, and all spellings folded, letter by letter and by sound."""

    life: Life
    line: LifeLine | None
    words: str
    sounds: str


class PeoplePages:
    """Writes the screen of everybody; what was written for an address is kept."""

    def __init__(self, dataset: Dataset) -> None:
        """Keep the dataset, and room for the latest views."""
        self._dataset = dataset
        self.first_html = lru_cache(maxsize=32)(self._first_html)

    def _first_html(self, query: str) -> str:
        asked = people_links.read(query)
        everybody = lives(self._dataset)
        axis = lines.axis_of(self._dataset)
        found = set(find_people(self._dataset, asked.words, len(everybody))) if asked.words else None
        return render_template(
            "people/people.html",
            asked=asked,
            groups=self._groups(asked.sort, [self._entry(life) for life in everybody]),
            found=found,
            number=len(everybody) if found is None else len(found),
            total=len(everybody),
            sorts={sort: (name, replace(asked, sort=sort, dropped=())) for sort, name in SORTS.items()},
            grouped=any(life.group for life in everybody),
            cleared=replace(asked, words="", dropped=()),
            ticks=ticks(axis),
            folding=json.dumps(folding_rules()),
            trials=trials(self._dataset),
            why_nobody=NO_PEOPLE,
        )

    def _entry(self, life: Life) -> PersonRow:
        said = dict.fromkeys(word for name in (life.name, *life.also) for word in folding.words(name))
        sounds = dict.fromkeys(map(folding.key, said))
        line = lines.line(self._dataset, life, lines.axis_of(self._dataset))
        return PersonRow(life, line, " ".join(said), " ".join(sounds))

    @staticmethod
    def _groups(sort: str, entries: Sequence[PersonRow]) -> list[tuple[str, list[PersonRow]]]:
        """The rows under the headings of their groups, in the table's order; in any other order without headings."""
        if sort:
            return [("", sorted(entries, key=lambda entry: _KEYS[sort](entry.life)))]
        groups: dict[str, list[PersonRow]] = {}
        for entry in entries:
            groups.setdefault(entry.life.group, []).append(entry)
        rest = groups.pop("", [])
        named = list(groups.items())
        return [*named, (_UNNAMED_GROUP if named else "", rest)] if rest else named


def folding_rules() -> dict[str, Any]:
    """How spelling is folded (see `timeline.query.folding`), for the script that searches while somebody types."""
    return {
        "letters": {chr(letter): latin for letter, latin in folding.LETTERS.items()},
        "habits": [[pattern.pattern, sound] for pattern, sound in folding.HABITS],
    }


def _by_name(life: Life) -> tuple[str, str]:
    """Surname first: by the last word of the name."""
    said = folding.words(life.name)
    return (said[-1] if said else "", " ".join(said))


def _by_day(when: HistoricalDate | None) -> int:
    day = when and (when.earliest or when.latest)
    return day_number(day) if day else _LATE


_FATES = {fate.id: place for place, (fate, _) in enumerate(FATES)}
_KEYS: dict[str, Callable[[Life], Any]] = {
    "name": _by_name,
    "born": lambda life: (_by_day(life.born), _by_name(life)),
    "died": lambda life: (_by_day(life.died), _by_name(life)),
    "events": lambda life: (-len(life.parts), _by_name(life)),
    "fate": lambda life: (_FATES.get(life.fate.id, len(_FATES)), _by_day(life.died), _by_name(life)),
}
