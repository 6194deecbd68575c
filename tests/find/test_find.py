from __future__ import annotations

from pathlib import Path

import pytest

from tests.folders import make_folder
from tests.small_tellings import plain, tellings
from timeline.dataset import Dataset
from timeline.find.find import LIKE_PEOPLE, LIKE_TITLES, find, told_in
from timeline.find.things import callers
from timeline.loading import load


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return tellings(tmp_path_factory.mktemp("tellings"))


@pytest.fixture(scope="module")
def purge(shipped: Path) -> Dataset:
    return load(shipped)


def ids(dataset: Dataset, typed: str) -> dict[str, list[str]]:
    return {group.id: [thing.id for thing in group.things] for group in find(dataset, typed, 10).groups}


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Enukidze", {"people": ["yenukidze"], "events": ["removal"]}),
        ("енукидзе", {"people": ["yenukidze"], "events": ["removal"]}),
        ("  YENUK ", {"people": ["yenukidze"], "events": ["removal"]}),
        ("order", {"questions": ["who"]}),
        ("conquest", {"sources": ["book"]}),
        ("the book", {"sources": ["book"]}),
        # Whose own name it is comes before whose other name it is.
        ("abel", {"people": ["abel", "yenukidze"]}),
        ("kirow", {"people": ["kirov"], "events": ["kirov-murder"]}),
        ("ninth", {}),
        ("", {}),
        ("?!", {}),
        # What a source calls an event is a name of it, too.
        ("show trial", {"events": ["trial"]}),
        ("murdered kirov", {"events": ["kirov-murder"]}),
        # Nobody misspells an office: only names are looked through.
        ("secretary", {}),
    ],
)
def test_what_is_found_by_name(dataset: Dataset, typed: str, found: dict[str, list[str]]) -> None:
    assert {name: things for name, things in ids(dataset, typed).items() if "alike" not in name} == found


def test_what_sounds_almost_alike_stands_apart_at_once(dataset: Dataset) -> None:
    found = ids(dataset, "Nikolai")
    assert found["people"] == ["yenukidze"]  # the Nikolai of Tiflis
    assert ids(dataset, "Yenukitze") == {LIKE_PEOPLE: ["yenukidze"], LIKE_TITLES: ["removal"]}
    assert ids(dataset, "Avel Yenukitze") == {LIKE_PEOPLE: ["yenukidze"]}
    assert ids(dataset, "Trail") == {LIKE_TITLES: ["trial"]}
    both = ids(make_two(dataset), "Kamenev")
    assert both == {"people": ["kamenev"], LIKE_PEOPLE: ["kamenov"]}


def make_two(dataset: Dataset) -> Dataset:
    folder = dataset.folder.parent / "two"
    people = "person_id,name\nkamenev,Lev Kamenev\nkamenov,Ivan Kamenov\n"
    return load(make_folder(folder, events="event_id,start,title\none,1934,One\n", people=people))


def test_namesakes_are_told_apart(purge: Dataset) -> None:
    [group] = [group for group in find(purge, "Evdokimov", 5).groups if group.id == "people"]
    assert [(thing.name, thing.apart) for thing in group.things] == [
        ("Grigory Yevdokimov", ("Former Leningrad party leader, follower of Zinoviev", "1884–1936")),
        ("Yefim Yevdokimov", ("Security officer; party chief in the North Caucasus", "1891–1940")),
    ]


@pytest.mark.parametrize(
    ("typed", "group", "name", "apart"),
    [
        ("kirov is shot", "events", "Kirov is shot in the Smolny", ("1 December 1934", "Leningrad")),
        (
            "said to refuse",
            "events",
            "Kirov is said to refuse a move to Moscow",
            ("the record gives no date", "Sochi"),
        ),
        (
            "wikipedia",
            "sources",
            "Wikipedia",
            ("Kremlin Plot", "encyclopaedia article", "since 31 March 2024"),
        ),
        (
            "radek",
            "sources",
            "Karl Radek",
            ("Final plea", "court statement", "January 1937", "printed in Andrew Rothstein"),
        ),
        (
            "lenoe soviet history",
            "works",
            "The Kirov Murder and Soviet History",
            ("Lenoe, Matthew E.", "2010", "book"),
        ),
    ],
)
def test_what_tells_each_kind_apart(
    purge: Dataset, typed: str, group: str, name: str, apart: tuple[str, ...]
) -> None:
    things = {one.id: one.things[0] for one in find(purge, typed, 1).groups}
    assert (things[group].name, things[group].apart) == (name, apart)


def test_a_person_found_under_another_name_says_which(purge: Dataset) -> None:
    def spellings(typed: str) -> list[tuple[str, str]]:
        return [(thing.id, thing.spelling) for thing in find(purge, typed, 3).groups[0].things]

    assert spellings("Lev Rosenfeld") == [("kamenev", "Lev Rosenfeld")]
    assert spellings("kirov") == [("kirov", "")]


def test_an_event_found_by_what_sources_call_it_says_who_does(dataset: Dataset) -> None:
    [found] = find(dataset, "show trial", 3).groups[0].things
    assert (found.name, found.spelling) == ("The first trial", "the show trial")
    assert callers(dataset, found.id, found.spelling) == ("book",)


def test_what_fits_best_comes_first(tmp_path: Path) -> None:
    titles = ["After the trial", "Trials", "The second trial", "Trial", "Industrial", "Trial by letter"]
    events = [
        {"event_id": f"e{place}", "start": "1934", "title": title, "importance": "5" if place == 2 else "3"}
        for place, title in enumerate(titles)
    ]
    dataset = load(make_folder(tmp_path, events=events))
    [group] = find(dataset, "trial", 10).groups
    assert [thing.name for thing in group.things] == [
        "Trial",  # the whole name
        "Trials",  # begins like it
        "Trial by letter",
        "The second trial",  # weighs more
        "After the trial",
    ]


def test_each_group_is_bounded_and_says_how_many_there_are(tmp_path: Path) -> None:
    events = [
        {"event_id": f"e{number}", "start": "1934", "title": f"Event {number}"} for number in range(1000)
    ]
    dataset = load(make_folder(tmp_path, events=events))
    [group] = find(dataset, "event", 4).groups
    assert (len(group.things), group.total, group.more) == (4, 1000, 996)
    seen = [
        thing.id
        for start in range(0, 1000, 300)
        for group in find(dataset, "event", 300, "events", start).groups
        for thing in group.things
    ]
    assert sorted(seen) == sorted(event["event_id"] for event in events)
    assert find(dataset, "event", 4, "people").groups == ()


def test_words_that_only_some_have_are_offered_one_by_one(dataset: Dataset) -> None:
    assert find(dataset, "Kirov Xylophone order", 4).single == (("Kirov", 2), ("order", 1))
    assert find(dataset, "Xylophone", 4).single == ()


def test_events_whose_texts_have_it_are_counted(dataset: Dataset) -> None:
    assert told_in(dataset, "café") == 1
    assert find(dataset, "café", 4).groups == ()


def test_a_folder_of_events_alone_is_looked_through(tmp_path: Path) -> None:
    assert ids(plain(tmp_path), "first") == {"events": ["first"]}
    assert find(plain(tmp_path), "a" * 5000 + " b" * 5000, 4).groups == ()
