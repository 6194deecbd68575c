"""One timeline of contested history, and how each source tells it."""

__version__ = "0.3.0"
