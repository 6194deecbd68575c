from __future__ import annotations

from pathlib import Path

from tests.small_tellings import plain, tellings
from timeline.loading import load
from timeline.sources.profiles import profiles, witnesses


def test_how_many_events_in_its_own_voice_and_with_its_voices(tmp_path: Path) -> None:
    found = profiles(tellings(tmp_path))
    assert list(found) == ["wiki", "memo", "note", "mirror", "book", "paper"]
    wiki = found["wiki"]
    assert (wiki.own, wiki.all, wiki.voices, wiki.within) == (2, 4, ("memo",), ("memo", "note"))
    assert [(stance.id, count) for stance, count in wiki.stances] == [("accepts", 2)]
    assert (wiki.repeated_by, found["mirror"].repeated_by) == (("mirror",), ())
    assert (found["paper"].stances, found["paper"].uncoded) == ((), 1)
    assert (found["mirror"].own, found["mirror"].all) == (0, 0)


def test_who_repeats_another_is_no_witness_of_its_own(tmp_path: Path, shipped: Path) -> None:
    counted = witnesses(tellings(tmp_path))
    assert (counted.documents, counted.voices, counted.independent) == (4, 2, 3)
    counted = witnesses(load(shipped))
    assert (counted.documents, counted.independent) == (5, 4)


def test_a_folder_without_sources_has_no_profiles(tmp_path: Path) -> None:
    dataset = plain(tmp_path)
    assert profiles(dataset) == {}
    assert witnesses(dataset).documents == 0
