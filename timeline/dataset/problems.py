"""What is wrong with a data folder, as data: where, what, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]

LONGEST_SHOWN = 60


def printable(text: str) -> str:
    """Return `text` on one line, with escapes for what a terminal would obey (controls, direction marks)."""
    return "".join(
        letter if letter.isprintable() else letter.encode("unicode_escape").decode("ascii") for letter in text
    )


def shortened(text: str, longest: int = LONGEST_SHOWN) -> str:
    """Return `text` printable, and cut to `longest` characters with an ellipsis if it is longer."""
    return printable(text if len(text) <= longest else text[: longest - 1] + "…")


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault of a data folder.

    `file` is relative to the folder ("" where the folder itself is at fault), `line` counts from 1 and is the
    line on which the row starts, `value` is the author's text, unescaped. `hint` may be empty where the
    message says it all.
    """

    severity: Severity
    file: str
    line: int | None
    column: str | None
    value: str | None
    message: str
    hint: str

    def __str__(self) -> str:
        """Return "file:line: severity: column 'value': message — hint" as one printable line."""
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        what = [shortened(self.column)] if self.column else []
        if self.value is not None:
            what.append(f"'{shortened(self.value)}'")
        parts = [place, self.severity, " ".join(what), printable(self.message)]
        line = ": ".join(part for part in parts if part)
        return f"{line} — {printable(self.hint)}" if self.hint else line


class UnusableFolder(Exception):
    """No timeline can be made of the folder; `problems` says why, and what else was found on the way."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        """Keep `problems`; the text of the exception is one line for each of them."""
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


class Report:
    """Collects the problems of one folder while it is read."""

    def __init__(self) -> None:
        """Start with nothing found."""
        self._problems: list[Problem] = []

    def error(
        self,
        file: str,
        message: str,
        hint: str,
        *,
        line: int | None = None,
        column: str | None = None,
        value: str | None = None,
    ) -> None:
        """Add what keeps a cell, a row or a table out of the timeline."""
        self._problems.append(Problem("error", file, line, column, value, message, hint))

    def warn(
        self,
        file: str,
        message: str,
        hint: str,
        *,
        line: int | None = None,
        column: str | None = None,
        value: str | None = None,
    ) -> None:
        """Add what is used as it is but deserves a look."""
        self._problems.append(Problem("warning", file, line, column, value, message, hint))

    def problems(self, file_order: tuple[str, ...]) -> tuple[Problem, ...]:
        """Return what was found by file in the order given (others first), by line, by time of finding."""
        order = {file: place for place, file in enumerate(file_order)}
        return tuple(sorted(self._problems, key=lambda found: (order.get(found.file, -1), found.line or 0)))
