"""The first HTML of the timeline screen: the screen as Dash lays it out, with its words, and what the drawing draws.

A browser with scripts draws at once, before Dash is loaded, and Dash takes over what stands. Without scripts there is
the list.
"""

from __future__ import annotations

from dash.development.base_component import Component
from flask import render_template

from timeline.drawing.drawing import Drawing
from timeline.web.site.markup import json_in_html
from timeline.web.site.still import still
from timeline.web.timeline import ids
from timeline.web.timeline.drawn import props
from timeline.web.timeline.telling import TimelinePages


def first_html(layout: Component, drawing: Drawing, pages: TimelinePages, query: str) -> str:
    """The HTML for a link's query string.

    Args:
        layout: the screen's layout, whose drawing has the properties that no filter changes
        drawing: draws the dataset
        pages: writes its words
        query: as it stands in the link, with or without its "?"
    """
    reading = pages.read(query)
    asked = reading.selection
    words = {
        ids.RESULT: pages.result(asked),
        ids.ASKED: pages.asked_html(reading),
        ids.PANEL: pages.panel_html(reading),
        ids.LIST: pages.list_page(asked, 1),
    }
    fixed = layout[ids.DRAWING].to_plotly_json()["props"]
    return render_template(
        "timeline/first.html",
        screen=still(layout, words),
        drawing=json_in_html(fixed | props(drawing, asked)),
    )
