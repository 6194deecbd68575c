"""A folder becomes a dataset: the frames' promises, places on the axis, and what an author may leave out."""

from __future__ import annotations

import dataclasses
import weakref
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from tests.folders import SMALL, make_folder, small_folder
from timeline.dataset import Dataset, UnusableFolder
from timeline.dataset.schema import TABLES
from timeline.dataset.settings import PALETTE, STANCES
from timeline.dates import day_number
from timeline.loading import check, load

SPAN = ("first_day", "sure_from", "sure_to", "last_day", "open_start", "open_end", "vague")


@pytest.fixture
def small(tmp_path: Path) -> Dataset:
    return load(small_folder(tmp_path))


def day(text: str) -> int:
    return day_number(date.fromisoformat(text))


def row(frame: pd.DataFrame, **keys: str) -> pd.Series:
    found = frame[np.logical_and.reduce([frame[column] == value for column, value in keys.items()])]
    assert len(found) == 1
    return found.iloc[0]


def test_settings(small: Dataset) -> None:
    assert (small.title, small.subtitle, small.note) == (
        "A murder and its trials",
        "A small timeline",
        "A note.",
    )
    assert (small.first_day, small.last_day) == (day("1932-01-01"), day("1940-12-31"))
    assert [(theme.id, theme.color) for theme in small.themes] == [("police", "#336699"), ("court", "#993")]
    assert [(stance.id, stance.symbol) for stance in small.stances] == [("accepts", "●"), ("rejects", "○")]
    assert [(period.name, period.end) for period in small.periods] == [("The winter", "February 1935")]


@pytest.mark.parametrize("folder", ["all tables", "events only"])
def test_frames_have_every_column_and_no_gaps(folder: str, tmp_path: Path) -> None:
    events = {"events": "event_id,start,title\na,1934,b\n"}
    dataset = load(small_folder(tmp_path) if folder == "all tables" else make_folder(tmp_path, **events))
    for table in TABLES:
        frame = getattr(dataset, table.name)
        assert isinstance(frame.index, pd.RangeIndex)
        for column in table.columns:
            if (table.name, column) != ("events", "importance"):
                assert isinstance(frame[column].dtype, pd.StringDtype), (table.name, column)
                assert all(type(cell) is str for cell in frame[column]), (table.name, column)
    for frame in (dataset.events, dataset.accounts):
        assert [frame[name].dtype.kind for name in SPAN] == ["i", "i", "i", "i", "b", "b", "b"]
    assert dataset.events["importance"].dtype == np.int64
    assert dataset.accounts["dated"].dtype == np.bool_
    for name in ("published_first", "published_last", "covers_first", "covers_last"):
        assert dataset.sources[name].dtype == pd.Int64Dtype()
    assert dataset.sources["depth"].dtype == np.int64
    assert list(dataset.cast.columns) == ["event_id", "person_id", "role", "verdict"]


def test_events_of_one_date_stay_in_the_order_of_their_rows(tmp_path: Path) -> None:
    rows = "d,1935,x,\nc,1934,x,2\nb,1934,x,4\na,1934,x,2\n"
    dataset = load(make_folder(tmp_path, events="event_id,start,title,importance\n" + rows))
    assert list(dataset.events["event_id"]) == ["c", "b", "a", "d"]
    assert list(dataset.events["importance"]) == [2, 4, 2, 3]


def test_what_is_known_more_narrowly_stands_before_what_begins_with_it(tmp_path: Path) -> None:
    rows = (
        "after,after 31 December 1933,,x\nyear,1934,,x\nlonger,1 January 1934,5 January 1934,x\nmonth,January 1934,,x\n"
        "before,before 2 January 1934,,x\nnoon,1 January 1934,,x\nnight,1934-01-01,,x\nnext,2 January 1934,,x\n"
    )
    toml = 'start = "1933"\nend = "1940"\n'
    dataset = load(make_folder(tmp_path, events="event_id,start,end,title\n" + rows, toml=toml))
    assert list(dataset.events["event_id"]) == [
        "noon", "night", "longer", "month", "year", "after", "before", "next"
    ]  # fmt: skip


def test_other_tables_keep_the_order_of_the_file(small: Dataset) -> None:
    assert list(small.people["person_id"]) == ["kirov", "nikolaev", "kamenev"]
    assert list(small.accounts["event_id"])[-3:] == ["bloc", "bloc", "removal"]


def test_cast_is_the_people_cells_taken_apart(small: Dataset) -> None:
    assert small.cast.values.tolist() == [
        ["bloc", "kamenev", "", ""],
        ["kirov-murder", "kirov", "victim", ""],
        ["kirov-murder", "nikolaev", "assassin", ""],
        ["first-trial", "kamenev", "accused", ""],
    ]


def test_verdicts_belong_to_people_of_the_event(tmp_path: Path) -> None:
    events = (
        "event_id,start,title,people,verdicts\n"
        "trial,1936,The trial,kamenev:accused; kirov:judge,kamenev:death; nikolaev:ten years; kamenef:prison\n"
    )
    tables = {name: "" for name in ("sources", "accounts", "questions", "answers", "tours")}
    dataset = load(make_folder(tmp_path, events=events, people=SMALL["people"], **tables))
    assert row(dataset.cast, person_id="kamenev")["verdict"] == "death"
    assert row(dataset.cast, person_id="kirov")["verdict"] == ""
    faults = [
        (problem.column, problem.value, problem.message) for problem in dataset.problems if problem.line == 2
    ]
    assert ("verdicts", "nikolaev", "this verdict is on somebody who takes no part in the event") in faults
    assert any(column == "verdicts" and value == "kamenef" for column, value, _ in faults)


def test_an_account_gives_parts_to_people_who_are_here(tmp_path: Path) -> None:
    accounts = "event_id,source_id,people\nkirov-murder,memoir,kirov:traitor; nobody:spy; kamenev\n"
    dataset = load(small_folder(tmp_path, accounts=accounts))
    assert dataset.accounts["people"].tolist() == ["kirov:traitor; kamenev"]
    faults = [(problem.file, problem.column, problem.value) for problem in dataset.problems]
    assert ("accounts.csv", "people", "nobody") in faults


def test_a_person_with_two_roles_is_one_person(tmp_path: Path) -> None:
    events = SMALL["events"].replace("kirov:victim;", "kirov:victim; kirov:host; kirov:victim;")
    dataset = load(small_folder(tmp_path, events=events))
    assert row(dataset.cast, event_id="kirov-murder", person_id="kirov")["role"] == "victim, host"
    assert dataset.problems == ()


@pytest.mark.parametrize(
    ("start", "end", "first", "sure", "last", "opens", "vague"),
    [
        (
            "1 December 1934",
            "",
            "1934-12-01",
            ("1934-12-01", "1934-12-01"),
            "1934-12-01",
            (False, False),
            False,
        ),
        ("December 1934", "", "1934-12-01", None, "1934-12-31", (False, False), False),
        (
            "1 May 1934",
            "9 May 1934",
            "1934-05-01",
            ("1934-05-01", "1934-05-09"),
            "1934-05-09",
            (False, False),
            False,
        ),
        (
            "May 1934",
            "July 1934",
            "1934-05-01",
            ("1934-05-31", "1934-07-01"),
            "1934-07-31",
            (False, False),
            False,
        ),
        ("before 7 June 1935", "", "1933-01-01", None, "1935-06-06", (True, False), False),
        ("after 7 June 1935", "", "1935-06-08", None, "1936-12-31", (False, True), False),
        ("c. March 1935", "", "1935-02-01", None, "1935-04-30", (False, False), True),
        ("March 1935?", "", "1935-03-01", None, "1935-03-31", (False, False), True),
        ("1930s", "", "1930-01-01", None, "1939-12-31", (False, False), False),
    ],
)
def test_spans(
    start: str, end: str, first: str, sure: tuple[str, str] | None, last: str, opens: tuple[bool, bool], vague: bool,
    tmp_path: Path,
) -> None:  # fmt: skip
    toml = 'title = "x"\nstart = "1933"\nend = "1936"\n'
    dataset = load(
        make_folder(tmp_path, toml=toml, events=[{"event_id": "a", "start": start, "end": end, "title": "x"}])
    )
    event = dataset.events.iloc[0]
    assert (event["first_day"], event["last_day"]) == (day(first), day(last))
    if sure:
        assert (event["sure_from"], event["sure_to"]) == (day(sure[0]), day(sure[1]))
    else:
        assert event["sure_from"] > event["sure_to"]
    assert (event["open_start"], event["open_end"], event["vague"]) == (*opens, vague)
    assert dataset.problems == ()


def test_an_event_without_a_date_stands_where_its_earliest_dated_account_does(small: Dataset) -> None:
    event = row(small.events, event_id="bloc")
    assert event["placed_by"] == "letter"
    assert str(event["when"]) == str(row(small.accounts, source_id="letter")["when"])
    assert (event["first_day"], event["last_day"]) == (day("1932-09-01"), day("1932-11-30"))
    assert set(small.events["placed_by"]) == {"", "letter"}


def test_accounts_stand_at_their_own_date_else_at_the_events(small: Dataset) -> None:
    wordy = row(small.accounts, event_id="kirov-murder", source_id="memoir")
    assert (wordy["date_as_given"], wordy["dated"]) == ("that winter", True)
    assert (wordy["first_day"], wordy["last_day"]) == (day("1934-12-01"), day("1934-12-31"))
    silent = row(small.accounts, event_id="first-trial")
    event = row(small.events, event_id="first-trial")
    assert (silent["dated"], silent["when"]) == (False, None)
    assert [silent[name] for name in SPAN] == [event[name] for name in SPAN]


def test_sources_know_their_document_and_their_times(small: Dataset) -> None:
    sources = small.sources.set_index("source_id")
    assert dict(sources["document"]) == {
        "encyclopaedia": "encyclopaedia",
        "mirror": "mirror",
        "memoir": "encyclopaedia",
        "letter": "encyclopaedia",
    }
    assert dict(sources["depth"]) == {"encyclopaedia": 0, "mirror": 0, "memoir": 1, "letter": 2}
    assert sources.loc["memoir", "published_first"] == day("1950-01-01")
    assert sources.loc["memoir", "published_last"] == day("1959-12-31")
    assert sources.loc["letter", "published_first"] is pd.NA
    assert sources.loc["encyclopaedia", "covers_last"] == day("1940-12-31")


def test_a_folder_of_events_only(tmp_path: Path) -> None:
    events = "event_id,start,title,theme\nb,March 1935,Second,The Police\na,1 December 1934,First,État\nc,1936,Third,\n"
    dataset = load(make_folder(tmp_path / "my-first_timeline", events=events))
    assert dataset.problems == ()
    assert dataset.title == "My first timeline"
    assert (dataset.first_day, dataset.last_day) == (day("1934-12-01"), day("1936-12-31"))
    assert [(theme.id, theme.name) for theme in dataset.themes] == [
        ("the-police", "The Police"),
        ("etat", "État"),
    ]
    assert {theme.color for theme in dataset.themes} < set(PALETTE)
    assert list(dataset.events["theme"]) == ["etat", "the-police", ""]
    assert dataset.stances == STANCES


def test_bounds_that_are_not_given_are_the_months_around_all_dates(tmp_path: Path) -> None:
    toml = SMALL["toml"].replace('start = "1932"\nend = "1940"\n', "")
    dataset = load(small_folder(tmp_path, toml=toml))
    assert (dataset.first_day, dataset.last_day) == (day("1932-09-01"), day("1936-08-31"))


def test_toml_may_write_bounds_as_numbers_and_dates(tmp_path: Path) -> None:
    dataset = load(make_folder(
        tmp_path, toml='title = "x"\nstart = 1932\nend = 1940-06-30\n', events="event_id,start,title\na,1934,b\n"
    ))  # fmt: skip
    assert dataset.problems == ()
    assert (dataset.first_day, dataset.last_day) == (day("1932-01-01"), day("1940-06-30"))


def test_wrong_cells_are_emptied_and_their_rows_kept(tmp_path: Path) -> None:
    events = (
        "event_id,start,end,title,importance,theme,people\na,1934,1933,b,9,nowhere,kirov:victim; nobody:x\n"
    )
    dataset = load(
        small_folder(tmp_path, events=events, accounts="event_id,source_id\n", questions="", tours="")
    )
    assert dataset.events[["end", "importance", "theme", "people"]].values.tolist() == [
        ["", 3, "", "kirov:victim"]
    ]
    assert dataset.cast.values.tolist() == [["a", "kirov", "victim", ""]]


def test_an_id_that_is_not_kebab_case_works_as_it_should_be_written(tmp_path: Path) -> None:
    changes = {
        name: SMALL[name].replace("kirov-murder", "Kirov_Murder")
        for name in ("events", "accounts", "tours", "questions")
    }
    dataset = load(small_folder(tmp_path, **changes))
    assert [problem.line for problem in dataset.problems] == [2]
    assert list(dataset.accounts["event_id"])[:2] == ["kirov-murder"] * 2
    assert dataset.questions.loc[0, "event_id"] == "kirov-murder; first-trial"
    assert dataset.tours.loc[0, "event_id"] == "kirov-murder"


def test_what_refers_to_a_row_that_is_left_out_is_left_out(tmp_path: Path) -> None:
    events = SMALL["events"].replace("1 December 1934", "1 Dezembember 1934")
    sources = SMALL["sources"].replace("mirror,A mirror of it", "mirror,")
    dataset = load(small_folder(tmp_path, events=events, sources=sources))
    assert [(problem.file, problem.line) for problem in dataset.problems] == [
        ("events.csv", 2),
        ("sources.csv", 3),
    ]
    assert "kirov-murder" not in set(dataset.events["event_id"])
    assert "kirov-murder" not in set(dataset.accounts["event_id"])
    assert "kirov-murder" not in set(dataset.cast["event_id"])
    assert "mirror" not in set(dataset.accounts["source_id"])
    assert list(dataset.questions["event_id"]) == ["first-trial"]
    assert list(dataset.tours["step"]) == ["2"]


def test_a_source_that_quotes_itself_in_a_circle_still_ends(tmp_path: Path) -> None:
    dataset = load(small_folder(tmp_path, sources=SMALL["sources"].replace("2020,,", "2020,letter,")))
    assert dict(zip(dataset.sources["source_id"], dataset.sources["depth"], strict=True)) == {
        "encyclopaedia": 0,
        "mirror": 0,
        "memoir": 1,
        "letter": 2,
    }


HOSTILE = ("=cmd|' /C calc'!A0", "<script>alert(1)</script>", "قتل كيروف \u202e", "🕯" * 20, "x" * 300)


@pytest.mark.parametrize("title", HOSTILE)
def test_a_title_is_a_text_whatever_it_says(title: str, tmp_path: Path) -> None:
    dataset = load(make_folder(tmp_path, events=[{"event_id": "a", "start": "1934", "title": title}]))
    assert dataset.events.loc[0, "title"] == title.strip()
    assert dataset.problems == ()


def test_the_dataset_is_frozen_and_can_be_a_key(small: Dataset) -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        small.title = "x"  # type: ignore[misc]
    index = weakref.WeakKeyDictionary({small: 1})
    assert index[small] == 1


@pytest.mark.parametrize(
    ("tables", "file", "says"),
    [
        ({}, "events.csv", "no such file"),
        ({"event": "event_id,start,title\na,1934,b\n"}, "events.csv", "rename event.csv"),
        ({"events": ""}, "events.csv", "empty"),
        ({"events": "event_id,start,title\n"}, "events.csv", "no event under the header"),
        ({"events": "event_id,title\na,b\n"}, "events.csv", "this column is missing"),
        ({"events": "event_id,start,title\na,soonish,b\n"}, "events.csv", "start"),
        ({"events": "event_id,start,title\na,,b\n"}, "events.csv", "nothing dates this event"),
    ],
)
def test_folders_of_which_no_timeline_can_be_made(
    tables: dict[str, str], file: str, says: str, tmp_path: Path
) -> None:
    folder = make_folder(tmp_path, **tables)
    with pytest.raises(UnusableFolder) as caught:
        load(folder)
    [problem] = caught.value.problems
    assert (problem.severity, problem.file) == ("error", file)
    assert says in str(problem)
    assert check(folder) == caught.value.problems


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UnusableFolder, match="there is no such folder"):
        load(tmp_path / "nowhere")
    (tmp_path / "file").write_text("x")
    with pytest.raises(UnusableFolder, match="is not a folder"):
        load(tmp_path / "file")


def test_names(small: Dataset) -> None:
    assert small.speaker("letter") == "A letter in the memoir"
    assert small.event_title("bloc") == "The bloc of 1932"
    assert small.person_name("kamenev") == "Lev Kamenev"
    assert small.theme_name("court") == "Court"
    assert small.stance("rejects") is small.stances[1]
    assert small.source("letter")["document"] == "encyclopaedia"
    assert small.event("removal")["title"] == "The removal"


def test_who_refers_to_nothing_gets_no_name(small: Dataset) -> None:
    for name in (small.speaker, small.event_title, small.person_name, small.theme_name):
        assert name("") == ""
    assert small.stance("") is None


def test_an_unknown_id_has_no_name(small: Dataset) -> None:
    asked = (small.speaker, small.event_title, small.person_name, small.theme_name, small.stance)
    for ask in (*asked, small.source, small.event):
        with pytest.raises(KeyError):
            ask("nobody")
    for ask in (small.source, small.event):
        with pytest.raises(KeyError):
            ask("")


def test_all_names_of_a_kind_are_in_the_order_of_their_table(small: Dataset) -> None:
    assert list(small.speakers) == ["encyclopaedia", "mirror", "memoir", "letter"]
    assert list(small.person_names) == ["kirov", "nikolaev", "kamenev"]
    assert list(small.event_titles) == list(small.events["event_id"])
    assert small.documents == ("encyclopaedia", "mirror")


def test_nobody_changes_what_the_names_are(small: Dataset) -> None:
    with pytest.raises(TypeError):
        small.speakers["memoir"] = "Another"  # type: ignore[index]
    with pytest.raises(TypeError):
        small.source("memoir")["title"] = "Another"  # type: ignore[index]
    changed = dataclasses.replace(small, people=small.people.assign(name="X"))
    assert (small.person_name("kirov"), changed.person_name("kirov")) == ("Sergei Kirov", "X")


def test_a_table_that_is_not_a_file(tmp_path: Path) -> None:
    folder = small_folder(tmp_path)
    (folder / "tours.csv").unlink()
    (folder / "tours.csv").mkdir()
    [problem] = check(folder)
    assert (problem.file, problem.severity) == ("tours.csv", "error")


def test_a_misnamed_table_is_named(tmp_path: Path) -> None:
    folder = make_folder(
        tmp_path, events="event_id,start,title\na,1934,b\n", account="event_id,source_id\n", my="x\n"
    )
    [problem] = check(folder)
    assert (problem.file, problem.severity) == ("account.csv", "warning")
    assert "accounts.csv" in problem.hint


def test_a_missing_table_is_one_problem_for_each_column_that_needs_it(tmp_path: Path) -> None:
    folder = small_folder(tmp_path)
    (folder / "people.csv").unlink()
    [problem] = check(folder)
    assert (problem.file, problem.line, problem.column) == ("events.csv", 2, "people")
    assert "people.csv" in problem.message
    assert load(folder).cast.empty


def test_an_empty_table_is_no_problem(tmp_path: Path) -> None:
    folder = make_folder(
        tmp_path,
        events="event_id,start,title\na,1934,b\n",
        people="person_id,name\n",
        accounts="event_id,source_id\n",
    )
    assert check(folder) == ()


def test_a_large_folder_is_read_whole(tmp_path: Path) -> None:
    events = [
        {
            "event_id": f"e-{n}",
            "start": f"{1800 + n % 150}-0{1 + n % 9}-1{n % 9}",
            "title": f"Event {n}",
            "people": f"p-{n % 50}",
        }
        for n in range(5_000)
    ]
    people = [{"person_id": f"p-{n}", "name": f"Person {n}"} for n in range(50)]
    dataset = load(make_folder(tmp_path, events=events, people=people))
    assert dataset.problems == ()
    assert (len(dataset.events), len(dataset.cast)) == (5_000, 5_000)
    assert dataset.events["first_day"].is_monotonic_increasing
