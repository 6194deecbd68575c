"""What is coded of framing and of authorities: kept where it can be used, reported with line and hint where not."""

from __future__ import annotations

from pathlib import Path

from tests.folders import Cells, make_folder
from timeline.dataset import Dataset
from timeline.loading import load


def loaded(folder: Path, **tables: list[Cells]) -> Dataset:
    usual: dict[str, list[Cells]] = {
        "events": [{"event_id": "murder", "start": "1934", "title": "A murder", "dating": "A book."}],
        "sources": [{"source_id": source, "title": source} for source in ("wiki", "journal")],
        "accounts": [{"event_id": "murder", "source_id": source} for source in ("wiki", "journal")],
    }
    make_folder(folder, toml=str(tables.pop("toml", "")) or None, **{**usual, **tables})
    return load(folder)


def faults(dataset: Dataset) -> list[str]:
    return [str(problem) for problem in dataset.problems if problem.severity == "error"]


def test_a_mark_is_a_kind_and_words_of_the_rows_own_quotation(tmp_path: Path) -> None:
    marks = "naming: clandestine group; act: Shot; deed: shot; blame: by Stalin"
    account = {
        "event_id": "murder",
        "source_id": "wiki",
        "wording": "a clandestine group | was shot",
        "marks": marks,
    }
    dataset = loaded(tmp_path, accounts=[account, {"event_id": "murder", "source_id": "journal"}])
    assert dataset.accounts["marks"].tolist() == ["naming: clandestine group; act: Shot", ""]
    assert faults(dataset) == [
        "accounts.csv:2: error: marks 'deed: shot': this is not a kind of mark — "
        "write naming, act, blame or certainty, a colon and a phrase",
        "accounts.csv:2: error: marks 'blame: by Stalin': these words are not in the wording — "
        "write words of this row's wording, letter by letter",
    ]


def test_sides_are_letters_and_what_is_compatible_has_been_answered(tmp_path: Path) -> None:
    dataset = loaded(
        tmp_path,
        questions=[
            {"question_id": "who", "event_id": "murder", "question": "Who?", "compatible": "a B; b z"}
        ],
        answers=[
            {"question_id": "who", "source_id": "wiki", "position": "One", "side": "A"},
            {"question_id": "who", "source_id": "journal", "position": "Two", "side": "b"},
        ],
    )
    assert dataset.answers["side"].tolist() == ["a", "b"]
    assert dataset.questions["compatible"].tolist() == ["a b; b"]
    assert faults(dataset) == [
        "questions.csv:2: error: compatible 'z': no answer has this side — "
        "write letters of the column side, as in a b; b c"
    ]


def test_a_side_of_several_letters_is_emptied(tmp_path: Path) -> None:
    dataset = loaded(
        tmp_path,
        questions=[{"question_id": "who", "event_id": "murder", "question": "Who?"}],
        answers=[{"question_id": "who", "source_id": "wiki", "position": "One", "side": "ab"}],
    )
    assert dataset.answers["side"].tolist() == [""]
    assert "a side is one letter" in faults(dataset)[0]


def test_works_are_looked_up_in_the_table_of_references(tmp_path: Path) -> None:
    dataset = loaded(
        tmp_path,
        toml='title = "T"\nnote = "Shot [@lenoe-2010, ch. 1; @nobody]."',  # type: ignore[arg-type]
        events=[
            {"event_id": "murder", "start": "1934", "title": "M", "basis": "lenoe-2010 ch. 5; leno-2010 p. 1"}
        ],
        questions=[
            {"question_id": "who", "event_id": "murder", "question": "Who?", "record_basis": "lenoe-2010"}
        ],
        references=[{"reference_id": "lenoe-2010", "title": "The Kirov Murder"}],
    )
    assert dataset.events["basis"].tolist() == ["lenoe-2010 ch. 5"]
    assert dataset.questions["record_basis"].tolist() == ["lenoe-2010"]
    assert faults(dataset) == [
        "timeline.toml: error: note 'nobody': the note names a work that is not there — "
        "add it to references.csv, or write an id that is there",
        "events.csv:2: error: basis 'leno-2010': there is no reference_id like this in references.csv — "
        "did you mean 'lenoe-2010'?",
    ]


def test_without_a_table_of_references_the_basis_is_text(tmp_path: Path) -> None:
    dataset = loaded(
        tmp_path,
        questions=[
            {
                "question_id": "who",
                "event_id": "murder",
                "question": "Who?",
                "record_basis": "Getty and Naumov (1999)",
            }
        ],
    )
    assert dataset.questions["record_basis"].tolist() == ["Getty and Naumov (1999)"]
    assert faults(dataset) == []
