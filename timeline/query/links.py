"""The keys of a link: one table, and the query string of a link read and written by it.

    given = read("person=kirov&lanes=source&fold=0", "compare")
    given.values                   # {"people": ("kirov",), "lanes": "source", "fold": False}
    written("compare", given.values)    # "person=kirov&lanes=source&fold=0"

A link is typed, shortened, mistyped and kept for years, so reading one never fails: what nobody knows is left out, with
a sentence for the reader. What the dataset has is looked up later, see `timeline.query.selection`. The scripts of the
pages get the same table, see `timeline.web.site.page_data`; tests/links.json holds both to the same answers.

To add a key: a row in `KEYS`; where it selects, a field of `Selection` and its check in `selection.tidy`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, fields
from difflib import get_close_matches
from typing import Any, Literal
from urllib.parse import parse_qsl, urlencode

from timeline.query.contest import TOLD
from timeline.query.lanes import LANES

Kind = Literal["id", "typed", "choice", "switch", "number"]
Value = str | bool | int | tuple[str, ...] | None

# The screens that know every key of a view of the timeline: "drawn" answers its scripts, "present" is a lesson.
_VIEWS = ("timeline", "list", "drawn", "compare", "source", "present", "handouts")
_ON_OFF = ("0", "1")

_MOST_PARTS = 100
_LONGEST_NUMBER = 9  # digits


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a link: the field of a view that it fills, what goes without saying, and which screens know it.

    `default` is left out of a link; whoever gives it asks for nothing. A key of `many` may be repeated. A "typed" value
    is written with single spaces, a "choice" is one of `choices`, a "switch" is off or on (the two `choices`). An "id"
    is looked up by whoever knows what there is: its `choices`, if any, are only told to the scripts. `filters` are the
    screens on which the key chooses events: what two of them share, the links between them carry on. `former` is what
    it meant under an earlier name, as (name, value, value now): links are kept for years.
    """

    key: str
    field: str
    means: str
    screens: tuple[str, ...] = _VIEWS
    kind: Kind = "id"
    default: str = ""
    many: bool = False
    choices: tuple[str, ...] = ()
    filters: tuple[str, ...] = ()
    former: tuple[tuple[str, str, str], ...] = ()


_FILTERED = ("timeline", "compare", "present")

# In the order of a canonical link. A key means one thing: no two rows share one.
KEYS = (
    Key("person", "people", "events with these people", many=True, filters=_FILTERED),
    # On the compare screen sources are columns, which leave no event away.
    Key("source", "sources", "events that these sources tell", many=True, filters=("timeline", "present")),
    Key("theme", "themes", "events of these themes", many=True, filters=_FILTERED),
    Key("q", "words", "words to look for", (*_VIEWS, "people", "find"), "typed", filters=_FILTERED),
    Key("from", "since", "events on or after this date", kind="typed", filters=_FILTERED),
    Key("to", "until", "events on or before this date", kind="typed", filters=_FILTERED),
    Key(
        "match",
        "match_all",
        "whether one of the people is enough",
        kind="switch",
        default="any",
        choices=("any", "all"),
        filters=_FILTERED,
    ),
    Key(
        "told",
        "told",
        "events that all documents tell, several, one only, or none; or that sources contradict each other about",
        choices=TOLD,
        filters=_FILTERED,
        former=(
            ("kind", "told-by-all", "all"),
            ("kind", "told-by-one", "one"),
            ("kind", "disputed", "disputed"),
        ),
    ),
    Key("as", "perspective", "the source whose names and dates are drawn", default="record"),
    # On a page of a person another person, on all others the source of a second telling.
    Key("with", "beside", "who stands beside", (*_VIEWS, "person")),
    Key("lanes", "lanes", "what the lanes are made of", default=LANES[0], choices=LANES),
    Key(
        "ghosts",
        "ghosts",
        "whether what the filter leaves out stays as a ghost",
        kind="switch",
        default="0",
        choices=_ON_OFF,
    ),
    Key("start", "start", "the first day of the window drawn"),
    Key("end", "end", "the last day of the window drawn"),
    Key("event", "event", "the open event"),
    Key("question", "question", "the open question"),
    Key("view", "view", "the list of questions", ("compare",), "choice", choices=("questions",)),
    Key("sort", "sort", "the order of events or of people", ("compare", "people"), "choice"),
    Key(
        "fold", "fold", "whether voices are in their documents", ("compare",), "switch", "1", choices=_ON_OFF
    ),
    Key("base", "base", "what the sources are compared with: the record or one of them", ("compare",)),
    Key("column", "columns", "the sources in the columns of a chart", ("handouts",), many=True),
    Key(
        "blind", "blind", "the seed of labels in place of names", ("compare", "present", "handouts"), "number"
    ),
    Key("reveal", "reveal", "names in the blind order", ("compare",), "switch", "0", choices=_ON_OFF),
    Key(
        "disputed",
        "disputed",
        "questions on which sources contradict each other",
        ("compare",),
        "switch",
        "0",
        choices=_ON_OFF,
    ),
    Key("paper", "paper", "the paper of a sheet", ("handouts",), "choice"),
    Key("gaps", "gaps", "whether omissions are listed", ("source",), "switch", "0", choices=_ON_OFF),
    Key("voices", "voices", "whether voices tell too", ("source",), "switch", "1", choices=_ON_OFF),
    Key("step", "step", "the slide of a lesson", ("present",), "number", "0"),
    Key("shown", "shown", "how many tellings of a step are revealed", ("present",), "number", "0"),
    Key("ask", "ask", "the card that announces a telling", ("present",), "switch", "0", choices=_ON_OFF),
    Key("others", "others", "the card of who else tells", ("present",), "switch", "0", choices=_ON_OFF),
    Key("record", "record", "the card of the record", ("present",), "switch", "0", choices=_ON_OFF),
    Key("in", "group", "the kind of things that are looked for", ("find",), "choice"),
    Key("page", "page", "the page of a list or of a long card", ("list", "present", "find"), "number", "1"),
    Key("known", "known", "the edition that the page has", ("drawn",)),
    Key("span", "span", "the days wanted in more detail: first,last", ("drawn",)),
)


_FORMER = {(name, text): (key.key, now) for key in KEYS for name, text, now in key.former}


@dataclass(frozen=True, slots=True)
class Dropped:
    """A part of a link that was left out: its key, its value, and a sentence that tells the reader why."""

    key: str
    value: str
    why: str


@dataclass(frozen=True, slots=True)
class Given:
    """What a link gives by field, as far as it is not as usual, and what was left out."""

    values: dict[str, Value]
    dropped: tuple[Dropped, ...] = ()

    def of(self, view: type) -> dict[str, Any]:
        """What is given for the fields of a dataclass, as keywords for it."""
        return {field.name: self.values[field.name] for field in fields(view) if field.name in self.values}

    def text(self, field: str) -> str:
        """What is given for a field, "" if nothing is."""
        return str(self.values.get(field, ""))

    def number(self, field: str, usual: int = 0) -> int:
        """The number given for a field, else the usual one."""
        return int(self.text(field) or usual)

    def many(self, field: str) -> tuple[str, ...]:
        """All that is given for a field of many values, as often as it is."""
        found = self.values.get(field)
        return found if isinstance(found, tuple) else ()


def keys_of(screen: str) -> tuple[Key, ...]:
    """The keys that a screen knows, in the order of a canonical link."""
    return tuple(key for key in KEYS if screen in key.screens)


def filter_keys(screen: str) -> tuple[str, ...]:
    """The keys by which a screen chooses events."""
    return tuple(key.key for key in KEYS if screen in key.filters)


def read(query: str, screen: str, choices: Mapping[str, Collection[str]] | None = None) -> Given:
    """Read a query string, with or without its "?". Never raises: see `Given.dropped`.

    Of a key that is given twice the first counts, of an empty value nothing: a form sends its empty fields too.
    `choices` are, by key, those that only the screen knows.
    """
    known = {key.key: key for key in keys_of(screen)}
    values: dict[str, Value] = {}
    dropped: list[Dropped] = []
    seen: set[str] = set()
    parts = query.removeprefix("?").split("&")
    if len(parts) > _MOST_PARTS:
        why = f"The link is too long: only its first {_MOST_PARTS} parts were read."
        dropped.append(Dropped("", "", why))
    for name, text in pairs("&".join(parts[:_MOST_PARTS])):
        key = known.get(name)
        if key is None:
            dropped.append(Dropped(name, text, _unknown(name, known)))
        elif name in seen and not key.many:
            dropped.append(Dropped(name, text, f"The link gives '{name}' twice; the first one is used."))
        elif why := _fault(key, text, (choices or {}).get(name, key.choices)):
            dropped.append(Dropped(name, text, why))
        elif key.many:
            values[key.field] = (*Given(values).many(key.field), text)
        elif (text := single_spaced(text) if key.kind == "typed" else text) not in ("", key.default):
            values[key.field] = _value(key, text)
        seen.add(name)
    return Given(values, tuple(dropped))


def pairs(query: str) -> list[tuple[str, str]]:
    """Key and value of each part of a query string that has both, an old key under its present name."""
    return [_FORMER.get(pair, pair) for pair in parse_qsl(query, errors="replace")]


def written(screen: str, values: Mapping[str, Value]) -> str:
    """The canonical query string of these values, by field: no "?", nothing that is as usual. `read` reads it back."""
    return encoded(
        (key.key, text)
        for key in keys_of(screen)
        for text in _texts(key, values.get(key.field))
        if text not in ("", key.default)
    )


def encoded(parts: Iterable[tuple[str, str]]) -> str:
    """Pairs of key and value as a query string, letter by letter as a browser writes a form."""
    return urlencode(list(parts), safe="*", errors="replace").replace("~", "%7E")


def values_of(view: Any) -> dict[str, Value]:
    """The fields of a dataclass by name."""
    return {field.name: getattr(view, field.name) for field in fields(view)}


def single_spaced(text: str) -> str:
    """The text with single spaces, and with nothing that cannot be written in UTF-8."""
    return " ".join(text.encode("utf-8", "replace").decode("utf-8").split())


def short(text: str) -> str:
    """The beginning of a text, for a sentence about it."""
    return text if len(text) <= 40 else text[:39] + "…"


def _unknown(name: str, known: Mapping[str, Key]) -> str:
    if any(key.key == name for key in KEYS):
        return f"Links know no key '{name}' here."
    near = get_close_matches(name[:40], known, n=1)
    return f"Links know no key '{short(name)}'" + (f"; did you mean '{near[0]}'?" if near else ".")


def _fault(key: Key, text: str, choices: Collection[str]) -> str:
    """Why this cannot be the value of the key, "" if it can."""
    if key.kind == "number":
        if not (text.isascii() and text.isdigit()):
            return f"'{key.key}' is a whole number, not '{short(text)}'."
        if len(text) > _LONGEST_NUMBER:
            return f"'{key.key}' is a number of at most {_LONGEST_NUMBER} digits, not '{short(text)}'."
    if key.kind in ("choice", "switch") and text not in choices:
        others = [choice for choice in choices if choice not in ("", key.default)]
        if len(others) == 1:
            return f"'{key.key}' is {others[0]} or left out, not '{short(text)}'."
        named = ", ".join(f"'{choice}'" for choice in others)
        return f"'{key.key}' is one of {named}, not '{short(text)}'."
    return ""


def _value(key: Key, text: str) -> Value:
    if key.kind == "switch":
        return text == key.choices[1]
    return int(text) if key.kind == "number" else text


def _texts(key: Key, value: Value) -> tuple[str, ...]:
    """What stands in a link for a value."""
    if isinstance(value, tuple):
        return value
    if isinstance(value, bool):
        return (key.choices[value],)
    return ("" if value is None else str(value),)
