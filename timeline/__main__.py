"""python -m timeline check [folder]: print what is wrong with a data folder.

Exit status: 0 without errors (warnings may be printed), 1 with errors, 2 if no timeline can be made of the
folder.
"""

from __future__ import annotations

import argparse
import io
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from timeline import __version__
from timeline.dataset import Dataset, Problem, UnusableFolder
from timeline.dataset.problems import printable
from timeline.loading import load
from timeline.tours.notes import problems_of_notes


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line, by default the one of this process, and return the exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m timeline", description="Work with a folder of timeline tables."
    )
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(required=True, metavar="command")
    checker = commands.add_parser("check", help="print what is wrong with a data folder")
    checker.add_argument("folder", nargs="?", type=Path, default=Path("data"), help="default: %(default)s")
    return check_folder(parser.parse_args(arguments).folder)


def check_folder(folder: Path) -> int:
    """Print each problem on a line of its own, then one line with the counts; return the exit status."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(
            errors="backslashreplace"
        )  # a console may know fewer letters than the tables have
    try:
        dataset = load(folder)
    except UnusableFolder as unusable:
        _print_problems(folder, unusable.problems)
        print(f"no timeline can be made of {printable(str(folder))}; {_counted(unusable.problems)}")
        return 2
    problems = (*dataset.problems, *problems_of_notes(dataset))
    _print_problems(folder, problems)
    print(f"{_contents(dataset)}; {_counted(problems)}")
    return 1 if any(problem.severity == "error" for problem in problems) else 0


def _print_problems(folder: Path, problems: tuple[Problem, ...]) -> None:
    for problem in problems:
        path = printable((folder / problem.file).as_posix()) if problem.file else ""
        print(replace(problem, file=path))


def _contents(dataset: Dataset) -> str:
    counts = {
        "event": len(dataset.events),
        "person": len(dataset.people),
        "source": len(dataset.sources),
        "account": len(dataset.accounts),
        "question": len(dataset.questions),
        "answer": len(dataset.answers),
        "tour": dataset.tours["tour_id"].nunique(),
    }
    return ", ".join(_number(count, what) for what, count in counts.items() if count)


def _counted(problems: tuple[Problem, ...]) -> str:
    counts = Counter(problem.severity for problem in problems)
    return f"{_number(counts['error'], 'error')}, {_number(counts['warning'], 'warning')}"


def _number(count: int, what: str) -> str:
    several = "people" if what == "person" else f"{what}s"
    return f"{count:,} {what if count == 1 else several}"


if __name__ == "__main__":
    sys.exit(main())
