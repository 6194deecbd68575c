"""Knowing a source as a person does: who it is, what it tells and leaves out, its words, and the sheet on paper."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests import odd_folders
from tests.browser.access import LOOKS, violations
from tests.browser.conftest import Serve
from tests.browser.screen import PATIENCE, open_timeline, panel
from timeline.dataset import Dataset
from timeline.query.selection import Selection
from timeline.sources.narrative import own_telling


def open_source(page: Page, source: str = "", query: str = "", base: str = "") -> None:
    """Open the page of a source, or that of all."""
    page.goto(f"{base}/sources{'/' if source else ''}{source}{'?' if query else ''}{query}")
    settle(page)


def settle(page: Page) -> None:
    """Wait until the screen has gone on with the first HTML."""
    expect(page.locator("#screen .fragment > *").first).to_be_visible(timeout=PATIENCE)
    expect(page.locator("#first > *")).to_have_count(0)


def told(page: Page) -> Locator:
    return page.locator("li.told")


def gaps(page: Page) -> list[str]:
    """The events that are listed as left out between."""
    found: list[str] = page.locator("#source-body ol > li.gap").evaluate_all(
        "lines => lines.map((line) => line.id.replace('event-', ''))"
    )
    return found


def chip(page: Page, event: str) -> Locator:
    return page.locator(f'#source-drawing button.event[data-event="{event}"]')


def test_five_documents_four_texts_at_a_glance(page: Page) -> None:
    open_source(page)
    page.get_by_role("navigation", name="Screens").get_by_role("link", name="Sources").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sources")
    expect(page.get_by_text("32 names in 4 texts; 18 only through ProleWiki")).to_be_in_viewport()
    whence = page.get_by_role("img", name=re.compile("^Who has it from whom")).filter(visible=True)
    expect(whence).to_have_count(1)
    expect(whence).to_be_in_viewport()
    for name in ("Wikipedia mirror", "Andrew Rothstein", "Joseph E. Davies"):
        expect(whence.get_by_text(name, exact=False).first).to_be_visible()
    rows = page.locator(".span-chart").get_by_role("row")
    expect(rows).to_have_count(6)
    mirror = rows.filter(has_text="Wikipedia mirror")
    expect(mirror).to_contain_text("repeats Wikipedia: no second witness")
    # A number is never a score: nothing is sorted by it, and it says so.
    expect(page.get_by_text("rates nothing")).to_be_visible()


@pytest.mark.quick
def test_prolewiki_and_the_georgian_journal_agree_theme_by_theme(page: Page) -> None:
    open_source(page)
    said = {}
    for theme in ("The Kirov murder", "The Moscow trials"):
        drawn = page.get_by_role("group", name=f"Who agrees with whom: {theme}")
        pair = drawn.get_by_role("link", name=re.compile("^Georgian Journal and ProleWiki:"))
        said[theme] = pair.get_attribute("aria-label")
    assert said == {
        "The Kirov murder": "Georgian Journal and ProleWiki: can both be right on 6; only one speaks on 7",
        "The Moscow trials": "Georgian Journal and ProleWiki: can both be right on 1; contradict each other on 6; "
        "only one speaks on 17",
    }
    trials = page.get_by_role("group", name="Who agrees with whom: The Moscow trials")
    pair = trials.get_by_role("link", name=re.compile("^Georgian Journal and ProleWiki:"))
    pair.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/compare?source=georgian-journal&source=prolewiki&theme=trials&view=questions")
    expect(
        page.get_by_role("heading", name="Georgian Journal and ProleWiki contradict each other 6")
    ).to_be_visible()
    expect(page.locator("section[aria-labelledby=differ] li.issue")).to_have_count(6)
    expect(page.locator("li.issue")).to_have_count(24)


@pytest.mark.parametrize(("width", "height"), [(390, 844), (768, 1024), (1366, 768), (2560, 1440)])
def test_the_drawings_fit_every_page(page: Page, width: int, height: int) -> None:
    page.set_viewport_size({"width": width, "height": height})
    open_source(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    for drawn in page.locator("svg.drawn").filter(visible=True).all():
        box = drawn.bounding_box()
        assert box
        assert box["width"] <= width
        scale = float(drawn.evaluate("it => it.getBoundingClientRect().width / it.viewBox.baseVal.width"))
        assert scale > 0.8, "its type can be read"
    assert page.get_by_role("img", name=re.compile("^When it was said")).filter(visible=True).count() == 1
    # What is drawn stands there as a table too.
    page.get_by_text("The same as a table").first.click()
    expect(page.get_by_role("region", name="Who has it from whom, as a table")).to_contain_text(
        "at second hand"
    )
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.quick
def test_prolewiki_is_read_from_first_to_last(page: Page, dataset: Dataset) -> None:
    open_source(page)
    page.locator(".span-chart").get_by_role("link", name="ProleWiki").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("ProleWiki")
    telling = own_telling(dataset, "prolewiki")
    expect(told(page)).to_have_count(telling.whole)
    for line, expected in ((told(page).first, telling.told[0]), (told(page).last, telling.told[-1])):
        expect(line.get_by_role("heading", level=3)).to_contain_text(expected.name)
        expect(line).to_contain_text(expected.accounts[0].account)
    murder = page.locator("#event-kirov-murder")
    expect(murder.locator(".told-date")).to_have_text("December 1934")
    expect(murder.locator(".told-record")).to_have_text("record: 1 December 1934")
    expect(murder.locator("q").first).to_contain_text("shot Kirov in the back of the skull")
    expect(murder.locator(".told-voice").first).to_contain_text("Andrew Rothstein")
    # Its own voice alone.
    page.get_by_role("link", name="Only its own voice").click()
    expect(told(page)).to_have_count(own_telling(dataset, "prolewiki", voices=False).whole)
    expect(page.locator(".told-voice")).to_have_count(0)


def test_what_prolewiki_leaves_out_between_1935_and_1936(page: Page, dataset: Dataset) -> None:
    open_source(page, "prolewiki")
    page.get_by_text("Choose events").click()
    page.get_by_label("From", exact=True).fill("1935")
    page.get_by_label("To", exact=True).fill("1936")
    page.get_by_role("search", name="Choose events").get_by_role("button", name="Show").click()
    page.wait_for_url("**/sources/prolewiki?from=1935&to=1936#telling")
    settle(page)
    assert gaps(page) == []
    page.get_by_role("link", name=re.compile("^Show what it leaves out")).click()
    page.wait_for_url("**gaps=1*")
    settle(page)
    left_out = own_telling(dataset, "prolewiki", Selection(since="1935", until="1936")).gaps
    expect(page.locator("li.gap")).to_have_count(len(left_out))
    assert gaps(page) == [gap.event_id for gap in left_out]
    verdict = page.locator("#event-kremlin-verdict")
    expect(verdict).to_contain_text("not mentioned; told by Wikipedia; Wikipedia mirror")
    # The whole Kremlin case: told by others and missing here.
    assert {"kremlin-case", "kremlin-verdict", "yenukidze-removed"} <= set(gaps(page))
    page.get_by_role("link", name=re.compile("^Hide what it leaves out")).click()
    expect(page.locator("li.gap")).to_have_count(0)


def test_a_voice_has_a_page_and_its_questions_unfold(page: Page, dataset: Dataset) -> None:
    open_timeline(page, "event=second-trial")
    panel(page).get_by_role("link", name="Joseph E. Davies").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Joseph E. Davies")
    expect(page.locator("#first > *")).to_have_count(0, timeout=PATIENCE)
    path = page.locator(".crumbs")
    expect(path).to_have_text(re.compile("Sources.*ProleWiki.*Andrew Rothstein", re.DOTALL))
    asked = page.locator(".sourcing details", has_text="What must a reader beware of?")
    beware = str(dataset.sources.set_index("source_id").loc["davies-1937", "limitation"])
    expect(page.get_by_text(beware)).to_be_hidden()
    asked.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text(beware)).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.get_by_text(beware)).to_be_hidden()
    unfold = page.get_by_role("button", name="Unfold all")
    unfold.click()
    expect(page.get_by_text("We read it only through Andrew Rothstein")).to_be_visible()
    unfold.click()
    expect(page.get_by_text("We read it only through Andrew Rothstein")).to_be_hidden()


def test_a_word_leads_to_where_it_stands(page: Page) -> None:
    open_source(page, "prolewiki")
    words = page.locator(".people-index")
    killer = words.locator("li", has_text="Leonid Nikolaev")
    expect(killer.locator("q").first).to_have_text("Nikolaev")
    expect(killer).to_contain_text("one of a clandestine group")
    place = killer.locator(".at a").first
    target = str(place.get_attribute("href"))
    place.click()
    expect(page).to_have_url(re.compile(f"{target}$"))
    expect(page.locator(target)).to_be_in_viewport()
    heard = page.locator(".heard")
    expect(heard.locator(".unheard")).to_contain_text("Nikolai Yezhov")
    heard.locator(".unheard").get_by_role("link", name="Nikolai Yezhov").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Nikolai Yezhov")


def test_the_drawing_shows_its_names_and_where_it_is_silent(page: Page) -> None:
    open_source(page, "prolewiki")
    expect(chip(page, "third-trial")).to_contain_text("Trial of the Twenty-One", timeout=PATIENCE)
    expect(page.locator("#source-drawing button.event.ghost").first).to_be_visible()
    chip(page, "third-trial").click()
    expect(page.locator("#event-third-trial")).to_be_focused()
    expect(page.locator("#event-third-trial")).to_be_in_viewport()
    # What it does not tell opens on the timeline, as it has it.
    page.evaluate("scrollTo(0, 0)")
    ghost = page.locator("#source-drawing button.event.ghost").first
    event = ghost.get_attribute("data-event")
    ghost.click()
    page.wait_for_url(f"**/?as=prolewiki&event={event}")
    expect(panel(page)).to_be_visible(timeout=PATIENCE)


def test_the_wheel_scrolls_the_page_and_not_the_drawing(page: Page) -> None:
    open_source(page, "prolewiki")
    expect(chip(page, "third-trial")).to_be_visible(timeout=PATIENCE)
    box = page.locator("#source-drawing").bounding_box()
    assert box
    page.mouse.move(box["x"] + 500, box["y"] + 100)
    page.mouse.wheel(0, 300)
    page.wait_for_function("() => scrollY > 100")


def test_its_telling_prints_as_a_clean_sheet(page: Page) -> None:
    open_source(page, "spartacus", "gaps=1&from=1936&to=1936")
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(told(page).first).to_be_visible()
    expect(page.locator("li.gap").first).to_be_visible()
    expect(page.locator("#cite-chicago-spartacus")).to_be_visible()
    for absent in (
        ".source-drawing",
        ".sourcing",
        ".source-tools",
        ".vocabulary",
        ".stands",
        ".told-links",
        "nav",
    ):
        for node in page.locator(absent).all():
            expect(node).to_be_hidden()
    # Beside what accepts the charges the note stands unfolded.
    page.emulate_media(media="screen")
    open_source(page, "rothstein-1950")
    page.emulate_media(media="print")
    expect(page.get_by_text("were show trials")).to_be_visible()


def test_without_scripts_everything_can_be_read(new_context: Callable[..., BrowserContext]) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto("/sources/prolewiki?from=1935&to=1936")
    expect(told(page).first).to_be_visible()
    page.get_by_role("link", name=re.compile("^Show what it leaves out")).click()
    expect(page.locator("li.gap").first).to_be_visible()
    page.get_by_text("Who speaks?").click()
    expect(page.get_by_text("ProleWiki contributors, Marxist-Leninist wiki.")).to_be_visible()
    for dead in ("Print its telling", "Unfold all"):
        expect(page.get_by_text(dead, exact=True)).to_be_hidden()
    expect(page.locator(".source-drawing")).to_be_hidden()


STATES: dict[str, tuple[str, str]] = {
    "all": ("", ""),
    "a document with its gaps": ("wikipedia", "gaps=1&from=1935&q=Yenukidze&colour=red"),
    "a voice": ("davies-1937", ""),
    "nothing left": ("spartacus", "q=xylophone"),
}


@pytest.mark.parametrize("state", list(STATES))
def test_axe_finds_nothing_on_the_pages_of_the_sources(page: Page, look: str, state: str) -> None:
    source, query = STATES[state]
    open_source(page, source, query)
    if source:
        expect(page.locator("#source-drawing canvas").first).to_be_visible(timeout=PATIENCE)
        page.locator("details").evaluate_all("all => all.forEach((one) => (one.open = true))")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.dataset.theme") == LOOKS[look][0]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_source_that_is_not_here_is_a_calm_page(page: Page, faults: list[str]) -> None:
    answer = page.goto("/sources/prolewik")
    assert answer
    assert answer.status == 404
    page.get_by_role("link", name="ProleWiki").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("ProleWiki")
    assert len(faults) == 1
    assert "404" in faults.pop()


@pytest.mark.parametrize("width", [1366, 390])
def test_strange_text_stays_inside_the_page(
    page: Page, serve: Serve, tmp_path_factory: Any, width: int
) -> None:
    base = serve(odd_folders.strange(tmp_path_factory.getbasetemp() / "strange"))
    page.set_viewport_size({"width": width, "height": 800})
    for source in ("", "book"):
        open_source(page, source, base=base)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), source
        assert page.locator("main img").count() == 0
        assert page.title().endswith(odd_folders.SCRIPT)


def test_a_source_without_accounts_has_no_empty_frames(page: Page, serve: Serve, tmp_path: Path) -> None:
    folder = odd_folders.events_only(tmp_path)
    (folder / "sources.csv").write_text("source_id,title\nbook,The book\n", "utf-8")
    base = serve(folder)
    open_source(page, "book", base=base)
    expect(page.get_by_text("No account of it is in this folder yet.")).to_be_visible()
    expect(page.locator(".source-drawing")).to_be_hidden()
    open_source(page, base=base)
    expect(page.get_by_role("rowheader", name="The book")).to_be_visible()
