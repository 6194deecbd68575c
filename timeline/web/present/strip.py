"""What the drawing under a lesson is given: pictures for the views that the steps ask for, a window for each step."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from timeline.dataset import Dataset
from timeline.drawing.drawing import Drawing, Window, window_of
from timeline.query.index import index_of
from timeline.query.selection import Selection
from timeline.tours.tours import Step, Tour

LEAST_AIR = 45  # days before and after an event whose step asks for no window


class Strips:
    """Writes the drawings of one dataset's tours."""

    def __init__(self, dataset: Dataset) -> None:
        """Keep the dataset and one drawing of it."""
        self._dataset, self._drawing = dataset, Drawing(dataset)
        self._index = index_of(dataset)

    def of(self, tour: Tour) -> dict[str, Any]:
        """`pictures` by name, and for each slide its picture, its window (day numbers) and its event.

        The questions at both ends show the whole stretch of the tour.
        """
        pictures: dict[str, dict[str, Any]] = {}
        steps = []
        for step in tour.steps:
            view = self._view(step)
            name = replace(view, start="", end="").to_query()
            if name not in pictures:
                pictures[name] = self._picture(view)
            steps.append({"picture": name, "window": self._window(step, view), "event": step.event_id})
        if not steps:
            return {"pictures": pictures, "slides": []}
        spans = [self._span(step.event_id) for step in tour.steps]
        first, last = min(first for first, _ in spans), max(last for _, last in spans)
        whole = {"picture": steps[0]["picture"], "window": self._around(first, last), "event": ""}
        return {
            "bounds": [self._dataset.first_day, self._dataset.last_day],
            "stances": [
                {"id": stance.id, "name": stance.name, "symbol": stance.symbol}
                for stance in self._dataset.stances
            ],
            "pictures": pictures,
            "slides": [whole, *steps, whole],
        }

    def _view(self, step: Step) -> Selection:
        """The view that the step asks for; its sources say whose tellings are revealed, and filter nothing here.

        Lanes are drawn where the step names some: the usual ones of the timeline would be too small for a class.
        """
        view = Selection.from_query(step.view, self._dataset).selection
        lanes = view.lanes if "lanes=" in step.view else "none"
        return replace(view, lanes=lanes, sources=(), event="", question="")

    def _picture(self, view: Selection) -> dict[str, Any]:
        base = self._drawing.base(view)
        shown, extra, rest = self._drawing.answer(view)
        return {
            "events": base["events"],
            "lanes": base["lanes"],
            "shown": shown,
            "extra": extra,
            "rest": rest,
            "emphasis": "ghost" if view.ghosts else "hide",
        }

    def _window(self, step: Step, view: Selection) -> list[float]:
        """The window asked for if the event stands in it, else the time around the event."""
        first, last = self._span(step.event_id)
        asked: Window | None = window_of(view)
        if asked and asked[0] <= last and asked[1] > first:
            return list(asked)
        return self._around(first, last)

    def _around(self, first: int, last: int) -> list[float]:
        air = max(LEAST_AIR, (last - first) // 8)
        return [float(first - air), float(last + 1 + air)]

    def _span(self, event_id: str) -> tuple[int, int]:
        row = self._index.event_row[event_id]
        return int(self._index.first[row]), int(self._index.last[row])
