"""The command line: python app.py --data --host --port."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from tests.folders import make_folder, small_folder

ROOT = Path(__file__).resolve().parents[2]


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def test_a_folder_is_served_until_it_is_interrupted(tmp_path: Path) -> None:
    folder, port = small_folder(tmp_path), free_port()
    command = [sys.executable, "app.py", "--data", str(folder), "--port", str(port)]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as app:
        assert app.stdout
        assert app.stderr
        try:
            assert app.stdout.readline() == f"The timeline is at http://127.0.0.1:{port}/\n"
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/") as answer:
                assert "Server" not in answer.headers
                assert "Kirov is murdered" in answer.read().decode()
        finally:
            app.send_signal(signal.SIGINT)
        assert app.wait(timeout=20) == 0
        assert "Traceback" not in app.stderr.read()


@pytest.mark.parametrize("kind", ["missing", "no usable event"])
def test_a_folder_without_a_timeline_stops_with_status_2_and_says_why(tmp_path: Path, kind: str) -> None:
    folder = tmp_path / "folder"
    if kind != "missing":
        make_folder(folder, events="event_id,start,title\nfirst,someday,The first\n")
    stopped = run("app.py", "--data", str(folder))
    assert stopped.returncode == 2
    assert stopped.stdout == ""
    assert "Traceback" not in stopped.stderr
    assert ("folder" if kind == "missing" else "someday") in stopped.stderr


@pytest.mark.parametrize("port", ["99999", "-1", "eighty", "0"])
def test_a_port_that_cannot_be_is_refused_by_name(tmp_path: Path, port: str) -> None:
    stopped = run("app.py", "--data", str(small_folder(tmp_path)), "--port", port)
    assert stopped.returncode == 2
    assert "Traceback" not in stopped.stderr
    assert "--port" in stopped.stderr
    assert port in stopped.stderr


def test_a_port_in_use_ends_with_a_word_and_the_next_port(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        stopped = run("app.py", "--data", str(small_folder(tmp_path)), "--port", str(port))
    assert stopped.returncode == 1
    assert "Traceback" not in stopped.stderr
    assert "The timeline is at" not in stopped.stdout
    assert f"Port {port} on 127.0.0.1 cannot be used (Address already in use)" in stopped.stderr
    assert re.search(r"--port \d+$", stopped.stderr.strip())


def test_a_host_that_leads_nowhere_ends_with_a_word(tmp_path: Path) -> None:
    stopped = run("app.py", "--data", str(small_folder(tmp_path)), "--host", "nowhere.invalid")
    assert stopped.returncode == 1
    assert "Traceback" not in stopped.stderr
    assert "No machine is called nowhere.invalid" in stopped.stderr


def test_a_wsgi_server_takes_the_folder_from_the_environment(tmp_path: Path) -> None:
    folder = small_folder(tmp_path)
    told = run("-c", "import app; print(app.server.name, app.app.title)", TIMELINE_DATA=str(folder))
    assert told.returncode == 0, told.stderr
    assert told.stdout.strip() == "timeline.web A murder and its trials"
    missing = run("-c", "import app", TIMELINE_DATA=str(tmp_path / "nothing"))
    assert missing.returncode == 2


def test_what_is_wrong_in_a_folder_is_said_on_start(tmp_path: Path) -> None:
    folder = small_folder(tmp_path, people="person_id,name\nkirov,Sergei Kirov\nkirov,Another\n")
    told = run("-c", "import app", TIMELINE_DATA=str(folder))
    assert told.returncode == 0
    assert "people.csv:3: error: person_id 'kirov'" in told.stderr
