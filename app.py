"""Serve one folder of tables as a timeline.

    python app.py --data data --host 127.0.0.1 --port 8050

A WSGI server takes `app:server`, and the folder from the environment variable TIMELINE_DATA.
"""

from __future__ import annotations

import argparse
import logging
import os
import sys
from pathlib import Path

from timeline import __version__
from timeline.dataset import Dataset, UnusableFolder
from timeline.loading import load
from timeline.web import create_app
from timeline.web.site.serving import LAST_PORT, serve

SHIPPED = Path(__file__).resolve().parent / "data"
UNUSABLE = 2  # exit status


def read_arguments(arguments: list[str] | None = None) -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(description="Serve a folder of tables as a timeline.")
    parser.add_argument(
        "--data", type=Path, default=SHIPPED, help="the folder with events.csv (default: the shipped one)"
    )
    parser.add_argument(
        "--host", default="127.0.0.1", help="0.0.0.0 lets a whole room in (default: this machine only)"
    )
    parser.add_argument("--port", type=port, default=8050)
    parser.add_argument("--version", action="version", version=__version__)
    return parser.parse_args(arguments)


def port(text: str) -> int:
    """A port that a browser can be sent to; `argparse` says so where it is none."""
    number = int(text) if text.isascii() and text.isdigit() else 0
    if not 1 <= number <= LAST_PORT:
        raise argparse.ArgumentTypeError(f"'{text}' is no port: write a number from 1 to {LAST_PORT}")
    return number


def load_or_stop(folder: Path) -> Dataset:
    """The folder's dataset; if it has none, say why on standard error and stop with status 2."""
    try:
        dataset = load(folder)
    except UnusableFolder as fault:
        print(*fault.problems, sep="\n", file=sys.stderr)
        raise SystemExit(UNUSABLE) from fault
    for problem in dataset.problems:
        print(problem, file=sys.stderr)
    return dataset


def main() -> None:
    """Serve until interrupted."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    asked = read_arguments()
    serve(create_app(load_or_stop(asked.data)).server, asked.host, asked.port)


if __name__ == "__main__":
    main()
else:
    app = create_app(load_or_stop(Path(os.environ.get("TIMELINE_DATA", SHIPPED))))
    server = app.server
