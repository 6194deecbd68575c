"""The web app: one module a screen, thin callbacks over the lower rooms."""

from __future__ import annotations

import logging
from pathlib import Path

from timeline.dataset import Dataset
from timeline.web import addresses, plain, server, shell, telling, timeline_screen

ASSETS = Path(__file__).resolve().parents[2] / "assets"
log = logging.getLogger("timeline")


def create_app(dataset: Dataset) -> shell.TimelineApp:
    """Build the app over one dataset; `create_app(dataset).server` is its WSGI application."""
    app = shell.TimelineApp(
        "timeline.web",
        server=server.make_server(),  # type: ignore[arg-type]  # a Flask server, as documented
        assets_folder=str(ASSETS),
        assets_ignore="^" + shell.EARLY_SCRIPT.replace(".", r"\.") + "$",
        compress=True,
        title=dataset.title,
        update_title="",
        health_endpoint="health",
        on_error=_log_fault,
    )
    shell.add_screens(app, dataset, [timeline_screen.make_screen(dataset)])
    addresses.teach(app.server)
    telling.teach(app.server)
    plain.add_pages(app.server, dataset)
    server.harden(app)
    return app


def _log_fault(error: Exception) -> None:
    """A callback that fails changes nothing on the page; the log has the trace, the page shows a notice by itself."""
    log.error("A callback failed", exc_info=error)
