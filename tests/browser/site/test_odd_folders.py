"""Folders as people really have them, in the browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests import odd_folders
from tests.browser.conftest import Serve
from tests.browser.screen import chip, drawn, lanes, open_menu, open_timeline, panel, result, token
from timeline.dataset import Dataset
from timeline.web.timeline.telling import LIST_PAGE


@pytest.fixture(scope="session")
def strange(serve: Serve, tmp_path_factory: pytest.TempPathFactory) -> str:
    return serve(odd_folders.strange(tmp_path_factory.getbasetemp() / "strange"))


def test_a_folder_with_ten_faults_shows_its_good_rows_and_what_to_mend(
    page: Page, serve: Serve, shipped: Path, tmp_path: Path, dataset: Dataset
) -> None:
    base = serve(odd_folders.with_ten_faults(shipped, tmp_path))
    open_timeline(page, base=base)
    expect(chip(page, "kirov-murder")).to_be_visible()
    # Of seven wrong rows of events three can be shown without the wrong cell.
    expect(result(page)).to_have_text(f"{len(dataset.events) + 4} events")
    expect(page.get_by_role("complementary", name="About this folder")).to_contain_text("10 cells or rows")
    page.get_by_role("link", name="See what to mend").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What to mend in this folder")
    rows = page.get_by_role("row")
    expect(rows).to_have_count(11)
    row = rows.filter(has_text="32 December 1934")
    expect(row).to_contain_text(f"events.csv, line {len(dataset.events) + 2}, start")
    expect(row).to_contain_text("write a day from 1 to 31")
    page.get_by_role("link", name="the timeline", exact=True).click()
    expect(chip(page, "kirov-murder")).to_be_visible()


@pytest.mark.parametrize("width", [1366, 390])
@pytest.mark.parametrize("event", list(odd_folders.TITLES))
def test_strange_text_is_shown_as_text(page: Page, strange: str, event: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    open_timeline(page, f"event={event}", strange)
    text = " ".join(odd_folders.TITLES[event].split())
    heading = panel(page).get_by_role("heading", level=2)
    expect(heading).to_have_text(text)
    expect(panel(page).get_by_role("article")).to_contain_text(text)
    expect(panel(page).locator(".telling q").first).to_have_text(text.split("|")[0])
    close = panel(page).get_by_role("link", name="Close")
    assert close.evaluate("node => node.getClientRects().length === 1 && node.clientHeight < 40"), (
        "not Cl/os/e"
    )
    # The heading breaks where it must and stays inside the panel, and the page inside the screen.
    assert heading.evaluate("node => node.scrollWidth <= node.clientWidth + 1")
    assert panel(page).evaluate("node => node.scrollWidth <= node.clientWidth + 1")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.title() == f"{text} · {odd_folders.SCRIPT}"
    assert page.locator("main img").count() == 0


def test_strange_text_is_text_in_chips_lanes_menus_and_tokens(page: Page, strange: str) -> None:
    open_timeline(page, "person=somebody&source=book&as=book&lanes=person", strange)
    assert drawn(page)
    expect(lanes(page)).to_contain_text(odd_folders.SCRIPT)
    expect(token(page, f"Person: {odd_folders.SCRIPT}")).to_be_visible()
    menu = open_menu(page, "People")
    expect(menu.get_by_role("checkbox", name=odd_folders.SCRIPT)).to_be_checked()
    page.keyboard.press("Escape")
    menu = open_menu(page, "Sources")
    expect(menu.get_by_role("checkbox", name=odd_folders.SCRIPT)).to_be_checked()
    assert page.title() == odd_folders.SCRIPT
    assert page.locator("img").count() == 0


def test_a_folder_of_events_alone_is_a_plain_timeline(page: Page, serve: Serve, tmp_path: Path) -> None:
    open_timeline(page, base=serve(odd_folders.events_only(tmp_path)))
    expect(result(page)).to_have_text("3 events")
    assert drawn(page) == {"first", "middle", "last"}
    for absent in ("People", "Sources", "Themes"):
        expect(page.locator("summary", has_text=absent)).to_be_hidden()
    expect(page.get_by_label("As told by")).to_be_hidden()
    expect(page.get_by_label("Period", exact=True)).to_be_hidden()
    expect(page.get_by_role("combobox", name="Lanes").locator("option:not([hidden])")).to_have_text(
        ["by theme", "none"]
    )
    page.get_by_role("searchbox", name="Words").fill("between")
    expect(result(page)).to_have_text("1 of 3 events")
    chip(page, "middle").click()
    expect(panel(page)).to_contain_text("The one between")
    expect(panel(page)).not_to_contain_text("How the sources tell it")


def test_empty_tables_are_as_good_as_none(page: Page, serve: Serve, tmp_path: Path) -> None:
    open_timeline(page, base=serve(odd_folders.empty_tables(tmp_path)))
    expect(result(page)).to_have_text("2 events")
    expect(page.locator("summary", has_text="People")).to_be_hidden()
    expect(page.locator("summary", has_text="Themes")).to_be_visible()
    expect(page.get_by_role("complementary", name="About this folder")).to_have_count(0)


def test_a_long_list_goes_on_over_the_page(page: Page, serve: Serve, tmp_path: Path) -> None:
    open_timeline(page, base=serve(odd_folders.many(tmp_path, LIST_PAGE + 30)))
    page.get_by_role("button", name="List").click()
    region = page.get_by_role("region", name="The same events as a list")
    expect(region.locator(".entry-title")).to_have_count(LIST_PAGE)
    region.get_by_role("link", name="The next 30").click()
    expect(page.locator(".entry-title")).to_have_count(30)
    expect(page.locator(".entry-title").last).to_contain_text(f"Event {LIST_PAGE + 29}")
    page.get_by_role("link", name="To the drawing of these events").click()
    expect(result(page)).to_have_text(f"{LIST_PAGE + 30} events")
