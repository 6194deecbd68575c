from __future__ import annotations

from pathlib import Path

import pytest

from tests.folders import make_folder
from timeline.dataset import Dataset
from timeline.dates import day_number, parse
from timeline.loading import load
from timeline.people.contacts import company, network, shared_parts
from timeline.people.lifelines import life, lives

PEOPLE = """\
person_id,name,also_known_as,born,died,role,group,fate,note
a,Ada Adams,Adah; ,1800,c. March 1850,,,shot,
b,Ben,,,1851,,,,
c,Cy,,1820,,,,,
d,Dee,,,,,,,
"""
EVENTS = """\
event_id,start,title,people
one,1830,One,a:head; b
two,1831,Two,a:victim; b; c
three,1832,Three,b; a
four,1833,Four,c; d
"""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return load(make_folder(tmp_path_factory.mktemp("lives"), people=PEOPLE, events=EVENTS))


def test_a_life_has_its_names_and_its_parts_in_time(small: Dataset) -> None:
    ada = life(small, "a")
    assert (ada.name, ada.also, ada.fate.word) == ("Ada Adams", ("Adah",), "Executed")
    assert [(part.row, part.role) for part in ada.parts] == [(0, "head"), (1, "victim"), (2, "")]
    assert [one.person_id for one in lives(small)] == ["a", "b", "c", "d"]
    with pytest.raises(KeyError):
        life(small, "nobody")


def test_the_years_of_a_life_are_told_as_far_as_they_are_known(small: Dataset) -> None:
    assert [one.years for one in lives(small)] == ["1800–1850", "died 1851", "born 1820", ""]


def test_a_life_reaches_over_the_axis_where_a_date_is_not_known(small: Dataset) -> None:
    first, last = small.first_day, small.last_day
    assert life(small, "d").span(first, last) == (first, last)
    end = parse("December 1832").latest
    assert end is not None
    assert life(small, "c").span(first, day_number(end)) == (first, day_number(end))


def test_company_comes_by_shared_events(small: Dataset) -> None:
    assert [(one.person_id, one.shared) for one in company(small, "a")] == [("b", 3), ("c", 1)]
    assert company(small, "d")[0].rows == (3,)
    assert shared_parts(life(small, "a"), life(small, "c")) == (1,)


def test_a_network_is_the_same_each_time_and_has_everybody_apart(dataset: Dataset) -> None:
    companions = company(dataset, "yagoda")
    drawn = network(companions)
    assert drawn == network(companions)
    assert len(drawn.nodes) == 12
    places = [(node.x, node.y) for node in drawn.nodes]
    assert len(set(places)) == len(places)
    assert all(tie.shared >= 2 and tie.one < tie.other for tie in drawn.ties)
    assert network(()).nodes == ()


def test_two_men_of_one_surname_are_two_lives(dataset: Dataset) -> None:
    yefim, grigory = life(dataset, "yefim-yevdokimov"), life(dataset, "grigory-yevdokimov")
    assert not shared_parts(yefim, grigory)
    assert yefim.fate.text == "shot 1940"
    assert grigory.years == "1884–1936"


def test_nobody_is_a_folder_without_people(tmp_path: Path) -> None:
    plain = load(make_folder(tmp_path, events="event_id,start,title\na,1934,The first\n"))
    assert lives(plain) == ()
