"""Works behind the record as links to their page, and whose words a name is, for every template that shows them."""

from __future__ import annotations

from collections.abc import Iterable

from flask import Flask
from markupsafe import Markup, escape

from timeline.dataset import Dataset
from timeline.dataset.brackets import is_ours, pieces
from timeline.dataset.works import CitedWork, note_parts, note_text
from timeline.exports.citations.citations import named, works_named
from timeline.sources.authorities import authorities
from timeline.web.links import addresses


def add_filters(server: Flask, dataset: Dataset) -> None:
    """Give the templates filters for works, for the note with or without them, for whose words, and the test `ours`."""

    def works(cell: str) -> Markup:
        found = authorities(dataset, cell)
        return _links(dataset, found) if found else escape(cell)

    def note_with_works(note: str) -> Markup:
        among_text = Markup(' <span class="works">({})</span>')
        return Markup("").join(
            escape(part) if isinstance(part, str) else among_text.format(_links(dataset, part))
            for part in note_parts(note)
        )

    server.add_template_filter(works)
    server.add_template_filter(note_with_works)
    server.add_template_filter(lambda cell: works_named(dataset, cell), "works_text")
    server.add_template_filter(note_text)
    server.add_template_filter(whose)
    server.add_template_test(is_ours, "ours")


def whose(text: str) -> Markup:
    """A name or date with what is ours in it set apart, for the eye and for those who hear the page."""
    ours = Markup('<i class="ours"><span class="visually-hidden">our words: </span>{}</i>')
    written = (
        Markup(piece.text) if not piece.ours else ours.format(Markup(piece.text))
        for piece in pieces(escape(text))
    )
    return Markup("").join(written)


def _links(dataset: Dataset, found: Iterable[CitedWork]) -> Markup:
    link = Markup('<a class="work" href="{}">{}</a>')
    return Markup("; ").join(
        link.format(addresses.work(work.reference_id), named(dataset, work)) for work in found
    )
