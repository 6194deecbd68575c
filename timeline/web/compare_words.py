"""The words that carry the framing: those that only one column uses of the event are marked in its wording."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from markupsafe import Markup, escape

from timeline.asking.folding import words

_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_SHORTEST = 4  # letters; shorter words are articles, pronouns and the like
_COMMON = frozenset(
    """about after again against also among another been before being between both could does down during each even
    ever every from further have having here hers herself himself however into itself just more most much must
    never only other over same shall should since some still such than that their them themselves then there these
    they this those through thus under until upon very were what when where which while whom whose will with within
    without would your""".split()  # noqa: SIM905 - a list of eighty would not be read
)

Said = Sequence[tuple[str, Sequence[str]]]


def mark_own_words(columns: Iterable[tuple[str, Said]]) -> dict[tuple[str, str], list[Markup]]:
    """Mark in each column's phrases the words that no other column has.

    `columns` are (column, [(teller, phrases)]); what comes back are the phrases as HTML by (column, teller).
    """
    given = list(columns)
    used = {
        column: {key for _, phrases in said for phrase in phrases for key in words(phrase)}
        for column, said in given
    }
    marked = {}
    for column, said in given:
        others: set[str] = set().union(*(keys for name, keys in used.items() if name != column))
        for teller, phrases in said:
            marked[column, teller] = [_marked(phrase, others) for phrase in phrases]
    return marked


def _marked(phrase: str, others: set[str]) -> Markup:
    pieces, done = [], 0
    for word in _WORD.finditer(phrase):
        text = word.group()
        own = len(text) >= _SHORTEST and text.lower() not in _COMMON and not others & set(words(text))
        if own:
            pieces += [escape(phrase[done : word.start()]), Markup("<mark>{}</mark>").format(text)]
            done = word.end()
    return Markup("").join([*pieces, escape(phrase[done:])])
