"""The styles keep to one scale and one length, and a page brings along its own screen's alone.

That a declaration uses the scale is stylelint's to say, see stylelint.config.js; here is counted what it cannot count.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from timeline.web.site.static_files import ASSETS, FIRST_STYLES, SCREEN_STYLES

LINES = 4500
IMPORTANT = 1
SIZES, SPACES, LAYERS = 6, 6, 5
SHEETS = sorted(ASSETS.rglob("*.css"))


def texts() -> list[str]:
    return [path.read_text("utf-8") for path in SHEETS]


def names(pattern: str) -> set[str]:
    """The variables of this kind that any sheet sets: a screen may give one another value, not another name."""
    return {name for text in texts() for name in re.findall(rf"(?m)^ *(--{pattern}):", text)}


def own_sheet(path: Path) -> str:
    """The comment with which a sheet begins."""
    return path.read_text("utf-8").splitlines()[0]


def test_all_sheets_together_are_no_longer_than_a_reader_bears() -> None:
    assert sum(text.count("\n") for text in texts()) <= LINES


@pytest.mark.parametrize(
    ("pattern", "most"),
    [("type-(?!scale)[a-z]+", SIZES), ("space-[a-z0-9]+", SPACES), ("layer-[a-z]+", LAYERS)],
)
def test_there_is_one_scale(pattern: str, most: int) -> None:
    assert len(names(pattern)) == most


def test_every_variable_that_is_used_is_set_somewhere() -> None:
    others = [*ASSETS.rglob("*.js"), *(ASSETS.parent / "timeline/web").rglob("*.html")]
    everything = "\n".join([*texts(), *(path.read_text("utf-8") for path in others)])
    used = {name for text in texts() for name in re.findall(r"var\((--[\w-]+)\)", text)}
    unset = {name for name in used if not re.search(rf"{name}[\"']?\s*[:,]", everything)}
    assert {name for name in unset if not name.startswith("--timeline-")} == set()  # those are set in a loop


def test_no_rule_makes_the_drawing_work_out_all_its_styles_again() -> None:
    """At each of its moves a browser would: where any element may follow another, or its place is asked about."""
    selectors = [line for text in texts() for line in re.findall(r"(?m)^ *[^@{}/]*[{,]$", text)]
    anybody = r" [+~] (?![\w.#*]|:is\()|\[style"
    assert [one for one in selectors if re.search(anybody, re.sub(r"\([^()]*\)", "()", one))] == []


def test_little_insists() -> None:
    declared = [text for sheet in texts() for text in re.findall(r"[^;{}]*!important;", sheet)]
    assert len(declared) <= IMPORTANT


@pytest.mark.parametrize(
    ("address", "sheet"),
    [
        ("/", "timeline/style.css"),
        ("/list", None),
        ("/problems", None),
        ("/nowhere", None),
        ("/find?q=kirov", None),
        ("/compare", "compare/style.css"),
        ("/compare/worksheet?event=kirov-murder", "compare/style.css"),
        ("/people", "people/style.css"),
        ("/people/kirov/dossier", "people/style.css"),
        ("/sources/prolewiki", "sources/style.css"),
        ("/present", "present/style.css"),
        ("/present/who-killed-kirov", "present/style.css"),
        ("/present/who-killed-kirov/notes", "present/style.css"),
        ("/present/who-killed-kirov/chart", "handouts/style.css"),
        ("/present/these-events/poster", "handouts/style.css"),
        ("/present/make", "tour_editor/style.css"),
    ],
)
def test_a_page_has_inline_the_first_styles_and_its_own_screens(
    client: FlaskClient, address: str, sheet: str | None
) -> None:
    page = client.get(address).text
    inline = {name for name in {*FIRST_STYLES, *SCREEN_STYLES.values()} if own_sheet(ASSETS / name) in page}
    assert inline == {*FIRST_STYLES, *([sheet] if sheet else [])}


def test_the_bundle_has_what_no_page_has_inline(client: FlaskClient) -> None:
    address = re.search(r'href="(/bundle/[0-9a-f]+\.css)"', client.get("/").text)
    assert address
    bundle = client.get(address[1]).text
    bundled = {path.relative_to(ASSETS).as_posix() for path in SHEETS if own_sheet(path) in bundle}
    inline = {*FIRST_STYLES, *SCREEN_STYLES.values()}
    assert bundled == {path.relative_to(ASSETS).as_posix() for path in SHEETS} - inline
