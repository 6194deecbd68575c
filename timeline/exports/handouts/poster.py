"""The wall poster: what the drawing is given so that it shows just these events, in the lanes that they need.

On the screen a drawing holds all events and is told which of them are shown; on paper nothing moves, so that only
these are sent, lanes without any of them are left out, and the axis runs from the first to the last of them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from timeline.dataset import Dataset
from timeline.drawing.drawing import Drawing
from timeline.drawing.flags import Flag
from timeline.query.index import index_of
from timeline.query.selection import Selection

_AIR = 0.03  # part of the axis left free before the first and after the last event
_LEAST_AIR = 20  # days


def poster(
    dataset: Dataset, drawing: Drawing, asked: Selection, numbers: Mapping[str, Sequence[int]] | None = None
) -> dict[str, Any]:
    """The props of the component for a poster: events, lanes, stances, bounds and window.

    The events are those that the filter of `asked` leaves, or those of `numbers`: event id -> the steps of a tour
    that show it, which then stand before its name. After the name stand the symbols of the stances that those who
    tell it take, each once, where the lanes do not show one source alone.
    """
    entries = _entries(drawing, asked)
    if numbers is not None:
        entries = [entry for entry in entries if entry["id"] in numbers]
    used = sorted({entry["lane"] for entry in entries})
    place = {lane: number for number, lane in enumerate(used)}
    one_source = asked.perspective or asked.beside or asked.lanes == "source"
    stances = _stances_of(dataset)
    for entry in entries:
        entry["lane"] = place[entry["lane"]]
        told = "" if one_source else stances(entry["id"])
        steps = ", ".join(map(str, (numbers or {}).get(entry["id"], ())))
        entry["label"] = " ".join(part for part in (steps and f"{steps} ·", entry["label"], told) if part)
    lanes = drawing.base(asked)["lanes"]
    names = list(entries[0]) if entries else []
    spans = [_known(entry) for entry in entries]
    first = min((span[0] for span in spans), default=dataset.first_day)
    last = max((span[1] for span in spans), default=dataset.last_day)
    air = max(round((last - first) * _AIR), _LEAST_AIR)
    return {
        "events": {name: [entry[name] for entry in entries] for name in names},
        "lanes": [lanes[lane] for lane in used],
        "stances": [
            {"id": stance.id, "name": stance.name, "symbol": stance.symbol} for stance in dataset.stances
        ],
        "bounds": [max(first - air, dataset.first_day), min(last + air, dataset.last_day)],
    }


def _entries(drawing: Drawing, asked: Selection) -> list[dict[str, Any]]:
    """The entries that the filter leaves, as far as a browser may have them, a dict each."""
    shown, extra, _ = drawing.answer(asked)
    found = []
    for columns, rows in ((drawing.base(asked)["events"], shown), (extra, None)):
        if columns is not None:
            numbers = range(len(columns["id"])) if rows is None else rows
            found += [{name: column[number] for name, column in columns.items()} for number in numbers]
    return found


def _known(entry: dict[str, Any]) -> tuple[int, int]:
    """The first and last day of an entry, an open side where what is known of it ends."""
    sure = entry["sureFrom"] <= entry["sureTo"]
    first = (
        (entry["sureFrom"] if sure else entry["last"]) if entry["flags"] & Flag.OPEN_START else entry["first"]
    )
    last = (entry["sureTo"] if sure else entry["first"]) if entry["flags"] & Flag.OPEN_END else entry["last"]
    return min(first, last), max(first, last)


def _stances_of(dataset: Dataset) -> Callable[[str], str]:
    """Gives for an event the symbols of the stances taken towards it, each once, in their order."""
    index = index_of(dataset)
    taken, order = dataset.accounts["stance"].to_numpy(), dataset.stances

    def symbols(event_id: str) -> str:
        here = {taken[account] for account in index.accounts.rows(index.event_row[event_id])}
        return "".join(stance.symbol for stance in order if stance.id in here)

    return symbols
