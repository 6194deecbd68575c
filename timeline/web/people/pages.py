"""Pages and files about people that need no script: the printed dossier of one person, tables, BibTeX."""

from __future__ import annotations

from flask import Flask, Response, abort, make_response, render_template

from timeline.dataset import Dataset
from timeline.exports.person import cited, person_csv
from timeline.people.answers import answer
from timeline.people.mentions import Mention
from timeline.people.roles import kind_of
from timeline.query.selection import Selection
from timeline.web.links import addresses
from timeline.web.links.compare import View
from timeline.web.people.person import PersonPages
from timeline.web.site import server as web_server


def add_filters(server: Flask) -> None:
    """Give the templates the filters for numbers, kinds of part, and where an account or a question is shown."""
    server.add_template_filter(counted, "counted")
    server.add_template_filter(kind_of, "kind_of")
    server.add_template_filter(_mention_address, "mention_address")
    server.add_template_filter(_comparison, "event_comparison")
    server.add_template_filter(lambda people: addresses.view(Selection(people=people)), "people_timeline")


def add_pages(server: Flask, dataset: Dataset) -> None:
    """Put these pages on the server."""
    pages = PersonPages(dataset)

    @server.get("/people/<person_id>/dossier")
    def dossier(person_id: str) -> Response:
        missing = pages.missing(person_id)
        if missing:
            return make_response(web_server.not_here(missing.why, missing.near), 404)
        sheet = pages.dossier_html(person_id)
        return make_response(
            render_template(
                "people/person_sheet.html", heading=pages.name(person_id), sheet=sheet, person_id=person_id
            )
        )

    @server.get("/people/<person_id>/tellings.csv")
    def person_tellings(person_id: str) -> Response:
        _known(person_id)
        return _file(person_csv(dataset, person_id), f"{person_id}.csv", "text/csv")

    @server.get("/people/<person_id>/cited.bib")
    def person_bibtex(person_id: str) -> Response:
        _known(person_id)
        entries = (citation.bibtex for _, citation in cited(dataset, answer(dataset, person_id)))
        return _file("\n".join(entries), f"{person_id}.bib", "application/x-bibtex")

    def _known(person_id: str) -> None:
        missing = pages.missing(person_id)
        if missing:
            abort(404, missing.why)


def _file(text: str, name: str, mimetype: str) -> Response:
    answered = Response(text, mimetype=mimetype)
    answered.headers["Content-Disposition"] = f"attachment; filename={name}"
    return answered


def _mention_address(mention: Mention) -> str:
    """The event of an account on the timeline, as its source tells it."""
    return addresses.view(Selection(perspective=mention.account.source_id, event=mention.event_id))


def _comparison(opened: dict[str, str]) -> str:
    """The comparison of one event or question."""
    return addresses.compare(View(Selection(**opened)))  # type: ignore[arg-type]


def counted(number: int, word: str) -> str:
    """The number with its noun: "1 event", "2 events"."""
    return f"{number:,} {word if number == 1 else word + 's'}"
