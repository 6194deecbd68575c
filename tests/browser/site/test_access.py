"""For everybody: without a mouse, without scripts, heard instead of seen, in each theme, on a phone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests import odd_folders
from tests.browser.access import LOOKS, violations
from tests.browser.conftest import Serve
from tests.browser.screen import (
    PATIENCE,
    chip,
    choices,
    dates,
    expect_left,
    left,
    open_menu,
    open_timeline,
    panel,
    result,
    title,
    window,
)
from timeline.dataset import Dataset


@pytest.fixture(scope="session")
def faulty(serve: Serve, shipped: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    return serve(odd_folders.with_ten_faults(shipped, tmp_path_factory.mktemp("ten")))


def unfold(page: Page) -> None:
    """Where room is short, the filter bar starts folded."""
    fold = page.locator(".filters-fold")
    if not fold.evaluate("node => node.open"):
        fold.locator("> summary").click()


def timeline_states(page: Page) -> Iterator[str]:
    """Bring the timeline into each of its states and name it."""
    open_timeline(page)
    expect(page.locator("button.event").first).to_be_visible()
    yield "timeline"
    unfold(page)
    for name in ("People", "Sources", "Themes"):
        expect(choices(open_menu(page, name)).first).to_be_visible()
        yield f"menu {name}"
        page.keyboard.press("Escape")
    open_menu(page, "More")
    yield "menu More"
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Key", exact=True).click()
    yield "key"
    page.keyboard.press("Escape")
    unfold(page)
    dates(page).get_by_label("Go to a date").fill("someday")
    page.keyboard.press("Enter")
    expect(page.locator("#go-date-fault")).not_to_be_empty()
    yield "a date that cannot be read"
    open_timeline(page, "event=kirov-murder&as=prolewiki&lanes=source&ghosts=1")
    expect(panel(page).get_by_role("heading", level=2)).to_be_visible()
    expect(page.locator("button.event").first).to_be_visible()
    yield "panel, by source"
    open_timeline(page, "person=ordzhonikidze&person=nobody&lanes=person")
    if page.get_by_role("button", name="List").is_visible():
        page.get_by_role("button", name="List").click()
    expect(page.locator("#list .entry-title").first).to_be_visible()
    yield "list and notice"
    open_timeline(page, "person=yenukidze&q=xylophone")
    expect(page.locator("#asked")).to_contain_text("Nothing is left.")
    yield "nothing left"


def test_axe_finds_nothing_on_the_timeline(page: Page, look: str) -> None:
    states = 0
    found = []
    for state in timeline_states(page):
        states += 1
        # The list is long, and on a phone always there: looking at it twice is enough.
        where = None if state in ("timeline", "list and notice") else {"exclude": ["#list"]}
        found += [f"{state}: {line}" for line in violations(page, where)]
    assert states == 10
    assert not found, "\n".join(found)
    assert page.evaluate("document.documentElement.dataset.theme") == LOOKS[look][0]


def test_axe_finds_nothing_on_the_plain_pages(page: Page, look: str, faulty: str) -> None:
    found = []
    for address in (
        "/list?person=kirov",
        f"{faulty}/problems",
        f"{faulty}/?person=ordzhonikidze",
        "/problems",
    ):
        page.goto(address)
        expect(page.get_by_role("heading").first).to_be_attached()
        if "/?" in address:
            expect(result(page)).to_have_text(re.compile(r"\d"), timeout=PATIENCE)
            window(page)
        found += [f"{address}: {line}" for line in violations(page)]
    assert not found, "\n".join(found)
    assert page.evaluate("document.documentElement.dataset.theme") == LOOKS[look][0]


def test_a_page_that_is_not_here_is_calm_and_clean(page: Page, look: str, faults: list[str]) -> None:
    answer = page.goto("/nowhere")
    assert answer
    assert answer.status == 404
    expect(page.get_by_role("heading", level=1)).to_have_text("This page is not here")
    assert violations(page) == []
    page.get_by_role("link", name="To the timeline").click()
    expect(result(page)).to_have_text(re.compile("events"), timeout=PATIENCE)
    # Chromium says each 404 in its console.
    assert len(faults) == 1
    assert "404" in faults.pop()


def test_no_text_is_cut_off_on_a_phone_or_a_projector(page: Page, look: str) -> None:
    for query in ("", "event=kirov-murder", "person=yenukidze&lanes=source"):
        open_timeline(page, query)
        expect(page.locator("button.event").first).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), query
    # What is seen first is the drawing, not the controls above it.
    open_timeline(page)
    box = page.locator(".timeline-stage").bounding_box()
    assert box
    assert box["y"] < 0.45 * LOOKS[look][2]


@pytest.mark.quick
def test_without_scripts_the_list_is_there(
    new_context: Callable[..., BrowserContext], dataset: Dataset
) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto("/?person=yenukidze")
    walk = left(dataset, "person=yenukidze")
    expect(page.get_by_text(f"{len(walk)} of {len(dataset.events)} events")).to_be_visible()
    expect(page.locator(".entry-title")).to_have_count(len(walk))
    page.locator(".entry-title", has_text=title(dataset, "yenukidze-shot")).click()
    expect(page.get_by_role("heading", level=2).first).to_have_text(title(dataset, "yenukidze-shot"))
    expect(page.get_by_text("How the sources tell it")).to_be_visible()
    page.get_by_role("link", name=re.compile("^Previous")).click()
    before = walk[walk.index("yenukidze-shot") - 1]
    expect(page.get_by_role("heading", level=2).first).to_have_text(title(dataset, before))
    page.get_by_role("link", name="Person: Avel Yenukidze").first.click()
    expect(page.locator(".entry-title")).to_have_count(min(200, len(dataset.events)))
    # Nothing stands there that would answer only with scripts.
    for dead in ("More", "Take away", "Theme"):
        expect(page.get_by_text(dead, exact=True)).to_be_hidden()


@pytest.mark.parametrize("theme", ["Dark", "Projector"])
def test_the_theme_is_remembered(page: Page, theme: str) -> None:
    open_timeline(page)
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    size = page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)")
    open_menu(page, "More").get_by_label("Theme", exact=True).select_option(label=theme)
    shown = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert shown != light
    page.reload()
    expect(result(page)).to_have_text(re.compile("events"), timeout=PATIENCE)
    expect(page.get_by_label("Theme", exact=True)).to_have_value(theme.lower())
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == shown
    larger = page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)")
    assert larger == (1.5 * size if theme == "Projector" else size)
    page.goto("/list")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == shown


def test_who_prefers_dark_gets_dark(new_context: Callable[..., BrowserContext]) -> None:
    page = new_context(color_scheme="dark").new_page()
    page.goto("/list")
    expect(page.get_by_label("Theme", exact=True)).to_have_value("dark")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"


def tab_to(page: Page, wanted: str, most: int = 40) -> int:
    """Press Tab until what has the focus matches a selector; how often it took."""
    for pressed in range(1, most + 1):
        page.keyboard.press("Tab")
        if page.evaluate("wanted => document.activeElement.matches(wanted)", wanted):
            return pressed
    raise AssertionError(f"no Tab leads to {wanted}")


def test_everything_can_be_done_with_the_keys_alone(page: Page, dataset: Dataset) -> None:
    open_timeline(page)
    page.evaluate("document.activeElement.blur()")
    assert tab_to(page, ".skip-link") == 1
    expect(page.locator(".skip-link:focus")).to_be_in_viewport()
    # Choose a person.
    tab_to(page, "[data-drop=people] > summary")
    page.keyboard.press("Enter")
    tab_to(page, "#filter-people-search", 2)
    page.keyboard.type("enukidze")
    expect(choices(page.locator("[data-drop=people]"))).to_have_count(1)
    tab_to(page, "input[value=yenukidze]", 4)
    page.keyboard.press("Space")
    walk = left(dataset, "person=yenukidze")
    expect_left(page, len(walk), dataset)
    page.keyboard.press("Escape")
    expect(page.locator("[data-drop=people] > summary")).to_be_focused()
    expect(choices(page.locator("[data-drop=people]")).first).to_be_hidden()
    # Go to a time.
    tab_to(page, "[data-menu]:has(#go-date) > summary")
    page.keyboard.press("Enter")
    tab_to(page, "#go-date", 4)
    page.keyboard.type("1937")
    page.keyboard.press("Enter")
    page.wait_for_url("**start=*")
    window(page)
    # One stop for all events; arrows go from one to the next.
    tab_to(page, "button.event")
    first = page.evaluate("document.activeElement.dataset.event")
    page.keyboard.press("ArrowDown")
    page.wait_for_function("first => document.activeElement.dataset.event !== first", arg=first)
    second = page.evaluate("document.activeElement.dataset.event")
    assert {first, second} <= set(walk)
    page.keyboard.press("Enter")
    expect(panel(page).get_by_role("heading", level=2)).to_have_text(title(dataset, second))
    expect(panel(page).get_by_role("heading", level=2)).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(page.locator("#panel .panel-close")).to_be_focused()
    page.keyboard.press("Enter")
    expect(panel(page)).to_be_hidden()
    expect(chip(page, second)).to_be_focused()
    # Show everything, then back to the list.
    page.keyboard.press("0")
    page.wait_for_function("() => !location.search.includes('start')")


def test_the_way_to_the_list_leads_to_the_list(page: Page, dataset: Dataset) -> None:
    open_timeline(page, "person=ordzhonikidze")
    page.evaluate("document.activeElement.blur()")
    tab_to(page, "[data-skip=list]", 2)
    page.keyboard.press("Enter")
    expect(page.locator("#list .entry-title").first).to_be_focused()
    page.keyboard.press("Enter")
    walk = left(dataset, "person=ordzhonikidze")
    expect(panel(page).get_by_role("heading", level=2)).to_have_text(title(dataset, walk[0]))
