"""Where a lesson stands, as one immutable value, and as the query string of a link.

`step` counts the slides: 0 is the question at the beginning, then the steps of the tour, then the question again.
`shown` is how many tellings of the step have been revealed; `ask=1` announces the next one, `others=1` says who else
tells and who is silent, `record=1` what the record says. What is left of a link is a view of the timeline, see
`timeline.query.selection`; it matters where the filter itself makes the tour.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlencode

from timeline.dataset import Dataset
from timeline.query.selection import Dropped, Selection

PARTS = ("ask", "others", "record")
USUAL_SEED = 1
_NUMBERS = ("step", "shown", "page", "blind")
_LONGEST = 9  # digits


@dataclass(frozen=True, slots=True)
class Place:
    """One card of a lesson. `part` is "" for the question, for the event and for a telling; else one of PARTS."""

    step: int = 0
    shown: int = 0
    part: str = ""

    def to_query(self) -> str:
        """The canonical query string of the place alone, without "?"."""
        pairs = [("step", str(self.step or "")), ("shown", str(self.shown or ""))]
        pairs += [(part, "1") for part in PARTS if part == self.part]
        return urlencode([pair for pair in pairs if pair[1]])


@dataclass(frozen=True, slots=True)
class Asked:
    """What a link asks for: the place, the page of a long card, the seed of the labels if names are hidden."""

    place: Place = Place()
    page: int = 1
    blind: int | None = None
    selection: Selection = field(default_factory=Selection)
    dropped: tuple[Dropped, ...] = ()


def read(query: str, dataset: Dataset) -> Asked:
    """Read a query string, with or without its "?". Never raises: see `Asked.dropped`."""
    own: dict[str, str] = {}
    rest: list[str] = []
    dropped: list[Dropped] = []
    for part in query.removeprefix("?").split("&"):
        key, value = next(iter(parse_qsl(part, keep_blank_values=True, errors="replace")), ("", ""))
        if key in _NUMBERS or key in PARTS:
            _take(key, value, own, dropped)
        elif part:
            rest.append(part)
    reading = Selection.from_query("&".join(rest), dataset)
    numbers = {key: int(own[key]) for key in _NUMBERS if key in own}
    place = Place(
        step=numbers.get("step", 0),
        shown=numbers.get("shown", 0),
        part=next((part for part in PARTS if part in own), ""),
    )
    return Asked(
        place=place,
        page=max(1, numbers.get("page", 1)),
        blind=numbers.get("blind") or None,
        selection=reading.selection,
        dropped=(*dropped, *reading.dropped),
    )


def _take(key: str, value: str, own: dict[str, str], dropped: list[Dropped]) -> None:
    number = value.isascii() and value.isdigit() and len(value) <= _LONGEST
    if key in own:
        dropped.append(Dropped(key, value, f"The link gives '{key}' twice; the first one is used."))
    elif key in _NUMBERS and not number:
        dropped.append(Dropped(key, value, f"'{key}' is a whole number, not '{value[:40]}'."))
    elif key in PARTS and value != "1":
        dropped.append(Dropped(key, value, f"'{key}' is 1 or left out, not '{value[:40]}'."))
    else:
        own[key] = value
