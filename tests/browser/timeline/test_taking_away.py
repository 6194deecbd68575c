"""What a person takes away: an image, a table, a printed sheet."""

from __future__ import annotations

import csv
import io
import re
import struct
from pathlib import Path
from xml.etree import ElementTree

import pypdf
import pytest
from playwright.sync_api import Page, expect

from tests import odd_folders
from tests.browser.conftest import Serve
from tests.browser.screen import chip, dates, left, open_menu, open_timeline, title
from timeline.dataset import Dataset

SVG = "{http://www.w3.org/2000/svg}"


def take(page: Page, name: str) -> bytes:
    """Press an item of the menu and return the file that it saves."""
    open_menu(page, "More")
    with page.expect_download() as saving:
        page.get_by_text(name).click()
    return Path(saving.value.path()).read_bytes()


def written(picture: ElementTree.Element) -> str:
    return " ".join("".join(text.itertext()) for text in picture.iter(SVG + "text"))


def test_the_image_holds_what_is_seen_with_title_filter_date_and_sources(
    page: Page, dataset: Dataset
) -> None:
    open_timeline(page, "person=kirov&start=1934-06-01&end=1935-06-01")
    expect(chip(page, "kirov-murder")).to_be_visible()
    picture = ElementTree.fromstring(take(page, "Image of what is seen (SVG)"))
    expect(page.locator("#taken")).to_have_text("Saved as timeline.svg")
    assert picture.tag == SVG + "svg"
    said = written(picture)
    assert dataset.title in said
    assert "13 of" not in dataset.title
    assert (
        f"{len(left(dataset, 'person=kirov'))} of {len(dataset.events)} events · Person: Sergei Kirov" in said
    )
    assert title(dataset, "kirov-murder") in said
    assert title(dataset, "trotsky-killed") not in said
    for theme in dataset.themes:
        assert theme.name.split()[0] in said
    assert re.search(r"June 1934 to (May|June) 1935 · Seen on \d+ \w+ \d{4} · Sources: ", said)
    for document in dataset.sources.loc[dataset.sources["quoted_in"] == "", "speaker"]:
        assert str(document) in said
    # A picture for a slide stands alone: no script, nothing fetched.
    assert not [
        node for node in picture.iter() if node.tag in (SVG + "script", SVG + "image", SVG + "foreignObject")
    ]

    image = take(page, "Image of what is seen (PNG)")
    assert image.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", image[16:24])
    assert width == 2 * float(picture.attrib["width"])
    assert height == 2 * float(picture.attrib["height"])
    # A sheet of one colour would shrink to almost nothing.
    assert len(image) > 20_000


@pytest.mark.quick
def test_the_table_has_the_events_of_the_filter(page: Page, dataset: Dataset) -> None:
    open_timeline(page, "person=yenukidze")
    page.get_by_role("searchbox", name="Words").fill("tiflis")
    page.get_by_role("searchbox", name="Words").fill("")
    dates(page).get_by_label("From", exact=True).fill("1935")
    page.keyboard.press("Enter")
    page.wait_for_url("**/?person=yenukidze&from=1935")
    table = take(page, "The events in this filter (CSV)")
    rows = list(csv.DictReader(io.StringIO(table.decode("utf-8-sig"), newline="")))
    assert [row["event_id"] for row in rows] == left(dataset, "person=yenukidze&from=1935")
    assert rows[0]["told_by"]


def test_the_table_starts_no_formula(page: Page, serve: Serve, tmp_path_factory: object) -> None:
    folder = odd_folders.strange(tmp_path_factory.getbasetemp() / "strange")  # type: ignore[attr-defined]
    open_timeline(page, base=serve(folder))
    table = take(page, "The events in this filter (CSV)").decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(table, newline="")) for cell in row]
    assert "'" + odd_folders.FORMULA in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]


def test_the_subtitle_is_printed_whole(page: Page) -> None:
    page.set_viewport_size({"width": 1040, "height": 700})
    open_timeline(page, "")
    page.emulate_media(media="print")
    cut = "node => [node, node.parentElement].some((part) => part.scrollHeight > part.clientHeight + 1)"
    assert not page.locator(".masthead-names").evaluate(cut)
    expect(page.locator(".masthead-subtitle")).to_be_visible()


def test_the_sheet_has_the_drawing_then_the_list_with_accounts_and_no_controls(
    page: Page, dataset: Dataset, tmp_path: Path
) -> None:
    page.emulate_media(color_scheme="dark")
    open_timeline(page, "person=ordzhonikidze")
    expect(chip(page, "ordzhonikidze-dies")).to_be_visible()
    page.pdf(path=tmp_path / "sheet.pdf", format="A4", landscape=True, print_background=True)
    sheet = pypdf.PdfReader(tmp_path / "sheet.pdf")
    pages = [" ".join(leaf.extract_text().split()) for leaf in sheet.pages]
    walk = left(dataset, "person=ordzhonikidze")
    assert dataset.title in pages[0]
    assert f"{len(walk)} of {len(dataset.events)} events" in pages[0]
    assert "Person: Sergo Ordzhonikidze" in pages[0]
    assert any(title(dataset, event)[:20] in pages[0] for event in walk)
    assert len(pages) > 1, pages
    rest = " ".join(pages[1:])
    for event in walk:
        assert title(dataset, event) in rest
    for account in dataset.accounts[dataset.accounts["event_id"].isin(walk)]["account"]:
        assert " ".join(str(account).split())[:40] in rest
    whole = " ".join(pages)
    for control in (
        "Take away",
        "As told by",
        "Clear all",
        "take this away",
        "Zoom",
        "Go to a",
        "Projector",
        "Key",
    ):
        assert control not in whole, control
    # The drawing comes once, and the list once.
    assert whole.count(f"of {len(dataset.events)} events") == 1
    assert rest.count("The events as a list") == 1
