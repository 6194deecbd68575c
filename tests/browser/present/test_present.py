"""A lesson on the wall: driven by keys, one thing at a time, read from the last row; and on a student's phone."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect
from werkzeug.serving import make_server

from tests import odd_folders
from tests.browser.access import LOOKS, violations
from tests.browser.conftest import HOST, Serve
from tests.browser.screen import PATIENCE
from timeline.dataset import Dataset
from timeline.loading import load
from timeline.tours.tours import tour_named
from timeline.web import create_app
from timeline.web.present.cards import Deck
from timeline.web.site.lan import tell_addresses

KIROV = "/present/who-killed-kirov"
ROOM = "http://192.0.2.7:8050"
SCREENS = [(1920, 1080), (1366, 768), (1024, 768)]
KEYS = ["step", "shown", "ask", "others", "record"]
PLACE = """keys => [...new URLSearchParams(location.search)].filter(([key]) => keys.includes(key))
  .map((pair) => pair.join("=")).join("&")"""
# Text that is seen, with its size as a part of the screen's height.
TYPE = """() => [...document.querySelectorAll(".slide *, .present-foot *")]
  .filter((node) => [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim()))
  .filter((node) => node.checkVisibility() && !node.closest(".visually-hidden"))
  .map((node) => [parseFloat(getComputedStyle(node).fontSize) / innerHeight, node.textContent.trim().slice(0, 40)])"""
# What reaches over the room that its card has, or over the edge of the screen.
CUT = """() => [...document.querySelectorAll(".slide:not([hidden]) .leaf:not([hidden]) *")]
  .filter((node) => node.checkVisibility())
  .filter((node) => {
    const room = node.closest(".leaf-text, .leaf").getBoundingClientRect();
    return [...node.getClientRects()].filter((box) => box.right > room.left + 1 && box.left < room.right - 1)
      .some((box) => box.bottom > room.bottom + 1 || box.right > innerWidth + 1 || box.top < room.top - 1);
  }).map((node) => node.outerHTML.slice(0, 90))"""
# Words that have moved, though nobody pressed; the drawing moves by itself.
WATCH_SHIFTS = """() => {
  window.shifted = [];
  const isWords = ({ node }) => node && !node.closest?.(".present-strip");
  const name = ({ node }) => (node.outerHTML || node.data).slice(0, 80);
  const watch = (list) => list.getEntries().forEach((shift) =>
    window.shifted.push(...shift.sources.filter(isWords).map(name)));
  new PerformanceObserver(watch).observe({ type: "layout-shift" });
}"""


@pytest.fixture(scope="module")
def deck(dataset: Dataset) -> Deck:
    return Deck(dataset, tour_named(dataset, "who-killed-kirov"), 1)


def open_lesson(page: Page, address: str) -> None:
    page.goto(address)
    page.wait_for_function("() => window.contestedTimeline && contestedTimeline.lesson.here.started")


def heading(page: Page) -> Locator:
    return page.locator(".present h1:visible")


def place(page: Page) -> str:
    return str(page.evaluate(PLACE, KEYS))


def card(page: Page) -> Locator:
    return page.locator(".leaf:visible")


def test_a_whole_lesson_runs_from_the_menu_by_keys_alone(page: Page, deck: Deck) -> None:
    page.goto("/")
    page.get_by_role("link", name="Present", exact=True).focus()
    page.keyboard.press("Enter")
    # The list is taken over when the scripts run: what had the focus before would lose it.
    expect(page.locator("#present-choose h1")).to_have_text("Present", timeout=PATIENCE)
    page.get_by_role("link", name="Who killed Kirov?", exact=True).focus()
    page.keyboard.press("Enter")
    page.wait_for_function("() => window.contestedTimeline && contestedTimeline.lesson.here.started")
    seen = [place(page)]
    pages = 0
    keys = ["PageDown", "ArrowRight", "Space", "Enter", "ArrowDown"]
    while seen[-1] != deck.cards[-1].at and pages < 60:
        page.keyboard.press(keys[len(seen) % len(keys)])
        now = place(page)
        pages += now == seen[-1]  # a long card has a further page
        if now != seen[-1]:
            seen.append(now)
    assert seen == [card.at for card in deck.cards]
    expect(heading(page)).to_have_text(deck.tour.question)
    page.keyboard.press("PageDown")
    assert place(page) == seen[-1]
    for key in ("PageUp", "Backspace", "ArrowLeft", "ArrowUp"):
        page.keyboard.press(key)
    assert page.evaluate("contestedTimeline.lesson.here.at") < len(seen) - 1
    page.keyboard.press("Home")
    assert place(page) == ""
    page.keyboard.press("End")
    assert place(page) == seen[-1]


@pytest.mark.quick
def test_tellings_are_announced_and_then_revealed_one_by_one(page: Page, deck: Deck) -> None:
    open_lesson(page, f"{KIROV}?step=1")
    slide = deck.slides[1]
    tellings = [telling.account for telling in slide.tellings]
    assert [told.source_id for told in tellings] == ["spartacus", "wikipedia-articles"]

    def shown() -> list[str]:
        seen = page.locator(".telling-account:visible").all_inner_texts()
        return [told.source_id for told in tellings if told.account in seen]

    expect(heading(page)).to_have_text("A shot in the Smolny")
    expect(card(page)).to_contain_text("1 December 1934")
    assert shown() == []
    for told in tellings:
        page.keyboard.press("PageDown")
        expect(heading(page)).to_have_text(f"What will {told.speaker} say about it?")
        expect(card(page)).to_contain_text(told.perspective)
        assert shown() == []
        page.keyboard.press("PageDown")
        expect(heading(page)).to_have_text(told.speaker)
        assert shown() == [told.source_id]
        assert told.stance
        expect(card(page).locator(".stance:visible")).to_have_text(told.stance.symbol)
        expect(card(page).locator(".telling-stance:visible")).to_contain_text(told.stance.name)
        while page.evaluate(
            """() => {
              const {here, count} = contestedTimeline.lesson;
              return here.page < count(here.cards[here.at]);
            }"""
        ):
            page.keyboard.press("PageDown")
    # The record is folded until it is asked for, and gives way to where it was asked.
    before = place(page)
    page.keyboard.press("r")
    expect(heading(page)).to_have_text("What the record says")
    assert place(page) == "step=1&record=1"
    page.keyboard.press("r")
    assert place(page) == before


@pytest.mark.quick
def test_reload_and_back_keep_the_place(page: Page) -> None:
    open_lesson(page, f"{KIROV}?step=2")
    for _ in range(2):
        page.keyboard.press("PageDown")
    assert place(page) == "step=2&shown=1"
    page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("PageDown")
    assert place(page) == "step=3&ask=1"
    said = heading(page).inner_text()
    page.reload()
    page.wait_for_function("() => window.contestedTimeline && contestedTimeline.lesson.here.started")
    assert place(page) == "step=3&ask=1"
    expect(heading(page)).to_have_text(said)
    page.go_back()
    expect(heading(page)).to_have_text("Spartacus Educational")
    assert place(page) == "step=2&shown=1"
    page.go_forward()
    expect(heading(page)).to_have_text(said)


def test_the_page_of_a_long_card_is_kept_too(page: Page) -> None:
    page.set_viewport_size({"width": 1024, "height": 768})
    open_lesson(page, "/present/three-trials?step=1&shown=1")
    expect(page.locator("[data-pages]")).to_have_text("page 1 of 3")
    first = page.locator(".telling-account:visible").first.bounding_box()
    page.keyboard.press("PageDown")
    expect(page.locator("[data-pages]")).to_have_text("page 2 of 3")
    assert page.evaluate("location.search") == "?step=1&shown=1&page=2"
    page.reload()
    expect(page.locator("[data-pages]")).to_have_text("page 2 of 3")
    assert page.locator(".telling-account:visible").first.bounding_box() != first
    page.keyboard.press("PageUp")
    page.keyboard.press("PageUp")
    expect(heading(page)).to_have_text("What will ProleWiki say about it?")


def test_the_notes_have_a_window_that_keeps_step_both_ways(page: Page, deck: Deck) -> None:
    open_lesson(page, f"{KIROV}?step=1")
    with page.context.expect_page() as opened:
        page.keyboard.press("Shift+N")
    notes = opened.value
    expect(notes.get_by_text(deck.slides[1].note)).to_be_visible()
    expect(notes.locator("[data-upcoming]")).to_have_text("Predict: Spartacus Educational")
    expect(notes.locator("[data-clock]")).to_have_text(re.compile(r"^\d\d:\d\d$"))
    expect(notes.locator("[data-elapsed]")).to_have_text(re.compile(r"^0:\d\d$"))
    page.keyboard.press("Shift+ArrowRight")
    expect(notes.get_by_text(deck.slides[2].note)).to_be_visible()
    expect(notes.get_by_text(deck.slides[1].note)).to_be_hidden()
    notes.keyboard.press("PageDown")
    expect(heading(page)).to_have_text("What will Spartacus Educational say about it?")
    notes.get_by_role("link", name="Next").click()
    expect(heading(page)).to_have_text("Spartacus Educational")
    assert place(page) == place(notes) == "step=2&shown=1"
    # Neither answers the other's word with one of its own.
    assert page.evaluate("history.length") <= 4


def test_notes_can_be_read_over_the_lesson(page: Page, deck: Deck) -> None:
    open_lesson(page, f"{KIROV}?step=1")
    before = page.locator(".leaf:visible h1").bounding_box()
    page.keyboard.press("n")
    expect(page.get_by_role("complementary").get_by_text(deck.slides[1].note)).to_be_visible()
    assert page.locator(".leaf:visible h1").bounding_box() == before
    page.keyboard.press("n")
    expect(page.get_by_role("complementary")).to_be_hidden()


def test_a_class_that_reads_blind_sees_no_name(page: Page, dataset: Dataset, deck: Deck) -> None:
    open_lesson(page, f"{KIROV}?step=1&ask=1&blind=1")
    names = {
        name
        for teller in deck.evidence()
        for name in (teller.account.speaker, teller.account.perspective, teller.account.printed_in)
        if name
    }
    expect(heading(page)).to_have_text(re.compile(r"^What will Text [A-Z] say about it\?$"))
    while place(page) != "step=3":
        said = page.locator(".slide:visible").inner_text()
        assert not [name for name in names if name in said], place(page)
        page.keyboard.press("PageDown")
    open_lesson(page, f"{KIROV}?step=1&shown=1&blind=1")
    label = heading(page).inner_text()
    page.keyboard.press("h")
    expect(heading(page)).to_have_text("Spartacus Educational")
    assert "blind" not in page.evaluate("location.search")
    page.keyboard.press("h")
    expect(heading(page)).to_have_text(label)
    assert page.evaluate("location.search") == "?step=1&shown=1&blind=1"


def test_a_hypothesis_is_kept_on_the_device_and_printed_with_its_evidence(page: Page, deck: Deck) -> None:
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.method))
    open_lesson(page, KIROV)
    box = page.get_by_label("My hypothesis, before")
    box.fill("")
    box.press_sequentially("Probably not: b, r or n? ")
    assert place(page) == "", "typing drives nothing"
    expect(page.locator("[data-blank]")).to_be_hidden()
    page.get_by_role("link", name="Next").click()
    page.keyboard.press("End")
    page.get_by_label("My hypothesis now").fill("Alone, probably.")
    page.locator(".hypothesis-evidence summary").click()
    chosen = [teller for teller in deck.evidence() if teller.account.source_id in ("prolewiki", "lenoe-2010")]
    boxes = page.get_by_role("group", name="The tellings of this lesson").get_by_role("checkbox")
    expect(boxes).to_have_count(len(deck.evidence()))
    for teller in chosen:
        page.locator(f'.hypothesis-evidence input[value="{teller.evidence}"]').check()
    page.reload()
    page.wait_for_function("() => window.contestedTimeline && contestedTimeline.lesson.here.started")
    expect(page.get_by_label("My hypothesis now")).to_have_value("Alone, probably.")
    expect(page.locator("[data-before]")).to_contain_text("Probably not: b, r or n?")
    expect(page.locator("[data-chosen]")).to_have_text(str(len(chosen)))
    page.emulate_media(media="print")
    sheet = page.locator("[data-sheet]")
    for text in ("Probably not: b, r or n?", "Alone, probably.", deck.tour.question, chosen[0].citation):
        expect(sheet.get_by_text(text).first).to_be_visible()
    expect(sheet.locator("li:visible")).to_have_count(len(chosen))
    expect(page.locator(".present")).to_be_hidden()
    assert set(sent) == {"GET"}


@pytest.fixture(scope="module")
def room(shipped: Path) -> Iterator[str]:
    """The app as it is served to a room; where a browser finds it here."""
    flask = create_app(load(shipped)).server
    tell_addresses(flask, ["http://127.0.0.1:8050/", f"{ROOM}/"])
    server = make_server(HOST, 0, flask, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://{HOST}:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def read_code(picture: bytes) -> str:
    """What a phone reads off a picture."""
    image = cv2.imdecode(np.frombuffer(picture, np.uint8), cv2.IMREAD_COLOR)
    assert image is not None
    return str(cv2.QRCodeDetector().detectAndDecode(image)[0])


@pytest.mark.parametrize("theme", ["light", "dark", "projector"])
def test_the_code_leads_to_the_address_that_is_shown(page: Page, room: str, theme: str) -> None:
    page.add_init_script(f"localStorage.setItem('timeline-theme', '{theme}')")
    open_lesson(page, f"{room}{KIROV}?step=3&shown=1")
    page.keyboard.press("j")
    address = page.locator(".join-address")
    expect(address).to_have_text(f"{ROOM}/j/1-3-1")
    assert read_code(page.locator("#join").screenshot()) == address.inner_text()
    assert violations(page) == []
    page.keyboard.press("Escape")
    expect(address).to_be_hidden()
    page.goto(f"{room}/j/1-3-1")
    page.wait_for_function("() => window.contestedTimeline && contestedTimeline.lesson.here.started")
    assert place(page) == "step=3&shown=1"


def test_a_filter_that_makes_a_lesson_is_joined_under_its_own_address(page: Page, room: str) -> None:
    open_lesson(page, f"{room}/present/these-events?person=yenukidze&step=2")
    page.keyboard.press("j")
    expect(page.locator(".join-address")).to_have_text(f"{ROOM}/present/these-events?step=2&person=yenukidze")


def test_an_app_that_serves_one_machine_says_how_to_let_the_room_in(page: Page) -> None:
    open_lesson(page, KIROV)
    page.keyboard.press("j")
    expect(page.locator("#join")).to_contain_text("make run HOST=0.0.0.0")


def test_the_drawing_goes_to_the_event_of_each_step(page: Page, deck: Deck) -> None:
    open_lesson(page, f"{KIROV}?step=1")
    for step in (2, 3, 4):
        page.keyboard.press("Shift+ArrowRight")
        event = deck.tour.steps[step - 1].event_id
        chip = page.locator(f'#present-strip button.event[data-event="{event}"]')
        expect(chip).to_have_attribute("aria-current", "true", timeout=PATIENCE)
        expect(chip).to_be_in_viewport(ratio=0.5)
    # An event of another step leads there; any other stays what it is.
    page.keyboard.press("Shift+ArrowLeft")
    other = page.locator(
        '#present-strip button.event:not([aria-current]):not([data-event="congress-ballot"])'
    ).first
    other.focus()
    page.keyboard.press("Enter")
    assert place(page) == "step=3"
    expect(page.locator('#present-strip [data-event="congress-ballot"]')).to_have_attribute(
        "aria-current", "true"
    )


def test_what_opens_over_the_lesson_is_closed_by_its_key(page: Page) -> None:
    open_lesson(page, "/present/three-trials?step=1&shown=1")
    for key, name in (
        ("g", "Go to a step"),
        ("?", "Keys"),
        ("j", "Join this view"),
        ("s", "What scholars hold"),
    ):
        page.keyboard.press(key)
        expect(page.get_by_role("dialog", name=name)).to_be_visible()
        page.keyboard.press(key)
        expect(page.get_by_role("dialog")).to_be_hidden()
        page.keyboard.press(key)
        expect(page.get_by_role("dialog", name=name)).to_be_visible()
        page.keyboard.press("PageDown")  # what a clicker has
        expect(page.get_by_role("dialog")).to_be_hidden()
        assert place(page) == "step=1&shown=1", "the lesson waits"
    page.get_by_role("button", name="What scholars hold of the charges").click()
    expect(page.get_by_role("dialog")).to_contain_text("were show trials")
    page.keyboard.press("Escape")
    page.keyboard.press("g")
    page.get_by_role("link", name=re.compile("The ambassador is convinced")).click()
    expect(heading(page)).to_have_text("The ambassador is convinced")
    page.keyboard.press("b")
    expect(page.locator("[data-blank]")).to_be_visible()
    page.keyboard.press("PageDown")
    expect(page.locator("[data-blank]")).to_be_hidden()
    expect(heading(page)).to_have_text("The ambassador is convinced")
    page.keyboard.press("f")
    page.keyboard.press("PageDown")
    expect(heading(page)).to_have_text("What will Joseph E. Davies say about it?")


def test_a_finger_drives_it_too(new_context: Callable[..., BrowserContext]) -> None:
    page = new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True).new_page()
    open_lesson(page, f"{KIROV}?step=1")
    swipe = """across => {
      const node = document.querySelector(".slide:not([hidden])");
      const touch = (x) => new Touch({ identifier: 1, target: node, clientX: x, clientY: 200 });
      node.dispatchEvent(new TouchEvent("touchstart", { bubbles: true, touches: [touch(200)] }));
      node.dispatchEvent(new TouchEvent("touchend", { bubbles: true, changedTouches: [touch(200 + across)] }));
    }"""
    page.evaluate(swipe, -120)
    assert place(page) == "step=1&ask=1"
    page.evaluate(swipe, 120)
    assert place(page) == "step=1"
    page.evaluate(swipe, 20)
    assert place(page) == "step=1"


@pytest.mark.parametrize(("width", "height"), SCREENS)
def test_all_of_a_lesson_is_read_from_the_last_row(page: Page, deck: Deck, width: int, height: int) -> None:
    page.set_viewport_size({"width": width, "height": height})
    open_lesson(page, KIROV)
    small: dict[str, Any] = {}
    cut: dict[str, Any] = {}
    turned = 0
    while turned < 150:
        at = page.evaluate("location.search")
        small |= {f"{at} {text}": size for size, text in page.evaluate(TYPE) if size < 0.03}
        cut[at] = page.evaluate(CUT)
        turned += 1
        page.keyboard.press("PageDown")
        if page.evaluate("location.search") == at:
            break
    assert turned >= len(deck.cards)
    assert not small
    assert not any(cut.values()), cut
    assert page.evaluate("document.documentElement.scrollHeight <= innerHeight")


def test_nothing_moves_after_it_is_shown(page: Page) -> None:
    open_lesson(page, f"{KIROV}?step=1")
    page.evaluate(WATCH_SHIFTS)
    for _ in range(12):
        page.keyboard.press("PageDown")
        page.wait_for_timeout(60)
    assert page.evaluate("window.shifted") == []


def test_who_wants_no_motion_gets_none(new_context: Callable[..., BrowserContext]) -> None:
    page = new_context(reduced_motion="reduce").new_page()
    open_lesson(page, f"{KIROV}?step=1")
    before = page.evaluate("contestedTimeline.drawingOf(document.getElementById('present-strip')).view.start")
    page.keyboard.press("Shift+ArrowRight")
    after = page.evaluate("contestedTimeline.drawingOf(document.getElementById('present-strip')).view.start")
    assert after != before
    page.wait_for_timeout(300)
    assert (
        page.evaluate("contestedTimeline.drawingOf(document.getElementById('present-strip')).view.start")
        == after
    )


def test_axe_finds_nothing_in_a_lesson(page: Page, look: str) -> None:
    found = []
    for query in ("", "step=1", "step=1&ask=1", "step=1&shown=1", "step=1&shown=1&blind=1", "step=2&others=1",
                  "step=1&record=1", "step=12"):  # fmt: skip
        open_lesson(page, f"{KIROV}?{query}")
        found += [f"{query}: {line}" for line in violations(page)]
        assert page.locator("h1:visible").count() == 1, query
    page.locator(".hypothesis-evidence summary").click()
    found += [f"evidence: {line}" for line in violations(page)]
    for key in ("g", "?", "j", "s", "n"):
        page.keyboard.press("Escape")
        page.evaluate("document.activeElement.blur()")
        page.keyboard.press(key)
        found += [f"{key}: {line}" for line in violations(page)]
    lanes = "/present/these-events?person=kirov&lanes=source&step=1"
    for address in ("/present", "/present?person=yenukidze", f"{KIROV}/notes?step=1", lanes):
        page.goto(address)
        expect(page.locator("h1").first).to_be_attached()
        found += [f"{address}: {line}" for line in violations(page)]
    assert not found, "\n".join(found)
    assert page.evaluate("document.documentElement.dataset.theme") == LOOKS[look][0]


def test_a_student_on_a_phone_reads_and_writes(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    for query in ("", "step=1&shown=1", "step=1&record=1", "step=12"):
        open_lesson(page, f"{KIROV}?{query}")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), query
    box = page.get_by_label("My hypothesis now")
    box.scroll_into_view_if_needed()
    box.fill("By himself.")
    page.locator(".hypothesis-evidence summary").click()
    last = page.locator(".hypothesis-evidence input").last
    last.scroll_into_view_if_needed()
    last.check()
    expect(page.locator("[data-chosen]")).to_have_text("1")


def test_without_scripts_a_lesson_is_read_by_its_links(
    new_context: Callable[..., BrowserContext], deck: Deck
) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto("/present")
    page.get_by_role("link", name="Who killed Kirov?", exact=True).click()
    expect(heading(page)).to_have_text(deck.tour.question)
    for expected in (
        "A shot in the Smolny",
        "What will Spartacus Educational say about it?",
        "Spartacus Educational",
    ):
        page.get_by_role("link", name="Next").click()
        expect(heading(page)).to_have_text(expected)
    page.get_by_role("link", name="Back").click()
    expect(heading(page)).to_have_text("What will Spartacus Educational say about it?")
    expect(page.get_by_role("button", name="Keys")).to_be_hidden()


def test_these_events_are_presented_from_the_timeline(page: Page) -> None:
    page.goto("/?person=yenukidze")
    expect(page.locator("#result").first).to_have_text(re.compile(r"\d"), timeout=PATIENCE)
    page.locator("details[data-menu]", has_text="Take away").locator("summary").click()
    page.get_by_role("link", name="Present these events").click()
    page.wait_for_url("**/present?person=yenukidze")
    page.get_by_role("link", name="These events", exact=True).click()
    page.wait_for_function("() => window.contestedTimeline && contestedTimeline.lesson.here.started")
    page.keyboard.press("PageDown")
    assert page.evaluate("location.search") == "?step=1&person=yenukidze"
    expect(page.locator('#present-strip [aria-current="true"]')).to_have_count(1)


def test_a_place_that_is_not_in_the_tour_is_clamped_with_a_word(page: Page) -> None:
    open_lesson(page, f"{KIROV}?step=3&shown=9")
    expect(page.locator("[data-word]")).to_have_text("Step 3 has 1 telling to reveal, not 9.")
    assert place(page) == "step=3&shown=1"
    page.keyboard.press("PageDown")
    expect(page.locator("[data-word]")).to_have_count(0)


@pytest.mark.parametrize("make", [odd_folders.strange, odd_folders.events_only, odd_folders.empty_tables])
def test_a_folder_without_tours_presents_its_events(
    page: Page, serve: Serve, tmp_path: Path, make: Callable[[Path], Path]
) -> None:
    base = serve(make(tmp_path / "folder"))
    page.goto(f"{base}/present")
    expect(page.get_by_text("This folder has no tours.csv.")).to_be_visible()
    page.get_by_role("link", name="All events", exact=True).click()
    page.wait_for_function("() => window.contestedTimeline && contestedTimeline.lesson.here.started")
    for _ in range(60):
        assert page.evaluate(CUT) == [], page.url
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        before = page.url
        page.keyboard.press("PageDown")
        if page.url == before:
            break
    assert page.title() != "taken"
