"""Cells that a spreadsheet would take for a formula: marked with an apostrophe on the way out, read back without it."""

from __future__ import annotations

# Also in the wide forms that some programs read.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def plain_text(cell: str) -> str:
    """The cell with an apostrophe before it if a spreadsheet would take it for a formula."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell


def marked(cell: str) -> str:
    """As `plain_text`, for a table that is read back: what looks marked already is marked once more."""
    return f"'{cell}" if cell.lstrip("'").startswith(FORMULA) else cell


def unmarked(cell: str) -> str:
    """What was `marked`."""
    return cell[1:] if cell.startswith("'") and cell.lstrip("'").startswith(FORMULA) else cell
