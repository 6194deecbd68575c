"""The questions to ask of a source before reading it: who, when, why, how do they know?

    for asked in sourcing(dataset, "rothstein-1950"):
        print(asked.question, asked.answer)

The answers are those of its row in sources.csv and of what the tables show of it; what is not noted stays open, and
the question stays worth asking.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from timeline.dataset import Dataset
from timeline.query.index import index_of
from timeline.sources.voices import said_after

_MOST_NAMED = 4


@dataclass(frozen=True, slots=True)
class SourceQuestion:
    """A question to a source, and what is known of the answer, "" if nothing is."""

    question: str
    answer: str


def sourcing(dataset: Dataset, source_id: str) -> tuple[SourceQuestion, ...]:
    """The questions with their answers; raise KeyError if there is no such source."""
    source = _Source(dataset, source_id)
    return (
        SourceQuestion("Who speaks?", source.who()),
        SourceQuestion("When was it said, and how long after the events?", source.when()),
        SourceQuestion("What kind of text is it?", source.kind()),
        SourceQuestion("For whom was it made, and why?", source.row["purpose"]),
        SourceQuestion("How do they know?", source.ground()),
        SourceQuestion("Which time does it cover?", source.covers()),
        SourceQuestion("What is it good for?", source.row["value"]),
        SourceQuestion("What must a reader beware of?", source.row["limitation"]),
    )


class _Source:
    """What the tables say of one source, as sentences."""

    def __init__(self, dataset: Dataset, source_id: str) -> None:
        self._index = index_of(dataset)
        self._number = self._index.sources.row[source_id]
        self._speaker = dataset.speaker
        self.row = dataset.source(source_id)

    def who(self) -> str:
        """Author and standpoint, and where a voice is printed."""
        row = self.row
        printed = f"printed in {self._speaker(row['quoted_in'])}" if row["quoted_in"] else ""
        return _sentence(", ".join(filter(None, (row["author"], row["perspective"], printed))))

    def when(self) -> str:
        """The date of the telling, and its distance from the first and the last event told."""
        published = _sentence(self.row["published"])
        told = self._index.sources.events_of(self._number)
        spans = [(int(self._index.first[event]), int(self._index.last[event])) for event in told]
        if not spans:
            return published
        first = said_after(self.row, *min(spans))
        last = said_after(self.row, *max(spans, key=lambda span: span[1]))
        if not (first and last):
            return published
        if first == last:
            return f"{published} Counted from the events that it tells, it was {first}."
        return (
            f"{published} Counted from the first event that it tells, it was {first}; from the last, {last}."
        )

    def kind(self) -> str:
        """Genre, title and publisher."""
        row = self.row
        facts = [row["genre"], f"“{row['title']}”", row["publisher"]]
        return _sentence(", ".join(dict.fromkeys(filter(None, facts))))

    def ground(self) -> str:
        """Whom it repeats, whom it prints, and through whom we read it."""
        return " ".join(self._grounds())

    def _grounds(self) -> Iterator[str]:
        row = self.row
        if row["derives_from"]:
            yield (
                f"It repeats the words of {self._speaker(row['derives_from'])}: "
                "where the two agree, that is one witness."
            )
        if row["quoted_in"]:
            yield f"We read it only through {self._speaker(row['quoted_in'])}, who chose what to print."
        voices = [
            self._speaker(self._index.sources.ids[voice])
            for voice, printer in enumerate(self._index.printed_in)
            if printer == self._number
        ]
        if voices:
            more = len(voices) - _MOST_NAMED
            named = "; ".join(voices[:_MOST_NAMED]) + (f"; and {more} more" if more > 0 else "")
            yield f"It prints or names {len(voices)} {'voice' if len(voices) == 1 else 'voices'}: {named}."
        else:
            yield "Nobody whom it quotes is noted."

    def covers(self) -> str:
        """From when to when."""
        start, end = self.row["covers_start"], self.row["covers_end"]
        if start and end:
            return f"From {start} to {end}." if start != end else _sentence(start)
        return f"From {start} on." if start else f"Until {end}." if end else ""


def _sentence(text: str) -> str:
    text = text[:1].upper() + text[1:]
    return text if not text or text.endswith((".", "!", "?", "…")) else f"{text}."
