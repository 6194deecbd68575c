from __future__ import annotations

from pathlib import Path

import pytest

from tests.folders import make_folder
from timeline.dataset import Dataset
from timeline.loading import load
from timeline.sources.criticism import sourcing

SOURCES = [
    {
        "source_id": "book",
        "title": "A history",
        "author": "Ann Author",
        "publisher": "A press",
        "published": "1950",
        "perspective": "British historian",
        "genre": "history book",
        "covers_start": "1932",
        "covers_end": "1939",
        "purpose": "To explain.",
        "value": "Near the time",
        "limitation": "Repeats the courts.",
    },
    {"source_id": "letter", "title": "A letter", "published": "1934", "quoted_in": "book"},
    {"source_id": "copy", "title": "A copy", "derives_from": "book"},
]


@pytest.fixture
def dataset(tmp_path: Path) -> Dataset:
    return load(
        make_folder(
            tmp_path,
            events=[
                {"event_id": "deed", "start": "1 December 1934", "title": "The deed"},
                {"event_id": "trial", "start": "1938", "title": "The trial"},
            ],
            sources=SOURCES,
            accounts=[
                {"event_id": "deed", "source_id": "book"},
                {"event_id": "trial", "source_id": "book"},
                {"event_id": "deed", "source_id": "letter"},
            ],
        )
    )


def answers(dataset: Dataset, source: str) -> dict[str, str]:
    return {asked.question: asked.answer for asked in sourcing(dataset, source)}


def test_every_question_is_answered_from_the_tables(dataset: Dataset) -> None:
    assert answers(dataset, "book") == {
        "Who speaks?": "Ann Author, British historian.",
        "When was it said, and how long after the events?": "1950. Counted from the first event that it tells, it "
        "was written 16 years after; from the last, written 12 years after.",
        "What kind of text is it?": "History book, “A history”, A press.",
        "For whom was it made, and why?": "To explain.",
        "How do they know?": "It prints or names 1 voice: A letter.",
        "Which time does it cover?": "From 1932 to 1939.",
        "What is it good for?": "Near the time",
        "What must a reader beware of?": "Repeats the courts.",
    }


def test_a_voice_is_read_through_its_printer(dataset: Dataset) -> None:
    said = answers(dataset, "letter")
    assert said["Who speaks?"] == "Printed in A press."
    assert said["How do they know?"].startswith("We read it only through A press, who chose what to print.")
    assert said["When was it said, and how long after the events?"].endswith("it was written within a year.")


def test_who_repeats_another_says_so(dataset: Dataset) -> None:
    assert "repeats the words of A press" in answers(dataset, "copy")["How do they know?"]


def test_what_is_not_noted_stays_open(dataset: Dataset) -> None:
    said = answers(dataset, "copy")
    assert (
        said["Who speaks?"]
        == said["For whom was it made, and why?"]
        == said["Which time does it cover?"]
        == ""
    )
    assert len(said) == len(answers(dataset, "book"))
