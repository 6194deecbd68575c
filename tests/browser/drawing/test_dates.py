"""Whose date it is and how firm: what is drawn, said and explained, without colour."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.drawing_page import BOUNDS, draw, event, open_page

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


def looks(page: Page, last: int, *flags: int) -> list[tuple[str, str]]:
    """One event in several states, on the canvas and as SVG."""
    found = []
    for flag in flags:
        draw(page, [event("e", 900, last, flags=flag)], bounds=BOUNDS)
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
    on_canvas, as_svg = zip(*looks(bare, last, 0, ELSEWHERE, UNDATED, COMMONLY), strict=True)
    apart = {"firm", "placed", "undated", "commonly"} if last == 900 else {"firm", "undated", "commonly"}
    assert len(set(on_canvas)) == len(set(as_svg)) == len(apart)  # a bar says by its words who placed it
    [partly] = looks(bare, last, PARTLY)
    assert partly == (on_canvas[3], as_svg[3])


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
    [mentioned, reached] = looks(bare, 900, NO_MENTION, NO_REACH)
    assert mentioned[0] != reached[0]
    assert mentioned[1] != reached[1]
    bare.get_by_role("button", name="Key").click()
    for words in (mention, reach):
        expect(bare.get_by_role("group", name="Key")).to_contain_text(words.removeprefix("this source "))
