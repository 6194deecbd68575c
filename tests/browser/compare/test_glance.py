"""An event at a glance as a person sees it: on the first screen, by keyboard, on a phone, blind, with a base."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.access import violations
from tests.browser.compare.test_compare import heads, open_compare
from tests.browser.screen import PATIENCE, open_timeline, panel
from timeline.dataset import Dataset

TALLEST = 260  # pixels, of the glance at 1366 x 768
LONGEST = 2600  # pixels, of the page


def slot(page: Page, heading: str) -> Locator:
    """A slot of the glance."""
    name = re.compile(rf"^{heading}\b")
    return page.locator(".glance-slot").filter(has=page.get_by_role("heading", name=name))


def filling(page: Page, heading: str, source: str) -> Locator:
    """What a source has in a slot: the cell beside its name in the glance."""
    return (
        slot(page, heading).locator(".glance-cell").filter(has_text=re.compile(rf"\b{source}( and [^:]+)?: "))
    )


def seen_in_first_screen(page: Page, part: Locator) -> bool:
    box, size = part.bounding_box(), page.viewport_size
    return bool(box and size and box["y"] >= 0 and box["y"] + box["height"] <= size["height"])


@pytest.mark.quick
def test_who_stands_behind_kirovs_murder_is_read_from_the_first_screen(page: Page, dataset: Dataset) -> None:
    open_compare(page, "event=kirov-murder")
    asked = dataset.answers[dataset.answers["question_id"] == "nikolaev-alone"]
    for document, speaker in (
        ("georgian-journal", "Georgian Journal"),
        ("prolewiki", "ProleWiki"),
        ("spartacus", "Spartacus Educational"),
    ):
        position = asked.loc[asked["source_id"] == document, "position"].iloc[0]
        cell = filling(page, "Behind it", speaker)
        expect(cell).to_contain_text(f"[{position}]")
        assert seen_in_first_screen(page, cell)
    empty = filling(page, "Behind it", "Wikipedia")
    expect(empty.first).to_contain_text("leaves this out")
    assert seen_in_first_screen(page, empty.first)


def test_prolewiki_fills_a_slot_that_wikipedia_leaves_empty(page: Page) -> None:
    open_compare(page, "event=kirov-murder")
    for heading in ("Behind it", "Stalin's part", "By whom"):
        empty = filling(page, heading, "Wikipedia").first.locator("> :last-child")
        full = filling(page, heading, "ProleWiki").locator("> :last-child")
        assert empty.evaluate("part => getComputedStyle(part).borderStyle") == "dashed"
        assert full.evaluate("part => getComputedStyle(part).borderStyle") == "none"
        assert empty.evaluate("part => part.innerText.includes('[')") is False


def test_five_sources_fit_in_a_glance_and_the_page_is_short(page: Page) -> None:
    page.set_viewport_size({"width": 1366, "height": 768})
    open_compare(page, "event=kirov-murder")
    box = page.locator(".glance").bounding_box()
    assert box
    assert box["height"] <= TALLEST
    assert page.evaluate("document.documentElement.scrollHeight") <= LONGEST
    # The sources go across: what one says stands on one line in every slot.
    for source in ("Georgian Journal", "ProleWiki"):
        tops = {
            round(found["y"])
            for heading in ("How named", "When", "What was done", "Behind it")
            if (found := filling(page, heading, source).bounding_box())
        }
        assert len(tops) == 1


def test_a_press_opens_the_exact_words_and_their_place(page: Page) -> None:
    open_compare(page, "event=kirov-murder")
    cell = filling(page, "Behind it", "ProleWiki")
    cell.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(cell.locator("q", has_text="shows how flimsy their work is")).to_be_visible()
    expect(cell).to_contain_text("The Murder Of Sergei Kirov, paras. 4, 14")
    box = cell.locator(".glance-open").bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 1366
    other = filling(page, "By whom", "Spartacus Educational")
    other.locator("summary").click()
    expect(other.locator(".glance-open")).to_be_visible()
    expect(cell.locator(".glance-open")).to_be_hidden()
    page.keyboard.press("Escape")
    expect(other.locator(".glance-open")).to_be_hidden()


def test_without_scripts_the_glance_opens_too(page: Page, base_url: str) -> None:
    browser = page.context.browser
    assert browser
    bare = browser.new_context(java_script_enabled=False).new_page()
    bare.goto(f"{base_url}/compare?event=kirov-murder")
    cell = filling(bare, "Behind it", "ProleWiki")
    cell.locator("summary").click()
    expect(cell.locator(".glance-open")).to_be_visible()
    cell.locator("summary").click()
    bare.get_by_text("The record’s line").click()
    expect(bare.get_by_text("Most historians who worked in the archives").last).to_be_visible()
    bare.get_by_label("naming").uncheck()
    line = bare.locator("td .mark-naming").first.evaluate("mark => getComputedStyle(mark).textDecorationLine")
    assert line == "none"
    bare.context.close()


def test_on_a_phone_the_slots_stand_under_each_other(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    open_compare(page, "event=kirov-murder")
    behind = slot(page, "Behind it")
    expect(behind.get_by_text("Georgian Journal").first).to_be_visible()
    names = behind.locator(".glance-who").all_inner_texts()
    assert [name.split(" ", 1)[-1].strip() for name in names] == [
        "Wikipedia",
        "↳ Wikipedia mirror",
        "Georgian Journal",
        "ProleWiki",
        "Spartacus Educational",
    ]
    # What is compatible is one line until it is asked for; what is contested stands open.
    when = slot(page, "When")
    assert (when.bounding_box() or {"height": 99})["height"] < 45
    when.get_by_role("checkbox").check()
    expect(filling(page, "When", "Spartacus Educational").locator("summary")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_reading_blind_shows_no_answer(page: Page, dataset: Dataset) -> None:
    open_compare(page, "event=kirov-murder&blind=7")
    summary = str(dataset.event("kirov-murder")["summary"])
    record = dataset.questions.set_index("question_id").loc["nikolaev-alone", "record"]
    assert heads(page)[0] == "Text A"
    for answer in (summary, str(record)):
        for found in page.get_by_text(answer).all():
            expect(found).to_be_hidden()
    page.get_by_text("The record’s line").click()
    expect(page.get_by_text(summary)).to_be_visible()
    texts = page.locator(".glance-table").bounding_box()
    answers = page.get_by_text(summary).bounding_box()
    assert texts
    assert answers
    assert answers["y"] > texts["y"] + texts["height"]


def test_a_base_is_chosen_from_the_page(page: Page) -> None:
    open_compare(page, "event=kirov-murder")
    page.get_by_text("Compare with", exact=True).click()
    page.get_by_role("link", name="ProleWiki").and_(page.locator("#base-prolewiki")).click()
    expect(page.get_by_text("Compared with ProleWiki")).to_be_visible(timeout=PATIENCE)
    assert "base=prolewiki" in page.url
    same = filling(page, "By whom", "Spartacus Educational").locator("summary")
    differs = filling(page, "Behind it", "Spartacus Educational").locator("summary")
    expect(same).to_contain_text("= the same")
    expect(differs).to_contain_text("differs")
    assert differs.evaluate("part => getComputedStyle(part).boxShadow") != "none"
    assert same.evaluate("part => getComputedStyle(part).boxShadow") == "none"


def test_marks_have_lines_of_their_own_and_are_switched(page: Page) -> None:
    open_compare(page, "event=kirov-murder")
    lines = {
        kind: page.locator(f"td .mark-{kind}").first.evaluate(
            "mark => getComputedStyle(mark).textDecorationStyle"
        )
        for kind in ("naming", "act", "blame", "certainty")
    }
    assert lines == {"naming": "solid", "act": "double", "blame": "dashed", "certainty": "dotted"}
    page.get_by_label("blame").uncheck()
    drawn = "mark => getComputedStyle(mark).textDecorationLine"
    assert page.locator("td .mark-blame").first.evaluate(drawn) == "none"
    assert page.locator("td .mark-act").first.evaluate(drawn) == "underline"


def test_the_panel_of_the_timeline_has_the_glance(page: Page) -> None:
    open_timeline(page, "event=kirov-murder")
    cell = panel(page).locator(".glance-slot").filter(has_text="Behind it").locator(".glance-cell")
    expect(cell.filter(has_text="ProleWiki").first).to_contain_text("[For a group of conspirators]")
    cell.filter(has_text="ProleWiki").first.locator("summary").click()
    expect(panel(page).get_by_text("shows how flimsy their work is").first).to_be_visible()
    inside = panel(page).evaluate("part => part.scrollWidth <= part.clientWidth")
    assert inside, "nothing is wider than the panel"
    page.set_viewport_size({"width": 1366, "height": 768})
    assert page.evaluate("document.documentElement.scrollHeight") == 768, "the panel scrolls, not the page"


def test_axe_finds_nothing_in_what_is_opened(page: Page, look: str) -> None:
    open_compare(page, "event=kirov-murder&base=record")
    filling(page, "Behind it", "ProleWiki").locator("summary").click()
    for summary in page.locator(".glance .in-row summary").all():
        summary.click()
    found = violations(page)
    assert not found, "\n".join(found)
