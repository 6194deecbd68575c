"""How much each source tells of each year, as a chart; the table with the same numbers stands beside it."""

from __future__ import annotations

from typing import Any

from dash import dcc

from timeline.dataset import Dataset
from timeline.sources.coverage import coverage
from timeline.web.compare import ids

ROW = 34  # pixels for one source
MARGIN = 34  # pixels for the years
LARGEST = 26  # pixels across, the mark of the largest count
_LONGEST = 24  # letters of a source's name beside the chart


def coverage_rows(dataset: Dataset) -> tuple[list[int], list[tuple[str, list[int]]]]:
    """The years, and for each document its name and its counts of events told."""
    table = coverage(dataset)
    rows = [
        (dataset.speaker(str(source)), counts.astype(int).tolist()) for source, counts in table.iterrows()
    ]
    return [int(year) for year in table.columns], rows


def graph(dataset: Dataset, scale: float = 1.0) -> dcc.Graph:
    """A mark for each source and year, its area the number of events; colours are the theme's, from the sheet.

    `scale` is how much larger than usual the type is.
    """
    years, rows = coverage_rows(dataset)
    height = round(scale * (MARGIN + ROW * len(rows)))
    most = max((count for _, counts in rows for count in counts), default=0) or 1
    traces = [_trace(name, years, counts, most, LARGEST * scale) for name, counts in rows]
    figure: dict[str, Any] = {
        "data": traces,
        "layout": {
            "height": height,
            "margin": {"l": 10, "r": 10, "t": 4, "b": round(scale * (MARGIN - 8)), "pad": 0},
            "showlegend": False,
            "hovermode": "closest",
            "dragmode": False,
            "paper_bgcolor": "rgba(0,0,0,0)",
            "plot_bgcolor": "rgba(0,0,0,0)",
            "font": {"family": "inherit", "size": round(13 * scale)},
            "xaxis": {
                "range": [years[0] - 0.6, years[-1] + 0.6],
                "tickformat": "d",
                "showgrid": False,
                "zeroline": False,
                "fixedrange": True,
                "automargin": True,
            },
            "yaxis": {
                "categoryorder": "array",
                "categoryarray": [_short(name) for name, _ in reversed(rows)],
                "showgrid": True,
                "zeroline": False,
                "fixedrange": True,
                "automargin": True,
                "ticksuffix": "  ",
            },
        },
    }
    return dcc.Graph(
        id=ids.GRAPH,
        figure=figure,
        responsive=True,
        config={"displayModeBar": False, "showSendToCloud": False, "displaylogo": False, "scrollZoom": False},
        style={"height": f"{height}px"},
    )


def _trace(name: str, years: list[int], counts: list[int], most: int, largest: float) -> dict[str, Any]:
    told = [(year, count) for year, count in zip(years, counts, strict=True) if count]
    return {
        "type": "scatter",
        "mode": "markers",
        "name": name,
        "x": [year for year, _ in told],
        "y": [_short(name)] * len(told),
        "text": [f"{name}: {count} {'event' if count == 1 else 'events'} of {year}" for year, count in told],
        "hovertemplate": "%{text}<extra></extra>",
        "cliponaxis": False,
        "marker": {
            "size": [count for _, count in told],
            "sizemode": "area",
            "sizeref": 2 * most / largest**2,
            "sizemin": 2.5,
            "opacity": 1,
            "line": {"width": 0},
        },
    }


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else name[: _LONGEST - 1] + "…"
