"""A Dash component that shows a piece of HTML which the server wrote from a template.

Lists and panels are written once, by Jinja with autoescape (text from data is always text), and serve both the first
HTML, readable before any script has run, and every later answer. `assets/site/fragment.js` puts them into the page.
"""

from __future__ import annotations

from dash.development.base_component import Component


class Fragment(Component):
    """A region whose content is `html`, a string from one of our templates, never from data itself."""

    _namespace = "contested_timeline"
    _type = "Fragment"
    _children_props: list[str] = []  # noqa: RUF012 - Dash's base class has it as an instance attribute
    _base_nodes: list[str] = []  # noqa: RUF012

    def __init__(self, id: str, html: str = "", region: str = "", label: str = "", kind: str = "") -> None:
        """Take the part's id, its first content, its ARIA role, its name for those who hear the page, and its class."""
        self._prop_names = ["id", "html", "region", "label", "kind"]
        self.available_properties = self._prop_names
        self._valid_wildcard_attributes: list[str] = []
        self.available_wildcard_properties: list[str] = []
        super().__init__(id=id, html=html, region=region, label=label, kind=kind)  # type: ignore[no-untyped-call]
