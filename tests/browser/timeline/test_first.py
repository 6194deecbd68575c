"""The drawing stands before Dash, answers before Dash, and is the same drawing after it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, Route, expect

from tests.browser.screen import PATIENCE, asked, chip, left, panel, result, title, token, window
from timeline.dataset import Dataset

DASH = "**/_dash-component-suites/**"
SIZES = [(1366, 768), (1920, 1080), (390, 844)]
# What moved without anybody's doing: how far, and what it was.
SHIFTS = """() => new Promise((done) => {
  const found = [];
  const add = (list) => list.getEntries().filter((entry) => !entry.hadRecentInput).forEach((entry) =>
    found.push([entry.value, entry.sources.map(({ node }) => `${node?.nodeName} ${node?.id} ${node?.className}`)]));
  new PerformanceObserver(add).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(found), 100);
})"""
# Where everything stands that has an id, and how large it is; nothing that is not seen.
PLACES = """() => Object.fromEntries([...document.querySelectorAll(".timeline-screen [id]")]
  .filter((part) => part.checkVisibility({ visibilityProperty: true }) && !part.closest(".timeline-drawing"))
  .map((part) => [part.id, Object.values(part.getBoundingClientRect().toJSON()).map(Math.round).join(" ")]))"""


class Dash:
    """Dash's scripts, held back until they are let go."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._held: list[Route] | None = []
        page.route(DASH, lambda route: route.continue_() if self._held is None else self._held.append(route))

    def come(self) -> None:
        """Let Dash's scripts go; returns at once."""
        held, self._held = self._held or [], None
        for route in held:
            route.continue_()

    def stand(self) -> None:
        """Let them go, and wait until Dash has taken over."""
        self.come()
        taken_over(self._page)


def taken_over(page: Page) -> None:
    expect(page.locator("#first > *")).to_have_count(0, timeout=PATIENCE)
    expect(page.locator("#react-entry-point .timeline-stage canvas")).to_be_visible()


@pytest.fixture
def dash(page: Page) -> Dash:
    return Dash(page)


def open_first(page: Page, query: str = "") -> None:
    """Open a view as far as it goes without Dash."""
    page.goto(f"/?{query}" if query else "/", wait_until="commit")  # it has not loaded until Dash has
    expect(page.locator("#first button.event").first).to_be_visible(timeout=PATIENCE)


def test_without_dash_the_drawing_stands_moves_and_opens_events(
    page: Page, dash: Dash, dataset: Dataset
) -> None:
    open_first(page)
    expect(result(page)).to_have_text(f"{len(dataset.events)} events")
    whole = window(page)
    page.locator(".timeline-stage").hover()
    page.mouse.wheel(0, -300)
    page.wait_for_url("**start=*", wait_until="commit")
    seen = window(page)
    assert whole[0] < seen[0] < seen[1] < whole[1]
    page.mouse.down()
    page.mouse.move(300, 400, steps=4)
    page.mouse.up()
    assert window(page)[0] > seen[0]
    page.get_by_role("button", name="Show everything").click()
    page.wait_for_function("() => !location.search")
    chip(page, "kirov-murder").click()
    expect(panel(page).get_by_role("heading", level=2)).to_have_text(title(dataset, "kirov-murder"))
    assert asked(page) == "event=kirov-murder"
    page.keyboard.press("Escape")
    expect(panel(page)).to_be_hidden()
    assert asked(page) == ""
    page.go_back()
    expect(panel(page)).to_contain_text(title(dataset, "kirov-murder"))
    panel(page).get_by_role("link", name="filter by Leonid Nikolaev").click()
    count = len(left(dataset, "person=nikolaev"))
    expect(result(page)).to_have_text(f"{count} of {len(dataset.events)} events")
    page.get_by_role("button", name="List").click()
    expect(page.locator("#list .entry-title")).to_have_count(count)
    token(page, "Person: Leonid Nikolaev").click()
    expect(result(page)).to_have_text(f"{len(dataset.events)} events")


@pytest.mark.parametrize("way", ["moved", "put"])
def test_dash_goes_on_with_the_same_drawing(page: Page, dash: Dash, dataset: Dataset, way: str) -> None:
    if way == "put":
        page.add_init_script("delete Element.prototype.moveBefore")  # not every browser has it
    open_first(page, "start=1934-10-01&end=1935-06-01")
    before = window(page)
    page.evaluate("document.querySelectorAll('button.event').forEach((chip) => (chip.marked = true))")
    chip(page, "kirov-murder").focus()
    asks: list[str] = []
    page.on("request", lambda request: asks.append(request.url))
    dash.stand()
    page.wait_for_timeout(300)
    chips = page.locator("#react-entry-point button.event")
    assert chips.count() > 10
    assert chips.evaluate_all("chips => chips.every((chip) => chip.marked)")
    expect(chip(page, "kirov-murder")).to_be_focused()
    assert window(page) == before
    page.keyboard.press("Enter")
    expect(panel(page).get_by_role("heading", level=2)).to_have_text(title(dataset, "kirov-murder"))
    page.mouse.move(600, 400)
    page.mouse.wheel(0, -200)
    page.wait_for_function("() => !location.search.includes('start=1934-10-01')")
    assert not [url for url in asks if "/drawn?" in url]


@pytest.mark.parametrize("way", ["moved", "put"])
def test_what_was_done_before_dash_stays_as_it_was_done(
    page: Page, dash: Dash, dataset: Dataset, way: str
) -> None:
    if way == "put":
        page.add_init_script("delete Element.prototype.moveBefore")
    open_first(page, "person=kirov")
    page.get_by_role("button", name="Zoom in", exact=True).click()
    page.wait_for_url("**start=*", wait_until="commit")
    chip(page, "kirov-murder").click()
    expect(panel(page)).to_contain_text("Kirov is shot")
    page.locator(".panel-title").evaluate("title => (title.marked = true)")
    panel(page).evaluate("panel => panel.scrollBy(0, 120)")
    page.locator(".list-toggle").focus()
    seen, address = window(page), asked(page)
    dash.stand()
    assert (window(page), asked(page)) == (seen, address)
    assert page.locator("#react-entry-point .panel-title").evaluate("title => title.marked")
    assert panel(page).evaluate("panel => panel.scrollTop") == 120
    expect(page.locator(".list-toggle")).to_be_focused()
    expect(chip(page, "kirov-murder")).to_have_attribute("aria-current", "true")
    expect(page.get_by_role("searchbox", name="Words")).to_be_editable()
    page.get_by_role("searchbox", name="Words").fill("smolny")
    expect(token(page, "smolny")).to_be_visible()
    panel(page).get_by_role("link", name="Close").click()
    expect(panel(page)).to_be_hidden()


def pressed(page: Page, place: Locator) -> None:
    """Put the pointer down on something and keep it down."""
    place.hover()
    page.mouse.down()


@pytest.mark.parametrize("what", ["a chip", "a link", "the list button", "a key"])
def test_a_press_while_dash_comes_is_not_lost(page: Page, dash: Dash, dataset: Dataset, what: str) -> None:
    open_first(page, "person=kirov")
    stands = page.locator("#react-entry-point .timeline-screen")
    places = {
        "a chip": chip(page, "kirov-murder"),
        "a link": token(page, "Person: Sergei Kirov"),
        "the list button": page.get_by_role("button", name="List"),
    }
    if what == "a key":
        page.get_by_role("button", name="List").focus()
        page.keyboard.down(" ")
    else:
        pressed(page, places[what])
    dash.come()
    expect(stands).to_have_count(1, timeout=PATIENCE)
    page.wait_for_timeout(200)
    expect(page.locator("#first > *")).not_to_have_count(0)
    if what == "a key":
        page.keyboard.up(" ")
    else:
        page.mouse.up()
    taken_over(page)
    if what == "a chip":
        expect(panel(page)).to_contain_text(title(dataset, "kirov-murder"))
    elif what == "a link":
        expect(result(page)).to_have_text(f"{len(dataset.events)} events")
    else:
        expect(page.locator("#list")).to_be_visible()
        expect(page.locator(".list-toggle")).to_have_attribute("aria-pressed", "true")


def pixels(places: str) -> list[int]:
    return [int(place) for place in places.split()]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("query", ["", "event=kirov-murder&person=kirov"])
def test_nothing_moves_while_the_page_loads(
    new_context: Callable[..., BrowserContext], query: str, size: tuple[int, int]
) -> None:
    page = new_context(viewport={"width": size[0], "height": size[1]}).new_page()
    dash = Dash(page)
    open_first(page, query)
    page.wait_for_load_state("domcontentloaded")  # the drawing stands before the list has been read
    before: dict[str, str] = page.evaluate(PLACES)
    dash.stand()
    page.wait_for_timeout(300)
    after: dict[str, str] = page.evaluate(PLACES)
    for name, places in before.items():  # to a pixel: a twentieth more or less can be rounded to another one
        assert pixels(after[name]) == pytest.approx(pixels(places), abs=1), name
    shifts = page.evaluate(SHIFTS)
    assert sum(far for far, _ in shifts) < 0.05, shifts


def test_without_scripts_there_is_the_list(
    new_context: Callable[..., BrowserContext], dataset: Dataset
) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto("/?person=kirov&event=kirov-murder")
    expect(page.get_by_role("heading", level=2).first).to_have_text(title(dataset, "kirov-murder"))
    expect(page.locator("#list .entry-title")).to_have_count(len(left(dataset, "person=kirov")))
    expect(page.locator("#list .entry-title").first).to_be_visible()
    for unseen in (".filters", ".stage-drawing", ".going", ".list-toggle"):
        expect(page.locator(unseen)).to_be_hidden()
