"""The contest as a person reads it: from a label's name, a tip, the overview, and what is lit together."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests import odd_folders
from tests.browser.conftest import Serve
from tests.browser.screen import chip, drawn, left, open_timeline, window
from timeline.dataset import Dataset

WINTER = "lanes=source&start=1934-11-01&end=1935-01-31"


SCENE = """() => {
  const { scene } = contestedTimeline.drawingOf(document.getElementById("drawing"));
  const { lanes } = scene.model;
  return {
    lanes: lanes.map(lane => lane.name),
    rows: scene.rows,
    ribbons: scene.ribbons.map(({ id, from, to, broken, bold }) => ({ id, from, to, broken, bold })),
    silences: scene.silences.map(run => ({ lane: lanes[run.lane].name, text: run.text, count: run.entries.length })),
  };
}"""


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


def scene(page: Page) -> dict[str, Any]:
    """Lanes, ribbons and silences as they are drawn, once the view has settled."""
    window(page)
    found: dict[str, Any] = page.evaluate(SCENE)
    return found


def named(page: Page) -> set[str]:
    """The events whose names can be read."""
    window(page)
    return drawn(page)


def test_at_rest_most_of_what_there_is_room_for_is_named(page: Page) -> None:
    page.set_viewport_size({"width": 1366, "height": 768})
    open_timeline(page)
    assert len(named(page)) >= 70


@pytest.mark.parametrize("month", ["start=1935-03-01&end=1935-03-31", "start=1936-08-01&end=1936-08-31"])
def test_a_crowded_month_has_every_event_named(page: Page, month: str) -> None:
    page.set_viewport_size({"width": 1366, "height": 768})
    open_timeline(page, month)
    window(page)
    expect(page.locator(".timeline-more:visible")).to_have_count(0)
    assert len(named(page)) > 12


def test_another_date_is_a_ribbon_that_slants(page: Page) -> None:
    open_timeline(page, "lanes=source&start=1935-02-14&end=1935-04-07")
    seen = scene(page)
    pieces = [piece for piece in seen["ribbons"] if piece["id"] == "yenukidze-removed"]
    lanes = [(seen["lanes"][piece["from"]["lane"]], seen["lanes"][piece["to"]["lane"]]) for piece in pieces]
    slants = [abs(piece["from"]["x"] - piece["to"]["x"]) > 20 for piece in pieces]
    # Wikipedia says February, the record 3 March; the mirror repeats it; who gives no date stands at the record's.
    assert lanes[:3] == [
        ("The record", "Wikipedia"),
        ("Wikipedia", "Wikipedia mirror"),
        ("Wikipedia mirror", "Georgian Journal"),
    ]
    assert slants[:3] == [True, False, True]
    assert all(piece["bold"] for piece in pieces)
    assert [piece["broken"] for piece in pieces] == [False, False, False, True]  # on to those who are silent


def test_what_a_source_leaves_out_is_one_band_that_says_how_much(page: Page, dataset: Dataset) -> None:
    open_timeline(page, "theme=kremlin&lanes=source")
    of = len(left(dataset, "theme=kremlin"))
    [band] = [run for run in scene(page)["silences"] if run["lane"] == "ProleWiki"]
    words = page.locator(".timeline-silence", has_text=band["text"])
    assert words.first.is_visible()
    assert band["text"] == f"nothing on the Kremlin case, {band['count']} events"
    told = page.evaluate(
        """lane => {
          const { model } = contestedTimeline.drawingOf(document.getElementById("drawing"));
          const { cols, order, silent } = model;
          return [...order].filter((i) => cols.lane[i] === lane && !silent[i]).length;
        }""",
        lane_of(page, "ProleWiki"),
    )
    assert band["count"] + told == of


def test_two_tellings_stand_on_one_axis_joined_where_both_tell(page: Page) -> None:
    open_timeline(page, "with=georgian-journal&as=wikipedia")
    seen = scene(page)
    assert seen["lanes"] == ["Wikipedia", "Georgian Journal"]
    assert {piece["from"]["lane"] for piece in seen["ribbons"]} == {0}
    assert "kirov-murder" in {piece["id"] for piece in seen["ribbons"]}


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
