"""Sixteen pictures of the drawing, kept and compared.

Each is the drawing of the timeline screen, of a made-up folder, as the SVG that a reader may save. What is kept in
tests/pictures shows what a change does to the drawing: `make pictures` draws them anew, and `git diff` shows what
moved. A picture is held apart from what may differ without a change in the drawing:

- fonts: the page is set in DejaVu, whatever else the machine has; without DejaVu the tests are skipped (not on CI);
- rounding: two numbers that stand at the same place may differ by `TOLERANCE`; all else must be equal;
- the page around it: width and height are those of the `Shot`, title and footer are always the same.

Another Chromium may measure letters otherwise; then draw the pictures anew with it before changing anything.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from difflib import unified_diff
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Page, expect

from tests import picture_folders
from tests.browser.conftest import Serve
from tests.browser.screen import open_timeline, window
from tests.conftest import ON_CI

KEPT = Path(__file__).resolve().parents[2] / "pictures"
RENEW = os.environ.get("RENEW_PICTURES") == "1"
TOLERANCE = 1.5  # pixels
HEIGHT = 520  # pixels of the lanes

# Before anything is drawn: the drawing stands before the page's own scripts are loaded.
FONTS = """{
  const style = new CSSStyleSheet();
  style.replaceSync(':root { --sans: "DejaVu Sans" !important; --serif: "DejaVu Serif" !important; }');
  document.adoptedStyleSheets = [style];
}"""
HAS_DEJAVU = """() => ["DejaVu Sans", "DejaVu Serif"].every((name) => {
  const pen = document.createElement("canvas").getContext("2d");
  const width = (font) => { pen.font = `40px ${font}`; return pen.measureText("Wim liest").width; };
  return width(`"${name}", monospace`) !== width("monospace") && width(`"${name}", cursive`) === width(`"${name}"`);
})"""
SVG = """([width, height]) => {
  const drawing = contestedTimeline.drawingOf(document.getElementById("drawing"));
  const around = {title: "A made-up title", subtitle: "as it is seen", footer: "Sources: five of them"};
  return contestedTimeline.toSvg(drawing, {...around, width, height});
}"""
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


class Shot(NamedTuple):
    """What is drawn: a folder, a view of it, and how the page looks."""

    folder: Callable[[Path], Path]
    view: str = ""
    theme: str = "light"
    width: int = 1366


SHOTS = {
    "at-rest": Shot(picture_folders.contested),
    "by-person": Shot(picture_folders.contested, "lanes=person"),
    "by-source": Shot(picture_folders.contested, "lanes=source"),
    "no-lanes": Shot(picture_folders.contested, "lanes=none"),
    "weeks-of-one-event": Shot(picture_folders.contested, "start=1934-02-10&end=1934-03-10&event=shots"),
    "with-ghosts": Shot(picture_folders.contested, "person=cora&ghosts=1"),
    "weeks-by-source": Shot(picture_folders.contested, "lanes=source&start=1934-01-20&end=1934-03-20"),
    "silences": Shot(picture_folders.contested, "theme=town&lanes=source"),
    "two-tellings": Shot(picture_folders.contested, "as=chronicle&with=memoir"),
    "under-way": Shot(picture_folders.contested, "start=1936-03-01&end=1936-09-30"),
    "as-told-by-one": Shot(picture_folders.contested, "as=memoir"),
    "crowded-month": Shot(picture_folders.crowded, "start=1935-03-01&end=1935-03-31"),
    "far-years": Shot(picture_folders.far_years),
    "dark": Shot(picture_folders.contested, theme="dark"),
    "projector": Shot(picture_folders.contested, theme="projector"),
    "phone": Shot(picture_folders.contested, width=390),
}


@pytest.fixture(scope="session")
def address_of(serve: Serve, tmp_path_factory: pytest.TempPathFactory) -> Callable[[Shot], str]:
    made: dict[str, Path] = {}

    def address(shot: Shot) -> str:
        name = shot.folder.__name__
        if name not in made:
            made[name] = shot.folder(tmp_path_factory.mktemp(name))
        return serve(made[name])

    return address


def drawn(page: Page, shot: Shot, base: str) -> str:
    """Open the view and draw its picture; one element a line, so that a change can be read."""
    page.set_viewport_size({"width": shot.width, "height": 844 if shot.width < 600 else 768})
    page.add_init_script(FONTS + f"localStorage.setItem('timeline-theme', '{shot.theme}')")
    open_timeline(page, shot.view, base)
    if not page.evaluate(HAS_DEJAVU):
        say = pytest.fail if ON_CI else pytest.skip
        say("the fonts DejaVu Sans and DejaVu Serif are not here")
    expect(page.locator("button.event").first).to_be_attached()
    window(page)
    svg = str(page.evaluate(SVG, [shot.width, HEIGHT]))
    return svg.replace("><", ">\n<") + "\n"


def differences(kept: str, seen: str) -> list[str]:
    """The lines in which two pictures differ; numbers may differ by the tolerance."""
    old, new = kept.splitlines(), seen.splitlines()
    if len(old) == len(new) and all(map(_near, old, new)):
        return []
    return [line for line in unified_diff(old, new, "kept", "drawn", n=0, lineterm="") if line[0] in "+-"]


def _near(was: str, now: str) -> bool:
    if NUMBER.sub("0", was) != NUMBER.sub("0", now):
        return False
    pairs = zip(NUMBER.findall(was), NUMBER.findall(now), strict=True)
    return all(abs(float(one) - float(other)) <= TOLERANCE for one, other in pairs)


@pytest.mark.parametrize("name", list(SHOTS))
def test_the_picture_is_the_kept_one(page: Page, name: str, address_of: Callable[[Shot], str]) -> None:
    shot, file = SHOTS[name], KEPT / f"{name}.svg"
    picture = drawn(page, shot, address_of(shot))
    if RENEW:
        file.write_text(picture, "utf-8")
    changed = differences(file.read_text("utf-8"), picture)
    assert not changed, "\n".join([f"{name} has changed; if it is meant: make pictures", *changed[:12]])


def test_no_picture_is_kept_of_nothing() -> None:
    assert {file.stem for file in KEPT.iterdir()} == set(SHOTS)


@pytest.mark.parametrize(
    ("was", "now", "differ"),
    [
        ('<text x="10.2">A</text>', '<text x="11.6">A</text>', False),
        ('<text x="10.2">A</text>', '<text x="12.2">A</text>', True),
        ('<text x="10.2">A</text>', '<text x="10.2">B</text>', True),
        ("<g/>\n<g/>", "<g/>", True),
    ],
)
def test_what_counts_as_a_difference(was: str, now: str, differ: bool) -> None:
    assert bool(differences(was, now)) is differ
