"""What the page does with the server's answers to a filter: late ones, missing ones."""

from __future__ import annotations

from playwright.sync_api import Page, Route, expect

from tests.browser.screen import PATIENCE, expect_left, left, open_menu, open_timeline, result
from timeline.dataset import Dataset


def choose(page: Page, query: str) -> None:
    """Go to a view as every control and link does."""
    page.evaluate("query => contestedTimeline.address.go(`?${query}`)", query)


def test_an_answer_that_comes_too_late_is_not_shown(page: Page, dataset: Dataset) -> None:
    open_timeline(page)
    held: list[Route] = []
    page.route("**/drawn?*person=kirov*", lambda route: held.append(route))
    choose(page, "person=kirov")
    choose(page, "person=yenukidze")
    expect_left(page, len(left(dataset, "person=yenukidze")), dataset)
    assert len(held) == 1
    with page.expect_response("**/drawn?*person=kirov*"):
        held.pop().continue_()
    page.wait_for_timeout(200)
    expect_left(page, len(left(dataset, "person=yenukidze")), dataset)


def test_no_answer_is_told_and_the_next_one_helps(page: Page, dataset: Dataset, faults: list[str]) -> None:
    open_timeline(page)
    page.route("**/drawn?*person=kirov*", lambda route: route.abort())
    choose(page, "person=kirov")
    expect(
        page.get_by_role("alert").filter(has_text="Something went wrong here, not with you")
    ).to_be_visible()
    expect_left(page, len(dataset.events), dataset)
    choose(page, "person=yenukidze")
    expect_left(page, len(left(dataset, "person=yenukidze")), dataset)
    expect(page.get_by_text("Something went wrong here")).to_have_count(0)
    # Chromium says in its console that the request failed.
    assert ["net::ERR_FAILED" in fault for fault in faults] == [True]
    faults.clear()


def test_the_rest_of_the_page_follows_also_where_the_answer_takes_long(page: Page, dataset: Dataset) -> None:
    open_timeline(page)
    held: list[Route] = []
    page.route("**/drawn?*person=kirov*", lambda route: held.append(route))
    choose(page, "person=kirov&event=kirov-murder")
    expect(page.get_by_role("complementary", name="The chosen event")).to_contain_text(
        "Kirov is shot", timeout=PATIENCE
    )
    held.pop().continue_()
    expect_left(page, len(left(dataset, "person=kirov")), dataset)
    menu = open_menu(page, "People")
    expect(menu.get_by_role("checkbox", name="Sergei Kirov")).to_be_checked()
    expect(result(page)).to_have_count(1)
