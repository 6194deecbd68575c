"""What stands before Dash: the same parts as its layout, and nothing that only Dash could answer."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import dash_bootstrap_components as dbc
import pytest
from dash import dcc, html

from tests import odd_folders
from tests.web.site.test_ids import IdsOfTags, ids_in
from timeline.drawing.component import Timeline
from timeline.loading import load
from timeline.web.site.fragment import Fragment
from timeline.web.site.markup import attributes
from timeline.web.site.still import StillError, still
from timeline.web.timeline.screen import layout


@pytest.mark.parametrize(
    ("part", "written"),
    [
        (None, ""),
        ("a < b", "a &lt; b"),
        ([1, html.Br()], "1<br>"),
        (html.Div("x", id="a", className="b c", hidden=True), ""),
        (html.Div("x", id="a", className="b c", n_clicks=1), '<div id="a" class="b c">x</div>'),
        (html.Details([html.Summary("Open")], open=True), "<details open><summary>Open</summary></details>"),
        (
            html.Details([html.Summary("Menu"), html.Div("choices")], **attributes(data_menu="")),
            '<details data-menu="" inert><summary>Menu</summary></details>',
        ),
        (
            html.Button("List", type="button", **attributes(data_toggle_list="", aria_label='the "list"')),
            '<button type="button" data-toggle-list="" aria-label="the &#34;list&#34;">List</button>',
        ),
        (dcc.Store(id="kept"), ""),
        (dbc.Label("Words", html_for="q"), '<label for="q" class="form-label">Words</label>'),
        (
            dbc.Input(id="q", size="sm", value="", type="search", debounce=300),
            '<input id="q" type="search" value="" class="form-control form-control-sm" inert>',
        ),
        (
            dbc.Select(id="s", options=[{"value": "a", "label": "A & B"}], value="a", placeholder="Choose"),
            '<select id="s" class="form-select" inert><option value="" disabled hidden>Choose</option>'
            '<option value="a" selected>A &amp; B</option></select>',
        ),
        (
            dbc.Switch(id="g", label="Ghosts", value=False),
            '<div class="form-check form-switch"><input type="checkbox" class="form-check-input" id="g" inert>'
            '<label for="g" class="mb-0 form-check-label form-label">Ghosts</label></div>',
        ),
        (
            Fragment("panel", region="complementary", label="Event", kind="open"),
            '<div id="panel" class="fragment open" role="complementary" aria-label="Event" data-first="panel">'
            "<p>here</p></div>",
        ),
        (Fragment("other"), '<div id="other" class="fragment" data-first="other"></div>'),
        (
            Timeline(id="drawing", bounds=[0, 1]),
            '<div style="height:100%" id="drawing" data-first="drawing"></div>',
        ),
    ],
)
def test_a_part_is_written_as_it_looks(part: Any, written: str) -> None:
    found = str(still(part, {"panel": "<p>here</p>"}))
    assert sorted(found.replace(">", " ").split()) == sorted(written.replace(">", " ").split())


def test_what_nobody_knows_to_look_like_anything_is_refused() -> None:
    with pytest.raises(StillError, match="How Slider looks"):
        still(html.Div(dcc.Slider(0, 1)), {})


@pytest.mark.parametrize("folder", ["shipped", "events only"])
def test_every_part_of_the_timeline_s_layout_stands_at_its_place(
    folder: str, shipped: Path, tmp_path: Path
) -> None:
    laid_out = layout(load(shipped if folder == "shipped" else odd_folders.events_only(tmp_path)))
    tags = IdsOfTags()
    tags.feed(str(still(laid_out, {})))
    there = [name for name in ids_in(laid_out) if name in tags.found]
    assert tags.found == there
    assert {"result", "asked", "drawing", "panel", "list", "filter-words", "show-lanes"} <= set(there)
