"""Speed and size of the timeline beside vis-timeline, measured in one browser: `python -m bench`."""
