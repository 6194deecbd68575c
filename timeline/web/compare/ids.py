"""The ids of the compare screen's parts."""

ASKED = "compare-query"  # the query string that the words on the page are to be asked for
CHARTED = "compare-chart-query"  # the query string that the chart is for, and the scale of its type
TOP = "compare-top"
CHART = "compare-chart"
GRAPH = "compare-graph"
BODY = "compare-body"
SAID = "compare-said"  # announced when it changes: what is shown now
