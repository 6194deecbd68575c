"""The ids of the compare screen's parts."""

ASKED = "compare-query"  # the query string that the words on the page are to be asked for
BODY = "compare-body"
SAID = "compare-said"  # announced when it changes: what is shown now
