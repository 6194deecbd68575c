"""Reading an event: the panel, the list, the way back."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.screen import (
    asked,
    chip,
    expect_left,
    left,
    open_timeline,
    panel,
    title,
    token,
)
from timeline.dataset import Dataset


@pytest.mark.quick
def test_a_press_opens_an_event_and_back_closes_it(page: Page, dataset: Dataset) -> None:
    open_timeline(page)
    chip(page, "kirov-murder").click()
    expect(panel(page).get_by_role("heading", level=2)).to_have_text(title(dataset, "kirov-murder"))
    expect(chip(page, "kirov-murder")).to_have_attribute("aria-current", "true")
    assert asked(page) == "event=kirov-murder"
    page.go_back()
    expect(panel(page)).to_be_hidden()
    expect(chip(page, "kirov-murder")).not_to_have_attribute("aria-current", "true")
    assert asked(page) == ""
    page.go_forward()
    expect(panel(page)).to_contain_text(title(dataset, "kirov-murder"))


def test_the_panel_says_who_says_what(page: Page, dataset: Dataset) -> None:
    open_timeline(page, "event=kirov-murder")
    shown = panel(page)
    expect(shown).to_contain_text("1 December 1934 · Leningrad")
    expect(shown.get_by_role("link", name="Leonid Nikolaev", exact=True)).to_be_visible()
    expect(shown).to_contain_text("assassin")
    told = dataset.accounts[dataset.accounts["event_id"] == "kirov-murder"]
    speakers = dict(zip(dataset.sources["source_id"], dataset.sources["speaker"], strict=True))
    assert len(told) >= 5
    expect(shown.get_by_role("article")).to_have_count(len(told))
    for account in told.itertuples():
        telling = shown.get_by_role("article").filter(
            has=page.get_by_role("heading", name=speakers[str(account.source_id)])
        )
        expect(telling.first).to_contain_text(str(account.locator))
        if account.wording:
            expect(telling.first.locator("q").first).to_have_text(str(account.wording).split(" | ")[0])
    # Charges that some source accepts never stand without the note.
    expect(shown.get_by_text("What scholars hold of the charges")).to_be_visible()
    shown.get_by_text("What scholars hold of the charges").click()
    expect(shown).to_contain_text("The three Moscow trials of 1936, 1937 and 1938 were show trials")


def test_a_person_in_the_panel_leads_to_that_persons_page(page: Page) -> None:
    open_timeline(page, "event=kirov-murder")
    panel(page).get_by_role("link", name="Leonid Nikolaev", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Leonid Nikolaev")


def test_the_timeline_is_filtered_by_a_person_in_the_panel(page: Page, dataset: Dataset) -> None:
    open_timeline(page, "event=kirov-murder")
    panel(page).get_by_role("link", name="filter by Leonid Nikolaev").click()
    expect_left(page, len(left(dataset, "person=nikolaev")), dataset)
    expect(token(page, "Person: Leonid Nikolaev")).to_be_visible()


def test_next_and_previous_walk_through_the_filter(page: Page, dataset: Dataset) -> None:
    walk = left(dataset, "person=ordzhonikidze")
    assert len(walk) >= 3
    open_timeline(page, "person=ordzhonikidze&event=" + walk[0])
    heading = panel(page).get_by_role("heading", level=2)
    expect(panel(page).get_by_role("link", name=re.compile("^Previous"))).to_have_count(0)
    for event in walk[1:]:
        panel(page).get_by_role("link", name=re.compile("^Next")).click()
        expect(heading).to_have_text(title(dataset, event))
        expect(heading).to_be_focused()
    expect(panel(page).get_by_role("link", name=re.compile("^Next"))).to_have_count(0)
    for event in walk[-2::-1]:
        panel(page).get_by_role("link", name=re.compile("^Previous")).click()
        expect(heading).to_have_text(title(dataset, event))
    assert asked(page) == "person=ordzhonikidze&event=" + walk[0]
    expect_left(page, len(walk), dataset)


def test_enter_opens_escape_closes_and_the_focus_comes_back(page: Page, dataset: Dataset) -> None:
    open_timeline(page)
    chip(page, "first-trial").focus()
    page.keyboard.press("Enter")
    expect(panel(page)).to_contain_text(title(dataset, "first-trial"))
    page.keyboard.press("Escape")
    expect(panel(page)).to_be_hidden()
    expect(chip(page, "first-trial")).to_be_focused()
    page.keyboard.press("Enter")
    expect(panel(page)).to_be_visible()
    panel(page).get_by_role("link", name="Leon Trotsky", exact=True).focus()
    page.keyboard.press("Escape")
    expect(panel(page)).to_be_hidden()
    expect(chip(page, "first-trial")).to_be_focused()
    page.keyboard.press("Enter")
    panel(page).get_by_role("link", name="Close").click()
    expect(panel(page)).to_be_hidden()
    expect(chip(page, "first-trial")).to_be_focused()


def test_the_focus_is_not_lost_when_an_event_without_a_chip_is_closed(page: Page) -> None:
    open_timeline(page, "event=peterson-removed&start=1932-01-01&end=1932-03-01")
    expect(panel(page)).to_be_visible()
    expect(chip(page, "peterson-removed")).to_have_count(0)
    panel(page).get_by_role("link", name="Close").click()
    expect(panel(page)).to_be_hidden()
    expect(page.locator(".timeline-stage:focus, .timeline-stage button:focus")).to_have_count(1)


def test_the_same_events_are_a_list_with_the_same_links(page: Page, dataset: Dataset) -> None:
    open_timeline(page, "person=ordzhonikidze")
    region = page.get_by_role("region", name="The same events as a list")
    expect(region).to_be_hidden()
    page.get_by_role("button", name="List").click()
    expect(region).to_be_visible()
    walk = left(dataset, "person=ordzhonikidze")
    expect(region.locator(".entry-title")).to_have_count(len(walk))
    expect(region.locator(".entry-title").last).to_contain_text(title(dataset, walk[-1]))
    page.get_by_role("searchbox", name="Words").fill("plenum")
    expect(region.locator(".entry-title")).to_have_count(len(left(dataset, "person=ordzhonikidze&q=plenum")))
    page.get_by_role("searchbox", name="Words").fill("")
    expect(region.locator(".entry-title")).to_have_count(len(walk))
    region.locator(".entry-title", has_text=title(dataset, walk[1])).click()
    expect(panel(page).get_by_role("heading", level=2)).to_be_focused()
    assert asked(page) == f"person=ordzhonikidze&event={walk[1]}"
    page.keyboard.press("Escape")
    expect(region).to_be_visible()
    page.reload()
    expect(region.locator(".entry-title")).to_have_count(len(walk))
    expect(region).to_be_visible()


def test_on_a_phone_the_event_is_a_sheet_and_the_list_stands_below(page: Page, dataset: Dataset) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    open_timeline(page, "person=kirov")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    region = page.get_by_role("region", name="The same events as a list")
    expect(region.locator(".entry-title")).to_have_count(len(left(dataset, "person=kirov")))
    expect(region).to_be_visible()
    link = region.locator(".entry-title", has_text=title(dataset, "kirov-murder"))
    link.click()
    expect(panel(page).get_by_role("heading", level=2)).to_be_in_viewport()
    box = panel(page).bounding_box()
    assert box
    assert box["x"] == 0
    assert box["width"] == 390
    assert 400 < box["y"] + box["height"] <= 845
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    panel(page).get_by_role("link", name="Close").click()
    expect(panel(page)).to_be_hidden()
