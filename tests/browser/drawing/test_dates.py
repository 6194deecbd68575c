"""Whose date it is and how firm: what is drawn, said and explained, without colour."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.drawing_page import BOUNDS, DOCUMENTS, draw, event, open_page

pytestmark = pytest.mark.quick  # the bare drawing, without a server

ELSEWHERE, UNDATED, PARTLY, COMMONLY = 16, 32, 64, 128
NO_MENTION, NO_REACH = 4 | 256, 4 | 512


@pytest.fixture
def bare(page: Page) -> Page:
    page.set_viewport_size({"width": 1200, "height": 600})
    open_page(page)
    return page


def svg(page: Page) -> str:
    return page.evaluate("contestedTimeline.toSvg(drawn.drawing, {})")


def picture(page: Page) -> str:
    return page.evaluate("drawn.drawing.parts.canvas.toDataURL()")


def looks(page: Page, *events: dict[str, Any]) -> list[tuple[str, str]]:
    """One event in several states, on the canvas and as SVG."""
    found = []
    for one in events:
        draw(page, [one], bounds=BOUNDS, documents=DOCUMENTS)
        found.append((picture(page), svg(page)))
    return found


def test_a_source_that_gives_no_date_is_not_made_to_give_the_record_s(bare: Page) -> None:
    draw(bare, [event("died", 900, when="10 May 1934", flags=UNDATED),
                event("vote", 1900, when="summer 1932", flags=UNDATED | ELSEWHERE)], bounds=BOUNDS)  # fmt: skip
    words = "gives no date; stands at the record's 10 May 1934"
    bare.get_by_role("button", name=f"died, {words}").hover()
    expect(bare.locator(".timeline-tip.seen")).to_contain_text(words)
    bare.get_by_role("button", name="gives no date; stands where another source puts it, summer 1932").hover()
    expect(bare.locator(".timeline-tip.seen")).not_to_contain_text("the source's")
    bare.get_by_role("button", name="Key").click()
    expect(bare.get_by_role("group", name="Key")).to_contain_text("the source gives no date")


def test_a_day_that_is_not_established_says_so(bare: Page) -> None:
    draw(bare, [event("removed", 900, when="3 March 1935", flags=COMMONLY),
                event("died", 1500, when="18 June 1936", flags=PARTLY),
                event("told", 2200, when="1937", flags=UNDATED | COMMONLY)], bounds=BOUNDS)  # fmt: skip
    for words in (
        "commonly given as 3 March 1935",
        "18 June 1936, partly confirmed",
        "gives no date; stands at the record's 1937, commonly given",
    ):
        bare.get_by_role("button", name=words).hover()
        expect(bare.locator(".timeline-tip.seen")).to_contain_text(words)
    bare.get_by_role("button", name="Key").click()
    expect(bare.get_by_role("group", name="Key")).to_contain_text("commonly given, not established")


@pytest.mark.parametrize("last", [900, 1400])
def test_a_date_that_is_not_firm_or_not_the_source_s_has_a_mark_of_its_own(bare: Page, last: int) -> None:
    marks = [event("e", 900, last, flags=flags) for flags in (0, UNDATED, COMMONLY, PARTLY)]
    firm, undated, commonly, partly = looks(bare, *marks)  # what is partly confirmed is said in words
    for canvas_or_svg in (0, 1):
        assert len({look[canvas_or_svg] for look in (firm, undated, commonly)}) == 3
    assert partly == firm


def test_a_date_that_is_the_source_s_and_not_the_record_s_says_so(bare: Page) -> None:
    draw(bare, [event("died", 900, flags=ELSEWHERE)], bounds=BOUNDS)
    bare.get_by_role("button", name="died").hover()
    expect(bare.locator(".timeline-tip.seen")).to_contain_text("This date is the source's, not the record's")


def test_what_is_only_possible_has_its_date_beside_it_and_no_date_where_the_source_gives_none(
    bare: Page,
) -> None:
    within = {"sureFrom": 1401, "sureTo": 899, "when": "1934"}
    for more, written in (
        ({}, "1934"),
        ({"given": "that year"}, "that year"),
        ({"flags": UNDATED}, "no date"),
    ):
        draw(bare, [event("e", 900, 1400, **within, **more)], bounds=BOUNDS)
        assert re.findall(r"<text[^>]*italic[^>]*>([^<]*)</text>", svg(bare)) == [written, "e"]


def test_a_source_that_does_not_mention_and_one_that_does_not_reach_look_and_sound_different(
    bare: Page,
) -> None:
    mention, reach = (
        "this source covers this time and does not mention it",
        "this source does not reach this time",
    )
    for flags, words in ((NO_MENTION, mention), (NO_REACH, reach)):
        draw(bare, [event("ghost", 900, flags=flags)], bounds=BOUNDS)
        bare.get_by_role("button", name=f"ghost, day 900, {words}").hover()
        expect(bare.locator(".timeline-tip.seen")).to_contain_text(words[1:])
    # Its own place before the name is a ring or empty; the other document tells it.
    mentioned, reached = looks(
        bare,
        event("ghost", 900, flags=NO_MENTION, contest="0-"),
        event("ghost", 900, flags=NO_REACH, contest="0."),
    )
    assert mentioned[0] != reached[0]
    assert mentioned[1] != reached[1]
    bare.get_by_role("button", name="Key").click()
    for words in (mention, reach):
        expect(bare.get_by_role("group", name="Key")).to_contain_text(words.removeprefix("this source "))
