"""The overview: bars of what is told and contradicted, in colours, in words, and painted only when they change."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.drawing_page import change, draw, event, open_page, settle, spread

DISPUTED = 1024
DOCUMENTS = [{"id": name, "name": name.title(), "mirror": False} for name in ("first", "second")]
YEAR = [0, 364]  # 1970, by day numbers
# The colours of the bar over a day, from the base up to its top: paper is left out.
BAR = """day => {
  const { overview, parts } = drawn.drawing, ratio = devicePixelRatio, ground = [251, 247, 238];
  const x = Math.floor(overview.at(day) * ratio), tall = parts.density.height;
  const { data } = parts.density.getContext("2d").getImageData(x, 0, 1, tall);
  const rows = Array.from({ length: tall }, (_, y) => [...data.slice(4 * y, 4 * y + 4)]).reverse();
  const base = Math.round(16 * ratio);
  const kind = ([r, g, b, a]) => (!a ? "none" : a < 200 ? "pale" : r > 2 * g ? "accent" : "grey");
  return rows.slice(base).map(kind);
}"""


@pytest.fixture
def bare(page: Page) -> Page:
    page.set_viewport_size({"width": 1200, "height": 600})
    open_page(page)
    return page


def contested() -> list[dict[str, Any]]:
    """In March three contradicted, two told, one told by none; in June one that is told."""
    march = [
        *[event(f"c{k}", 70 + k, contest="**", flags=DISPUTED) for k in range(3)],
        *[event(f"t{k}", 75 + k, contest="*-") for k in range(2)],
        event("n", 80, contest="-."),
    ]
    return [*march, event("june", 160, contest="*-")]


def parts_of(bar: list[str]) -> list[tuple[str, int]]:
    """Runs of one colour, from the base up."""
    runs: list[tuple[str, int]] = []
    for kind in bar:
        if runs and runs[-1][0] == kind:
            runs[-1] = (kind, runs[-1][1] + 1)
        else:
            runs.append((kind, 1))
    return runs


def test_a_bar_has_the_contradicted_at_its_base_then_the_told_and_outlined_what_none_tells(
    bare: Page,
) -> None:
    # Two years, so that a bin is a month of a few pixels and not a day.
    draw(bare, contested(), bounds=[0, 3650], documents=DOCUMENTS)
    assert bare.locator(".timeline-legend").inner_text().startswith("events a month")
    runs = parts_of(bare.evaluate(BAR, 73))
    assert [kind for kind, _ in runs][:2] == ["accent", "pale"]
    assert runs[0][1] == pytest.approx(runs[1][1] * 1.5, abs=2)
    assert "accent" not in [kind for kind, _ in parts_of(bare.evaluate(BAR, 165))]
    legend = bare.locator(".timeline-legend")
    expect(legend).to_contain_text("contradicted")
    expect(legend).to_contain_text("told by none")


def test_who_cannot_see_the_bars_hears_where_most_is_contradicted(bare: Page) -> None:
    draw(bare, contested(), bounds=[0, 3650], documents=DOCUMENTS)
    seen = bare.get_by_role("slider", name="Stretch of time seen")
    expect(seen).to_have_accessible_description("Most disputed: March 1970, 3 of 6.")
    shown = bare.evaluate("drawn.drawing.model.cols.id.flatMap((id, k) => (id.startsWith('c') ? [] : [k]))")
    change(bare, shown=shown)
    expect(seen).to_have_accessible_description("Sources contradict each other on none of these events.")


def test_pointing_at_a_bar_says_what_is_in_it(bare: Page) -> None:
    draw(bare, contested(), bounds=[0, 3650], documents=DOCUMENTS)
    box = bare.locator(".timeline-overview").bounding_box()
    assert box
    x = box["x"] + bare.evaluate("drawn.drawing.overview.at(73)")
    bare.mouse.move(x, box["y"] + 20)
    tip = bare.locator(".timeline-tip.seen")
    expect(tip).to_have_text("March 19706 events: 3 contradicted, 2 told, 1 told by none")
    bare.mouse.move(x + 200, box["y"] + 20)
    expect(tip).to_have_count(0)


def test_without_documents_the_bars_are_plain_and_nothing_is_said_of_contest(bare: Page) -> None:
    draw(bare, spread(30), bounds=[0, 3650])
    expect(bare.locator(".timeline-legend")).to_have_text("events a monthMost events: January 1970, 1.")
    assert {kind for day in range(0, 3000, 10) for kind in bare.evaluate(BAR, day)} <= {
        "none",
        "pale",
        "grey",
    }


def test_an_event_in_several_lanes_is_counted_once(bare: Page) -> None:
    one = [event("c", 70, contest="**", flags=DISPUTED, lane=lane) for lane in range(3)]
    draw(bare, one, bounds=[0, 3650], documents=DOCUMENTS)
    seen = bare.get_by_role("slider", name="Stretch of time seen")
    expect(seen).to_have_accessible_description("Most disputed: March 1970, 1 of 1.")


def test_the_overview_is_painted_again_only_when_something_changes(bare: Page) -> None:
    draw(bare, contested(), bounds=[0, 3650], documents=DOCUMENTS)
    settle(bare)  # the first picture does not wait for it
    bare.evaluate(
        """() => {
          const { overview } = drawn.drawing, paint = overview.paint.bind(overview);
          window.painted = 0;
          overview.paint = () => { painted++; paint(); };
        }"""
    )
    painted = "painted"
    for window in ([0, 900], [900, 1000], [905, 1005]):
        change(bare, window=window)
    bare.evaluate("drawn.drawing.select('june')")
    settle(bare)
    assert bare.evaluate(painted) == 0
    change(bare, shown=[0])
    assert bare.evaluate(painted) == 1
    bare.evaluate("document.documentElement.dataset.theme = 'dark'")
    settle(bare)
    assert bare.evaluate(painted) == 2


@pytest.mark.parametrize(("width", "height"), [(1366, 58), (390, 40)])
def test_its_height_is_known_and_the_legend_and_buttons_fit_beside_it(
    page: Page, width: int, height: int
) -> None:
    page.set_viewport_size({"width": width, "height": 768})
    open_page(page)
    draw(page, contested(), bounds=[0, 3650], documents=DOCUMENTS)
    box = page.locator(".timeline-overview").bounding_box()
    assert box
    assert box["height"] == height
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    for part in (".timeline-legend", ".timeline-buttons"):
        whole = page.locator(part).evaluate(
            "node => node.scrollWidth <= node.clientWidth && node.scrollHeight <= node.clientHeight + 1"
        )
        assert whole, part
