"""The web app: one module a screen, thin callbacks over the lower rooms."""

from __future__ import annotations

import logging

from dash import set_props

from timeline.dataset import Dataset
from timeline.web.compare import pages as compare_pages
from timeline.web.compare import question_pages
from timeline.web.compare import screen as compare
from timeline.web.compare import telling as compare_telling
from timeline.web.find import pages as find_pages
from timeline.web.handouts import pages as handouts
from timeline.web.links import addresses
from timeline.web.people import pages as people_pages
from timeline.web.people import screen as people
from timeline.web.present import screen as present
from timeline.web.shared import authorities, framing, speaking
from timeline.web.site import ids, server, shell
from timeline.web.site.static_files import ASSETS, StaticFiles, compress_once
from timeline.web.site.wording import FAULT
from timeline.web.sources import pages as source_pages
from timeline.web.sources import screen as sources
from timeline.web.timeline import plain, telling
from timeline.web.timeline import screen as timeline_screen
from timeline.web.tour_editor import pages as making
from timeline.web.works import pages as works_pages

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
    addresses.add_filters(app.server)
    telling.add_filters(app.server)
    compare_telling.add_filters(app.server)
    people_pages.add_filters(app.server)
    authorities.add_filters(app.server, dataset)
    framing.add_filters(app.server)
    speaking.add_filters(app.server, dataset)
    plain.add_pages(app.server, dataset)
    compare_pages.add_pages(app.server, dataset)
    question_pages.add_pages(app.server, dataset)
    source_pages.add_pages(app.server, dataset)
    people_pages.add_pages(app.server, dataset)
    works_pages.add_pages(app.server, dataset)
    find_pages.add_pages(app.server, dataset)
    handouts.add_pages(app.server, dataset)
    making.add_pages(app.server, dataset, presenter)
    files.serve_from(app.server)
    server.harden(app, files.early_hash)
    compress_once(app.server)
    return app


def _log_fault(error: Exception) -> None:
    """A callback that fails changes nothing on the page: the log gets the trace, the reader a calm word."""
    log.error("A callback failed", exc_info=error)
    set_props(ids.FAULT, {"children": FAULT})
