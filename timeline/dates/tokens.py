"""Text to tokens: numbers, months and the meanings of `timeline.dates.words`.

Kinds of token: `number` (a day, or part of a year), `year`, `decade`, `hundred` (1900s), `month`, `day` (a whole
date, as its ordinal), `pair` (a year and two digits after a hyphen, dash or slash), `season`, and any meaning of
the vocabulary.
"""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import NamedTuple

from timeline.dates.months import fold, georgian_suffix, is_filler, month_at, month_number
from timeline.dates.spans import MONTHS, SEASONS, DateError, day_part
from timeline.dates.words import vocabulary

FORMS = "1 December 1934, spring 1936, late 1935, c. March 1935, before 7 June 1935, 1932–1934, 1930s or 1934-12-01"


class Token(NamedTuple):
    """One word, number or sign: its kind, its number where it has one, and how it was written."""

    kind: str
    number: int = 0
    raw: str = ""


_DECADE_ENDINGS = (
    "'s", "s", "е", "х", "ые", "ых", "er", "er-jahre", "er-jahren", "იანი", "იან", "იანები", "იანების", "იანებში",
)  # fmt: skip
_DAY_ENDINGS = (
    "st", "nd", "rd", "th", "er", "e", "ème", "º", "°", "го", "ого", "е", "ое", "м", "й", "ლი", "ში", "ს", "მდე", "დან",
)  # fmt: skip
_ENDING = "|".join(sorted({*_DECADE_ENDINGS, *_DAY_ENDINGS}, key=len, reverse=True))
_LEXEME = re.compile(
    rf"""
    (?P<iso>[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}(?![0-9]))
  | (?P<numeric>(?<![0-9])[0-9]{{1,4}}([./-])[0-9]{{1,2}}\3[0-9]{{1,4}}(?![0-9]))
  | (?P<month_year>(?<![0-9])[0-9]{{1,2}}[./][0-9]{{4}}(?![0-9]))
  | (?P<pair>(?<![0-9])[0-9]{{4}}[-–/][0-9]{{2}}(?![0-9]))
  | (?P<number>[0-9]+)(?:-?(?P<ending>{_ENDING})(?![^\W_]))?
  | (?P<word>[^\W\d_][^\s\d\x00-\x40\[-`{{-\x7f–“”„«»…]*)
  | (?P<sign>[-–/?~%&])
  | (?P<skip>[\s.,()\[\]'"“”„«»]+)
    """,
    re.VERBOSE,
)
_SIGNS = {"-": "to", "–": "to", "/": "or", "?": "uncertain", "~": "circa", "%": "both", "&": "and"}
_LONGEST_PHRASE = 4


def tokens_of(text: str) -> list[Token]:
    """Return the tokens of a text in lower case, without fillers; raise DateError for what is no part of a date."""
    lexemes: list[tuple[str, re.Match[str]]] = []
    position = 0
    while position < len(text):
        match = _LEXEME.match(text, position)
        if match is None:
            if text[position] == ":":
                raise DateError("leave out the time of day: a date here is a day at the finest")
            sign = text[position] if text[position].isprintable() else f"U+{ord(text[position]):04X}"
            raise DateError(f"“{sign}” is no part of a date: write {FORMS}")
        position = match.end()
        kind = match.lastgroup or ""
        if kind != "skip":
            lexemes.append(("number" if kind == "ending" else kind, match))
    found: list[Token] = []
    index = 0
    while index < len(lexemes):
        kind, match = lexemes[index]
        if kind == "word" or _is_numbered_month(lexemes, index):
            index, made = _phrase(lexemes, index)
            found += made
            continue
        index += 1
        # A hyphen after "mid" or "late" belongs to it.
        if kind == "sign" and not (match[0] == "-" and found and found[-1].kind in ("early", "mid", "late")):
            found.append(Token(_SIGNS[match[0]], raw=match[0]))
        elif kind != "sign":
            found += _number(kind, match)
    return found


def _phrase(lexemes: list[tuple[str, re.Match[str]]], index: int) -> tuple[int, list[Token]]:
    """Return the longest known phrase at `index` as tokens, and the index after it."""
    words: list[str] = []
    ends: list[int] = []
    at = index
    while at < len(lexemes) and len(words) < _LONGEST_PHRASE:
        kind, match = lexemes[at]
        if kind == "word":
            words.append(fold(match[0]))
            ends.append(at + 1)
        elif match[0] != "-":  # "peut-être" is a phrase of two words
            break
        at += 1
    first = lexemes[index][1]
    word = first[0]
    if word == "с" and first.string[first.end() :].startswith("."):
        raise DateError("“с.” with a Cyrillic с can be circa or since: write около 1934 or с 1934")
    known = vocabulary()
    for length in range(len(words), 0, -1):
        meanings = known.get(tuple(words[:length]))
        if meanings:
            made = [_meaning(meaning, word) for meaning in meanings if meaning != "filler"]
            if word == "des" and re.match(r"\W*[0-9]{4}\b", first.string[first.end() :]):
                made = [Token("month", 12, word)]  # before a year it is December, from Oslo to Jakarta
            return ends[length - 1], made
    month = month_number(word)
    if month is not None:
        suffix = georgian_suffix(word)
        made = [Token("month", month, word)]
        return index + 1, [*made, Token(f"suffix {suffix}", raw=word)] if suffix else made
    pieces = [fold(match[0]) for _, match in lexemes]
    if named := month_at(pieces, index):
        return index + named[1], [Token("month", named[0], word)]
    if is_filler(pieces, index):
        return index + 1, []
    # Of several faults the one that explains most: in "two weeks later" it is not the word "two".
    others = [known.get((fold(match[0]),), ("",))[0] for kind, match in lexemes if kind == "word"]
    if "relative" in others:
        return len(lexemes), [Token("relative", raw=word)]
    raise DateError(_unknown(word))


def _is_numbered_month(lexemes: list[tuple[str, re.Match[str]]], index: int) -> bool:
    """Whether a month that is named by its number begins here: "12月"."""
    kind, match = lexemes[index]
    if kind != "number" or index + 1 == len(lexemes):
        return False
    beside = lexemes[index + 1][1]
    if beside.start() != match.end() or beside[0].isascii() or (fold(beside[0]),) in vocabulary():
        return False
    return month_at([fold(match[0]) for _, match in lexemes], index) is not None


def _meaning(meaning: str, raw: str) -> Token:
    if meaning in SEASONS:
        return Token("season", SEASONS.index(meaning), raw)
    name, _, number = meaning.partition(" ")
    return Token(name, int(number), raw) if number.isdigit() else Token(meaning, raw=raw)


def _number(kind: str, match: re.Match[str]) -> list[Token]:
    raw = match[0]
    if kind == "iso":
        return [Token("day", day_part(*map(int, raw.split("-"))).first.toordinal(), raw)]
    if kind == "numeric":
        return [Token("day", _numeric_day(raw), raw)]
    if kind == "month_year":
        month, year = (int(part) for part in re.split(r"[./]", raw))
        if 1 <= month <= 12:
            raise DateError(f"write {MONTHS[month - 1]} {year} or {year:04d}-{month:02d}")
        raise DateError(f"“{raw}” is no date: write the day, the month's name and the year")
    if kind == "pair":
        return [Token("pair", int(raw[5:]), raw)]
    digits, ending = match["number"], match["ending"] or ""
    if len(digits) > 4:
        raise DateError(f"“{digits}” is no year: write a year from 1 to 9999, or the day as 1934-12-01")
    number = int(digits)
    made = [Token("year" if len(digits) > 2 else "number", number, raw)]
    if ending in _DECADE_ENDINGS and (len(digits) > 2 or ending in ("s", "'s") or "იან" in ending):
        if len(digits) < 3:
            raise DateError(f"write the decade with all digits of its years, such as 1930s, not “{raw}”")
        if number % 10:
            raise DateError(
                f"a decade begins with a year that ends in 0: write {number // 10 * 10}s, or {number}"
            )
        # "1900s" can be ten years or a hundred; only "1900s (decade)" says which.
        made = [Token("decade" if number % 100 else "hundred", number, raw)]
    elif ending in ("მდე", "დან"):
        made.append(Token("suffix before" if ending == "მდე" else "suffix since", raw=raw))
    return made


def _numeric_day(raw: str) -> int:
    """Return the one day that digits alone can mean; raise DateError with both readings if there are two."""
    parts = re.split(r"[./-]", raw)
    numbers = [int(part) for part in parts]
    if len(parts[0]) == 4 and len(parts[2]) < 3:
        return day_part(*numbers).first.toordinal()
    if len(parts[2]) < 3:
        raise DateError(f"write the year with four digits and the month by its name, not “{raw}”")
    if len(parts[2]) < 4 or len(parts[0]) > 2:
        raise DateError(f"“{raw}” is no date: write the day, the month's name and the year")
    one, two, year = numbers
    readings = []
    for day, month in ((one, two), (two, one)):
        if 1 <= month <= 12:
            try:
                readings.append(day_part(year, month, day))
            except DateError:
                continue
    if not readings:
        raise DateError(f"there is no such day as “{raw}”: write the day, the month's name and the year")
    if readings[0] != readings[-1]:
        choices = " or ".join(f"{part.words} ({part.edtf})" for part in readings)
        raise DateError(f"“{raw}” can be read in two ways: write {choices}")
    return readings[0].first.toordinal()


def _unknown(word: str) -> str:
    shown = "".join(char if char.isprintable() else "�" for char in word)
    shown = shown if len(shown) <= 30 else shown[:30] + "…"
    close = get_close_matches(fold(word[:30]), [fold(name) for name in (*MONTHS, *SEASONS)], 1, 0.75)
    if close:
        name = close[0] if close[0] in SEASONS else close[0].capitalize()
        return f"“{shown}” is no word of a date: did you mean {name}?"
    return f"“{shown}” is no word of a date: write {FORMS}"
