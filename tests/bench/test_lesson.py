"""What the bench of a lesson stands on: its targets and its table."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench import lesson, report


@pytest.mark.parametrize(
    ("steps", "frames", "missed"),
    [
        ([30, 100, 40], [17, 17, 50], []),  # no step may be late; of the frames the middle counts
        ([30, 101, 40], [17, 17, 17], ["painted"]),
        ([30, 30, 30], [17, 33, 33], ["longest frame while"]),
    ],
)
def test_targets(steps: list[float], frames: list[float], missed: list[str]) -> None:
    samples = {lesson.STEP: steps, lesson.MOVE: frames, lesson.REST: [17.0]}
    rows = [row.what for row in lesson.rows(samples) if not row.met()]
    assert len(rows) == len(missed)
    assert all(word in what for word, what in zip(missed, rows, strict=True))
    assert lesson.table(samples).count("**missed**") == len(missed)


def test_its_table_goes_between_its_own_markers(tmp_path: Path) -> None:
    page = tmp_path / "README.md"
    page.write_text(
        (Path(report.__file__).parent / "README.md").read_text(encoding="utf-8"), encoding="utf-8"
    )
    report.put_between_markers(page, "step by step", lesson.BEGIN, lesson.END)
    assert f"{lesson.BEGIN}\n\nstep by step\n\n{lesson.END}" in page.read_text(encoding="utf-8")
