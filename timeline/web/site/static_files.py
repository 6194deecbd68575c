"""Our scripts and styles as few answers: one script, one style sheet, and what must be there before the first paint.

There is no build step: the modules of `assets/` are linked into one script when the app starts (`script_bundle`). The
address of a bundle carries a hash of its text, so that browsers may keep it for a year.
"""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

import brotli
from flask import Flask, Response, abort, request

from timeline.web.site import script_bundle

ASSETS = Path(__file__).resolve().parents[3] / "assets"
ENTRY = "main.js"  # the module that all others hang on
EARLY_SCRIPT = "site/early.js"  # inline in the head: the chosen theme must not flash
FIRST_STYLES = (
    "site/theme.css",
    "site/parts.css",
    "site/glance.css",
    "site/shell.css",
    "site/reading.css",
)  # inline in the head: what the first HTML needs to be read
SCREEN_STYLES = {
    "/": "timeline/style.css",
    "/compare(/.*)?": "compare/style.css",
    "/people(/.*)?": "people/style.css",
    "/sources(/.*)?": "sources/style.css",
    "/present/make": "tour_editor/style.css",
    "/present/[^/]+/(chart|key|cards|poster)": "handouts/style.css",
    "/present(/.*)?": "present/style.css",
}  # inline too: the one of the page's own screen, the first whose paths these are
DRAWN_FIRST = {
    "/": "drawing/style.css"
}  # inline and in the bundle: these pages draw while they are still being read
STATIC = ("/_dash-component-suites/", "/bootstrap/", "/bundle/")
QUALITY = 9  # of 11; the last two steps take twenty times as long for a few per cent
SMALLEST = 500  # bytes; less is not worth compressing


@dataclass(frozen=True)
class Bundle:
    """One file made of several, and the address under which it is served."""

    path: str
    text: bytes
    mimetype: str


class StaticFiles:
    """Everything of `assets/` as the pages need it."""

    def __init__(self, folder: Path = ASSETS) -> None:
        """Read the folder once."""
        self.folder = folder
        self.early_script = self._read(folder / EARLY_SCRIPT)
        self.first_style = "\n".join(self._read(folder / name) for name in FIRST_STYLES)
        self._screen_styles = {path: self._read(folder / name) for path, name in SCREEN_STYLES.items()}
        self._drawn_first = {path: self._read(folder / name) for path, name in DRAWN_FIRST.items()}
        inline = {*FIRST_STYLES, *SCREEN_STYLES.values()}
        styles = [
            path
            for path in sorted(folder.rglob("*.css"))
            if path.relative_to(folder).as_posix() not in inline
        ]
        self.script = self._bundle(script_bundle.link(folder, ENTRY), "js", "text/javascript")
        self.style = self._bundle("\n".join(self._read(path) for path in styles), "css", "text/css")

    @property
    def early_hash(self) -> str:
        """The source expression that lets the inline script pass the content security policy."""
        digest = hashlib.sha256(self.early_script.encode()).digest()
        return f"'sha256-{base64.b64encode(digest).decode()}'"

    def screen_style(self, path: str) -> str:
        """What the first HTML of the page at this path needs beyond the styles of every page."""
        own = (style for paths, style in self._screen_styles.items() if re.fullmatch(paths, path))
        return next(own, "") + self._drawn_first.get(path, "")

    def draws_first(self, path: str) -> bool:
        """Whether the first HTML of the page at this path draws by itself, and so has the script in it."""
        return path in self._drawn_first

    def serve_from(self, server: Flask) -> None:
        """Answer for both bundles on this server; an old address answers 404 and the page that had it loads anew."""
        bundles = {bundle.path: bundle for bundle in (self.script, self.style)}

        @server.get("/bundle/<name>")
        def bundle(name: str) -> Response:
            found = bundles.get(request.path)
            if found is None:
                abort(404, f"The file {name} has been replaced. Load the page again.")
            answer = Response(found.text, mimetype=found.mimetype)
            answer.cache_control.max_age = server.config["SEND_FILE_MAX_AGE_DEFAULT"]
            answer.cache_control.immutable = True
            return answer

    @staticmethod
    def _read(path: Path) -> str:
        return path.read_text(encoding="utf-8")

    @staticmethod
    def _bundle(text: str, kind: str, mimetype: str) -> Bundle:
        data = text.encode()
        return Bundle(f"/bundle/{hashlib.sha256(data).hexdigest()[:16]}.{kind}", data, mimetype)


def compress_once(server: Flask) -> None:
    """Compress each static file once, well, and keep it: a class that opens the page waits for no compressor.

    Register it after everything else that answers: Flask runs the last registered `after_request` first, and
    Flask-Compress leaves alone what is compressed already. Browsers that know no Brotli get Flask-Compress's answer.
    """
    kept: dict[str, bytes] = {}

    @server.after_request
    def use_kept(response: Response) -> Response:
        static = request.path.startswith(STATIC) and response.status_code == 200
        if not static or "br" not in request.headers.get("Accept-Encoding", ""):
            return response
        address = request.full_path
        if address not in kept:
            response.direct_passthrough = False
            text = response.get_data()
            kept[address] = brotli.compress(text, quality=QUALITY) if len(text) >= SMALLEST else b""
        if kept[address]:
            response.set_data(kept[address])
            response.headers["Content-Encoding"] = "br"
            response.vary.add("Accept-Encoding")
            response.headers.pop("ETag", None)
        return response
