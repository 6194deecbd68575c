"""Sources without their names: "Text A", "Text B", in an order that a link can repeat."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256


def blind(order_seed: int, sources: Sequence[str]) -> list[tuple[str, str]]:
    """Shuffle the sources by a seed: (label, source_id), in the order in which they are shown.

    The same seed and the same sources give the same order on every machine, whatever order they come in:

        blind(7, ["prolewiki", "spartacus"])
    """

    def drawn(source_id: str) -> bytes:
        return sha256(f"{order_seed}\n{source_id}".encode()).digest()

    shuffled = sorted(dict.fromkeys(sources), key=drawn)
    return [(f"Text {_letters(place)}", source_id) for place, source_id in enumerate(shuffled)]


def _letters(place: int) -> str:
    """A to Z, then AA, AB and so on."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
