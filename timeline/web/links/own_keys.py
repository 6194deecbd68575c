"""The keys of a link that only one screen knows, set apart from those that mean the same on every screen."""

from __future__ import annotations

from collections.abc import Container
from urllib.parse import parse_qsl


def split(query: str, keys: Container[str]) -> tuple[list[tuple[str, str]], str]:
    """The pairs of these keys in a query string, in their order, and the query string without them.

    Pairs without a value are left out: a form sends its empty fields too. Never raises.
    """
    own: list[tuple[str, str]] = []
    rest: list[str] = []
    for part in query.removeprefix("?").split("&"):
        key, value = next(iter(parse_qsl(part, keep_blank_values=True, errors="replace")), ("", ""))
        if key not in keys:
            rest.append(part)
        elif value:
            own.append((key, value))
    return own, "&".join(filter(None, rest))
