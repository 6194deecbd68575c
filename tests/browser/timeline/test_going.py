"""Going to a time, and coming back to a view by its link."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.screen import (
    PATIENCE,
    asked,
    chip,
    dates,
    drawn,
    expect_drawn,
    expect_left,
    lanes,
    left,
    open_menu,
    open_timeline,
    panel,
    result,
    title,
    window,
)
from timeline.dataset import Dataset
from timeline.dates import day_number, parse


def go_to(page: Page, typed: str) -> None:
    dates(page).get_by_label("Go to a date").fill(typed)
    page.keyboard.press("Enter")


def test_a_typed_month_is_shown_whole_with_some_air(page: Page) -> None:
    open_timeline(page)
    go_to(page, "March 1935")
    page.wait_for_url("**/?start=1935-*&end=1935-*")
    first, last = window(page)
    assert day_number(date(1935, 1, 1)) < first < day_number(date(1935, 3, 1))
    assert day_number(date(1935, 4, 1)) < last < day_number(date(1935, 6, 1))
    seen = page.get_by_role("slider", name="Stretch of time seen")
    assert "1935" in str(seen.get_attribute("aria-valuetext"))
    expect(chip(page, "kirov-murder")).to_have_count(0)
    expect(chip(page, "yenukidze-removed")).to_be_visible()


@pytest.mark.parametrize("period", ["kirovs-winter", "third-trial"])
def test_a_period_of_the_list_is_shown_from_its_first_to_its_last_day(
    page: Page, dataset: Dataset, period: str
) -> None:
    [chosen] = [entry for entry in dataset.periods if entry.id == period]
    open_timeline(page)
    dates(page).get_by_label("Period", exact=True).select_option(chosen.name)
    page.wait_for_url("**start=*")
    first, last = window(page)
    begin, end = parse(chosen.start).earliest, parse(chosen.end).latest
    assert begin
    assert end
    assert first == pytest.approx(day_number(begin), abs=1)
    # A day number is the first moment of its day: the last day is there if the next one begins at the edge.
    assert last == pytest.approx(day_number(end) + 1, abs=0.5)
    expect(page.get_by_label("Period", exact=True)).to_have_value(
        f"{begin}/{date.fromordinal(end.toordinal() + 1)}"
    )
    page.get_by_role("button", name="Zoom out", exact=True).click()
    expect(page.get_by_label("Period", exact=True)).to_have_value("")


def test_a_date_that_cannot_be_read_says_the_cure_and_moves_nothing(page: Page) -> None:
    open_timeline(page)
    before = window(page)
    go_to(page, "01/12/1934")
    expect(page.locator("#go-date-fault")).to_contain_text("write 1 December 1934")
    expect(page.get_by_label("Go to a date")).to_contain_class("is-invalid")
    assert window(page) == before
    go_to(page, "1 December 1934")
    expect(page.locator("#go-date-fault")).to_be_empty()
    page.wait_for_url("**start=1934-11-*")
    expect(chip(page, "kirov-murder")).to_be_visible()


def test_zooming_is_kept_in_the_address_and_adds_no_way_back(page: Page, dataset: Dataset) -> None:
    open_timeline(page)
    steps = page.evaluate("history.length")
    for _ in range(2):
        page.get_by_role("button", name="Zoom in", exact=True).click()
        window(page)
    page.wait_for_url("**start=*")
    before = window(page)
    assert page.evaluate("history.length") == steps
    page.reload()
    expect(result(page)).to_have_text(f"{len(dataset.events)} events", timeout=PATIENCE)
    after = window(page)
    assert after == pytest.approx(before, abs=1)
    page.get_by_role("button", name="Show everything").click()
    page.wait_for_function("() => !location.search.includes('start')")
    expect(chip(page, "kirov-murder")).to_be_visible()


@pytest.mark.quick
def test_opening_and_filtering_leave_the_window_where_it_is(page: Page, dataset: Dataset) -> None:
    open_timeline(page, "start=1934-11-01&end=1935-03-01")
    before = window(page)
    chip(page, "kirov-murder").click()
    expect(panel(page)).to_contain_text(title(dataset, "kirov-murder"))
    panel(page).get_by_role("link", name="filter by Sergei Kirov").click()
    expect_left(page, len(left(dataset, "person=kirov")), dataset)
    assert window(page) == pytest.approx(before, abs=1)


def test_a_copied_link_shows_the_same_to_somebody_else(
    new_context: Callable[..., BrowserContext], dataset: Dataset
) -> None:
    mine = new_context(permissions=["clipboard-read", "clipboard-write"]).new_page()
    open_timeline(
        mine, "person=yenukidze&person=stalin&source=wikipedia&theme=kremlin&q=kremlin&from=1935&ghosts=1"
    )
    mine.get_by_role("combobox", name="Lanes").select_option("by person")
    expect(lanes(mine)).to_contain_text("Avel Yenukidze")
    # Whole days, as a link has them: a fraction of a day could hide a label at the edge.
    dates(mine).get_by_label("Period", exact=True).select_option("The Kremlin spring of 1935")
    mine.wait_for_url("**start=*")
    window(mine)
    chip(mine, next(iter(drawn(mine)))).first.click()
    expect(panel(mine)).to_be_visible()
    open_menu(mine, "More")
    mine.get_by_role("button", name="Copy a link to this view").click()
    expect(mine.locator("#taken")).to_have_text("The link is copied")
    link = mine.evaluate("navigator.clipboard.readText()")

    theirs = new_context().new_page()
    theirs.goto(link)
    expect(result(theirs)).to_have_text(result(mine).inner_text(), timeout=PATIENCE)
    expect(panel(theirs).get_by_role("heading", level=2)).to_have_text(
        panel(mine).get_by_role("heading", level=2).inner_text()
    )
    tokens = mine.locator("#asked .token").all_inner_texts()
    assert len(tokens) == 6
    expect(theirs.locator("#asked .token")).to_have_text(tokens)
    expect(theirs.get_by_role("combobox", name="Lanes")).to_have_value("person")
    expect(theirs.get_by_label("Keep the rest as ghosts")).to_be_checked()
    expect(lanes(theirs)).to_contain_text("Avel Yenukidze")
    theirs.wait_for_function(
        "() => contestedTimeline.drawingOf(document.getElementById('drawing')).view.span < 3000"
    )
    assert window(theirs) == pytest.approx(window(mine), abs=1)
    expect_drawn(theirs, drawn(mine))
    expect_drawn(theirs, drawn(mine, ghosts=True), ghosts=True)
    assert theirs.url == mine.url


def test_what_a_link_asks_in_vain_is_left_out_with_a_word(page: Page, dataset: Dataset) -> None:
    open_timeline(
        page, "person=nobody&person=kirov&colour=red&lanes=colour&from=someday&start=soon&end=1935-01-01"
    )
    told = page.locator("#asked")
    for word in (
        "No person 'nobody' here",
        "Links know no key 'colour'",
        "There are no lanes by 'colour'",
        "'someday' was left out",
        "A window has a start and an end",
    ):
        expect(told).to_contain_text(word)
    expect_left(page, len(left(dataset, "person=kirov")), dataset)
    expect(lanes(page)).to_contain_text(dataset.themes[1].name)
    page.get_by_role("link", name="Leave this out of the link").click()
    expect(told).not_to_contain_text("nobody")
    assert asked(page) == "person=kirov"
    expect_left(page, len(left(dataset, "person=kirov")), dataset)


def test_a_link_to_an_event_that_has_gone_says_so(page: Page, dataset: Dataset) -> None:
    open_timeline(page, "event=kirov-murdr")
    expect(panel(page)).to_contain_text("This event is not here")
    expect(panel(page)).to_contain_text(f"did you mean {title(dataset, 'kirov-murder')}?")
    panel(page).get_by_role("link", name="Close").click()
    expect(panel(page)).to_be_hidden()
    assert asked(page) == ""
