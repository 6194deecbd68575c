"""Every source as scholars cite it: Chicago (bibliography), MLA, APA, and BibTeX.

    print(cite(dataset, "radek-1937", "The Moscow Trials, para. 3").chicago)

A voice is cited through the source in which we read it, and a place belongs to the outermost one:

    Radek, Karl. “Final plea.” Court record, January 1937. Quoted in Andrew Rothstein, A History of the U.S.S.R.
    (Penguin Books, 1950), quoted in ProleWiki contributors, “Moscow Trials,” ProleWiki, n.d., The Moscow Trials, ...

Nothing is added that the tables do not hold: no place of printing, no day on which a page was read. Titles keep their
capitals, because a program does not know which of them are names.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from timeline.dataset import Dataset, kept_for_dataset
from timeline.dataset.works import CitedWork
from timeline.exports.citations.authors import Author, authors_of, listed
from timeline.exports.citations.bibtex import entry
from timeline.exports.citations.citation_dates import CitedDate, Style
from timeline.query.folding import words
from timeline.sources.authorities import authorities

_BOOKS = frozenset(
    ["biography", "book", "books", "diaries", "diary", "edition", "memoir", "memoirs", "monograph", "novel"]
)
_PAGES = frozenset(["encyclopaedia", "encyclopedia", "site", "web", "website", "wiki"])


@dataclass(frozen=True, slots=True)
class Citation:
    """One source in three styles, as plain text, and as a BibTeX entry.

    `italic` is the piece of the texts that is set in italics: a book's title, or the name of the site or journal
    in which a shorter text stands; "" if there is neither.
    """

    chicago: str
    mla: str
    apa: str
    bibtex: str
    italic: str

    @property
    def forms(self) -> tuple[tuple[str, str], ...]:
        """Every style by its name, for a reader to choose from."""
        return (
            ("chicago", self.chicago),
            ("mla", self.mla),
            ("apa", self.apa),
            ("bibtex", self.bibtex),
        )


def cite(dataset: Dataset, source_id: str, locator: str = "") -> Citation:
    """Cite a source, with the place in it if one is given; raise KeyError if there is no such source."""
    chain = [_Work(dataset.source(source_id))]
    while outer := chain[-1].printed_in:
        chain.append(_Work(dataset.source(outer)))
    work, printers = chain[0], chain[1:]
    place = locator.strip().rstrip(".")
    here = "" if printers else place
    quoted = _quoted_in(printers, place, Style.CHICAGO) if printers else place
    return _citation(
        work,
        source_id,
        quoted,
        chicago=_joined(work.chicago(here), _quoted_in(printers, place, Style.CHICAGO)),
        mla=_joined(work.mla(here), _quoted_in(printers, place, Style.MLA)),
        apa=_open_end(_joined(work.apa(here), _quoted_in(printers, place, Style.APA)), chain[-1].url),
    )


def cite_work(dataset: Dataset, reference_id: str, place: str = "") -> Citation:
    """Cite a work of references.csv, with the place in it if one is given; raise KeyError if there is none such."""
    row = dict(_references(dataset)[reference_id])
    row |= {"genre": row["kind"], "url": row["address"], "quoted_in": ""}
    work = _Work(row)
    # Chicago alone names the town where a book was printed.
    printed = f"{row['place']}: {row['publisher']}" if row["place"] and row["publisher"] else row["publisher"]
    in_town = _Work({**row, "publisher": printed or row["place"]})
    return _citation(
        work,
        reference_id,
        place,
        chicago=in_town.chicago(place),
        mla=work.mla(place),
        apa=_open_end(work.apa(place), work.url),
    )


@kept_for_dataset
def _references(dataset: Dataset) -> Mapping[str, Mapping[str, Any]]:
    """The works by their ids."""
    rows = dataset.references.to_dict("records")
    return {row["reference_id"]: {str(name): cell for name, cell in row.items()} for row in rows}


def _citation(work: _Work, key: str, note: str, *, chicago: str, mla: str, apa: str) -> Citation:
    return Citation(
        chicago=chicago,
        mla=mla,
        apa=apa,
        bibtex=entry(
            key,
            work.kind,
            authors=work.authors,
            title=work.title,
            container=work.publisher,
            when=work.date.when,
            date=work.date.year,
            url=work.url,
            note=note,
        ),
        italic=work.title if work.kind == "book" else _capital(work.container),
    )


def works_named(dataset: Dataset, cell: str) -> str:
    """The works that a cell names with their places, in words; the cell itself where there is no table of works."""
    found = authorities(dataset, cell)
    return "; ".join(named(dataset, work) for work in found) if found else cell


def named(dataset: Dataset, work: CitedWork) -> str:
    """A work and the place in it: "Lenoe 2010, ch. 5"."""
    return ", ".join(filter(None, (short_name(dataset, work.reference_id), work.place)))


def short_name(dataset: Dataset, reference_id: str) -> str:
    """A work as a record names it: "Getty and Naumov 1999"; the first part of its title where it has no author."""
    return _short_names(dataset)[reference_id]


@kept_for_dataset
def _short_names(dataset: Dataset) -> dict[str, str]:
    """The short name of every work: a page names dozens."""
    found = {}
    for row in dataset.references.to_dict("records"):
        authors = [author.surname for author in authors_of(row["author"])]
        who = f"{authors[0]} and others" if len(authors) > 3 else listed(authors, "and")
        name = " ".join(filter(None, (who or row["title"].partition(":")[0], row["published"])))
        found[row["reference_id"]] = name
    return found


class _Work:
    """A row of the sources as what is cited.

    `kind` is book, article (in a journal) or text; `container` the publisher or site, "" if that is its author.
    """

    def __init__(self, row: Mapping[str, Any]) -> None:
        genre = set(words(row["genre"]))
        self.kind = "book" if genre & _BOOKS else "text"
        if "article" in genre and not genre & _PAGES:
            self.kind = "article"
        self.title: str = row["title"]
        self.publisher: str = row["publisher"]
        self.printed_in: str = row["quoted_in"]
        self.url: str = row["url"]
        self.unsigned = bool(self.publisher) and row["author"] == self.publisher
        named = [Author(self.publisher)] if self.unsigned else authors_of(row["author"])
        self.authors: list[Author] = named
        self.container = "" if self.unsigned else self.publisher
        self.date = CitedDate(row["published"], year_only=self.kind == "book")

    def chicago(self, place: str) -> str:
        """Author inverted. Title. Publisher, date, place. Address."""
        names = [
            author.inverted if not number else author.natural for number, author in enumerate(self.authors)
        ]
        when = self.date.text(Style.CHICAGO)
        return _joined(
            listed(names, "and"), self._titled(), _capital(_commas(self.container, when, place)), self.url
        )

    def mla(self, place: str) -> str:
        """As Chicago, with "et al.", shortened months and presses; what its publisher wrote begins with the title."""
        names = [
            author.inverted if not number else author.natural for number, author in enumerate(self.authors)
        ]
        who = f"{names[0]}, et al." if len(names) > 2 else listed(names, "and")
        press = self.publisher.replace("University Press", "UP") if self.kind == "book" else self.publisher
        facts = _capital(_commas(press, self.date.text(Style.MLA), place, self.url))
        return _joined("" if self.unsigned else who, self._titled(), facts)

    def apa(self, place: str) -> str:
        """Author with initials. (Date). Title. Publisher, place. Address, which no full stop follows."""
        who = listed([author.initials for author in self.authors], "&")
        when = f"({self.date.text(Style.APA)})"
        head = f"{_stopped(who)} {when}" if who else f"{_stopped(self.title)} {when}"
        if who and not self.container:
            return _joined(head, _commas(self.title, place), self.url)
        return _joined(head, self.title if who else "", _capital(_commas(self.container, place)), self.url)

    def named(self, style: Style) -> str:
        """The work inside a sentence: author, title, publisher, date, and its address last."""
        who = listed([author.natural for author in self.authors], "and")
        when = self.date.text(style)
        if style is Style.APA:
            surnames = listed([author.surname for author in self.authors], "and")
            if not surnames:
                return _commas(f"{self.title} ({when})", self.container)
            return _commas(f"{surnames} ({when})", self.title, self.container)
        if self.kind != "book":
            return f"{_commas(who, _quotation(self.title, ','))} {_commas(self.container, when)}"
        if style is Style.CHICAGO:
            return _commas(who, f"{self.title} ({_commas(self.container, when)})")
        return _commas(who, self.title, self.container, when)

    def _titled(self) -> str:
        return self.title if self.kind == "book" else _quotation(self.title, ".")


def _quoted_in(printers: Sequence[_Work], place: str, style: Style) -> str:
    """Who prints a voice, from the nearest outwards, with the place in the outermost."""
    if not printers:
        return ""
    link = {Style.CHICAGO: "quoted in", Style.MLA: "qtd. in", Style.APA: "as cited in"}[style]
    chain = f", {link} ".join(printer.named(style) for printer in printers)
    return _joined(_capital(_commas(f"{link} {chain}", place)), printers[-1].url)


def _joined(*parts: str) -> str:
    """The parts as sentences."""
    return " ".join(_stopped(part) for part in parts if part)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _open_end(text: str, address: str) -> str:
    """No full stop after an address at the end: APA takes it for a part of the address."""
    return text.removesuffix(".") if address and text.endswith(f"{address}.") else text


def _stopped(text: str) -> str:
    return text if re.search(r"[.?!][”’]*$", text) else f"{text}."


def _commas(*parts: str) -> str:
    return ", ".join(filter(None, parts))


def _quotation(title: str, mark: str) -> str:
    """A title in quotation marks, its own become single, with the full stop or comma inside all of them."""
    inner = re.sub(r'"([^"]*)"', r"“\1”", title).replace("“", "‘")
    closing = "”" if inner.endswith("”") else ""
    inner = inner.removesuffix(closing).replace("”", "’")
    if inner.endswith((".", "?", "!")):
        mark = ""
    return f"“{inner}{mark}{'’' if closing else ''}”"
