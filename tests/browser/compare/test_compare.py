"""Comparing as a person does: reading across, choosing columns, arguing a question, reading blind, printing."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests import odd_folders
from tests.browser.access import violations
from tests.browser.conftest import Serve
from tests.browser.screen import PATIENCE, asked, open_timeline, panel
from tests.folders import make_folder
from timeline.dataset import Dataset

VIEWS = {
    "the whole": "",
    "one event": "event=kirov-murder",
    "voices alone": "event=kirov-murder&fold=0",
    "silences": "source=prolewiki&source=trepper&event=kremlin-case",
    "a base": "event=kirov-murder&base=prolewiki",
    "blind": "event=kirov-murder&blind=7",
    "the questions": "view=questions",
    "the questions of two": "source=georgian-journal&source=prolewiki&theme=trials&view=questions",
    "one question": "question=kirov-killer-alone",
    "a stale link": "event=kirov-murdr",
}


# What is only heard of a mark is no part of the quotation.
AS_COPIED = """node => {
  getSelection().selectAllChildren(node);
  return String(getSelection());
}"""


def open_compare(page: Page, query: str = "", base: str = "") -> None:
    """Open a view and wait until the screen has gone on with the first HTML."""
    page.goto(f"{base}/compare?{query}" if query else f"{base}/compare")
    expect(page.locator("#compare-body > *").first).to_be_visible(timeout=PATIENCE)
    expect(page.locator("#first > *")).to_have_count(0)


def heads(page: Page) -> list[str]:
    """The names over the columns."""
    return page.locator(".source-name").all_inner_texts()


def cell(page: Page, row: str, source: str) -> Locator:
    """What a source says in a row of the comparison, which may be folded away."""
    place = heads(page).index(source)
    if page.locator("#rest:not([open])").count():
        page.get_by_text("more rows").click()
    head = page.get_by_role("rowheader", name=row, exact=True)
    line = page.locator(".sidebyside tbody tr").filter(has=head)
    return line.locator("td").nth(place)


def killer_question(dataset: Dataset) -> str:
    """The id of a question about Kirov's murder on which sources differ."""
    about = dataset.questions[dataset.questions["event_id"].str.contains("kirov-murder")]["question_id"]
    answers = dataset.answers[dataset.answers["question_id"].isin(about)]
    positions = answers.groupby("question_id")["position"].nunique()
    return str(positions.idxmax())


@pytest.mark.quick
def test_who_says_what_of_kirovs_murder_in_all_five(page: Page, dataset: Dataset) -> None:
    open_compare(page, "event=kirov-murder")
    expect(page.get_by_role("heading", level=1)).to_have_text("Kirov is shot in the Smolny")
    told = dataset.accounts[dataset.accounts["event_id"] == "kirov-murder"].set_index("source_id")
    speakers = dataset.sources.set_index("source_id")["speaker"]
    for source in ("wikipedia", "wikipedia-mirror", "georgian-journal", "prolewiki", "spartacus"):
        speaker = str(speakers[source])
        expect(cell(page, "What it calls it", speaker)).to_contain_text(str(told.loc[source, "called"]))
        expect(cell(page, "What it says", speaker)).to_contain_text(str(told.loc[source, "account"]))
        first = str(told.loc[source, "wording"]).split(" | ")[0]
        quoted = cell(page, "In its words", speaker).locator("q").first
        assert quoted.evaluate(AS_COPIED) == first


def test_two_kinds_of_silence_stand_side_by_side(page: Page) -> None:
    open_compare(page, "source=prolewiki&source=trepper&event=kremlin-case")
    silent = page.locator("td.silent:visible")
    expect(silent).to_have_count(2)
    expect(silent.nth(0)).to_contain_text("covers this time and does not mention it")
    expect(silent.nth(1)).to_contain_text("does not reach this time")


def test_two_dates_of_yenukidzes_removal_stand_in_the_spread(page: Page, dataset: Dataset) -> None:
    open_compare(page, "event=yenukidze-removed")
    spread = page.locator("#spread")
    given = dataset.accounts[dataset.accounts["event_id"] == "yenukidze-removed"]
    record = dataset.events[dataset.events["event_id"] == "yenukidze-removed"]
    dates = {str(when) for when in (*given["when"], *record["when"]) if when}
    assert len(dates) >= 2
    for date in dates:
        expect(spread.get_by_role("cell", name=date).first).to_be_visible()
    marks = spread.locator(".spread-bar .sure, .spread-bar .possible")
    places = {round(box["x"]) for box in (mark.bounding_box() for mark in marks.all()) if box}
    assert len(places) >= 2, "different dates stand at different places"


@pytest.mark.quick
def test_columns_are_moved_by_keyboard_and_the_address_says_so(page: Page) -> None:
    open_compare(page, "event=kirov-murder")
    before = heads(page)
    page.get_by_role("link", name=f"Move {before[1]} to the left").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".source-name").first).to_have_text(before[1])
    assert asked(page).startswith("source=wikipedia-mirror&source=wikipedia&")
    page.get_by_role("link", name=f"Take {before[0]} away").click()
    expect(page.locator(".source-name")).to_have_count(len(before) - 1)
    page.go_back()
    page.go_back()
    expect(page.locator(".source-name").first).to_have_text(before[0])
    assert heads(page) == before
    page.reload()
    expect(page.locator(".source-name").first).to_have_text(before[0])


def test_the_focus_stays_with_a_moved_column(page: Page) -> None:
    open_compare(page, "event=kirov-murder")
    page.get_by_role("link", name="Move ProleWiki to the left").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".source-name").nth(2)).to_have_text("ProleWiki")
    expect(page.get_by_role("link", name="Move ProleWiki to the left")).to_be_focused()


def test_the_whole_is_filtered_and_a_row_opens_its_event(page: Page) -> None:
    open_compare(page)
    rows = page.locator(".matrix tbody th[scope=row]")
    every = rows.count()
    page.get_by_label("Show").select_option("all")
    expect(page.locator(".compare-result")).not_to_have_text(re.compile(rf"^{every} of"))
    assert asked(page) == "told=all"
    expect(page.get_by_label("Show")).to_be_focused()
    expect(page.locator("#compare-said")).to_have_text(re.compile(r"\d+ of \d+ events"))
    line = page.locator(".matrix tbody tr", has_text="Kirov is shot in the Smolny")
    expect(line.locator("td.silent")).to_have_count(0)
    line.locator("td").nth(3).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Kirov is shot in the Smolny")
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    page.go_back()
    expect(page.locator(".compare-result")).to_be_visible()
    assert asked(page) == "told=all"
    line.get_by_role("link", name="1 December 1934").click()
    opened = panel(page).get_by_role("heading", level=2)
    expect(opened).to_have_text("Kirov is shot in the Smolny", timeout=PATIENCE)
    assert asked(page) == "told=all&event=kirov-murder"


def test_how_much_each_source_tells_is_drawn_without_a_chart_library(page: Page) -> None:
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    open_compare(page, "event=kirov-murder")
    page.get_by_role("link", name="All events").click()
    bars = page.get_by_role("table", name=re.compile("How many events each tells of every year"))
    row = bars.get_by_role("row").filter(has_text="Spartacus Educational")
    heights = row.locator(".column").evaluate_all("bars => bars.map((bar) => bar.offsetHeight)")
    told = [int(cell) if cell.isdigit() else 0 for cell in row.get_by_role("cell").all_inner_texts()]
    assert sum(told[:-1]) == told[-1]
    assert sorted(range(len(heights)), key=lambda year: (heights[year], year)) == sorted(
        range(len(heights)), key=lambda year: (told[year], year)
    )
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert not [url for url in loaded if "plotly" in url]


def test_a_question_is_argued_before_the_record_is_unfolded(page: Page, dataset: Dataset) -> None:
    question = killer_question(dataset)
    open_compare(page, f"question={question}")
    given = dataset.answers[dataset.answers["question_id"] == question]
    for position in set(given["position"]) - {"Says nothing"}:
        expect(page.get_by_role("heading", name=position, exact=True)).to_be_visible()
    row = dataset.questions[dataset.questions["question_id"] == question].iloc[0]
    expect(page.get_by_text(row["record"])).to_be_hidden()
    page.get_by_text("What the record says").click()
    expect(page.get_by_text(row["record"])).to_be_visible()


@pytest.mark.quick
def test_who_says_at_second_hand_that_kirovs_killer_acted_alone(page: Page) -> None:
    open_compare(page, "view=questions")
    asked_first = page.locator("li.issue", has_text="Did Kirov's killer act alone or for a group?")
    expect(asked_first).to_contain_text("9 names in 4 texts")
    asked_first.get_by_role("link").click()
    expect(page.locator("[data-said]")).to_contain_text("4 at second hand")
    alone = page.locator(".ladder > li", has_text="Alone")
    expect(alone).to_contain_text("Alla Kirilina (at second hand)")
    expect(alone).to_contain_text("Matthew Lenoe (at second hand)")
    expect(page.locator(".ladder .telling-in")).to_have_count(4)
    drawn = page.get_by_role("img", name="Who answers, and through whom")
    expect(drawn.locator("path[stroke-dasharray]")).to_have_count(4)
    expect(page.get_by_text("What the record says")).to_be_visible()


def test_questions_are_filtered_by_what_a_form_asks(page: Page) -> None:
    open_compare(page, "view=questions")
    everything = page.locator("li.issue").count()
    page.get_by_label("Show").select_option("1")
    page.wait_for_url("**disputed=1**")
    expect(page.get_by_role("heading", level=2)).to_have_count(1)
    page.get_by_label("Answered by").select_option("spartacus")
    page.wait_for_url("**source=spartacus**")
    expect(page.locator("[data-said]")).to_contain_text("of this filter")
    assert 0 < page.locator("li.issue").count() < everything
    page.get_by_role("link", name="Source: Spartacus Educational (take this away)").click()
    page.wait_for_url(lambda url: "source" not in url)
    page.get_by_role("link", name="All in one grid, to print").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sources and questions")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_reading_blind_and_revealing(page: Page) -> None:
    open_compare(page, "event=kirov-murder")
    names = heads(page)
    page.get_by_role("link", name="Read blind").click()
    expect(page.locator(".source-name").first).to_have_text("Text A")
    said = page.locator("#compare-body").inner_text()
    assert not [name for name in names if re.search(rf"\b{name}\b", said)]
    assert re.search(r"blind=\d+", asked(page))
    page.get_by_role("button", name="Reveal the names").click()
    expect(page.get_by_text("Revealed:")).to_be_visible()
    assert sorted(heads(page)) == sorted(names)
    assert heads(page) != names, "the order was shuffled"


def test_the_timeline_leads_here_and_back(page: Page) -> None:
    open_timeline(page, "person=kirov&event=kirov-murder")
    panel(page).get_by_role("link", name="Compare them side by side").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Kirov is shot in the Smolny")
    expect(page.locator("#first > *")).to_have_count(0)
    cell(page, "What it calls it", "Spartacus Educational").get_by_role("link").click()
    expect(panel(page)).to_contain_text("Kirov is shot in the Smolny", timeout=PATIENCE)
    assert "as=spartacus" in asked(page)


def test_the_menu_of_screens_keeps_step_with_the_filter(page: Page) -> None:
    open_timeline(page, "person=kirov")
    link = page.get_by_role("navigation", name="Screens").get_by_role("link", name="Compare")
    expect(link).to_have_attribute("href", "/compare?person=kirov")
    page.get_by_role("link", name="Person: Sergei Kirov").click()
    expect(link).to_have_attribute("href", re.compile("/compare$"))


def test_a_citation_is_copied_in_the_chosen_style(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_compare(page, "source=spartacus&source=prolewiki&event=kirov-murder")
    page.get_by_label("BibTeX").check()
    page.locator(".cite-bibtex").first.get_by_role("button").click()
    expect(page.locator("#compare-said")).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()").startswith("@")


def test_without_scripts_everything_can_be_read_and_chosen(page: Page, base_url: str) -> None:
    browser = page.context.browser
    assert browser
    plain = browser.new_context(java_script_enabled=False).new_page()
    plain.goto(f"{base_url}/compare?event=kirov-murder")
    expect(plain.locator(".source-name")).to_have_count(5)
    plain.get_by_role("link", name="Move ProleWiki to the left").click()
    expect(plain.locator(".source-name").nth(2)).to_have_text("ProleWiki")
    plain.goto(f"{base_url}/compare")
    plain.get_by_label("Show", exact=True).select_option("all")
    plain.get_by_role("button", name="Show").click()
    assert "told=all" in plain.url
    plain.context.close()


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_the_worksheet_prints_with_its_key_as_a_second_sheet(page: Page, paper: str) -> None:
    page.goto("/compare/key?source=spartacus&source=prolewiki&event=kirov-murder")
    printed = page.pdf(format=paper, prefer_css_page_size=True)
    sizes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", printed)
    assert len(sizes) >= 2
    assert all(float(width) > float(height) for width, height in sizes), "it lies across the page"


def test_the_table_turns_on_a_phone(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    open_compare(page, "event=kirov-murder")
    cells = page.locator(".row-wording").first.locator("td")
    names = cells.locator(".cell-label").all_inner_texts()
    assert names == heads(page)
    tops = [box["y"] for box in (cell.bounding_box() for cell in cells.all()) if box]
    assert tops == sorted(set(tops)), "the sources stand under each other"
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_folder_of_events_alone_says_what_is_missing(
    page: Page, serve: Serve, tmp_path_factory: pytest.TempPathFactory
) -> None:
    base = serve(odd_folders.events_only(tmp_path_factory.mktemp("plain")))
    open_compare(page, "", base)
    expect(page.locator("main")).to_contain_text("This folder has no accounts.csv")


@pytest.mark.parametrize("width", [1366, 390])
def test_long_names_and_texts_without_a_space_stay_inside_the_page(
    page: Page, serve: Serve, tmp_path_factory: pytest.TempPathFactory, width: int
) -> None:
    name, solid = "Protocol of the session " * 60, "x" * 600
    folder = tmp_path_factory.getbasetemp() / "long"
    if not folder.exists():
        make_folder(
            folder,
            events=[{"event_id": "e", "start": "1934", "title": name}],
            sources=[
                {
                    "source_id": f"s{number}",
                    "title": f"{solid if number % 2 else name}{number}",
                    "known_by": known,
                }
                | ({"quoted_in": "s0"} if known else {})
                for number, known in enumerate(("", "", "words", "summary"))
            ],
            accounts=[{"event_id": "e", "source_id": f"s{number}"} for number in range(4)],
            questions=[{"question_id": "q", "event_id": "e", "question": solid}],
            answers=[
                {
                    "question_id": "q",
                    "source_id": f"s{number}",
                    "position": text,
                    "answer": text,
                    "wording": solid,
                }
                for number, text in enumerate((name, solid, "No", "Yes"))
            ],
        )
    base = serve(folder)
    page.set_viewport_size({"width": width, "height": 800})
    for query in ("question=q", "view=questions", "source=s0&source=s1&view=questions"):
        open_compare(page, query, base)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), query
    for path in ("/compare/questions", "/sources"):
        page.goto(base + path)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path


def test_axe_finds_nothing_in_any_view(page: Page, look: str, dataset: Dataset) -> None:
    found: list[str] = []
    for view, query in VIEWS.items():
        open_compare(page, query.replace("kirov-killer-alone", killer_question(dataset)))
        found += [f"{view}: {line}" for line in violations(page)]
    for sheet in ("key?event=kirov-murder", "questions?disputed=1&view=questions"):
        page.goto(f"/compare/{sheet}")
        found += [f"{sheet}: {line}" for line in violations(page)]
    assert not found, "\n".join(found)
