"""The row "Told by" of the filter bar: how many documents tell an event, and whether sources contradict each other.

`assets/timeline/told.js` chooses and counts: it answers a press before Dash stands.
"""

from __future__ import annotations

from dash import html

from timeline.dataset import Dataset
from timeline.query.contest import names
from timeline.query.filters import told_counts
from timeline.query.selection import Selection
from timeline.web.site.markup import attributes

CONTRADICTED = "disputed"  # the word of the key that is set apart from those that count tellers


def told_row(dataset: Dataset) -> html.Div:
    """A choice for each answer, with how many events it leaves; out of sight where there are not two documents."""
    counted = told_counts(dataset, Selection())
    choices = {"": "any"} | names(dataset)
    return html.Div(
        className="told",
        hidden=not counted,
        children=[
            html.Span("Told by", id="told-by", className="filters-label"),
            html.Div(
                [_choice(word, name, counted[word]) for word, name in choices.items() if word in counted],
                className="told-choices",
                role="radiogroup",
                **attributes(aria_labelledby="told-by"),
            ),
        ],
    )


def _choice(word: str, name: str, count: int) -> html.Button:
    sign = [html.Span("≠ ", **attributes(aria_hidden="true"))] if word == CONTRADICTED else []
    return html.Button(
        [*sign, name, " ", html.Span(f"{count:,}", className="told-count")],
        type="button",
        role="radio",
        tabIndex=-1 if word else 0,
        **attributes(data_told=word, aria_checked="false" if word else "true"),
    )
