from __future__ import annotations

import json
import random
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.drawing.test_lanes import lanes_from_the_tables
from tests.folders import make_folder
from tests.small_tellings import plain, tellings
from timeline.dataset import Dataset
from timeline.dates import day_number
from timeline.drawing import drawing
from timeline.drawing.contest import contest_of
from timeline.drawing.drawing import Drawing, window_of
from timeline.drawing.flags import Flag
from timeline.loading import load
from timeline.query.filters import mask
from timeline.query.lanes import LANES
from timeline.query.selection import Selection
from timeline.sources.matrix import disputed

Entry = tuple[str, int]


def day(year: int, month: int, number: int) -> int:
    return day_number(date(year, month, number))


def drawn(drawn_by: Drawing, selection: Selection) -> list[dict[str, Any]]:
    """The base's entries as dicts, with the lane's name."""
    base = drawn_by.base(selection)
    columns = base["events"]
    rows = [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]
    return [row | {"lane": base["lanes"][row["lane"]]["name"]} for row in rows]


def by_id(entries: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {entry["id"]: entry for entry in entries}


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return tellings(tmp_path_factory.mktemp("tellings"))


@pytest.fixture(scope="module")
def small(dataset: Dataset) -> Drawing:
    return Drawing(dataset)


def told_by(drawn_by: Drawing, source: str, above: str = "") -> Iterator[dict[str, dict[str, Any]]]:
    """The entries of one source by event, from each way of drawing in which it tells."""
    speaker = drawn_by.base(Selection(beside=source, perspective=above))["lanes"][1]["name"]
    for selection in (
        Selection(perspective=source),
        Selection(lanes="source", sources=(source,)),
        Selection(beside=source, perspective=above),
    ):
        entries = drawn(drawn_by, selection)
        if selection.perspective != source:
            entries = [entry for entry in entries if entry["lane"] == speaker]
        yield by_id(entries)


def test_an_entry_has_all_that_is_drawn(small: Drawing) -> None:
    entries = by_id(drawn(small, Selection()))
    assert entries["trial"] == {
        "id": "trial",
        "label": "The first trial",
        "when": "19–24 August 1936",
        "given": "",
        "who": "Avel Yenukidze (accused)",
        "unnamed": "",
        "contest": "0~1~",
        "lane": "Court",
        "theme": 1,
        "rank": 4,
        "seq": 4,
        "first": day(1936, 8, 19),
        "sureFrom": day(1936, 8, 19),
        "sureTo": day(1936, 8, 24),
        "last": day(1936, 8, 24),
        "flags": Flag.DISPUTED,
        "stance": -1,
    }
    assert (
        entries["kremlin"]["who"] == "Avel Yenukidze (accused), Sergei Kirov, Sergo Ordzhonikidze and 1 more"
    )
    assert {name: entry["flags"] for name, entry in entries.items()} == {
        "kirov-murder": 0,
        "trial": Flag.DISPUTED,
        "removal": Flag.COMMONLY,
        "kremlin": Flag.VAGUE,
        "bloc": Flag.NOT_RECORD,
        "afterwards": Flag.OPEN_END,
    }


def test_entries_come_by_rank_then_time_then_lane(small: Drawing) -> None:
    assert [entry["id"] for entry in drawn(small, Selection())] == [
        "kirov-murder",
        "removal",
        "trial",
        "kremlin",
        "bloc",
        "afterwards",
    ]


def test_lanes_by_theme_have_one_for_what_has_no_theme(small: Drawing) -> None:
    assert small.base(Selection())["lanes"] == [
        {"id": "police", "name": "Police", "color": "#336699", "note": "", "teller": False},
        {"id": "court", "name": "Court", "color": "#993", "note": "", "teller": False},
        {"id": "", "name": "Other themes", "color": "#6b6660", "note": "", "teller": False},
    ]
    lanes = {entry["id"]: entry["lane"] for entry in drawn(small, Selection())}
    assert lanes["removal"] == lanes["afterwards"] == "Other themes"
    assert lanes["bloc"] == "Court"


def test_one_lane_for_none_and_for_a_timeline_without_themes(small: Drawing, tmp_path: Path) -> None:
    few = Drawing(plain(tmp_path))
    for by, lanes in ((small, "none"), (few, "theme"), (few, "person"), (few, "source")):
        (lane,) = by.base(Selection(lanes=lanes))["lanes"]
        assert (lane["id"], lane["name"]) == ("", "" if lanes != "person" else lane["name"])


def test_lanes_by_person(small: Drawing) -> None:
    chosen = Selection(lanes="person", people=("nikolaev", "kirov"))
    assert {(entry["id"], entry["lane"]) for entry in drawn(small, chosen)} == {
        ("kirov-murder", "Leonid Nikolaev"),
        ("kirov-murder", "Sergei Kirov"),
        ("kremlin", "Leonid Nikolaev"),
        ("kremlin", "Sergei Kirov"),
        ("removal", "Others"),
        ("trial", "Others"),
        ("bloc", "Others"),
        ("afterwards", "Others"),
    }
    lanes = small.base(Selection(lanes="person"))["lanes"]
    assert [(lane["id"], lane["note"]) for lane in lanes][:2] == [("yenukidze", ""), ("kirov", "Secretary")]


def test_a_perspective_gives_names_dates_and_stances(small: Drawing) -> None:
    entries = by_id(drawn(small, Selection(perspective="wiki")))
    murder, bloc, kremlin = entries["kirov-murder"], entries["bloc"], entries["kremlin"]
    assert (murder["label"], murder["when"], murder["stance"], murder["flags"]) == (
        "the terrorist act",
        "December 1934",
        0,
        0,
    )
    assert (murder["first"], murder["last"]) == (day(1934, 12, 1), day(1934, 12, 31))
    assert murder["sureFrom"] > murder["sureTo"]  # some time within the month
    # What the wiki does not say itself it says through the memo that it prints, and the note in that.
    assert (bloc["label"], bloc["stance"], bloc["flags"]) == ("the conspiracy", 0, Flag.NOT_RECORD)
    assert (kremlin["label"], kremlin["when"], kremlin["stance"]) == ("the librarians", "c. March 1935", 1)
    # An account without a name leaves the record's.
    assert (entries["trial"]["label"], entries["trial"]["stance"]) == ("The first trial", 0)


def test_a_source_s_own_date_is_not_drawn_as_the_record_s_doubtful_one(tmp_path: Path) -> None:
    events = [{"event_id": "a", "start": "3 March 1935", "established": "partly", "title": "Removed"}]
    sources = [{"source_id": name, "title": name} for name in ("dated", "undated", "silent")]
    accounts = [
        {"event_id": "a", "source_id": "dated", "date_as_given": "February 1935"},
        {"event_id": "a", "source_id": "undated"},
    ]
    by = Drawing(load(make_folder(tmp_path, events=events, sources=sources, accounts=accounts)))
    flags = {entry["lane"]: entry["flags"] for entry in drawn(by, Selection(lanes="source"))}
    assert flags == {
        "The record": Flag.PARTLY,
        "dated": 0,
        "undated": Flag.UNDATED | Flag.PARTLY,
        "silent": Flag.SILENT | Flag.PARTLY,
    }
    assert by.base(Selection())["events"]["flags"] == [Flag.PARTLY]


def test_a_date_that_a_source_does_not_give_is_not_put_in_its_mouth(small: Drawing) -> None:
    for entries in told_by(small, "wiki", "book"):
        trial = entries["trial"]
        assert (trial["when"], trial["first"]) == ("19–24 August 1936", day(1936, 8, 19))
        undated = {name for name, entry in entries.items() if entry["flags"] & Flag.UNDATED}
        assert undated == {"trial", "kremlin"}  # neither what it dates nor what it does not tell


def test_what_a_perspective_does_not_tell_is_a_ghost_that_gives_way(small: Drawing) -> None:
    entries = drawn(small, Selection(perspective="book"))
    assert [(entry["id"], bool(entry["flags"] & Flag.SILENT)) for entry in entries][:2] == [
        ("trial", False),
        ("kirov-murder", True),
    ]
    murder = by_id(entries)["kirov-murder"]
    assert (murder["label"], murder["first"], murder["stance"], murder["rank"]) == (
        "Kirov is murdered",
        day(1934, 12, 1),
        -1,
        0,
    )


def test_the_silences_of_a_source_are_told_apart(small: Drawing) -> None:
    why = {
        Flag.NO_MENTION | Flag.SILENT: "not mentioned",
        Flag.NO_REACH | Flag.SILENT: "out of its span",
        Flag.SILENT: "not coded",
    }
    for source, expected in (
        ("book", dict.fromkeys(("kirov-murder", "kremlin", "removal", "bloc", "afterwards"), "out of its span")),
        ("wiki", dict.fromkeys(("removal", "afterwards"), "not mentioned")),
        ("paper", dict.fromkeys(("kremlin", "removal", "trial", "bloc", "afterwards"), "not coded")),
    ):  # fmt: skip
        for entries in told_by(small, source):
            flags = {name: entry["flags"] for name, entry in entries.items()}
            mask = Flag.SILENT | Flag.NO_MENTION | Flag.NO_REACH
            assert {name: why[flag & mask] for name, flag in flags.items() if flag & Flag.SILENT} == expected
            assert not any(
                flag & (Flag.NO_MENTION | Flag.NO_REACH) for flag in flags.values() if not flag & Flag.SILENT
            )


def test_a_voice_s_perspective_is_its_own(small: Drawing) -> None:
    entries = by_id(drawn(small, Selection(perspective="memo")))
    assert (entries["kirov-murder"]["label"], entries["kirov-murder"]["first"]) == (
        "the deed",
        day(1934, 12, 2),
    )
    assert entries["trial"]["flags"] & Flag.SILENT  # the wiki, which prints it, tells this; the memo does not


def test_lanes_by_source_show_each_telling_and_each_silence(small: Drawing) -> None:
    entries = drawn(small, Selection(lanes="source", perspective="book"))
    lanes = small.base(Selection(lanes="source"))["lanes"]
    assert [(lane["id"], lane["note"]) for lane in lanes] == [
        ("", ""),
        ("wiki", "Loyal"),
        ("mirror", ""),
        ("book", "Critical"),
        ("paper", ""),
    ]
    assert len(entries) == 5 * 6
    record = [entry | {"lane": "", "seq": 0} for entry in entries if entry["lane"] == "The record"]
    assert record == [entry | {"lane": "", "seq": 0} for entry in drawn(small, Selection(lanes="none"))]
    told = [entry for entry in entries if entry["lane"] != "The record"]
    assert {(entry["lane"], entry["label"]) for entry in told if not entry["flags"] & Flag.SILENT} == {
        ("The wiki", "the terrorist act"),
        ("The wiki", "the librarians"),
        ("The wiki", "The first trial"),
        ("The wiki", "the conspiracy"),
        ("The book", "the show trial"),
        ("The paper", "the crime"),
    }
    chosen = small.base(Selection(lanes="source", sources=("note", "book")))["lanes"]
    assert [lane["id"] for lane in chosen] == ["", "note", "book"]


def test_two_tellings_stand_one_above_the_other(small: Drawing) -> None:
    pairs = {
        (entry["lane"], entry["id"]): entry
        for entry in drawn(small, Selection(perspective="wiki", beside="paper"))
    }
    assert len(pairs) == 2 * 6
    wiki, paper = pairs["The wiki", "kirov-murder"], pairs["The paper", "kirov-murder"]
    assert (wiki["label"], wiki["when"]) == ("the terrorist act", "December 1934")
    assert (paper["label"], paper["when"]) == ("the crime", "1 December 1934")
    assert pairs["The paper", "trial"]["flags"] & Flag.SILENT
    alone = drawn(small, Selection(beside="paper"))
    above = {entry["id"]: entry["label"] for entry in alone if entry["lane"] == "The record"}
    assert above["kirov-murder"] == "Kirov is murdered"
    assert not any(entry["flags"] & Flag.SILENT for entry in alone if entry["lane"] == "The record")


def test_an_edition_changes_with_what_is_drawn_and_not_with_the_filter(small: Drawing) -> None:
    same = [
        Selection(),
        Selection(people=("kirov",)),
        Selection(words="shot", ghosts=True, event="trial"),
        Selection(start="1934-01-01", end="1935-01-01"),
    ]
    assert len({small.edition(selection) for selection in same}) == 1
    assert all(small.base(selection) is small.base(Selection()) for selection in same)
    different = [
        Selection(),
        Selection(perspective="wiki"),
        Selection(lanes="none"),
        Selection(lanes="source"),
        Selection(lanes="source", sources=("wiki",)),
        Selection(lanes="person"),
        Selection(lanes="person", people=("kirov",)),
        Selection(lanes="person", people=("kirov",), perspective="wiki"),
        Selection(beside="wiki"),
        Selection(beside="wiki", perspective="paper"),
    ]
    two = Selection(beside="wiki", lanes="person", people=("kirov",), sources=("book",))
    assert small.edition(two) == small.edition(Selection(beside="wiki"))
    assert len({small.edition(selection) for selection in different}) == len(different)


def test_only_the_last_editions_are_kept(dataset: Dataset) -> None:
    by = Drawing(dataset)
    first = by.base(Selection())
    for people in (("kirov",), ("abel",), ("nikolaev",), ("yenukidze",), ("ordzhonikidze",), ()):
        by.base(Selection(lanes="person", people=people))
    assert by.base(Selection()) is not first
    assert by.base(Selection()) == first


def test_a_filter_says_which_entries_it_leaves(small: Drawing) -> None:
    selection = Selection(lanes="person", people=("yenukidze", "kirov"), until="1935")
    shown, extra, rest = small.answer(selection)
    assert shown is not None
    entries = drawn(small, selection)
    assert {(entries[place]["id"], entries[place]["lane"]) for place in shown} == {
        ("kirov-murder", "Sergei Kirov"),
        ("kremlin", "Sergei Kirov"),
        ("kremlin", "Avel Yenukidze"),
        ("removal", "Avel Yenukidze"),
    }
    assert extra is rest is None
    assert small.answer(Selection()) == (None, None, None)
    assert small.answer(Selection(words="nothing of the kind")) == ([], None, None)


def test_windows(small: Drawing) -> None:
    assert small.default_window == (day(1932, 1, 1), day(1941, 1, 1))
    assert window_of(Selection()) is None
    assert window_of(Selection(start="1934-12-01", end="1935-01-01")) == (day(1934, 12, 1), day(1935, 1, 1))
    assert window_of(Selection(start="1934-12-01", end="1934-12-01")) == (day(1934, 12, 1), day(1934, 12, 2))


def crowd(folder: Path, events: int) -> Dataset:
    """Many events: three themes, some of no theme, five people, a document, its voice and another document."""
    dice = random.Random(7)
    people = [f"person-{number}" for number in range(5)]
    rows = [
        {
            "event_id": f"event-{number}",
            "start": f"{dice.randint(1932, 1939)}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}",
            "end": dice.choice(["", "", "1939-12-31"]),
            "title": f"Event {number}",
            "theme": dice.choice(["a", "b", "c", ""]),
            "people": "; ".join(dice.sample(people, dice.randint(0, 3))),
            "importance": str(dice.choice([1, 2, 3, 3, 3, 4, 5])),
        }
        for number in range(events)
    ]
    accounts = [
        {
            "event_id": row["event_id"],
            "source_id": source,
            "date_as_given": dice.choice(["", row["start"], "1934", "spring 1936"]),
            "stance": dice.choice(["accepts", "rejects", ""]),
        }
        for row in rows
        for source in dice.sample(["book", "voice", "paper"], dice.choice([0, 0, 1, 2]))
    ]
    return load(
        make_folder(
            folder,
            toml='start = "1932"\nend = "1939"\n',
            events=rows,
            people=[{"person_id": person, "name": person} for person in people],
            sources=[
                {"source_id": "book", "title": "The book"},
                {"source_id": "voice", "title": "The voice", "quoted_in": "book"},
                {"source_id": "paper", "title": "The paper"},
            ],
            accounts=accounts,
        )
    )


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return crowd(tmp_path_factory.mktemp("crowd"), 60)


def expected_entries(dataset: Dataset, selection: Selection) -> set[Entry]:
    """The (event, lane) pairs that a selection leaves, from the tables themselves."""
    left = set(dataset.events["event_id"][mask(dataset, selection)])
    return {
        (event, lane)
        for lane, events in enumerate(lanes_from_the_tables(dataset, selection))
        for event in events & left
    }


PEOPLE = st.lists(st.sampled_from([f"person-{number}" for number in range(5)]), max_size=2, unique=True)
ASKS = st.none() | st.tuples(st.integers(-14000, -11000), st.integers(0, 900)).map(
    lambda ask: (float(ask[0]), float(ask[0] + ask[1]))
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    selection=st.builds(
        Selection,
        people=PEOPLE.map(tuple),
        themes=st.sampled_from([(), ("a",), ("b", "c")]),
        sources=st.sampled_from([(), ("book",), ("voice", "paper")]),
        words=st.sampled_from(["", "event", "7"]),
        until=st.sampled_from(["", "1935"]),
        lanes=st.sampled_from(LANES),
        perspective=st.sampled_from(["", "book", "paper"]),
        start=st.sampled_from(["", "1935-01-01"]).map(str),
        end=st.just("1936-01-01"),
    ),
    ask=ASKS,
)
def test_every_entry_that_is_left_is_sent_or_counted_once(
    crowded: Dataset, monkeypatch: pytest.MonkeyPatch, selection: Selection, ask: tuple[float, float] | None
) -> None:
    monkeypatch.setattr(drawing, "WHOLE", 20)
    monkeypatch.setattr(drawing, "BASE", 12)
    monkeypatch.setattr(drawing, "EXTRA", 8)
    by = Drawing(crowded)
    base, (shown, extra, rest) = by.base(selection), by.answer(selection, ask)
    columns = base["events"]
    in_order = list(zip((-rank for rank in columns["rank"]), columns["seq"], columns["lane"], strict=True))
    assert in_order == sorted(in_order)
    sent = list(zip(columns["id"], columns["lane"], strict=True))
    left = [sent[place] for place in (range(len(sent)) if shown is None else shown)]
    if extra is not None:
        assert extra.keys() == columns.keys()
        assert {len(column) for column in extra.values()} == {len(extra["id"])}
        left += zip(extra["id"], extra["lane"], strict=True)
        assert len(sent) + len(extra["id"]) <= 20
    assert len(left) == len(set(left))
    expected = expected_entries(crowded, selection)
    assert set(left) <= expected
    counted = [0] * len(base["lanes"]) if rest is None else [sum(steps) for steps in rest["counts"]]
    for lane in range(len(base["lanes"])):
        assert counted[lane] == len({entry for entry in expected - set(left) if entry[1] == lane})
    unseen = {event for event, _ in expected} - {event for event, _ in left}
    for name, marked in (("told", contest_of(crowded).told), ("disputed", disputed(crowded))):
        of_kind = unseen & set(crowded.events["event_id"][marked])
        assert sum(rest[name] if rest else ()) == len(of_kind)
    json.dumps([base, shown, extra, rest])


def test_the_window_asked_for_is_filled_first(crowded: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawing, "WHOLE", 20)
    monkeypatch.setattr(drawing, "BASE", 12)
    monkeypatch.setattr(drawing, "EXTRA", 8)
    by = Drawing(crowded)
    assert by.answer(Selection())[1] is None  # the whole axis without a filter: the base is enough
    start, end = day(1935, 1, 1), day(1935, 6, 30)
    window = crowded.events[(crowded.events["first_day"] <= end) & (crowded.events["last_day"] >= start)]
    for extra in (
        by.answer(Selection(), (start, end))[1],
        by.answer(Selection(start="1935-01-01", end="1935-06-30"))[1],
    ):
        assert extra is not None
        known = {*extra["id"], *by.base(Selection())["events"]["id"]}
        assert set(window["event_id"]) <= known
        assert set(extra["id"]) <= set(window["event_id"])


def test_an_event_that_reaches_into_the_window_is_sent(
    crowded: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drawing, "WHOLE", 1)
    monkeypatch.setattr(drawing, "BASE", 1)
    monkeypatch.setattr(drawing, "EXTRA", 40)
    by = Drawing(crowded)
    known = by.base(Selection())["events"]["id"]
    for name, last in zip(crowded.events["event_id"], crowded.events["last_day"], strict=True):
        _, extra, _ = by.answer(Selection(), (last + 0.5, last + 1.0))
        assert name in known or (extra is not None and name in extra["id"])


def test_a_lonely_event_is_sent_before_one_more_of_a_crowd(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drawing, "WHOLE", 10)
    monkeypatch.setattr(drawing, "BASE", 10)
    crowd_of_may = {f"e-{number}": (f"{number} May 1934", "theme-a") for number in range(1, 31)}
    alone_in_year = {f"in-{year}": (f"{year}-05-05", "theme-a") for year in (1932, 1936, 1938)}
    alone_in_lane = {f"in-{theme}": ("1934-05-05", f"theme-{theme}") for theme in "bcdef"}
    events = [
        {"event_id": name, "start": start, "title": "All of one rank", "theme": theme}
        for name, (start, theme) in (crowd_of_may | alone_in_year | alone_in_lane).items()
    ]
    sent = Drawing(load(make_folder(tmp_path, events=events))).base(Selection())["events"]["id"]
    assert alone_in_year.keys() | alone_in_lane.keys() < set(sent)
    assert len(sent) == 10


def test_rest_counts_where_events_begin(crowded: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawing, "WHOLE", 1)
    monkeypatch.setattr(drawing, "BASE", 1)
    rest = Drawing(crowded).answer(Selection(lanes="none"))[2]
    assert rest is not None
    (counts,) = rest["counts"]
    begins = (crowded.events["first_day"].to_numpy() - rest["start"]) // rest["step"]
    everything = np.bincount(begins, minlength=len(counts))
    assert rest["start"] + rest["step"] * len(counts) > crowded.last_day
    assert everything.sum() - sum(counts) == 1
    assert (everything - counts).min() == 0
    assert rest["all"] == counts  # in one lane an event is an entry


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return crowd(tmp_path_factory.mktemp("large"), 5_400)


def test_a_browser_never_gets_more_than_5000_entries(large: Dataset) -> None:
    by = Drawing(large)
    for lanes in LANES:
        base = by.base(Selection(lanes=lanes))["events"]
        assert len(base["id"]) == 3_000
        _, extra, rest = by.answer(Selection(lanes=lanes, words="event"), by.default_window)
        assert extra is not None
        assert rest is not None
        assert len(extra["id"]) == 2_000
    few = Selection(lanes="none", themes=("a", "b", "c"), until="1938")
    assert len(by.base(few)["events"]["id"]) == 3_000


def test_the_most_important_are_sent_and_no_period_or_lane_is_left_out(large: Dataset) -> None:
    base = Drawing(large).base(Selection())
    columns = base["events"]
    sent = set(columns["id"])
    ranks = large.events["importance"]
    lowest = min(columns["rank"])
    assert set(large.events["event_id"][ranks > lowest]) <= sent
    assert 0 < columns["rank"].count(lowest) < (ranks == lowest).sum()
    for year in range(1932, 1940):
        for month in range(1, 13):
            of_month = large.events["start"].str.startswith(f"{year}-{month:02}")
            boundary = large.events["event_id"][of_month & (ranks == lowest)]
            part = len(sent.intersection(boundary)) / len(boundary)
            whole = columns["rank"].count(lowest) / (ranks == lowest).sum()
            assert abs(part - whole) < 0.25, (year, month)
    assert {
        lane for lane, rank in zip(columns["lane"], columns["rank"], strict=True) if rank == lowest
    } == set(range(len(base["lanes"])))
