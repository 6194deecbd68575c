"""Who says something, in the fewest names: voices under the text that prints them, a mirror under what it repeats.

print(*who(dataset, ["prolewiki", "rothstein-1950", "wikipedia", "wikipedia-mirror"]), sep="; ")
# Wikipedia, which Wikipedia mirror repeats; ProleWiki, with Andrew Rothstein
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from timeline.dataset import Dataset
from timeline.query.index import index_of
from timeline.query.witnesses import is_hearsay

_FEW = 4  # voices


@dataclass(frozen=True, slots=True)
class Who:
    """A text that says something: `itself`, or by the `voices` that it prints, each known at `second_hand` or not.

    `repeated_by` are the texts that only repeat it; `sources` all of these.
    """

    source_id: str
    speaker: str
    itself: bool
    voices: tuple[str, ...]
    second_hand: tuple[str, ...]
    repeated_by: tuple[str, ...]
    sources: tuple[str, ...]

    @property
    def brief(self) -> str:
        """The text alone, and how many voices speak in it."""
        heard = len(self.voices) + len(self.second_hand)
        voices = f"{heard} voice{'' if heard == 1 else 's'}" if heard else ""
        said = self.speaker if self.itself else f"{voices} in {self.speaker}"
        inside = f"with {voices}" if self.itself and voices else ""
        repeated = f"repeated by {listed(self.repeated_by)}" if self.repeated_by else ""
        more = ", ".join(filter(None, (inside, repeated)))
        return f"{said} ({more})" if more else said

    @property
    def short(self) -> str:
        """The text with its voices by name where they are few, else with their number."""
        return self.brief if len(self.voices) + len(self.second_hand) > _FEW else str(self)

    def __str__(self) -> str:
        voices, heard = listed(self.voices), listed(self.second_hand)
        if voices and heard:
            voices = f"{voices} and, at second hand, {heard}"
        elif heard:
            voices = f"{heard}, at second hand" if not self.itself else f"{heard} at second hand"
        said = (
            f"{voices} in {self.speaker}"
            if not self.itself
            else ", with ".join(filter(None, (self.speaker, voices)))
        )
        if not self.repeated_by:
            return said
        return f"{said}, which {listed(self.repeated_by)} repeat{'s' if len(self.repeated_by) == 1 else ''}"


def who(dataset: Dataset, source_ids: Iterable[str]) -> tuple[Who, ...]:
    """The texts behind these sources in their order; raise KeyError if the dataset does not have one."""
    given = {dataset.source(source)["source_id"] for source in source_ids}
    index = index_of(dataset)
    ordered = [index.sources.ids[row] for row in index.nested if index.sources.ids[row] in given]
    repeated: dict[str, list[str]] = {}
    speaking: dict[str, list[str]] = {}
    for source in ordered:
        origin = _repeats(dataset, source, given)
        if origin:
            repeated.setdefault(origin, []).append(source)
        else:
            speaking.setdefault(dataset.source(source)["document"], []).append(source)
    return tuple(
        Who(
            source_id=document,
            speaker=dataset.speaker(document),
            itself=document in sources,
            voices=_named(dataset, document, sources, heard=False),
            second_hand=_named(dataset, document, sources, heard=True),
            repeated_by=tuple(dataset.speaker(by) for source in sources for by in repeated.get(source, ())),
            sources=tuple(said for source in sources for said in (source, *repeated.get(source, ()))),
        )
        for document, sources in speaking.items()
    )


def listed(names: Sequence[str]) -> str:
    """Names in a row: "A", "A and B", "A, B and C"."""
    *most, last = names or ("",)
    return f"{', '.join(most)} and {last}" if most else last


def _repeats(dataset: Dataset, source: str, given: set[str]) -> str:
    """Who of those given says it first where this source only repeats, "" if it speaks for itself."""
    found = ""
    while source := dataset.source(source)["derives_from"]:
        found = source if source in given else found
    return found


def _named(dataset: Dataset, document: str, sources: Iterable[str], heard: bool) -> tuple[str, ...]:
    return tuple(
        dataset.speaker(source)
        for source in sources
        if source != document and is_hearsay(dataset, source) is heard
    )
