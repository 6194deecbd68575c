"""The web app: one module a screen, thin callbacks over the lower rooms."""

from __future__ import annotations

import logging

from dash import set_props

from timeline.dataset import Dataset
from timeline.web import (
    addresses,
    compare,
    compare_pages,
    compare_telling,
    handouts,
    ids,
    making,
    people,
    people_pages,
    plain,
    present,
    server,
    shell,
    sources,
    telling,
    timeline_screen,
)
from timeline.web.static_files import ASSETS, StaticFiles, compress_once

log = logging.getLogger("timeline")


def create_app(dataset: Dataset) -> shell.TimelineApp:
    """Build the app over one dataset; `create_app(dataset).server` is its WSGI application."""
    app = shell.TimelineApp(
        "timeline.web",
        server=server.make_server(),  # type: ignore[arg-type]  # a Flask server, as documented
        include_assets_files=False,  # they come as bundles, see static_files
        assets_folder=str(ASSETS),
        compress=True,
        title=dataset.title,
        update_title="",
        health_endpoint="health",
        on_error=_log_fault,
    )
    files = StaticFiles()
    presenter = present.Presenter(dataset)
    screens = [timeline_screen.make_screen(dataset), compare.make_screen(dataset)]
    screens += [*people.make_screens(dataset), *sources.make_screens(dataset), present.make_screen(presenter)]
    shell.add_screens(app, dataset, files, screens)
    addresses.teach(app.server)
    telling.teach(app.server)
    compare_telling.teach(app.server)
    people_pages.teach(app.server)
    plain.add_pages(app.server, dataset)
    compare_pages.add_pages(app.server, dataset)
    people_pages.add_pages(app.server, dataset)
    handouts.add_pages(app.server, dataset)
    making.add_pages(app.server, dataset, presenter)
    files.serve_from(app.server)
    server.harden(app, files.early_hash)
    compress_once(app.server)
    return app


def _log_fault(error: Exception) -> None:
    """A callback that fails changes nothing on the page: the log gets the trace, the reader a calm word."""
    log.error("A callback failed", exc_info=error)
    set_props(
        ids.FAULT, {"children": "Something went wrong here, not with you. What you see is as it was before."}
    )
