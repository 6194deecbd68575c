"""Attributes that Python cannot spell as keywords."""

from __future__ import annotations

from typing import Any


def attributes(**named: str) -> dict[str, Any]:
    """`aria_label="x"` and `data_y="z"` as the keywords `aria-label` and `data-y` of a Dash html component."""
    return {name.replace("_", "-"): value for name, value in named.items()}
