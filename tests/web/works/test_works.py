"""The page of the works behind the record, and how a record names them."""

from __future__ import annotations

import re
from pathlib import Path

from tests.folders import make_folder
from timeline.dataset import Dataset
from timeline.exports.citations.citations import works_named
from timeline.loading import load
from timeline.web import create_app
from timeline.web.shared.authorities import whose


def folder(path: Path) -> Dataset:
    make_folder(
        path,
        events=[
            {
                "event_id": "murder",
                "start": "1934",
                "title": "A <b>murder</b>",
                "basis": "lenoe ch. 5",
                "dating": "x",
            }
        ],
        questions=[{"question_id": "who", "event_id": "murder", "question": "Who?", "record_basis": "lenoe"}],
        references=[
            {
                "reference_id": "lenoe",
                "author": "Lenoe, Matthew E.",
                "title": "The Kirov Murder",
                "published": "2010",
                "place": "New Haven",
                "publisher": "Yale University Press",
                "kind": "book",
                "note": "Read in <i>excerpts</i>.",
            }
        ],
    )
    return load(path)


def test_a_work_is_cited_and_says_what_it_is_named_for(tmp_path: Path) -> None:
    page = create_app(folder(tmp_path)).server.test_client().get("/works").text
    assert "Lenoe, Matthew E. The Kirov Murder. New Haven: Yale University Press, 2010." in page
    assert "Lenoe, M. E. (2010). The Kirov Murder. Yale University Press." in page
    assert "Named for 1 date, 1 question" in page
    assert re.search(r'<a href="/\?event=murder">A &lt;b&gt;murder', page)
    assert "Read in &lt;i&gt;excerpts" in page


def test_a_folder_without_references_says_so(tmp_path: Path) -> None:
    make_folder(tmp_path, events=[{"event_id": "one", "start": "1934", "title": "One"}])
    page = create_app(load(tmp_path)).server.test_client().get("/works")
    assert page.status_code == 200
    assert "This folder names no works" in page.text


def test_a_cell_names_its_works_with_their_places(tmp_path: Path) -> None:
    assert works_named(folder(tmp_path), "lenoe ch. 5; lenoe") == "Lenoe 2010, ch. 5; Lenoe 2010"


def test_our_words_are_set_apart_for_eye_and_ear() -> None:
    said = '<i class="ours"><span class="visually-hidden">our words: </span>[1937]</i>'
    assert whose("May [1937]") == f"May {said}"
    assert whose("<b>") == "&lt;b&gt;"
