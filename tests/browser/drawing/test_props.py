"""What the drawing is given and what it tells: windows, filters, lanes, more detail, themes."""

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
    mark,
    open_page,
    settle,
    spread,
    stage,
    told_windows,
    wait_for,
    window,
)


@pytest.fixture
def bare(page: Page) -> Page:
    page.set_viewport_size({"width": 1200, "height": 600})
    open_page(page)
    return page


def test_the_window_is_told_once_after_it_has_settled(bare: Page) -> None:
    draw(bare, spread(), bounds=BOUNDS)
    early = bare.evaluate(
        """() => {
          for (let k = 0; k < 4; k++) drawn.drawing.parts.stage.dispatchEvent(
            new WheelEvent("wheel", {deltaY: -60, clientX: 700, clientY: 300, cancelable: true}));
          return changes.length;
        }"""
    )
    assert early == 0
    wait_for(bare, "window", 1)
    bare.wait_for_timeout(200)
    assert told_windows(bare) == [window(bare)]


def test_an_echo_of_what_was_told_does_not_move_the_view_back(bare: Page) -> None:
    draw(bare, spread(), bounds=BOUNDS)
    bare.mouse.move(700, 300)
    bare.mouse.wheel(0, -100)
    wait_for(bare, "window", 1)
    [told] = told_windows(bare)
    bare.mouse.wheel(0, -100)
    change(bare, window=told)
    assert window(bare) != told
    change(bare, window=[500, 900])
    assert window(bare) == [500, 900]


def test_a_press_on_a_count_or_a_mark_opens_what_is_hidden_there(bare: Page) -> None:
    crowd = [event(f"c{k:03}", 1000 + 2 * k) for k in range(80)]
    draw(bare, crowd, bounds=BOUNDS)
    more = bare.get_by_role("button", name="more in Party")
    hidden = int(more.inner_text().removeprefix("+"))
    assert hidden == 80 - bare.locator("button.event").count()
    more.click()
    arrive(bare)
    assert window(bare)[1] - window(bare)[0] < 1600
    change(bare, goto={"window": [0, 3000], "n": 1})
    arrive(bare)
    place = mark(bare)
    bare.mouse.move(place["x"], place["y"])
    expect(bare.locator(".timeline-tip.seen")).to_contain_text(place["id"])
    bare.mouse.click(place["x"], place["y"])
    expect(bare.locator(f"button.event[data-event={place['id']}]")).to_be_visible()


def test_events_known_by_number_are_counted_and_asked_for_once(bare: Page) -> None:
    seven, none = [0] * 10 + [7] + [0] * 19, [0] * 30
    counts = {"counts": [seven, none, none], "all": seven, "told": none, "disputed": none}
    rest = {"start": 0, "step": 100, **counts}
    draw(bare, [event("one", 1050)], bounds=BOUNDS, rest=rest)
    expect(bare.get_by_role("button", name="7 more in Party")).to_have_text("+7")
    wait_for(bare, "ask", 1)
    change(bare, goto={"window": [2000, 2500], "n": 1})
    wait_for(bare, "window", 1)
    change(bare, goto={"window": [900, 1300], "n": 2})
    wait_for(bare, "ask", 2)
    bare.evaluate("drawn.drawing.settle()")
    asked = [told["ask"] for told in changes(bare) if "ask" in told]
    assert asked[1:] == [[900, 1300]]
    change(bare, rest=None, extra=columns([event(f"x{k}", 1000 + 12 * k) for k in range(7)]))
    assert bare.locator("button.event").count() == 8
    assert bare.get_by_role("button", name="more in Party").count() == 0


def test_a_filter_hides_or_leaves_ghosts(bare: Page) -> None:
    draw(bare, spread(9), bounds=BOUNDS)
    change(bare, shown=[0, 1])
    assert bare.locator("button.event").count() == 2
    change(bare, emphasis="ghost")
    assert bare.locator("button.event").count() == 9
    assert bare.locator("button.event.ghost").count() == 7
    change(bare, shown=None)
    assert bare.locator("button.event.ghost").count() == 0


def test_lanes_that_do_not_fit_scroll_within(bare: Page) -> None:
    bare.set_viewport_size({"width": 1200, "height": 420})
    many = [{"id": f"l{k}", "name": f"Lane {k}", "color": "#4f74a8", "note": ""} for k in range(14)]
    draw(bare, [event(f"e{k:02}", 100 * k + 50, lane=k) for k in range(14)], bounds=BOUNDS, lanes=many)
    expect(bare.locator(".timeline-scroll")).to_be_visible()
    bare.locator("button.event[data-event=e00]").focus()
    for _ in range(13):
        bare.keyboard.press("ArrowDown")
    assert focused(bare) == "e13"
    expect(bare.locator("button.event[data-event=e13]")).to_be_in_viewport()


def test_another_theme_repaints_with_its_colours_and_type(bare: Page) -> None:
    draw(bare, spread(), bounds=BOUNDS)
    picture = "drawn.drawing.parts.canvas.toDataURL()"
    light, tall = bare.evaluate(picture), bare.locator("button.event").first.bounding_box()
    bare.evaluate("document.documentElement.dataset.theme = 'projector'")
    settle(bare)
    assert bare.evaluate(picture) != light
    taller = bare.locator("button.event").first.bounding_box()
    assert tall and taller
    assert taller["height"] == pytest.approx(1.5 * tall["height"], abs=1)


def test_lanes_share_the_height_by_what_is_in_view_once_a_pan_has_settled(bare: Page) -> None:
    early = [event(f"a{k:02}", 100 + k, lane=0) for k in range(12)]
    late = [event(f"b{k:02}", 2800 + k, lane=1) for k in range(12)]
    draw(bare, [*early, *late], bounds=BOUNDS, window=[0, 300])
    bare.evaluate("drawn.drawing.held = true; drawn.drawing.show({start: 2700, span: 300})")
    settle(bare)
    rows = "drawn.drawing.scene.lanes.map(lane => lane.rows)"
    during = bare.evaluate(rows)
    bare.evaluate("drawn.drawing.held = false; drawn.drawing.rest()")
    bare.wait_for_function("was => drawn.drawing.scene.lanes[1].rows > was", arg=during[1])
    after = bare.evaluate(rows)
    assert (after[0], after[1]) == (during[1], during[0])
    draw(bare, [*early, *late], bounds=BOUNDS, window=[2700, 3000])
    assert bare.evaluate(rows) == after


def test_a_name_that_crosses_the_left_edge_keeps_its_beginning(bare: Page) -> None:
    name = "Nikolaev is stopped and let go"
    draw(bare, [event("stopped", 890, label=name)], bounds=BOUNDS, window=[880, 1380])
    bare.evaluate("drawn.drawing.held = true")
    for start, seen in ((890, True), (935, True), (972, False)):
        bare.evaluate("start => drawn.drawing.show({start, span: 500})", start)
        settle(bare)
        box = bare.locator("button.event .label").bounding_box()
        assert box
        assert (box["width"] > 28) == seen
        assert box["x"] >= stage(bare)["x"] or not seen


def test_what_began_before_the_window_has_its_name_where_it_comes_in(bare: Page) -> None:
    name = "Nikolaev is watched"
    draw(bare, [event("watched", 500, 960, label=name)], bounds=BOUNDS, window=[900, 1400])
    box = bare.locator("button.event .label").bounding_box()
    assert box
    assert stage(bare)["x"] <= box["x"] < stage(bare)["x"] + 12
    assert f">{name}</text>" in bare.evaluate("contestedTimeline.toSvg(drawn.drawing, {})")
