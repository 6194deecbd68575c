"""Attributes that Python cannot spell as keywords, and data inside a page."""

from __future__ import annotations

import json
from typing import Any

from markupsafe import Markup


def attributes(**named: str) -> dict[str, Any]:
    """`aria_label="x"` and `data_y="z"` as the keywords `aria-label` and `data-y` of a Dash html component."""
    return {name.replace("_", "-"): value for name, value in named.items()}


def json_in_html(value: Any) -> Markup:
    """JSON for a `<script type="application/json">`: whatever texts are in it, none can end the element around it."""
    return Markup(json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c"))
