from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.folders import make_folder
from tests.small_tellings import plain, tellings
from timeline.dataset import Dataset
from timeline.loading import load
from timeline.query.contest import TOLD, disputed
from timeline.query.filters import mask
from timeline.query.selection import Selection
from timeline.sources.accounts import accounts_of, silences_of
from timeline.sources.matrix import SORTS, Sort, matrix

SOURCES = ("note", "wiki", "memo", "mirror", "book", "paper")


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return tellings(tmp_path_factory.mktemp("tellings"))


def test_events_down_documents_across(dataset: Dataset) -> None:
    table = matrix(dataset, Selection()).frame()
    expected = pd.DataFrame(
        [
            ["accepts", "not coded", "out of its span", "not coded"],  # told by a memo in the wiki
            ["accepts", "not coded", "out of its span", "told"],
            ["rejects", "not coded", "out of its span", "not coded"],
            ["not mentioned", "not coded", "out of its span", "not coded"],
            ["accepts", "not coded", "rejects", "not coded"],
            ["not mentioned", "not coded", "out of its span", "not coded"],
        ],
        index=["bloc", "kirov-murder", "kremlin", "removal", "trial", "afterwards"],
        columns=["wiki", "mirror", "book", "paper"],
    )
    pd.testing.assert_frame_equal(
        table, expected, check_names=False, check_dtype=False, check_index_type=False
    )


def test_a_cell_says_whether_it_is_a_voice_that_tells_it(dataset: Dataset) -> None:
    table = matrix(dataset, Selection())
    wiki = table.source_ids.index("wiki")
    assert [
        event for event, voiced in zip(table.event_ids, table.voiced[:, wiki], strict=True) if voiced
    ] == [
        "bloc",
        "kremlin",
    ]
    alone = matrix(dataset, Selection(), source_ids=["wiki", "memo", "note"])
    assert not alone.voiced[:, 0].any()
    assert alone.cell(0, 0) == "not mentioned"
    assert [alone.cell(2, column) for column in range(3)] == ["not mentioned", "not coded", "rejects"]


def test_a_cell_says_whether_its_voices_agree_with_it(tmp_path: Path) -> None:
    folder = make_folder(
        tmp_path,
        events=[{"event_id": name, "start": "1934", "title": name} for name in ("same", "other")],
        sources=[
            {"source_id": "book", "title": "B"},
            {"source_id": "voice", "title": "V", "quoted_in": "book"},
        ],
        accounts=[
            {"event_id": event, "source_id": source, "stance": stance}
            for event, source, stance in (
                ("same", "book", "accepts"),
                ("same", "voice", "accepts"),
                ("other", "voice", "rejects"),
                ("other", "book", "accepts"),
            )
        ],
    )
    table = matrix(load(folder), Selection())
    assert dict(zip(table.event_ids, table.mixed[:, 0].tolist(), strict=True)) == {
        "same": False,
        "other": True,
    }
    assert table.frame()["book"].tolist() == ["accepts", "accepts"]  # its own stance, not the voice's


@given(
    sources=st.lists(st.sampled_from(SOURCES), unique=True),
    told=st.sampled_from(["", *TOLD]),
    sort=st.sampled_from(SORTS),
    themes=st.lists(st.sampled_from(("police", "court", "letters")), unique=True).map(tuple),
)
def test_a_matrix_shows_what_accounts_and_silences_say(
    dataset: Dataset, sources: list[str], told: str, sort: Sort, themes: tuple[str, ...]
) -> None:
    selection = Selection(themes=themes, told=told)
    table = matrix(dataset, selection, sort, sources)
    assert sorted(table.rows) == np.flatnonzero(mask(dataset, selection)).tolist()
    assert table.disputed.tolist() == disputed(dataset)[table.rows].tolist()
    assert list(dataset.events["event_id"].iloc[table.rows]) == list(table.event_ids)
    for row, event in enumerate(table.event_ids):
        stances = {account.source_id: account.stance for account in accounts_of(dataset, event)}
        silent = {silence.source_id: str(silence.kind) for silence in silences_of(dataset, event)}
        for column, source in enumerate(table.source_ids):
            cell = table.cell(row, column)
            if source in stances:
                stance = stances[source]
                assert cell == (stance.id if stance else "told")
                assert not table.voiced[row, column]
            elif source in silent:
                assert cell == silent[source]
    if sort == "time":
        assert list(table.rows) == sorted(table.rows)
    if sort == "tellers":
        tellers = np.count_nonzero(table.codes >= -1, axis=1).tolist()
        assert tellers == sorted(tellers, reverse=True)


@pytest.mark.parametrize(
    ("start", "end", "cell"),
    [
        ("3 December 1934", "1940", "not mentioned"),
        ("4 December 1934", "1940", "out of its span"),
        ("1930", "1 December 1934", "not mentioned"),
        ("1930", "30 November 1934", "out of its span"),
        ("1935", "", "out of its span"),
        ("", "1935", "not mentioned"),
        ("", "", "not coded"),
    ],
)
def test_silences_at_the_edges_of_a_span(tmp_path: Path, start: str, end: str, cell: str) -> None:
    folder = make_folder(
        tmp_path,
        events=[
            {"event_id": "deed", "start": "1 December 1934", "end": "3 December 1934", "title": "The deed"},
            {"event_id": "other", "start": "1938", "title": "Another"},
        ],
        sources=[{"source_id": "book", "title": "B", "covers_start": start, "covers_end": end}],
        accounts=[{"event_id": "other", "source_id": "book"}],
    )
    assert matrix(load(folder), Selection()).cell(0, 0) == cell


def test_the_chosen_sources_of_a_filter_are_the_columns_if_there_are_two(dataset: Dataset) -> None:
    assert matrix(dataset, Selection(sources=("book", "wiki"))).source_ids == ("book", "wiki")
    assert matrix(dataset, Selection(sources=("book",))).source_ids == ("wiki", "mirror", "book", "paper")
    with pytest.raises(KeyError, match="no-such-source"):
        matrix(dataset, Selection(), source_ids=["no-such-source"])


def test_a_timeline_of_events_only_has_no_columns(tmp_path: Path) -> None:
    table = matrix(plain(tmp_path), Selection())
    assert (table.source_ids, table.codes.shape, table.disputed.tolist()) == ((), (2, 0), [False, False])
    assert table.frame().shape == (2, 0)
