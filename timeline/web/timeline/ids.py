"""The ids of the timeline's parts, in one place: layout, callbacks, styles and tests name them from here."""

FILTER = "filter-query"  # the query string without window and open event
CHOICES = "choices-query"  # the open menu of the filter bar and the filter its counts are for
MENU = "open-menu"  # name of the open menu of the filter bar, or empty

# Filters
PEOPLE = "filter-people"
PEOPLE_SEARCH = "filter-people-search"
PEOPLE_MATCH = "filter-people-match"
SOURCES = "filter-sources"
THEMES = "filter-themes"
WORDS = "filter-words"
SINCE = "filter-from"
UNTIL = "filter-to"
PERSPECTIVE = "show-as"
BESIDE = "show-with"
LANES = "show-lanes"
GHOSTS = "show-ghosts"
NUMBERS = (
    "number-people",
    "number-sources",
    "number-themes",
)  # how many are chosen, beside the name of each menu

# Going to a time
PERIOD = "go-period"
JUMP = "go-date"
JUMPED = "go-window"
JUMP_FAULT = "go-date-fault"

# What answers
DRAWING = "drawing"
RESULT = "result"
ASKED = "asked"
LIST = "list"
PANEL = "panel"
