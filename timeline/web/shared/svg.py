"""Drawings as SVG that the server writes: in a page they have its theme, as a file they stand alone.

    picture = Picture(200, 40, node("rect", width=200, height=40, fill=hue(0)))
    picture.inline("A bar")         # for a page: sized in rem, so that it grows with the type of the theme
    picture.file("A bar", "2026")   # a whole SVG file on paper, in the colours of the light theme

A unit is a pixel where a rem is 16 of them. Colours are variables of assets/site/theme.css, which a file cannot have.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate

from flask import Response
from markupsafe import Markup, escape

_REM = 16
_EDGE = 20  # round a file
#: The light theme, for files: tests compare it with theme.css.
COLORS = {
    "paper": "#fffdf8",
    "panel": "#fbf7ee",
    "ink": "#2b2620",
    "muted": "#6a6156",
    "hairline": "#e5dfd2",
    "edge": "#8f8575",
    "accent": "#7a2e2a",
}
INK, MUTED, PAPER, HAIRLINE, EDGE, ACCENT = (
    f"var(--{name})" for name in ("ink", "muted", "paper", "hairline", "edge", "accent")
)
# As the lanes by source have them, see timeline/drawing/lanes.py.
_HUES = (
    "#3f6479",
    "#96603a",
    "#5d5480",
    "#47705f",
    "#8a4a63",
    "#7d6a2f",
    "#4a6fa0",
    "#7a4b3a",
    "#5b7a3d",
    "#7b5a86",
)
_LEAST = 0.34  # of the narrowest letter
_NARROW, _WIDE = frozenset("iIjl.,:;'’|!·()[] ft"), frozenset("mwMW—")


@dataclass(frozen=True, slots=True)
class Picture:
    """What is drawn on `width` x `height` units."""

    width: float
    height: float
    content: Markup

    def inline(self, label: str, role: str = "img", css: str = "") -> Markup:
        """For a page; `label` says what is drawn, a table or words beside it say the same."""
        return Markup(
            '<svg class="{}" viewBox="0 0 {:g} {:g}" style="width: {:g}rem" role="{}" aria-label="{}" font-size="12" '
            'fill="{}">{}</svg>'
        ).format(
            f"drawn {css}".strip(), self.width, self.height, self.width / _REM, role, label, INK, self.content
        )

    def file(self, title: str, footer: str) -> str:
        """A file of its own, with its title above and `footer` below."""
        wide = max(self.width, text_width(footer, 10), text_width(title, 18)) + 2 * _EDGE
        high = self.height + 2 * _EDGE + 56
        parts = (
            node("rect", width=wide, height=high, fill=PAPER),
            text(_EDGE, _EDGE + 16, title, size=18, weight="bold", family="Georgia, serif"),
            Markup('<g transform="translate({} {})">{}</g>').format(_EDGE, _EDGE + 32, self.content),
            text(_EDGE, high - _EDGE + 4, footer, size=10, fill=MUTED),
        )
        whole = Markup(
            '<svg xmlns="http://www.w3.org/2000/svg" width="{0:g}" height="{1:g}" viewBox="0 0 {0:g} {1:g}" '
            'font-family="Helvetica, Arial, sans-serif" font-size="12" fill="{2}">{3}</svg>\n'
        ).format(wide, high, INK, Markup("").join(parts))
        return '<?xml version="1.0" encoding="UTF-8"?>\n' + _alone(str(whole))


def answer(written: str, name: str) -> Response:
    """A file to be saved: SVG, or CSV where its name ends so."""
    kind = "text/csv" if name.endswith(".csv") else "image/svg+xml"
    found = Response(written, mimetype=kind)
    found.headers["Content-Disposition"] = f"attachment; filename={name}"
    return found


def node(name: str, /, *inner: Markup, **attributes: str | float | None) -> Markup:
    """One element; `_` in a name stands for "-", an attribute that is None is left out."""
    written = "".join(
        f' {key.replace("_", "-")}="{escape(value) if isinstance(value, str) else f"{value:g}"}"'
        for key, value in attributes.items()
        if value is not None
    )
    return Markup(f"<{name}{written}>{''.join(inner)}</{name}>" if inner else f"<{name}{written}/>")


def text(
    x: float,
    y: float,
    words: str | Markup,
    *,
    size: float | None = None,
    fill: str | None = None,
    anchor: str | None = None,
    weight: str | None = None,
    style: str | None = None,
    family: str | None = None,
) -> Markup:
    """A line of text on its base line."""
    return node(
        "text",
        escape(words),
        x=round(x, 1),
        y=round(y, 1),
        font_size=size,
        fill=fill,
        text_anchor=anchor,
        font_weight=weight,
        font_style=style,
        font_family=family,
    )


def signs(symbol: str, places: Iterable[tuple[float, float]], fill: str, size: float = 11) -> Markup:
    """One symbol at many places, given by its middle, as one element: a drawing may have thousands."""
    points = list(places)
    across, down = (" ".join(f"{point[axis]:.1f}" for point in points) for axis in (0, 1))
    return node(
        "text",
        escape(symbol * len(points)),
        x=across,
        y=down,
        font_size=size,
        fill=fill,
        text_anchor="middle",
    )


def hue(place: int) -> str:
    """The colour of the document at this place; lighter in the dark theme."""
    return f"color-mix(in oklab, white var(--lane-lift), {_HUES[place % len(_HUES)]})"


def text_width(words: str, size: float = 12, bold: bool = False) -> float:
    """About how wide a text is; nobody measures type on the server, so it is rather too much."""
    return sum(map(_units, words)) * size * (1.1 if bold else 1)


def cut(words: str, room: float, size: float = 12, bold: bool = False) -> str:
    """The text as far as there is room for it; no letter beyond that is looked at."""
    units = room / (size * (1.1 if bold else 1))
    wide = list(accumulate(map(_units, words[: int(units / _LEAST) + 2])))
    if not wide or (wide[-1] <= units and len(wide) == len(words)):
        return words
    fits = bisect_right(wide, units - _units("…"))
    return words[:fits].rstrip() + "…"


def lines(words: str, room: float, size: float = 12, most: int = 2) -> list[str]:
    """The text in lines that have room, at most so many: the last is cut."""
    found, rest = [""], words.split()
    for place, word in enumerate(rest):
        longer = f"{found[-1]} {word}".strip()
        if not found[-1] or text_width(longer, size) <= room:
            found[-1] = longer
        elif len(found) < most:
            found.append(word)
        else:
            found[-1] = " ".join([found[-1], *rest[place:]])
            break
    return [cut(line, room, size) for line in found]


def _units(letter: str) -> float:
    """How wide a letter is, as a share of the size of its type."""
    if letter in _NARROW:
        return _LEAST
    return 0.95 if letter in _WIDE else 0.7 if letter.isupper() else 0.62


def ribbon(x1: float, y1: float, x2: float, y2: float, thick: float) -> str:
    """The outline of a ribbon from one upright edge to another, as the data of a path; y are its upper ends."""
    middle = (x1 + x2) / 2
    return (
        f"M{x1:g} {y1:.1f}C{middle:g} {y1:.1f} {middle:g} {y2:.1f} {x2:g} {y2:.1f}"
        f"v{thick:.1f}C{middle:g} {y2 + thick:.1f} {middle:g} {y1 + thick:.1f} {x1:g} {y1 + thick:.1f}z"
    )


def stripes(x: float, y: float, width: float, height: float, step: float = 3) -> str:
    """Level lines across a rectangle, as the data of a path."""
    return "".join(f"M{x:g} {line:.1f}h{width:g}" for line in _steps(y + step / 2, y + height, step))


def _steps(start: float, end: float, step: float) -> Iterator[float]:
    while start < end:
        yield start
        start += step


def _alone(written: str) -> str:
    """The markup without what only a page has: variables become colours, links and what is for readers of a page go."""
    written = re.sub(r"color-mix\(in oklab, white var\(--lane-lift\), (#[0-9a-f]+)\)", r"\1", written)
    written = re.sub(r"var\(--([a-z]+)\)", lambda found: COLORS[found[1]], written)
    return re.sub(r"<a [^>]*>|</a>", "", written)


def join(parts: Iterable[Markup]) -> Markup:
    """The parts one after the other."""
    return Markup("").join(parts)
