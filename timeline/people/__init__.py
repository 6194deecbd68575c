"""People: who they were, what became of them, how each source paints them, who stood beside them."""
