"""Reading without the names of the sources: who is called what, and the ways in and out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from zlib import crc32

from markupsafe import Markup, escape

from timeline.dataset import Dataset
from timeline.query.folding import words
from timeline.sources.blind import blind
from timeline.web.links.compare import View

VOICE = "a voice that it prints"
OWN_TITLE = "[the title of its own text]"
GONE = "[name hidden]"


@dataclass(frozen=True)
class SourceNames:
    """What the sources of one view are called, and the links that hide or reveal their names.

    `order` are the sources as they are to be shown; `names` their names now, `key` what each label stands for, in
    that order; `masks` the pieces of text that would give a name away, `titles` the title of each source, both
    empty while names are shown.
    """

    order: tuple[str, ...]
    names: Mapping[str, str]
    key: tuple[tuple[str, str], ...]
    masks: tuple[str, ...]
    titles: dict[str, str]
    hidden: bool
    revealed: bool
    start: View
    reveal: View
    again: View
    hide: View
    end: View

    def name(self, source_id: str) -> str:
        """What the source is called now; a voice inside a hidden one has no label of its own."""
        return self.names.get(source_id, VOICE if self.hidden else source_id)

    def called(self, source_id: str, name: str) -> str:
        """What the source calls something; while names are hidden not by the title under which it is known."""
        return untitled(name, self.titles.get(source_id, ""))


def untitled(text: str, title: str) -> str:
    """The text, unless it is the beginning of the title by which its source is known."""
    said = words(text)
    return OWN_TITLE if len(said) > 1 and words(title)[: len(said)] == said else text


def names_of(dataset: Dataset, view: View, shown: Sequence[str]) -> SourceNames:
    """Name the sources of a view, hidden and shuffled if it asks for that."""
    order, names = tuple(shown), dataset.speakers
    key: tuple[tuple[str, str], ...] = ()
    if view.blind:
        labelled = blind(int(view.blind), shown)
        order = tuple(source for _, source in labelled)
        if view.hidden:
            names = {source: label for label, source in labelled}
        key = tuple((label, dataset.speaker(source)) for label, source in labelled)
    seed = int(view.blind) if view.blind else _seed(view)
    plain = replace(view, reveal=False)
    return SourceNames(
        order=order,
        names=names,
        key=key,
        masks=telling_names(dataset) if view.hidden else (),
        titles={source: dataset.source(source)["title"] for source in dataset.speakers}
        if view.hidden
        else {},
        hidden=view.hidden,
        revealed=bool(view.blind) and view.reveal,
        start=replace(plain, blind=str(seed)),
        reveal=replace(view, reveal=True),
        again=replace(plain, blind=str((seed * 31 + 7) % 9000 + 1000)),
        hide=plain,
        end=replace(plain, blind=""),
    )


def unnamed(text: str, masks: Iterable[str]) -> Markup:
    """The text with each name in `masks` taken out."""
    found = sorted(masks, key=len, reverse=True)
    if not found:
        return escape(text)
    pattern = "|".join(re.escape(mask) for mask in found)
    return escape(re.sub(rf"(?<!\w)(?:{pattern})(?!\w)", GONE, text))


def _seed(view: View) -> int:
    """A number of four digits that is always the same for the same event or question."""
    return crc32(f"{view.selection.event} {view.selection.question}".encode()) % 9000 + 1000


def telling_names(dataset: Dataset) -> tuple[str, ...]:
    """The names by which a text betrays who wrote it; a source who is a person of the timeline keeps his name."""
    sources = dataset.sources
    persons = {word for name in dataset.person_names.values() for word in name.split()}
    found: dict[str, None] = {}
    for speaker, author, publisher, depth in zip(
        sources["speaker"], sources["author"], sources["publisher"], sources["depth"], strict=True
    ):
        name = speaker.split(",")[0].strip()
        words = name.split()
        if depth and len(words) > 1 and words[-1] in persons:
            continue
        found |= dict.fromkeys(part for part in (speaker, name, author, publisher) if len(part) > 3)
        if depth and len(words) > 1 and words[-1][:1].isupper():
            found[words[-1]] = None
    return tuple(found)
