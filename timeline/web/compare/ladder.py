"""The ladder of a question as a file: the same as `compare/ladder.html` has, drawn, and as a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline.sources.ladder import Rung, Standing
from timeline.web.shared import svg
from timeline.web.shared.svg import ACCENT, EDGE, MUTED, Picture

_WIDTH, _MIDDLE = 900.0, 330.0
_LINE = 16.0


def ladder_picture(rungs: Sequence[Rung]) -> Picture:
    """The rungs under each other: number, position and what it contradicts left, those who hold it right."""
    parts, down = [], 4.0
    for number, rung in enumerate(rungs, start=1):
        label = f"{number}  {rung.position.position}"
        left = svg.lines(label, _MIDDLE - 30, 13, 3)
        right = svg.lines("; ".join(_held(rung)), _WIDTH - _MIDDLE, 12, 4)
        parts.append(svg.node("path", d=f"M0 {down + 10:g}h8", stroke=EDGE, stroke_width=2))
        for place, line in enumerate(left):
            parts.append(svg.text(14, down + 14 + _LINE * place, line, size=13, weight="bold"))
        for place, line in enumerate(right):
            parts.append(svg.text(_MIDDLE, down + 14 + _LINE * place, line))
        if rung.against:
            words = f"≠ {', '.join(map(str, rung.against))}"
            parts.append(svg.text(14, down + 14 + _LINE * len(left), words, fill=ACCENT))
        down += _LINE * max(len(left) + bool(rung.against), len(right)) + 12
    parts.append(svg.node("path", d=f"M0 4V{down:g}", stroke=EDGE, stroke_width=2))
    key = "▪ in its own words   ▫ at second hand   ≠ cannot be true together with the rungs of these numbers"
    parts.append(svg.text(0, down + 22, key, size=11, fill=MUTED))
    return Picture(_WIDTH, down + 30, svg.join(parts))


def ladder_rows(rungs: Sequence[Rung]) -> Iterator[tuple[str, ...]]:
    """A row for everybody on a rung, with a head."""
    yield "rung", "position", "cannot be true with rungs", "source", "printed in", "at second hand", "mirror"
    for number, rung in enumerate(rungs, start=1):
        against = " ".join(map(str, rung.against))
        for text in rung.texts:
            for one in _standing(text.itself, text.voices):
                printed = text.speaker if one is not text.itself else ""
                heard, mirror = ("yes" if it else "" for it in (one.second_hand, one.mirror))
                yield str(number), rung.position.position, against, one.speaker, printed, heard, mirror


def _standing(itself: Standing | None, voices: Sequence[Standing]) -> Sequence[Standing]:
    return [itself, *voices] if itself else voices


def _held(rung: Rung) -> Iterator[str]:
    for text in rung.texts:
        names = [
            f"{'▫' if one.second_hand else '▪'} {one.speaker}{' (mirror)' if one.mirror else ''}"
            for one in _standing(text.itself, text.voices)
        ]
        yield ", ".join(names) if text.itself else f"in {text.speaker} {', '.join(names)}"
