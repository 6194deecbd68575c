"""Every address that the pages link to is built here; `timeline.query.links` writes and reads what follows the "?"."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import parse_qsl, quote

from flask import Flask

from timeline.query import links
from timeline.query.selection import Selection
from timeline.web.links import compare as compare_links
from timeline.web.links import find as find_links
from timeline.web.links import handouts as handout_links
from timeline.web.links import paths
from timeline.web.links import people as people_links
from timeline.web.links import present as present_links
from timeline.web.links.compare import View
from timeline.web.links.handouts import Handout
from timeline.web.links.present import Place
from timeline.web.links.sources import View as SourceView


def view(asked: Selection) -> str:
    """The timeline with just this asked for."""
    return _at(paths.TIMELINE, asked.to_query())


def list_page(asked: Selection, page: int) -> str:
    """One page of the plain list of the events asked for; pages count from 1."""
    return _at(paths.LIST, links.written("list", links.values_of(asked) | {"page": page}))


def person(person_id: str) -> str:
    """The timeline of one person."""
    return view(Selection(people=(person_id,)))


def people(asked: people_links.Asked) -> str:
    """Everybody, as far as this is asked for."""
    return _at(paths.PEOPLE, asked.to_query())


def life(person_id: str, beside: str = "") -> str:
    """The page of one person, or of two side by side."""
    query = links.written(people_links.PERSON_SCREEN, {"beside": beside})
    return _at(f"{paths.PEOPLE}/{quote(person_id)}", query)


def dossier(person_id: str) -> str:
    """The page about one person that is made to be printed."""
    return life(person_id) + "/dossier"


def compare_person(*people_ids: str) -> str:
    """The sources side by side on the events of these people."""
    return compare(View(Selection(people=people_ids)))


def source_page(source_id: str, asked: SourceView | None = None) -> str:
    """The page of one source, with just this asked for."""
    return _at(f"{paths.SOURCES}/{source_id}", asked.to_query() if asked else "")


def compare(asked: View) -> str:
    """The compare screen with just this asked for."""
    return _at(paths.COMPARE, asked.to_query())


def compare_event(asked: Selection, event_id: str) -> str:
    """The comparison of one event, from a view of the timeline."""
    return compare(compare_links.of_event(asked, event_id))


def question(question_id: str) -> str:
    """The positions taken on one open question."""
    return compare(View(Selection(question=question_id)))


def work(reference_id: str) -> str:
    """Where a work behind the record stands on the page of works."""
    return f"/works#{reference_id}"


def find(asked: find_links.Asked) -> str:
    """What is found by name, as far as this is asked for."""
    return _at(paths.FIND, asked.to_query())


def compare_file(asked: View, name: str) -> str:
    """A page or file that is made of a comparison: "table.csv", "worksheet", "key", "sources.bib"."""
    return _at(f"{paths.COMPARE}/{name}", asked.to_query())


def tour(tour_id: str, asked: Selection) -> str:
    """The presentation of a tour, or of the events that a filter leaves."""
    return _at(f"{paths.PRESENT}/{tour_id}", asked.to_query())


def handout(tour_id: str, kind: str, asked: Handout, blind: str | None = None) -> str:
    """A sheet of a tour: "chart", "key", "cards" or "poster"; `blind` orders the texts anew, "" shows the names.

    The paper is not carried on: what is usual for one kind of sheet is not there for another.
    """
    wanted = replace(asked, paper="", blind=asked.blind if blind is None else blind)
    return _at(f"{paths.PRESENT}/{tour_id}/{kind}", wanted.to_query())


def sheet(tour_id: str, kind: str, asked: Selection) -> str:
    """A sheet as it usually is, of a tour or of the events that a filter leaves."""
    return handout(tour_id, kind, handout_links.of_filter(asked))


def query_pairs(asked: Selection) -> list[tuple[str, str]]:
    """What a view asks for as the hidden fields of a form."""
    return parse_qsl(asked.to_query())


def present(path: str, place: Place | None = None, blind: int | None = None, rest: str = "") -> str:
    """A card of the lesson at `path`; `rest` is the query of the filter that makes a tour of its own."""
    seed = links.written(present_links.SCREEN, {"blind": blind or None})
    parts = (place.to_query() if place else "", seed, rest)
    return _at(path, "&".join(part for part in parts if part))


def add_filters(server: Flask) -> None:
    """Give the templates these addresses as filters."""
    server.add_template_filter(view, "address")
    server.add_template_filter(list_page, "list_address")
    server.add_template_filter(person, "person_address")
    server.add_template_filter(people, "people_address")
    server.add_template_filter(life, "life_address")
    server.add_template_filter(dossier, "dossier_address")
    server.add_template_filter(compare_person, "compare_person_address")
    server.add_template_filter(source_page, "source_address")
    server.add_template_filter(compare, "compare_address")
    server.add_template_filter(compare_event, "compare_event_address")
    server.add_template_filter(question, "question_address")
    server.add_template_filter(lambda words: find(find_links.Asked(words)), "find_address")
    server.add_template_filter(compare_file, "compare_file_address")
    server.add_template_filter(tour, "present_address")
    server.add_template_filter(handout, "handout_address")
    server.add_template_filter(sheet, "sheet_address")
    server.add_template_filter(query_pairs, "query_pairs")


def _at(path: str, query: str) -> str:
    return f"{path}?{query}" if query else path
