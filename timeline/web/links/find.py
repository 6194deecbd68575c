"""What a reader looks for on the page that finds anything: words, one group alone, a page of it."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.find.find import GROUPS
from timeline.query import links
from timeline.query.folding import words
from timeline.query.links import Dropped

SCREEN = "find"


@dataclass(frozen=True, slots=True)
class Asked:
    """The words looked for, the word of a group or "" for all groups, its page, and what of the link was left out."""

    words: str = ""
    group: str = ""
    page: int = 1
    dropped: tuple[Dropped, ...] = ()

    def to_query(self) -> str:
        """The canonical query string, without "?"."""
        return links.written(SCREEN, links.values_of(self))


def read(query: str) -> Asked:
    """Read a query string, with or without its "?". Never raises: see `Asked.dropped`."""
    given = links.read(query, SCREEN, {"in": GROUPS})
    typed, group, page = given.text("words"), given.text("group"), max(1, given.number("page", 1))
    if typed and not words(typed):
        why = f"'{links.short(typed)}' has no letter or digit to look for."
        return Asked("", group, page, (*given.dropped, Dropped("q", typed, why)))
    return Asked(typed, group, page, given.dropped)
