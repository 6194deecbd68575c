"""Speed and size of the timeline beside vis-timeline and ECharts, measured in one browser: `python -m bench`."""
