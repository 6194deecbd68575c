"""No two parts of the app share an id: Dash would take the one for the other, and readers' scripts too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import dash_bootstrap_components as dbc
import pytest
from dash import html
from dash.development.base_component import Component
from flask.testing import FlaskClient

from tests import odd_folders
from timeline.loading import load
from timeline.web import create_app


def ids_in(part: Any) -> Iterator[str]:
    """The ids of a component and of all that is inside it, also of components that are no children (a label)."""
    if isinstance(part, Component):
        if hasattr(part, "id"):
            yield str(part.id)
        for name in part._prop_names:
            yield from ids_in(getattr(part, name, None))
    elif isinstance(part, (list, tuple)):
        for inner in part:
            yield from ids_in(inner)
    elif isinstance(part, dict):
        yield from ids_in(list(part.values()))


class IdsOfTags(HTMLParser):
    """The ids in a page of HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value or "" for name, value in attrs if name == "id"]


def twice(part: Any) -> set[str]:
    """The ids that more than one part has."""
    return {name for name, times in Counter(ids_in(part)).items() if times > 1}


def test_a_double_id_is_found_wherever_it_hides() -> None:
    inner = html.Span(id="one")
    assert twice(html.Div([html.P(id="one"), html.P([inner])])) == {"one"}
    assert twice(html.Div([html.P(id="one"), dbc.Checklist(options=[{"label": inner, "value": 1}])])) == {
        "one"
    }
    assert twice(html.Div([inner, html.P(id="another")], id="third")) == set()


@pytest.mark.parametrize("folder", ["shipped", "events only"])
def test_no_id_stands_twice(folder: str, shipped: Path, tmp_path: Path) -> None:
    app = create_app(load(shipped if folder == "shipped" else odd_folders.events_only(tmp_path)))
    assert twice(app.validation_layout) == set()
    assert {"url", "drawing", "filter-sources", "sources", "compare-body"} <= set(
        ids_in(app.validation_layout)
    )


def test_every_id_of_a_page_s_first_html_stands_once(client: FlaskClient) -> None:
    for address in (
        "/",
        "/?event=kirov-murder",
        "/compare",
        "/people/kirov",
        "/sources/prolewiki",
        "/present",
    ):
        parser = IdsOfTags()
        parser.feed(client.get(address).text)
        assert len(parser.found) == len(set(parser.found)), address
