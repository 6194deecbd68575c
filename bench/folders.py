"""Made-up data folders of any size, the same at every run."""

from __future__ import annotations

import calendar
import csv
import datetime
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from timeline.dataset.settings import STANCES

SEED = 1934
FIRST_YEAR, LAST_YEAR = 1932, 1940
PEOPLE = 50
# The fifth most frequent of the people: neither nearly everyone nor hardly anyone.
CHOSEN = "person-05"
TELLERS = 5  # sources of a folder that is told, as many as the shipped folder's
THEMES = {
    "state": ("State", "#7a4b8c"),
    "economy": ("Economy", "#5878a8"),
    "courts": ("Courts", "#a84a44"),
    "culture": ("Culture", "#b87832"),
    "abroad": ("Abroad", "#4d7a5c"),
}


def _words(text: str) -> list[str]:
    return text.split("|")


_BODIES = _words(
    "Board of Trade|State Bank|Workers' League|City Theatre|University|Museum|Harbour Union|Academy|Parliament|"
    "Assembly|Ministry|Council|Commission|Railway Office"
)
_DEEDS = _words(
    "adopts|revises|approves|opens|suspends|publishes|postpones|announces|debates|founds|inspects|signs|rejects|"
    "visits|reforms|closes"
)
_THINGS = _words(
    "housing act|strike fund|school plan|exhibition|currency bill|harbour works|loan|treaty|charter|budget|census|"
    "armistice clause|new season|decree|railway line|customs law"
)
_WAYS = _words(
    "in secret session|before the summer|for the second time|under protest|by narrow vote|in the north|"
    "after long debate|in the capital|at the border|with reservations"
)
_GIVEN = _words("Anna|Boris|Clara|David|Elena|Fyodor|Greta|Henrik|Irina|Jakob")
_FAMILY = _words("Albrecht|Belinsky|Corvin|Dorn|Esterman")
_IMPORTANCE = (1, 2, 3, 4, 5), (30, 30, 25, 10, 5)
_STANCES = tuple(stance.id for stance in STANCES)
# Every fourth source covers half of the years only. The others tell 6 of 7 events: with them about 75 % of the cells.
_HALF, _TOLD = 4, 6 / 7
_FORMS = {"day": 60, "month": 12, "circa": 6, "season": 5, "doubt": 3, "before": 3, "year": 3, "days": 8}


@dataclass(frozen=True)
class Event:
    """One made-up event; `start` and `end` as an author writes them, `first` and `last` the days that they span."""

    id: str
    start: str
    end: str
    first: datetime.date
    last: datetime.date
    title: str
    theme: str
    people: tuple[str, ...]
    importance: int


def events(count: int) -> list[Event]:
    """`count` events over 1932-1940 in five themes, each with one to three of fifty unequally busy people."""
    rng = random.Random(SEED)
    return [_event(number, rng) for number in range(count)]


def folder(out: Path, made: list[Event], sources: int) -> Path:
    """Write these events, and that many sources that tell them, into a folder below `out`; its path."""
    path = (out / f"folder-{len(made)}{f'-{sources}' if sources else ''}").resolve()
    write(path, made)
    if sources:
        write_tellings(path, made, sources)
    return path


def chosen(made: list[Event]) -> int:
    """How many of these events have the person who is filtered for."""
    return sum(CHOSEN in event.people for event in made)


def write(folder: Path, made: list[Event]) -> None:
    """Write timeline.toml, people.csv and events.csv of these events."""
    folder.mkdir(parents=True, exist_ok=True)
    settings = [f'title = "{len(made):,} events"', f'start = "{FIRST_YEAR}"', f'end = "{LAST_YEAR}"']
    for theme, (name, color) in THEMES.items():
        settings += ["[[themes]]", f'id = "{theme}"', f'name = "{name}"', f'color = "{color}"']
    (folder / "timeline.toml").write_text("\n".join(settings) + "\n", encoding="utf-8")
    _write_rows(folder / "people.csv", ("person_id", "name"), people())
    columns = ("event_id", "start", "end", "title", "theme", "people", "importance")
    rows = ((e.id, e.start, e.end, e.title, e.theme, "; ".join(e.people), str(e.importance)) for e in made)
    _write_rows(folder / "events.csv", columns, rows)


def write_tellings(folder: Path, made: list[Event], count: int) -> None:
    """Add sources.csv with `count` sources, and accounts.csv in which they tell about 75 % of these events."""
    covered = [_covered(number) for number in range(count)]
    sources = (
        (_source(number), _history(number), str(first), str(last))
        for number, (first, last) in enumerate(covered)
    )
    _write_rows(folder / "sources.csv", ("source_id", "title", "covers_start", "covers_end"), sources)
    told = ("event_id", "source_id", "called", "stance", "framing", "account", "wording", "locator")
    _write_rows(folder / "accounts.csv", told, _accounts(made, covered, random.Random(SEED)))


def people() -> Iterator[tuple[str, str]]:
    """Id and name of everyone, the busiest first."""
    for number in range(PEOPLE):
        yield _person(number), f"{_GIVEN[number % len(_GIVEN)]} {_FAMILY[number // len(_GIVEN)]}"


def _person(number: int) -> str:
    return f"person-{number + 1:02}"


def _source(number: int) -> str:
    return f"source-{number + 1:02}"


def _history(number: int) -> str:
    return f"{_BODIES[number % len(_BODIES)]}: A History of the {_THINGS[number % len(_THINGS)].title()}"


def _event(number: int, rng: random.Random) -> Event:
    start, end, first, last = _dates(rng)
    # As in real records, a few are everywhere and most are named now and then (Zipf).
    weights = [1 / (rank + 1) for rank in range(PEOPLE)]
    named = rng.choices(range(PEOPLE), weights, k=rng.randint(1, 3))
    words = [rng.choice(_BODIES), rng.choice(_DEEDS), rng.choice(_THINGS)]
    if rng.random() < 0.7:
        words.append(rng.choice(_WAYS))
    return Event(
        id=f"event-{number:05}",
        start=start,
        end=end,
        first=first,
        last=last,
        title=" ".join(words),
        theme=rng.choice(list(THEMES)),
        people=tuple(map(_person, dict.fromkeys(named))),
        importance=rng.choices(*_IMPORTANCE)[0],
    )


def _covered(number: int) -> tuple[int, int]:
    """First and last year of which a source tells."""
    middle = (FIRST_YEAR + LAST_YEAR) // 2
    if number % _HALF:
        return FIRST_YEAR, LAST_YEAR
    return (FIRST_YEAR, middle) if number % (2 * _HALF) else (middle + 1, LAST_YEAR)


def _accounts(
    made: list[Event], covered: list[tuple[int, int]], rng: random.Random
) -> Iterator[tuple[str, ...]]:
    for event in made:
        for number, (first, last) in enumerate(covered):
            if first <= event.first.year <= last and rng.random() < _TOLD:
                body, deed, thing, way = map(rng.choice, (_BODIES, _DEEDS, _THINGS, _WAYS))
                said = f"{body} {deed} {thing} {way}"
                yield (
                    event.id,
                    _source(number),
                    f"the {thing}",
                    rng.choice(_STANCES),
                    way,
                    f"Tells that {said}.",
                    said,
                    f"p. {rng.randint(1, 300)}",
                )


def _dates(rng: random.Random) -> tuple[str, str, datetime.date, datetime.date]:
    """Start and end as text, and the first and last day that they span."""
    span = datetime.date(LAST_YEAR, 12, 1) - datetime.date(FIRST_YEAR, 2, 1)
    day = datetime.date(FIRST_YEAR, 2, 1) + datetime.timedelta(rng.randrange(span.days))
    written = f"{day.day} {day:%B %Y}"
    month_end = day.replace(day=calendar.monthrange(day.year, day.month)[1])
    match rng.choices(list(_FORMS), list(_FORMS.values()))[0]:
        case "month":
            return f"{day:%B %Y}", "", day.replace(day=1), month_end
        case "circa":
            return f"c. {day:%B %Y}", "", day.replace(day=1), month_end
        case "season":
            return f"spring {day.year}", "", datetime.date(day.year, 3, 1), datetime.date(day.year, 5, 31)
        case "year":
            return str(day.year), "", datetime.date(day.year, 1, 1), datetime.date(day.year, 12, 31)
        case "days":
            until = day + datetime.timedelta(rng.randint(2, 25))
            return written, f"{until.day} {until:%B %Y}", day, until
        case "before":
            return f"before {written}", "", day, day
        case "doubt":
            return f"{written}?", "", day, day
        case _:
            return written, "", day, day


def _write_rows(path: Path, columns: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle)
        writer.writerow(columns)
        writer.writerows(rows)
