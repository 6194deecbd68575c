"""What a person sees and presses on the timeline screen, in a person's words."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

from timeline.dataset import Dataset
from timeline.query.filters import mask
from timeline.query.selection import Selection

# Two processors may be busy with other things.
PATIENCE = 20_000  # milliseconds

SETTLED = """() => {
  const drawing = contestedTimeline.drawingOf(document.getElementById("drawing"));
  const pair = contestedTimeline.view.pair(drawing.view);
  return !drawing.gliding && String(pair) === String(drawing.said) && pair;
}"""
IN_SIGHT = """kind => {
  const stage = document.querySelector(".timeline-stage").getBoundingClientRect();
  const inside = (box) => box.right > stage.left && box.left < stage.right && box.top < stage.bottom;
  const seen = [...document.querySelectorAll(kind)].filter((chip) => inside(chip.getBoundingClientRect()));
  return [...new Set(seen.map((chip) => chip.dataset.event))];
}"""


def open_timeline(page: Page, query: str = "", base: str = "") -> None:
    """Open a view and wait until it answers."""
    page.goto(f"{base}/?{query}" if query else f"{base}/")
    expect(result(page)).to_have_text(re.compile(r"\d"), timeout=PATIENCE)
    expect(page.locator(".timeline-stage canvas")).to_be_visible()


def result(page: Page) -> Locator:
    """The line that says how many events are left; it is announced when it changes."""
    return page.locator("#result[role=status]")


def expect_left(page: Page, count: int, dataset: Dataset) -> None:
    """Wait until so many events are said to be left."""
    total = len(dataset.events)
    expect(result(page)).to_have_text(f"{count} of {total} events" if count != total else f"{total} events")


def left(dataset: Dataset, query: str) -> list[str]:
    """The ids of the events that a link leaves, in their order."""
    asked = Selection.from_query(query, dataset).selection
    return dataset.events.loc[mask(dataset, asked), "event_id"].tolist()


def title(dataset: Dataset, event: str) -> str:
    """The title of an event."""
    events = dataset.events
    return str(events.loc[events["event_id"] == event, "title"].iloc[0])


def chip(page: Page, event: str) -> Locator:
    """The button of an event in the drawing."""
    return page.locator(f'button.event[data-event="{event}"]')


def drawn(page: Page, ghosts: bool = False) -> set[str]:
    """The events that stand in the drawing as chips, or as ghosts; not those that wait beyond its edges."""
    return set(page.evaluate(IN_SIGHT, "button.event.ghost" if ghosts else "button.event:not(.ghost)"))


def expect_drawn(page: Page, events: set[str], ghosts: bool = False) -> None:
    """Wait until just these stand in the drawing."""
    kind = "button.event.ghost" if ghosts else "button.event:not(.ghost)"
    expected = f"([kind, events]) => ({IN_SIGHT})(kind).sort().join() === events"
    page.wait_for_function(expected, arg=[kind, ",".join(sorted(events))], timeout=PATIENCE)


def lanes(page: Page) -> Locator:
    """The names beside the lanes."""
    return page.locator(".timeline-gutter")


def open_menu(page: Page, name: str) -> Locator:
    """Open a menu of the filter bar or the masthead and return it."""
    menu = page.locator("details[data-menu]").filter(has=page.locator(f'summary:text-matches("^{name}")'))
    menu.locator("summary").click()
    expect(menu).to_have_attribute("open", "")
    return menu


def dates(page: Page) -> Locator:
    """The menu of dates, open."""
    menu = page.locator("details[data-menu]").filter(has=page.locator("#go-date"))
    if not menu.evaluate("menu => menu.open"):
        menu.locator("summary").click()
    return menu


def told_by(page: Page, word: str) -> Locator:
    """A choice of the row "Told by", by its word in a link."""
    return page.locator(f'#react-entry-point [data-told="{word}"]')


def choices(menu: Locator) -> Locator:
    """The choices of an open menu."""
    return menu.locator(".choices .form-check")


def count_of(choice: Locator) -> int:
    """How many events the menu says this choice leaves."""
    return int(choice.locator(".choice-count").evaluate("count => count.firstChild.textContent"))


def token(page: Page, text: str) -> Locator:
    """A part of the filter, as it stands under the filter bar."""
    return page.locator("#asked .token", has_text=text)


def panel(page: Page) -> Locator:
    """The open event."""
    return page.get_by_role("complementary", name="The chosen event")


def window(page: Page) -> list[float]:
    """First and last moment of the stretch that is drawn, as day numbers, once it has settled and been told."""
    found: list[float] = page.wait_for_function(SETTLED, timeout=PATIENCE).json_value()
    return found


def asked(page: Page) -> str:
    """The query string of the address."""
    return str(page.evaluate("location.search.slice(1)"))
