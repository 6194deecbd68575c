"""The others that we are measured beside: installed from npm, and given the same events as they take them."""

from __future__ import annotations

import datetime
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from bench.folders import FIRST_YEAR, LAST_YEAR, THEMES, Event

# Which versions; patches come in by themselves, and the report names what was measured.
PACKAGES = {"vis-timeline": "8.5", "echarts": "6.1"}
_DAY = 86_400_000  # milliseconds


def install(folder: Path) -> tuple[Path, str]:
    """Install the others from npm into a folder, unless they are there; where, and their names and versions."""
    modules = folder / "node_modules"
    if not all(_version(modules, name).startswith(f"{wanted}.") for name, wanted in PACKAGES.items()):
        folder.mkdir(parents=True, exist_ok=True)
        # Together: npm takes away what is not asked for. npm and its Node stand beside Python, or anywhere on PATH.
        wanted = [f"{name}@{version}.x" for name, version in PACKAGES.items()]
        path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
        command = ["npm", "install", "--no-save", "--silent", "--prefix", str(folder), *wanted]
        subprocess.run(command, check=True, env={**os.environ, "PATH": path})
    return modules, ", ".join(f"{name} {_version(modules, name)}" for name in PACKAGES)


def _version(modules: Path, name: str) -> str:
    about = modules / name / "package.json"
    return str(json.loads(about.read_text(encoding="utf-8"))["version"]) if about.exists() else ""


def for_vis(events: list[Event]) -> dict[str, Any]:
    """The same events as vis-timeline takes them: a dot and its title for a day, a bar for a longer time."""
    items = []
    for event in events:
        item: dict[str, Any] = {
            "id": event.id,
            "group": event.theme,
            "content": event.title,
            "start": event.first.isoformat(),
            "type": "point",
            "people": event.people,
        }
        if event.last > event.first:
            item |= {"end": event.last.isoformat(), "type": "range"}
        items.append(item)
    groups = [{"id": theme, "content": name} for theme, (name, _) in THEMES.items()]
    return {"groups": groups, "items": items, "bounds": [f"{FIRST_YEAR}-01-01", f"{LAST_YEAR + 1}-01-01"]}


def for_echarts(events: list[Event]) -> dict[str, Any]:
    """The same events as a custom series takes them, in the order of time: `value` is lane, first and last moment."""
    lanes = {theme: place for place, theme in enumerate(THEMES)}
    items = [
        {
            "value": [lanes[event.theme], _moment(event.first), _moment(event.last)],
            "title": event.title,
            "people": event.people,
        }
        for event in sorted(events, key=lambda event: (event.first, event.last))
    ]
    bounds = [_moment(datetime.date(FIRST_YEAR, 1, 1)), _moment(datetime.date(LAST_YEAR + 1, 1, 1))]
    return {"lanes": [name for name, _ in THEMES.values()], "bounds": bounds, "events": items}


def _moment(day: datetime.date) -> int:
    """The beginning of a day in milliseconds since 1970, in universal time."""
    return (day - datetime.date(1970, 1, 1)).days * _DAY
