"""Sheets for a class, as pages that are printed by the browser: the chart, its key, the poster, the cards."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from flask import Flask, render_template, request

from timeline.dataset import Dataset
from timeline.drawing.drawing import Drawing
from timeline.exports.citations.citations import cite
from timeline.exports.handouts.cards import SourceCard, cards
from timeline.exports.handouts.chart import MOST_COLUMNS, chart
from timeline.exports.handouts.poster import poster
from timeline.query.filters import mask
from timeline.query.links import Dropped
from timeline.query.selection import Selection
from timeline.query.suggestions import nearest
from timeline.sources.voices import nested
from timeline.tours.tours import THESE, Tour, tour_named, tour_of, tours_of
from timeline.web.links import addresses
from timeline.web.links import handouts as handout_links
from timeline.web.links.compare import View
from timeline.web.links.handouts import PAPERS, Handout, Paper
from timeline.web.shared.blind import SourceNames, names_of
from timeline.web.shared.conditions import conditions
from timeline.web.site import server
from timeline.web.timeline.telling import TimelinePages

SHEETS = {
    "chart": "Corroboration chart",
    "key": "Teacher’s key",
    "cards": "Source cards",
    "poster": "Wall poster",
}
_PAPERS = {"poster": ("a3", "a4", "tabloid", "letter")}
_USUAL_PAPERS = ("a4", "letter")
_LONGEST_HEAD = 90  # letters of a name that stand in the margin of every page

Answer = str | tuple[str, int]


@dataclass(frozen=True)
class Sheet:
    """One handout that is asked for: of which tour, how, on which paper."""

    kind: str
    tour: Tour
    handout: Handout
    paper: Paper
    dropped: tuple[Dropped, ...]

    @property
    def head(self) -> str:
        """What stands at the top of every page."""
        name = self.tour.name
        return (
            f"{SHEETS[self.kind]} · {name if len(name) <= _LONGEST_HEAD else name[: _LONGEST_HEAD - 1] + '…'}"
        )


def add_pages(flask: Flask, dataset: Dataset) -> None:
    """Put the handouts on the server, each at /present/<tour>/<kind>."""
    drawing, pages = Drawing(dataset), TimelinePages(dataset)
    makers: Mapping[str, Callable[[Sheet], dict[str, Any]]] = {
        "chart": lambda sheet: _chart(dataset, sheet),
        "key": lambda sheet: _chart(dataset, sheet),
        "cards": lambda sheet: _cards(dataset, sheet),
        "poster": lambda sheet: _poster(dataset, drawing, pages, sheet),
    }

    @flask.get("/present/<tour_id>/<any(chart, key, cards, poster):kind>")
    def handout(tour_id: str, kind: str) -> Answer:
        papers = _PAPERS.get(kind, _USUAL_PAPERS)
        asked = handout_links.read(request.query_string.decode("utf-8", "replace"), dataset, papers)
        try:
            tour = (
                tour_of(dataset, asked.handout.selection)
                if tour_id == THESE
                else tour_named(dataset, tour_id)
            )
        except KeyError:
            return _no_tour(dataset, tour_id, kind), 404
        wanted = asked.handout if tour_id == THESE else replace(asked.handout, selection=Selection())
        sheet = Sheet(kind, tour, wanted, PAPERS[wanted.paper or papers[0]], asked.dropped)
        return render_template(
            f"handouts/{kind}.html",
            sheet=sheet,
            sheets=SHEETS,
            papers=[PAPERS[paper] for paper in papers],
            today=f"{date.today().day} {date.today():%B %Y}",
            filtered=conditions(dataset, wanted.selection) if tour_id == THESE else [],
            **makers[kind](sheet),
        )

    flask.add_template_filter(css_text, "css_text")


def css_text(text: str) -> str:
    """A text as a string of a style sheet, in which nothing can end the string or the sheet."""
    letters = (letter if letter.isalnum() or letter == " " else f"\\{ord(letter):x} " for letter in text)
    return f'"{"".join(letters)}"'


def _no_tour(dataset: Dataset, tour_id: str, kind: str) -> str:
    tours = {tour.tour_id: tour.name for tour in tours_of(dataset)}
    meant = [found.id for found in nearest(dataset, "tour", tour_id) if found.id in tours] or list(tours)
    near = tuple((tours[one], addresses.handout(one, kind, Handout())) for one in meant)
    return server.not_here(f"There is no tour '{tour_id[:60]}' here.", near)


def _chart(dataset: Dataset, sheet: Sheet) -> dict[str, Any]:
    return {"chart": chart(dataset, sheet.tour, sheet.handout.columns), "most": MOST_COLUMNS}


def _cards(dataset: Dataset, sheet: Sheet) -> dict[str, Any]:
    found = cards(dataset, sheet.tour)
    told = {card.account.source_id for card in found}
    shown = [row["source_id"] for row in nested(dataset) if row["source_id"] in told]
    blind = names_of(dataset, View(Selection(), blind=sheet.handout.blind), shown)
    return {
        "cards": found,
        "rows": [found[at : at + 2] for at in range(0, len(found), 2)],
        "blind": blind,
        "note": dataset.note if any(card.noted for card in found) else "",
        "whose": _whose(found, blind, dataset) if blind.hidden else [],
    }


def _whose(found: tuple[SourceCard, ...], blind: SourceNames, dataset: Dataset) -> list[dict[str, Any]]:
    """For each label who speaks under it, on which cards, and how the source is cited."""
    return [
        {
            "label": blind.name(source_id),
            "account": next(card.account for card in found if card.account.source_id == source_id),
            "cards": [card.number for card in found if card.account.source_id == source_id],
            "citation": cite(dataset, source_id).chicago,
        }
        for source_id in blind.order
    ]


def _poster(dataset: Dataset, drawing: Drawing, pages: TimelinePages, sheet: Sheet) -> dict[str, Any]:
    numbers: dict[str, list[int]] | None = None
    if sheet.tour.tour_id != THESE:
        numbers = {}
        for step in sheet.tour.steps:
            numbers.setdefault(step.event_id, []).append(step.number)
    asked = sheet.handout.selection
    props = poster(dataset, drawing, asked, numbers)
    left = int(mask(dataset, asked).sum()) if numbers is None else len(numbers)
    return {
        "props": props | {"label": sheet.tour.name},
        "filtered_events": pages.result(asked) if numbers is None else "",
        "further": left - len(set(props["events"].get("id", ()))),
        "cited": [cite(dataset, source_id).chicago for source_id in dataset.documents],
        "wide": (sheet.paper.height, sheet.paper.width),
    }
