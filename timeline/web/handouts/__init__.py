"""Sheets for a class, as pages."""
