"""What the bench of the comparison stands on: its folder, the events that it opens, its table."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

from bench import clicks, compare, folders, report
from timeline.loading import load
from timeline.query.selection import Selection
from timeline.sources.matrix import matrix
from timeline.sources.silences import SILENCES, SilenceKind


@pytest.fixture(scope="module")
def tellings(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tellings")
    made = folders.events(300)
    folders.write(folder, made)
    folders.write_tellings(folder, made, compare.SOURCES)
    return folder


def test_made_up_tellings_are_sound_and_fill_three_quarters(tellings: Path) -> None:
    dataset = load(tellings)
    # Nobody has to be busy enough to be in one of three hundred events.
    assert [problem for problem in dataset.problems if problem.file != "people.csv"] == []
    laid = matrix(dataset, Selection())
    assert laid.codes.shape == (300, compare.SOURCES)
    assert 0.73 < (laid.codes >= 0).mean() < 0.77
    silent = {SILENCES[code] for code in laid.codes[laid.codes < 0].tolist()}
    assert silent == {SilenceKind.NOT_MENTIONED, SilenceKind.OUT_OF_SPAN}


def test_same_tellings_at_every_run(tellings: Path, tmp_path: Path) -> None:
    folders.write(tmp_path, folders.events(300))
    folders.write_tellings(tmp_path, folders.events(300), compare.SOURCES)
    assert (tmp_path / "accounts.csv").read_bytes() == (tellings / "accounts.csv").read_bytes()


def test_no_event_is_opened_twice_and_each_has_something_to_compare(shipped: Path) -> None:
    dataset = load(shipped)
    opened = [event for event, _ in compare.compared_events(dataset, 2 * compare.ROUNDS)]
    assert len(set(opened)) == 2 * compare.ROUNDS
    tellings = dataset.accounts.groupby("event_id")["source_id"].nunique()
    assert (tellings[opened] > 1).all()


def samples(opening: list[float], frames: list[float]) -> compare.Samples:
    return {compare.PANEL: opening, compare.ROW: [100.0], compare.SCROLL: frames, compare.REST: [17.0, 90.0]}


@pytest.mark.parametrize(
    ("opening", "frames", "missed"),
    [
        ([150, 140, 900], [17, 50, 33], []),  # opening is aimed at in the median, a frame never to be longer
        ([151, 140, 900], [17, 50, 33], ["opens"]),
        ([100, 100, 100], [17, 17, 51], ["longest frame while"]),
        ([100, math.inf, math.inf], [17, 17, math.inf], ["opens", "longest frame while"]),
    ],
)
def test_targets(opening: list[float], frames: list[float], missed: list[str]) -> None:
    rows = [row.what for row in compare.rows(samples(opening, frames)) if not row.met()]
    assert len(rows) == len(missed)
    assert all(word in what for word, what in zip(missed, rows, strict=True))
    assert compare.table(samples(opening, frames)).count("**missed**") == len(missed)


def test_what_took_too_long_is_written_as_such() -> None:
    assert "| 100 | > 30 s | 150 (median) | met |" in compare.table(samples([100, 100, math.inf], [17]))


def test_its_table_goes_between_its_own_markers(tmp_path: Path) -> None:
    page = tmp_path / "README.md"
    page.write_text(
        (Path(report.__file__).parent / "README.md").read_text(encoding="utf-8"), encoding="utf-8"
    )
    report.put_between_markers(page, "beside vis")
    report.put_between_markers(page, "side by side", compare.BEGIN, compare.END)
    written = page.read_text(encoding="utf-8")
    assert f"{report.BEGIN}\n\nbeside vis\n\n{report.END}" in written
    assert f"{compare.BEGIN}\n\nside by side\n\n{compare.END}" in written


def test_pages_are_opened_from_a_click_seven_times_each(shipped: Path) -> None:
    kinds = [click.what for click in clicks.clicks(load(shipped))]
    assert {kinds.count(what) for what in kinds} == {clicks.ROUNDS}
    made = {what: [100.0, 301.0, 300.0] for what in kinds}
    assert clicks.table(made).count("| 300 (median) | met |") == len(made)
    assert "**missed**" in clicks.table({"a page": [301.0]})
