"""Tokens that belong together made one: AD 33, first quarter, 1934–35, winter 1934–35, Georgian postpositions."""

from __future__ import annotations

from timeline.dates.spans import DateError
from timeline.dates.tokens import Token

_DECADES = ("year", "hundred", "decade")
_JOINS = ("to", "to/at", "and", "or")
_WINTER = ("season", 3)
_OPENED = ("season", "early", "start", "mid", "late", "end", "half", "ordinal", "quarter")
_OPENING = ("circa", "uncertain", "before", "before/to", "by", "by/to", "after", "since")


def merged(tokens: list[Token]) -> list[Token]:
    """Return the tokens with all that takes two of them made one: AD 33, first quarter, 1934–35, winter 1934–35."""
    found: list[Token] = []
    for index, token in enumerate(tokens):
        before = found[-1] if found else Token("")
        after = tokens[index + 1] if index + 1 < len(tokens) else Token("")
        if token.kind == "ad":
            if before.kind == "number" and after.kind != "number":
                found[-1] = before._replace(kind="year")
            elif before.kind == "year" or after.kind in ("number", "year"):
                continue
            else:
                raise DateError(f"“{token.raw}” stands beside a year: write AD 33")
        elif token.kind == "number" and before.kind != "ad" and index and tokens[index - 1].kind == "ad":
            found.append(token._replace(kind="year"))
        elif token.kind == "number" and before.kind == "quarter" and not before.number:
            found[-1] = before._replace(number=token.number)
        elif token.kind == "quarter" and before.kind in ("ordinal", "number"):
            found[-1] = token._replace(number=before.number)
        elif token.kind == "decade word" and before.kind in _DECADES and before.number % 10 == 0:
            found[-1] = before._replace(kind="decade")
        elif before.kind == "decade word" and (token.kind in ("pair", "decade word") or after.kind in _JOINS):
            found[-1] = token  # "années 1930" is a decade, "années 1930-1934" are years
        elif before.kind == "decade word" and token.kind in _DECADES and token.number % 10 == 0:
            found[-1] = token._replace(kind="decade")
        elif (
            token.kind != "to/at"
            or after.kind not in _OPENED
            or (before.kind and before.kind not in _OPENING)
        ):
            found.append(token)  # else the "à" of "à la fin de 1934", which joins nothing
    for token in found:
        if token.kind == "hundred":
            years = f"{token.number}–{token.number + 9}, {token.number}–{token.number + 99}"
            raise DateError(
                f"“{token.raw}” can be ten years or a hundred: write {years}, or {token.raw} (decade)"
            )
    return _with_years_of_winter(_georgian_order(found))


def _georgian_order(tokens: list[Token]) -> list[Token]:
    """Return the tokens with postpositions in front, and "from X-დან to Y-მდე" as "X to Y"."""
    kinds = [token.kind for token in tokens]
    if kinds and (kinds[-1] == "between" or tokens[-1].raw == "შემდეგ"):
        return [tokens[-1], *tokens[:-1]]
    if "suffix since" in kinds and "suffix before" in kinds and "to" not in kinds:
        since, before = kinds.index("suffix since"), kinds.index("suffix before")
        if since < before:
            return [*tokens[:since], Token("to"), *tokens[since + 1 : before], *tokens[before + 1 :]]
    return tokens


def _with_years_of_winter(tokens: list[Token]) -> list[Token]:
    """Return the tokens with two years beside "winter" made one, and every other pair taken apart."""
    found: list[Token] = []
    rest = tokens
    while rest:
        token = rest[0]
        length = 1 if token.kind == "pair" else 3 if _are_two_years(rest[:3]) else 0
        if length and _WINTER in [each[:2] for each in (*found[-1:], *rest[length : length + 1])]:
            year = int(token.raw[:4]) if length == 1 else token.number
            if rest[length - 1].number not in (year + 1, (year + 1) % 100):
                raise DateError(
                    f"a winter has two years, one after the other: write winter {year}–{year + 1}"
                )
            found.append(Token("winter year", year, token.raw))
            rest = rest[length:]
        else:
            found += _pair(token) if token.kind == "pair" else [token]
            rest = rest[1:]
    return found


def _are_two_years(tokens: list[Token]) -> bool:
    kinds = [token.kind for token in tokens]
    return kinds in (["year", "to", "year"], ["year", "or", "year"], ["year", "to", "number"])


def _pair(token: Token) -> list[Token]:
    year, sign, number = int(token.raw[:4]), token.raw[4], token.number
    if sign == "-" and 1 <= number <= 12:
        return [Token("year and month", year * 100 + number, token.raw)]
    if sign == "-" and 21 <= number <= 24:
        return [Token("season", number - 21, token.raw), Token("year", year, token.raw)]
    last = year - year % 100 + number
    if last <= year and sign == "-":
        raise DateError(
            f"there is no month {number}: write a month from 01 to 12, or the last year with four digits"
        )
    if last <= year or sign == "/":
        years = f"{year}–{last}" if last > year else "both years with four digits"
        raise DateError(f"write {years} instead of “{token.raw}”")
    return [Token("year", year, token.raw), Token("to", raw=sign), Token("year", last, token.raw)]
