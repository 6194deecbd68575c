"""Works behind the record as links to their page, for every template that shows a record."""

from __future__ import annotations

from collections.abc import Iterable

from flask import Flask
from markupsafe import Markup, escape

from timeline.dataset import Dataset
from timeline.dataset.brackets import pieces
from timeline.dataset.works import Citation, note_parts
from timeline.exports.citations.citations import short_name
from timeline.sources.authorities import authorities
from timeline.web.links import addresses


def add_filters(server: Flask, dataset: Dataset) -> None:
    """Give the templates these filters: `works` and `works_text` of a cell, `note_with_works`, `whose` of a name."""

    def works(cell: str) -> Markup:
        found = authorities(dataset, cell)
        return _links(dataset, found) if found else escape(cell)

    def note_with_works(note: str) -> Markup:
        parts = (
            escape(part)
            if isinstance(part, str)
            else Markup(" <span class='works'>({})</span>").format(_links(dataset, part))
            for part in note_parts(note)
        )
        return Markup("").join(parts)

    server.add_template_filter(works)
    server.add_template_filter(note_with_works)
    server.add_template_filter(lambda cell: works_text(dataset, cell), "works_text")
    server.add_template_filter(whose)


def works_text(dataset: Dataset, cell: str) -> str:
    """The works that a cell names, as plain text for tables and sheets."""
    found = authorities(dataset, cell)
    return "; ".join(_named(dataset, work) for work in found) if found else cell


def whose(text: str) -> Markup:
    """A name or date with what is ours in it set apart, for the eye and for those who hear the page."""
    ours = Markup('<i class="ours"><span class="visually-hidden">our words: </span>{}</i>')
    return Markup("").join(
        ours.format(piece.text) if piece.ours else escape(piece.text) for piece in pieces(text)
    )


def _links(dataset: Dataset, found: Iterable[Citation]) -> Markup:
    link = Markup('<a class="work" href="{}">{}</a>')
    return Markup("; ").join(
        link.format(addresses.work(work.reference_id), _named(dataset, work)) for work in found
    )


def _named(dataset: Dataset, work: Citation) -> str:
    return ", ".join(filter(None, (short_name(dataset, work.reference_id), work.place)))
