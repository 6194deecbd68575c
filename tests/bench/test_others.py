"""The others get the same events as our folder, and stand beside two checkouts of ours."""

from __future__ import annotations

import datetime
import json
import math
import subprocess
from pathlib import Path

import pytest

from bench import beside, folders, others, report


def test_all_get_the_same_events() -> None:
    made = folders.events(300)
    items = others.for_vis(made)["items"]
    drawn = others.for_echarts(made)
    assert [item["content"] for item in items] == [event.title for event in made]
    assert sorted(row["title"] for row in drawn["events"]) == sorted(event.title for event in made)
    assert sum(folders.CHOSEN in row["people"] for row in drawn["events"]) == folders.chosen(made)
    lanes = [name for name, _ in folders.THEMES.values()]
    assert drawn["lanes"] == lanes
    spans = sorted((lanes[row["value"][0]], *row["value"][1:]) for row in drawn["events"])
    assert spans == sorted(
        (folders.THEMES[event.theme][0], moment(event.first), moment(event.last)) for event in made
    )


def moment(day: datetime.date) -> int:
    return int(datetime.datetime(day.year, day.month, day.day, tzinfo=datetime.UTC).timestamp() * 1000)


def test_echarts_gets_them_in_the_order_of_time() -> None:
    begins = [event["value"][1] for event in others.for_echarts(folders.events(300))["events"]]
    assert begins == sorted(begins)


def test_packages_are_installed_once_and_all_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[list[str]] = []

    def install(command: list[str], **options: object) -> None:
        asked.append([word for word in command if "@" in word])
        for word in asked[-1]:
            name, _, version = word.partition("@")
            package = tmp_path / "node_modules" / name
            package.mkdir(parents=True, exist_ok=True)
            about = json.dumps({"version": version.replace("x", "7")})
            (package / "package.json").write_text(about, encoding="utf-8")

    monkeypatch.setattr(subprocess, "run", install)
    modules, versions = others.install(tmp_path)
    assert (modules, versions) == (tmp_path / "node_modules", "vis-timeline 8.5.7, echarts 6.1.7")
    others.install(tmp_path)
    (modules / "echarts" / "package.json").write_text('{"version": "5.6.0"}', encoding="utf-8")
    others.install(tmp_path)
    assert asked == [["vis-timeline@8.5.x", "echarts@6.1.x"]] * 2


def test_two_checkouts_beside_echarts() -> None:
    samples: report.Samples = {
        ("drawn", 100, beside.BEFORE): [800.0],
        ("drawn", 100, beside.NOW): [200.0, 100.0, 300.0],
        ("drawn", 100, report.ECHARTS): [400.0],
        ("shift", 100, beside.BEFORE): [0.5],
        ("shift", 100, beside.NOW): [0.0],
        ("shift", 100, report.ECHARTS): [0.0],
        ("lift", 100, beside.NOW): [60.0],
        ("lift", 100, report.ECHARTS): [math.inf],
    }
    lines = beside.table(samples, [100]).splitlines()
    assert "| navigation to first event drawn, ms | 100 | 800 | 200 | 400 | now | 0.25 | 0.50 |" in lines
    assert "| layout shift on load | 100 | 0.500 | 0.000 | 0.000 | now, ECharts | 0.00 |  |" in lines
    assert "| lift the filter, ms | 100 |  | 60 | > 30 s | now |  |  |" in lines
    assert "| browser heap, MB | 100 |  |  |  |  |  |  |" in lines
