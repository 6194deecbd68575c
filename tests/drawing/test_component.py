"""The Python side of the drawing."""

from __future__ import annotations

import pytest
from dash.development.base_component import Component

from timeline.drawing.component import Timeline, start_window


def test_a_component_is_what_dash_serves_and_the_browser_looks_up() -> None:
    drawn = Timeline(id="drawing", selected="", window=[0.0, 10.0], rest=None)
    assert Component.to_plotly_json(drawn) == {
        "namespace": "contested_timeline",
        "type": "Timeline",
        "props": {"id": "drawing", "selected": "", "window": [0.0, 10.0], "rest": None},
    }


def test_every_property_has_its_meaning_written_down() -> None:
    assert Timeline(id="drawing").available_properties == list(Timeline.PROPS)
    assert all(Timeline.PROPS.values())


def test_an_unknown_property_is_refused_by_name() -> None:
    with pytest.raises(TypeError, match="`windwo`"):
        Timeline(windwo=[0, 1])


def test_the_start_window_is_the_widest_the_browser_allows() -> None:
    assert start_window(-13880, -10593) == pytest.approx([-13945.76, -10526.24])
