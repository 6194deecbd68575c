"""The ids of the parts of the screens of the sources: all of them, and the page of one."""

ALL = "sources"
TOP = "source-top"
STAGE = "source-stage"
DRAWING = "source-drawing"
DRAWN = "source-drawn"  # what is drawn, for assets/sources/sources.js to feed it
BODY = "source-body"
SAID = "source-said"  # announced when it changes: what was copied
