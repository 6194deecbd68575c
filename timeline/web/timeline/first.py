"""The first HTML of the timeline screen: the screen as Dash lays it out, with its words, and what the drawing draws.

A browser with scripts draws at once, before Dash is loaded, and Dash takes over what stands. Without scripts there is
the list.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from dash.development.base_component import Component
from flask import render_template
from markupsafe import Markup, escape

from timeline.drawing.drawing import Drawing
from timeline.query.selection import Selection
from timeline.web.site.markup import json_in_html
from timeline.web.site.still import still
from timeline.web.timeline import ids
from timeline.web.timeline.drawn import edition_props, props
from timeline.web.timeline.telling import TimelinePages

_WORDS = (ids.RESULT, ids.ASKED, ids.PANEL, ids.LIST, *ids.NUMBERS)
_CUT = "\0"  # no text of a page has it
_EDITIONS = 4


@dataclass(frozen=True)
class _Edition:
    """An edition, which any selection that leads to it can name."""

    key: str
    asked: Selection = field(compare=False)


class FirstPage:
    """Writes the first HTML of one dataset's timeline. What no filter changes is written once."""

    def __init__(self, layout: Component, drawing: Drawing, pages: TimelinePages) -> None:
        """Take the screen's layout, in which the drawing has the properties that no filter changes."""
        self._drawing, self._pages = drawing, pages
        self._screen = still(layout, {name: _CUT + name + _CUT for name in _WORDS}).split(_CUT)
        self._fixed = layout[ids.DRAWING].to_plotly_json()["props"]
        self._edition_json = lru_cache(maxsize=_EDITIONS)(self._write_edition)

    def html(self, query: str) -> str:
        """The HTML for a link's query string, with or without its "?"."""
        reading = self._pages.read(query)
        asked = reading.selection
        words = {
            ids.RESULT: escape(self._pages.result(asked)),
            ids.ASKED: self._pages.asked_html(reading),
            ids.PANEL: self._pages.panel_html(reading),
            ids.LIST: self._pages.list_page(asked, 1),
        }
        chosen = (asked.people, asked.sources, asked.themes)
        words |= {name: str(len(of) or "") for name, of in zip(ids.NUMBERS, chosen, strict=True)}
        return render_template(
            "timeline/first.html",
            screen=Markup().join(Markup(words.get(part, part)) for part in self._screen),
            drawing=self._data(asked),
        )

    def _data(self, asked: Selection) -> Markup:
        """The properties of the drawing as one object in JSON: those of its edition, then what the filter leaves."""
        key = self._drawing.edition(asked)
        left = json_in_html(props(self._drawing, asked, known=key))
        return self._edition_json(_Edition(key, asked))[:-1] + Markup(",") + left[1:]

    def _write_edition(self, edition: _Edition) -> Markup:
        return json_in_html(self._fixed | edition_props(self._drawing, edition.asked))
