"""The bench measures what a person sees: on bare pages of which it is known when what happens.

Nothing is held to have happened soon: the machine that runs this may be busy.
"""

from __future__ import annotations

from urllib.parse import quote

import pytest
from playwright.sync_api import Browser

from bench.early import EarlyPage
from bench.measure import Side
from bench.moves import REST, TimelinePage

# An event that stands still in the middle of the page, and what happens to it.
EVENT = "<button class='event' data-event='e' style='position: absolute; left: 600px; top: 300px'>E</button>"
START = "const event = document.querySelector('.event');"


def side(body: str, script: str = "") -> Side:
    html = f"<!doctype html><title>Bare</title><body style='margin: 0'>{body}<script>{script}</script>"
    return Side(
        "bare",
        f"data:text/html,{quote(html)}",
        first=".title, .event",
        drawn=".event",
        panel="#panel h2",
        dash="#panel",
    )


def test_read_before_drawn_and_pushed_down(browser: Browser) -> None:
    script = """
        setTimeout(() => (document.body.innerHTML = '<p class="title" style="height: 400px">Title</p>'), 200);
        setTimeout(() => document.body.insertAdjacentHTML("afterbegin",
            '<button class="event" style="display: block; height: 300px">E</button>'), 600);
    """
    with TimelinePage(browser, side("", script)) as page:
        found = page.load()
    assert found["read"] > 200
    assert found["drawn"] > max(600, found["read"])
    # The title's 400 pixels of 768 moved down by 300 of the longer side's 1,366: what can be seen of both counts.
    assert 0.1 < found["shift"] < 0.3


def test_what_comes_into_its_own_place_pushes_nothing(browser: Browser) -> None:
    script = f'setTimeout(() => (document.body.innerHTML = "{EVENT}"), 200);'
    with TimelinePage(browser, side("", script)) as page:
        assert page.load()["shift"] == 0


def test_turned_and_pressed_before_the_page_listens(browser: Browser) -> None:
    script = f"""{START}
        setTimeout(() => {{
            window.addEventListener("wheel", () => (event.style.left = "700px"));
            event.addEventListener("click", () => (panel.innerHTML = "<h2>E</h2>"));
        }}, 600);
        setTimeout(() => (panel.__reactFiber$1 = {{}}), 900);
    """
    late = side(EVENT + "<div id='panel'></div>", script)
    with EarlyPage(browser, late) as page:
        assert page.wheel()["zoomed"] > 600
    with EarlyPage(browser, late) as page:
        found = page.press()
    assert found["opened"] > 600
    assert found["dash"] > 900


@pytest.mark.parametrize(("where", "glides"), [("top", True), ("left", False)])
def test_a_glide_is_a_move_up_or_down(browser: Browser, where: str, glides: bool) -> None:
    script = f"""{START}
        window.addEventListener("pointerup", () => setTimeout(() => (event.style.{where} = "500px"), 250));
    """
    with TimelinePage(browser, side(EVENT, script)) as page:
        page.load()
        found = page.haul(1)
    assert found.keys() == ({"glide", "working"} if glides else set())
    assert not glides or found["glide"] > 250 - 1000 * REST
    assert not glides or found["working"] > 16


def test_a_frame_of_a_zoom_that_takes_long_is_seen(browser: Browser) -> None:
    script = """
        const work = () => { const until = performance.now() + 120; while (performance.now() < until); };
        let turns = 0;
        window.addEventListener("wheel", () => (turns += 1) === 7 && work());
    """
    with TimelinePage(browser, side(EVENT, script)) as page:
        page.load()
        assert (
            page.zoom()["zoom"] > 100
        )  # frames begin in step: what is done in between may be a part of one less
