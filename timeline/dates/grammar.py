"""Tokens to a date: which of two dates a range, and what each part says.

A *piece* is what stands on one side of a range, or the whole text: qualifiers in front, then one of `_SHAPES`,
then "?" or "circa". A piece of a range may leave out what the other piece says ("1–13 March 1938").
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from timeline.dates import spans as parts
from timeline.dates.historical_date import HistoricalDate, Join, Limit, join, place
from timeline.dates.merging import merged
from timeline.dates.spans import DateError, Part
from timeline.dates.tokens import FORMS, Token

_LIMITS = {
    "before": Limit.BEFORE, "before/to": Limit.BEFORE, "by": Limit.BY, "by/to": Limit.BY,
    "after": Limit.AFTER, "since": Limit.SINCE, "suffix before": Limit.BEFORE, "suffix since": Limit.SINCE,
}  # fmt: skip
_STEPS = {"early": (0, 3), "start": (0, 3), "mid": (1, 3), "late": (2, 3), "end": (2, 3)}
_FLAGS = ("circa", "uncertain", "both")
_QUALIFIERS = {*_LIMITS, *_STEPS, *_FLAGS, "half"}
# What a piece consists of, in any order that people use: d day, m month, y year, s season, q quarter, t decade,
# D a whole day, M a year and month, w a year of winter. Those in the last line are good only beside a piece that
# has the rest.
_SHAPES = {
    "dmy", "mdy", "ydm", "ymd", "my", "ym", "y", "sy", "ys", "sw", "ws", "qy", "yq", "t", "D", "M",
    "dm", "md", "d", "m", "s", "q", "dy",
}  # fmt: skip
_LETTERS = {
    "number": "d", "month": "m", "year": "y", "season": "s", "quarter": "q", "decade": "t", "day": "D",
    "year and month": "M", "winter year": "w",
}  # fmt: skip
_REFUSED = {
    "bc": "this timeline begins with the year 1: leave the date empty and name the year BC in the summary",
    "relative": "a date cannot hang on another day or on today: write the day itself, such as 1 December 1934",
    "century": "a century is too wide to place: write its years, such as 1901–2000",
    "weekday": "leave out the weekday",
}


def read_tokens(tokens: list[Token], text: str) -> HistoricalDate:
    """Return the date that the tokens of a text make; raise DateError with the hint."""
    for token in tokens:
        if token.kind in _REFUSED:
            raise DateError(_REFUSED[token.kind])
    return _read(merged(tokens), text)


def _read(tokens: list[Token], text: str) -> HistoricalDate:
    flags = 0
    while flags < len(tokens) and tokens[flags].kind in _FLAGS:
        flags += 1
    both, tokens = tokens[:flags], tokens[flags:]
    kinds = [token.kind for token in tokens]
    between = "between" in kinds[:1]
    if between:
        tokens, kinds = tokens[1:], kinds[1:]
    strong = [at for at in range(len(kinds)) if _joins(kinds, at)]
    weak = [at for at, kind in enumerate(kinds) if kind in ("and", "or")]
    if between and len(strong) == 1 and weak and weak < strong:  # "between A and B – C"
        return _joined(
            [*both, Token("between"), *tokens[: strong[0]]], tokens[strong[0] + 1 :], Join.RANGE, text
        )
    if len(strong) > 1 or (len(weak) > 1 and not strong) or (between and weak and strong):
        raise DateError(f"more than two dates: write one date or one range, such as {FORMS}")
    if not strong and not weak:
        if between:
            raise DateError("“between” needs two dates: write between March 1935 and June 1935")
        return _Piece.of([*both, *tokens]).placed(text)
    at = (strong or weak)[0]
    how = Join.BETWEEN if between else Join.OR if not strong and kinds[at] == "or" else Join.RANGE
    begin = 1 if how is Join.RANGE and kinds[0] == "since" else 0
    # A doubt in front ("possibly 1932–1934") is about both dates; circa belongs to the next one, except in "between".
    shared = (
        both if between else [token._replace(kind="uncertain") for token in both if token.kind != "circa"]
    )
    return _joined([*both, *tokens[begin:at]], [*shared, *tokens[at + 1 :]], how, text)


def _joins(kinds: list[str], at: int) -> bool:
    """Whether the token at that place joins two dates, rather than opening one ("bis 1934")."""
    if kinds[at] in ("by/to", "before/to", "to/at"):
        return kinds[at - 1] not in ("to", "and", "or") and not set(kinds[:at]) <= _QUALIFIERS
    return kinds[at] == "to"


def _joined(left: list[Token], right: list[Token], how: Join, text: str) -> HistoricalDate:
    if not left or not right:
        raise DateError("one side of the range is missing: write since 1934 or until 1934 for an open range")
    if any(token.kind in ("and", "or", "between") for token in (*left, *right)):
        return join(_read(left, text), _read(right, text), how, text)
    first, last = _Piece.of(left), _Piece.of(right)
    last.lengthen(first)
    first.fill(last)
    last.fill(first)
    return join(first.placed(text), last.placed(text), how, text)


@dataclass
class _Piece:
    """What one side of a range says; `fields` maps the letters of `_SHAPES` to numbers."""

    limit: Limit = Limit.WITHIN
    approximate: bool = False
    uncertain: bool = False
    step: tuple[int, int] | None = None
    fields: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, tokens: list[Token]) -> _Piece:
        piece = cls()
        # A Georgian ending says "before" or "since" of the whole, wherever the word stands; sorting is stable.
        tokens = sorted(tokens, key=lambda token: not token.kind.startswith("suffix"))
        said: list[str] = []
        while tokens and tokens[0].kind in _QUALIFIERS:
            piece._qualify(tokens.pop(0), said)
        while tokens and tokens[-1].kind in (
            *_FLAGS,
            *_STEPS,
            "half",
        ):  # "1935 წლის ბოლოს" has its end at the end
            piece._qualify(tokens.pop(), said)
        if piece.limit is Limit.BEFORE and "end" in said:
            piece.limit, piece.step = Limit.BY, None
        elif piece.limit is Limit.AFTER and "start" in said:
            piece.limit, piece.step = Limit.SINCE, None
        shape = "".join(_LETTERS.get(token.kind, "-") for token in tokens)
        if shape not in _SHAPES:
            raise DateError(_shapeless(tokens, shape))
        piece.fields = {letter: token.number for letter, token in zip(shape, tokens, strict=True)}
        return piece

    def _qualify(self, token: Token, said: list[str]) -> None:
        if token.kind in _FLAGS:
            self.approximate |= token.kind != "uncertain"
            self.uncertain |= token.kind != "circa"
        elif token.kind in _LIMITS:
            if self.limit not in (Limit.WITHIN, _LIMITS[token.kind]):  # "from 1938 onwards" says it twice
                raise DateError(
                    f"“{token.raw}” is one word too many: write only one of before, by, after, since"
                )
            self.limit = _LIMITS[token.kind]
        else:
            if self.step:
                raise DateError(f"“{token.raw}” is one word too many: write only one of early, mid, late")
            self.step = (token.number - 1, 2) if token.kind == "half" else _STEPS[token.kind]
        said.append(token.kind)

    def lengthen(self, first: _Piece) -> None:
        """Take a lone number for a year if the range began with a year: 1934–35."""
        if set(self.fields) == {"d"} and set(first.fields) == {"y"}:
            year, number = first.fields["y"], self.fields["d"]
            if year > 999 and year % 100 < number < 100:
                self.fields = {"y": year - year % 100 + number}

    def fill(self, other: _Piece) -> None:
        """Take over the month and year that this piece leaves to the other one."""
        if set(self.fields) & set("DMtw"):
            return
        theirs = other.fields
        if set(theirs) == {"y"}:  # "March to 1936" does not say of which year
            return
        if "d" in self.fields and "m" not in self.fields and "m" in theirs:
            self.fields["m"] = theirs["m"]
        year = theirs.get("y", theirs.get("w"))
        if "y" not in self.fields and year is not None:
            self.fields["y"] = year

    def part(self) -> Part:
        """Return the span that the piece names; raise DateError if something is missing or impossible."""
        it = self.fields
        if "D" in it:
            day = date.fromordinal(it["D"])
            found = parts.day_part(day.year, day.month, day.day)
        elif "M" in it:
            found = parts.month_part(it["M"] // 100, it["M"] % 100)
        elif "t" in it:
            found = parts.decade_part(it["t"])
        elif "w" in it:
            found = parts.winter_part(it["w"])
        elif "y" not in it:
            raise DateError(_yearless(it))
        elif "d" in it and "m" in it:
            found = parts.day_part(it["y"], it["m"], it["d"])
        elif "d" in it:
            raise DateError(f"the month is missing: write {it['d']} and the month's name before {it['y']}")
        elif "m" in it:
            found = parts.month_part(it["y"], it["m"])
        elif "s" in it:
            found = parts.season_part(it["y"], it["s"])
        elif "q" in it:
            found = parts.quarter_part(it["y"], it["q"])
        else:
            found = parts.year_part(it["y"])
        return parts.sub_part(found, *self.step) if self.step else found

    def placed(self, text: str) -> HistoricalDate:
        """Return the date that the piece says."""
        return place(self.part(), text, self.limit, approximate=self.approximate, uncertain=self.uncertain)


def _yearless(fields: dict[str, int]) -> str:
    day, month = fields.get("d"), fields.get("m")
    if day is not None and (day > 31 or month is None):
        return (
            f"write the year with four digits, such as 1934 instead of 34 (or AD {day} if that is the year)"
        )
    if month is not None:
        name = f"{day} {parts.MONTHS[month - 1]}" if day else parts.MONTHS[month - 1]
        return f"the year is missing: write {name} and the year with four digits, such as {name} 1934"
    return "the year is missing: write it with four digits, such as spring 1936"


def _shapeless(tokens: list[Token], shape: str) -> str:
    if not tokens:
        return f"the date itself is missing: write {FORMS}"
    if sorted(shape) in (["d", "d", "m"], ["d", "s"], ["d", "q"]):
        raws = " ".join(token.raw for token in tokens)
        return f"write the year with four digits, not “{raws}”; a year below 100 is written AD 33"
    return f"this is more than one date, or none: write {FORMS}"
