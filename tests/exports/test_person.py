"""A person to take away: what can be quoted, what it rests on, the tellings as a table."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from tests.folders import make_folder
from timeline.dataset import Dataset
from timeline.exports.person import cited, paragraph, person_csv
from timeline.loading import load
from timeline.people.answers import answer


@pytest.fixture(scope="module")
def dataset(shipped: Path) -> Dataset:
    return load(shipped)


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def test_the_paragraph_names_its_works_its_sources_and_each_side(dataset: Dataset) -> None:
    said = paragraph(dataset, answer(dataset, "yenukidze"))
    assert said.startswith("Avel Yenukidze (1877–1937), Secretary of the Central Executive Committee")
    assert "By the record: Yenukidze is shot, 30 October 1937 (Conquest 1990)." in said
    assert "Without the name, though they cover the time: ProleWiki; Spartacus Educational." in said
    assert (
        "Wikipedia, which Wikipedia mirror repeats: February [1935]; the record: 3 March 1935 (Zhukov 2003"
        in said
    )


def test_whatever_the_paragraph_names_is_cited(dataset: Dataset) -> None:
    keys = [key for key, _ in cited(dataset, answer(dataset, "tukhachevsky"))]
    assert len(keys) == len(set(keys))
    assert {"trepper", "prolewiki", "work:rayfield-2004", "work:conquest-1990"} <= set(keys)
    assert keys.index("prolewiki") < keys.index("work:rayfield-2004")


def test_a_row_has_the_record_s_and_the_source_s_apart(dataset: Dataset) -> None:
    found = [row for row in rows(person_csv(dataset, "yenukidze")) if row["event_id"] == "yenukidze-removed"]
    assert {row["record_date"] for row in found} == {"3 March 1935"}
    assert {row["source"]: (row["source_part"], row["source_date"]) for row in found}["Georgian Journal"] == (
        "conspirator",
        "",
    )
    alone = [row for row in rows(person_csv(dataset, "yenukidze")) if row["event_id"] == "conspirators-1934"]
    assert {row["record_date"] for row in alone} == {""}  # only a source dates it


def test_a_folder_without_sources_has_a_table_of_the_record(tmp_path: Path) -> None:
    folder = make_folder(
        tmp_path,
        events="event_id,start,title,people\na,1934,=The first,ann\nb,1935,Other,\n",
        people="person_id,name\nann,Ann\n",
    )
    dataset = load(folder)
    assert [(row["event"], row["source"]) for row in rows(person_csv(dataset, "ann"))] == [
        ("'=The first", "")
    ]
    found = answer(dataset, "ann")
    assert (paragraph(dataset, found), cited(dataset, found)) == ("Ann.", [])
    with pytest.raises(KeyError):
        person_csv(dataset, "nobody")
