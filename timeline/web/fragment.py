"""A Dash component that shows a piece of HTML which the server wrote from a template.

Lists and panels are written once, by Jinja with autoescape (text from data is always text), and serve both the first
HTML, readable before any script has run, and every later answer. `assets/fragment.js` puts them into the page.
"""

from __future__ import annotations

from typing import Any, ClassVar

from dash.development.base_component import Component


class Fragment(Component):  # type: ignore[misc]  # Dash ships no types for its base class
    """A region whose content is `html`, a string from one of our templates, never from data itself."""

    _namespace = "contested_timeline"
    _type = "Fragment"
    _prop_names: ClassVar[list[str]] = ["id", "html", "region", "label"]
    available_properties = _prop_names
    _children_props: ClassVar[list[str]] = []
    _base_nodes: ClassVar[list[str]] = []
    _valid_wildcard_attributes: ClassVar[list[str]] = []
    available_wildcard_properties: ClassVar[list[str]] = []

    def __init__(self, id: str, html: str = "", region: str = "", label: str = "") -> None:
        """Take the part's id, its first content, its ARIA role and its name for those who hear the page."""
        given: dict[str, Any] = {"id": id, "html": html, "region": region, "label": label}
        self._explicitize_args: list[str] = []
        super().__init__(**given)
