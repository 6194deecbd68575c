"""The timeline as a Dash component of our own; `assets/drawing/*.js` draws it.

Written by hand: Dash finds the React side at `window.contested_timeline.Timeline`
(`assets/drawing/component.js`), so that there is no build step and nothing to install.
"""

from typing import Any, ClassVar

from dash.development.base_component import Component

#: Part of the axis left free beyond its first and last day, as drawn when nothing is zoomed.
MARGIN = 0.02

_PROPS = {
    "id": "id of the component, for callbacks",
    "className": "CSS classes of the outermost element",
    "style": "inline style of the outermost element",
    "label": "accessible name of the drawing",
    "events": "columns of the drawn set, see timeline/drawing/drawing.py",
    "edition": "changes when `events` or `lanes` change",
    "shown": "indices into `events` that the filter leaves; None for all",
    "extra": "the same columns: further matching events that `events` does not hold; or None",
    "rest": "how many matching events are in neither: {start: day, step: days, counts: [[n, ...] per lane], "
    "told: [n, ...], disputed: [n, ...]}; the last two of the events of which it holds no entry",
    "lanes": "[{id, name, color, note, teller}]; a teller's id is a source's, and its events are told by it",
    "bounds": "[first, last] day number of the axis",
    "window": "[start, end] day numbers seen; written back when a movement has settled",
    "selected": "event_id of the open event or ''; written back when a chip is pressed or Escape",
    "emphasis": "'hide' or 'ghost': what happens to events that are not shown",
    "stances": "[{id, name, symbol}]; the column `stance` points here; the first may have a heading for the key",
    "documents": "[{id, name, mirror}] in the order of the characters of the column `contest`; mirror: repeats another",
    "themes": "names; the column `theme` points here",
    "wheel": "'zoom', or 'ctrl' where the page scrolls: then only Ctrl or Cmd with the wheel zooms",
    "goto": "{window: [a, b], n: counter}: move there when n changes",
    "ask": "written: [start, end] that is wanted in more detail",
}


def start_window(first_day: int, last_day: int) -> list[float]:
    """The window that shows everything: the bounds (day numbers, inclusive) with a small margin."""
    length = last_day + 1 - first_day
    return [first_day - MARGIN * length, last_day + 1 + MARGIN * length]


class Timeline(Component):
    """Events in lanes over a calendar axis: zoomed, panned and read by mouse, touch and keyboard.

    Any of the names in `PROPS` may be given as keyword; what is not given keeps the JavaScript default.

    Raises:
        TypeError: for an unknown property; the text names those that exist (from Dash).
    """

    #: Every property and what it means.
    PROPS: ClassVar[dict[str, str]] = _PROPS

    _children_props: list[str] = []  # noqa: RUF012  (declared as an instance's in the base class)
    _base_nodes: list[str] = []  # noqa: RUF012
    _namespace = "contested_timeline"
    _type = "Timeline"

    def __init__(self, **props: Any) -> None:
        """Keep the given properties, as Dash's generated components do."""
        self._prop_names = list(_PROPS)
        self._valid_wildcard_attributes: list[str] = []
        self.available_properties = list(_PROPS)
        self.available_wildcard_properties: list[str] = []
        Component.__init__(self, **props)
