"""Who agrees with whom as a drawing: half a square of documents by documents, each pair a link to its questions.

The square of a pair is all questions that at least one of the two answers; what of it is filled is what both answer:
dark where they agree, pale where their answers can both be true, striped where they contradict each other.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import combinations
from math import sqrt

from markupsafe import Markup

from timeline.dataset import Dataset
from timeline.query.selection import Selection
from timeline.sources.agreement import Agreement, Pair, agreement
from timeline.web.links import addresses
from timeline.web.links.compare import View
from timeline.web.shared import svg
from timeline.web.shared.svg import ACCENT, EDGE, HAIRLINE, MUTED, PAPER, Picture

MOST = 12  # documents that are drawn; the table of all is the CSV
SIGNS = ("=", "≈", "≠", "□")
WORDS = ("agree", "can both be right", "contradict each other", "only one speaks")
_SAME = svg.hue(0)
_WIDE, _HIGH = 73.0, 54.0  # a cell
_SIDE = 38.0  # of the largest square
_HEAD, _NAMES = 34.0, 80.0  # room for the names above and at the left
_KEY = 18.0


@dataclass(frozen=True, slots=True)
class Row:
    """Two documents in the table beside the drawing: all questions, then those of each theme; (pair, address)."""

    one: str
    other: str
    cells: tuple[tuple[Pair, str], ...]


class AgreementMap:
    """Draws the documents of one dataset."""

    def __init__(self, dataset: Dataset) -> None:
        """The documents that answer most questions are drawn, in their own order."""
        self._dataset = dataset
        whole = agreement(dataset)
        answered = dict(zip(whole.documents, whole.answered, strict=True))
        most = sorted((it for it in whole.documents if answered[it]), key=lambda it: -answered[it])[:MOST]
        self.documents = tuple(document for document in whole.documents if document in most)
        self.left_out = sum(1 for count in whole.answered if count) - len(self.documents)
        self.themes = [theme for theme in dataset.themes if any(agreement(dataset, theme.id).answered)]
        self._most = max((pair.all for _, _, pair in self._pairs(whole)), default=1) or 1

    def __bool__(self) -> bool:
        return len(self.documents) > 1

    def picture(self, theme_id: str = "", key: bool = True) -> Picture:
        """All questions, or those of one theme; with the key to the signs."""
        found = agreement(self._dataset, theme_id)
        rows, columns = self.documents[:-1], self.documents[1:]
        width, height = _NAMES + _WIDE * len(columns), _HEAD + _HIGH * len(rows)
        parts = [self._head(place, document) for place, document in enumerate(columns)]
        for place, document in enumerate(rows):
            down = _HEAD + _HIGH * place
            lines = svg.lines(self._dataset.speaker(document), _NAMES - 10, 11)
            parts += [
                svg.text(
                    _NAMES - 8,
                    down + _HIGH / 2 + 4 + 12 * (at - (len(lines) - 1) / 2),
                    line,
                    size=11,
                    anchor="end",
                )
                for at, line in enumerate(lines)
            ]
        for one, other in combinations(range(len(self.documents)), 2):
            x, y = _NAMES + _WIDE * (other - 1), _HEAD + _HIGH * one
            parts.append(self._cell(found, self.documents[one], self.documents[other], theme_id, x, y))
        if key:
            parts.append(_key(height + 6))
            width, height = max(width, 360.0), height + 2 * _KEY + 8
        return Picture(width, height, svg.join(parts))

    def file(self, footer: str) -> str:
        """All maps in one file."""
        whole = self.picture()
        parts, down, width = [whole.content], whole.height + 20, whole.width
        for theme in self.themes:
            one = self.picture(theme.id, key=False)
            parts.append(svg.text(0, down + 14, theme.name, size=14, weight="bold"))
            parts.append(Markup('<g transform="translate(0 {:g})">{}</g>').format(down + 20, one.content))
            down, width = down + one.height + 40, max(width, one.width)
        return Picture(width, down, svg.join(parts)).file("Who agrees with whom", footer)

    def rows(self) -> list[Row]:
        """The table: every two documents that are drawn."""
        themes = ["", *(theme.id for theme in self.themes)]
        return [
            Row(
                one,
                other,
                tuple(
                    (agreement(self._dataset, theme).pair(one, other), self._address(one, other, theme))
                    for theme in themes
                ),
            )
            for one, other in combinations(self.documents, 2)
        ]

    def table(self) -> list[tuple[str, ...]]:
        """The numbers of every two documents, drawn or not, with a head: all questions and each theme."""
        head = ("one", "other", "theme", "agree", "compatible", "contradict", "only one speaks")
        found: list[tuple[str, ...]] = [head]
        for theme_id, name in [("", ""), *((theme.id, theme.name) for theme in self.themes)]:
            for one, other, pair in agreement(self._dataset, theme_id).pairs():
                speakers = self._dataset.speaker(one), self._dataset.speaker(other)
                found.append((*speakers, name, *(str(count) for count in numbers(pair))))
        return found

    def _pairs(self, found: Agreement) -> list[tuple[str, str, Pair]]:
        return [(one, other, found.pair(one, other)) for one, other in combinations(self.documents, 2)]

    def _head(self, place: int, document: str) -> Markup:
        lines = svg.lines(self._dataset.speaker(document), _WIDE - 4, 11)
        x, first = _NAMES + _WIDE * place, _HEAD - 8 - 12 * (len(lines) - 1)
        return svg.join(svg.text(x, first + 12 * at, line, size=11) for at, line in enumerate(lines))

    def _cell(self, found: Agreement, one: str, other: str, theme_id: str, x: float, y: float) -> Markup:
        pair = found.pair(one, other)
        ground = svg.node("rect", x=x, y=y, width=_WIDE - 2, height=_HIGH - 2, fill=PAPER, stroke=HAIRLINE)
        if not pair.all:
            return ground
        mirror = other in self._line(one) or one in self._line(other)
        label = f"{self._dataset.speaker(one)} and {self._dataset.speaker(other)}: {in_words(pair)}"
        told = [(sign, count) for sign, count in zip(SIGNS, numbers(pair), strict=True) if count]
        first = y + _HIGH / 2 + 3 - 6 * (len(told) - 1)
        texts = [
            svg.text(
                x + 43, first + 12 * at, f"{sign} {count}", size=11, fill=MUTED if sign == SIGNS[-1] else None
            )
            for at, (sign, count) in enumerate(told)
        ]
        square = _square(pair, x + 2, y, _SIDE * sqrt(pair.all / self._most))
        drawn = svg.node("g", square, opacity=0.5 if mirror else None)
        return Markup('<a href="{}" aria-label="{}">{}</a>').format(
            self._address(one, other, theme_id), label, svg.join([ground, drawn, *texts])
        )

    def _line(self, source: str) -> list[str]:
        """The sources that this one repeats."""
        found = []
        while source := self._dataset.source(source)["derives_from"]:
            found.append(source)
        return found

    def _address(self, one: str, other: str, theme_id: str) -> str:
        themes = (theme_id,) if theme_id else ()
        return addresses.compare(View(Selection(sources=(one, other), themes=themes), view="questions"))


def numbers(pair: Pair) -> tuple[int, int, int, int]:
    """The four numbers in the order of the signs."""
    return pair.agree, pair.compatible, pair.differ, pair.alone


def in_words(pair: Pair) -> str:
    """The numbers as a sentence."""
    both = [f"{word} on {count}" for word, count in zip(WORDS, numbers(pair)[:3], strict=False) if count]
    return "; ".join([*both, f"only one speaks on {pair.alone}"]) if pair.all else "neither speaks"


def short(pair: Pair) -> str:
    """The numbers with their signs, without those that are nought."""
    told = (f"{sign} {count}" for sign, count in zip(SIGNS, numbers(pair), strict=True) if count)
    return "  ".join(told)


def _square(pair: Pair, x: float, y: float, side: float) -> Markup:
    """The square of a pair, filled from below."""
    top = y + (_HIGH - 2 - side) / 2
    frame = svg.node("rect", x=x, y=top, width=side, height=side, fill=PAPER, stroke=EDGE)
    parts, foot = [frame], top + side
    fills: tuple[Callable[[float, float], Markup], ...] = (
        lambda down, high: svg.node("rect", x=x, y=down, width=side, height=high, fill=_SAME),
        lambda down, high: svg.node(
            "rect", x=x, y=down, width=side, height=high, fill=_SAME, fill_opacity=0.3
        ),
        lambda down, high: _striped(x, down, side, high),
    )
    for count, fill in zip(numbers(pair)[:3], fills, strict=True):
        if count:
            high = side * count / pair.all
            foot -= high
            parts.append(fill(foot, high))
    return svg.join(parts)


def _striped(x: float, y: float, width: float, height: float) -> Markup:
    return svg.join(
        [
            svg.node("rect", x=x, y=y, width=width, height=height, fill=ACCENT),
            svg.node("path", d=svg.stripes(x, y, width, height), stroke=PAPER, stroke_width=0.9),
        ]
    )


def _key(down: float) -> Markup:
    """What the fillings and signs mean, in two lines."""
    parts = []
    whole = (Pair(1, 0, 0, 0), Pair(0, 1, 0, 0), Pair(0, 0, 1, 0), Pair(0, 0, 0, 1))
    for place, (pair, sign, word) in enumerate(zip(whole, SIGNS, WORDS, strict=True)):
        x, y = (place % 2) * 190.0, down + _KEY * (place // 2)
        parts.append(_square(pair, x, y - (_HIGH - 2 - 11) / 2 + 2, 11))
        parts.append(svg.text(x + 17, y + 11, f"{sign} {word}", size=11.5))
    return svg.join(parts)
