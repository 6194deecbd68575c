"""The names of months: English ones at once, those of every other language that dateparser knows from its tables.

dateparser has the months of some two hundred languages, in the cases and abbreviations that people write. A name means
a month only if it can mean no other: Polish and Czech "listopad" is November, Croatian "listopad" October. Where a name
has two meanings the other words of the text decide, if they belong to one of its languages ("1 listopada 1934 roku" is
Polish, with "godine" Croatian); else it is refused with both.

- Of a language little used on the web no abbreviation counts: "Doc 1934" is a slip of the pen, not Luo for September.
- Put back first are the cases that dateparser lacks: all of the Russian and Georgian ones.
- A language's words for "year" and "in" may stand beside the month.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import import_module

from timeline.dates.spans import MONTHS, DateError

LONGEST = 3
"""Words in the longest name that is looked for (Vietnamese "tháng mười hai")."""

_Phrase = tuple[str, ...]

_ENGLISH = {name.lower()[:length]: i for i, name in enumerate(MONTHS, 1) for length in (3, len(name))} | {
    "sept": 9
}
_RUSSIAN = re.compile(
    "(?:(январ|феврал|апрел|июн|июл|сентябр|октябр|ноябр|декабр)(?:ь|я|ю|ем|ём|е)|(март|август)(?:|а|у|ом|е)"
    "|(ма)(?:й|я|ю|ем|е))"
)
_RUSSIAN_STEMS = ("январ", "феврал", "март", "апрел", "ма", "июн", "июл", "август", "сентябр", "октябр",
                  "ноябр", "декабр")  # fmt: skip
_GEORGIAN = re.compile(
    "(იანვ|თებერვ|მარტ|აპრილ|მაის|ივნის|ივლის|აგვისტო|სექტემბ|ოქტომბ|ნოემბ|დეკემბ)(?:[აე]?[რლ])?"
    "(?:|ი|ს|ის|სა|ისა|ში|ი?თ|ა?(მდე)|ი?(დან))"
)
_GEORGIAN_STEMS = ("იანვ", "თებერვ", "მარტ", "აპრილ", "მაის", "ივნის", "ივლის", "აგვისტო", "სექტემბ", "ოქტომბ",
                   "ნოემბ", "დეკემბ")  # fmt: skip

# Beside what dateparser calls `year` and `pertain`. What it calls `skip` is no guide: beside "in" it has "about".
_BESIDE = {
    "cs": ("v", "ve"), "hr": ("godine",), "it": ("il", "nel", "nell", "di", "dell"), "pl": ("w", "we", "roku"),
    "pt": ("em",), "uk": ("у",),
}  # fmt: skip
# Where months are numbers ("12月", "tháng 12") the day and the year carry words too.
_MARKS = {"ja": ("年", "日"), "zh": ("年", "日", "号"), "ko": ("년", "일"), "vi": ("ngay", "nam")}
_MUCH_USED = 40  # of dateparser's languages, which stand in the order of their use on the web
_ABBREVIATION = 3  # letters
_PIECE = re.compile(r"[0-9]+|[^\W\d_][^\s\d\x00-\x40\[-`{-\x7f]*")


@dataclass(frozen=True)
class _Tables:
    """What dateparser knows: `months` maps a name to its months and each to its languages; words to languages."""

    months: Mapping[_Phrase, Mapping[int, frozenset[str]]]
    fillers: Mapping[str, frozenset[str]]
    words: Mapping[str, frozenset[str]]
    much_used: frozenset[str]


@lru_cache(maxsize=4096)
def fold(word: str) -> str:
    """Return a word in lower case without accents: "Été" and "ete" are one."""
    return "".join(
        char for char in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(char)
    )


@lru_cache(maxsize=4096)
def month_number(word: str) -> int | None:
    """Return the month (1 to 12) that a word in lower case names by itself in any language; None if none or several."""
    if word in _ENGLISH:
        return _ENGLISH[word]
    if match := _RUSSIAN.fullmatch(word):
        return _RUSSIAN_STEMS.index(match[1] or match[2] or match[3]) + 1
    if match := _GEORGIAN.fullmatch(word):
        return _GEORGIAN_STEMS.index(match[1]) + 1
    found = _tables().months.get((fold(word),), {})
    return next(iter(found)) if len(found) == 1 else None


def georgian_suffix(word: str) -> str:
    """Return "before" or "since" if a Georgian month carries such an ending ("ივნისამდე", "მარტიდან"), else ""."""
    match = _GEORGIAN.fullmatch(word)
    return "" if match is None else "before" if match[2] else "since" if match[3] else ""


def month_at(words: Sequence[str], index: int) -> tuple[int, int] | None:
    """Return the month that the folded words of a text name at `index`, and how many words it takes.

    None if they name none there; raises DateError if they name several and nothing says which.
    """
    months = _tables().months
    for length in range(min(LONGEST, len(words) - index), 0, -1):
        found = months.get(tuple(words[index : index + length]))
        if not found:
            continue
        languages = _languages(words)
        meant = [month for month, spoken in found.items() if spoken & languages] or list(found)
        if len(meant) > 1:
            name = " ".join(words[index : index + length])
            either = " or ".join(MONTHS[month - 1] for month in sorted(meant))
            raise DateError(f"“{name}” is another month in another language: write {either}, in English")
        return meant[0], length
    return None


def is_filler(words: Sequence[str], index: int) -> bool:
    """Whether the word is "year" or "in" in a language that these folded words can be."""
    return not _languages(words).isdisjoint(_tables().fillers.get(words[index], ()))


def _languages(words: Sequence[str]) -> frozenset[str]:
    """The languages of the months that a text names, fewer with each word that only some of them know."""
    tables = _tables()
    named = [
        spoken
        for start in range(len(words))
        for end in range(start + 1, start + 1 + LONGEST)
        for spoken in tables.months.get(tuple(words[start:end]), {}).values()
    ]
    languages: frozenset[str] = frozenset().union(*named) or tables.much_used
    for word in words:
        languages = languages & tables.words.get(word, frozenset()) or languages
    return languages


@cache
def _tables() -> _Tables:
    # Imported when first needed: 0.2 s and some megabytes, which a folder with English and ISO dates never pays.
    from dateparser.data.languages_info import language_order

    months: dict[_Phrase, dict[int, frozenset[str]]] = {}
    fillers: dict[str, frozenset[str]] = {}
    words: dict[str, frozenset[str]] = {}

    def add(table: dict[str, frozenset[str]], word: str, language: str) -> None:
        if not word.isdigit():
            table[word] = table.get(word, frozenset()) | {language}

    for place, language in enumerate(language_order):
        info = import_module(f"dateparser.data.date_translation_data.{language}").info
        for month, english in enumerate(MONTHS, 1):
            for phrase in _phrases(info.get(english.lower(), ())):
                if _counts(phrase, place):
                    named = months.setdefault(phrase, {})
                    named[month] = named.get(month, frozenset()) | {language}
                    for word in phrase:
                        add(words, word, language)
        beside = [*info.get("year", ()), *info.get("pertain", ())]
        beside += [*_BESIDE.get(language, ()), *_MARKS.get(language, ())]
        for phrase in _phrases(beside):
            if len(phrase) == 1:
                add(fillers, phrase[0], language)
        for phrase in _phrases([*beside, *info.get("skip", ()), *info.get("in", ())]):
            for word in phrase:
                add(words, word, language)
    return _Tables(months, fillers, words, frozenset(language_order[:_MUCH_USED]))


def _phrases(texts: Sequence[str]) -> Iterator[_Phrase]:
    """Each text as the folded words and numbers that it consists of."""
    for text in texts:
        plain = "".join(char for char in text if unicodedata.category(char) != "Cf")
        if phrase := tuple(fold(piece) for piece in _PIECE.findall(plain)):
            yield phrase


def _counts(phrase: _Phrase, place: int) -> bool:
    """Whether a name is long enough to be meant."""
    if len(phrase) > LONGEST or len("".join(phrase)) < 2:
        return False
    return place < _MUCH_USED or len(phrase) > 1 or len(phrase[0]) > _ABBREVIATION or not phrase[0].isascii()
