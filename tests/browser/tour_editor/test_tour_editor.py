"""A teacher makes a tour: from the timeline and by hand, orders it, tries it, takes it away and brings it back."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests import odd_folders
from tests.browser.access import violations
from tests.browser.conftest import Serve
from tests.browser.screen import chip, open_menu, open_timeline, panel, title
from timeline.__main__ import check_folder
from timeline.dataset import Dataset

VIEW = "person=kirov&lanes=source&start=1934-06-01&end=1935-06-01"
BAD = "tour_id,tour,step,event_id\nlesson,Lesson,1,kirov-murdr\nlesson,Lesson,zero,kirov-murder\n"


def steps(page: Page) -> Locator:
    return page.locator(".making-step")


def said(page: Page) -> Locator:
    return page.locator("#making-said[role=status]")


def add(page: Page, words: str, name: str) -> None:
    """Look for an event and add it."""
    count = steps(page).count()
    page.get_by_label("Words in its title").fill(words)
    page.get_by_role("button", name=f"Add {name}", exact=True).click()
    expect(steps(page)).to_have_count(count + 1)


def begin(page: Page, dataset: Dataset, *events: str) -> None:
    """Begin a tour of these events."""
    page.goto("/present/make")
    page.get_by_role("button", name="New tour").click()
    for event in events:
        add(page, title(dataset, event), title(dataset, event))


def download(page: Page) -> Path:
    with page.expect_download() as saving:
        page.get_by_role("button", name="Download tours.csv").click()
    expect(said(page)).to_contain_text("Downloaded as tours.csv")
    return Path(saving.value.path())


def rows_of(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))


def load(page: Page, name: str, content: str | bytes) -> None:
    data = content.encode() if isinstance(content, str) else content
    page.get_by_label("A file of tours").set_input_files(
        {"name": name, "mimeType": "text/csv", "buffer": data}
    )


def test_a_tour_is_made_from_views_downloaded_checked_and_loaded_back(
    page: Page, dataset: Dataset, shipped: Path, tmp_path: Path
) -> None:
    open_timeline(page, f"{VIEW}&event=kirov-murder")
    panel(page).get_by_role("button", name="Save this view as a step").click()
    expect(page.locator("#taken")).to_contain_text("Saved as step 1 of “My tour”.")
    page.locator("#taken").get_by_role("link", name="Open the tour").click()
    expect(steps(page)).to_have_count(1)
    expect(steps(page).first).to_contain_text(title(dataset, "kirov-murder"))
    expect(steps(page).first).to_contain_text(
        "Person: Sergei Kirov · Lanes by source · 1934-06-01 to 1935-06-01"
    )
    expect(page.locator("#making-state")).to_contain_text("Not downloaded yet")
    page.get_by_label("Name", exact=True).fill("A murder")
    page.get_by_label("Its question").fill("Who wanted it?")
    page.get_by_label("Heading for the class").fill("=1+1, a shot")
    page.get_by_label("Note for the teacher").fill("Ask first.\nThen wait.")
    add(page, "yenukidze shot", title(dataset, "yenukidze-shot"))
    # What is not downloaded survives a reload.
    page.reload()
    expect(steps(page)).to_have_count(2)
    expect(page.get_by_label("Name", exact=True)).to_have_value("A murder")
    expect(page.get_by_label("Note for the teacher").first).to_have_value("Ask first.\nThen wait.")
    expect(page.locator("#making-state")).to_contain_text("Not downloaded yet")

    file = download(page)
    expect(page.locator("#making-state")).to_contain_text("nothing has changed since")
    first, second = rows_of(file)
    assert first == {
        "tour_id": "a-murder",
        "tour": "A murder",
        "step": "1",
        "event_id": "kirov-murder",
        "heading": "'=1+1, a shot",
        "note": "Ask first.\nThen wait.",
        "question": "Who wanted it?",
        "view": VIEW,
    }
    assert (second["event_id"], second["view"]) == ("yenukidze-shot", "")
    # The folder takes it as it is.
    for table in shipped.iterdir():
        (tmp_path / table.name).write_bytes(table.read_bytes())
    (tmp_path / "tours.csv").write_bytes(file.read_bytes())
    assert check_folder(tmp_path) == 0

    # In another browser it is loaded back equal.
    page.evaluate("localStorage.clear()")
    page.reload()
    expect(steps(page)).to_have_count(0)
    load(page, "tours.csv", file.read_bytes())
    expect(said(page)).to_contain_text("Loaded one tour from tours.csv.")
    expect(page.get_by_label("Heading for the class").first).to_have_value("=1+1, a shot")
    expect(steps(page).first).to_contain_text("Lanes by source")
    assert rows_of(download(page)) == [first, second]
    load(page, "tours.csv", file.read_bytes())
    expect(said(page)).to_contain_text("is here already")
    expect(page.locator(".making-tour")).to_have_count(1)


def test_a_faulty_file_is_refused_with_line_and_cure_and_the_draft_stays(
    page: Page, dataset: Dataset
) -> None:
    begin(page, dataset, "kirov-murder")
    page.get_by_label("Name", exact=True).fill("Mine")
    load(page, "lesson.csv", BAD)
    expect(page.get_by_role("heading", name="What was found in the file")).to_be_focused()
    expect(said(page)).to_have_text("lesson.csv was not loaded. The draft is as it was.")
    faults = page.locator("#making-faults tbody tr")
    expect(faults).to_have_count(2)
    expect(faults.first).to_contain_text("lesson.csv, line 2, event_id")
    expect(faults.first).to_contain_text("kirov-murdr")
    expect(faults.first).to_contain_text("did you mean 'kirov-murder'?")
    expect(faults.last).to_contain_text("lesson.csv, line 3, step")
    expect(faults.last).to_contain_text("number the steps of a tour 1, 2, 3")
    expect(page.locator(".making-tour")).to_have_count(1)
    expect(page.locator(".making-tour")).to_contain_text("Mine")
    page.reload()
    expect(page.locator(".making-tour")).to_contain_text("Mine")
    load(page, "large.csv", b"x" * 1_000_001)
    expect(said(page)).to_contain_text("larger than a megabyte")
    expect(steps(page)).to_have_count(1)


def test_a_tour_of_the_folder_is_changed_as_a_copy_and_several_stay_in_one_file(
    page: Page, dataset: Dataset
) -> None:
    begin(page, dataset, "kirov-murder")
    page.get_by_label("Start from a copy of").select_option(label="Who killed Kirov?")
    page.get_by_role("button", name="Copy", exact=True).click()
    expect(page.get_by_label("Name", exact=True)).to_have_value("Copy of Who killed Kirov?")
    expect(page.get_by_label("Name", exact=True)).to_be_focused()
    shipped = dataset.tours[dataset.tours["tour_id"] == "who-killed-kirov"]
    expect(steps(page)).to_have_count(len(shipped))
    rows = rows_of(download(page))
    assert [row["tour_id"] for row in rows] == ["my-tour"] + ["copy-of-who-killed-kirov"] * len(shipped)
    assert [row["note"] for row in rows[1:]] == shipped["note"].tolist()
    assert [row["view"] for row in rows[1:]] == shipped["view"].tolist()
    # Its address stays when it is renamed later.
    page.get_by_label("Name", exact=True).fill("Another name")
    assert {row["tour_id"] for row in rows_of(download(page))} == {"my-tour", "copy-of-who-killed-kirov"}


@pytest.mark.quick
def test_steps_are_ordered_deleted_and_brought_back_with_the_keys_alone(page: Page, dataset: Dataset) -> None:
    events = ("kirov-murder", "law-of-1-december", "yenukidze-shot")
    names = [title(dataset, event) for event in events]
    begin(page, dataset, *events)

    def order() -> list[str]:
        return [text.split(" ", 1)[1] for text in page.locator(".making-step h3").all_inner_texts()]

    page.get_by_role("button", name=f"Later: step 1, {names[0]}").focus()
    page.keyboard.press("Enter")
    expect(said(page)).to_have_text("Moved to place 2.")
    expect(page.get_by_role("button", name=f"Later: step 2, {names[0]}")).to_be_focused()
    page.keyboard.press("Enter")
    # At the end the way on is closed, and the focus is not lost.
    expect(page.get_by_role("button", name=f"Earlier: step 3, {names[0]}")).to_be_focused()
    wanted = [names[1], names[2], names[0]]
    assert all(text.startswith(name) for text, name in zip(order(), wanted, strict=True)), order()
    note = page.get_by_label("Note for the teacher").last
    note.focus()
    page.keyboard.type("Kept.")
    page.keyboard.press("Alt+ArrowUp")
    expect(page.locator(":focus")).to_have_value("Kept.")
    expect(steps(page).nth(1)).to_contain_text(names[0])
    page.get_by_role("button", name=f"Delete step 2, {names[0]}").focus()
    page.keyboard.press("Enter")
    expect(steps(page)).to_have_count(2)
    expect(page.get_by_role("button", name="Undo")).to_be_focused()
    page.keyboard.press("Enter")
    expect(steps(page)).to_have_count(3)
    expect(steps(page).nth(1).get_by_label("Note for the teacher")).to_have_value("Kept.")
    page.get_by_role("button", name="Delete this tour").press("Enter")
    expect(page.locator(".making-tour")).to_have_count(0)
    page.keyboard.press("Enter")
    expect(steps(page)).to_have_count(3)


def test_a_draft_is_tried_in_a_tab_of_its_own(page: Page, dataset: Dataset) -> None:
    begin(page, dataset, "kirov-murder", "yenukidze-shot")
    page.get_by_label("Name", exact=True).fill("A trial run")
    page.get_by_label("Its question").fill("Does it work?")
    with page.context.expect_page() as opening:
        page.get_by_role("button", name="Try it").click()
    lesson = opening.value
    expect(lesson.get_by_role("heading", level=1).first).to_have_text("Does it work?")
    lesson.keyboard.press("PageDown")
    expect(lesson.get_by_text(title(dataset, "kirov-murder")).first).to_be_visible()
    # The place is in the address, and a reload comes back to it.
    expect(lesson).to_have_url(re.compile(r"step=1"))
    lesson.reload()
    expect(lesson.get_by_text(title(dataset, "kirov-murder")).first).to_be_visible()
    expect(lesson).to_have_url(re.compile(r"step=1"))
    # What is tried is what the page says, and stays there.
    expect(steps(page)).to_have_count(2)


def test_two_tabs_work_on_one_draft(page: Page, dataset: Dataset) -> None:
    begin(page, dataset, "kirov-murder")
    other = page.context.new_page()
    other.goto("/present/make")
    expect(steps(other)).to_have_count(1)
    page.get_by_label("Note for the teacher").fill("From the first tab")
    expect(other.get_by_label("Note for the teacher")).to_have_value("From the first tab")
    expect(said(other)).to_contain_text("another tab")
    other.get_by_label("Heading for the class").fill("From the second")
    other.get_by_label("Heading for the class").focus()
    add(page, title(dataset, "yenukidze-shot"), title(dataset, "yenukidze-shot"))
    expect(steps(other)).to_have_count(2)
    # Who was typing types on.
    expect(other.get_by_label("Heading for the class").first).to_be_focused()
    other.keyboard.press("End")
    other.keyboard.type("!")
    expect(page.get_by_label("Heading for the class").first).to_have_value("From the second!")
    page.reload()
    expect(page.get_by_label("Note for the teacher").first).to_have_value("From the first tab")
    expect(page.get_by_label("Heading for the class").first).to_have_value("From the second!")


def test_without_an_open_event_there_is_nothing_to_save(page: Page) -> None:
    open_timeline(page, "person=kirov")
    open_menu(page, "More").get_by_role("button", name="Save this view as a step").click()
    expect(page.locator("#taken")).to_contain_text("open an event first")
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('timeline-tours'))") == []
    chip(page, "kirov-murder").first.click()
    expect(panel(page).get_by_role("heading", level=2)).to_be_visible()
    open_menu(page, "More").get_by_role("button", name="Save this view as a step").click()
    expect(page.locator("#taken")).to_contain_text("Saved as step 1")


def test_strange_titles_are_text(page: Page, serve: Serve, tmp_path_factory: object) -> None:
    folder = odd_folders.strange(tmp_path_factory.getbasetemp() / "strange")  # type: ignore[attr-defined]
    page.goto(f"{serve(folder)}/present/make")
    page.get_by_role("button", name="New tour").click()
    add(page, "taken", odd_folders.SCRIPT)
    expect(steps(page)).to_contain_text(odd_folders.SCRIPT)
    assert "taken" not in page.title().split("·")[0]
    assert rows_of(download(page))[0]["event_id"] == "script"


def test_axe_finds_nothing_where_tours_are_made(page: Page, look: str, dataset: Dataset) -> None:
    page.goto("/present/make")
    expect(page.get_by_role("button", name="New tour")).to_be_visible()
    found = [f"empty: {line}" for line in violations(page)]
    begin(page, dataset, "kirov-murder", "yenukidze-shot")
    page.get_by_role("button", name="Delete step 2").click()
    load(page, "lesson.csv", BAD)
    expect(page.locator("#making-faults tr")).to_have_count(3)
    found += [f"at work: {line}" for line in violations(page)]
    page.goto("/present")
    expect(page.get_by_role("link", name="Make a tour")).to_be_visible()
    found += [f"tours: {line}" for line in violations(page)]
    assert not found, "\n".join(found)
    page.goto("/present/make")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
