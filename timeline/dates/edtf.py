"""Dates as machines write them: ISO 8601 and its Extended Date/Time Format (EDTF, ISO 8601-2).

Read are level 0 (days, months, years, intervals), of level 1 the qualifiers ? ~ %, seasons, open ends and unspecified
digits at the end, of level 2 the decade `193X` and one-of-a-set `[a..b]`, `[a,b]`; `{a..b}` counts as an interval.
https://www.loc.gov/standards/datetime/
"""

from __future__ import annotations

import re

from timeline.dates.historical_date import HistoricalDate, Join, Limit, join, place
from timeline.dates.spans import DateError, Part, day_part, decade_part, month_part, season_part, year_part

_ATOM = r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2}|-XX)?|-XX(?:-XX)?)?|[0-9]{3}X|[0-9]{2}XX"
_QUALIFIED = re.compile(rf"({_ATOM})([?~%]?)")
_SET = re.compile(r"[\[{]([^\[\]{}]*)[\]}]")
_BEFORE_YEAR_1 = re.compile(r"-[0-9]{4}|Y?-?[0-9]{5,}(?!.)|Y-?[0-9]")


def read_edtf(code: str, text: str) -> HistoricalDate | None:
    """Return the date that a code means, None if it is not in the format; raise DateError if it is impossible."""
    if _BEFORE_YEAR_1.match(code):
        raise DateError("this timeline has the years 1 to 9999: write a year within them, with four digits")
    if match := _SET.fullmatch(code):
        return _set(match[1], text, closed=code[0] == "{")
    if "/" in code:
        first, _, last = code.partition("/")
        return _joined(first, last, Join.RANGE, text, open_ends=("..", ""))
    return _qualified(code, Limit.WITHIN, text)


def _set(inside: str, text: str, *, closed: bool) -> HistoricalDate | None:
    if inside.startswith("..") or inside.endswith(".."):
        return _qualified(inside.strip("."), Limit.BY if inside.startswith("..") else Limit.SINCE, text)
    first, dots, last = inside.partition("..")
    if not dots:
        first, _, last = inside.partition(",")
    how = Join.RANGE if closed else Join.BETWEEN if dots else Join.OR
    return _joined(first.strip(), last.strip(), how, text, open_ends=())


def _joined(
    first: str, last: str, how: Join, text: str, *, open_ends: tuple[str, ...]
) -> HistoricalDate | None:
    if first in open_ends:
        return _qualified(last, Limit.BY, text)
    if last in open_ends:
        return _qualified(first, Limit.SINCE, text)
    start, end = _qualified(first, Limit.WITHIN, first), _qualified(last, Limit.WITHIN, last)
    return join(start, end, how, text) if start and end else None


def _qualified(code: str, limit: Limit, text: str) -> HistoricalDate | None:
    match = _QUALIFIED.fullmatch(code)
    if match is None:
        return None
    if match[1][2:] == "XX":
        raise DateError(f"a century is too wide to place: write its years, {code[:2]}00–{code[:2]}99")
    if re.fullmatch(r"[0-9]{4}-(?:1[3-9]|20|2[5-9]|[3-9].)", match[1]):
        return None  # no month and no season: "1934-35" is two years
    flag = match[2]
    return place(_atom(match[1]), text, limit, approximate=flag in ("~", "%"), uncertain=flag in ("?", "%"))


def _atom(code: str) -> Part:
    if code[3] == "X":
        return decade_part(int(code[:3]) * 10)
    numbers = [int(part) for part in code.split("-") if part != "XX"]
    if len(numbers) == 1:
        return year_part(numbers[0])
    if len(numbers) == 3:
        return day_part(*numbers)
    year, month = numbers
    return season_part(year, month - 21) if 21 <= month <= 24 else month_part(year, month)
