"""Choosing events: who, which source, which theme, which words, which years; and how they are laid out."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.screen import (
    asked,
    chip,
    choices,
    count_of,
    dates,
    drawn,
    expect_left,
    lanes,
    left,
    open_menu,
    open_timeline,
    result,
    title,
    token,
)
from timeline.dataset import Dataset


@pytest.mark.quick
def test_a_newcomer_sees_all_events_in_lanes(page: Page, dataset: Dataset) -> None:
    open_timeline(page)
    expect(page.get_by_role("banner")).to_contain_text(dataset.title)
    expect_left(page, len(dataset.events), dataset)
    for theme in dataset.themes:
        expect(lanes(page)).to_contain_text(theme.name)
    expect(chip(page, "kirov-murder")).to_be_in_viewport()
    assert len(drawn(page)) >= 20
    # The whole fits on the screen: nothing scrolls but what is made for it.
    assert page.evaluate("document.documentElement.scrollHeight <= innerHeight")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize(
    ("typed", "person"),
    [("Enukidze", "yenukidze"), ("Енукидзе", "yenukidze"), ("Orjonikidze", "ordzhonikidze")],
)
def test_a_person_is_found_in_any_spelling(page: Page, dataset: Dataset, typed: str, person: str) -> None:
    open_timeline(page)
    menu = open_menu(page, "People")
    menu.get_by_label("Find a person").fill(typed)
    expect(choices(menu)).to_have_count(1)
    name = str(dataset.people.set_index("person_id").loc[person, "name"])
    expect(choices(menu)).to_contain_text(name)
    count = count_of(choices(menu))
    assert count == int((dataset.cast["person_id"] == person).sum())
    menu.get_by_role("checkbox", name=name).check()
    expect_left(page, count, dataset)
    expect(token(page, f"Person: {name}")).to_be_visible()
    assert asked(page) == f"person={person}"
    assert drawn(page)
    assert drawn(page) <= set(left(dataset, f"person={person}"))


@pytest.mark.parametrize("menu_name", ["People", "Sources", "Themes"])
def test_the_count_beside_a_choice_is_what_it_then_leaves(
    page: Page, dataset: Dataset, menu_name: str
) -> None:
    open_timeline(page, "q=moscow&from=1934")
    menu = open_menu(page, menu_name)
    expect(choices(menu).nth(1)).to_be_visible()
    offered = choices(menu).all_inner_texts()
    for place in (1, 0):
        count = count_of(choices(menu).nth(place))
        value = choices(menu).nth(place).get_by_role("checkbox").get_attribute("value")
        box = menu.locator(f'input[value="{value}"]')
        box.check()
        expect_left(page, count, dataset)
        box.uncheck()
        expect_left(page, len(left(dataset, "q=moscow&from=1934")), dataset)
        expect(choices(menu)).to_have_text(
            offered, use_inner_text=True
        )  # the counts are those of this filter again


def test_several_people_are_any_of_them_or_all_together(page: Page, dataset: Dataset) -> None:
    both = "person=yenukidze&person=ordzhonikidze"
    open_timeline(page, "person=yenukidze")
    menu = open_menu(page, "People")
    menu.get_by_label("Find a person").fill("ordzhon")
    menu.get_by_role("checkbox", name="Sergo Ordzhonikidze").check()
    expect_left(page, len(left(dataset, both)), dataset)
    expect(menu.locator("summary")).to_contain_text("2")
    menu.get_by_label("all of them together").check()
    together = left(dataset, both + "&match=all")
    expect_left(page, len(together), dataset)
    assert 0 < len(together) < len(left(dataset, both))
    assert asked(page) == "person=yenukidze&person=ordzhonikidze&match=all"
    assert drawn(page) <= set(together)


def test_words_and_dates_narrow_down_what_the_menus_left(page: Page, dataset: Dataset) -> None:
    open_timeline(page)
    page.get_by_role("searchbox", name="Words").fill("kirov")
    expect_left(page, len(left(dataset, "q=kirov")), dataset)
    dates(page).get_by_label("From", exact=True).fill("December 1934")
    page.keyboard.press("Tab")
    expect_left(page, len(left(dataset, "q=kirov&from=December 1934")), dataset)
    dates(page).get_by_label("To", exact=True).fill("1935")
    page.keyboard.press("Enter")
    rest = left(dataset, "q=kirov&from=December 1934&to=1935")
    expect_left(page, len(rest), dataset)
    assert asked(page) == "q=kirov&from=December+1934&to=1935"
    assert "kirov-murder" in rest
    expect(chip(page, "kirov-murder")).to_be_visible()
    # The choices in the menus know of the words and the dates.
    menu = open_menu(page, "Themes")
    theme = next(theme for theme in dataset.themes if theme.id == "kirov")
    choice = choices(menu).filter(has_text=theme.name)
    expect(choice).to_be_visible()
    assert count_of(choice) == len(left(dataset, asked(page) + "&theme=kirov"))


def test_a_date_of_the_filter_that_cannot_be_read_says_the_cure(page: Page, dataset: Dataset) -> None:
    open_timeline(page)
    dates(page).get_by_label("From", exact=True).fill("01/12/1934")
    page.keyboard.press("Enter")
    expect(page.locator("#asked")).to_contain_text("write 1 December 1934")
    expect_left(page, len(dataset.events), dataset)
    dates(page).get_by_label("From", exact=True).fill("1 December 1934")
    page.keyboard.press("Enter")
    expect_left(page, len(left(dataset, "from=1 December 1934")), dataset)
    expect(page.locator("#asked")).not_to_contain_text("write 1 December 1934")


@pytest.mark.quick
def test_each_part_can_be_taken_away_and_all_be_cleared(page: Page, dataset: Dataset) -> None:
    open_timeline(page, "person=stalin&source=prolewiki&theme=trials&q=moscow")
    expect(page.locator("#asked .token")).to_have_count(4)
    token(page, "Words: moscow").click()
    expect_left(page, len(left(dataset, "person=stalin&source=prolewiki&theme=trials")), dataset)
    expect(page.get_by_role("searchbox", name="Words")).to_have_value("")
    page.get_by_role("link", name="Clear all").click()
    expect_left(page, len(dataset.events), dataset)
    expect(page.locator("#asked .token")).to_have_count(0)
    assert asked(page) == ""
    menu = open_menu(page, "People")
    expect(choices(menu).first).to_be_visible()
    expect(menu.locator("input:checked[type=checkbox]")).to_have_count(0)
    page.go_back()
    expect(page.locator("#asked .token")).to_have_count(3)


def test_a_filter_that_leaves_nothing_offers_what_to_give_up(page: Page, dataset: Dataset) -> None:
    open_timeline(page, "person=yenukidze")
    page.get_by_role("searchbox", name="Words").fill("xylophone")
    expect_left(page, 0, dataset)
    expect(page.locator("#asked")).to_contain_text("Nothing is left.")
    assert drawn(page) == set()
    offer = page.get_by_role("link", name="the word “xylophone”")
    said = re.search(r"“xylophone” \((\d+)\)", page.locator("#asked").inner_text())
    assert said
    offer.click()
    expect_left(page, int(said[1]), dataset)
    assert int(said[1]) == len(left(dataset, "person=yenukidze"))
    expect(page.locator("#asked")).not_to_contain_text("Nothing is left.")


def test_lanes_are_by_theme_person_source_or_none(page: Page, dataset: Dataset) -> None:
    open_timeline(page, "person=yenukidze&person=kirov&source=prolewiki&source=spartacus")
    names = dataset.people.set_index("person_id")["name"]
    titles = dataset.sources.set_index("source_id")["speaker"]
    choice = page.get_by_role("combobox", name="Lanes")
    choice.select_option("by person")
    expect(lanes(page)).to_contain_text(str(names["yenukidze"]))
    expect(lanes(page)).to_contain_text(str(names["kirov"]))
    choice.select_option("by source")
    expect(lanes(page)).to_contain_text(str(titles["prolewiki"]))
    expect(lanes(page)).to_contain_text(str(titles["spartacus"]))
    expect(lanes(page)).not_to_contain_text(str(titles["wikipedia"]))
    # Each source gives the event its own name.
    expect(chip(page, "kirov-murder")).to_have_count(3)  # the record has a lane of its own
    told = dataset.accounts.set_index(["event_id", "source_id"])["called"]
    for source in ("prolewiki", "spartacus"):
        called = str(told["kirov-murder", source])
        expect(chip(page, "kirov-murder").filter(has_text=called[:20])).to_have_count(1)
    choice.select_option("none")
    expect(lanes(page)).not_to_contain_text(str(titles["prolewiki"]))
    expect(chip(page, "kirov-murder")).to_have_count(1)
    assert "lanes=none" in asked(page)
    choice.select_option("by theme")
    expect(lanes(page)).to_contain_text(dataset.themes[0].name)


def test_what_a_filter_removes_can_stay_as_a_ghost(page: Page, dataset: Dataset) -> None:
    open_timeline(page)
    switch = page.get_by_label("Keep the rest as ghosts")
    expect(switch).to_be_hidden()
    open_timeline(page, "person=ordzhonikidze")
    inside = set(left(dataset, "person=ordzhonikidze"))
    assert drawn(page) <= inside
    assert drawn(page, ghosts=True) == set()
    switch.check()
    expect(page.locator("button.event.ghost").first).to_be_visible()
    expect_left(page, len(inside), dataset)
    assert len(drawn(page, ghosts=True)) > 10
    assert not drawn(page, ghosts=True) & inside
    assert "ghosts=1" in asked(page)
    switch.uncheck()
    expect(page.locator("button.event.ghost")).to_have_count(0)


def test_a_perspective_gives_its_names_and_dates_and_leaves_ghosts(page: Page, dataset: Dataset) -> None:
    open_timeline(page)
    source = "prolewiki"
    page.get_by_label("As told by", exact=True).select_option(source)
    expect(token(page, "As told by")).to_be_visible()
    voices = dataset.sources.loc[dataset.sources["document"] == source, "source_id"]
    heard = set(dataset.accounts.loc[dataset.accounts["source_id"].isin(voices), "event_id"])
    told = dataset.accounts[dataset.accounts["source_id"] == source].set_index("event_id")
    expect(chip(page, "kirov-murder")).to_contain_text(str(told.loc["kirov-murder", "called"])[:20])
    assert title(dataset, "kirov-murder") != told.loc["kirov-murder", "called"]
    assert drawn(page)
    assert drawn(page) <= heard
    # Nothing is left out, so nothing could be kept.
    expect(page.get_by_label("Keep the rest as ghosts")).to_be_hidden()
    ghosts = drawn(page, ghosts=True)
    assert ghosts
    assert not ghosts & heard
    page.get_by_label("As told by", exact=True).select_option(label="the record")
    expect(chip(page, "kirov-murder")).to_contain_text(title(dataset, "kirov-murder"))
    expect(result(page)).to_contain_text(str(len(dataset.events)))
