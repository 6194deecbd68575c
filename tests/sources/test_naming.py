from __future__ import annotations

from pathlib import Path

import pytest

from tests.folders import make_folder
from timeline.dataset import Dataset
from timeline.loading import load
from timeline.sources.accounts import accounts_of
from timeline.sources.naming import Acting, Finder, names, namesakes, people_named

PEOPLE = [
    {"person_id": "kirov", "name": "Sergei Kirov", "also_known_as": "Киров; Sergei Kostrikov"},
    {"person_id": "nikolaev", "name": "Leonid Nikolaev", "also_known_as": ""},
    {"person_id": "boris", "name": "Boris Rosenfeld", "also_known_as": ""},
    {"person_id": "nikolai", "name": "Nikolai Rosenfeld", "also_known_as": ""},
    {"person_id": "anna", "name": "Anna Orlova", "also_known_as": "Eagle"},
    {"person_id": "olga", "name": "Olga Petrova", "also_known_as": "Eagle"},
    {"person_id": "yakov", "name": "Yakov Alksnis", "also_known_as": ""},
    {"person_id": "viktor", "name": "Viktor Alksnis", "also_known_as": ""},
]


def telling(folder: Path, cast: str, cells: dict[str, str] | None = None, **account: str) -> Dataset:
    return load(
        make_folder(
            folder,
            events=[{"event_id": "deed", "start": "1934", "title": "The deed", "people": cast}],
            people=PEOPLE,
            sources=[
                {"source_id": "book", "title": "The book"},
                {"source_id": "paper", "title": "The paper"},
            ],
            accounts=[
                {"event_id": "deed", "source_id": "book", **account, **(cells or {})},
                {"event_id": "deed", "source_id": "paper"},
            ],
        )
    )


@pytest.mark.parametrize(
    ("people", "text", "found"),
    [
        ("kirov:victim", "They shot Kirov dead", {"kirov": ["Kirov"]}),
        ("kirov:victim", "Sergey Kiroff fell; Kirov’s office", {"kirov": ["Sergey Kiroff", "Kirov"]}),
        ("kirov:victim", "убит Киров", {"kirov": ["Киров"]}),
        ("kirov:victim", "Sergei Kostrikov, called Kirov", {"kirov": ["Sergei Kostrikov", "Kirov"]}),
        ("nikolaev", "by Leonid Nikolayev", {"nikolaev": ["Leonid Nikolayev"]}),
        ("nikolaev", "a young member", {}),
        ("kirov", "by Leonid Nikolayev", {}),  # takes no part in the event
        ("boris", "Rosenfeld spoke", {"boris": ["Rosenfeld"]}),  # the only one of that name here
        ("boris; nikolai", "Rosenfeld spoke", {}),  # either of two
        ("boris; nikolai", "Nikolai Rosenfeld spoke", {"nikolai": ["Nikolai Rosenfeld"]}),
        ("anna", "Eagle spoke", {"anna": ["Eagle"]}),
        ("anna; olga", "Eagle spoke", {}),
        ("kirov", "Eagle spoke", {}),
        ("yakov", "Viktor Alksnis read it", {}),  # another man of that name
        ("yakov", "Alksnis and Viktor Alksnis", {"yakov": ["Alksnis"]}),
        ("nikolaev", "the nikolaev group", {}),  # a name has a capital
    ],
)
def test_people_are_found_by_every_spelling(
    tmp_path: Path, people: str, text: str, found: dict[str, list[str]]
) -> None:
    dataset = telling(tmp_path, people, wording=text)
    used = {
        naming.id: [use.spelling for use in naming.used]
        for naming in names(dataset, "deed")
        if naming.kind == "person"
    }
    assert used == found
    assert len(people_named(dataset, "deed")["book"]) == len(found)


def test_the_source_s_own_words_are_told_from_our_summary(tmp_path: Path) -> None:
    dataset = telling(
        tmp_path, "kirov:victim", called="Kirov's end", account="Sergei Kirov is shot. Kirov dies."
    )
    event, kirov = names(dataset, "deed")
    assert (event.kind, event.id, event.name) == ("event", "deed", "The deed")
    assert [(use.source_id, use.spelling) for use in event.used] == [("book", "Kirov's end")]
    assert (kirov.name, kirov.role) == ("Sergei Kirov", "victim")
    assert [(use.spelling, use.quoted) for use in kirov.used] == [("Kirov", True), ("Sergei Kirov", False)]
    assert people_named(dataset, "deed") == {
        "book": (Acting("kirov", "Sergei Kirov", "victim"),),
        "paper": (),
    }


def test_a_source_gives_a_part_of_its_own_and_names_whom_the_record_has_not(tmp_path: Path) -> None:
    told_by_book = {"people": "kirov:traitor; anna:witness", "wording": "Kirov fell"}
    dataset = telling(tmp_path, "kirov:victim", told_by_book)
    told = people_named(dataset, "deed")["book"]
    assert [str(acting) for acting in told] == ["Sergei Kirov (traitor)", "Anna Orlova (witness)"]


def test_who_takes_no_part_is_found_by_a_name_that_nobody_else_has(tmp_path: Path) -> None:
    dataset = telling(tmp_path, "anna")
    found = [who for who, _ in Finder(dataset).find("Kirov met Alksnis, Viktor Alksnis and an Eagle")]
    assert found == ["kirov", "", "viktor", ""]
    assert [who for who, _ in Finder(dataset, cast=["yakov"]).find("Alksnis")] == ["yakov"]


def test_namesakes_share_a_surname_or_a_whole_name(tmp_path: Path) -> None:
    dataset = telling(tmp_path, "anna")
    assert namesakes(dataset, "boris") == ("nikolai",)
    assert namesakes(dataset, "anna") == ("olga",)
    assert namesakes(dataset, "kirov") == ()


def test_nikolaev_has_two_spellings_in_the_shipped_folder(shipped: Path) -> None:
    event, *people = names(load(shipped), "kirov-murder")
    called = {use.source_id: use.spelling for use in event.used}
    assert called["georgian-journal"] == "Kirov's assassination"
    assert called["prolewiki"] == "the murder of Sergei Kirov"
    (nikolaev,) = (person for person in people if person.id == "nikolaev")
    assert {use.spelling for use in nikolaev.used if use.source_id == "spartacus"} == {
        "Leonid Nikolayev",
        "Nikolayev",
    }


def test_who_is_named_is_found_in_the_cells_as_in_the_account(shipped: Path) -> None:
    dataset = load(shipped)
    cells = dataset.accounts.set_index(["event_id", "source_id"])[["called", "wording", "account", "framing"]]
    for event_id in dataset.events["event_id"]:
        finder = Finder(dataset, event_id)
        for account in accounts_of(dataset, event_id):
            named = finder.named_in(*cells.loc[event_id, account.source_id])
            assert named == {person for person in finder.people_in(account) if person}


def test_an_unknown_event_is_a_key_error(tmp_path: Path) -> None:
    dataset = telling(tmp_path, "kirov")
    for ask in (names, people_named):
        with pytest.raises(KeyError, match="no-such-event"):
            ask(dataset, "no-such-event")
