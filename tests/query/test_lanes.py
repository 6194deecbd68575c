"""Which lanes a dataset can have, and what a link is told that asks for others."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.folders import make_folder
from tests.small_tellings import plain, tellings
from timeline.loading import load
from timeline.query.lanes import KINDS, LANES, LaneKind, lanes_of
from timeline.query.selection import Selection


def test_a_folder_with_everything_can_have_all_lanes(tmp_path: Path) -> None:
    assert [kind.name for kind in lanes_of(tellings(tmp_path))] == list(LANES)


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_lanes_that_cannot_be_fall_back(kind: LaneKind, tmp_path: Path) -> None:
    few = plain(tmp_path)
    reading = Selection.from_query(f"lanes={kind.name}", few)
    if kind in lanes_of(few):
        assert reading == Selection.from_query(reading.selection.to_query(), few)
        assert reading.selection.lanes == kind.name
    else:
        assert reading.selection.lanes == "theme"
        (dropped,) = reading.dropped
        assert dropped.why == f"There are no lanes by {kind.name}, because {kind.because}."
        assert kind.because


def test_lanes_that_nobody_knows_are_told_with_those_that_there_are(tmp_path: Path) -> None:
    (dropped,) = Selection.from_query("lanes=colour", plain(tmp_path)).dropped
    assert dropped.why.startswith("There are no lanes by 'colour', only by theme, person, ")
    assert dropped.why.endswith(" or none.")


def test_a_timeline_of_events_alone_has_lanes_by_theme_or_none(tmp_path: Path) -> None:
    assert [kind.name for kind in lanes_of(plain(tmp_path))] == ["theme", "none"]


def test_sources_that_tell_nothing_make_no_lanes(tmp_path: Path) -> None:
    events = [{"event_id": "a", "start": "1935", "title": "A"}]
    silent = load(make_folder(tmp_path, events=events, sources=[{"source_id": "book", "title": "Book"}]))
    assert "source" not in {kind.name for kind in lanes_of(silent)}
