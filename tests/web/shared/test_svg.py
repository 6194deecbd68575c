"""SVG that the server writes: escaped, in the theme's colours in a page, in plain ones in a file."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from timeline.web.shared import svg
from timeline.web.shared.svg import COLORS, Picture, cut, lines, node, text, text_width
from timeline.web.site.static_files import ASSETS

SVG = "{http://www.w3.org/2000/svg}"


def test_a_file_has_the_colours_of_the_light_theme() -> None:
    theme = (ASSETS / "site/theme.css").read_text("utf-8").split("}")[0]
    for name, color in COLORS.items():
        assert f"--{name}: {color};" in theme


def test_a_file_stands_alone() -> None:
    linked = Markup('<a href="/sources" aria-label="x">{}</a>').format(text(0, 9, "A & <b>", fill=svg.MUTED))
    picture = Picture(40, 20, svg.join([node("rect", width=40.0, height=20.0, fill=svg.hue(0)), linked]))
    written = picture.file("Fires & <inquiries>", "a folder")
    root = ElementTree.fromstring(written)
    assert root.tag == SVG + "svg"
    said = [element.text for element in root.iter(SVG + "text")]
    assert said == ["Fires & <inquiries>", "A & <b>", "a folder"]
    assert not re.search(r"var\(|color-mix|<a ", written)


def test_in_a_page_it_grows_with_the_type_and_says_what_it_is() -> None:
    inline = Picture(160, 20, node("rect", width=1.0)).inline('Who "says" it')
    assert 'style="width: 10rem"' in inline
    assert 'role="img" aria-label="Who &#34;says&#34; it"' in inline


@pytest.mark.parametrize("words", ["", "short", "word " * 400, "x" * 500, "й" * 300])
def test_no_text_is_wider_than_its_room(words: str) -> None:
    for most in (1, 2, 3):
        found = lines(words, 80, 12, most)
        assert len(found) <= most
        assert all(text_width(line, 12) <= 80 for line in found)


@given(words=st.text(max_size=60), room=st.floats(10, 300))
def test_what_is_cut_says_so(words: str, room: float) -> None:
    shown = cut(words, room)
    assert shown == words or shown.endswith("…")


def test_a_symbol_at_many_places_is_one_element() -> None:
    drawn = ElementTree.fromstring(svg.signs("●", [(1, 2), (3.25, 4)], "#000"))
    assert (drawn.text, drawn.get("x"), drawn.get("y")) == ("●●", "1.0 3.2", "2.0 4.0")
