"""What the drawing promises for any events: no overlap, nothing lost or hidden beside room, one picture, a calm pan."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page

from tests.browser.drawing_page import (
    DOCUMENTS,
    LANES,
    STANCES,
    THEMES,
    change,
    columns,
    draw,
    event,
    open_page,
    settle,
)

FIRST, LAST = 0, 1500
GAP = 8
"""Pixels that rows.js keeps free between two names."""
SILENT, NO_MENTION, NO_REACH, DISPUTED = 4, 256, 512, 1024
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
TELLERS = [LANES[0], *({**lane, "teller": True} for lane in LANES[1:])]
"""The record above two sources."""

# One page serves all examples of a test: drawing anew is what the examples do.
promise = settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])

CHIPS = """() => {
  const {scene} = drawn.drawing;
  return [...document.querySelectorAll("button.event")].map(node => {
    const box = node.getBoundingClientRect(), label = node.querySelector(".label").getBoundingClientRect();
    const entry = Number(node.dataset.entry);
    return {id: node.dataset.event, entry, ghost: node.classList.contains("ghost"), under: scene.under[entry] === 1,
      left: box.left, right: box.right, top: box.top, bottom: box.bottom, from: label.left, to: label.right};
  });
}"""

# What becomes of each entry: its name, its mark (is there ink in the strip?), how many counts of silences have it.
BECAME = """() => {
  const {scene, parts, metrics, ratio, view, chips} = drawn.drawing;
  const {cols, order, status} = scene.model;
  const sight = drawn.drawing.sight(), at = contestedTimeline.placer(sight);
  const ink = parts.canvas.getContext("2d");
  const low = view.start * scene.perDay, high = low + view.span * scene.perDay;
  return [...order].map(i => {
    const {stripTop} = scene.lanes[cols.lane[i]], x = Math.floor(at(contestedTimeline.markAt(scene, i)));
    let dark = null;
    if (scene.row[i] < 0 && !scene.quiet[i] && x >= 0 && x < sight.width) {
      const top = metrics.axis + stripTop - sight.scroll;
      const {data} = ink.getImageData(x * ratio, top * ratio, ratio, (metrics.strip - 2) * ratio);
      dark = data.filter((_, k) => k % 4 === 3).filter(alpha => alpha > 100).length;
    }
    return {entry: i, id: cols.id[i], lane: cols.lane[i], flags: cols.flags[i], ghost: status[i] === 2,
      seen: scene.barTo[i] >= low && scene.barFrom[i] <= high, chip: chips.live.has(i),
      quiet: scene.quiet[i] === 1, dark, silences: scene.silences.filter(run => run.entries.includes(i)).length};
  });
}"""

# Entries of the window without a name that would fit into a row of their lane, right or left of their mark.
HIDDEN_BESIDE_ROOM = """gap => {
  const {scene, view} = drawn.drawing, {model, lanes, perDay} = scene, {cols, order, ways} = model;
  const low = view.start * perDay, high = low + view.span * perDay;
  const found = [];
  for (const i of order) {
    if (scene.row[i] >= 0 || scene.quiet[i] || scene.barTo[i] < low || scene.barFrom[i] > high) continue;
    for (const way of [0, 1]) {
      const from = ways.from[2 * i + way], to = ways.to[2 * i + way];
      for (let row = 0; from === from && row < lanes[cols.lane[i]].rows; row++) {
        const others = [...order].filter(k => cols.lane[k] === cols.lane[i] && scene.row[k] === row && !scene.under[k]);
        if (others.every(k => to + gap <= scene.left[k] || scene.right[k] + gap <= from)) found.push([cols.id[i], row]);
      }
    }
  }
  return found;
}"""

# Height that no lane needs for its rows, and whether any event that is shown is without a name.
HEIGHT_LEFT = """() => {
  const {scene, view} = drawn.drawing, {metrics, model} = scene;
  const needed = scene.lanes.reduce((sum, lane) => sum + metrics.pad + metrics.strip + (lane.rowsTop - lane.underTop)
    + (lane.stripTop - lane.bandTop) + lane.rows * metrics.row, 0);
  const hidden = [...model.order].some((i, k) => k < model.shown && scene.row[i] < 0 && !scene.quiet[i]
    && scene.barTo[i] >= view.start * scene.perDay && scene.barFrom[i] <= (view.start + view.span) * scene.perDay);
  return {left: scene.area - needed, row: metrics.row, hidden};
}"""

# Everything that stands at a height: names, names of lanes, silences, ends of ribbons.
HEIGHTS = """() => {
  const tops = (kind, key) => [...document.querySelectorAll(kind)]
    .map(node => [key(node), node.getBoundingClientRect().top]);
  const {scene} = drawn.drawing;
  return {
    chips: Object.fromEntries(tops("button.event", node => node.dataset.entry)),
    lanes: tops(".timeline-lane", node => node.textContent.replace(/\\+.*/, "")),
    silences: tops(".timeline-silence", node => node.textContent),
    ribbons: scene.ribbons.map(({id, from, to}) => [id, from.y, to.y]),
  };
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
        told = draw_from(st.sampled_from([0, 0, 0, 8, 16, SILENT, SILENT | NO_MENTION, SILENT | NO_REACH]))
        more["flags"] = more.get("flags", 0) | told | draw_from(st.sampled_from([0, 0, DISPUTED]))
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
                theme=draw_from(st.integers(-1, len(THEMES) - 1)),
                contest=draw_from(st.sampled_from(["", "0-1", "---", "*.~", "22-"])),
                label=" ".join(draw_from(st.lists(st.sampled_from(WORDS), min_size=1, max_size=4))),
                **more,
            )
        )
    return out


def windows(least: int = 4) -> st.SearchStrategy[list[int]]:
    pairs = st.tuples(st.integers(FIRST, LAST - least), st.integers(least, LAST))
    return pairs.map(lambda pair: [pair[0], min(LAST, pair[0] + pair[1])])


lanes = st.sampled_from([LANES, TELLERS])
"""By theme, or the record above two sources."""


@pytest.fixture
def bare(page: Page) -> Page:
    page.set_viewport_size({"width": 1000, "height": 420})
    open_page(page)
    return page


def draw_any(page: Page, events: list[dict[str, Any]], **props: Any) -> None:
    draw(page, events, bounds=[FIRST, LAST], documents=DOCUMENTS, themes=THEMES, **props)


def chips(page: Page) -> list[dict[str, Any]]:
    return page.evaluate(CHIPS)


@promise
@given(events=entries(), window=windows(), lanes=lanes)
def test_no_chip_overlaps_another_or_its_mark_and_every_label_is_in_its_chip(
    bare: Page, events: list[dict[str, Any]], window: list[int], lanes: list[dict[str, Any]]
) -> None:
    draw_any(bare, events, window=window, lanes=lanes)
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
    # A chip's mark is in the chip, so that it is apart from all others as well.
    outside = """() => {
      const {scene} = drawn.drawing;
      return [...scene.model.order].filter(i => scene.row[i] >= 0 && !scene.under[i]
        && (scene.barFrom[i] < scene.left[i] || scene.barTo[i] > scene.right[i]));
    }"""
    assert bare.evaluate(outside) == []


@promise
@given(events=entries(most=90), window=st.none() | windows(), lanes=lanes)
def test_every_event_of_the_window_is_a_name_a_mark_or_in_the_count_of_a_silence(
    bare: Page, events: list[dict[str, Any]], window: list[int] | None, lanes: list[dict[str, Any]]
) -> None:
    draw_any(bare, events, window=window, lanes=lanes)
    marks = [0] * len(lanes)
    became = bare.evaluate(BECAME)
    assert sorted(one["id"] for one in became) == sorted(e["id"] for e in events)
    for one in became:
        if one["quiet"]:
            assert lanes[one["lane"]].get("teller")
            assert not one["chip"]
            # What its source does not reach, or nobody has looked into, is no silence of the source.
            assert one["silences"] == (one["seen"] and one["flags"] & NO_MENTION > 0), one
        elif one["seen"]:
            assert one["chip"] or one["dark"] is None or one["dark"] > 0, one
            marks[one["lane"]] += not one["chip"] and not one["ghost"]
    counted = bare.locator(".timeline-lane").evaluate_all(
        "nodes => nodes.map(node => Number(node.querySelector('.timeline-more').textContent))"
    )
    assert counted == marks
    cut = """nodes => nodes.filter(node =>
      node.firstChild.getBoundingClientRect().right > node.getBoundingClientRect().right + 0.5).length"""
    assert bare.locator(".timeline-silence").evaluate_all(cut) == 0
    told = bare.locator(".timeline-silence").all_inner_texts()
    assert sum(int("".join(filter(str.isdigit, text))) for text in told) == sum(
        one["silences"] for one in became
    )


@promise
@given(events=entries(most=90), window=windows(), lanes=lanes, ghosts=st.booleans())
def test_no_event_is_hidden_beside_a_free_row_or_free_height(
    bare: Page,
    events: list[dict[str, Any]],
    window: list[int],
    lanes: list[dict[str, Any]],
    ghosts: bool,
) -> None:
    shown = list(range(0, len(events), 2)) if ghosts else None
    draw_any(bare, events, window=window, lanes=lanes, shown=shown, emphasis="ghost")
    assert bare.evaluate(HIDDEN_BESIDE_ROOM, GAP) == []
    height = bare.evaluate(HEIGHT_LEFT)
    assert not height["hidden"] or height["left"] < height["row"], height


@promise
@given(events=entries(), window=windows(), detour=windows(), lanes=lanes)
def test_the_same_input_gives_the_same_picture_by_whatever_way(
    bare: Page,
    events: list[dict[str, Any]],
    window: list[int],
    detour: list[int],
    lanes: list[dict[str, Any]],
) -> None:
    draw_any(bare, events, window=window, lanes=lanes)
    places, picture = chips(bare), bare.evaluate(PICTURE)
    change(bare, window=detour, shown=list(range(0, len(events), 2)), emphasis="ghost")
    # By way of the same length elsewhere, so that the last step is a pan.
    change(bare, window=[day - 7.3 for day in window], shown=None, emphasis="hide")
    change(bare, window=window)
    width = bare.locator(".timeline-stage").evaluate("stage => stage.clientWidth")
    in_view = [chip for chip in chips(bare) if chip["right"] > 0 and chip["left"] < width]
    assert bare.evaluate(PICTURE) == picture
    key = {chip["id"]: chip for chip in places}
    for chip in in_view:
        before = key[chip["id"]]
        assert (chip["top"], chip["from"], chip["to"]) == pytest.approx(
            (before["top"], before["from"], before["to"]), abs=1
        )


@promise
@given(events=entries(), window=windows(40), days=st.integers(-200, 200), lanes=lanes)
def test_a_pan_moves_every_event_with_the_axis_and_nothing_up_or_down(
    bare: Page,
    events: list[dict[str, Any]],
    window: list[int],
    days: int,
    lanes: list[dict[str, Any]],
) -> None:
    # The hand holds the drawing from the beginning, and what glides is there at once.
    bare.emulate_media(reduced_motion="reduce")
    draw_any(bare, events, window=window, lanes=lanes)
    bare.evaluate("drawn.drawing.held = true")
    settle(bare)
    tick = "() => contestedTimeline.placer(drawn.drawing.sight())(750 * drawn.drawing.scene.perDay)"
    axis, before = bare.evaluate(tick), {chip["entry"]: chip for chip in chips(bare)}
    heights = bare.evaluate(HEIGHTS)
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
        # What is under way stays at the edge; a bar that is wider than the view is drawn only as far as it is near.
        if chip["under"]:
            assert chip["left"] == pytest.approx(old["left"], abs=1)
        elif long[chip["entry"]] < 400:
            assert chip["right"] - old["right"] == pytest.approx(moved, abs=0.01)
    now = bare.evaluate(HEIGHTS)
    for entry, top in now.pop("chips").items():
        assert top == pytest.approx(heights["chips"].get(entry, top), abs=0.01)
    del heights["chips"]
    assert now == heights


@promise
@given(events=entries(), window=windows(40), days=st.integers(-200, 200), lanes=lanes)
def test_a_pan_that_has_come_to_rest_leaves_what_would_be_drawn_there_at_once(
    bare: Page,
    events: list[dict[str, Any]],
    window: list[int],
    days: int,
    lanes: list[dict[str, Any]],
) -> None:
    bare.emulate_media(reduced_motion="reduce")
    draw_any(bare, events, window=window, lanes=lanes)
    bare.evaluate(
        """days => {
          const {drawing} = drawn;
          drawing.show(contestedTimeline.view.pan(drawing.view, days, drawing.limit));
          drawing.draw();
          drawing.settle();
        }""",
        days,
    )
    settle(bare)
    rested, heights = chips(bare), bare.evaluate(HEIGHTS)
    draw_any(
        bare,
        events,
        window=bare.evaluate(
            "[drawn.drawing.view.start, drawn.drawing.view.start + drawn.drawing.view.span]"
        ),
        lanes=lanes,
    )
    assert bare.evaluate(HEIGHTS) == heights
    fresh = {chip["entry"]: chip for chip in chips(bare)}
    assert set(fresh) == {chip["entry"] for chip in rested}
    for chip in rested:
        there = fresh[chip["entry"]]
        assert (chip["from"], chip["to"]) == pytest.approx((there["from"], there["to"]), abs=1)


@promise
@given(events=entries(), picks=st.sets(st.integers(0, 59)), window=windows())
def test_a_ghost_takes_no_place_from_a_shown_event(
    bare: Page, events: list[dict[str, Any]], picks: set[int], window: list[int]
) -> None:
    told = [{**e, "flags": e["flags"] & ~(SILENT | NO_MENTION | NO_REACH)} for e in events]
    shown = sorted(k for k in picks if k < len(told))
    # Where those stand that are shown in the window: beyond it, ghosts of the window come first.
    rows = """shown => {
      const {scene, view} = drawn.drawing;
      const low = view.start * scene.perDay, high = low + view.span * scene.perDay;
      return shown.filter(i => scene.barTo[i] >= low && scene.barFrom[i] <= high)
        .map(i => [i, scene.row[i], scene.left[i], scene.right[i], scene.under[i]]);
    }"""
    draw_any(bare, told, window=window, shown=shown)
    alone = bare.evaluate(rows, shown)
    change(bare, emphasis="ghost")
    assert bare.evaluate(rows, shown) == alone
    ids = columns(told)["id"]
    ghosts = {chip["id"] for chip in chips(bare) if chip["ghost"]}
    assert ghosts.isdisjoint({ids[k] for k in shown})


def test_a_pan_glides_to_rest_and_moves_nothing_while_the_hand_holds_it(bare: Page) -> None:
    crowd = [event(f"a{k:02}", 100 + k) for k in range(12)] + [
        event(f"b{k:02}", 1400 + k, lane=1) for k in range(12)
    ]
    draw_any(bare, crowd, window=[0, 300])
    tops = bare.evaluate(HEIGHTS)["lanes"]
    x, y = 600, 300
    bare.mouse.move(x, y)
    bare.mouse.down()
    bare.mouse.move(x - 350, y, steps=5)
    bare.wait_for_timeout(400)  # longer than it takes to come to rest
    assert bare.evaluate(HEIGHTS)["lanes"] == tops
    bare.mouse.up()
    bare.evaluate("drawn.drawing.show({start: 1300, span: 300})")
    steps = bare.evaluate(
        """async () => {
          const bottom = () => Math.round(drawn.drawing.scene.lanes[0].bottom), seen = [bottom()];
          for (let k = 0; k < 60; k++) {
            await new Promise(requestAnimationFrame);
            if (bottom() !== seen[seen.length - 1]) seen.push(bottom());
          }
          return seen;
        }"""
    )
    assert len(steps) > 2  # not in one jump
    assert steps == sorted(steps, reverse=True)
