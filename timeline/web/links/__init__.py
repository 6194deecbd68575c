"""The addresses of each screen, read and written."""
