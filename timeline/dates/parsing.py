"""Dates as people write them: text to one immutable value.

`parse` reads English, Russian, Georgian, German, French, Spanish, ISO 8601 and EDTF, and days, months and years with
the month in any language that dateparser knows. It never guesses and never looks at today's date, the locale or the
time zone: what can be read in two ways, or in none, is refused with a text that says what to write instead. Gregorian
calendar throughout; seasons are northern; a winter is written with both its years. What an editor has added in
[square brackets] is read like the rest ("May [1937]", "193[5]"), and stays in the text.

Who does what, in the order in which a text passes:

- `edtf`: ISO 8601 and EDTF codes;
- `tokens`: text to tokens, with the words of `words` and the months of `months`;
- `merging`: tokens that belong together become one ("first quarter", "winter 1934–35");
- `grammar`: ranges and pieces, each piece to a span of `spans`;
- `historical_date`: what is said about a span (before, circa, "?") makes it a `HistoricalDate`, which prints itself.

To add a word: put it into its language's block in `words`, under a meaning that exists, and a row into the
table of `tests/dates/test_parsing.py`. To add a language: a block with the same meanings, and rows for a day, month,
year, season, circa, before, after, decade and range. To add a form: say which span it is (a
function of `spans` that returns first day, last day, English words and EDTF code), give it a letter and its
shapes in `grammar`, and see that what it prints, in English and in EDTF, reads back:
`tests/dates/test_promises.py` asks that of everything.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from functools import lru_cache

from timeline.dates.edtf import read_edtf
from timeline.dates.grammar import read_tokens
from timeline.dates.historical_date import HistoricalDate, place
from timeline.dates.months import month_number
from timeline.dates.spans import DateError, Precision, day_part
from timeline.dates.tokens import FORMS, tokens_of

__all__ = ["DateError", "HistoricalDate", "Precision", "day_number", "from_day_number", "parse"]

_LONGEST = 120
_EPOCH = date(1970, 1, 1).toordinal()
_DAY_MONTH_YEAR = re.compile(r"([0-9]{1,2}) ([^\W\d_]+) ([0-9]{4})")
_MIDNIGHT = re.compile(r"(?<=[0-9]{2}-[0-9]{2})[ T]00:00(:00(\.0+)?)?Z?$")
_WITHIN_WORD = re.compile(r"(?<=[^\W\d_])[\[\]]+(?=[^\W\d_])|(?<=[0-9])[\[\]]+(?=[0-9])")
_SAME = str.maketrans(
    {char: "–" for char in "‒—―−"} | {char: "-" for char in "‐‑"} | {char: "'" for char in "’ʼ‘`"}
)


def parse(text: str) -> HistoricalDate:
    """Return the date that a text means; raise DateError, whose text says what to write instead, if it means none."""
    if len(text) > _LONGEST:
        raise DateError(
            f"too long for a date: write at most {_LONGEST} characters, and the rest in another column"
        )
    return _parse(text)


@lru_cache(maxsize=8192)
def _parse(text: str) -> HistoricalDate:
    clean = _clean(text)
    if not clean:
        raise DateError(f"the date is empty: write {FORMS}")
    if match := _DAY_MONTH_YEAR.fullmatch(clean):
        month = month_number(match[2].lower())
        if month:
            return place(day_part(int(match[3]), month, int(match[1])), text)
    return read_edtf(clean, text) or read_tokens(tokens_of(clean.lower()), text)


def _clean(text: str) -> str:
    """Return a text with plain spaces, dashes and apostrophes, without invisible characters or brackets in a word."""
    if not text.isprintable():  # an odd space, a byte order mark, a soft hyphen, a mark of direction
        text = "".join(char for char in text if unicodedata.category(char) != "Cf")
    text = " ".join(unicodedata.normalize("NFC", text).split())
    return _WITHIN_WORD.sub("", _MIDNIGHT.sub("", text.translate(_SAME)))


def day_number(day: date) -> int:
    """Return the days from 1970-01-01 to `day`, negative before; the unit of every axis."""
    return day.toordinal() - _EPOCH


def from_day_number(number: int) -> date:
    """Return the day with that number; raise ValueError or OverflowError outside the years 1 to 9999."""
    return date.fromordinal(number + _EPOCH)
