"""timeline.toml -> title, bounds, themes, stances and periods; what cannot be used is reported."""

from __future__ import annotations

import datetime
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from timeline.dataset.decoding import decode
from timeline.dataset.identifiers import Speller, did_you_mean, is_kebab_case, slug
from timeline.dataset.problems import Report
from timeline.dataset.schema import SETTINGS_FILE
from timeline.dates import DateError, HistoricalDate, parse

TEXTS = ("title", "subtitle", "note")
BOUNDS = ("start", "end")
LISTS = {
    "themes": ("id", "name", "color"),
    "stances": ("id", "name", "symbol", "description"),
    "periods": ("id", "name", "start", "end"),
}
# Muted, and told apart by more than red against green; given in turn to themes without a color.
PALETTE = ("#7a4b3a", "#3f6479", "#7d6a2f", "#5d5480", "#8a4a63", "#47705f", "#6b6660", "#96603a")
SYMBOLS = ("●", "○", "△", "◇", "■", "◆", "▽", "□")

_COLOR = re.compile(r"#(?:[0-9a-fA-F]{3}){1,2}")
_AT_LINE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")


@dataclass(frozen=True)
class Theme:
    """A subject by which events are laned and coloured; `color` is #rgb or #rrggbb."""

    id: str
    name: str
    color: str


@dataclass(frozen=True)
class Stance:
    """How an account treats the claim at issue; `symbol` is what stands for it in the drawing."""

    id: str
    name: str
    symbol: str
    description: str


@dataclass(frozen=True)
class Period:
    """A named stretch of time to jump to; `start` and `end` are dates as text that can be parsed."""

    id: str
    name: str
    start: str
    end: str


STANCES = (
    Stance("accepts", "accepts", "●", "takes the official version as true"),
    Stance("reports", "reports", "○", "states the official version without judging it"),
    Stance("questions", "questions", "△", "doubts the official version"),
    Stance("rejects", "rejects", "◇", "calls the official version false"),
    Stance("own-version", "own version", "◆", "tells another plot or cause"),
    Stance("not-at-issue", "not at issue", "□", "the official version does not matter here"),
)


@dataclass
class Settings:
    """What timeline.toml says, None where it is silent; `damaged` names keys and lists not read in full."""

    title: str | None = None
    subtitle: str = ""
    note: str = ""
    start: HistoricalDate | None = None
    end: HistoricalDate | None = None
    themes: tuple[Theme, ...] | None = None
    stances: tuple[Stance, ...] | None = None
    periods: tuple[Period, ...] = ()
    damaged: set[str] = field(default_factory=set)


def read_settings(folder: Path, report: Report, speller: Speller) -> Settings:
    """Read the folder's timeline.toml; a missing file is no problem."""
    try:
        content = (folder / SETTINGS_FILE).read_bytes()
    except FileNotFoundError:
        return Settings()
    except OSError as fault:
        report.error(SETTINGS_FILE, f"cannot be read: {fault.strerror or fault}", "make it a readable file")
        return Settings(damaged=set(LISTS))
    decoded = decode(content)
    if decoded.assumed:
        report.warn(
            SETTINGS_FILE, f"is not UTF-8; read as {decoded.assumed}", "check its letters, save it as UTF-8"
        )
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    try:
        tree = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        place = _AT_LINE.search(str(fault))
        report.error(
            SETTINGS_FILE,
            f"is not TOML: {_AT_LINE.sub('', str(fault))}",
            'write key = "text" with quotation marks, and [[themes]] above each theme',
            line=int(place[1]) if place and place[1] else text.rstrip("\n").count("\n") + 1,
        )
        return Settings(damaged=set(LISTS))
    return _Reader(tree, _Lines(text), report, speller).settings()


class _Lines:
    """Finds the line of a key, which tomllib does not tell. Texts in triple quotes are skipped."""

    def __init__(self, text: str) -> None:
        self._places: dict[tuple[str, int, str], int] = {}
        section, count, within = "", 0, ""
        counts: dict[str, int] = {}
        for number, line in enumerate(text.split("\n"), start=1):
            if not within:
                if header := re.match(r"\s*\[\[?\s*([\w-]+)\s*\]\]?", line):
                    section = header[1]
                    count = counts[section] = counts.get(section, -1) + 1
                    self._places.setdefault((section, count, ""), number)
                elif key := re.match(r"\s*[\"']?([\w-]+)[\"']?\s*=", line):
                    self._places.setdefault((section, count, key[1]), number)
            for mark in re.findall(r'"""|\'\'\'', line):
                within = mark if not within else "" if mark == within else within

    def of(self, key: str, section: str = "", place: int = 0) -> int | None:
        """Return the line of a key in a section's numbered table, else the line where that starts."""
        places = ((section, place, key), (section, place, "") if section else (key, 0, ""), ("", 0, section))
        return next((self._places[known] for known in places if known in self._places), None)


class _Reader:
    """Takes the parsed file apart, checking each value."""

    def __init__(self, tree: dict[str, Any], lines: _Lines, report: Report, speller: Speller) -> None:
        self._tree, self._lines, self._report, self._speller = tree, lines, report, speller
        self._damaged: set[str] = set()

    def settings(self) -> Settings:
        self._damaged = self._unknown_keys(self._tree, (*TEXTS, *BOUNDS, *LISTS))
        settings = Settings(damaged=self._damaged)
        settings.title = self._text("title") or None
        settings.subtitle, settings.note = self._text("subtitle"), self._text("note")
        settings.start, settings.end = self._date("start"), self._date("end")
        self._check_order(settings)
        settings.themes = self._themes()
        settings.stances = self._stances()
        settings.periods = tuple(self._periods())
        if self._tree.get("title", "") == "" and "title" not in settings.damaged:
            self._report.warn(
                SETTINGS_FILE,
                "there is no title; the folder's name is shown",
                'write title = "…" at the top',
                line=1,
                column="title",
            )
        return settings

    def _error(
        self, message: str, hint: str, key: str, section: str = "", place: int = 0, value: str = ""
    ) -> None:
        self._report.error(
            SETTINGS_FILE,
            message,
            hint,
            line=self._lines.of(key, section, place),
            column=f"{section}.{key}" if section else key,
            value=value or None,
        )

    def _unknown_keys(
        self, table: dict[str, Any], known: tuple[str, ...], section: str = "", place: int = 0
    ) -> set[str]:
        """Warn of each key that is not known; return the known ones that they were probably meant to be."""
        meant = set()
        for key in table.keys() - set(known):
            free = [name for name in known if name not in table or name in LISTS]
            nearest = self._speller.nearest(key, free)
            self._report.warn(
                SETTINGS_FILE,
                "this key is not known and not read",
                did_you_mean(nearest, f"delete it; known are {', '.join(known)}"),
                line=self._lines.of(key, section, place),
                column=f"{section}.{key}" if section else key,
            )
            meant.add(nearest or "")
        return meant

    def _text(self, key: str) -> str:
        value = self._tree.get(key, "")
        if isinstance(value, str):
            return value.strip()
        self._error("is not a text", f'write {key} = "{value}"', key, value=str(value))
        return ""

    def _date(self, key: str) -> HistoricalDate | None:
        value = self._tree.get(key, "")
        if isinstance(value, datetime.date):
            value = value.isoformat()[:10]
        text = str(value).strip()
        if not text:
            return None
        try:
            return parse(text)
        except DateError as fault:
            self._error(*date_fault(fault), key, value=text)
            return None

    def _check_order(self, settings: Settings) -> None:
        start, end = settings.start, settings.end
        if start and end and start.earliest and end.latest and end.latest < start.earliest:
            self._error("the timeline ends before it starts", "exchange start and end", "end", value=end.text)
            settings.start = settings.end = None

    def _tables(self, section: str) -> Iterator[tuple[int, dict[str, str]]]:
        """Yield place and texts of each table in a list, without those that have no id of their own."""
        tables = self._tree.get(section, [])
        if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
            self._error("is not a list of tables", f"write [[{section}]] above each of them", section)
            self._damaged.add(section)
            return
        first: dict[str, int | None] = {}
        for place, table in enumerate(tables):
            self._unknown_keys(table, LISTS[section], section, place)
            texts = {key: str(table.get(key, "")).strip() for key in LISTS[section]}
            line = self._lines.of("id", section, place)
            used = slug(texts["id"])
            if not used:
                self._error("has no id", 'write id = "…"', "id", section, place, texts["id"])
                self._damaged.add(section)
            elif used in first:
                self._damaged.add(section)
                self._error(
                    f"is the id of line {first[used]} too", "give it another id", "id", section, place, used
                )
            else:
                if not is_kebab_case(texts["id"]):
                    self._error("is not kebab-case", f"write '{used}'", "id", section, place, texts["id"])
                first[used] = line
                yield place, {**texts, "id": used, "name": texts["name"] or texts["id"]}

    def _themes(self) -> tuple[Theme, ...] | None:
        themes: list[Theme] = []
        for place, texts in self._tables("themes"):
            color = texts["color"]
            if color and not _COLOR.fullmatch(color):
                hint = "write six hexadecimal digits after #, as in #7a4b3a"
                self._error("is not a color", hint, "color", "themes", place, color)
                color = ""
            themes.append(Theme(texts["id"], texts["name"], color or PALETTE[len(themes) % len(PALETTE)]))
        return tuple(themes) or None

    def _stances(self) -> tuple[Stance, ...] | None:
        stances: list[Stance] = []
        for _, texts in self._tables("stances"):
            symbol = texts["symbol"] or SYMBOLS[len(stances) % len(SYMBOLS)]
            stances.append(Stance(texts["id"], texts["name"], symbol, texts["description"]))
        return tuple(stances) or None

    def _periods(self) -> Iterator[Period]:
        for place, texts in self._tables("periods"):
            faults = 0
            for key in BOUNDS:
                try:
                    parse(texts[key])
                except DateError as fault:
                    self._error(*date_fault(fault), key, "periods", place, texts[key])
                    faults += 1
            if not faults:
                yield Period(**texts)


def date_fault(fault: DateError) -> tuple[str, str]:
    """Return message and hint of a date that cannot be read: the words of dates.py are both."""
    return str(fault), ""
