"""Under which path each screen, page and answer stands; what follows the "?" is in `timeline.query.links`."""

from __future__ import annotations

TIMELINE = "/"
LIST = "/list"
DRAWN = "/drawn"
PANEL = "/drawn/panel"
LISTED = "/drawn/list"
EVENTS_TABLE = "/events.csv"
COMPARE = "/compare"
PEOPLE = "/people"
SOURCES = "/sources"
PRESENT = "/present"
TOUR_EDITOR = "/present/make"
FIND = "/find"
SUGGEST = "/find/suggest"

# By name, as the scripts of the pages look them up.
PATHS = {
    "timeline": TIMELINE,
    "list": LIST,
    "drawn": DRAWN,
    "panel": PANEL,
    "listed": LISTED,
    "events.csv": EVENTS_TABLE,
    "compare": COMPARE,
    "people": PEOPLE,
    "sources": SOURCES,
    "present": PRESENT,
    "tour_editor": TOUR_EDITOR,
    "suggest": SUGGEST,
}
