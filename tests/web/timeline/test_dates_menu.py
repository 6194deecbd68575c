"""Where a typed date leads: a window with air round it, inside the axis; a date off the axis is refused in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.folders import make_folder
from timeline.dataset import Dataset
from timeline.dates import parse
from timeline.loading import load
from timeline.web.timeline.dates_menu import OutsideAxisError, window_around


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    folder: Path = make_folder(
        tmp_path_factory.mktemp("axis"),
        toml='start = "1932"\nend = "1940"\n',
        events="event_id,start,title\nmurder,1 December 1934,Murder\n",
    )
    return load(folder)


@pytest.mark.parametrize(
    ("typed", "window"),
    [
        ("1 December 1934", "1934-11-10/1934-12-22"),
        ("March 1935", "1935-02-08/1935-04-21"),
        ("1936", "1935-10-02/1937-04-01"),
        ("1 January 1932", "1932-01-01/1932-02-12"),
        ("31 December 1940", "1940-11-19/1940-12-31"),
        ("before 1934", "1932-01-01/1934-12-30"),
    ],
)
def test_a_date_is_shown_with_air_on_both_sides(dataset: Dataset, typed: str, window: str) -> None:
    assert window_around(dataset, parse(typed)) == window


@pytest.mark.parametrize("typed", ["1950", "1 December 1931", "after 1941"])
def test_a_date_off_the_axis_is_refused_with_its_bounds(dataset: Dataset, typed: str) -> None:
    with pytest.raises(OutsideAxisError, match="outside this timeline, which runs from 1932–1940"):
        window_around(dataset, parse(typed))
