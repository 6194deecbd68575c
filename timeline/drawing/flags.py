"""What is said of an entry of the drawing beyond its numbers and texts: flags, added up in its column `flags`."""

from __future__ import annotations

from enum import IntFlag

from timeline.sources.silences import NOT_MENTIONED, OUT_OF_SPAN


class Flag(IntFlag):
    """The scripts of the drawing get them by these names, see `timeline.web.site.page_data`."""

    OPEN_START = 1  # nobody says since when
    OPEN_END = 2  # nobody says until when
    SILENT = 4  # the source of the lane or of the perspective does not tell it: a ghost
    VAGUE = 8  # the date is approximate or uncertain
    NOT_RECORD = 16  # a source's date places it, not the record's
    UNDATED = 32  # the source that tells it gives no date: it stands at the record's
    PARTLY = 64  # the record's date is partly confirmed
    COMMONLY = 128  # the record's date is commonly given, not established
    NO_MENTION = 256  # why it is silent: the source covers this time and does not mention it
    NO_REACH = 512  # why it is silent: the source does not reach this time
    DISPUTED = 1024  # sources contradict each other about this event, whoever tells the entry


#: The flag of an entry by its code of `timeline.sources.silences`; a silence that nobody has looked into has none.
SILENCES = {NOT_MENTIONED: Flag.NO_MENTION, OUT_OF_SPAN: Flag.NO_REACH}
#: The flag of a date of the record, by how firmly it is established (the column of events.csv).
FIRMNESS = {"partly": Flag.PARTLY, "commonly": Flag.COMMONLY}
