from __future__ import annotations

import pytest

from tests.small_tellings import tellings
from timeline.dataset import Dataset
from timeline.sources.voices import Answer, Witnesses, origins, speakers_in


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return tellings(tmp_path_factory.mktemp("tellings"))


def answer(source: str, *wording: str) -> Answer:
    return Answer(source, source, "", "", "", wording, "")


# In the folder: a note is printed in a memo, the memo in the wiki; the mirror repeats the wiki.
@pytest.mark.parametrize(
    ("answers", "witnesses"),
    [
        ([answer("wiki"), answer("book")], {"wiki", "book"}),
        ([answer("wiki"), answer("mirror")], {"wiki"}),
        ([answer("mirror")], {"wiki"}),
        ([answer("wiki"), answer("memo")], {"wiki"}),  # only named in it
        ([answer("wiki"), answer("memo", "by our hand")], {"wiki", "memo"}),
        ([answer("wiki"), answer("note")], {"wiki"}),  # printed in what it prints
        ([answer("memo")], {"memo"}),  # its document takes another position
        ([], set()),
    ],
)
def test_a_voice_without_words_adds_no_witness_to_the_source_that_prints_it(
    dataset: Dataset, answers: list[Answer], witnesses: set[str]
) -> None:
    assert Witnesses(dataset).among(answers) == witnesses


def test_whose_words_a_source_repeats(dataset: Dataset) -> None:
    assert {source: first for source, first in origins(dataset).items() if source != first} == {
        "mirror": "wiki"
    }


@pytest.mark.parametrize(
    ("columns", "spoken"),
    [
        (["wiki", "book"], {"wiki": ["wiki", "memo", "note"], "book": ["book"]}),
        (["book", "memo", "wiki"], {"book": ["book"], "memo": ["memo", "note"], "wiki": ["wiki"]}),
        (["wiki", "note"], {"wiki": ["wiki", "memo"], "note": ["note"]}),
        ([], {}),
    ],
)
def test_a_voice_speaks_in_the_column_nearest_to_it(
    dataset: Dataset, columns: list[str], spoken: dict[str, list[str]]
) -> None:
    assert speakers_in(dataset, columns) == spoken
