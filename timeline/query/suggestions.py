"""What a link that leads nowhere was probably meant to lead to.

    for found in nearest(dataset, "event", "kirov-murdr"):
        print(found.id, found.name)

An id is looked for by its spelling, then by its words in the names that readers know.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from itertools import islice
from typing import Literal

from timeline.dataset import Dataset
from timeline.query.folding import words
from timeline.query.index import find_people

Kind = Literal["event", "question", "source", "person", "tour"]

_TABLES: dict[Kind, tuple[str, str, str]] = {
    "event": ("events", "event_id", "title"),
    "question": ("questions", "question_id", "question"),
    "source": ("sources", "source_id", "speaker"),
    "person": ("people", "person_id", "name"),
    "tour": ("tours", "tour_id", "tour"),
}
_LONGEST = 60
_MOST_COMPARED = 2_000  # a comparison takes some microseconds


@dataclass(frozen=True, slots=True)
class Near:
    """Something that exists: its id, and the name by which a reader knows it."""

    id: str
    name: str


def nearest(dataset: Dataset, kind: Kind, wrong_id: str, limit: int = 3) -> tuple[Near, ...]:
    """The ids of that kind that `wrong_id` was probably meant to be, the likeliest first; none if nothing is near.

    Near is an id that is spelt alike, then what has all the words of `wrong_id` in its name.
    """
    table, ids, titles = _TABLES[kind]
    frame = getattr(dataset, table)
    names: dict[str, str] = dict(zip(frame[ids], frame[titles], strict=True))
    typed = wrong_id[:_LONGEST]
    wanted = words(typed)
    if not wanted:
        return ()
    alike = list(names)
    if len(names) > _MOST_COMPARED:
        alike = list(islice((known for known in names if known[:1] == typed[:1]), _MOST_COMPARED))
    found = get_close_matches(typed, alike, n=limit)
    if kind == "person":
        found += find_people(dataset, " ".join(wanted), limit)
    else:
        found += [known for known, name in names.items() if set(wanted) <= set(words(f"{known} {name}"))]
    return tuple(Near(known, names[known]) for known in list(dict.fromkeys(found))[:limit])
