"""The web server's settings: compression, caching, security headers, health, and calm errors."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from dash.exceptions import DependencyException
from flask import Flask, Response, render_template, request
from flask_bootstrap import Bootstrap5
from werkzeug.exceptions import HTTPException, NotFound

if TYPE_CHECKING:
    from dash import Dash

log = logging.getLogger("timeline")

YEAR = 365 * 24 * 3600  # seconds; every address of a static file carries its date of change
BOOTSTRAP_CSS = "css/bootstrap.min.css"  # in the package's own folder


def make_server() -> Flask:
    """A Flask server with the project's settings, before Dash is put on it."""
    server = Flask("timeline.web", static_folder=None, static_url_path="/static", template_folder=".")
    server.config.update(
        BOOTSTRAP_SERVE_LOCAL=True,
        SEND_FILE_MAX_AGE_DEFAULT=YEAR,
        # Files are streamed; without this list a client that knows only gzip gets them uncompressed.
        COMPRESS_ALGORITHM_STREAMING=["zstd", "br", "gzip", "deflate"],
        # The JSON of the callbacks, and the drawing's scripts under both of their names.
        COMPRESS_MIMETYPES=[
            "text/html",
            "text/css",
            "text/csv",
            "text/javascript",
            "application/javascript",
            "application/json",
            "image/svg+xml",
        ],
    )
    Bootstrap5(server)
    server.register_error_handler(HTTPException, calm_refusal)
    server.register_error_handler(DependencyException, lambda _: calm_refusal(NotFound()))
    server.register_error_handler(Exception, calm_fault)
    return server


def calm_refusal(error: HTTPException) -> tuple[str, int] | HTTPException:
    """Say what is not here in the page's own words; a redirect stays a redirect."""
    if error.code is None or error.code < 400:
        return error
    if error.code == 404:
        return not_here(error.description or ""), error.code
    return render_template(
        "site/fault.html", heading="This cannot be shown", text=error.description or "", path=request.path
    ), error.code


def not_here(why: str, near: tuple[tuple[str, str], ...] = ()) -> str:
    """The page for an address that leads nowhere, with links to what was probably meant: (name, address) of each."""
    return render_template(
        "site/fault.html", heading="This page is not here", text=why, near=near, path=request.path
    )


def calm_fault(error: Exception) -> tuple[str, int]:
    """Log what went wrong and show a calm page: no stack trace reaches a reader."""
    log.error("%s %s failed", request.method, request.path, exc_info=error)
    text = "Something went wrong here, not with you. It is written in the server's log; the rest goes on working."
    return render_template("site/fault.html", heading="This did not work", text=text, path=request.path), 500


def harden(app: Dash, *more_scripts: str) -> None:
    """Add the security headers to every answer. Call it after all callbacks are registered: it takes their hashes.

    `more_scripts` are the source expressions of further inline scripts.
    """
    scripts = " ".join(["'self'", *app.csp_hashes(), *more_scripts])
    policy = "; ".join(
        [
            "default-src 'self'",
            f"script-src {scripts}",
            "style-src 'self' 'unsafe-inline'",  # Dash puts its own <style> into the page
            "img-src 'self' data: blob:",
            "connect-src 'self'",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        ]
    )

    def add_headers(response: Response) -> Response:
        response.headers.setdefault("Content-Security-Policy", policy)
        response.headers.setdefault("X-Content-Type-Options", "nosniff")
        response.headers.setdefault("Referrer-Policy", "same-origin")
        response.headers.setdefault("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
        if response.mimetype in {"text/html", "application/json"}:
            response.headers["Cache-Control"] = "no-cache"
        return response

    app.server.after_request(add_headers)
