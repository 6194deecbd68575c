"""The notes of lessons promise nothing that their steps do not have."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.folders import SMALL, small_folder
from timeline.__main__ import main
from timeline.dataset import Dataset
from timeline.loading import load
from timeline.tours.notes import Unfounded, folded, problems_of_notes, unfounded, vocabulary
from timeline.tours.tours import Step, Tour, tours_of


@pytest.fixture(scope="module")
def dataset(shipped: Path) -> Dataset:
    return load(shipped)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return load(small_folder(tmp_path_factory.mktemp("small")))


def missing(dataset: Dataset, event_id: str, note: str, view: str = "") -> list[str]:
    """The words of a note that a step about the event does not hold."""
    tour = Tour("mine", "Mine", "Why?", (Step(1, event_id, "", note, view),))
    return [found.word for found in unfounded(dataset, (tour,))]


def test_every_note_that_ships_holds(dataset: Dataset) -> None:
    assert list(unfounded(dataset, tours_of(dataset))) == []
    assert problems_of_notes(dataset) == ()


def test_a_word_that_is_planted_in_any_note_that_ships_is_found(dataset: Dataset) -> None:
    for tour in tours_of(dataset):
        planted = [replace(step, note=f"{step.note} Ask about the zeppelin.") for step in tour.steps]
        found = list(unfounded(dataset, (replace(tour, steps=tuple(planted)),)))
        assert found == [Unfounded(tour.tour_id, step.number, "zeppelin") for step in tour.steps]


@pytest.mark.parametrize(
    ("event_id", "view", "note", "words"),
    [
        ("kremlin-verdict", "source=wikipedia", "Compare its twenty-six with the nine.", ["twenty-six"]),
        (
            "yezhov-shot",
            "source=prolewiki",
            "Reveal ProleWiki (unfounded arrests).",
            ["unfounded", "arrests"],
        ),
        ("kirov-murder", "source=spartacus", "Ask about the draft of 13 December.", ["draft", "13 December"]),
        ("congress-ballot", "source=georgian-journal", "Reveal ProleWiki alone, and Trotsky.", ["Trotsky"]),
        (
            "congress-ballot",
            "source=georgian-journal",
            "Who counted 1059, and who counts 270 or 280?",
            ["280"],
        ),
    ],
)
def test_what_only_another_telling_has_is_found(
    dataset: Dataset, event_id: str, view: str, note: str, words: list[str]
) -> None:
    assert missing(dataset, event_id, note, view) == words


@pytest.mark.parametrize(
    ("note", "words"),
    [
        ("Ask who was shot, and whether Kamenev was.", ["Kamenev"]),
        ("Ask about the corridor and the stairs.", ["stairs"]),
        ("Ask about the stairs, and the stairs again.", ["stairs"]),
        ("Let each read “from behind” and “at once” aloud.", []),
        ("Let each read “from behind at once” aloud.", ["from behind at once"]),  # two phrases of the source
        (
            "Let each read “shot” aloud, and “note”.",
            ["note"],
        ),  # what is quoted counts, of whatever kind the word
        ("Ask about 1 December, not 2 December.", ["2 December"]),
        ("Who gave the orders, and who ordered it?", []),  # the question has "order"
        ("Show Kirow, Kirov's assassins, and Киров.", []),
        ("Reveal An encyclopaedia.", []),  # who speaks
        ("Look: Spies.", ["Spies"]),
        ("May students say so in May?", ["May"]),
        ("He acted alone.", ["acted"]),  # what a source answers to a question is on no card
        ("Fragen Sie nach dem Mörder und dem Zeppelin.", []),  # another language is not judged
        ("Спросите про дирижабль.", []),
        ("", []),
    ],
)
def test_what_is_a_catchword(small: Dataset, note: str, words: list[str]) -> None:
    assert missing(small, "kirov-murder", note, "source=encyclopaedia") == words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("confesses", "confessed"), ("deny", "denied"), ("plan", "planning"), ("votes", "voting"),
        ("twenty-six", "26"), ("Twenty Six", "26"), ("nine", "9"), ("1,059", "1059"), ("Stalin’s", "Stalin"),
    ],
)  # fmt: skip
def test_forms_of_a_word_are_one(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@pytest.mark.parametrize("word", ["bring", "king", "string"])
def test_an_ending_that_is_the_word_stays(word: str) -> None:
    assert folded(word) == [word]


def test_the_vocabulary_has_words_for_any_event_and_none_of_this_history(dataset: Dataset) -> None:
    assert vocabulary() > set(folded("ask student record show"))
    names = {word for name in dataset.people["name"] for word in folded(name)}
    assert not vocabulary() & names
    history = "plot confess arrest trial murder police attempt torture letter guilty spy shot"
    assert not vocabulary() & set(folded(history))


def test_check_prints_a_line_for_each_note_and_fails_of_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tours = SMALL["tours"].replace("Ask again.", "Ask about the two spies and the zeppelin.")
    folder = small_folder(tmp_path, tours=tours)
    assert main(["check", str(folder)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith(
        f"{folder.as_posix()}/tours.csv:3: warning: note 'spies; zeppelin': step 2 of murder "
    )
    assert lines[1].endswith("; 0 errors, 1 warning")
