"""The command line: python app.py --data --host --port."""

from __future__ import annotations

import re
import runpy
import signal
import socket
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests import processes
from tests.folders import make_folder, small_folder


class Stopped(NamedTuple):
    """How the program ended."""

    status: int
    out: str
    err: str


Run = Callable[..., Stopped]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run app.py to its end with these arguments, in this process: to start one takes a second each."""

    def ended(*arguments: str) -> Stopped:
        monkeypatch.setattr("sys.argv", ["app.py", *arguments])
        with pytest.raises(SystemExit) as stop:
            runpy.run_path(str(processes.ROOT / "app.py"), run_name="__main__")
        return Stopped(int(str(stop.value.code)), *capsys.readouterr())

    return ended


def imported(monkeypatch: pytest.MonkeyPatch, folder: Path) -> dict[str, Any]:
    """What a WSGI server finds in app.py when the environment names a folder."""
    monkeypatch.setenv("TIMELINE_DATA", str(folder))
    return runpy.run_path(str(processes.ROOT / "app.py"), run_name="app")


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def test_a_folder_is_served_until_it_is_interrupted(tmp_path: Path) -> None:
    address = f"http://127.0.0.1:{(port := free_port())}/"
    with processes.running("app.py", "--data", str(small_folder(tmp_path)), "--port", str(port)) as app:
        assert app.stdout
        assert app.stdout.readline() == f"The timeline is at {address}\n"
        with urllib.request.urlopen(address, timeout=20) as answer:
            assert "Server" not in answer.headers
            assert "Kirov is murdered" in answer.read().decode()
        app.send_signal(signal.SIGINT)
        _, said = app.communicate(timeout=20)
    assert app.returncode == 0
    assert "Traceback" not in said


@pytest.mark.parametrize("kind", ["missing", "no usable event"])
def test_a_folder_without_a_timeline_stops_with_status_2_and_says_why(
    tmp_path: Path, kind: str, run: Run
) -> None:
    folder = tmp_path / "folder"
    if kind != "missing":
        make_folder(folder, events="event_id,start,title\nfirst,someday,The first\n")
    stopped = run("--data", str(folder))
    assert stopped.status == 2
    assert stopped.out == ""
    assert ("folder" if kind == "missing" else "someday") in stopped.err


@pytest.mark.parametrize("port", ["99999", "65536", "-1", "eighty", "0"])
def test_a_port_that_cannot_be_is_refused_by_name(port: str, run: Run) -> None:
    stopped = run("--port", port)
    assert stopped.status == 2
    assert "--port" in stopped.err
    assert port in stopped.err


def test_a_port_in_use_ends_with_a_word_and_the_next_port(tmp_path: Path) -> None:
    # In a process of its own: waitress leaves the sockets that it could not use to the end of the program.
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        stopped = processes.run("app.py", "--data", str(small_folder(tmp_path)), "--port", str(port))
    assert stopped.returncode == 1
    assert "Traceback" not in stopped.stderr
    assert "The timeline is at" not in stopped.stdout
    assert f"Port {port} on 127.0.0.1 cannot be used (Address already in use)" in stopped.stderr
    assert re.search(r"--port \d+$", stopped.stderr.strip())


def test_a_host_that_leads_nowhere_ends_with_a_word(tmp_path: Path, run: Run) -> None:
    stopped = run("--data", str(small_folder(tmp_path)), "--host", "nowhere.invalid")
    assert stopped.status == 1
    assert "No machine is called nowhere.invalid" in stopped.err


def test_a_wsgi_server_takes_the_folder_from_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    served = imported(monkeypatch, small_folder(tmp_path))
    assert (served["server"].name, served["app"].title) == ("timeline.web", "A murder and its trials")
    with pytest.raises(SystemExit) as stop:
        imported(monkeypatch, tmp_path / "nothing")
    assert stop.value.code == 2


def test_what_is_wrong_in_a_folder_is_said_on_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    imported(
        monkeypatch, small_folder(tmp_path, people="person_id,name\nkirov,Sergei Kirov\nkirov,Another\n")
    )
    assert "people.csv:3: error: person_id 'kirov'" in capsys.readouterr().err
