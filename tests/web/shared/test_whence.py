"""Who has it from whom as a drawing: everybody is named, hearsay is hollow, the mirror flows back, nothing overlaps."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.contest_folder import contest
from tests.folders import make_folder
from timeline.dataset import Dataset
from timeline.loading import load
from timeline.sources.contested import contest_of
from timeline.sources.transmission import answering, transmission
from timeline.web.shared.whence import NARROW, WIDE, Shape, hues, whence, whence_rows


@pytest.fixture(scope="module")
def shipped_dataset(shipped: Path) -> Dataset:
    return load(shipped)


def drawn(dataset: Dataset, shape: Shape = WIDE) -> ElementTree.Element:
    return ElementTree.fromstring(whence(dataset, transmission(dataset), shape).inline("x"))


def named(root: ElementTree.Element) -> list[str]:
    return [" ".join("".join(element.itertext()).split()) for element in root.iter("text")]


@pytest.mark.parametrize("shape", [WIDE, NARROW])
def test_everybody_who_tells_is_named(shipped_dataset: Dataset, shape: Shape) -> None:
    words = " | ".join(named(drawn(shipped_dataset, shape)))
    for teller in transmission(shipped_dataset):
        assert teller.speaker[:22] in words


@pytest.mark.parametrize("shape", [WIDE, NARROW])
def test_no_name_covers_another(shipped_dataset: Dataset, shape: Shape) -> None:
    starts = sorted(
        float(element.get("y", "0"))
        for element in drawn(shipped_dataset, shape).iter("text")
        if element.get("text-anchor") is None
    )
    assert all(lower - upper >= 11 for upper, lower in pairwise(starts))


def test_hearsay_is_italic_dashed_and_hollow(shipped_dataset: Dataset) -> None:
    root = drawn(shipped_dataset)
    heard = [teller for teller in transmission(shipped_dataset) if teller.hearsay]
    italic = [text for text in root.iter("text") if text.get("font-style") == "italic"]
    assert len(italic) == len(heard) == 14
    assert sum(path.get("stroke-dasharray") is not None for path in root.iter("path")) == len(heard)
    assert sum(rect.get("stroke") is not None for rect in root.iter("rect")) == len(heard)


def test_a_mirror_has_the_hue_of_its_origin_and_flows_back(shipped_dataset: Dataset) -> None:
    colors = hues(shipped_dataset)
    assert colors["wikipedia-mirror"] == colors["wikipedia"]
    assert len(set(colors.values())) == len(colors) - 1
    back = next(drawn(shipped_dataset).iter("path"))  # behind everything
    assert back.get("fill") == colors["wikipedia"]
    ends = [float(x) for x in re.findall(r"[MC ](-?[\d.]+) ", back.get("d", ""))]
    assert max(ends) <= WIDE.document


def test_a_question_has_only_those_who_answer(tmp_path: Path) -> None:
    dataset = contest(tmp_path)
    tellers = answering(dataset, contest_of(dataset, "disputed").issue)
    root = ElementTree.fromstring(whence(dataset, tellers, NARROW, "").inline("x"))
    assert [name.split(" ")[0] for name in named(root)].count("The") == 3
    assert "A neighbour" not in " ".join(named(root)), "the rumour says nothing here"
    assert "does" not in " ".join(named(root))


def test_the_table_has_a_row_for_everybody(shipped_dataset: Dataset) -> None:
    tellers = transmission(shipped_dataset)
    head, *rows = whence_rows(shipped_dataset, tellers)
    assert len(rows) == len(tellers)
    assert all(len(row) == len(head) for row in rows)
    assert sum(row[5] == "summary" for row in rows) == 14


def test_many_voices_are_folded_and_long_names_cut(tmp_path: Path) -> None:
    sources = [{"source_id": f"d{number}", "title": "Protocol " * 40 + str(number)} for number in range(40)]
    sources += [
        {"source_id": f"v{number}", "title": f"Voice {number}", "quoted_in": "d0"} for number in range(90)
    ]
    folder = make_folder(
        tmp_path,
        events=[{"event_id": "e", "start": "1934", "title": "E"}],
        sources=sources,
        accounts=[{"event_id": "e", "source_id": row["source_id"]} for row in sources],
    )
    dataset = load(folder)
    for shape in (WIDE, NARROW):
        picture = whence(dataset, transmission(dataset), shape)
        words = " ".join(named(ElementTree.fromstring(picture.inline("x"))))
        assert "67 more voices" in words
        assert "and 16 more documents" in words
        assert picture.height < 2000


def test_one_document_alone_is_a_drawing_too(tmp_path: Path) -> None:
    folder = make_folder(
        tmp_path,
        events=[{"event_id": "e", "start": "1934", "title": "E"}],
        sources=[{"source_id": "book", "title": "The book"}],
    )
    assert named(drawn(load(folder))) == ["The book", "0 events"]
