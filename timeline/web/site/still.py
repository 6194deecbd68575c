"""A layout of Dash as HTML that stands before Dash does: the same parts at the same places, so that nothing moves.

    still(layout, {"panel": panel_html})

Links and buttons answer already, by the page's own scripts; controls wait for Dash, so they are `inert`: what somebody
set in them would be lost. Parts that Dash goes on with (`assets/site/takeover.js`) carry their id in `data-first`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from dash.development.base_component import Component
from markupsafe import Markup, escape

Props = Mapping[str, Any]
Filled = Mapping[str, str]

_VOID = {"br", "hr", "img", "input"}
_NAMES = {"className": "class", "class_name": "class", "htmlFor": "for", "html_for": "for"}
_SAID = ("id", "title", "role", "type", "style", "open", *_NAMES)


class StillError(TypeError):
    """A component of which it is not known how it looks; the text says where to write it down."""


def still(part: Any, filled: Filled) -> Markup:
    """The HTML of a part of a layout; what is hidden is left out.

    Args:
        part: a component, a text, a number, a list of them, or None
        filled: by id the HTML inside a part, from one of our templates; else it is what the layout says

    Raises `StillError` for a component that is not known here.
    """
    if part is None:
        return Markup()
    if isinstance(part, (list, tuple)):
        return Markup().join(still(one, filled) for one in part)
    if not isinstance(part, Component):
        return escape(part)
    props = part.to_plotly_json()["props"]
    if props.get("hidden"):
        return Markup()
    if part._namespace == "dash_html_components":
        return _html(part._type.lower(), props, filled)
    if part._type not in _WRITERS:
        raise StillError(
            f"How {part._type} looks before Dash stands is not known: see _WRITERS in {__name__}"
        )
    return _WRITERS[part._type](props, filled)


def _html(name: str, props: Props, filled: Filled) -> Markup:
    given, children = _given(props), props.get("children")
    if "data-menu" in given and isinstance(children, list):
        # A menu is closed until Dash knows its choices.
        given["inert"], children = True, children[:1]
    inside = filled.get(props.get("id", ""))
    return _tag(name, given, still(children, filled) if inside is None else Markup(inside))


def _fragment(props: Props, filled: Filled) -> Markup:
    given = {
        "id": props["id"],
        "class": f"fragment {props['kind']}".strip(),
        "role": props["region"],
        "aria-label": props["label"],
        "data-first": props["id"],
    }
    return _tag("div", given, Markup(filled.get(props["id"], "")))


def _drawing(props: Props, filled: Filled) -> Markup:
    given = {"style": {"height": "100%"}} | _given(props, "id", "className", "style")
    return _tag("div", given | {"data-first": props["id"]})


def _label(props: Props, filled: Filled) -> Markup:
    return _tag("label", _classed(_given(props), "form-label"), still(props.get("children"), filled))


def _input(props: Props, filled: Filled) -> Markup:
    given = _given(props, *_SAID, "placeholder", "value", "autocomplete")
    return _tag("input", _classed(given, *_sized(props, "form-control")) | {"inert": True})


def _select(props: Props, filled: Filled) -> Markup:
    told = {"value": "", "label": props.get("placeholder"), "disabled": True, "hidden": True}
    inside = Markup().join(
        _tag(
            "option",
            {**one, "label": "", "selected": one["value"] == props.get("value")},
            escape(one["label"]),
        )
        for one in ([told] if told["label"] else []) + props["options"]
    )
    return _tag("select", _classed(_given(props), *_sized(props, "form-select")) | {"inert": True}, inside)


def _switch(props: Props, filled: Filled) -> Markup:
    box = {"type": "checkbox", "class": "form-check-input", "id": props["id"], "inert": True}
    label = {"for": props["id"], "class": "mb-0 form-check-label form-label"}
    inside = _tag("input", box) + _tag("label", label, still(props.get("label"), filled))
    return _tag("div", {"class": "form-check form-switch"}, inside)


_WRITERS: dict[str, Callable[[Props, Filled], Markup]] = {
    "Fragment": _fragment,
    "Timeline": _drawing,
    "Store": lambda props, filled: Markup(),
    "Label": _label,
    "Input": _input,
    "Select": _select,
    "Switch": _switch,
}


def _given(props: Props, *names: str) -> dict[str, Any]:
    """What a component is given, by the names of HTML."""
    return {
        _NAMES.get(name, name): value
        for name, value in props.items()
        if name in (names or _SAID) or name.startswith(("data-", "aria-"))
    }


def _classed(given: Props, *classes: str) -> dict[str, Any]:
    return dict(given) | {"class": " ".join(filter(None, [given.get("class"), *classes]))}


def _sized(props: Props, name: str) -> tuple[str, ...]:
    return (name, f"{name}-{props['size']}") if props.get("size") else (name,)


def _tag(name: str, given: Props, inside: Markup | None = None) -> Markup:
    """An element; an attribute that is True stands alone, one without a value is left out."""
    said = [
        Markup(" {}").format(key) if value is True else Markup(' {}="{}"').format(key, _text(value))
        for key, value in given.items()
        if value or (value == "" and key.startswith(("data-", "value")))
    ]
    end = "" if name in _VOID else f"</{name}>"
    return Markup(f"<{name}") + Markup().join(said) + Markup(">") + (inside or Markup()) + Markup(end)


def _text(value: Any) -> str:
    """An attribute's value; a style is a mapping."""
    return ";".join(f"{key}:{said}" for key, said in value.items()) if isinstance(value, dict) else str(value)
