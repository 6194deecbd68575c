"""What a reader asks to see, as one immutable value, checked against a dataset.

    reading = Selection.from_query("person=kirov&from=1934&lanes=source", dataset)
    left = dataset.events[mask(dataset, reading.selection)]
    link = replace(reading.selection, words="leningrad").to_query()

`timeline.query.links` knows the keys of a link. What it reads may be gone from the dataset, or never have been there:
`tidy` leaves that out, with a sentence for the reader.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches
from itertools import islice

from timeline.dataset import Dataset
from timeline.dates import DateError, HistoricalDate, day_number, parse
from timeline.query import contest, links
from timeline.query.folding import words
from timeline.query.index import find_people, index_of
from timeline.query.lanes import KINDS, LANES
from timeline.query.links import Dropped, short, single_spaced

SCREEN = "timeline"  # the screen that knows the keys of a selection and no others
_LONGEST_WORDS = 200
_MOST_COMPARED = 2_000  # a comparison takes some microseconds
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


@dataclass(frozen=True, slots=True)
class Selection:
    """The filter, the way of drawing, and what is open. Ids are the dataset's; "" and () ask for nothing.

    `since` and `until` are dates as the reader typed them; `start` and `end` are ISO days, the window drawn
    from the first moment of one to the first moment of the other. `beside` is the source whose telling is drawn below
    that of `perspective` on one axis, in place of the lanes.
    """

    people: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    words: str = ""
    since: str = ""
    until: str = ""
    match_all: bool = False
    told: str = ""
    perspective: str = ""
    beside: str = ""
    lanes: str = "theme"
    ghosts: bool = False
    start: str = ""
    end: str = ""
    event: str = ""
    question: str = ""

    @staticmethod
    def from_query(query: str, dataset: Dataset) -> Reading:
        """Read a link's query string, with or without its "?". Never raises: see `Reading.dropped`."""
        return Selection.from_given(links.read(query, SCREEN), dataset)

    @staticmethod
    def from_given(given: links.Given, dataset: Dataset) -> Reading:
        """What a link gives, whatever screen's it is, as far as the dataset has it."""
        reading = tidy(Selection(**given.of(Selection)), dataset)
        return Reading(reading.selection, (*given.dropped, *reading.dropped))

    def to_query(self) -> str:
        """The canonical query string: no "?", nothing that is as usual. `from_query` reads it back."""
        return links.written(SCREEN, links.values_of(self))

    def only_filter(self) -> Selection:
        """The same filter, without the way of drawing, the window and what is open."""
        return Selection(**{key.field: getattr(self, key.field) for key in links.KEYS if key.filters})


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
    perspective = reader.one("perspective", "source", selection.perspective, sources_named)
    kept = replace(
        selection,
        people=reader.known("people", "person", selection.people, people_named),
        sources=reader.known("sources", "source", selection.sources, sources_named),
        themes=reader.known("themes", "theme", selection.themes, {theme.id: theme.name for theme in themes}),
        words=reader.words(selection.words),
        since=since,
        until=until,
        told=reader.told(selection.told),
        perspective=perspective,
        beside=reader.beside(selection.beside, perspective, sources_named),
        lanes=reader.lanes(selection.lanes),
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
                    f"No {kind} '{short(name)}' here"
                    + (f"; did you mean {near.rstrip('?')}?" if near else "."),
                )
        return tuple(kept)

    def one(self, field: str, kind: str, name: str, names: dict[str, str]) -> str:
        """The id if it is in `names`, else ""."""
        return "".join(self.known(field, kind, (name,) if name else (), names))

    def beside(self, name: str, perspective: str, names: dict[str, str]) -> str:
        """The id of a source in `names` (id -> name) that tells something and is not the perspective, else ""."""
        source = self.one("beside", "source", name, names)
        if not source:
            return ""
        index = index_of(self._dataset)
        if not index.sources.events_of(index.sources.row[source]).size:
            self._drop("beside", source, f"{names[source]} tells nothing here.")
        elif source == perspective:
            self._drop(
                "beside", source, f"{names[source]} is drawn already: choose another source beside it."
            )
        else:
            return source
        return ""

    def event(self, name: str) -> str:
        """The id if there is such an event, else ""."""
        if not name or name in index_of(self._dataset).event_row:
            return name
        events = self._dataset.events
        return self.one("event", "event", name, dict(zip(events["event_id"], events["title"], strict=True)))

    def words(self, typed: str) -> str:
        """The words with single spaces, if there is a letter or a digit among them."""
        clean = single_spaced(typed)
        if len(clean) > _LONGEST_WORDS:
            self._drop("words", clean, f"The search was cut after {_LONGEST_WORDS} letters.")
            clean = clean[:_LONGEST_WORDS].strip()
        if clean and not words(clean):
            self._drop("words", clean, f"'{short(clean)}' has no letter or digit to search for.")
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
        return single_spaced(since) if first else "", single_spaced(until) if last else ""

    def told(self, told: str) -> str:
        """By how many the events are told, if the dataset has enough who could, else ""."""
        possible = contest.choices(self._dataset)
        if not told or told in possible:
            return told
        if told not in contest.TOLD:
            *others, last = contest.TOLD
            why = f"Events are told by {', '.join(others)}, or {last}; not by '{short(told)}'."
        elif possible:
            why = "Of two sources none, one or both tell an event: several never do."
        else:
            why = "Nobody can be compared here, because fewer than two sources tell this timeline."
        self._drop("told", told, why)
        return ""

    def lanes(self, lanes: str) -> str:
        """The lanes if there can be such lanes, else the usual ones."""
        kind = KINDS.get(lanes)
        if kind is None:
            only = ", ".join(LANES[:-1])
            self._drop(
                "lanes", lanes, f"There are no lanes by '{short(lanes)}', only by {only} or {LANES[-1]}."
            )
        elif not kind.possible(self._dataset):
            self._drop("lanes", lanes, f"There are no lanes by {lanes}, because {kind.because}.")
        else:
            return lanes
        return _USUAL.lanes

    def window(self, start: str, end: str) -> tuple[str, str]:
        """Both days if they make a window that shows some of the axis."""
        if not start and not end:
            return "", ""
        first, last = _day(start), _day(end)
        if first is None or last is None:
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
        clean = single_spaced(text)
        if not clean:
            return None
        try:
            return parse(clean)
        except DateError as error:
            self._drop(field, clean, f"'{short(clean)}' was left out: {error}")
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
        self.dropped.append(Dropped(_KEY[field], value, why))


_KEY = {key.field: key.key for key in links.keys_of(SCREEN)}


def _day(text: str) -> date | None:
    """The day that an ISO text names, None for any other text; the scripts read no shorter forms either."""
    try:
        return date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        return None
