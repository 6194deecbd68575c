"""Moving through the drawing by wheel, hand, finger, button and key."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.drawing_page import (
    BOUNDS,
    arrive,
    changes,
    day_at,
    draw,
    event,
    mark,
    open_page,
    settle,
    spread,
    stage,
    window,
)


@pytest.fixture
def bare(page: Page) -> Page:
    page.set_viewport_size({"width": 1200, "height": 600})
    open_page(page)
    return page


def test_the_wheel_zooms_and_the_day_under_the_pointer_stays(bare: Page) -> None:
    draw(bare, spread(), bounds=BOUNDS)
    bare.mouse.move(800, 300)
    before, day = window(bare), day_at(bare, 800)
    bare.mouse.wheel(0, -100)
    settle(bare)
    after = window(bare)
    assert after[1] - after[0] < 0.9 * (before[1] - before[0])
    assert day_at(bare, 800) == pytest.approx(day, abs=1)


def test_lines_and_pages_of_a_wheel_count_as_much_as_pixels(bare: Page) -> None:
    spans = []
    for mode, turn in ((0, -96), (1, -6)):
        draw(bare, spread(), bounds=BOUNDS)
        bare.evaluate(
            """([deltaMode, deltaY]) => drawn.drawing.parts.stage.dispatchEvent(
              new WheelEvent("wheel", {deltaMode, deltaY, clientX: 700, clientY: 300, cancelable: true}))""",
            [mode, turn],
        )
        start, end = window(bare)
        spans.append(end - start)
    assert spans[0] == pytest.approx(spans[1], abs=0.01)


def test_shift_and_a_sideways_wheel_pan(bare: Page) -> None:
    draw(bare, spread(), bounds=BOUNDS, window=[1000, 1500])
    bare.mouse.move(700, 300)
    bare.mouse.wheel(100, 0)
    settle(bare)
    start, end = window(bare)
    assert start > 1010
    assert end - start == pytest.approx(500)


def test_where_the_page_scrolls_only_ctrl_and_wheel_zoom_and_a_hint_says_so(bare: Page) -> None:
    draw(bare, spread(), bounds=BOUNDS, wheel="ctrl")
    before = window(bare)
    bare.mouse.move(700, 300)
    bare.mouse.wheel(0, -100)
    settle(bare)
    assert window(bare) == before
    expect(bare.locator(".timeline-hint.seen")).to_contain_text("wheel zooms")
    bare.keyboard.down("Control")
    bare.mouse.wheel(0, -100)
    bare.keyboard.up("Control")
    settle(bare)
    assert window(bare)[0] > before[0]


def test_a_drag_pans_and_is_no_press(bare: Page) -> None:
    draw(bare, spread(), bounds=BOUNDS, window=[1000, 1500])
    chip = bare.locator("button.event[data-event=e017]")
    box = chip.bounding_box()
    assert box
    x, y = box["x"] + 20, box["y"] + 8
    bare.mouse.move(x, y)
    bare.mouse.down()
    bare.mouse.move(x - 150, y, steps=6)
    bare.mouse.up()
    settle(bare)
    start, end = window(bare)
    assert start - 1000 == pytest.approx(150 / stage(bare)["width"] * 500, abs=1)
    assert end - start == pytest.approx(500)
    assert not [told for told in changes(bare) if "selected" in told]


def test_a_drag_along_marks_does_not_open_them(bare: Page) -> None:
    crowd = [event(f"c{k:03}", 1000 + k, label=f"a rather long name {k}") for k in range(300)]
    draw(bare, crowd, bounds=BOUNDS, window=[900, 1400])
    place = mark(bare)
    bare.mouse.move(place["x"], place["y"])
    bare.mouse.down()
    bare.mouse.move(place["x"] - 100, place["y"], steps=4)
    bare.mouse.up()
    settle(bare)
    assert not bare.evaluate("drawn.drawing.gliding || 0")
    start, end = window(bare)
    assert end - start == pytest.approx(500)


def test_a_press_that_trembles_a_little_opens_the_event(bare: Page) -> None:
    draw(bare, spread(), bounds=BOUNDS)
    chip = bare.locator("button.event").first
    ident = chip.get_attribute("data-event")
    box = chip.bounding_box()
    assert box
    bare.mouse.move(box["x"] + 20, box["y"] + 8)
    bare.mouse.down()
    bare.mouse.move(box["x"] + 22, box["y"] + 9)
    bare.mouse.up()
    assert {"selected": ident} in changes(bare)
    expect(bare.locator("button.event[aria-current]")).to_have_attribute("data-event", str(ident))


def test_a_double_click_zooms_in_there(bare: Page) -> None:
    draw(bare, [event("far", 2900)], bounds=BOUNDS)
    day = day_at(bare, 500)
    bare.mouse.dblclick(500, 200)
    arrive(bare)
    start, end = window(bare)
    assert end - start == pytest.approx(3001 * 1.04 / 2, rel=0.01)
    assert day_at(bare, 500) == pytest.approx(day, abs=5)


def test_the_view_stays_within_the_bounds_by_shifting(bare: Page) -> None:
    draw(bare, spread(), bounds=BOUNDS, window=[2500, 3500])
    start, end = window(bare)
    assert end == pytest.approx(3001 * 1.02, abs=0.1)
    assert end - start == pytest.approx(1000)
    bare.mouse.move(700, 300)
    for _ in range(16):
        bare.mouse.wheel(0, -300)
        settle(bare)
    start, end = window(bare)
    assert end - start == pytest.approx(3)


@pytest.mark.parametrize(
    ("press", "moved"),
    [
        ("+", lambda a, b: b[1] - b[0] < a[1] - a[0]),
        ("-", lambda a, b: b[1] - b[0] > a[1] - a[0]),
        ("0", lambda a, b: b[1] - b[0] > 3000),
        ("PageDown", lambda a, b: b[0] > a[0] + 300),
        ("PageUp", lambda a, b: b[0] < a[0] - 300),
    ],
)
def test_keys_move_the_view(
    bare: Page, press: str, moved: Callable[[list[float], list[float]], bool]
) -> None:
    draw(bare, spread(), bounds=BOUNDS, window=[1000, 1400])
    bare.locator("button.event[tabindex='0']").focus()
    bare.keyboard.press(press)
    arrive(bare)
    assert moved([1000, 1400], window(bare))


@pytest.mark.parametrize(
    ("name", "moved"),
    [
        ("Zoom in", lambda a, b: b[1] - b[0] < a[1] - a[0]),
        ("Zoom out", lambda a, b: b[1] - b[0] > a[1] - a[0]),
        ("Show everything", lambda a, b: b[1] - b[0] > 3000),
        ("Later", lambda a, b: b[0] > a[0] + 100),
        ("Earlier", lambda a, b: b[0] < a[0] - 100),
    ],
)
def test_buttons_move_the_view(
    bare: Page, name: str, moved: Callable[[list[float], list[float]], bool]
) -> None:
    draw(bare, spread(), bounds=BOUNDS, window=[1000, 1400])
    bare.get_by_role("button", name=name).click()
    arrive(bare)
    assert moved([1000, 1400], window(bare))


def test_goto_glides_to_a_window(bare: Page) -> None:
    draw(bare, spread(), bounds=BOUNDS)
    steps = bare.evaluate(
        """async () => {
          drawn.update(Object.assign(given, {goto: {window: [700, 800], n: 1}}));
          const spans = [];
          do {
            await new Promise(requestAnimationFrame);
            spans.push(drawn.drawing.view.span);
          } while (drawn.drawing.gliding);
          return spans;
        }"""
    )
    assert window(bare) == [700, 800]
    assert len(steps) > 1
    assert steps == sorted(steps, reverse=True)


def test_who_wants_no_motion_is_there_at_once(bare: Page) -> None:
    bare.emulate_media(reduced_motion="reduce")
    open_page(bare)
    draw(bare, spread(), bounds=BOUNDS)
    bare.evaluate("drawn.update(Object.assign(given, {goto: {window: [700, 800], n: 1}}))")
    assert window(bare) == [700, 800]


def test_the_overview_is_dragged_stretched_and_driven_by_keys(bare: Page) -> None:
    draw(bare, spread(), bounds=BOUNDS, window=[1000, 1600])
    seen = bare.get_by_role("slider", name="Stretch of time seen")
    box = seen.bounding_box()
    assert box
    bare.mouse.move(box["x"] + box["width"] / 2, box["y"] + 10)
    bare.mouse.down()
    bare.mouse.move(box["x"] + box["width"] / 2 + 100, box["y"] + 10, steps=4)
    bare.mouse.up()
    settle(bare)
    start, end = window(bare)
    assert start > 1200
    assert end - start == pytest.approx(600)
    handle = bare.get_by_role("slider", name="End of the stretch seen")
    words = handle.get_attribute("aria-valuetext")
    handle.focus()
    bare.keyboard.press("ArrowRight")
    settle(bare)
    assert window(bare)[0] == pytest.approx(start)
    assert window(bare)[1] == pytest.approx(end + 60)
    assert handle.get_attribute("aria-valuetext") != words


def test_two_fingers_pinch(new_context: Callable[..., BrowserContext]) -> None:
    phone = new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = phone.new_page()
    open_page(page)
    draw(page, spread(), bounds=BOUNDS)
    before = window(page)
    session = phone.new_cdp_session(page)

    def touch(kind: str, *xs: float) -> None:
        points = [{"x": x, "y": 300, "id": k} for k, x in enumerate(xs)]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    day = day_at(page, 200)
    touch("touchStart", 180, 220)
    for apart in (30, 50, 80):
        touch("touchMove", 200 - apart, 200 + apart)
    touch("touchEnd")
    settle(page)
    after = window(page)
    assert (before[1] - before[0]) / (after[1] - after[0]) == pytest.approx(4, rel=0.25)
    assert day_at(page, 200) == pytest.approx(day, abs=20)
