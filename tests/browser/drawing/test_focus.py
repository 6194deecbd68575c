"""The keyboard among events, what is spoken, and the tips."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.drawing_page import (
    BOUNDS,
    arrive,
    change,
    changes,
    columns,
    draw,
    event,
    focused,
    open_page,
    spread,
)


@pytest.fixture
def bare(page: Page) -> Page:
    page.set_viewport_size({"width": 1200, "height": 600})
    open_page(page)
    return page


def test_chips_are_one_tab_stop_and_arrows_go_through_time_and_lanes(bare: Page) -> None:
    draw(bare, spread(30), bounds=BOUNDS)
    assert bare.locator("button.event[tabindex='0']").count() == 1
    bare.locator("button.event[data-event=e006]").focus()
    steps = [("ArrowRight", "e009"), ("ArrowLeft", "e006"), ("ArrowLeft", "e003")]
    for key, ident in steps:
        bare.keyboard.press(key)
        assert focused(bare) == ident
    bare.keyboard.press("ArrowDown")
    assert focused(bare) in {"e001", "e002", "e004"}
    bare.keyboard.press("ArrowUp")
    assert focused(bare) == "e003"
    bare.keyboard.press("End")
    assert focused(bare) == "e029"
    bare.keyboard.press("Home")
    assert focused(bare) == "e000"
    assert bare.locator("button.event[tabindex='0']").count() == 1


def test_arrows_go_in_the_order_of_the_server_and_first_to_the_same_event_in_the_next_lane(
    bare: Page,
) -> None:
    # "1934" begins before "March 1934", which the server puts first; of one day the later row is told second.
    rows = [
        event("year", 300, 664, seq=3),
        event("march", 360, 390, seq=0),
        event("one", 400, seq=1),
        event("two", 400, seq=2),
        event("two", 900, seq=4, lane=1),
        event("near", 401, seq=5, lane=1),
    ]
    draw(bare, rows, bounds=BOUNDS)
    bare.locator("button.event[data-event=march]").focus()
    for wanted in ("one", "two", "year"):
        bare.keyboard.press("ArrowRight")
        assert focused(bare) == wanted
    bare.keyboard.press("Home")
    assert focused(bare) == "march"
    bare.keyboard.press("End")
    assert focused(bare) == "near"
    bare.locator("button.event[data-event=two]").first.focus()
    bare.keyboard.press("ArrowDown")
    assert focused(bare) == "two"
    assert bare.evaluate("drawn.drawing.model.cols.lane[document.activeElement.dataset.entry]") == 1


def test_fellows_stay_lit_when_buttons_are_made_anew_and_no_other_button_is(bare: Page) -> None:
    rows = [
        event("a", 900),
        event("a", 1000, lane=1),
        *(event(f"b{k}", 2000 + 200 * k, lane=1) for k in range(5)),
    ]
    draw(bare, rows, bounds=BOUNDS)
    lit = bare.locator("button.event.fellow")
    bare.locator("button.event[data-event=a]").first.focus()
    expect(lit).to_have_count(1)
    assert bare.evaluate("drawn.drawing.lit") == "a"
    change(bare, window=[2100, 2500])
    expect(lit).to_have_count(0)
    change(bare, window=[0, 3000])
    expect(lit).to_have_count(1)
    change(bare, events=columns(rows[::-1]), edition="2")
    expect(lit).to_have_attribute("data-event", "a")
    bare.locator("button.event[data-event=b0]").focus()
    expect(lit).to_have_count(0)
    assert bare.evaluate("drawn.drawing.lit") == ""  # it stands in one lane only


def test_an_arrow_to_a_mark_makes_it_a_chip(bare: Page) -> None:
    crowd = [event(f"c{k:03}", 100 + k, rank={0: 5, 1: 1}.get(k, 2)) for k in range(100)]
    draw(bare, crowd, bounds=BOUNDS)
    assert bare.locator("button.event[data-event=c001]").count() == 0
    bare.locator("button.event[data-event=c000]").focus()
    bare.keyboard.press("ArrowRight")
    assert focused(bare) == "c001"
    expect(bare.locator("button.event[data-event=c001]")).to_be_in_viewport()


def test_a_mark_that_can_never_be_a_chip_is_announced(bare: Page) -> None:
    crowd = [event(f"c{k:03}", 100, who="Kirov") for k in range(100)]
    draw(bare, crowd, bounds=BOUNDS)
    last = bare.evaluate("drawn.drawing.scene.row.indexOf(-1)")
    bare.evaluate("k => drawn.drawing.focus.go(k)", last)
    expect(bare.locator("[aria-live]")).to_contain_text(f"c{last:03}, day 100, Kirov")
    bare.keyboard.press("ArrowLeft")
    assert focused(bare) == f"c{last - 1:03}"


def test_enter_opens_escape_closes_and_the_name_says_all(bare: Page) -> None:
    draw(bare, [event("kirov-shot", 900, label="Kirov shot", when="1 December 1934", who="Kirov, Nikolaev", stance=1),
                event("other", 2000, flags=4)], bounds=BOUNDS)  # fmt: skip
    chip = bare.get_by_role("button", name="Kirov shot, 1 December 1934, Kirov, Nikolaev, Rejects")
    chip.focus()
    bare.keyboard.press("Enter")
    bare.keyboard.press("Escape")
    chosen = [told["selected"] for told in changes(bare) if "selected" in told]
    assert chosen == ["kirov-shot", ""]
    assert "not told by this source" in str(bare.locator(".event.ghost").get_attribute("aria-label"))


def test_the_focus_survives_zoom_filter_and_new_data(bare: Page) -> None:
    draw(bare, spread(), bounds=BOUNDS)
    bare.locator("button.event[data-event=e006]").focus()
    bare.keyboard.press("+")
    arrive(bare)
    assert focused(bare) == "e006"
    change(bare, events=columns(spread(41)), edition="2")
    assert focused(bare) == "e006"
    change(bare, shown=[1, 2, 3])
    assert "timeline-stage" in focused(bare)


def test_a_resting_mouse_and_the_focus_show_the_whole_name(bare: Page) -> None:
    name = "A name of many words that is cut with an ellipsis, for there is never room for so long a name"
    draw(bare, [event("long", 900, label=name, when="1 May 1934", who="Kirov")], bounds=BOUNDS)
    chip, tip = bare.locator("button.event"), bare.locator(".timeline-tip.seen")
    expect(tip).to_have_count(0)
    chip.hover()
    expect(tip).to_have_text(f"{name}1 May 1934Kirov")
    bare.mouse.move(5, 5)
    expect(tip).to_have_count(0)
    bare.keyboard.press("Tab")
    for _ in range(4):
        if focused(bare) == "long":
            break
        bare.keyboard.press("Tab")
    expect(tip).to_contain_text(name)


def test_the_key_shows_how_certainty_is_drawn_and_closes_by_escape(bare: Page) -> None:
    draw(bare, spread(), bounds=BOUNDS)
    key = bare.get_by_role("button", name="Key")
    key.click()
    sheet = bare.get_by_role("group", name="Key")
    expect(sheet.locator("svg").first).to_be_visible()
    signs = sheet.locator("svg").evaluate_all(
        "nodes => nodes.map(node => node.innerHTML.replace(/<text.*?<.text>/g, ''))"
    )
    assert len(set(signs)) == len(signs) <= 7  # not more than a reader learns, and no two alike
    assert all(sheet.locator("svg text").all_text_contents())
    expect(sheet).to_contain_text("Own version")
    bare.keyboard.press("Escape")
    expect(sheet).to_be_hidden()
    expect(key).to_be_focused()
    assert not [told for told in changes(bare) if "selected" in told]
