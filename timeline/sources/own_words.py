"""The words that carry a framing: those that one teller uses of an event and no other does.

    for start, end in own_words("a crushing blow at plans", others={"blow"}):
        print("a crushing blow at plans"[start:end])

Articles, pronouns and the like carry none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set

from timeline.query.folding import words

_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_SHORTEST = 4  # letters; shorter words are articles, pronouns and the like
_COMMON = frozenset(
    """about after again against also among another been before being between both could does down during each even
    ever every from further have having here hers herself himself however into itself just more most much must
    never only other over same shall should since some still such than that their them themselves then there these
    they this those through thus under until upon very were what when where which while whom whose will with within
    without would your""".split()  # noqa: SIM905 - a list of eighty would not be read
)


def telling_words(phrase: str) -> Iterator[tuple[int, int]]:
    """Where each word begins and ends that may carry a framing."""
    for word in _WORD.finditer(phrase):
        if len(word.group()) >= _SHORTEST and word.group().lower() not in _COMMON:
            yield word.span()


def own_words(phrase: str, others: Set[str]) -> Iterator[tuple[int, int]]:
    """Where each word begins and ends that is not among the `others`, which are as `folded` gives them."""
    for start, end in telling_words(phrase):
        if others.isdisjoint(words(phrase[start:end])):
            yield start, end


def folded(phrases: Iterable[str]) -> frozenset[str]:
    """The words of phrases as they are compared."""
    return frozenset(word for phrase in phrases for word in words(phrase))
