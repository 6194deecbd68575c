"""Tables that a spreadsheet opens.

A cell that it would take for a formula is marked with an apostrophe on the way out, and read back without it.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

_BYTE_ORDER_MARK = "\ufeff"
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


def csv_text(rows: Iterable[Sequence[str]]) -> str:
    """Rows as CSV for a spreadsheet; a cell that would be taken for a formula has an apostrophe before it."""
    out = io.StringIO()
    out.write(_BYTE_ORDER_MARK)
    writer = csv.writer(out, lineterminator="\r\n")
    for row in rows:
        writer.writerow([plain_text(cell) for cell in row])
    return out.getvalue()
