"""What the columns say of an entry: who tells its event, where it stands in time, and in whose words it is told."""

from __future__ import annotations

import json
from itertools import accumulate
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.folders import make_folder
from tests.small_tellings import plain, tellings
from timeline.dataset import Dataset
from timeline.drawing.columns import packed
from timeline.drawing.contest import DIGITS, contest_of
from timeline.drawing.drawing import Drawing, fixed_props
from timeline.drawing.flags import Flag
from timeline.loading import load
from timeline.query.selection import Selection
from timeline.sources.accounts import accounts_of, silences_of
from timeline.sources.matrix import disputed
from timeline.sources.silences import SilenceKind

SIGNS = {
    SilenceKind.NOT_MENTIONED: "-",
    SilenceKind.OUT_OF_SPAN: ".",
    SilenceKind.NOT_CODED: "~",
}
WAYS = (
    Selection(),
    Selection(lanes="person"),
    Selection(lanes="source"),
    Selection(lanes="none", perspective="wiki"),
    Selection(beside="paper"),
    Selection(beside="paper", perspective="wiki"),
)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return tellings(tmp_path_factory.mktemp("tellings"))


@pytest.fixture(scope="module")
def history(shipped: Path) -> Dataset:
    return load(shipped)


def entries_of(dataset: Dataset, asked: Selection) -> list[dict[str, Any]]:
    """All entries as dicts."""
    columns = Drawing(dataset).base(asked)["events"]
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def telling(dataset: Dataset, event: str, source: str = "") -> dict[str, Any]:
    """The entry by which a source, or the record, tells the event."""
    entries = entries_of(dataset, Selection(lanes="none", perspective=source))
    return next(entry for entry in entries if entry["id"] == event)


def signs_of(dataset: Dataset, event: str) -> str:
    """The signs as they are defined, document by document."""
    places = {stance.id: DIGITS[place] for place, stance in enumerate(dataset.stances)}
    silent = {silence.source_id: SIGNS[silence.kind] for silence in silences_of(dataset, event)}
    first = {account.document: account for account in reversed(accounts_of(dataset, event))}
    return "".join(
        silent.get(document) or ((stance := first[document].stance) and places[stance.id]) or "*"
        for document in dataset.documents
    )


@pytest.mark.parametrize("which", ["small", "history"])
def test_each_document_has_its_sign_whoever_tells_the_entry(
    which: str, request: pytest.FixtureRequest
) -> None:
    dataset: Dataset = request.getfixturevalue(which)
    signs = {event: signs_of(dataset, event) for event in dataset.events["event_id"]}
    contradicted = set(dataset.events["event_id"][disputed(dataset)])
    for asked in (Selection(), Selection(lanes="source"), Selection(perspective=dataset.documents[0])):
        for entry in entries_of(dataset, asked):
            assert entry["contest"] == signs[entry["id"]]
            assert bool(entry["flags"] & Flag.DISPUTED) == (entry["id"] in contradicted)
    assert {sign for of_event in signs.values() for sign in of_event} >= {"0", "-", "."}


def test_a_telling_without_a_stance_and_one_beyond_the_digits_have_a_star(tmp_path: Path) -> None:
    stances = [{"id": f"s-{number}", "name": f"S {number}", "symbol": "●"} for number in range(40)]
    toml = "".join(
        f'[[stances]]\nid = "{one["id"]}"\nname = "{one["name"]}"\nsymbol = "●"\ndescription = ""\n'
        for one in stances
    )
    told = {"ten": "s-10", "last": "s-35", "beyond": "s-36", "none": ""}
    dataset = load(
        make_folder(
            tmp_path,
            toml=toml,
            events=[{"event_id": "a", "start": "1935", "title": "A"}],
            sources=[{"source_id": name, "title": name} for name in told],
            accounts=[
                {"event_id": "a", "source_id": name, "stance": stance, "account": "x"}
                for name, stance in told.items()
            ],
        )
    )
    assert contest_of(dataset).signs.tolist() == ["az**"]


def test_a_timeline_without_sources_has_no_contest(tmp_path: Path) -> None:
    dataset = plain(tmp_path)
    for entry in entries_of(dataset, Selection()):
        assert (entry["contest"], entry["unnamed"], entry["theme"]) == ("", "", -1)
        assert not entry["flags"] & Flag.DISPUTED
    assert fixed_props(dataset)["documents"] == fixed_props(dataset)["themes"] == []


def test_what_the_columns_point_to(small: Dataset) -> None:
    props = fixed_props(small)
    assert props["documents"] == [
        {"id": "wiki", "name": "The wiki", "mirror": False},
        {"id": "mirror", "name": "The mirror", "mirror": True},
        {"id": "book", "name": "The book", "mirror": False},
        {"id": "paper", "name": "The paper", "mirror": False},
    ]
    assert props["themes"] == ["Police", "Court", "Letters"]
    themes = {entry["id"]: entry["theme"] for entry in entries_of(small, Selection(lanes="person"))}
    assert (themes["kirov-murder"], themes["trial"], themes["removal"]) == (0, 1, -1)


@pytest.mark.parametrize("asked", WAYS, ids=Selection.to_query)
def test_the_place_in_time_is_that_of_the_date_told(small: Dataset, asked: Selection) -> None:
    row = {event: place for place, event in enumerate(small.events["event_id"])}

    def time(entry: dict[str, Any]) -> tuple[int, float, int]:
        begins = entry["last"] if entry["flags"] & Flag.OPEN_START else entry["first"]
        is_open = entry["flags"] & (Flag.OPEN_START | Flag.OPEN_END)
        return begins, float("inf") if is_open else entry["last"] - entry["first"], row[entry["id"]]

    entries = entries_of(small, asked)
    times = sorted({time(entry) for entry in entries})
    assert [entry["seq"] for entry in entries] == [times.index(time(entry)) for entry in entries]


def test_events_of_one_day_stand_in_the_order_of_their_rows(tmp_path: Path) -> None:
    rows = "month,June 1944,5\nlate,6 June 1944,1\nomaha,6 June 1944,5\ngold,6 June 1944,3\nbridge,6 June 1944,5\n"
    dataset = load(
        make_folder(tmp_path, events="event_id,start,importance,title\n" + rows.replace("\n", ",x\n"))
    )
    places = {entry["id"]: entry["seq"] for entry in entries_of(dataset, Selection())}
    assert sorted(places, key=places.__getitem__) == ["month", "late", "omaha", "gold", "bridge"]


def test_people_are_those_whom_the_telling_names_with_its_own_parts(history: Dataset) -> None:
    record, wikipedia = telling(history, "kirov-murder"), telling(history, "kirov-murder", "wikipedia")
    assert record["who"].startswith("Sergei Kirov (victim), Leonid Nikolaev (assassin), ")
    assert record["unnamed"] == ""
    assert wikipedia["who"] == "Sergei Kirov"
    assert "Leonid Nikolaev" in wikipedia["unnamed"]
    assert "Kirov" not in wikipedia["unnamed"]
    assert "half-mad killer" in telling(history, "kirov-murder", "georgian-journal")["who"]


def test_a_telling_has_parts_of_its_own_and_people_whom_the_record_has_not(tmp_path: Path) -> None:
    people = [
        {"person_id": name, "name": f"Ada {name.title()}"} for name in ("one", "two", "three", "four", "five")
    ]
    dataset = load(
        make_folder(
            tmp_path,
            events=[
                {
                    "event_id": "a",
                    "start": "1935",
                    "title": "A",
                    "people": "one:victim; two:witness; three; four:judge",
                }
            ],
            people=people,
            sources=[{"source_id": name, "title": name} for name in ("book", "silent")],
            accounts=[
                {"event_id": "a", "source_id": "book", "account": "Two saw it.", "people": "five:thief; one"}
            ],
        )
    )
    assert telling(dataset, "a")["who"] == "Ada One (victim), Ada Two (witness), Ada Three and 1 more"
    book = telling(dataset, "a", "book")
    assert (book["who"], book["unnamed"]) == ("Ada One, Ada Two, Ada Five (thief)", "Ada Three, Ada Four")
    silent = telling(dataset, "a", "silent")
    assert (silent["who"], silent["unnamed"]) == (telling(dataset, "a")["who"], "")


def test_a_date_is_given_as_it_is_written_where_it_is_printed_otherwise(tmp_path: Path) -> None:
    events = "a,1934-12-01,\nb,1 December 1934,\nc,3 May 1935,9 May 1935\nd,,\n"
    accounts = "a,book,Dec. 1934,\nb,book,,\nc,book,[May] 1935,May 1935\nd,book,1936?,\n"
    dataset = load(
        make_folder(
            tmp_path,
            events="event_id,start,end,title\n" + events.replace("\n", ",x\n"),
            sources=[{"source_id": "book", "title": "Book"}],
            accounts="event_id,source_id,date_as_given,date_means,account\n" + accounts.replace("\n", ",x\n"),
        )
    )
    given = {
        source: [telling(dataset, event, source)["given"] for event in "abcd"] for source in ("", "book")
    }
    assert given[""] == ["1934-12-01", "", "", ""]
    assert given["book"] == ["Dec. 1934", "", "[May] 1935", ""]
    assert telling(dataset, "d", "book")["when"] == "1936?"


@pytest.mark.parametrize("asked", WAYS, ids=Selection.to_query)
def test_packed_columns_can_be_made_whole(small: Dataset, asked: Selection) -> None:
    whole = Drawing(small).base(asked)["events"]
    sent = packed(whole)
    assert sent.pop("packed") is True
    first = list(accumulate(sent["first"]))
    assert first == whole["first"]
    assert list(accumulate(sent["seq"])) == whole["seq"]
    for name in ("sureFrom", "sureTo", "last"):
        assert [day + days for day, days in zip(first, sent[name], strict=True)] == whole[name]
    same = set(whole) - {"first", "seq", "sureFrom", "sureTo", "last"}
    assert {name: sent[name] for name in same} == {name: whole[name] for name in same}
    json.dumps(sent)


def test_nothing_is_a_number_that_json_does_not_know(small: Dataset) -> None:
    for asked in WAYS:
        for name, cells in Drawing(small).base(asked)["events"].items():
            assert not any(isinstance(cell, np.generic) for cell in cells), name
