from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.folders import make_folder
from tests.small_tellings import plain, tellings
from timeline.dataset import Dataset
from timeline.loading import load
from timeline.sources.comparing import MOST_COLUMNS, Comparison, compare
from timeline.sources.silences import SilenceKind

SOURCES = ("note", "wiki", "memo", "mirror", "book", "paper")


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return tellings(tmp_path_factory.mktemp("tellings"))


@pytest.fixture(scope="module")
def purge(shipped: Path) -> Dataset:
    return load(shipped)


def columns(table: Comparison) -> list[str]:
    return [column.source_id for column in table.columns]


def said(table: Comparison, key: str) -> list[str]:
    return [cell.text for cell in table.row(key).cells]


def told(folder: Path, *accounts: dict[str, str], **sources: dict[str, str]) -> Dataset:
    """A deed of 1 December 1934 and its accounts."""
    return load(
        make_folder(
            folder,
            events=[
                {"event_id": "deed", "start": "1 December 1934", "title": "The deed"},
                {"event_id": "other", "start": "1940", "title": "Another"},
            ],
            sources=[{"source_id": name, "title": name, **cells} for name, cells in sources.items()],
            accounts=[{"event_id": "deed", **account} for account in accounts],
        )
    )


def test_the_usual_columns_are_the_documents_that_tell_it_or_could(dataset: Dataset) -> None:
    assert columns(compare(dataset, "trial")) == ["wiki", "book"]
    # Told by a note in a memo in the wiki; nobody else could, so the next document makes two.
    assert columns(compare(dataset, "kremlin")) == ["wiki", "mirror"]
    assert columns(compare(dataset, "kirov-murder")) == ["wiki", "paper"]
    assert columns(compare(dataset, "kirov-murder", fold=False)) == ["wiki", "memo", "paper"]
    assert columns(compare(dataset, "removal")) == ["wiki", "mirror"]  # told by nobody


def test_documents_that_are_silent_though_they_cover_the_time_stand_beside(tmp_path: Path) -> None:
    silent = [{"source_id": name, "event_id": "other"} for name in ("late", "book", "diary")]
    few = told(
        tmp_path,
        {"source_id": "paper"},
        {"source_id": "letter"},
        *silent,
        late={"covers_start": "1939", "covers_end": "1940"},
        book={"covers_start": "1930", "covers_end": "1940"},
        paper={},
        letter={},
        diary={},
    )
    assert columns(compare(few, "deed")) == ["book", "paper", "letter"]


def test_of_more_than_six_those_that_tell_it_are_shown(tmp_path: Path) -> None:
    sources = {f"s{number}": {"covers_start": "1930"} for number in range(9)}
    accounts = [{"source_id": f"s{number}"} for number in range(1, 9)]
    many = told(tmp_path, {"source_id": "s0", "event_id": "other"}, *accounts, **sources)
    table = compare(many, "deed")
    assert columns(table) == [f"s{number}" for number in range(1, 7)]
    assert table.offered == ("s0", "s7", "s8")
    assert compare(many, "deed", list(sources)).left_out == ("s6", "s7", "s8")


@given(chosen=st.lists(st.sampled_from(SOURCES), min_size=1), fold=st.booleans())
def test_chosen_columns_stand_in_the_reader_s_order_each_once(
    dataset: Dataset, chosen: list[str], fold: bool
) -> None:
    table = compare(dataset, "kirov-murder", chosen, fold)
    assert columns(table) == list(dict.fromkeys(chosen))[:MOST_COLUMNS]
    assert {*table.offered, *columns(table)} == set(SOURCES)
    # Whatever is chosen, no account stands in two columns, and every row has a cell for each column.
    shown = [teller for column in table.columns for teller in column.told_by]
    assert len(shown) == len(set(shown))
    for row in table.rows:
        assert [cell.source_id for cell in row.cells] == columns(table)
        for cell, column in zip(row.cells, table.columns, strict=True):
            assert cell.silence in (None, column.silence)
            assert (cell.group == -1) == (not cell.entries)
            same = [other for other in row.cells if other.group == cell.group and other.entries]
            assert cell.shared == (len(same) > 1)


def test_voices_are_folded_into_their_document_or_stand_alone(dataset: Dataset) -> None:
    folded = compare(dataset, "kirov-murder", ["wiki", "paper"]).row("called")
    assert [(entry.source_id, entry.depth, entry.text) for entry in folded.cells[0].entries] == [
        ("wiki", 0, "the terrorist act"),
        ("memo", 1, "the deed"),
    ]
    assert folded.cells[0].text == "the terrorist act; Yagoda: the deed"
    alone = compare(dataset, "kirov-murder", ["memo", "wiki"])
    assert said(alone, "called") == ["the deed", "the terrorist act"]
    assert alone.row("called").cells[0].entries[0].depth == 0
    own = compare(dataset, "kirov-murder", ["wiki"], fold=False)
    assert said(own, "called") == ["the terrorist act"]
    assert own.columns[0].voices == ("memo",)


def test_a_document_that_tells_it_only_through_a_voice_is_not_silent(dataset: Dataset) -> None:
    (wiki,) = compare(dataset, "kremlin", ["wiki"]).columns
    assert (wiki.silence, wiki.told_by, wiki.stance) == (None, ("note",), None)
    (wiki,) = compare(dataset, "kremlin", ["wiki"], fold=False).columns
    assert (wiki.silence, wiki.told_by) == (SilenceKind.NOT_MENTIONED, ())


def test_silent_cells_say_which_silence(dataset: Dataset) -> None:
    table = compare(dataset, "removal", ["wiki", "book", "paper"])
    silences = [SilenceKind.NOT_MENTIONED, SilenceKind.OUT_OF_SPAN, SilenceKind.NOT_CODED]
    assert [column.silence for column in table.columns] == silences
    assert [cell.silence for cell in table.row("account").cells] == silences


def test_a_source_that_tells_it_and_has_nothing_for_a_row_is_not_silent(dataset: Dataset) -> None:
    date = compare(dataset, "trial").row("date")
    assert [(cell.text, cell.silence) for cell in date.cells] == [("", None), ("August 1936", None)]
    assert date.none == "gives no date"


def test_equal_cells_are_found_whatever_their_form(tmp_path: Path) -> None:
    deed = told(
        tmp_path,
        {"source_id": "a", "called": "The Deed", "date_as_given": "1 December 1934", "wording": "x y | z"},
        {"source_id": "b", "called": "the deed.", "date_as_given": "1934-12-01", "wording": "Z | x, y"},
        {"source_id": "c", "called": "the crime", "date_as_given": "December 1934"},
        a={},
        b={},
        c={},
    )
    table = compare(deed, "deed")
    for key in ("called", "date"):
        assert [(cell.group, cell.shared) for cell in table.row(key).cells] == [
            (0, True),
            (0, True),
            (1, False),
        ]
        assert table.row(key).differs
    wording = table.row("wording")
    assert [(cell.group, cell.shared) for cell in wording.cells] == [(0, True), (0, True), (-1, False)]
    assert (wording.alike, wording.differs) == (True, False)


def test_a_source_and_its_mirror_are_not_alike(tmp_path: Path) -> None:
    deed = told(
        tmp_path,
        *({"source_id": name, "called": "the deed"} for name in ("a", "mirror", "b")),
        a={},
        mirror={"derives_from": "a"},
        b={},
    )
    both = compare(deed, "deed", ["a", "mirror"]).row("called")
    assert (both.alike, both.differs, both.cells[1].shared) == (False, False, True)
    assert compare(deed, "deed", ["mirror", "b"]).row("called").alike


def test_people_have_the_part_that_the_source_gives_or_else_the_record_s(purge: Dataset) -> None:
    table = compare(purge, "kirov-murder", ["georgian-journal", "spartacus"])
    assert said(table, "people") == [
        "Sergei Kirov (victim, lover of the killer's wife); Leonid Nikolaev (half-mad killer, not named); "
        "Milda Draule (the killer's wife, not named)",
        "Sergei Kirov (victim); Leonid Nikolaev (assassin)",
    ]


def test_each_question_of_the_event_is_a_row(dataset: Dataset) -> None:
    rows = [row for row in compare(dataset, "trial", ["wiki", "book", "paper"]).rows if row.question_id]
    (who,) = rows  # nobody answers the other
    assert (who.key, who.name, who.question_id) == ("question", "Who gave the order?", "who")
    assert [cell.text for cell in who.cells] == ["the bloc", "nobody", "the bloc"]
    assert [cell.group for cell in who.cells] == [0, 1, 0]
    assert [cell.silence for cell in who.cells] == [
        None,
        None,
        None,
    ]  # the paper answers, though of another event
    assert who.cells[1].entries[0].parts == ("He acted alone.",)


def test_says_nothing_is_no_answer(purge: Dataset) -> None:
    rows = {row.question_id: row for row in compare(purge, "kirov-murder", ["wikipedia", "prolewiki"]).rows}
    wikipedia, prolewiki = rows["nikolaev-alone"].cells
    assert (wikipedia.entries, wikipedia.silence) == ((), None)
    assert prolewiki.entries


def test_who_speaks_and_how_long_after(dataset: Dataset) -> None:
    table = compare(dataset, "kirov-murder", ["memo", "paper", "wiki"])
    assert said(table, "said") == ["2 years after", "1 day after", "86 years after"]
    assert said(table, "speaks") == ["Yagoda", "The paper", "The wiki"]
    assert table.columns[0].printed_in == "The wiki"


def test_where_the_time_between_is_not_known_the_date_of_telling_stands(tmp_path: Path) -> None:
    deed = told(tmp_path, {"source_id": "a"}, a={"published": "since 1950"})
    assert said(compare(deed, "deed", ["a"]), "said") == ["since 1950"]


def test_kirov_s_murder_in_all_five(purge: Dataset) -> None:
    table = compare(purge, "kirov-murder")
    assert columns(table) == ["wikipedia", "wikipedia-mirror", "georgian-journal", "prolewiki", "spartacus"]
    assert [column.stance.id if column.stance else "" for column in table.columns] == [
        "reports",
        "reports",
        "own-version",
        "accepts",
        "reports",
    ]
    assert all(cell.entries for cell in table.row("account").cells)


def test_unknown_ids_are_key_errors_and_no_sources_are_no_columns(dataset: Dataset, tmp_path: Path) -> None:
    with pytest.raises(KeyError, match="no-such-event"):
        compare(dataset, "no-such-event")
    with pytest.raises(KeyError, match="no-such-source"):
        compare(dataset, "trial", ["wiki", "no-such-source"])
    with pytest.raises(KeyError, match="no-such-row"):
        compare(dataset, "trial").row("no-such-row")
    assert compare(plain(tmp_path), "first").columns == ()
