"""The drawing on the page of one item, a person or a source: the address in, the drawing's properties out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from dash import Dash, Input, Output, no_update

from timeline.web.site import ids

Draw = Callable[[str, str], Mapping[str, Any] | None]


def fill_drawing(app: Dash, drawing: str, stage: str, properties: Sequence[str], draw: Draw) -> None:
    """Let the address fill a drawing.

    Args:
        app: gets the callback
        drawing: the id of the `Timeline`
        stage: the id of the part around it, hidden where there is nothing to draw
        properties: the names of the drawing's properties that `draw` answers with
        draw: takes the item (the end of the path) and the query string; None if there is nothing to draw
    """

    @app.callback(
        *(Output(drawing, name) for name in properties),
        Output(stage, "hidden"),
        Input(ids.URL, "pathname"),
        Input(ids.URL, "search"),
    )
    def fill(path: str, query: str | None) -> tuple[Any, ...]:
        drawn = draw(path.rpartition("/")[2], query or "")
        if drawn is None:
            return (*(no_update for _ in properties), True)
        return (*(drawn[name] for name in properties), False)
