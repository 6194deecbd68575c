"""Parts that people play, sorted by kind: "arrested" -> Struck, "prosecutor" -> Accuser, judge.

    kind_of("defendant").name

Roles are free words of the author. A kind gives them a common colour and a place of its own in a life; the word
itself is always said first. To sort another word, add it to its kind in `KINDS`.
"""

from __future__ import annotations

from dataclasses import dataclass

from timeline.query.folding import words


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of part and its colour (#rrggbb)."""

    id: str
    name: str
    color: str


_SORTED = (
    (
        "accused",
        "Accused, alleged",
        "#96603a",
        "accused alleged defendant suspected suspect charged indicted",
    ),
    (
        "struck",
        "Struck",
        "#8a4a63",
        "victim arrested executed sentenced expelled interrogated killed shot imprisoned exiled wounded tried "
        "convicted",
    ),
    # Who died, by whatever cause, and at whom something was aimed or is said to have been, was not struck for that.
    ("death", "Dies", "#54585f", "died suicide"),
    ("target", "Aimed at", "#8c6a94", "target"),
    (
        "accuser",
        "Accuser, judge",
        "#3f6479",
        "accuser prosecutor judge investigator denouncer court interrogator",
    ),
    (
        "office",
        "Office",
        "#47705f",
        "head chair superior appointed removed dismissed leader commander minister official",
    ),
    ("voice", "Speaks, writes", "#5d5480", "author speaker signatory witness writer editor addressee"),
    ("actor", "Takes part", "#7d6a2f", "participant assassin killer member organiser founder"),
    ("named", "Named, related", "#6b6660", "named mentioned relative"),
)
_OTHER = "actor"
KINDS = tuple(Kind(name, title, color) for name, title, color, _ in _SORTED)
_BY_ID = {kind.id: kind for kind in KINDS}
_BY_WORD = {word: _BY_ID[name] for name, _, _, known in _SORTED for word in known.split()}


def kind_of(role: str) -> Kind:
    """The kind of a role by the first of its words that is sorted; no role at all is to be named."""
    said = words(role)
    for word in said:
        if word in _BY_WORD:
            return _BY_WORD[word]
    return _BY_ID[_OTHER if said else "named"]
