"""How many names stand behind something, in how many texts, and how many reach us through one text alone.

    print(said_by(dataset, ["prolewiki", "rothstein-1950", "spartacus"]))
    # 3 names in 2 texts; 1 only through ProleWiki

Every page that counts who speaks says it in these words, so that no count contradicts another or a badge beside it:

- A name is a witness as `timeline.sources.voices` has it: a mirror and its origin are one name, so are all voices of
  one author.
- A text is a document; a mirror and its origin are one text.
- A name that no document has of its own is known only through the text that prints it. If that is a summary, it is
  known at second hand.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from timeline.dataset import Dataset, kept_for_dataset
from timeline.query.links import short
from timeline.query.witnesses import is_hearsay, origins

_MOST_THROUGH = 4  # texts that are named; the rest are counted together


@dataclass(frozen=True, slots=True)
class Speaking:
    """So many `names` in so many `texts`; `through`: the speaker of a text and how many names only it prints.

    `second_hand` is how many names are known only through another's summary.
    """

    names: int
    texts: int
    through: tuple[tuple[str, int], ...]
    second_hand: int

    @property
    def unnamed(self) -> str:
        """The same without the name of any text, for whoever reads blind."""
        if self.names <= 1:
            return "1 name" if self.names else "nobody"
        return f"{self.names} names in {self.texts} text{'' if self.texts == 1 else 's'}"

    def __str__(self) -> str:
        if self.names <= 1:
            only = [f"only through {short(text)}" for text, _ in self.through]
            return ", ".join([self.unnamed, *only, *(["at second hand"] if self.second_hand else [])])
        parts = [self.unnamed]
        if self.through:
            named = [f"{count} through {short(text)}" for text, count in self.through[:_MOST_THROUGH]]
            rest = [count for _, count in self.through[_MOST_THROUGH:]]
            others = [f"{sum(rest)} through {len(rest)} other{'' if len(rest) == 1 else 's'}"] if rest else []
            parts.append(", ".join([*named, *others]).replace(" through", " only through", 1))
        if self.second_hand:
            parts.append(f"{self.second_hand} at second hand")
        return "; ".join(parts)


@dataclass(frozen=True, slots=True)
class _Line:
    """Of one source: the name and the text that it counts as, the text that prints it if it is a voice, and hearsay."""

    name: str
    text: str
    through: str
    hearsay: bool


def said_by(dataset: Dataset, source_ids: Iterable[str], beside: Iterable[str] = ()) -> Speaking:
    """Count these sources, without the names that speak `beside` them; KeyError if the dataset does not have one."""
    lines = _lines(dataset)
    counted = {lines[source].name for source in beside}
    names: dict[str, list[_Line]] = {}
    for source in source_ids:
        line = lines[source]
        if line.name not in counted:
            names.setdefault(line.name, []).append(line)
    through: dict[str, int] = {}
    for spoken in names.values():
        printing = {line.through for line in spoken}
        if len(printing) == 1 and "" not in printing:
            text = printing.pop()
            through[text] = through.get(text, 0) + 1
    return Speaking(
        names=len(names),
        texts=len({line.text for spoken in names.values() for line in spoken}),
        through=tuple(sorted(through.items(), key=lambda pair: -pair[1])),
        second_hand=sum(all(line.hearsay for line in spoken) for spoken in names.values()),
    )


def repeats(dataset: Dataset, source_id: str, beside: Iterable[str] = ()) -> str:
    """The badge of a source that repeats another ("repeats Wikipedia: no second witness"), "" if it does not.

    `beside` are the sources that are counted with it: where the one that it repeats is not among them it is counted in
    that one's place.
    """
    origin = str(dataset.source(source_id)["derives_from"])
    if not origin:
        return ""
    speaker, counted = dataset.speaker(origin), set(beside)
    if not counted or origin in counted:
        return f"repeats {speaker}: no second witness"
    return f"repeats {speaker} and is counted as {speaker}"


@kept_for_dataset
def _lines(dataset: Dataset) -> Mapping[str, _Line]:
    first_hand, found = origins(dataset), {}
    for source in dataset.speakers:
        row = dataset.source(source)
        document = row["document"]
        found[source] = _Line(
            name=first_hand[source],
            text=first_hand[document],
            through=dataset.speaker(document) if row["quoted_in"] else "",
            hearsay=is_hearsay(dataset, source),
        )
    return found
