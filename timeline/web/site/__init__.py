"""The frame of every page: server, shell, static files."""
