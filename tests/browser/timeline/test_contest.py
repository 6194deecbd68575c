"""The contest as a person reads it: from a label's name, a tip, the overview, and what is lit together."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests import odd_folders
from tests.browser.conftest import Serve
from tests.browser.screen import chip, open_timeline, window
from timeline.dataset import Dataset

WINTER = "lanes=source&start=1934-11-01&end=1935-01-31"


def tip(page: Page) -> Locator:
    return page.locator(".timeline-tip.seen")


def lane_of(page: Page, name: str) -> int:
    """The lane with this name, counted from the top."""
    lanes: list[str] = page.evaluate(
        """() => contestedTimeline.drawingOf(document.getElementById("drawing")).model.lanes.map(lane => lane.name)"""
    )
    return lanes.index(name)


def telling(page: Page, event: str, source: str) -> Locator:
    """The label of an event in the lane of a source."""
    entry = page.evaluate(
        """([event, lane]) => {
          const { cols } = contestedTimeline.drawingOf(document.getElementById("drawing")).model;
          return cols.id.findIndex((id, k) => id === event && cols.lane[k] === lane);
        }""",
        [event, lane_of(page, source)],
    )
    return page.locator(f'button.event[data-entry="{entry}"]')


def test_a_label_says_how_many_sources_tell_it_and_that_they_contradict_each_other(page: Page) -> None:
    open_timeline(page)
    named = page.get_by_role("button", name=re.compile("^Kirov is shot"))
    expect(named).to_have_accessible_name(re.compile("told by all 5 sources, contradicted$"))
    named.hover()
    expect(tip(page)).to_contain_text("Told by all 5 sources")
    expect(tip(page)).to_contain_text("≠They contradict each other")
    lines = tip(page).locator("div").all_inner_texts()
    assert lines[lines.index("≠They contradict each other") + 1 :] == [
        "○Wikipedia: reports",
        "○Wikipedia mirror: reports, repeats another",
        "◇Georgian Journal: own version",
        "●ProleWiki: accepts",
        "○Spartacus Educational: reports",
    ]


def test_a_tip_of_a_telling_says_what_that_source_says_and_whom_it_does_not_name(page: Page) -> None:
    open_timeline(page, WINTER)
    label = telling(page, "kirov-murder", "Wikipedia")
    expect(label).to_have_accessible_name(
        re.compile(
            "^the assassination of Sergei Kirov, December 1934, Sergei Kirov, "
            "does not name Leonid Nikolaev, Milda Draule, Reports, told by all 5 sources"
        )
    )
    label.hover()
    said = [
        "the assassination of Sergei Kirov",
        "December 1934",
        "Sergei Kirov",
        "Does not name Leonid Nikolaev, Milda Draule",
        "○Reports",
    ]
    for place, words in enumerate(said):
        expect(tip(page).locator("div").nth(place)).to_have_text(words)


def test_a_date_is_given_in_the_words_of_its_source(page: Page) -> None:
    open_timeline(page, "lanes=source&start=1935-01-15&end=1935-04-15")
    telling(page, "yenukidze-removed", "Wikipedia").hover()
    expect(tip(page)).to_contain_text("given as “February [1935]”")


def test_pointing_at_an_event_or_focusing_it_lights_it_in_the_other_lanes(page: Page) -> None:
    open_timeline(page, WINTER)
    record, spartacus = (
        telling(page, "kirov-murder", name) for name in ("The record", "Spartacus Educational")
    )
    every, lit = chip(page, "kirov-murder"), page.locator("button.event.fellow")
    expect(lit).to_have_count(0)
    count = every.count()
    assert count > 2
    record.hover()
    expect(lit).to_have_count(count - 1)
    assert set(lit.evaluate_all("nodes => nodes.map(node => node.dataset.event)")) == {"kirov-murder"}
    expect(record).not_to_have_class(re.compile("fellow"))
    expect(spartacus).to_have_class(re.compile("fellow"))
    page.mouse.move(5, 5)
    expect(lit).to_have_count(0)
    spartacus.focus()
    expect(lit).to_have_count(count - 1)
    expect(spartacus).not_to_have_class(re.compile("fellow"))
    # They stay lit when the drawing is moved and its buttons are made anew.
    page.keyboard.press("+")
    window(page)
    expect(lit).to_have_count(every.count() - 1)
    expect(record).to_have_class(re.compile("fellow"))
    spartacus.evaluate("node => node.blur()")
    expect(lit).to_have_count(0)


def test_the_overview_says_where_most_is_disputed(page: Page, dataset: Dataset) -> None:
    open_timeline(page)
    seen = page.get_by_role("slider", name="Stretch of time seen")
    expect(seen).to_have_accessible_description(re.compile(r"^Most disputed: \w+ 193\d, \d+ of \d+\.$"))
    expect(page.locator(".timeline-legend")).to_contain_text("events a month")


def test_a_folder_of_events_alone_has_no_word_of_contest(page: Page, serve: Serve, tmp_path: Path) -> None:
    open_timeline(page, base=serve(odd_folders.events_only(tmp_path)))
    expect(page.locator(".timeline-legend")).not_to_contain_text("told")
    for name in chip(page, "first"), chip(page, "middle"):
        expect(name).not_to_have_accessible_name(re.compile("told|contradict"))
    chip(page, "middle").hover()
    expect(tip(page)).not_to_contain_text(re.compile("[Tt]old|contradict"))
