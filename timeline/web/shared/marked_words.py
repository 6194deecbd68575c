"""The words that carry the framing: those that only one column uses of the event are marked in its wording."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set

from markupsafe import Markup, escape

from timeline.sources.own_words import folded, own_words

Said = Sequence[tuple[str, Sequence[str]]]


def mark_own_words(columns: Iterable[tuple[str, Said]]) -> dict[tuple[str, str], list[Markup]]:
    """Mark in each column's phrases the words that no other column has.

    `columns` are (column, [(teller, phrases)]); what comes back are the phrases as HTML by (column, teller).
    """
    given = list(columns)
    used = {column: folded(phrase for _, phrases in said for phrase in phrases) for column, said in given}
    marked_phrases = {}
    for column, said in given:
        others: frozenset[str] = frozenset().union(*(keys for name, keys in used.items() if name != column))
        for teller, phrases in said:
            marked_phrases[column, teller] = [marked(phrase, others) for phrase in phrases]
    return marked_phrases


def marked(phrase: str, others: Set[str]) -> Markup:
    """The phrase as HTML, its words marked that are not among the `others`."""
    pieces, done = [], 0
    for start, end in own_words(phrase, others):
        pieces += [escape(phrase[done:start]), Markup("<mark>{}</mark>").format(phrase[start:end])]
        done = end
    return Markup("").join([*pieces, escape(phrase[done:])])
