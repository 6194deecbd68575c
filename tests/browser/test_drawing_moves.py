"""Moving through the drawing by wheel, hand, finger, button and key; what it tells; what it exports."""

from __future__ import annotations

import base64
import struct
from collections.abc import Callable, Iterator
from typing import Any
from xml.etree import ElementTree

import pytest
from playwright.sync_api import BrowserContext, FloatRect, Page, expect

from tests.browser.drawing_page import LANES, change, changes, columns, draw, event, open_page, settle

BOUNDS = [0, 3000]


@pytest.fixture
def bare(page: Page) -> Page:
    page.set_viewport_size({"width": 1200, "height": 600})
    open_page(page)
    return page


def spread(count: int = 40) -> list[dict[str, Any]]:
    """Events at even distances in three lanes."""
    return [event(f"e{k:03}", 20 + k * 2900 // count, lane=k % 3, who="Kirov") for k in range(count)]


def window(page: Page) -> list[float]:
    return page.evaluate("contestedTimeline.view.pair(drawn.drawing.view)")


def stage(page: Page) -> FloatRect:
    box = page.locator(".timeline-stage").bounding_box()
    assert box
    return box


def day_at(page: Page, x: float) -> float:
    box, (start, end) = stage(page), window(page)
    return start + (x - box["x"]) / box["width"] * (end - start)


def told_windows(page: Page) -> list[list[float]]:
    return [told["window"] for told in changes(page) if "window" in told]


def arrive(page: Page) -> None:
    """Wait until an animated jump has come to its end and is drawn."""
    page.wait_for_function("!drawn.drawing.gliding")
    settle(page)


def wait_for(page: Page, key: str, count: int) -> None:
    """Wait until the drawing has told something that many times."""
    page.wait_for_function("([key, n]) => changes.filter(c => key in c).length >= n", arg=[key, count])


def mark(page: Page) -> dict[str, Any]:
    """The first event that is only a mark: its id, and where its mark stands on the page."""
    return page.evaluate(
        """() => {
          const {scene, metrics, parts} = drawn.drawing, i = scene.row.indexOf(-1), sight = drawn.drawing.sight();
          const box = parts.stage.getBoundingClientRect();
          return {x: box.left + contestedTimeline.paint.placer(sight)(contestedTimeline.scene.markAt(scene, i)),
            y: box.top + metrics.axis + scene.lanes[scene.model.cols.lane[i]].stripTop + 5, id: scene.model.cols.id[i]};
        }"""
    )


def focused(page: Page) -> str:
    return page.evaluate("document.activeElement.dataset.event || document.activeElement.className")


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
    draw(bare, [event(f"c{k:03}", 1000 + k) for k in range(120)], bounds=BOUNDS, window=[900, 1400])
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
    rest = {"start": 0, "step": 100, "counts": [[0] * 10 + [7] + [0] * 19, [0] * 30, [0] * 30]}
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


HOSTILE = [
    "<script>boom()</script>",
    "=cmd|'/c calc'!A1",
    "مؤامرة الكرملين",
    "📜" * 30,
    "t" * 300,
    "a & b \x07 < c",
]


def test_any_text_is_shown_as_text(bare: Page) -> None:
    draw(bare, [event(f"h{k}", 400 * k, label=text) for k, text in enumerate(HOSTILE)], bounds=BOUNDS)
    assert bare.locator("#drawing script").count() == 0
    labels = bare.locator("button.event .label").all_inner_texts()
    assert set(HOSTILE[:3]) <= set(labels)
    widths = bare.evaluate("[...document.querySelectorAll('button.event')].map(e => e.offsetWidth)")
    assert max(widths) < 400


@pytest.fixture
def exported(bare: Page) -> Iterator[Page]:
    labels = [event(f"h{k}", 400 * k, label=text) for k, text in enumerate(HOSTILE)]
    draw(bare, [*labels, *spread()], bounds=BOUNDS)
    yield bare


CAPTION = {"title": "Plot & purge <1935>", "subtitle": "12 of 96 events", "footer": "Sources: five"}


def test_the_svg_stands_alone_and_holds_what_is_seen(exported: Page) -> None:
    svg = exported.evaluate("caption => contestedTimeline.toSvg(drawn.drawing, caption)", CAPTION)
    root = ElementTree.fromstring(svg)
    texts = [node.text for node in root.iter("{http://www.w3.org/2000/svg}text")]
    for text in ("Plot & purge <1935>", "12 of 96 events", "<script>boom()</script>", "e000"):
        assert text in texts
    assert {lane["name"] for lane in LANES} <= set(texts)
    assert any(str(text).endswith("Sources: five") for text in texts)
    assert (
        "var(" not in svg and "href" not in svg and not list(root.iter("{http://www.w3.org/2000/svg}script"))
    )


def test_the_png_has_twice_the_size(exported: Page) -> None:
    data = exported.evaluate(
        """async caption => {
          const blob = await contestedTimeline.toPng(drawn.drawing, caption);
          const bytes = new Uint8Array(await blob.arrayBuffer());
          return btoa(Array.from(bytes, b => String.fromCharCode(b)).join(""));
        }""",
        {**CAPTION, "width": 900},
    )
    width, height = struct.unpack(">II", base64.b64decode(data)[16:24])
    assert width == 1800
    assert height > 600


def test_paper_gets_the_picture_and_none_of_the_controls(exported: Page) -> None:
    expect(exported.locator(".print-drawing svg")).to_have_count(0)
    exported.emulate_media(media="print")
    expect(exported.locator(".print-drawing svg")).to_be_visible()
    expect(exported.locator(".timeline-main")).to_be_hidden()
    expect(exported.locator(".timeline-foot")).to_be_hidden()
    exported.emulate_media(media="screen")
    expect(exported.locator(".print-drawing svg")).to_have_count(0)


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
    bare.wait_for_function("drawn.drawing.scene.lanes === drawn.drawing.eased")
    after = bare.evaluate(rows)
    assert (after[0], after[1]) == (during[1], during[0])
    draw(bare, [*early, *late], bounds=BOUNDS, window=[2700, 3000])
    assert bare.evaluate(rows) == after


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
    expect(sheet.locator("svg text")).to_have_count(9)
    expect(sheet).to_contain_text("Own version")
    bare.keyboard.press("Escape")
    expect(sheet).to_be_hidden()
    expect(key).to_be_focused()
    assert not [told for told in changes(bare) if "selected" in told]
