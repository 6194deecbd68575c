"""python -m timeline check: what is printed, and the exit status."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.folders import SMALL, make_folder, small_folder
from tests.processes import ROOT, run
from timeline.__main__ import main
from timeline.dataset.problems import Problem


def printed(folder: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, list[str]]:
    status = main(["check", str(folder)])
    return status, capsys.readouterr().out.splitlines()


def test_a_sound_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    counts = "4 events, 3 people, 4 sources, 6 accounts, 1 question, 2 answers, 1 tour; 0 errors, 0 warnings"
    assert printed(small_folder(tmp_path), capsys) == (0, [counts])


def test_warnings_are_printed_and_are_no_failure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    people = SMALL["people"] + "yagoda,Genrikh Yagoda,,,,,,,\n"
    status, lines = printed(small_folder(tmp_path, people=people), capsys)
    assert status == 0
    assert lines[0].startswith(f"{tmp_path.as_posix()}/people.csv:5: warning: person_id 'yagoda': ")
    assert lines[1].endswith("; 0 errors, 1 warning")


def test_errors_are_a_failure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    events = SMALL["events"].replace("1 December 1934", "32 December 1934")
    status, lines = printed(small_folder(tmp_path, events=events), capsys)
    assert status == 1
    assert lines[0].startswith(f"{tmp_path.as_posix()}/events.csv:2: error: start '32 December 1934': ")
    assert "write" in lines[0]
    assert lines[1].endswith("; 1 error, 0 warnings")


def test_ten_planted_faults_are_ten_lines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = dict(SMALL)
    for file, old, new in (
        ("events", "1 December 1934", "32 December 1934"),
        ("events", "24 August 1936", "24 August 1926"),
        ("events", "removal,March 1935,,The removal,,,", "removal,March 1935,,The removal,,polise,"),
        ("people", "Opposition,shot,", "Opposition,shot,,extra"),
        ("sources", "memoir,A memoir", "letter,A memoir"),
        ("accounts", ",rejects,,It", ",reject,,It"),
        ("accounts", "c. March 1935", "01/03/1935"),
        ("questions", "first-trial", "frist-trial"),
        ("answers", "who,memoir", "who,nobody"),
        ("tours", "?,2,", "?,1,"),
    ):
        assert files[file].count(old) == 1
        files[file] = files[file].replace(old, new)
    status, lines = printed(small_folder(tmp_path, **files), capsys)
    assert status == 1
    assert [line.removeprefix(f"{tmp_path.as_posix()}/").split(": ")[0] for line in lines[:-1]] == [
        "events.csv:2", "events.csv:4", "events.csv:6", "people.csv:4", "sources.csv:5",
        "accounts.csv:2", "accounts.csv:7", "questions.csv:2", "answers.csv:3", "tours.csv:3",
    ]  # fmt: skip
    assert lines[-1].endswith("; 10 errors, 0 warnings")


@pytest.mark.parametrize("tables", [{}, {"events": "event_id,start,title\n"}], ids=["no file", "no event"])
def test_an_unusable_folder(
    tables: dict[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, lines = printed(make_folder(tmp_path, **tables), capsys)
    assert status == 2
    assert lines[-1].startswith("no timeline can be made of")
    assert len(lines) == 2


def test_a_missing_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, lines = printed(tmp_path / "nowhere", capsys)
    assert status == 2
    assert "there is no such folder" in lines[0]


def test_as_a_program_on_a_console_that_knows_no_cyrillic(tmp_path: Path) -> None:
    folder = small_folder(tmp_path / "data", events=SMALL["events"].replace("1 December 1934", "вчера"))
    assert folder.name == "data"  # what is checked when no folder is named
    done = run(
        *("-m", "timeline", "check"),
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "ascii:strict"},
    )
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith("data/events.csv:2: error: start '\\u0432")


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("a\nb\tc", r"'a\nb\tc'"),
        ("\x1b[31mred", r"'\x1b[31mred'"),
        ("\u202eabc", r"'\u202eabc'"),
        ("Убийство", "'Убийство'"),
        ("x" * 300, "'" + "x" * 59 + "…'"),
        ("\0", r"'\x00'"),
    ],
)
def test_values_are_printed_on_one_line_and_obeyed_by_no_terminal(value: str, shown: str) -> None:
    problem = Problem("error", "events.csv", 3, "title", value, "message", "hint")
    assert str(problem) == f"events.csv:3: error: title {shown}: message — hint"
