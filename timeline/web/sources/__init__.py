"""The screens of the sources."""
