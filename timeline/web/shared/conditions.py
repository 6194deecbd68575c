"""What is asked for, one condition after the other: a label for each, and the same view without it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from timeline.dataset import Dataset
from timeline.query.contest import told_words
from timeline.query.selection import Selection


@dataclass(frozen=True)
class Condition:
    """One thing asked for ("Person: Sergei Kirov"), and the view without it."""

    label: str
    without: Selection


def conditions(dataset: Dataset, asked: Selection) -> list[Condition]:
    """Every condition of the filter, and whose telling it is, in the order of the filter bar."""
    return list(_conditions(dataset, asked))


def cleared(asked: Selection) -> Selection:
    """The same window and lanes with no filter and no perspective."""
    return Selection(lanes=asked.lanes, start=asked.start, end=asked.end, event=asked.event)


def _conditions(dataset: Dataset, asked: Selection) -> Iterator[Condition]:
    for person in asked.people:
        rest = tuple(other for other in asked.people if other != person)
        kind = "All of: " if asked.match_all and len(asked.people) > 1 else "Person: "
        yield Condition(kind + dataset.person_name(person), replace(asked, people=rest))
    for source in asked.sources:
        rest = tuple(other for other in asked.sources if other != source)
        yield Condition("Source: " + dataset.speaker(source), replace(asked, sources=rest))
    for theme in asked.themes:
        rest = tuple(other for other in asked.themes if other != theme)
        yield Condition("Theme: " + dataset.theme_name(theme), replace(asked, themes=rest))
    if asked.words:
        yield Condition(f"Words: {asked.words}", replace(asked, words=""))
    if asked.since:
        yield Condition(f"From {asked.since}", replace(asked, since=""))
    if asked.until:
        yield Condition(f"To {asked.until}", replace(asked, until=""))
    if asked.told:
        yield Condition(told_words(dataset, asked.told).capitalize(), replace(asked, told=""))
    if asked.perspective:
        yield Condition("As told by " + dataset.speaker(asked.perspective), replace(asked, perspective=""))
    if asked.beside:
        yield Condition("Beside it, as told by " + dataset.speaker(asked.beside), replace(asked, beside=""))
