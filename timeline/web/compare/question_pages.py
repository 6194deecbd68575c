"""Pages and files of the open questions that need no script: the grid to print, ladders as SVG, tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from flask import Flask, Response, abort, render_template, request
from markupsafe import Markup

from timeline.dataset import Dataset
from timeline.dataset.spreadsheet import csv_text
from timeline.query.witnesses import is_hearsay
from timeline.sources.agreement import agreement
from timeline.sources.contested import Contested, contest_of
from timeline.sources.ladder import ladder
from timeline.sources.questions import Issue
from timeline.sources.silences import SilenceKind
from timeline.sources.transmission import answering
from timeline.web.compare.ladder import ladder_picture, ladder_rows
from timeline.web.compare.matrix import SILENCE_SYMBOLS
from timeline.web.compare.questions import Group, asked_of, groups_of
from timeline.web.links import compare as compare_links
from timeline.web.links.compare import View
from timeline.web.shared.blind import VOICE, SourceNames, names_of
from timeline.web.shared.svg import answer
from timeline.web.shared.whence import WIDE, whence

_NOTHING = SILENCE_SYMBOLS[SilenceKind.NOT_MENTIONED]  # of a voice that has a column, and gives no answer
MOST_COLUMNS = 12  # of a sheet
_LONGEST = 160  # letters of what stands in a cell of the sheet
NO_QUESTION = "This file is made from one question. Open a question on the compare screen first."


def add_pages(server: Flask, dataset: Dataset) -> None:
    """Put these pages on the server."""

    def asked() -> View:
        return compare_links.read(request.query_string.decode("utf-8", "replace"), dataset).view

    def question() -> Contested:
        view = asked()
        if not view.selection.question:
            abort(404, NO_QUESTION)
        return contest_of(dataset, view.selection.question)

    @server.get("/compare/questions")
    def grid() -> str:
        view = asked()
        columns = _columns(dataset, view, MOST_COLUMNS)
        blind = names_of(dataset, view, columns)
        groups = groups_of(dataset, view, asked_of(dataset, view))
        return render_template(
            "compare/grid.html",
            view=view,
            heads=[blind.name(column) for column in blind.order],
            rows=Markup("").join(_rows(dataset, groups, blind)),
            signs=SILENCE_SYMBOLS,
            left_out=len(_columns(dataset, view)) - len(columns),
        )

    @server.get("/compare/questions.csv")
    def grid_csv() -> Response:
        view = asked()
        columns = _columns(dataset, view)
        blind = names_of(dataset, view, columns)
        head = (
            "question_id",
            "question",
            "how contested",
            "who speaks",
            *(blind.name(it) for it in blind.order),
        )
        rows = [
            (
                found.issue.question_id,
                found.issue.question,
                group.name,
                "" if blind.hidden else str(found.speaking),
                *(said or silence for said, silence in _cells(dataset, found.issue, blind)),
            )
            for group in groups_of(dataset, view, asked_of(dataset, view))
            for found in group.found
        ]
        return answer(csv_text([head, *rows]), "questions.csv")

    @server.get("/compare/ladder.svg")
    def ladder_svg() -> Response:
        issue = question().issue
        picture = ladder_picture(ladder(dataset, issue))
        return answer(picture.file(issue.question, dataset.title), "ladder.svg")

    @server.get("/compare/ladder.csv")
    def ladder_csv() -> Response:
        return answer(csv_text(ladder_rows(ladder(dataset, question().issue))), "ladder.csv")

    @server.get("/compare/whence.svg")
    def answering_svg() -> Response:
        issue = question().issue
        picture = whence(dataset, answering(dataset, issue), WIDE, "")
        return answer(picture.file(issue.question, dataset.title), "whence.svg")


def _columns(dataset: Dataset, view: View, most: int = 0) -> Sequence[str]:
    """The sources asked for, else all documents, or those that answer `most`: a sheet has room for no more."""
    if view.selection.sources:
        return view.selection.sources[: most or None]
    found = agreement(dataset)
    answered = dict(zip(found.documents, found.answered, strict=True))
    kept = sorted(answered, key=lambda document: -answered[document])[: most or None]
    return [document for document in found.documents if document in kept]


def _rows(dataset: Dataset, groups: Sequence[Group], blind: SourceNames) -> Iterator[Markup]:
    """The rows of the grid, each group under its heading; a thousand questions have twenty thousand cells."""
    heading = Markup('<tr><th colspan="{}" scope="rowgroup"><strong>{}</strong> {}</th></tr>')
    cell = Markup("<td>{}</td>").format
    silent = {
        sign: Markup('<td><span class="muted">{}<span class="visually-hidden"> {}</span></span></td>').format(
            sign, kind
        )
        for kind, sign in SILENCE_SYMBOLS.items()
    }
    for group in groups:
        yield heading.format(len(blind.order) + 1, group.name, group.count)
        for found in group.found:
            cells = (
                cell(_shortened(said)) if said else silent[sign]
                for said, sign in _cells(dataset, found.issue, blind)
            )
            yield Markup('<tr><th scope="row">{}</th>{}</tr>\n').format(
                _shortened(found.issue.question), Markup("").join(cells)
            )


def _cells(dataset: Dataset, issue: Issue, blind: SourceNames) -> Iterator[tuple[str, str]]:
    """What stands in each column: its positions with the voices that take them, or "" and the sign of its silence."""
    silent = {mute.source_id: SILENCE_SYMBOLS[mute.kind] for mute in issue.silent}
    for column in blind.order:
        said = []
        for position in issue.positions:
            within = [one for one in position.answers if _speaks_in(dataset, one.source_id, column)]
            if not within:
                continue
            voices = [
                VOICE if blind.hidden else ("▫ " if is_hearsay(dataset, one.source_id) else "") + one.speaker
                for one in within
                if one.source_id != column
            ]
            own = len(voices) < len(within)
            named = ", ".join(dict.fromkeys(voices))
            said.append(position.position + (f" ({'and ' if own else ''}{named})" if named else ""))
        yield "; ".join(said), silent.get(column, _NOTHING)


def _shortened(said: str) -> str:
    return said if len(said) <= _LONGEST else said[: _LONGEST - 1].rstrip() + "…"


def _speaks_in(dataset: Dataset, source: str, column: str) -> bool:
    """Whether a source is the column's, or a voice inside it."""
    while source != column and source:
        source = dataset.source(source)["quoted_in"]
    return source == column
