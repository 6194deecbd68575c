"""The sheets for a class: what stands on each printed page, and how one gets there."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pypdf
import pytest
from playwright.sync_api import Page, expect

from tests.browser.access import violations
from tests.browser.screen import open_menu, open_timeline, title
from timeline.dataset import Dataset

TOUR = "/present/who-killed-kirov"
SIZES = {"a4": (210, 297), "letter": (216, 279), "a3": (297, 420), "tabloid": (279, 432)}


def printed(page: Page, address: str, folder: Path) -> list[str]:
    """The text of each page that the browser prints; the paper is the one that the page asks for."""
    page.goto(address)
    expect(page.locator(".handout")).to_be_visible()
    page.pdf(path=folder / "sheet.pdf", prefer_css_page_size=True)
    leaves = pypdf.PdfReader(folder / "sheet.pdf").pages
    return [" ".join(unicodedata.normalize("NFKC", leaf.extract_text()).split()) for leaf in leaves]


def letters(text: str) -> str:
    """The letters alone: where a line is broken or stretched, the spaces differ."""
    return re.sub(r"\W", "", text)


def expect_paper(folder: Path, size: tuple[int, int]) -> None:
    for leaf in pypdf.PdfReader(folder / "sheet.pdf").pages:
        sides = [round(float(side) / 72 * 25.4) for side in (leaf.mediabox.width, leaf.mediabox.height)]
        assert all(abs(side - wanted) <= 1 for side, wanted in zip(sides, size, strict=True)), sides


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_the_chart_repeats_its_head_on_every_page_and_leaves_room_to_write(
    page: Page, paper: str, tmp_path: Path, dataset: Dataset
) -> None:
    pages = printed(page, f"{TOUR}/chart?column=spartacus&column=prolewiki&paper={paper}", tmp_path)
    expect_paper(tmp_path, SIZES[paper][::-1])
    assert len(pages) > 1
    assert "Who killed Kirov?" in pages[0]
    for number, text in enumerate(pages, start=1):
        assert f"Corroboration chart · Who killed Kirov? {dataset.title}" in text
        assert f"{number} / {len(pages)}" in text
        if "What is probable, and why?" not in text and "Sources" not in text:
            assert "Spartacus Educational" in text
            assert "ProleWiki" in text
    whole = " ".join(pages)
    steps = dataset.tours.loc[dataset.tours["tour_id"] == "who-killed-kirov", "event_id"]
    for event in set(steps):
        assert title(dataset, event) in whole
    for line in ("My hypothesis before I read", "One difference", "My hypothesis now"):
        assert whole.count(line) == 1
    for control in ("Back to the tour", "Paper", "Print or save", "Compare", "Projector"):
        assert control not in whole, control
    # Twenty millimetres to write in, in every cell.
    lowest = page.evaluate(
        "Math.min(...[...document.querySelectorAll('.chart td')].map((cell) => cell.offsetHeight))"
    )
    assert lowest >= 20 / 25.4 * 96


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_the_key_has_its_head_and_columns_on_every_page(
    page: Page, paper: str, tmp_path: Path, dataset: Dataset
) -> None:
    pages = printed(page, f"{TOUR}/key?paper={paper}", tmp_path)
    expect_paper(tmp_path, SIZES[paper][::-1])
    whole = " ".join(pages)
    for text in pages:
        assert "Teacher’s key · Who killed Kirov?" in text
        if "What scholars hold" not in text and "Sources 1." not in text:
            assert "Step and event" in text
            assert "ProleWiki" in text
    # The first telling begins on the first page, under its head: a long one does not leave it empty.
    assert "Accepts" in pages[0]
    steps = dataset.tours[dataset.tours["tour_id"] == "who-killed-kirov"]
    for note in steps["note"]:
        assert letters(note)[:40] in letters(whole)
        assert letters(note)[-15:] in letters(whole)


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("blind", ["", "77"])
def test_no_card_is_cut_by_the_end_of_a_page(
    page: Page, paper: str, blind: str, tmp_path: Path, dataset: Dataset
) -> None:
    pages = printed(page, f"{TOUR}/cards?paper={paper}&blind={blind}", tmp_path)
    expect_paper(tmp_path, SIZES[paper])
    assert len(pages) > 2
    for text in pages:
        assert "Source cards · Who killed Kirov?" in text
    shown = set(dataset.tours.loc[dataset.tours["tour_id"] == "who-killed-kirov", "event_id"])
    told = dataset.accounts[dataset.accounts["event_id"].isin(shown)]
    if not blind:
        for account in told["account"]:
            assert any(letters(account) in letters(text) for text in pages), account
    else:
        begins = next(number for number, text in enumerate(pages) if "Key for the teacher" in text)
        assert "Andrew Rothstein" in " ".join(pages[begins:])
        assert "Who might say this" not in " ".join(pages[begins:])
        assert "Rothstein" not in " ".join(pages[:begins])


@pytest.mark.parametrize("paper", ["a3", "a4", "tabloid", "letter"])
def test_the_poster_is_one_sheet_with_title_legend_and_sources(
    page: Page, paper: str, tmp_path: Path, dataset: Dataset
) -> None:
    pages = printed(page, f"/present/kremlin-plot/poster?paper={paper}", tmp_path)
    expect_paper(tmp_path, SIZES[paper][::-1])
    assert len(pages) == 1
    text = pages[0]
    steps = dataset.tours.loc[dataset.tours["tour_id"] == "kremlin-plot", "event_id"]
    for event in set(steps):
        assert letters(title(dataset, event)) in letters(text)
    assert "Was there a Kremlin plot?" in text
    for said in ("time that it lasts", "Own version", "Sources.", "Made on", "ProleWiki"):
        assert said in text
    assert "without room for a name" not in text
    # Vectors, not a picture of the screen.
    assert page.locator(".poster-drawing svg text").count() > len(set(steps))
    assert page.locator(".poster img, .poster canvas").count() == 0
    inside = page.evaluate(
        """() => {
          const end = (part) => document.querySelector(part).getBoundingClientRect().bottom;
          return end(".poster-drawing svg") <= end(".poster-drawing") + 1 && end(".poster-foot") <= end(".poster") + 1;
        }"""
    )
    assert inside


def test_all_events_fit_a_poster_and_those_without_room_are_counted(page: Page, dataset: Dataset) -> None:
    page.goto("/present/these-events/poster")
    left = page.locator(".poster-left")
    expect(left).to_contain_text("without room for a name")
    hidden = int(re.findall(r"\d+", left.inner_text())[0])
    named = page.locator(".poster-drawing svg text").all_text_contents()
    assert sum(text.startswith(str(name)[:20]) for name in dataset.events["title"] for text in named) > 60
    assert hidden < len(dataset.events) / 2 + 5


def test_the_sheets_are_found_in_the_timeline_s_menu_with_its_filter(page: Page) -> None:
    open_timeline(page, "person=yenukidze&event=yenukidze-shot")
    menu = open_menu(page, "More")
    menu.get_by_role("link", name="Corroboration chart").click()
    page.wait_for_url("**/present/these-events/chart?person=yenukidze")
    expect(page.get_by_role("heading", level=1)).to_contain_text("events of this filter")
    page.get_by_label("Column 4").select_option(label="Spartacus Educational")
    page.wait_for_url("**column=spartacus**")
    assert "person=yenukidze" in page.url
    page.get_by_role("link", name="Wall poster").click()
    expect(page.locator(".poster-drawing svg").first).to_be_visible()
    page.get_by_label("Paper").select_option("letter")
    page.wait_for_url("**paper=letter**")
    assert "person=yenukidze" in page.url


def test_axe_finds_nothing_on_the_sheets(page: Page, look: str) -> None:
    found = []
    for sheet in ("chart", "key", "cards", "cards?blind=5", "poster"):
        page.goto(f"{TOUR}/{sheet}")
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        found += [f"{sheet}: {line}" for line in violations(page)]
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), sheet
    assert not found, "\n".join(found)
