"""The head of the timeline: by how many an event is told, and lines that stay where they are whatever is filtered."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests import odd_folders
from tests.browser.conftest import Serve
from tests.browser.screen import (
    PATIENCE,
    asked,
    dates,
    drawn,
    expect_left,
    left,
    open_menu,
    open_timeline,
    token,
    told_by,
)
from timeline.dataset import Dataset

FILTERS = (
    "",
    "person=yenukidze",
    "person=yenukidze&person=stalin&theme=kremlin&theme=trials&q=the&from=1934&to=1938&told=several&as=prolewiki",
    "person=nobody&colour=red&lanes=colour&from=someday",
    "person=yenukidze&q=xylophone",
    "as=prolewiki&lanes=source",
    "event=kirov-murder",
)


def top(page: Page) -> float:
    """Where the drawing begins, once Dash has taken over what stood first."""
    page.wait_for_function("() => !document.getElementById('first').hasChildNodes()", timeout=PATIENCE)
    box = page.locator("#react-entry-point .stage-drawing").bounding_box()
    assert box
    return box["y"]


def count(choice: Locator) -> int:
    return int(choice.locator(".told-count").inner_text().replace(",", ""))


@pytest.mark.quick
def test_events_are_chosen_by_how_many_tell_them(page: Page, dataset: Dataset) -> None:
    open_timeline(page)
    row = page.get_by_role("radiogroup", name="Told by")
    expect(row.get_by_role("radio", name="any")).to_be_checked()
    for word, name in {
        "all": "all five",
        "one": "one only",
        "none": "none",
        "disputed": "contradicted",
    }.items():
        choice = row.get_by_role("radio", name=name)
        offered = count(choice)
        choice.click()
        expect_left(page, offered, dataset)
        assert asked(page) == f"told={word}"
        assert offered == len(left(dataset, f"told={word}"))
        expect(choice).to_be_checked()
        expect(row.locator('[aria-checked="true"]')).to_have_count(1)
        assert drawn(page) <= set(left(dataset, f"told={word}"))
    token(page, "Contradicted").click()
    expect_left(page, len(dataset.events), dataset)
    expect(row.get_by_role("radio", name="any")).to_be_checked()


def test_the_numbers_are_of_the_present_filter(page: Page, dataset: Dataset) -> None:
    open_timeline(page, "person=yenukidze&told=one")
    for query in ("person=yenukidze", "person=yenukidze&q=kremlin"):
        if "q=" in query:
            page.get_by_role("searchbox", name="Words").fill("kremlin")
        for word in ("", "all", "several", "one", "none", "disputed"):
            there = len(left(dataset, f"{query}&told={word}"))
            expect(told_by(page, word).locator(".told-count")).to_have_text(str(there))
    expect_left(page, len(left(dataset, "person=yenukidze&q=kremlin&told=one")), dataset)


def test_the_arrows_choose_as_in_any_group_of_radio_buttons(page: Page, dataset: Dataset) -> None:
    open_timeline(page, "told=all")
    told_by(page, "all").focus()
    for key, word in (
        ("ArrowRight", "several"),
        ("End", "disputed"),
        ("ArrowDown", ""),
        ("ArrowLeft", "disputed"),
    ):
        page.keyboard.press(key)
        expect(told_by(page, word)).to_be_focused()
        expect_left(page, len(left(dataset, f"told={word}")), dataset)
        expect(told_by(page, word)).to_have_attribute("aria-checked", "true")
    assert page.locator("#react-entry-point [data-told][tabindex='0']").count() == 1
    page.go_back()
    expect(told_by(page, "")).to_have_attribute("aria-checked", "true")


def test_a_folder_in_which_nothing_can_be_compared_has_no_such_row(
    page: Page, serve: Serve, tmp_path: Path
) -> None:
    open_timeline(page, base=serve(odd_folders.events_only(tmp_path)))
    expect(page.get_by_role("radiogroup", name="Told by")).to_be_hidden()
    expect(page.get_by_text("contradicted")).to_have_count(0)


@pytest.mark.parametrize(("width", "height", "most"), [(1366, 768, 106), (1024, 768, 106), (1920, 1080, 112)])
def test_nothing_that_is_filtered_moves_the_drawing(page: Page, width: int, height: int, most: int) -> None:
    page.set_viewport_size({"width": width, "height": height})
    tops = set()
    for query in FILTERS:
        open_timeline(page, query)
        tops.add(top(page))
        page.wait_for_function(
            """() => document.documentElement.scrollWidth <= innerWidth
              && document.documentElement.scrollHeight <= innerHeight"""
        )
    assert len(tops) == 1
    assert tops.pop() <= most


@pytest.mark.parametrize("width", [1280, 1366, 1920])
def test_the_whole_bar_is_seen_at_the_size_of_a_usual_laptop(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 768})
    open_timeline(page, "told=disputed")
    top(page)
    row = page.locator("#react-entry-point .told-choices")
    assert row.evaluate("row => row.scrollWidth - row.clientWidth") <= 1
    bar = page.locator("#react-entry-point .filters")
    assert bar.evaluate("bar => bar.scrollWidth <= bar.clientWidth")
    assert bar.evaluate("bar => [...bar.children].every((part) => part.offsetHeight <= 36)")


@pytest.mark.parametrize("width", [390, 700, 800, 1000, 1200, 1366, 1920])
def test_the_subtitle_is_seen_whole_or_not_at_all(page: Page, dataset: Dataset, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 768})
    open_timeline(page)
    seen = page.locator(".masthead-subtitle").evaluate(
        """node => {
          const [text, room] = [node, node.parentElement].map((part) => part.getBoundingClientRect());
          const inside = text.bottom <= room.bottom + text.height / 4 && text.right <= room.right + 1;
          return inside ? "whole" : text.top >= room.bottom - 1 ? "away" : "cut";
        }"""
    )
    assert seen == ("whole" if width >= 1920 else "away")
    expect(open_menu(page, "More")).to_contain_text(dataset.subtitle)


@pytest.mark.parametrize(
    ("query", "offered"),
    [
        ("", False),
        ("as=prolewiki", False),
        ("lanes=source", False),
        ("told=one", True),
        ("as=prolewiki&q=kirov", True),
    ],
)
def test_ghosts_are_offered_where_something_is_left_out(page: Page, query: str, offered: bool) -> None:
    open_timeline(page, query)
    expect(page.get_by_label("Keep the rest as ghosts")).to_be_visible(visible=offered)


def test_type_grows_with_the_window_and_with_what_a_reader_has_set(page: Page) -> None:
    sizes = {}
    for width, height in ((1366, 768), (2560, 1440)):
        page.set_viewport_size({"width": width, "height": height})
        open_timeline(page)
        sizes[width] = page.evaluate(
            """() => [".told button", ".result"].map((part) => parseFloat(getComputedStyle(
              document.querySelector(part)).fontSize))"""
        )
        scale = page.evaluate("contestedTimeline.drawingOf(document.getElementById('drawing')).metrics.scale")
        sizes[width].append(scale)
    assert all(large > 1.2 * small for small, large in zip(sizes[1366], sizes[2560], strict=True))
    assert sizes[1366][2] == 1
    # A window that is made larger is noticed, too.
    page.set_viewport_size({"width": 1366, "height": 768})
    page.wait_for_function(
        "contestedTimeline.drawingOf(document.getElementById('drawing')).metrics.scale === 1"
    )


def test_on_a_projector_the_lanes_by_source_are_offered_first(page: Page) -> None:
    open_timeline(page)
    names = page.get_by_role("combobox", name="Lanes").locator("option:not([hidden])")
    expect(names).to_have_text(["by theme", "by person", "by source", "none"])
    open_menu(page, "More").get_by_label("Theme", exact=True).select_option("projector")
    names = page.locator("#show-lanes option:not([hidden])")
    expect(names).to_have_text(["by source", "by theme", "by person", "none"])
    expect(page.locator("#show-lanes")).to_have_value("theme")
    assert (
        page.evaluate("contestedTimeline.drawingOf(document.getElementById('drawing')).metrics.scale") == 1.5
    )
    # The filters are folded there, and open over the drawing.
    before = top(page)
    page.get_by_text("Choose events").click()
    told_by(page, "disputed").click()
    page.wait_for_url("**told=disputed")
    assert top(page) == before


@pytest.mark.parametrize(("width", "height"), [(390, 844), (844, 390)])
def test_on_a_phone_filters_open_over_the_drawing_and_the_list_is_one_press_away(
    page: Page, dataset: Dataset, width: int, height: int
) -> None:
    page.set_viewport_size({"width": width, "height": height})
    open_timeline(page)
    before = top(page)
    expect(page.get_by_role("radiogroup", name="Told by")).to_be_hidden()
    page.get_by_text("Choose events").click()
    told_by(page, "disputed").click()
    expect_left(page, len(left(dataset, "told=disputed")), dataset)
    dates(page).get_by_label("From", exact=True).fill("1934")
    page.keyboard.press("Enter")
    expect_left(page, len(left(dataset, "told=disputed&from=1934")), dataset)
    # Escape closes the inner menu, then the outer one; so does a press beside it.
    page.keyboard.press("Escape")
    expect(page.get_by_label("From", exact=True)).to_be_hidden()
    page.keyboard.press("Escape")
    expect(told_by(page, "disputed")).to_be_hidden()
    page.get_by_text("Choose events").click()
    expect(told_by(page, "disputed")).to_be_in_viewport(ratio=1)
    page.locator(".masthead").click(position={"x": 3, "y": 3})
    expect(told_by(page, "disputed")).to_be_hidden()
    assert top(page) == before
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.get_by_role("button", name="List").click()
    title = page.locator("#list .entry-title").first
    expect(title).to_be_in_viewport(timeout=PATIENCE)
    expect(title).to_be_focused()
