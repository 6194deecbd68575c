"""The page that finds anything by name, and what the search field of every page suggests."""
