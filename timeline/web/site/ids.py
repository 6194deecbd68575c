"""The ids of the page's parts, in one place: layouts, callbacks, styles and tests name them from here."""

URL = "url"
FILTER = "filter-query"  # the query string without window and open event
OPEN = "open-query"  # the query string while an event is open, else empty
CHOICES = "choices-query"  # the open menu of the filter bar and the filter its counts are for
MENU = "open-menu"  # name of the open menu of the filter bar, or empty
SCREEN = "screen"
FAULT = "fault"  # what went wrong on the server, if anything did

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
LANES = "show-lanes"
GHOSTS = "show-ghosts"

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
LISTED = "list-query"  # the filter that the list is to be written for
PANEL = "panel"

# Presenting
PRESENT = "present-choose"

# Comparing
COMPARE_ASKED = "compare-query"  # the query string that the words on the page are to be asked for
COMPARE_BODY = "compare-body"
COMPARE_SAID = "compare-said"  # announced when it changes: what is shown now

# People
PEOPLE_BODY = "people-body"
PERSON_TOP = "person-top"
PERSON_STAGE = "person-stage"
PERSON_DRAWING = "person-drawing"
PERSON_BODY = "person-body"
PERSON_PRESSED = "person-pressed"  # the event pressed in a life's drawing

# Sources
SOURCES = "sources"
SOURCE_TOP = "source-top"
SOURCE_STAGE = "source-stage"
SOURCE_DRAWING = "source-drawing"
SOURCE_BODY = "source-body"
SOURCE_SAID = "source-said"  # announced when it changes: what was copied
