"""One timeline of contested history, and how each source tells it."""
