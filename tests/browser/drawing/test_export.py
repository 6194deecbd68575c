"""Any text as text; the drawing as SVG, as PNG and on paper."""

from __future__ import annotations

import base64
import struct
from collections.abc import Iterator
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Page, expect

from tests.browser.drawing_page import (
    BOUNDS,
    LANES,
    draw,
    event,
    open_page,
    spread,
)

pytestmark = pytest.mark.quick  # the bare drawing, without a server


@pytest.fixture
def bare(page: Page) -> Page:
    page.set_viewport_size({"width": 1200, "height": 600})
    open_page(page)
    return page


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


def test_a_long_name_of_a_lane_has_several_lines_and_a_part_says_which(bare: Page) -> None:
    lanes = [{"id": "k", "name": "The murder of Kirov in Leningrad", "color": "#4f74a8", "note": ""}]
    draw(bare, [event("a", 100), event("b", 2000)], bounds=BOUNDS, lanes=lanes)
    for window, told in ((None, "12 of 96 events"), ([50, 400], "12 of 96 events · seen here: ")):
        if window:
            draw(bare, [event("a", 100), event("b", 2000)], bounds=BOUNDS, lanes=lanes, window=window)
        svg = bare.evaluate("caption => contestedTimeline.toSvg(drawn.drawing, caption)", CAPTION)
        root = ElementTree.fromstring(svg)
        texts = [str(node.text) for node in root.iter("{http://www.w3.org/2000/svg}text")]
        assert "The murder of Kirov in Leningrad" in " ".join(texts)
        assert "The murder of Kirov in Leningrad" not in texts
        assert not [text for text in texts if "…" in text]
        assert any(text == told if window is None else text.startswith(told) for text in texts)


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
