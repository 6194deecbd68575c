"""Following one person as a student does: found by any spelling, read in every source, set beside another, printed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests import odd_folders
from tests.browser.access import violations
from tests.browser.conftest import Serve
from tests.browser.screen import PATIENCE, expect_left, left, open_timeline, panel
from tests.folders import make_folder
from timeline.dataset import Dataset
from timeline.query.folding import key, words

PAGES = {
    "everybody": "/people",
    "a search": "/people?q=rosenfeld",
    "nobody found": "/people?q=xylophone",
    "in another order": "/people?sort=fate",
    "a person": "/people/yagoda",
    "a person of few events": "/people/ryaskin",
    "two people": "/people/yagoda?with=yezhov",
    "a dossier": "/people/yagoda/dossier",
    "a stale link": "/people/yagodda",
}


def open_people(page: Page, query: str = "", base: str = "") -> None:
    """Open everybody and wait until the screen has gone on with the first HTML."""
    page.goto(f"{base}/people{query}")
    expect(page.locator("#people-body > *").first).to_be_visible(timeout=PATIENCE)
    expect(page.locator("#first > *")).to_have_count(0)


def open_person(page: Page, person: str, base: str = "") -> None:
    """Open a person's page and wait until the life is drawn."""
    page.goto(f"{base}/people/{person}")
    expect(page.locator("#person-drawing button.event").first).to_be_visible(timeout=PATIENCE)
    expect(page.locator("#first > *")).to_have_count(0)


def found(page: Page) -> list[str]:
    """The names that are left in the table."""
    return page.locator(".people-table tr[data-words]:visible th a").all_inner_texts()


def type_name(page: Page, text: str) -> None:
    """Look for somebody as one types."""
    page.get_by_label("Find in any spelling").fill(text)


def portrait(page: Page, source: str) -> Locator:
    """What one document makes of the person."""
    return page.get_by_role("article").filter(has=page.get_by_role("heading", name=re.compile("^" + source)))


@pytest.mark.quick
@pytest.mark.parametrize(
    ("typed", "name"),
    [("Enukidze", "Avel Yenukidze"), ("Orjonikidze", "Sergo Ordzhonikidze"), ("сталин", "Joseph Stalin")],
)
def test_a_person_is_found_by_another_spelling_and_followed(page: Page, typed: str, name: str) -> None:
    open_people(page)
    type_name(page, typed)
    expect(page.locator("#people-count")).to_have_text(re.compile(r"^1 of "))
    assert found(page) == [name]
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(name)


def test_the_script_folds_every_name_as_the_server_does(page: Page, dataset: Dataset) -> None:
    open_people(page)
    people = dataset.people
    names = [name for cell in (*people["name"], *people["also_known_as"]) for name in cell.split(";")]
    names += ["Trotzki’s", "Straße", "PLETNËV", "Łódź", "Ļeņins", "Ol'berg", "Tschernjawski", "aaa", "Œuvre"]
    folded = page.evaluate(
        """names => {
          const {words, sound} = contestedTimeline.folding;
          return names.map((name) => words(name).map((word) => [word, sound(word)]));
        }""",
        names,
    )
    assert folded == [[[word, key(word)] for word in words(name)] for name in names]


def test_what_is_looked_for_is_in_the_address_and_can_be_sorted(page: Page) -> None:
    open_people(page)
    type_name(page, "evdokimov")
    assert set(found(page)) == {"Yefim Yevdokimov", "Grigory Yevdokimov"}
    expect(page).to_have_url(re.compile(r"/people\?q=evdokimov$"))
    page.get_by_role("link", name="Died").click()
    expect(page).to_have_url(re.compile(r"q=evdokimov&sort=died"))
    expect(page.get_by_role("columnheader", name="Died")).to_have_attribute("aria-sort", "ascending")
    assert found(page) == ["Grigory Yevdokimov", "Yefim Yevdokimov"]
    type_name(page, "")
    expect(page.locator("#people-count")).to_have_text(re.compile(r"^(\d+) of \1 people"))


def test_what_is_spelt_like_nobody_is_looked_for_by_sound(page: Page) -> None:
    open_people(page)
    type_name(page, "Tuchatschewski")
    expect(page.get_by_text("Nobody here is spelt like that")).to_be_visible()
    page.get_by_role("link", name="find what sounds like it").click()
    expect(page.get_by_role("heading", name="People whose names sound like it")).to_be_visible()
    expect(page.get_by_role("link", name="Mikhail Tukhachevsky")).to_be_visible()


def test_one_yevdokimov_is_followed_without_meeting_the_other(page: Page, dataset: Dataset) -> None:
    open_people(page)
    type_name(page, "Yefim")
    page.get_by_role("link", name="Yefim Yevdokimov").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Yefim Yevdokimov")
    own = left(dataset, "person=yefim-yevdokimov")
    titles = page.locator(".happenings li > a:first-of-type")
    expect(titles).to_have_count(len(own))
    others = set(left(dataset, "person=grigory-yevdokimov")) - set(own)
    for event in others:
        expect(page.locator(f"#event-{event}")).to_have_count(0)
    # He is pointed out as another man, and nowhere else.
    expect(page.get_by_role("link", name="Grigory Yevdokimov")).to_have_count(1)
    page.get_by_role("link", name="Show on the timeline").click()
    expect_left(page, len(own), dataset)


def test_yenukidze_is_followed_to_the_timeline_and_the_comparison(page: Page, dataset: Dataset) -> None:
    open_person(page, "yenukidze")
    expect(page.get_by_text("აბელ ენუქიძე")).to_be_visible()
    expect(portrait(page, "Georgian Journal")).to_contain_text("conspirator")
    expect(portrait(page, "Georgian Journal")).to_contain_text("Writes “Enukidze”")
    page.get_by_role("link", name="Compare the sources").click()
    expect(page.locator(".compare-tokens")).to_contain_text("Person: Avel Yenukidze")
    page.go_back()
    page.get_by_role("link", name="Show on the timeline").click()
    expect_left(page, len(left(dataset, "person=yenukidze")), dataset)


def test_what_prolewiki_and_spartacus_each_make_of_yagoda(page: Page, dataset: Dataset) -> None:
    open_person(page, "yagoda")
    prolewiki, spartacus = portrait(page, "ProleWiki"), portrait(page, "Spartacus Educational")
    expect(prolewiki).to_contain_text("Andrew Rothstein")
    expect(prolewiki).to_contain_text("outstanding Trotskyist")
    expect(prolewiki).to_contain_text("defendant of this trial")
    expect(spartacus).to_contain_text("accused")
    told = dataset.accounts.set_index(["event_id", "source_id"])
    expect(spartacus).to_contain_text(str(told.loc[("third-trial", "spartacus"), "account"]))
    expect(spartacus).not_to_contain_text("Trotskyist plotter")
    line = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name="Spartacus Educational"))
    expect(line).to_contain_text("speaks of this person in 1 event")
    page.get_by_text("What scholars hold of the charges").click()
    expect(page.get_by_text("were show trials")).to_be_visible()


def test_an_event_of_the_drawing_is_found_below(page: Page) -> None:
    open_person(page, "yagoda")
    chip = page.locator('#person-drawing button.event[data-event="yezhov-replaces-yagoda"]')
    for _ in range(2):
        chip.focus()
        page.keyboard.press("Enter")
        expect(page.locator("#event-yezhov-replaces-yagoda")).to_be_focused()
        expect(page.locator("#event-yezhov-replaces-yagoda")).to_be_in_viewport()
        expect(chip).not_to_have_attribute("aria-current", "true")


def test_the_drawing_leaves_the_wheel_to_the_page(page: Page) -> None:
    open_person(page, "yagoda")
    stage = page.locator("#person-drawing .timeline-stage")
    stage.scroll_into_view_if_needed()
    stage.hover()
    hint = page.locator("#person-drawing .timeline-hint")
    before = page.evaluate("scrollY")
    page.mouse.wheel(0, 300)
    expect(hint).to_have_class(re.compile("seen"))
    page.wait_for_timeout(300)
    assert page.evaluate("scrollY") > before


def test_what_happened_meanwhile_is_faint(page: Page) -> None:
    open_person(page, "yagoda")
    chips = page.locator("#person-drawing button.event")
    assert page.locator("#person-drawing button.event.ghost").count() > 0
    named = chips.filter(has_text="arrested · Yagoda is arrested")
    expect(named).not_to_have_class(re.compile("ghost"))


@pytest.mark.quick
def test_two_people_are_set_side_by_side_with_the_picker(page: Page) -> None:
    open_person(page, "yagoda")
    page.get_by_label("Beside").select_option("yezhov")
    page.get_by_role("button", name="Show both").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Genrikh Yagoda and Nikolai Yezhov")
    lanes = page.locator("#person-drawing .timeline-lane-name")
    expect(lanes).to_have_text(["Genrikh Yagoda", "Nikolai Yezhov", "Meanwhile"], timeout=PATIENCE)
    both = page.locator('#person-drawing button.event[data-event="yezhov-replaces-yagoda"]')
    expect(both).to_have_count(2)
    expect(both.first).to_have_accessible_name(re.compile("in both lives"))
    page.get_by_role("button", name="Key", exact=True).click()
    expect(page.get_by_role("group", name="Key")).to_contain_text("Whose event it is:⇅in both lives")
    expect(page.get_by_role("region", name="10 events with both")).to_contain_text("removed")


def test_names_in_panel_and_comparison_lead_to_the_person(page: Page) -> None:
    open_timeline(page, "event=kirov-murder")
    panel(page).get_by_role("link", name="Sergei Kirov", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sergei Kirov", timeout=PATIENCE)
    page.goto("/compare?event=kirov-murder")
    # A press on the first HTML may be lost while the page takes it over.
    expect(page.locator("#compare-body h1")).to_be_visible(timeout=PATIENCE)
    page.locator("#rest > summary").click()
    page.get_by_role("link", name="Leonid Nikolaev (half-mad killer, not named)").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Leonid Nikolaev", timeout=PATIENCE)


@pytest.mark.parametrize("person", ["stalin", "yagoda", "ryaskin", "yenukidze"])
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_the_dossier_is_one_upright_sheet(page: Page, paper: str, person: str) -> None:
    page.goto(f"/people/{person}/dossier")
    printed = page.pdf(format=paper, prefer_css_page_size=True)
    sizes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", printed)
    assert len(sizes) == 1
    assert all(float(width) < float(height) for width, height in sizes)


def test_without_scripts_everybody_can_be_read_found_and_sorted(page: Page, base_url: str) -> None:
    browser = page.context.browser
    assert browser
    plain = browser.new_context(java_script_enabled=False).new_page()
    plain.goto(f"{base_url}/people")
    plain.get_by_label("Find in any spelling").fill("Enukidze")
    plain.get_by_role("main").get_by_role("button", name="Find").click()
    assert found(plain) == ["Avel Yenukidze"]
    plain.get_by_role("link", name="Avel Yenukidze").click()
    expect(plain.get_by_role("heading", name="How each source paints Avel Yenukidze")).to_be_visible()
    expect(plain.locator(".life-line").first).to_be_visible()
    plain.context.close()


def test_a_folder_without_people_says_why(
    page: Page, serve: Serve, tmp_path_factory: pytest.TempPathFactory
) -> None:
    base = serve(odd_folders.events_only(tmp_path_factory.mktemp("plain")))
    open_people(page, "", base)
    expect(page.locator("main")).to_contain_text("This folder has no people.csv")
    expect(page.get_by_role("navigation", name="Screens").get_by_role("link", name="People")).to_have_count(0)


def test_a_person_without_dates_or_events_has_no_empty_drawing(
    page: Page, serve: Serve, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder: Path = make_folder(
        tmp_path_factory.mktemp("ann"),
        events="event_id,start,title,people\na,1934,The first,ann\n",
        people="person_id,name,note\nann,Ann,\nbob,Bob,In no event.\n",
    )
    base = serve(folder)
    page.goto(f"{base}/people/bob")
    expect(page.locator("#person-stage")).to_be_hidden(timeout=PATIENCE)
    expect(page.locator("main")).to_contain_text("In no event.")
    open_person(page, "ann", base)


def test_axe_finds_nothing_on_any_page(
    page: Page, look: str, faults: list[str], serve: Serve, tmp_path_factory: pytest.TempPathFactory
) -> None:
    strange = serve(odd_folders.strange(tmp_path_factory.mktemp("strange")))
    pages = PAGES | {"strange people": f"{strange}/people", "strange": f"{strange}/people/somebody"}
    seen: list[str] = []
    for view, address in pages.items():
        page.goto(address)
        if "dossier" not in view and "stale" not in view:
            expect(page.locator("#first > *")).to_have_count(0, timeout=PATIENCE)
        seen += [f"{view}: {line}" for line in violations(page)]
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        if wide > 0:
            seen.append(f"{view}: {wide} pixels wider than the window")
    assert all("404" in fault for fault in faults), faults  # the stale link
    faults.clear()
    assert not seen, "\n".join(seen)
