"""The ids of the parts of the people screens: everybody, and the page of one person."""

EVERYBODY = "people-body"
TOP = "person-top"
STAGE = "person-stage"
DRAWING = "person-drawing"
DRAWN = "person-drawn"  # what is drawn, for assets/people/people.js to feed it
BODY = "person-body"
PRESSED = "person-pressed"  # the event pressed in a life's drawing
