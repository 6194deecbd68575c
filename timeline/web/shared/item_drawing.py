"""The drawing on the page of one item, a person or a source: the address in, what is drawn out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State

from timeline.web.site.ids import ADDRESS, URL

Draw = Callable[[str, str], Mapping[str, Any] | None]


def fill_drawing(app: Dash, drawing: str, drawn: str, stage: str, draw: Draw) -> None:
    """Let the address fill a drawing, by the one road that leads into it (assets/drawing/feed.js).

    Args:
        app: gets the callbacks
        drawing: the id of the `Timeline`
        drawn: the id of the store of what is drawn
        stage: the id of the part around the drawing, hidden where there is nothing to draw
        draw: takes the item (the end of the path) and the query string, gives properties of the drawing by name; None
            if there is nothing to draw
    """

    @app.callback(
        Output(drawn, "data"), Output(stage, "hidden"), Input(URL, "pathname"), Input(ADDRESS, "data")
    )
    def fill(path: str, query: str | None) -> tuple[Mapping[str, Any] | None, bool]:
        found = draw(path.rpartition("/")[2], query or "")
        return found, found is None

    app.clientside_callback(ClientsideFunction("drawing", "fill"), Input(drawn, "data"), State(drawing, "id"))
