"""Spelling folded away, so that Enukidze, Jenukidse, Енукидзе and ენუქიძე find Yenukidze.

Two strengths. `plain` removes case, accents, apostrophes and script, and keeps the letters as they are typed,
so that it can be matched letter by letter while somebody is typing. `key` goes on from a plain word to a
rough sound: what English, German, French and the library romanisations write differently for the same Russian
or Georgian letter becomes the same.

To add a script, add its letters to `LETTERS`; to add a habit of spelling, add a row to `HABITS` and a case
to the tests.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Letters, and what each becomes in Latin ones; "-" is nothing.
_CYRILLIC = (
    "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґ",
    "a b v g d e e zh z i y k l m n o p r s t u f kh ts ch sh shch - y - e yu ya i yi ye g",
)
_GEORGIAN = (
    "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
    "a b g d e v z t i k l m n o p zh r s t u p k gh q sh ch ts dz ts ch kh j h",
)
_OTHERS = ("łøđæœ\u0131þð", "l o d ae oe i th d")
_SILENT = ("'`\u2018\u2019\u02bc\u02b9\u02ba\u00b4", "- - - - - - - -")
LETTERS = {
    ord(letter): latin.strip("-")
    for letters, row in (_CYRILLIC, _GEORGIAN, _OTHERS, _SILENT)
    for letter, latin in zip(letters, row.split(), strict=True)
}

_POSSESSIVE = re.compile("['\u2019]s\\b")
_WORD = re.compile(r"[^\W_]+")

# In order: a later row sees what an earlier one has made. Capitals stand for one sound that takes several
# letters.
HABITS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"^j(?=[ae])", "y"),  # Jagoda, Jenukidse
        (r"ij$", "i"),  # Trotskij
        (r"[iyj]e", "e"),  # Zinoviev, Zinovyev, Nikolajew
        (r"(?<=[bcdfghklmnprstvwz])j(?=[au])", "i"),  # Tschernjawski
        (r"schtsch|shch|szcz", "S"),
        (r"dsch|dzh|dj", "J"),  # Ordschonikidse, Ordzhonikidze
        (r"tsch|tch", "C"),
        (r"sch|sh|sz", "S"),
        (r"ch|cz", "C"),
        (r"zh|j", "J"),  # Yezhov, Ejov, Orjonikidze
        (r"kh", "h"),  # Bukharin, Buharin
        (r"gh", "g"),
        (r"ph", "f"),
        (r"ck|q", "k"),
        (r"tz|c(?=[eiy])", "ts"),  # Trotzki
        (r"ds", "dz"),
        (r"c", "k"),
        (r"w", "v"),
        (r"x", "ks"),
        (r"y", "i"),
        (r"(.)\1+", r"\1"),
        (r"(?<=[aeio])f$", "v"),  # Kiroff
    )
)


def plain(text: str) -> str:
    """Fold case, accents and apostrophes of `text`, and write Cyrillic and Georgian letters as Latin ones."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    text = _POSSESSIVE.sub("", text.casefold()).translate(LETTERS)
    if text.isascii():
        return text
    apart = unicodedata.normalize("NFKD", text)
    bare = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return bare.translate(LETTERS)  # those that were hidden under an accent


def words(text: str) -> list[str]:
    """The words of `text` as `plain` writes them, in their order, with repetitions."""
    return _WORD.findall(plain(text))


@lru_cache(maxsize=4096)
def key(word: str) -> str:
    """Give the rough sound of one plain word, the same for the spellings that several languages use."""
    if len(set(word)) == 1:
        return word  # one letter, however often, is no spelling of another name
    for pattern, sound in HABITS:
        word = pattern.sub(sound, word)
    return word
