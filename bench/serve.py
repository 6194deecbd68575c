"""Serve what is measured: our app in a process of its own, as `make run` does, and the other pages beside it."""

from __future__ import annotations

import contextlib
import gzip
import json
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from bench import others
from bench.folders import Event

ROOT = Path(__file__).resolve().parents[1]
PAGES = Path(__file__).resolve().parent / "pages"
HOST = "127.0.0.1"
_LIBRARIES = {
    "/vis.js": "vis-timeline/standalone/umd/vis-timeline-graph2d.min.js",
    "/vis.css": "vis-timeline/styles/vis-timeline-graph2d.min.css",
    "/echarts.js": "echarts/dist/echarts.min.js",
}
START_LIMIT = 180  # seconds that a server may take to read its folder

_TYPES = {".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".json": "application/json"}


class OurServer:
    """Our app on one folder, in a process of its own."""

    def __init__(self, folder: Path, checkout: Path = ROOT) -> None:
        """Start the app of a checkout and wait until it answers; RuntimeError if it does not."""
        port = _free_port()
        self.url = f"http://{HOST}:{port}/"
        command = [sys.executable, "app.py", "--data", str(folder), "--host", HOST, "--port", str(port)]
        self._process = subprocess.Popen(command, cwd=checkout, stdout=subprocess.DEVNULL)
        try:
            self._wait()
        except BaseException:
            self.stop()
            raise

    def _wait(self) -> None:
        until = time.monotonic() + START_LIMIT
        while time.monotonic() < until and self._process.poll() is None:
            with contextlib.suppress(OSError), urllib.request.urlopen(self.url + "health", timeout=5):
                return
            time.sleep(0.1)
        raise RuntimeError(f"app.py did not start serving (exit status {self._process.poll()})")

    def memory(self) -> float:
        """Resident memory of the process in MB, as Linux counts it."""
        status = Path(f"/proc/{self._process.pid}/status").read_text(encoding="ascii")
        kilobytes = next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS:"))
        return int(kilobytes) * 1024 / 1e6

    def stop(self) -> None:
        """End the process."""
        self._process.terminate()
        self._process.wait(timeout=10)


@contextlib.contextmanager
def our_server(folder: Path, checkout: Path = ROOT) -> Iterator[OurServer]:
    """The app of a checkout on a folder, stopped at the end."""
    server = OurServer(folder, checkout)
    try:
        yield server
    finally:
        server.stop()


@contextlib.contextmanager
def other_pages(packages: Path, made: dict[int, list[Event]]) -> Iterator[str]:
    """Serve the pages of the others and of the floor, compressed beforehand, and yield their address."""
    files = {f"/{path.name}": path.read_bytes() for path in PAGES.iterdir()}
    for name, path in _LIBRARIES.items():
        files[name] = (packages / path).read_bytes()
    for size, events in made.items():
        files[f"/items-{size}.json"] = _json(others.for_vis(events))
        files[f"/lanes-{size}.json"] = _json(others.for_echarts(events))
    server = ThreadingHTTPServer((HOST, 0), _handler({name: gzip.compress(it) for name, it in files.items()}))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://{HOST}:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _json(value: Any) -> bytes:
    return json.dumps(value, separators=(",", ":")).encode()


def _handler(files: dict[str, bytes]) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        # Headers and body leave together: no answer waits for the acknowledgement of its first half.
        wbufsize = -1
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            path = self.path.partition("?")[0]
            body = files.get(path)
            self.send_response(200 if body is not None else 404)
            if body is not None:
                self.send_header("Content-Type", _TYPES[Path(path).suffix] + "; charset=utf-8")
                self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(body or b"")))
            self.end_headers()
            self.wfile.write(body or b"")

        def log_message(self, format: str, *args: Any) -> None:
            pass  # one line a request would bury the progress

    return Handler


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port
