"""Sheets for a class, made from any tour: the corroboration chart and its key, source cards, the wall poster."""
