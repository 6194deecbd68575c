"""A bare page that holds the drawing alone: the real scripts and styles, no Dash, no server.

`open_page(page)` loads it, `draw(page, events, ...)` draws, `changes(page)` is what the drawing has told the outside.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from playwright.sync_api import FloatRect, Page

from timeline.web.site.page_data import page_data_html
from timeline.web.site.script_bundle import link

ASSETS = Path(__file__).resolve().parents[2] / "assets"
TEXTS = ("id", "label", "when", "given", "who", "unnamed", "contest")
NUMBERS = ("lane", "theme", "rank", "seq", "first", "sureFrom", "sureTo", "last", "flags", "stance")
FRAME = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))"
STANCES = [
    {"id": "accepts", "name": "Accepts", "symbol": "✓"},
    {"id": "rejects", "name": "Rejects", "symbol": "✗"},
    {"id": "own-version", "name": "Own version", "symbol": "◆"},
]
LANES = [
    {"id": "party", "name": "Party", "color": "#7a4b94", "note": ""},
    {"id": "police", "name": "Secret police", "color": "#4f74a8", "note": ""},
    {"id": "trials", "name": "Trials", "color": "#b23a36", "note": ""},
]
DOCUMENTS = [
    {"id": "chronicle", "name": "The chronicle", "mirror": False},
    {"id": "guide", "name": "The guide", "mirror": True},
    {"id": "memoir", "name": "The memoir", "mirror": False},
]
THEMES = ["Party", "Secret police", "Trials"]

BOUNDS = [0, 3000]
"""Of the axis of `spread`."""


def html(theme: str = "light") -> str:
    """The page, with the drawing's modules linked as the app links them."""
    styles = "".join((ASSETS / name).read_text("utf-8") for name in ("site/theme.css", "drawing/style.css"))
    script = link(ASSETS, "drawing/alone.js")
    return (
        f'<!doctype html><html lang="en" data-theme="{theme}"><head><meta charset="utf-8">'
        "<title>Drawing</title>"
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<style>{styles} html, body, #drawing {{ margin: 0; height: 100%; }}</style></head>"
        f'<body><div id="drawing"></div><script type="application/json" id="page-data">{page_data_html()}</script>'
        f"<script>{script}</script></body></html>"
    )


def open_page(page: Page, theme: str = "light") -> None:
    """Load the bare page."""
    page.set_content(html(theme))


def event(ident: str, first: int, last: int | None = None, **more: Any) -> dict[str, Any]:
    """One entry with plain values for what is not given: a certain day, or a certain span."""
    end = first if last is None else last
    plain = {
        "id": ident, "label": ident, "when": f"day {first}", "given": "", "who": "", "unnamed": "", "contest": "",
        "lane": 0, "theme": -1, "rank": 3, "first": first, "sureFrom": first, "sureTo": end, "last": end,
        "flags": 0, "stance": -1,
    }  # fmt: skip
    return {**plain, **more}


def columns(events: Iterable[dict[str, Any]]) -> dict[str, list[Any]]:
    """Entries as the component takes them: columns, the most important first; `seq` by first day and length."""
    given = list(events)
    times = sorted({(e["first"], e["last"], e["id"]) for e in given})
    for one in given:
        one.setdefault("seq", times.index((one["first"], one["last"], one["id"])))
    rows = sorted(given, key=lambda e: (-e["rank"], e["seq"], e["lane"]))
    return {name: [row[name] for row in rows] for name in (*TEXTS, *NUMBERS)}


def draw(page: Page, events: Iterable[dict[str, Any]], **props: Any) -> None:
    """Draw in place of what was drawn before."""
    given = {
        "events": columns(events),
        "edition": "1",
        "lanes": LANES,
        "bounds": [-13880, -10593],
        "stances": STANCES,
        "documents": [],
        "themes": [],
        "window": None,
        **props,
    }
    page.evaluate(
        """given => {
          if (window.drawn) window.drawn.destroy();
          window.changes = [];
          window.given = given;
          const node = document.getElementById("drawing");
          window.drawn = contestedTimeline.create(node, given, told => changes.push(told));
        }""",
        given,
    )


def change(page: Page, **props: Any) -> None:
    """Give the drawing other props, as Dash would: what is not named stays."""
    page.evaluate("props => drawn.update(Object.assign(given, props))", props)
    settle(page)


def settle(page: Page) -> None:
    """Wait until the next frame is drawn."""
    page.evaluate(FRAME)


def changes(page: Page) -> list[dict[str, Any]]:
    """What the drawing has told the outside since it was drawn."""
    told: list[dict[str, Any]] = page.evaluate("changes")
    return told


def spread(count: int = 40) -> list[dict[str, Any]]:
    """Events at even distances in three lanes."""
    return [event(f"e{k:03}", 20 + k * 2900 // count, lane=k % 3, who="Kirov") for k in range(count)]


def window(page: Page) -> list[float]:
    return page.evaluate("contestedTimeline.view.pair(drawn.drawing.view)")


def stage(page: Page) -> FloatRect:
    box = page.locator(".timeline-stage").bounding_box()
    assert box
    return box


def day_at(page: Page, x: float) -> float:
    box, (start, end) = stage(page), window(page)
    return start + (x - box["x"]) / box["width"] * (end - start)


def told_windows(page: Page) -> list[list[float]]:
    return [told["window"] for told in changes(page) if "window" in told]


def arrive(page: Page) -> None:
    """Wait until an animated jump has come to its end and is drawn."""
    page.wait_for_function("!drawn.drawing.gliding")
    settle(page)


def wait_for(page: Page, key: str, count: int) -> None:
    """Wait until the drawing has told something that many times."""
    page.wait_for_function("([key, n]) => changes.filter(c => key in c).length >= n", arg=[key, count])


def mark(page: Page) -> dict[str, Any]:
    """The first event that is only a mark: its id, and where its mark stands on the page."""
    return page.evaluate(
        """() => {
          const {scene, metrics, parts} = drawn.drawing, i = scene.row.indexOf(-1), sight = drawn.drawing.sight();
          const box = parts.stage.getBoundingClientRect();
          return {x: box.left + contestedTimeline.placer(sight)(contestedTimeline.markAt(scene, i)),
            y: box.top + metrics.axis + scene.lanes[scene.model.cols.lane[i]].stripTop + 5, id: scene.model.cols.id[i]};
        }"""
    )


def focused(page: Page) -> str:
    return page.evaluate("document.activeElement.dataset.event || document.activeElement.className")
