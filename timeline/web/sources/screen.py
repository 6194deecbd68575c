"""The screens of the sources: all of them at /sources, each one from first to last at /sources/<id>."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from dash import ClientsideFunction, Dash, Input, dcc, html

from timeline.dataset import Dataset
from timeline.drawing.component import Timeline
from timeline.drawing.drawing import Drawing, fixed_props
from timeline.query.suggestions import nearest
from timeline.sources.profiles import profiles
from timeline.web.links import addresses
from timeline.web.links import sources as source_links
from timeline.web.links.paths import SOURCES
from timeline.web.shared.item_drawing import fill_drawing
from timeline.web.site.fragment import Fragment
from timeline.web.site.shell import Missing, Screen
from timeline.web.sources import ids
from timeline.web.sources.telling import SourcePages


def make_screens(dataset: Dataset) -> list[Screen]:
    """The screen of all sources, in the menu if there are any, and that of each one."""
    pages = SourcePages(dataset)
    known = dataset.speakers

    def missing(source_id: str) -> Missing | None:
        if source_id in known:
            return None
        near = tuple(
            (found.name, addresses.source_page(found.id)) for found in nearest(dataset, "source", source_id)
        )
        return Missing(
            "No source has this name. The link may be old or mistyped.", near or (("All sources", SOURCES),)
        )

    return [
        Screen(
            path=SOURCES,
            name="Sources" if known else "",
            layout=lambda: html.Div(Fragment(ids.ALL), className="sources"),
            register=lambda app: None,
            first_html=lambda item, query: pages.first_all(),
            title=lambda _item, _query: "Sources",
        ),
        Screen(
            path=SOURCES + "/",
            name="",
            layout=lambda: layout(dataset),
            register=lambda app: register(app, dataset),
            first_html=pages.first_html,
            title=lambda item, _query: known.get(item, ""),
            missing=missing,
        ),
    ]


def layout(dataset: Dataset) -> html.Div:
    """The parts of one source's page; their words come from the first HTML."""
    return html.Div(
        className="sources",
        children=[
            dcc.Store(id=ids.DRAWN),
            html.Div(id=ids.SAID, className="page-said visually-hidden", role="status"),
            Fragment(ids.TOP),
            html.Div(
                Timeline(
                    id=ids.DRAWING,
                    **fixed_props(dataset),
                    wheel="ctrl",
                    label="What this source tells, at its own dates",
                ),
                id=ids.STAGE,
                className="source-drawing",
            ),
            Fragment(ids.BODY),
        ],
    )


def register(app: Dash, dataset: Dataset) -> None:
    """The callbacks: the address in, the drawing out; an event pressed in it is shown in the telling."""
    drawing = Drawing(dataset)
    telling = {source for source, profile in profiles(dataset).items() if profile.all}

    def draw(source_id: str, query: str) -> dict[str, Any] | None:
        if source_id not in telling:
            return None
        asked = source_links.read(query, dataset).view.selection
        shown_as = replace(asked, perspective=source_id, beside="", lanes="none")
        shown, extra, rest = drawing.answer(shown_as)
        found = {"edition": drawing.edition(shown_as), "shown": shown, "extra": extra, "rest": rest}
        return found | drawing.base(shown_as)

    fill_drawing(app, ids.DRAWING, ids.DRAWN, ids.STAGE, draw)
    app.clientside_callback(
        ClientsideFunction("sources", "showEvent"),
        Input(ids.DRAWING, "selected"),
        prevent_initial_call=True,
    )
