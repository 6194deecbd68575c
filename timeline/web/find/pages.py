"""Everything that has a name, found from any page: a page of plain HTML, and the same as suggestions while typing."""

from __future__ import annotations

from collections.abc import Callable

from flask import Flask, Response, jsonify, render_template, request

from timeline.dataset import Dataset
from timeline.find.find import LIKE_PEOPLE, LIKE_TITLES, Found, Group, find, told_in
from timeline.find.shelf import Thing
from timeline.find.things import callers
from timeline.query.selection import Selection
from timeline.web.links import addresses, paths
from timeline.web.links import find as find_links
from timeline.web.links.find import Asked
from timeline.web.site.wording import established

SUGGESTED = 3  # of each group, while somebody types
SHOWN = 8  # of each group, on the page of all groups
PER_PAGE = 200  # of one group
_MOST_CALLERS = 2  # who are named with what they call an event

_ADDRESSES: dict[str, Callable[[str], str]] = {
    "people": addresses.life,
    "events": lambda event: addresses.view(Selection(event=event)),
    "questions": addresses.question,
    "sources": addresses.source_page,
    "works": addresses.work,
}
_COUNTED = {
    "people": ("person", "people"),
    "events": ("event", "events"),
    "questions": ("question", "questions"),
    "sources": ("source", "sources"),
    "works": ("work", "works"),
    LIKE_PEOPLE: ("person", "people"),
    LIKE_TITLES: ("title", "titles"),
}


def add_pages(server: Flask, dataset: Dataset) -> None:
    """Put the page and its suggestions on the server, and their addresses into the templates."""

    def apart(thing: Thing) -> str:
        parts = list(thing.apart)
        if thing.kind == "events":
            parts[0] = established(parts[0], dataset.event(thing.id)["established"])
        return " · ".join(parts)

    def also(thing: Thing) -> str:
        """The other name under which it was found, where the page does not say it anyway."""
        if not thing.spelling or thing.kind not in ("people", "events"):
            return ""
        if thing.kind == "people":
            return f"also {thing.spelling}"
        tellers = [dataset.speaker(source) for source in callers(dataset, thing.id, thing.spelling)]
        rest = len(tellers) - _MOST_CALLERS
        named = tellers[:_MOST_CALLERS] + ([f"{rest} more"] if rest > 0 else [])
        said = named[0] if len(named) == 1 else f"{', '.join(named[:-1])} and {named[-1]}"
        return f"{said} {'calls' if len(tellers) == 1 else 'call'} it {thing.spelling}"

    server.add_template_filter(address, "thing_address")
    server.add_template_filter(apart)
    server.add_template_filter(also)
    server.add_template_filter(number, "group_number")

    @server.get(paths.FIND)
    def find_page() -> str:
        asked = find_links.read(_query())
        found, start = find(dataset, asked.words, SHOWN), 0
        if asked.group:
            found, start = _one_group(dataset, asked)
        return render_template(
            "find/find.html",
            asked=asked,
            found=found,
            start=start,
            per_page=PER_PAGE,
            told=told_in(dataset, found.words) if found.words and not asked.group else 0,
            told_address=addresses.view(Selection(words=found.words)),
            to=lambda words, group="", page=1: addresses.find(Asked(words, group, page)),
        )

    @server.get(paths.SUGGEST)
    def suggest() -> Response:
        asked = find_links.read(_query())
        found = find(dataset, asked.words, SUGGESTED)
        groups = [
            {
                "name": group.name,
                "things": [
                    {
                        "name": thing.name,
                        "apart": " · ".join(filter(None, (apart(thing), also(thing)))),
                        "address": address(thing),
                    }
                    for thing in group.things
                ],
                "more": f"All {number(group)}" if group.more else "",
                "address": addresses.find(Asked(asked.words, group.id)),
            }
            for group in found.groups
        ]
        return jsonify(groups=groups, named=found.named, said=_said(found))


def address(thing: Thing) -> str:
    """Where a thing opens: an event on the timeline, everything else on its own page."""
    return _ADDRESSES[thing.kind](thing.id)


def number(group: Group) -> str:
    """How many there are: "57 events", "1 person"."""
    return f"{group.total:,} {_COUNTED[group.id][group.total != 1]}"


def _one_group(dataset: Dataset, asked: Asked) -> tuple[Found, int]:
    """A page of one group, the last one where there are not so many, and how many things stand before it."""
    start = (asked.page - 1) * PER_PAGE
    found = find(dataset, asked.words, PER_PAGE, asked.group, start)
    if found.groups and not found.groups[0].things:
        start = (found.groups[0].total - 1) // PER_PAGE * PER_PAGE
        found = find(dataset, asked.words, PER_PAGE, asked.group, start)
    return found, start


def _said(found: Found) -> str:
    """What is announced of the suggestions, and stands below them where nothing is called so."""
    if not found.words:
        return ""
    named = ", ".join(number(group) for group in found.groups if not group.is_alike)
    alike = ", ".join(number(group) for group in found.groups if group.is_alike)
    parts = [f"Found: {named}." if named else f"Nothing in this timeline is called “{found.words}”."]
    return " ".join([*parts, *([f"Sounds like it: {alike}."] if alike else [])])


def _query() -> str:
    return request.query_string.decode("utf-8", "replace")
