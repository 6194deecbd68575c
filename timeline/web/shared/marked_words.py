"""The words that carry a framing: those that one source has alone are marked in its phrases."""

from __future__ import annotations

from collections.abc import Set

from markupsafe import Markup, escape

from timeline.sources.own_words import own_words


def marked(phrase: str, others: Set[str]) -> Markup:
    """The phrase as HTML, its words marked that are not among the `others`."""
    pieces, done = [], 0
    for start, end in own_words(phrase, others):
        pieces += [escape(phrase[done:start]), Markup("<mark>{}</mark>").format(phrase[start:end])]
        done = end
    return Markup("").join([*pieces, escape(phrase[done:])])
