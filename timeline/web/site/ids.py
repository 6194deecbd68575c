"""The ids of the parts that every page of Dash has; those of a screen's own parts are in the screen's folder."""

URL = "url"
ADDRESS = "address"  # the query string, without "?": written by assets/site/state.js
SCREEN = "screen"
FAULT = "fault"  # what went wrong on the server, if anything did
