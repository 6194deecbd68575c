"""Finding anything from any page with the keys alone, and what the list of suggestions does to the page."""

from __future__ import annotations

import re
import time
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, Route, expect

from tests.browser.access import LOOKS, violations
from tests.browser.conftest import Serve
from tests.browser.screen import PATIENCE, open_timeline, panel
from tests.folders import make_folder


def field(page: Page) -> Locator:
    return page.get_by_role("combobox", name="Find anything by name")


def options(page: Page) -> Locator:
    return page.get_by_role("listbox", name="Found by name").get_by_role("option")


def said(page: Page) -> Locator:
    return page.locator("[data-finder] [role=status]")


def type_name(page: Page, text: str) -> None:
    """As somebody does it who has no mouse, and wait for what is found."""
    expect(field(page)).to_be_visible()
    page.keyboard.press("/")
    expect(field(page)).to_be_focused()
    page.keyboard.type(text)
    expect(said(page)).not_to_be_empty()


def active(page: Page) -> str:
    """The option that Enter would open."""
    found = page.evaluate(
        "document.getElementById(document.activeElement.getAttribute('aria-activedescendant'))?.innerText"
    )
    return " ".join(str(found or "").split())  # fmt: skip


WALK = [
    ("enukidze", "Avel Yenukidze", "Avel Yenukidze", r"/people/yenukidze$"),
    ("kirov is shot", "Kirov is shot in the Smolny 1 December 1934", "", r"/\?event=kirov-murder$"),
    ("killer act alone", "Did Kirov's killer act alone", "", r"/compare\?question="),
    ("prolewiki", "ProleWiki Moscow Trials", "ProleWiki", r"/sources/prolewiki$"),
    ("master of the house", "Master of the House", "Works", r"/works#khlevniuk-2009$"),
]


def test_everything_is_found_from_everywhere_with_the_keys_alone(page: Page) -> None:
    page.goto("/list?person=kirov")
    for typed, first, heading, address in WALK:
        type_name(page, typed)
        page.keyboard.press("ArrowDown")
        assert active(page).startswith(first)
        page.keyboard.press("Enter")
        expect(page).to_have_url(re.compile(address), timeout=PATIENCE)
        if heading:
            expect(page.get_by_role("heading", level=1)).to_have_text(heading)
        else:
            expect(page.get_by_role("heading", name=re.compile("Kirov")).first).to_be_visible(
                timeout=PATIENCE
            )
        page.evaluate("document.activeElement.blur()")


def test_the_arrows_walk_escape_closes_and_the_event_stays_open(page: Page) -> None:
    open_timeline(page, "event=kirov-murder")
    type_name(page, "rosenfeld")
    expect(said(page)).to_have_text("Found: 3 people, 2 events, 1 question, 1 work.")
    expect(options(page)).to_have_count(7)
    assert active(page) == ""
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    assert active(page).startswith("Interrogation record")  # round the end
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert active(page).startswith("Boris Rosenfeld Engineer")
    expect(options(page).and_(page.locator("[aria-selected=true]"))).to_have_count(1)
    page.keyboard.press("Escape")
    expect(options(page)).to_have_count(0)
    expect(field(page)).to_be_focused()
    expect(field(page)).to_have_value("rosenfeld")
    expect(panel(page)).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(options(page)).to_have_count(7)
    page.keyboard.press("Tab")
    expect(options(page)).to_have_count(0)


def test_enter_alone_opens_the_page_and_what_is_not_there_is_said(page: Page) -> None:
    page.goto("/works")
    type_name(page, "Tuchatschewski")
    drop = page.get_by_role("listbox", name="Found by name")
    expect(drop).to_contain_text("Nothing in this timeline is called “Tuchatschewski”.")
    expect(options(page).first).to_contain_text("Mikhail Tukhachevsky Marshal")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/find\?q=Tuchatschewski$"))
    expect(page.get_by_text("Nothing in this timeline is called “Tuchatschewski”.")).to_be_visible()
    expect(page.get_by_role("heading", name="People whose names sound like it")).to_be_visible()


def test_a_stroke_typed_elsewhere_is_a_stroke(page: Page) -> None:
    page.goto("/people")
    search = page.get_by_label("Find in any spelling")
    search.focus()
    page.keyboard.type("a/b")
    expect(search).to_have_value("a/b")
    expect(field(page)).not_to_be_focused()


def test_an_earlier_answer_never_overtakes_a_later_one(page: Page) -> None:
    asked: list[str] = []

    def late(route: Route) -> None:
        asked.append(route.request.url)
        if route.request.url.endswith("=kir"):
            time.sleep(1)
        route.continue_()

    page.route("**/find/suggest*", late)
    page.goto("/works")
    type_name_start = "kir"
    page.keyboard.press("/")
    page.keyboard.type(type_name_start)
    page.wait_for_timeout(250)
    page.keyboard.type("illina")
    expect(options(page).first).to_contain_text("Kirilina")
    page.wait_for_timeout(1200)
    expect(options(page).first).to_contain_text("Kirilina")
    assert len(asked) <= 3  # not one for each letter


@pytest.mark.parametrize("width", [1024, 1280, 1366, 1920])
def test_the_masthead_stays_one_line_and_nothing_moves(
    page: Page, serve: Serve, tmp_path_factory: pytest.TempPathFactory, width: int
) -> None:
    long = make_folder(
        tmp_path_factory.mktemp("long"),
        toml=f"title = '{'A very long title of a timeline ' * 5}'\nsubtitle = '{'And under it another one ' * 9}'\n",
        events="event_id,start,title\nfirst,1934,The first\n",
        people="person_id,name,role\none,Nobody Inparticular,None\n",
    )
    page.set_viewport_size({"width": width, "height": 768})
    for base in ("", serve(long)):
        for path in ("/", "/people", "/works"):
            page.goto(base + path)
            expect(field(page)).to_be_visible(timeout=PATIENCE)
            box = page.locator(".masthead").bounding_box()
            assert box
            assert box["height"] <= 42, (base, path)
            page.keyboard.press("/")
            page.keyboard.type("th")
            expect(page.get_by_role("listbox", name="Found by name")).to_be_visible()
            assert page.locator(".masthead").bounding_box() == box
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
            drop = page.get_by_role("listbox", name="Found by name").bounding_box()
            assert drop
            assert drop["x"] >= 0
            assert drop["x"] + drop["width"] <= width


def test_on_a_phone_the_menu_leads_to_the_page(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    open_timeline(page)
    expect(page.locator("[data-finder]")).to_be_hidden()
    name = page.locator(".masthead-name")
    assert name.evaluate("node => node.scrollWidth <= node.clientWidth")
    page.locator("summary", has_text="More").click()
    page.get_by_role("link", name="Find anything by name").click()
    expect(field(page)).to_be_focused()
    page.keyboard.type("enukidze")
    expect(options(page).first).to_contain_text("Avel Yenukidze")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    options(page).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Avel Yenukidze")


def test_without_scripts_it_is_a_form(new_context: Callable[..., BrowserContext]) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto("/works")
    page.get_by_role("textbox", name="Find anything by name").fill("ezhov")
    page.get_by_role("button", name="Find").click()
    page.get_by_role("link", name="Nikolai Yezhov", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Nikolai Yezhov")


def test_axe_finds_nothing(page: Page, look: str) -> None:
    found: list[str] = []
    for address in ("/find", "/find?q=ezhov", "/find?q=xylophone", "/find?q=the&in=events"):
        page.goto(address)
        found += [f"{address}: {line}" for line in violations(page)]
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address
    page.goto("/find" if LOOKS[look][1] < 1000 else "/works")
    for typed in ("the", "qqqq"):
        page.evaluate("document.activeElement.blur()")
        type_name(page, typed)
        page.keyboard.press("ArrowDown")
        found += [f"suggestions for {typed}: {line}" for line in violations(page)]
    assert not found, "\n".join(found)
