from __future__ import annotations

import pytest

from tests.small_tellings import tellings
from timeline.dataset import Dataset
from timeline.dates import day_number, parse
from timeline.query.witnesses import Witnesses, origins
from timeline.sources.voices import Answer, said_after, speakers_in


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


def after(event: str, published: str) -> str:
    happened, said = parse(event), parse(published)
    assert happened.earliest
    assert happened.latest
    source = {
        "published_first": None if said.earliest is None else day_number(said.earliest),
        "published_last": None if said.latest is None else day_number(said.latest),
    }
    return said_after(source, day_number(happened.earliest), day_number(happened.latest))


@pytest.mark.parametrize(
    ("event", "published", "said"),
    [
        ("1 December 1934", "30 November 1934", "written before it"),
        ("1 December 1934", "1934", "written within a year"),  # before or after: nobody can say
        ("1 December 1934", "1 December 1934", "written on the same day"),
        ("1 December 1934", "2 December 1934", "written 1 day after"),
        ("1 December 1934", "14 December 1934", "written 13 days after"),
        ("1 December 1934", "15 December 1934", "written 2 weeks after"),
        ("1 December 1934", "1 February 1935", "written 9 weeks after"),
        ("1 December 1934", "2 February 1935", "written 2 months after"),
        ("1 December 1934", "25 October 1935", "written 11 months after"),  # 328 days
        ("1 December 1934", "26 October 1935", "written 1 year after"),
        ("1 December 1934", "31 May 1936", "written 1 year after"),
        ("1 December 1934", "2 June 1936", "written 2 years after"),
        ("1 December 1934", "1935", "written 1 year after"),
        ("1 December 1934", "2018", "written 84 years after"),
        # At most 62 days between the first and the last that are possible can be told in weeks and months.
        ("1 December 1934", "1 March 1935 – 2 May 1935", "written 4 months after"),
        ("1 December 1934", "1 March 1935 – 3 May 1935", "written within a year"),
        ("1–5 December 1934", "6 December 1934", "written 3 days after"),  # one to five: their middle
        ("1–5 December 1934", "3 December 1934", "written within a year"),
        ("1 December 1934", "after 1936", ""),
    ],
)
def test_how_long_after_the_event_a_source_was_written(event: str, published: str, said: str) -> None:
    assert after(event, published) == said
