"""Who speaks in a source is named shortly, and no two sources by one name; events stand where they are known to be."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.folders import make_folder
from timeline.loading import load

EVENTS = "event_id,start,title\nmurder,1 December 1934,Murder\n"
HEAD = "source_id,title,author,publisher,published,quoted_in\n"


@pytest.mark.parametrize(
    ("sources", "speakers"),
    [
        ("wiki,The plot,Many,Wikipedia,,\n", ["Wikipedia"]),
        ("wiki,The plot,Many,,,\n", ["The plot"]),
        (
            "wiki,The plot,Many,Wikipedia,,\nbook,A history,Ann Lee,Press,1950,wiki\n",
            ["Wikipedia", "Ann Lee"],
        ),
        (
            "a,One,Ann Lee,Press,May 1950,\nb,Two,Bo Roe,Press,1951,\nc,Three,Bo Roe,Paper,1952,a\n",
            ["Press, 1950", "Press, 1951", "Bo Roe"],
        ),
        ("a,One,,Press,1950,\nb,Two,,Press,1950,\n", ["Press, 1950, One", "Press, 1950, Two"]),
        ("a,One,,Press,,\nb,One,,Press,,\n", ["Press, One, a", "Press, One, b"]),
    ],
)
def test_every_source_has_a_short_name_of_its_own(tmp_path: Path, sources: str, speakers: list[str]) -> None:
    dataset = load(make_folder(tmp_path, events=EVENTS, sources=HEAD + sources))
    assert dataset.sources["speaker"].tolist() == speakers


def test_what_is_known_only_as_before_a_day_stands_at_that_day(tmp_path: Path) -> None:
    events = EVENTS + "early,1932,Early\nplan,before May 1937,Plan\nlate,1938,Late\n"
    dataset = load(make_folder(tmp_path, toml='start = "1932"\nend = "1940"\n', events=events))
    assert dataset.events["event_id"].tolist() == ["early", "murder", "plan", "late"]
