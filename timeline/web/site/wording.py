"""Words that pages and their scripts both say, each written once."""

from __future__ import annotations

from timeline.sources.silences import SilenceKind

#: Why a source does not tell an event, as the rest of a sentence about the source.
SILENCES = {
    SilenceKind.NOT_MENTIONED: "covers this time and does not mention it",
    SilenceKind.OUT_OF_SPAN: "does not reach this time",
    SilenceKind.NOT_CODED: "has not been read for this yet",
}
_OF_SEVERAL = {
    SilenceKind.NOT_MENTIONED: "cover this time and do not mention it",
    SilenceKind.OUT_OF_SPAN: "do not reach this time",
    SilenceKind.NOT_CODED: "have not been read for this yet",
}
#: How firmly a date of the record is established, where it is not firm, after the date (see events.csv).
FIRMNESS = {"partly": "partly confirmed", "commonly": "commonly given"}
#: What a reader is told when the server could not answer.
FAULT = "Something went wrong here, not with you. What you see is as it was before."


def established(printed: str, word: str) -> str:
    """A date of the record with how firmly it is established, where it is not firm: "3 March 1935, commonly given"."""
    return f"{printed}, {FIRMNESS[word]}" if word in FIRMNESS else printed


def silence_words(kind: SilenceKind, several: bool = False) -> str:
    """Why a source, or several, do not tell an event, after their names."""
    return _OF_SEVERAL[kind] if several else SILENCES[kind]
