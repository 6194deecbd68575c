"""The order of the rooms: no arrow up, no circle, no import inside a function, no id twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.floors import FLOORS, ROOT, House

SMALL = (("timeline", "dates"), ("query",), ("web/site",), ("web/compare", "web/people"), ("web",))
GOOD = {
    "__init__.py": '__version__ = "1"\n',
    "dates.py": "import re\n",
    "query/__init__.py": "",
    "query/links.py": "from timeline import dates\n",
    "query/filters.py": "from timeline.query import links\nfrom .links import KEYS\n",
    "web/__init__.py": "from timeline.web.compare import screen\nfrom timeline.web.people import ids as people\n",
    "web/site/__init__.py": "",
    "web/site/ids.py": 'URL = "url"\n',
    "web/compare/__init__.py": "",
    "web/compare/ids.py": 'BODY = "compare-body"\n',
    "web/compare/screen.py": "from timeline.query.filters import mask\nfrom timeline.web.site.ids import URL\n",
    "web/people/__init__.py": "",
    "web/people/ids.py": 'BODY = "people-body"\n',
}


def house(folder: Path, **planted: str) -> House:
    """A small house, with the files that are planted in it ("query/links.py" as query__links)."""
    changed = {name.replace("__", "/") + ".py": text for name, text in planted.items()}
    for name, text in (GOOD | changed).items():
        path = folder / "timeline" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return House(folder)


def test_the_house_stands_in_order() -> None:
    assert House(ROOT).faults() == []


def test_every_room_is_read() -> None:
    rooms = {path.parent.name for path in (ROOT / "timeline").glob("*/*.py")} - {"web"}
    assert rooms < House(ROOT).rooms() == {room for floor in FLOORS for room in floor}


def test_a_good_house_has_no_fault(tmp_path: Path) -> None:
    built = house(tmp_path)
    assert built.faults(SMALL) == []
    assert built.sketch(SMALL).split("\n\n") == [
        "web               web/compare, web/people",
        "web/compare       web/site, query\nweb/people",
        "web/site",
        "query             dates",
        "timeline\ndates\n",
    ]


@pytest.mark.parametrize(
    ("planted", "fault"),
    [
        (
            {"dates": "from timeline.query import links\n"},
            "timeline/dates.py:1: dates imports query, which is not below it",
        ),
        (
            {"query__links": "\nimport timeline.web.site.ids\n"},
            "timeline/query/links.py:2: query imports web/site, which is not below it",
        ),
        (
            {"web__compare__screen": "from timeline.web.people.ids import BODY\n"},
            "timeline/web/compare/screen.py:1: web/compare imports web/people, which is not below it",
        ),
        (
            {
                "query__links": "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from timeline import web\n"
            },
            "timeline/query/links.py:3: query imports web, which is not below it",
        ),
        ({"music": ""}, "music: it stands on no floor"),
        (
            {"query__links": "from timeline.query import filters\n"},
            "a circle of imports: timeline.query.filters -> timeline.query.links -> timeline.query.filters",
        ),
        (
            {"query__links": "def late() -> None:\n    # Why not.\n    from timeline import dates\n"},
            "timeline/query/links.py:3: an import inside a function",
        ),
        (
            {"query__links": "async def late() -> None:\n\n    import json\n"},
            "timeline/query/links.py:3: an import inside a function",
        ),
        (
            {"web__people__ids": '\nBODY = "compare-body"\n'},
            "timeline/web/people/ids.py:2: another part has the id 'compare-body' too",
        ),
    ],
)
def test_what_is_planted_is_found(tmp_path: Path, planted: dict[str, str], fault: str) -> None:
    assert fault in house(tmp_path, **planted).faults(SMALL)


def test_a_package_may_be_imported_late_with_a_reason(tmp_path: Path) -> None:
    late = "def late() -> None:\n    # It takes a second, which few need.\n    import json\n"
    assert house(tmp_path, query__links=late).faults(SMALL) == []


def test_a_floor_without_a_room_is_told(tmp_path: Path) -> None:
    assert house(tmp_path).faults((*SMALL, ("attic",))) == ["attic: there is no such room"]
