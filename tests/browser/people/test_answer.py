"""Answering for a person in three minutes, and taking the answer away."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.screen import PATIENCE, chip, open_timeline, panel

SUBJECT = "The Kremlin Plot and the Great Purge"


def box(page: Page) -> Locator:
    """The box at the head of a person's page."""
    return page.get_by_role("region", name="In short")


def open_person(page: Page, person: str) -> None:
    """Open a person's page and wait until the screen has gone on with the first HTML."""
    page.goto(f"/people/{person}")
    expect(page.locator("#first > *")).to_have_count(0, timeout=PATIENCE)


@pytest.mark.parametrize("person", ["yenukidze", "kirov", "tukhachevsky", "trepper"])
def test_the_whole_box_stands_in_the_first_screen(page: Page, person: str) -> None:
    page.set_viewport_size({"width": 1366, "height": 768})
    open_person(page, person)
    seen = box(page).bounding_box()
    assert seen
    assert seen["y"] + seen["height"] <= 768


def test_each_disagreement_has_names_and_leads_to_its_event(page: Page) -> None:
    open_person(page, "yenukidze")
    point = box(page).get_by_role("listitem").filter(has_text="Yenukidze is removed as secretary").first
    expect(point).to_contain_text("Wikipedia, which Wikipedia mirror repeats: February")
    expect(point).to_contain_text("the record: 3 March 1935")
    point.get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Yenukidze is removed as secretary", timeout=PATIENCE
    )


def test_a_person_is_cited_in_the_style_chosen(page: Page) -> None:
    open_person(page, "yenukidze")
    page.get_by_role("link", name="Cite and take away").click()
    page.get_by_text("sources and works behind it, to cite").click()
    page.get_by_label("APA").check()
    expect(page.locator(".cite-apa", has_text="Conquest, R. (1990)")).to_be_visible()
    expect(page.locator(".cite-chicago").first).to_be_hidden()


@pytest.mark.parametrize("scripts", [True, False])
def test_a_phone_reads_the_box_without_moving_sideways(page: Page, base_url: str, scripts: bool) -> None:
    browser = page.context.browser
    assert browser
    phone = browser.new_context(
        java_script_enabled=scripts, viewport={"width": 390, "height": 844}
    ).new_page()
    phone.goto(f"{base_url}/people/tukhachevsky")
    expect(box(phone)).to_contain_text("Were Tukhachevsky and the other commanders guilty?")
    seen = box(phone).bounding_box()
    assert seen
    assert seen["x"] + seen["width"] <= 390
    phone.context.close()


def test_the_title_follows_what_is_open_on_the_timeline(page: Page) -> None:
    open_timeline(page)
    expect(page).to_have_title(SUBJECT)
    chip(page, "kirov-murder").click()
    expect(page).to_have_title(f"Kirov is shot in the Smolny · {SUBJECT}")
    panel(page).get_by_role("link", name=re.compile("^Close")).click()
    expect(page).to_have_title(SUBJECT)
    page.go_back()
    expect(page).to_have_title(f"Kirov is shot in the Smolny · {SUBJECT}")


def test_the_title_follows_what_is_compared(page: Page) -> None:
    page.goto("/compare?event=kirov-murder")
    expect(page.locator("#first > *")).to_have_count(0, timeout=PATIENCE)
    expect(page).to_have_title(f"Kirov is shot in the Smolny · {SUBJECT}")
    page.get_by_role("link", name="Open questions", exact=True).first.click()
    expect(page).to_have_title(f"Open questions · {SUBJECT}", timeout=PATIENCE)
