"""What the drawing promises for any events: no overlap, nothing lost, one picture per input, a calm pan."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page

from tests.browser.drawing_page import STANCES, change, columns, draw, event, open_page, settle

FIRST, LAST = 0, 1500
WORDS = [
    "Kirov",
    "shot at Smolny",
    "the Kremlin librarians",
    "მოსკოვი",
    "протокол допроса",
    "📜",
    "w" * 40,
    "i",
]

# One page serves all examples of a test: drawing anew is what the examples do.
promise = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])

CHIPS = """() => [...document.querySelectorAll("button.event")].map(node => {
  const box = node.getBoundingClientRect(), label = node.querySelector(".label").getBoundingClientRect();
  return {id: node.dataset.event, entry: Number(node.dataset.entry), ghost: node.classList.contains("ghost"),
    left: box.left, right: box.right, top: box.top, bottom: box.bottom, from: label.left, to: label.right};
})"""

# For every entry without a chip: is there ink at its place in the strip?
MARKS = """() => {
  const {scene, parts, metrics, ratio} = drawn.drawing;
  const sight = drawn.drawing.sight();
  const at = contestedTimeline.placer(sight);
  const ink = parts.canvas.getContext("2d");
  const out = [];
  for (const i of scene.model.order) {
    if (scene.row[i] >= 0) continue;
    const lane = scene.lanes[scene.model.cols.lane[i]];
    const x = Math.floor(at(contestedTimeline.markAt(scene, i)));
    const top = metrics.axis + lane.stripTop - sight.scroll;
    const pixels = ink.getImageData(x * ratio, top * ratio, ratio, (metrics.strip - 2) * ratio).data;
    let dark = 0;
    for (let k = 3; k < pixels.length; k += 4) if (pixels[k] > 100) dark++;
    out.push({id: scene.model.cols.id[i], dark});
  }
  return out;
}"""

PICTURE = "() => drawn.drawing.parts.canvas.toDataURL()"


@st.composite
def entries(draw_from: st.DrawFn, most: int = 60) -> list[dict[str, Any]]:
    count = draw_from(st.integers(0, most))
    out = []
    for k in range(count):
        days = sorted(draw_from(st.lists(st.integers(FIRST, LAST), min_size=4, max_size=4)))
        kind = draw_from(st.sampled_from(["day", "span", "within", "core", "before", "after"]))
        first, sure_from, sure_to, last = days
        more: dict[str, Any] = {}
        if kind == "day":
            last, sure_from, sure_to = first, first, first
        elif kind == "span":
            sure_from, sure_to = first, last
        elif kind == "within":
            sure_from, sure_to = last, first - 1
        elif kind == "before":
            first, sure_from, sure_to, more["flags"] = FIRST, LAST + 1, LAST, 1
        elif kind == "after":
            last, sure_from, sure_to, more["flags"] = LAST, LAST + 1, LAST, 2
        more["flags"] = more.get("flags", 0) | draw_from(st.sampled_from([0, 0, 4, 8, 16]))
        out.append(
            event(
                f"e{k}",
                first,
                last,
                sureFrom=sure_from,
                sureTo=sure_to,
                lane=draw_from(st.integers(0, 2)),
                rank=draw_from(st.integers(1, 5)),
                stance=draw_from(st.integers(-1, len(STANCES) - 1)),
                label=" ".join(draw_from(st.lists(st.sampled_from(WORDS), min_size=1, max_size=4))),
                **more,
            )
        )
    return out


def windows(least: int = 4) -> st.SearchStrategy[list[int]]:
    pairs = st.tuples(st.integers(FIRST, LAST - least), st.integers(least, LAST))
    return pairs.map(lambda pair: [pair[0], min(LAST, pair[0] + pair[1])])


@pytest.fixture
def bare(page: Page) -> Page:
    page.set_viewport_size({"width": 1000, "height": 420})
    open_page(page)
    return page


def chips(page: Page) -> list[dict[str, Any]]:
    return page.evaluate(CHIPS)


@promise
@given(events=entries(), window=windows())
def test_no_chip_overlaps_another_and_every_label_is_in_its_chip(
    bare: Page, events: list[dict[str, Any]], window: list[int]
) -> None:
    draw(bare, events, bounds=[FIRST, LAST], window=window)
    stage = bare.evaluate("() => drawn.drawing.parts.stage.getBoundingClientRect().left")
    seen = [chip for chip in chips(bare) if chip["right"] > stage]
    for k, one in enumerate(seen):
        assert one["from"] >= one["left"] - 1
        assert one["to"] <= one["right"] + 1
        assert one["from"] >= stage - 1 or one["to"] - one["from"] < 1  # never cut at its beginning
        for other in seen[k + 1 :]:
            apart = (
                one["right"] <= other["left"]
                or other["right"] <= one["left"]
                or one["bottom"] <= other["top"]
                or other["bottom"] <= one["top"]
            )
            assert apart, (one, other)


@promise
@given(events=entries(most=90))
def test_every_event_is_a_chip_or_a_mark(bare: Page, events: list[dict[str, Any]]) -> None:
    draw(bare, events, bounds=[FIRST, LAST])
    marks = bare.evaluate(MARKS)
    assert all(mark["dark"] for mark in marks), marks
    assert sorted([chip["id"] for chip in chips(bare)] + [mark["id"] for mark in marks]) == sorted(
        e["id"] for e in events
    )


@promise
@given(events=entries(), window=windows(), detour=windows())
def test_the_same_input_gives_the_same_picture_by_whatever_way(
    bare: Page, events: list[dict[str, Any]], window: list[int], detour: list[int]
) -> None:
    draw(bare, events, bounds=[FIRST, LAST], window=window)
    places, picture = chips(bare), bare.evaluate(PICTURE)
    change(bare, window=detour, shown=list(range(0, len(events), 2)), emphasis="ghost")
    # By way of the same length elsewhere, so that the last step is a pan.
    change(bare, window=[day - 7.3 for day in window], shown=None, emphasis="hide")
    change(bare, window=window)
    in_view = [chip for chip in chips(bare) if chip["right"] > 0 and chip["left"] < 1000]
    assert bare.evaluate(PICTURE) == picture
    key = {chip["id"]: chip for chip in places}
    for chip in in_view:
        before = key[chip["id"]]
        assert (chip["top"], chip["from"], chip["to"]) == pytest.approx(
            (before["top"], before["from"], before["to"]), abs=1
        )


@promise
@given(events=entries(), window=windows(40), days=st.integers(-200, 200))
def test_a_pan_moves_every_event_with_the_axis_and_nothing_up_or_down(
    bare: Page, events: list[dict[str, Any]], window: list[int], days: int
) -> None:
    # The hand holds the drawing from the beginning and nothing glides, so that no lane takes a new height in between.
    bare.emulate_media(reduced_motion="reduce")
    draw(bare, events, bounds=[FIRST, LAST], window=window)
    bare.evaluate("drawn.drawing.held = true")
    settle(bare)
    tick = "() => contestedTimeline.placer(drawn.drawing.sight())(750 * drawn.drawing.scene.perDay)"
    axis, before = bare.evaluate(tick), {chip["entry"]: chip for chip in chips(bare)}
    bare.evaluate(
        """days => {
          const {drawing} = drawn;
          drawing.show(contestedTimeline.view.pan(drawing.view, days, drawing.limit));
        }""",
        days,
    )
    settle(bare)
    moved = bare.evaluate(tick) - axis
    long = bare.evaluate(
        "() => [...drawn.drawing.scene.right].map((r, i) => r - drawn.drawing.scene.left[i])"
    )
    for chip in chips(bare):
        if chip["entry"] not in before:
            continue
        old = before[chip["entry"]]
        assert chip["top"] == pytest.approx(old["top"], abs=0.01)
        # A bar that is wider than the view is drawn only as far as it is near.
        if long[chip["entry"]] < 400:
            assert chip["right"] - old["right"] == pytest.approx(moved, abs=0.01)


@promise
@given(events=entries(), picks=st.sets(st.integers(0, 59)), window=windows())
def test_a_ghost_takes_no_place_from_a_shown_event(
    bare: Page, events: list[dict[str, Any]], picks: set[int], window: list[int]
) -> None:
    told = [{**e, "flags": e["flags"] & ~4} for e in events]
    shown = sorted(k for k in picks if k < len(told))
    rows = "() => [...drawn.drawing.scene.row]"
    draw(bare, told, bounds=[FIRST, LAST], window=window, shown=shown)
    alone = bare.evaluate(rows)
    change(bare, emphasis="ghost")
    beside = bare.evaluate(rows)
    assert [beside[k] for k in shown] == [alone[k] for k in shown]
    ids = columns(told)["id"]
    ghosts = {chip["id"] for chip in chips(bare) if chip["ghost"]}
    assert ghosts.isdisjoint({ids[k] for k in shown})
