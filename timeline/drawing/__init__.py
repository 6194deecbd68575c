"""What the drawing is given, and the drawing as a Dash component."""
