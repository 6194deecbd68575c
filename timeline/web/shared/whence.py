"""Who has it from whom as a drawing: documents left, voices right, ribbons as thick as what they carry.

A mirror flows back into its origin; what is known only by a summary is dashed, hollow and italic. The table of
`shared/whence.html` says the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from timeline.dataset import Dataset
from timeline.sources.transmission import Teller
from timeline.web.shared import svg
from timeline.web.shared.svg import INK, MUTED, PAPER, Picture

_ROW = 15.0  # high; a voice has at least one
_GAP = 13.0  # between documents
_BAR, _THIN = 9.0, 6.0  # how wide the bars of documents and of voices are
_THICKEST, _LEAST = 44.0, 1.2  # ribbons
_MOST_VOICES = 24  # of a document; the rest are one line
_MOST_DOCUMENTS = 24


@dataclass(frozen=True, slots=True)
class Shape:
    """Where things stand: the bars of documents, of voices, and how much further in the next voices are.

    `beside`: the names of documents stand left of their bars, else above them.
    """

    width: float
    document: float
    voice: float
    step: float
    beside: bool


WIDE = Shape(width=720, document=196, voice=352, step=34, beside=True)
NARROW = Shape(width=364, document=24, voice=92, step=22, beside=False)


@dataclass
class _Node:
    """A teller, those that it prints, and where it has been put; `rest` are tellers for whom there is no row."""

    teller: Teller
    inner: list[_Node]
    rest: int = 0
    top: float = 0  # of its own part
    high: float = 0


def whence(dataset: Dataset, tellers: Sequence[Teller], shape: Shape, counted: str = "event") -> Picture:
    """Draw those who tell; `counted` is what a ribbon carries, "" where each carries one thing."""
    return _Drawing(dataset, tellers, shape, counted).picture()


def whence_rows(dataset: Dataset, tellers: Sequence[Teller]) -> list[tuple[str, ...]]:
    """The same as rows of a table, with a head."""
    head = (
        "source_id",
        "who",
        "in whose text",
        "written",
        "told by it itself",
        "how it reaches us",
        "repeats",
        "repeated",
    )
    rows = [
        (
            teller.source_id,
            teller.speaker,
            dataset.speaker(teller.printed_in),
            teller.year,
            str(teller.own),
            "summary" if teller.hearsay else "words",
            dataset.speaker(teller.mirrors),
            str(teller.repeated) if teller.mirrors else "",
        )
        for teller in tellers
    ]
    return [head, *rows]


class _Drawing:
    def __init__(self, dataset: Dataset, tellers: Sequence[Teller], shape: Shape, counted: str) -> None:
        self._shape, self._counted = shape, counted
        self._hues = hues(dataset)
        most = max((teller.own for teller in tellers), default=1)
        self._unit = min(2.0, _THICKEST / max(most, 1)) if counted else 5.0
        self._documents = _forest(tellers)
        self._parts: list[Markup] = []
        self._names: list[Markup] = []
        self._placed: dict[str, _Node] = {}
        self._colors: dict[str, str] = {}

    def picture(self) -> Picture:
        down = 4.0
        for document in self._documents[:_MOST_DOCUMENTS]:
            down = self._document(document, down) + _GAP
        over = len(self._documents) - _MOST_DOCUMENTS
        if over > 0:
            words = f"and {over} more documents: the table has them all"
            self._names.append(svg.text(4, down + 10, words, fill=MUTED))
            down += _ROW + _GAP
        for node in self._placed.values():
            self._mirrored(node)
        return Picture(self._shape.width, round(down - _GAP + 6), svg.join([*self._parts, *self._names]))

    def _document(self, node: _Node, down: float) -> float:
        """A document with its voices, from `down`; where it ends."""
        shape, teller = self._shape, node.teller
        color = self._colors[teller.source_id] = self._hues.get(teller.source_id, MUTED)
        if not shape.beside:
            self._names.append(self._name(teller, shape.document, down + 11, bold=True))
            down += _ROW + 2
        own = max(teller.own * self._unit, _LEAST) if teller.own else 0
        carried = [self._thick(voice) for voice in node.inner]
        stack = own + sum(carried)
        high = sum(self._room(voice) for voice in node.inner)
        least = (2 * _ROW + 2) if shape.beside else 4
        whole = max(stack, high, least)
        top = down + (whole - stack) / 2
        node.top, node.high = top, own
        self._placed[teller.source_id] = node
        x = shape.document
        faint = 0.5 if teller.mirrors else None
        self._bar(x, top, _BAR, own, color, faint)
        at, row = top + own, down + (whole - high) / 2
        for voice, thick in zip(node.inner, carried, strict=True):
            row = self._voice(voice, (x + _BAR, at, thick), row, shape.voice, color)
            at += thick
        if sum(carried):
            self._parts.append(
                svg.node("rect", x=x + _BAR - 2, y=top + own, width=2.0, height=at - top - own, fill=color)
            )
        if shape.beside:
            middle = top + (own or stack) / 2
            self._names.append(self._name(teller, x - 8, middle - 1, bold=True, anchor="end"))
            self._names.append(
                svg.text(x - 8, middle + 13, self._says(teller), size=11, fill=MUTED, anchor="end")
            )
        return down + whole

    def _voice(
        self, node: _Node, origin: tuple[float, float, float], row: float, x: float, color: str
    ) -> float:
        """A voice and those inside it, from the top of its `row`; where they end."""
        teller = node.teller
        left, at, thick = origin
        own = teller.own * self._unit
        room = max(_ROW, own)
        top = row + (room - max(own, thick if not node.inner else own)) / 2
        bar = max(own, _LEAST)
        if teller.own or not node.inner:
            self._ribbon(left, at, x, top, max(own, _LEAST), color, teller.hearsay)
            self._bar(x, top, _THIN, bar, color, hollow=teller.hearsay)
        self._names.append(self._name(teller, x + _THIN + 5, row + room / 2 + 4, rest=node.rest))
        start, down = row + room, row + room
        inner = x + self._shape.step
        if node.inner:
            whole = sum(self._thick(voice) for voice in node.inner)
            self._ribbon(left, at + max(own, 0), x, start, whole, color, False)
            self._parts.append(svg.node("rect", x=x, y=start, width=2.0, height=whole, fill=color))
            for voice in node.inner:
                thick = self._thick(voice)
                down = self._voice(voice, (x + 2, start, thick), down, inner, color)
                start += thick
        return max(down, start)

    def _mirrored(self, node: _Node) -> None:
        """A mirror's ribbon back into its origin, on the left."""
        origin = self._placed.get(node.teller.mirrors)
        if origin is None or not node.teller.repeated:
            return
        x, thick = self._shape.document, max(node.teller.repeated * self._unit, _LEAST)
        thick = min(thick, origin.high or thick, node.high or thick)
        upper, lower = sorted((origin.top, node.top))
        bend = min(
            (x - 2) / 0.75, max(40.0, (lower - upper) / 2) + thick / 2
        )  # a curve goes three quarters of it
        far, near = x - bend, x - max(bend - 1.4 * thick, 2)
        path = (
            f"M{x:g} {upper:.1f}C{far:g} {upper:.1f} {far:g} {lower + thick:.1f} {x:g} {lower + thick:.1f}"
            f"v{-thick:.1f}C{near:g} {lower:.1f} {near:g} {upper + thick:.1f} {x:g} {upper + thick:.1f}z"
        )
        color = self._colors[node.teller.source_id]
        self._parts.insert(0, svg.node("path", d=path, fill=color, fill_opacity=0.22))

    def _thick(self, node: _Node) -> float:
        """How thick the ribbon of a voice with those inside it is."""
        own = max(node.teller.own * self._unit, _LEAST) if node.teller.own or not node.inner else 0
        return own + sum(self._thick(voice) for voice in node.inner)

    def _room(self, node: _Node) -> float:
        """How high a voice with those inside it is."""
        own = max(_ROW, node.teller.own * self._unit)
        return own + sum(self._room(voice) for voice in node.inner)

    def _bar(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        color: str,
        faint: float | None = None,
        hollow: bool = False,
    ) -> None:
        if hollow:
            self._names.append(
                svg.node(
                    "rect",
                    x=x + 0.5,
                    y=round(y, 1),
                    width=width - 1,
                    height=round(max(height, 4), 1),
                    fill=PAPER,
                    stroke=color,
                )
            )
        elif height:
            self._parts.append(
                svg.node(
                    "rect",
                    x=x,
                    y=round(y, 1),
                    width=width,
                    height=round(height, 1),
                    fill=color,
                    fill_opacity=faint,
                )
            )

    def _ribbon(
        self, x1: float, y1: float, x2: float, y2: float, thick: float, color: str, hearsay: bool
    ) -> None:
        path = svg.ribbon(x1, y1, x2, y2, thick)
        if hearsay:
            drawn = svg.node(
                "path", d=path, fill="none", stroke=color, stroke_width=0.8, stroke_dasharray="3 2"
            )
        else:
            drawn = svg.node("path", d=path, fill=color, fill_opacity=0.25)
        self._parts.append(drawn)

    def _name(
        self, teller: Teller, x: float, y: float, bold: bool = False, anchor: str | None = None, rest: int = 0
    ) -> Markup:
        """The name, with the year of its text and how much it tells."""
        heard = teller.hearsay
        year = teller.year if teller.year and teller.year not in teller.speaker else ""
        more = " · ".join(part for part in (year, str(teller.own) if self._counted else "") if part)
        if bold:
            more = "" if anchor else self._says(teller)
        if rest:
            more = self._count(teller.own)
        size = 13.0 if bold else 12.0
        room = x - 2 if anchor else self._shape.width - x - svg.text_width(more, 11) - 8
        shown = svg.cut(teller.speaker, room, size, bold)
        tail = svg.node(
            "tspan", Markup(" ") + more, fill=MUTED, font_size=11, font_weight="normal", font_style="normal"
        )
        return svg.text(
            x,
            y,
            Markup("{}{}").format(shown, tail if more else ""),
            size=size,
            fill=MUTED if heard or rest else INK,
            anchor=anchor,
            weight="bold" if bold else None,
            style="italic" if heard else None,
        )

    def _says(self, teller: Teller) -> str:
        """How much a document tells itself."""
        if not self._counted:
            return "" if teller.own else "prints who says it"
        told = (
            f"{teller.own} repeated"
            if teller.mirrors and teller.repeated == teller.own
            else self._count(teller.own)
        )
        return f"{teller.year} · {told}" if teller.year else told

    def _count(self, number: int) -> str:
        return f"{number:,} {self._counted}{'' if number == 1 else 's'}" if self._counted else f"{number:,}"


def hues(dataset: Dataset) -> Mapping[str, str]:
    """The colour of each document; a mirror has its origin's."""
    own = {document: svg.hue(place) for place, document in enumerate(dataset.documents)}
    return {document: own.get(_origin(dataset, document), color) for document, color in own.items()}


def _origin(dataset: Dataset, source: str) -> str:
    while repeated := dataset.source(source)["derives_from"]:
        source = repeated
    return source


def _forest(tellers: Sequence[Teller]) -> list[_Node]:
    """The documents with the voices inside them, a mirror after its origin."""
    nodes = {teller.source_id: _Node(teller, []) for teller in tellers}
    for node in nodes.values():
        if node.teller.printed_in in nodes:
            nodes[node.teller.printed_in].inner.append(node)
    for node in nodes.values():
        if len(node.inner) > _MOST_VOICES:
            node.inner = _fewer(node.inner)
    documents = [node for node in nodes.values() if node.teller.printed_in not in nodes]
    place = {node.teller.source_id: number for number, node in enumerate(documents)}
    return sorted(
        documents,
        key=lambda node: (
            place.get(node.teller.mirrors, place[node.teller.source_id]),
            place[node.teller.source_id],
        ),
    )


def _fewer(voices: Sequence[_Node]) -> list[_Node]:
    """The voices that tell most, in their order, and all others in one line."""
    most = sorted(voices, key=lambda node: -node.teller.own)[: _MOST_VOICES - 1]
    kept = [node for node in voices if any(node is one for one in most)]
    rest = [node for node in voices if not any(node is one for one in most)]
    together = Teller(
        source_id="",
        speaker=f"{len(rest)} more voices",
        year="",
        depth=1,
        printed_in="",
        own=sum(node.teller.own for node in rest),
        hearsay=False,
        mirrors="",
        repeated=0,
    )
    return [*kept, _Node(together, [], rest=len(rest))]
