"""A selection applied to the tables: what it leaves, what one choice more would leave, what to loosen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

import numpy as np
import pandas as pd

from timeline.dataset import Dataset
from timeline.dates import day_number, parse
from timeline.query.contest import choices, contest_of, told_words
from timeline.query.folding import words
from timeline.query.index import Facet, Mask, index_of
from timeline.query.selection import Selection


def mask(dataset: Dataset, selection: Selection) -> Mask:
    """Which of `dataset.events` the filter leaves, in their order.

    Looks at people, sources, themes, words, dates and who tells; not at the window, the lanes, the perspective or the
    open event. An id that the dataset does not have leaves nothing. Raises `DateError` if `since` or `until`
    cannot be read; `selection.tidy` takes both out with a word to the reader.
    """
    return _Parts(dataset, selection).all_but("")


def counts(dataset: Dataset, selection: Selection) -> dict[str, dict[str, int]]:
    """How many events would be left if a choice were added; for one chosen already, how many are with it.

    The outer keys are "person", "source" and "theme", the inner ones the ids in the order of the tables; and "told",
    see `told_counts`.
    """
    index = index_of(dataset)
    parts = _Parts(dataset, selection)
    return {
        "person": _left_by_each(
            index.people, selection.people, parts.all_but("person"), every=selection.match_all
        ),
        "source": _left_by_each(index.sources, selection.sources, parts.all_but("source")),
        "theme": _left_by_each(index.themes, selection.themes, parts.all_but("theme")),
        "told": _told(dataset, parts),
    }


def told_counts(dataset: Dataset, selection: Selection) -> dict[str, int]:
    """How many events would be left if the filter asked for this many tellers, by the word of the key `told`.

    "" is how many there are whoever tells them. Only what the dataset can be asked for, see `contest.choices`: {} where
    that is nothing.
    """
    return _told(dataset, _Parts(dataset, selection))


def loosen(dataset: Dataset, selection: Selection) -> list[tuple[str, int, Selection]]:
    """What to give up when the filter leaves nothing: each single part without which something is left.

    Where no single part helps, each two of them; not what would give up the whole filter. The part that brings back
    most comes first.
    Every entry says what is given up ("Sergei Kirov", "the word “plot”", "the dates"), how many events are
    left then, and the selection without it.
    """
    single = _without(dataset, selection)
    return _bringing_back(dataset, single) or _bringing_back(dataset, _pairs(dataset, single))


def _bringing_back(
    dataset: Dataset, looser: Iterable[tuple[str, Selection]]
) -> list[tuple[str, int, Selection]]:
    """Those that leave something, with how much, the most first."""
    counted = [(what, int(np.count_nonzero(mask(dataset, asked))), asked) for what, asked in looser]
    return sorted((entry for entry in counted if entry[1]), key=lambda entry: -entry[1])


def _pairs(dataset: Dataset, single: list[tuple[str, Selection]]) -> Iterator[tuple[str, Selection]]:
    """Each two parts given up together, said once, as long as a filter is left."""
    seen: set[Selection] = set()
    for first, without_first in single:
        for second, without_both in _without(dataset, without_first):
            if without_both not in seen and _without(dataset, without_both):
                seen.add(without_both)
                yield f"{first} and {second}", without_both


class _Parts:
    """The mask of each part of a filter; a part that asks for nothing has none."""

    def __init__(self, dataset: Dataset, selection: Selection) -> None:
        index = index_of(dataset)
        self._size = index.size
        self._masks: dict[str, Mask] = {}
        people = _rows(index.people, selection.people)
        if selection.people:
            self._masks["person"] = (
                index.people.all_of(people) if selection.match_all else index.people.any_of(people)
            )
            if selection.match_all and len(people) < len(selection.people):
                self._masks["person"][:] = False
        if selection.sources:
            self._masks["source"] = index.sources.any_of(_rows(index.sources, selection.sources))
        if selection.themes:
            self._masks["theme"] = index.themes.any_of(_rows(index.themes, selection.themes))
        for word in words(selection.words):
            self._masks[f"word {word}"] = index.with_word(word)
        if selection.since and (since := parse(selection.since).earliest):
            self._masks["since"] = index.last >= day_number(since)
        if selection.until and (until := parse(selection.until).latest):
            self._masks["until"] = index.first <= day_number(until)
        if selection.told:
            nothing = np.zeros(self._size, dtype=bool)
            self._masks["told"] = contest_of(dataset).masks.get(selection.told, nothing)

    def all_but(self, name: str) -> Mask:
        """The events that all parts but the named one leave."""
        left = np.ones(self._size, dtype=bool)
        for part, events in self._masks.items():
            if part != name:
                left &= events
        return left


def _told(dataset: Dataset, parts: _Parts) -> dict[str, int]:
    possible = choices(dataset)
    if not possible:
        return {}
    others, masks = parts.all_but("told"), contest_of(dataset).masks
    left = {word: int(np.count_nonzero(others & masks[word])) for word in possible}
    return {"": int(np.count_nonzero(others)), **left}


def _rows(facet: Facet, chosen: tuple[str, ...]) -> list[int]:
    return [facet.row[name] for name in chosen if name in facet.row]


def _left_by_each(facet: Facet, chosen: tuple[str, ...], others: Mask, every: bool = False) -> dict[str, int]:
    """The events left by each choice added to the `chosen`, where the rest of the filter leaves `others`."""
    rows = _rows(facet, chosen)
    if every:
        held = others & facet.all_of(rows)
        if len(rows) < len(chosen):
            held[:] = False
        left = facet.counts(held)
    else:
        held = facet.any_of(rows) & others
        left = facet.counts(others & ~held) + np.count_nonzero(held)
    return dict(zip(facet.ids, left.tolist(), strict=True))


def _without(dataset: Dataset, selection: Selection) -> list[tuple[str, Selection]]:
    """Every selection that gives up one part of this one, and the part's name as a reader would call it."""
    names = _Names(dataset)
    looser: list[tuple[str, Selection]] = []
    if selection.people and not selection.match_all:
        looser.append((names.people(selection.people), replace(selection, people=())))
    if selection.people and selection.match_all:
        for person in selection.people:
            others = tuple(other for other in selection.people if other != person)
            looser.append((names.people((person,)), replace(selection, people=others)))
        if len(selection.people) > 1:
            looser.append(("that all of them take part (any is enough)", replace(selection, match_all=False)))
    if selection.sources:
        looser.append((names.sources(selection.sources), replace(selection, sources=())))
    if selection.themes:
        looser.append((names.themes(selection.themes), replace(selection, themes=())))
    typed = selection.words.split()
    for place, word in enumerate(typed):
        looser.append(
            (f"the word “{word}”", replace(selection, words=" ".join(typed[:place] + typed[place + 1 :])))
        )
    if selection.since or selection.until:
        looser.append(("the dates", replace(selection, since="", until="")))
    if selection.told:
        looser.append((told_words(dataset, selection.told), replace(selection, told="")))
    return looser


class _Names:
    """Ids as the names that a reader knows, several joined by "or"."""

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset

    def people(self, ids: tuple[str, ...]) -> str:
        return _joined(ids, _column(self._dataset.people, "person_id", "name"))

    def sources(self, ids: tuple[str, ...]) -> str:
        return _joined(ids, _column(self._dataset.sources, "source_id", "title"))

    def themes(self, ids: tuple[str, ...]) -> str:
        return _joined(ids, {theme.id: theme.name for theme in self._dataset.themes})


def _column(table: pd.DataFrame, ids: str, names: str) -> dict[str, str]:
    return dict(zip(table[ids], table[names], strict=True))


def _joined(ids: tuple[str, ...], names: dict[str, str]) -> str:
    return " or ".join(names.get(name, name) for name in ids)
