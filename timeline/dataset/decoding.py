"""Bytes of a spreadsheet program's export -> text, and under which encoding it was read."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# In Windows-1251 as in Windows-1252 nearly all bytes from C0 on are letters; A8 and B8 are the Russian yo.
_WORD = re.compile(rb"[A-Za-z\xa8\xb8\xc0-\xff]{2,}")
_HIGH = re.compile(rb"[\xa8\xb8\xc0-\xff]")
_LATIN = re.compile(rb"[A-Za-z]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text without a byte order mark; `assumed` names an encoding that nothing in the file tells."""

    text: str
    assumed: str | None = None


def decode(content: bytes) -> Decoded:
    """Return the text of `content`: Unicode by its mark, else UTF-8, else a Windows code page.

    What cannot be decoded becomes U+FFFD, so that the caller can name the line.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return Decoded(content[len(mark) :].decode(encoding, errors="replace"))
    half = _unmarked_utf16(content)
    if half is not None:
        return Decoded(content.decode(half, errors="replace"), assumed="UTF-16")
    text = content.decode("utf-8", errors="replace")
    damaged = text.count(REPLACEMENT) - content.count(REPLACEMENT.encode("utf-8"))
    if damaged == 0 or damaged < sum(letter > "\x7f" for letter in text) - damaged:
        return Decoded(text)  # mostly sound UTF-8: a damaged character is a fault, not another encoding
    if _is_cyrillic(content):
        return Decoded(content.decode("cp1251", errors="replace"), assumed="Windows-1251")
    return Decoded(content.decode("cp1252", errors="replace"), assumed="Windows-1252")


def _unmarked_utf16(content: bytes) -> str | None:
    """Return the UTF-16 encoding if every other byte of the beginning is NUL, as in Latin text."""
    head = content[:1024]
    for first, encoding in ((0, "utf-16-be"), (1, "utf-16-le")):
        nuls = head[first::2]
        if len(nuls) > 4 and nuls.count(0) > 0.7 * len(nuls) and head[1 - first :: 2].count(0) == 0:
            return encoding
    return None


def _is_cyrillic(content: bytes) -> bool:
    """Tell Windows-1251 from Windows-1252 by words.

    Accented letters of Western languages stand among plain ones ("été", "Größe"); Cyrillic words have no
    plain letter. Single letters prove nothing ("à" is the byte of "а"), nor do quotation marks and dashes,
    which both pages share.
    """
    cyrillic = western = 0
    for word in _WORD.findall(content):
        if _HIGH.search(word):
            if _LATIN.search(word):
                western += 1
            else:
                cyrillic += 1
    return cyrillic > western
