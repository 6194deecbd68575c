"""What Python and the scripts of the pages both know, handed to the scripts as data: no word or number is copied.

Every page holds it as `<script id="page-data" type="application/json">`. For tests in Node:

    python -m timeline.web.site.page_data
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from markupsafe import Markup

from timeline.drawing import flags
from timeline.drawing.component import MARGIN
from timeline.query.links import KEYS
from timeline.sources import silences
from timeline.web.links.paths import PATHS
from timeline.web.site import wording
from timeline.web.site.markup import json_in_html

#: The themes by the name that the styles know, with what readers call them.
THEMES = {"light": "Light", "dark": "Dark", "projector": "Projector"}
_OF_A_KEY = ("key", "field", "kind", "default", "many", "choices", "screens", "filters", "former")


def page_data() -> dict[str, Any]:
    """Everything that both know, the same on every page.

    - links: the keys of a link in their order, see `timeline.query.links.Key`
    - flags: name -> number, see `timeline.drawing.flags`
    - silences: name of the flag, or NOT_CODED -> what a source does, "covers this time and ..."
    - firmness: name of the flag -> what follows a date that is not firm
    - margin: the part of the axis left free beyond its ends
    - paths: name -> path, see `timeline.web.links.paths`
    - fault: what a reader is told when the server could not answer
    - themes: name -> what readers call it
    """
    return {
        "links": [{name: getattr(key, name) for name in _OF_A_KEY} for key in KEYS],
        "flags": {flag.name: flag.value for flag in flags.Flag},
        "silences": {
            **{flag.name: wording.SILENCES[silences.SILENCES[code]] for code, flag in flags.SILENCES.items()},
            "NOT_CODED": wording.SILENCES[silences.SilenceKind.NOT_CODED],
        },
        "firmness": {flags.FIRMNESS[word].name: said for word, said in wording.FIRMNESS.items()},
        "margin": MARGIN,
        "paths": PATHS,
        "fault": wording.FAULT,
        "themes": THEMES,
    }


@lru_cache(maxsize=1)
def page_data_html() -> Markup:
    """The data as JSON in which nothing can end the element around it."""
    return json_in_html(page_data())
