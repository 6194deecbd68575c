"""What a reader asks to see, as one immutable value, and as the query string of a link.

This is the one place that knows the keys of a link. A link is typed, shortened, mistyped and kept for years,
so reading one never fails: what is not known or has gone is left out, with a sentence for the reader.

    reading = Selection.from_query("person=kirov&from=1934&lanes=source", dataset)
    left = dataset.events[mask(dataset, reading.selection)]
    link = replace(reading.selection, words="leningrad").to_query()

To add a key: a field of `Selection`, a row in `_KEYS`, and in `_Reader` the method that checks it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from itertools import islice
from urllib.parse import parse_qsl, urlencode

from timeline.dataset import Dataset
from timeline.dates import DateError, HistoricalDate, day_number, parse
from timeline.query.filters import counts, find_people, loosen, mask
from timeline.query.folding import words
from timeline.query.index import index_of

__all__ = ["LANES", "Dropped", "Reading", "Selection", "counts", "find_people", "loosen", "mask", "tidy"]

LANES = ("theme", "person", "source", "none")

# Field of a selection -> key of a link, in the order of a canonical link.
_KEYS = {
    "people": "person",
    "sources": "source",
    "themes": "theme",
    "words": "q",
    "since": "from",
    "until": "to",
    "match_all": "match",
    "perspective": "as",
    "lanes": "lanes",
    "ghosts": "ghosts",
    "start": "start",
    "end": "end",
    "event": "event",
    "question": "question",
}
_FIELDS = {key: field for field, key in _KEYS.items()}
_LISTS = ("people", "sources", "themes")
_MOST_PARTS = 100
_LONGEST_WORDS = 200
_MOST_COMPARED = 2_000  # a comparison takes some microseconds


@dataclass(frozen=True, slots=True)
class Dropped:
    """A part of a link that was left out: its key, its value, and a sentence that tells the reader why."""

    key: str
    value: str
    why: str


@dataclass(frozen=True, slots=True)
class Selection:
    """The filter, the way of drawing, and what is open. Ids are the dataset's; "" and () ask for nothing.

    `since` and `until` are dates as the reader typed them; `start` and `end` are ISO days, the window drawn
    from the first moment of one to the first moment of the other.
    """

    people: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    words: str = ""
    since: str = ""
    until: str = ""
    match_all: bool = False
    perspective: str = ""
    lanes: str = "theme"
    ghosts: bool = False
    start: str = ""
    end: str = ""
    event: str = ""
    question: str = ""

    @staticmethod
    def from_query(query: str, dataset: Dataset) -> Reading:
        """Read a link's query string, with or without its "?". Never raises: see `Reading.dropped`."""
        dropped: list[Dropped] = []
        fields: dict[str, list[str]] = {}
        parts = query.removeprefix("?").split("&")
        if len(parts) > _MOST_PARTS:
            dropped.append(
                Dropped("", "", f"The link is too long: only its first {_MOST_PARTS} parts were read.")
            )
        for key, value in parse_qsl("&".join(parts[:_MOST_PARTS]), errors="replace"):
            field = _FIELDS.get(key)
            if field is None:
                near = get_close_matches(key[:40], _FIELDS, n=1)
                cure = f"; did you mean '{near[0]}'?" if near else "."
                dropped.append(Dropped(key, value, f"Links know no key '{_short(key)}'{cure}"))
            elif fields.get(field) and field not in _LISTS:
                dropped.append(Dropped(key, value, f"The link gives '{key}' twice; the first one is used."))
            else:
                fields.setdefault(field, []).append(value)
        asked, faults = _plain_values(fields)
        reading = tidy(asked, dataset)
        return Reading(reading.selection, (*dropped, *faults, *reading.dropped))

    def to_query(self) -> str:
        """The canonical query string: no "?", nothing that is as usual. `from_query` reads it back."""
        pairs: list[tuple[str, str]] = []
        for field, key in _KEYS.items():
            value = getattr(self, field)
            if field in _LISTS:
                pairs.extend((key, name) for name in value)
            elif value != getattr(_USUAL, field):
                pairs.append((key, {"match_all": "all", "ghosts": "1"}.get(field, value)))
        return urlencode(pairs, errors="replace")

    def only_filter(self) -> Selection:
        """The same filter, without the way of drawing, the window and what is open."""
        return Selection(
            people=self.people,
            sources=self.sources,
            themes=self.themes,
            words=self.words,
            since=self.since,
            until=self.until,
            match_all=self.match_all,
        )


@dataclass(frozen=True, slots=True)
class Reading:
    """What a link asks for as far as the dataset has it, and what was left out."""

    selection: Selection
    dropped: tuple[Dropped, ...] = ()


_USUAL = Selection()


def tidy(selection: Selection, dataset: Dataset) -> Reading:
    """Leave out what this dataset does not have or nobody can read; a form or an old link may ask for it."""
    reader = _Reader(dataset)
    people, sources, themes = dataset.people, dataset.sources, dataset.themes
    since, until = reader.dates(selection.since, selection.until)
    start, end = reader.window(selection.start, selection.end)
    people_named = dict(zip(people["person_id"], people["name"], strict=True))
    sources_named = dict(zip(sources["source_id"], sources["speaker"], strict=True))
    kept = Selection(
        people=reader.known("people", "person", selection.people, people_named),
        sources=reader.known("sources", "source", selection.sources, sources_named),
        themes=reader.known("themes", "theme", selection.themes, {theme.id: theme.name for theme in themes}),
        words=reader.words(selection.words),
        since=since,
        until=until,
        match_all=selection.match_all,
        perspective=reader.one("perspective", "source", selection.perspective, sources_named),
        lanes=reader.lanes(selection.lanes),
        ghosts=selection.ghosts,
        start=start,
        end=end,
        event=reader.event(selection.event),
        question=reader.one(
            "question",
            "question",
            selection.question,
            dict(zip(dataset.questions["question_id"], dataset.questions["question"], strict=True)),
        ),
    )
    return Reading(kept, tuple(reader.dropped))


class _Reader:
    """Checks a selection part by part against a dataset and keeps a sentence for each part that it drops."""

    def __init__(self, dataset: Dataset) -> None:
        self.dropped: list[Dropped] = []
        self._dataset = dataset

    def known(self, field: str, kind: str, chosen: Iterable[str], names: dict[str, str]) -> tuple[str, ...]:
        """The ids that are in `names` (id -> name), each once, in their order."""
        kept: dict[str, None] = {}
        for name in chosen:
            if name in names:
                kept[name] = None
            else:
                near = self._nearest(kind, name, names)
                self._drop(
                    field,
                    name,
                    f"No {kind} '{_short(name)}' here"
                    + (f"; did you mean {near.rstrip('?')}?" if near else "."),
                )
        return tuple(kept)

    def one(self, field: str, kind: str, name: str, names: dict[str, str]) -> str:
        """The id if it is in `names`, else ""."""
        return "".join(self.known(field, kind, (name,) if name else (), names))

    def event(self, name: str) -> str:
        """The id if there is such an event, else ""."""
        if not name or name in index_of(self._dataset).event_row:
            return name
        events = self._dataset.events
        return self.one("event", "event", name, dict(zip(events["event_id"], events["title"], strict=True)))

    def words(self, typed: str) -> str:
        """The words with single spaces, if there is a letter or a digit among them."""
        clean = _clean(typed)
        if len(clean) > _LONGEST_WORDS:
            self._drop("words", clean, f"The search was cut after {_LONGEST_WORDS} letters.")
            clean = clean[:_LONGEST_WORDS].strip()
        if clean and not words(clean):
            self._drop("words", clean, f"'{_short(clean)}' has no letter or digit to search for.")
            return ""
        return clean

    def dates(self, since: str, until: str) -> tuple[str, str]:
        """Both texts where they can be read and are not the wrong way round."""
        first, last = self._date("since", since), self._date("until", until)
        if first and last and first.earliest and last.latest and first.earliest > last.latest:
            self._drop(
                "since", first.text, f"Nothing is from {first} to {last}: the dates are the wrong way round."
            )
            return "", ""
        return _clean(since) if first else "", _clean(until) if last else ""

    def lanes(self, lanes: str) -> str:
        """The lanes if there can be such lanes, else the usual ones."""
        if lanes not in LANES:
            self._drop(
                "lanes",
                lanes,
                f"There are no lanes by '{_short(lanes)}', only by {', '.join(LANES[:-1])} or none.",
            )
            return _USUAL.lanes
        if (lanes == "person" and self._dataset.people.empty) or (
            lanes == "source" and self._dataset.sources.empty
        ):
            self._drop(
                "lanes",
                lanes,
                f"There are no lanes by {lanes}, because this timeline names no {_PLURAL[lanes]}.",
            )
            return _USUAL.lanes
        return lanes

    def window(self, start: str, end: str) -> tuple[str, str]:
        """Both days if they make a window that shows some of the axis."""
        if not start and not end:
            return "", ""
        try:
            first, last = date.fromisoformat(start), date.fromisoformat(end)
        except ValueError:
            self._drop("start", f"{start} {end}", "A window has a start and an end such as 1934-12-01.")
            return "", ""
        if first > last:
            self._drop("start", f"{start} {end}", f"The window ends ({last}) before it starts ({first}).")
            return "", ""
        if day_number(last) < self._dataset.first_day or day_number(first) > self._dataset.last_day:
            self._drop(
                "start", f"{start} {end}", f"The window from {first} to {last} is outside this timeline."
            )
            return "", ""
        return first.isoformat(), last.isoformat()

    def _date(self, field: str, text: str) -> HistoricalDate | None:
        clean = _clean(text)
        if not clean:
            return None
        try:
            return parse(clean)
        except DateError as error:
            self._drop(field, clean, f"'{_short(clean)}' was left out: {error}")
            return None

    def _nearest(self, kind: str, name: str, names: dict[str, str]) -> str:
        """The name that `name` was most probably meant to be, or ""."""
        if kind == "person":
            found = find_people(self._dataset, name[:_LONGEST_WORDS], 1)
            return names[found[0]] if found else ""
        alike: Iterable[str] = names
        if len(names) > _MOST_COMPARED:
            alike = islice((known for known in names if known.startswith(name[:3])), _MOST_COMPARED)
        near = get_close_matches(name[:40], list(alike), n=1)
        return names[near[0]] if near else ""

    def _drop(self, field: str, value: str, why: str) -> None:
        self.dropped.append(Dropped(_KEYS[field], value, why))


_PLURAL = {"person": "people", "source": "sources"}


def _plain_values(fields: dict[str, list[str]]) -> tuple[Selection, list[Dropped]]:
    """The values of a link as a selection, not yet checked against any dataset."""
    faults: list[Dropped] = []
    match, ghosts = (fields.pop(field, [""])[0] for field in ("match_all", "ghosts"))
    if match not in ("", "any", "all"):
        faults.append(
            Dropped(
                "match", match, f"'{_short(match)}' is neither 'any' nor 'all' of the people; any is used."
            )
        )
    if ghosts not in ("", "0", "1"):
        faults.append(Dropped("ghosts", ghosts, f"'ghosts' is 1 or left out, not '{_short(ghosts)}'."))
    first = {field: values[0] for field, values in fields.items()}
    lists = {field: tuple(fields.get(field, ())) for field in _LISTS}
    asked = Selection(
        people=lists["people"],
        sources=lists["sources"],
        themes=lists["themes"],
        words=first.get("words", ""),
        since=first.get("since", ""),
        until=first.get("until", ""),
        match_all=match == "all",
        perspective=first.get("perspective", ""),
        lanes=first.get("lanes", _USUAL.lanes),
        ghosts=ghosts == "1",
        start=first.get("start", ""),
        end=first.get("end", ""),
        event=first.get("event", ""),
        question=first.get("question", ""),
    )
    return asked, faults


def _clean(text: str) -> str:
    """Single spaces, and nothing that cannot be written in UTF-8."""
    return " ".join(text.encode("utf-8", "replace").decode("utf-8").split())


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"
