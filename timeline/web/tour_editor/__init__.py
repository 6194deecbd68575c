"""The page on which tours are made."""
