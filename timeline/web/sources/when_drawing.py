"""When it was said as a drawing: across when it happened, upwards how long after it was written.

A telling is the symbol of its stance, in the colour of its document. The scale upwards is broken: every step is as high
as what stands in it needs. Below it stand the texts of which nobody has noted when they were written.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np
from markupsafe import Markup

from timeline.dataset import Dataset
from timeline.dates import day_number, from_day_number
from timeline.query.witnesses import is_hearsay
from timeline.sources.when_said import Sayings, sayings
from timeline.web.shared import svg
from timeline.web.shared.svg import HAIRLINE, MUTED, Picture
from timeline.web.shared.whence import hues

_STEPS = (0, 1, 5, 10, 20, 50, 80, 100, 200, 500, 1000, 2000, 5000)  # years
_YEARS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)  # between two marks of the axis
_TOP = 10.0
_CELL = 9.0  # a symbol has so much room
_LABEL = 13.0  # between two names
_MOST_NAMED, _MOST_UNDATED = 30, 12
_MOST_ALIKE = 4  # symbols of one source, place and stance; more are counted
_MOST_COUNTED = 2_000  # tellings; where there are more, a place that is full says so by itself


@dataclass(frozen=True, slots=True)
class Shape:
    """How wide the drawing is, and the rooms for words at its left and for names at its right."""

    width: float
    left: float
    right: float
    marks: int


WIDE = Shape(width=1180, left=76, right=236, marks=12)
NARROW = Shape(width=364, left=54, right=112, marks=4)


@dataclass(frozen=True, slots=True)
class Line:
    """One source in the table beside the drawing; `least` and `most` years after the events, None if not known."""

    source_id: str
    speaker: str
    written: str
    tellings: int
    least: int | None
    most: int | None
    at_least: bool

    @property
    def after(self) -> str:
        """How long after the events it was written, in words."""
        if self.least is None or self.most is None:
            return "not known"
        span = f"{self.least:,}" if self.least == self.most else f"{self.least:,} to {self.most:,}"
        words = "1 year" if span == "1" else "the same year" if span == "0" else f"{span} years"
        return f"{words} or more" if self.at_least else words


def lines(dataset: Dataset) -> list[Line]:
    """The sources that tell something, those that wrote first before the others, then those without a date."""
    found, ids = sayings(dataset), list(dataset.sources["source_id"])
    result = []
    for row in np.unique(found.source).tolist():
        years = found.years[found.source == row]
        known = not np.isnan(years).any()
        result.append(
            Line(
                source_id=ids[row],
                speaker=dataset.speaker(ids[row]),
                written=dataset.source(ids[row])["published"],
                tellings=len(years),
                least=round(float(years.min())) if known else None,
                most=round(float(years.max())) if known else None,
                at_least=bool(found.at_least[row]),
            )
        )
    return sorted(result, key=lambda line: (line.least is None, line.least or 0, line.most or 0))


def table(dataset: Dataset) -> Iterator[tuple[str, ...]]:
    """Every telling that is drawn, with a head."""
    found, events, sources = sayings(dataset), dataset.events, list(dataset.sources["source_id"])
    yield ("event_id", "event", "date", "source_id", "source", "written", "years after", "stance")
    ids, titles, dates = (events[name].to_numpy(dtype=object) for name in ("event_id", "title", "when"))
    for event, source, years, stance in zip(
        found.event.tolist(), found.source.tolist(), found.years.tolist(), found.stance.tolist(), strict=True
    ):
        row = dataset.source(sources[source])
        after = "" if np.isnan(years) else f"{years:.1f}"
        said = dataset.stances[stance].name if stance >= 0 else ""
        date = str(dates[event])
        yield ids[event], titles[event], date, sources[source], row["speaker"], row["published"], after, said


def when_said(dataset: Dataset, shape: Shape) -> Picture:
    """Draw all tellings."""
    return _Drawing(dataset, shape).picture()


class _Drawing:
    def __init__(self, dataset: Dataset, shape: Shape) -> None:
        self._dataset, self._shape = dataset, shape
        self._found: Sayings = sayings(dataset)
        self._ids = list(dataset.sources["source_id"])
        colors = hues(dataset)
        self._colors = [colors.get(dataset.source(source)["document"], MUTED) for source in self._ids]
        self._symbols = [stance.symbol for stance in dataset.stances]
        self._plot = shape.width - shape.left - shape.right
        self._parts: list[Markup] = []
        self._placed: dict[tuple[int, int], list[tuple[float, float]]] = {}

    def picture(self) -> Picture:
        known = self._found.known
        tellings = np.bincount(self._found.source, minlength=len(self._ids))
        dated = self._most(np.unique(self._found.source[known]), tellings, _MOST_NAMED)
        undated = np.unique(self._found.source[~known])
        shown = self._most(undated, tellings, _MOST_UNDATED)
        height = max(200.0, _LABEL * (len(dated) + 1)) if known.any() else 0.0
        foot = _TOP + height
        scale = _Scale(self._found.years[known], _TOP, height)
        if known.any():
            self._grid(scale)
            self._symbols_of(known, scale)
            self._labels(dated, scale)
        under = foot
        if len(shown):
            under = self._undated(shown, foot + (28 if height else 8), len(undated) - len(shown))
        self._axis(_TOP, under)
        for (source, stance), places in self._placed.items():
            symbol = self._symbols[stance] if stance >= 0 else "■"
            self._parts.append(svg.signs(symbol[:1], places, self._colors[source]))
        return Picture(self._shape.width, round(under + 22), svg.join(self._parts))

    def _most(
        self, sources: np.typing.NDArray[np.int64], tellings: np.typing.NDArray[np.int64], most: int
    ) -> list[int]:
        """The sources that tell most, in their own order."""
        kept = sorted(sources.tolist(), key=lambda source: -int(tellings[source]))[:most]
        return sorted(kept)

    def _x(self, day: float) -> float:
        first, last = self._dataset.first_day, self._dataset.last_day + 1
        return self._shape.left + self._plot * min(max((day - first) / (last - first), 0.0), 1.0)

    def _grid(self, scale: _Scale) -> None:
        shape = self._shape
        for step, words in scale.words():
            y = scale.y(step)
            self._parts.append(svg.node("path", d=f"M{shape.left:g} {y:.1f}h{self._plot:g}", stroke=HAIRLINE))
            self._parts.append(svg.text(shape.left - 6, y + 4, words, size=11, fill=MUTED, anchor="end"))

    def _axis(self, top: float, foot: float) -> None:
        """The years, under everything."""
        first, last = (from_day_number(day).year for day in (self._dataset.first_day, self._dataset.last_day))
        step = next((step for step in _YEARS if (last - first) // step < self._shape.marks), _YEARS[-1])
        for year in range(first - first % step, last + 1, step):
            if not first <= year <= last or not 1 <= year <= 9999:
                continue
            x = self._x(day_number(from_day_number(0).replace(year, 1, 1)))
            self._parts.append(svg.node("path", d=f"M{x:.1f} {top:g}V{foot:.1f}", stroke=HAIRLINE))
            self._parts.append(svg.text(x + 2, foot + 12, str(year), size=11, fill=MUTED))

    def _symbols_of(self, known: np.typing.NDArray[np.bool_], scale: _Scale) -> None:
        taken: set[tuple[int, int]] = set()
        rows = range(round(scale.top / _CELL), round((scale.top + scale.height) / _CELL))
        for source, stance, day, years, count in self._cells(known):
            x, y = self._x(day), scale.y(years)
            column, row = round(x / _CELL), round(y / _CELL)
            for _ in range(min(count, _MOST_ALIKE)):
                free = (near for near in _near(row) if near in rows and (column, near) not in taken)
                at = next(free, row)
                taken.add((column, at))
                self._symbol(x, y + _CELL * (at - row), source, stance)
            self._more(count, x, y)

    def _cells(self, which: np.typing.NDArray[np.bool_]) -> Iterator[tuple[int, int, float, float, int]]:
        """The tellings by source, stance and place, a symbol wide: (source, stance, day, years, how many)."""
        found = self._found
        day = np.round((found.day[which] - self._dataset.first_day) / self._days()).astype(np.int64)
        years = np.nan_to_num(found.years[which])
        keys = np.stack([found.source[which], found.stance[which], day, np.round(years).astype(np.int64)])
        cells, first, counts = np.unique(keys, axis=1, return_index=True, return_counts=True)
        for place in range(cells.shape[1]):
            source, stance = int(cells[0, place]), int(cells[1, place])
            at = first[place]
            yield source, stance, float(found.day[which][at]), float(years[at]), int(counts[place])

    def _days(self) -> float:
        """How many days are as wide as a symbol."""
        return max((self._dataset.last_day + 1 - self._dataset.first_day) * _CELL / self._plot, 1.0)

    def _symbol(self, x: float, y: float, source: int, stance: int) -> None:
        self._placed.setdefault((source, stance), []).append((x, y + 4))

    def _more(self, count: int, x: float, y: float) -> None:
        """How many more stand at a place than there are symbols, where a drawing is not full of them anyway."""
        if count > _MOST_ALIKE and len(self._found.event) <= _MOST_COUNTED:
            self._parts.append(svg.text(x + 5, y + 4, f"+{count - _MOST_ALIKE}", size=9, fill=MUTED))

    def _labels(self, sources: Sequence[int], scale: _Scale) -> None:
        """The names beside the last telling of each, moved apart where they would meet."""
        ends: dict[int, tuple[float, float]] = {}
        for source in sources:
            own = self._found.source == source
            last = int(np.argmax(np.where(own, self._found.day, -np.inf)))
            ends[source] = self._x(float(self._found.day[last])), scale.y(float(self._found.years[last]))
        order = sorted(sources, key=lambda source: ends[source][1])
        places = _apart([ends[source][1] for source in order], scale.top, scale.top + scale.height)
        edge = self._shape.left + self._plot
        for source, y in zip(order, places, strict=True):
            x, end = ends[source]
            self._parts.append(
                svg.node(
                    "path",
                    d=f"M{x + 6:.1f} {end:.1f}L{edge:g} {end:.1f}L{edge + 10:g} {y:.1f}",
                    fill="none",
                    stroke=self._colors[source],
                    stroke_opacity=0.35,
                )
            )
            self._name(source, edge + 13, y + 4)

    def _name(self, source: int, x: float, y: float) -> None:
        row = self._dataset.source(self._ids[source])
        heard = is_hearsay(self._dataset, self._ids[source])
        speaker = svg.cut(row["speaker"], self._shape.width - x - 2, 11.5)
        self._parts.append(
            svg.text(
                x, y, speaker, size=11.5, fill=MUTED if heard else None, style="italic" if heard else None
            )
        )

    def _undated(self, sources: Sequence[int], down: float, more: int) -> float:
        """A line for each source without a date; where they end."""
        for place, words in enumerate(("when is", "not known")):
            y = down + 4 + 12 * place
            self._parts.append(svg.text(self._shape.left - 6, y, words, size=11, fill=MUTED, anchor="end"))
        for source in sources:
            which = (self._found.source == source) & ~self._found.known
            taken: set[int] = set()
            for _, stance, day, _, count in self._cells(which):
                x = self._x(day)
                column = round(x / _CELL)
                for _ in range(min(count, _MOST_ALIKE)):
                    at = next((near for near in _near(column) if near not in taken), column)
                    taken.add(at)
                    self._symbol(x + _CELL * (at - column), down, source, stance)
                self._more(count, x, down)
            self._name(source, self._shape.left + self._plot + 13, down + 4)
            down += _LABEL + 1
        if more:
            words = f"and {more} more, in the table"
            self._parts.append(
                svg.text(self._shape.left + self._plot + 13, down + 4, words, size=11, fill=MUTED)
            )
            down += _LABEL
        return down


class _Scale:
    """Years after the event to heights, the longest time at the top; each step as high as its tellings need."""

    def __init__(self, years: np.typing.NDArray[np.float64], top: float, height: float) -> None:
        self.top, self.height = top, height
        longest = float(years.max(initial=1.0))
        steps = [step for step in _STEPS if step < longest]
        above = next((step for step in _STEPS if step >= longest), _STEPS[-1])
        before = [-1] if float(years.min(initial=0.0)) < -0.5 else []
        self.steps = [*before, *steps, min(above, max(round(longest + 0.5), 1))]
        counts = [
            int(np.count_nonzero((years >= low) & (years < high)))
            for low, high in zip(self.steps[:-1], self.steps[1:], strict=True)
        ]
        needs = np.cumsum([0.0, *(1 + sqrt(count) for count in counts)])
        self._places = needs / needs[-1]

    def y(self, years: float) -> float:
        share = float(np.interp(years, self.steps, self._places))
        return self.top + self.height * (1 - share)

    def words(self) -> Iterator[tuple[float, str]]:
        """The steps to be written, none too near to the one below."""
        last = None
        for step in self.steps:
            y = self.y(step)
            if last is None or last - y >= 12:
                last = y
                yield step, _AFTER.get(step, f"{step:,} years")


_AFTER: Mapping[int, str] = {-1: "before it", 0: "same year", 1: "1 year"}


def _near(row: int) -> Iterator[int]:
    """This row, then those around it."""
    yield row
    for far in range(1, 6):
        yield row - far
        yield row + far


def _apart(places: Sequence[float], top: float, foot: float) -> list[float]:
    """The places, ascending, moved so that names do not meet, from the top and then up again from the foot."""
    found: list[float] = []
    for place in places:
        found.append(max(place, found[-1] + _LABEL if found else top))
    for number in range(len(found) - 1, -1, -1):
        limit = found[number + 1] - _LABEL if number + 1 < len(found) else foot
        found[number] = min(found[number], limit)
    return found
