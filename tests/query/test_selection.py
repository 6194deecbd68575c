from __future__ import annotations

import gc
import weakref
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from urllib.parse import parse_qs, quote

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.folders import make_folder
from tests.small_tellings import plain, tellings
from timeline.dataset import Dataset
from timeline.dates import from_day_number, parse
from timeline.loading import load
from timeline.query.contest import TOLD
from timeline.query.filters import counts, loosen, mask, told_counts
from timeline.query.folding import key, words
from timeline.query.index import find_people, index_of
from timeline.query.lanes import LANES
from timeline.query.selection import Selection, tidy


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return tellings(tmp_path_factory.mktemp("tellings"))


def left(dataset: Dataset, selection: Selection) -> set[str]:
    return set(dataset.events["event_id"][mask(dataset, selection)])


PEOPLE = ("kirov", "nikolaev", "yenukidze", "ordzhonikidze", "abel")
SOURCES = ("note", "wiki", "memo", "mirror", "book", "paper")
THEMES = ("police", "court", "letters")


def some(ids: tuple[str, ...], most: int = 3) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(ids), max_size=most, unique=True).map(tuple)


FILTERS = st.builds(
    Selection,
    people=some(PEOPLE),
    sources=some(SOURCES, 2),
    themes=some(THEMES, 2),
    words=st.sampled_from(
        ["", "", "the", "kirow shot", "enukidze", "трибунал", "paris cafe", "hand", "lenin"]
    ),
    since=st.sampled_from(["", "", "1934", "2 December 1934", "24 August 1936", "before 1936"]),
    until=st.sampled_from(["", "", "1935", "1 December 1934", "20 August 1936", "after 1936"]),
    match_all=st.booleans(),
    told=st.sampled_from(["", *TOLD]),
)
VIEWS = st.builds(
    replace,
    FILTERS,
    words=st.text(max_size=30),
    perspective=st.sampled_from(["", *SOURCES]),
    beside=st.sampled_from(["", *SOURCES]),
    lanes=st.sampled_from(LANES),
    ghosts=st.booleans(),
    start=st.sampled_from(["", "1934-12-01", "1936-01-31"]),
    end=st.sampled_from(["", "1936-02-01", "1936-12-31"]),
    event=st.sampled_from(["", "kirov-murder", "bloc"]),
    question=st.sampled_from(["", "who"]),
)


def test_a_canonical_link_has_every_key_once_in_order(dataset: Dataset) -> None:
    view = Selection(
        people=("kirov", "abel"),
        sources=("wiki",),
        themes=("court",),
        words="Mord & Verrat",
        since="late 1934",
        until="1936",
        match_all=True,
        told="one",
        perspective="memo",
        beside="book",
        lanes="source",
        ghosts=True,
        start="1934-12-01",
        end="1936-01-01",
        event="trial",
        question="who",
    )
    assert view.to_query() == (
        "person=kirov&person=abel&source=wiki&theme=court&q=Mord+%26+Verrat&from=late+1934&to=1936&match=all&told=one"
        "&as=memo&with=book&lanes=source&ghosts=1&start=1934-12-01&end=1936-01-01&event=trial&question=who"
    )
    assert Selection().to_query() == ""
    assert Selection.from_query("?" + view.to_query(), dataset).selection == view


@given(view=VIEWS)
def test_a_link_opens_exactly_what_it_was_made_from(dataset: Dataset, view: Selection) -> None:
    seen = tidy(view, dataset).selection
    again = Selection.from_query(seen.to_query(), dataset)
    assert again.selection == seen
    assert again.dropped == ()


KEYS = "person source theme q from to match told kind as with lanes ghosts start end event question form utm"
VALUES = st.one_of(
    st.text(), st.sampled_from(["kirov", "wiki", "1934", "all", "1", "person", "1934-12-01", "%ff"])
)


@given(
    query=st.one_of(
        st.text(),
        st.lists(st.tuples(st.sampled_from(KEYS.split()), VALUES)).map(
            lambda pairs: "&".join(f"{name}={quote(value, errors='replace')}" for name, value in pairs)
        ),
    )
)
def test_no_link_fails(dataset: Dataset, query: str) -> None:
    reading = Selection.from_query(query, dataset)
    mask(dataset, reading.selection)
    assert Selection.from_query(reading.selection.to_query(), dataset).dropped == ()
    for part in reading.dropped:
        assert part.why.strip()
        assert len(part.why) < 400


@pytest.mark.parametrize(
    ("query", "why"),
    [
        ("person=enukidse", "No person 'enukidse' here; did you mean Avel Yenukidze?"),
        ("person=xqzzt", "No person 'xqzzt' here."),
        ("source=wikki", "No source 'wikki' here; did you mean The wiki?"),
        ("as=bok", "No source 'bok' here; did you mean The book?"),
        ("with=bok", "No source 'bok' here; did you mean The book?"),
        ("with=kirov", "No source 'kirov' here."),
        ("with=mirror", "The mirror tells nothing here."),
        ("as=wiki&with=wiki", "The wiki is drawn already: choose another source beside it."),
        ("theme=polise", "No theme 'polise' here; did you mean Police?"),
        ("event=kirov-murdr", "No event 'kirov-murdr' here; did you mean Kirov is murdered?"),
        ("question=whho", "No question 'whho' here; did you mean Who gave the order?"),
        ("form=1934", "Links know no key 'form'; did you mean 'from'?"),
        ("utm_campaign=x", "Links know no key 'utm_campaign'."),
        ("q=one&q=two", "The link gives 'q' twice; the first one is used."),
        ("q=%21%3F", "'!?' has no letter or digit to search for."),
        ("q=" + "a" * 300, "The search was cut after 200 letters."),
        ("from=1936&to=1934", "Nothing is from 1936 to 1934: the dates are the wrong way round."),
        (
            "told=most",
            "Events are told by all, several, one, none, or disputed; not by 'most'.",
        ),
        ("match=some", "'match' is all or left out, not 'some'."),
        ("ghosts=yes", "'ghosts' is 1 or left out, not 'yes'."),
        ("start=1934-12-01", "A window has a start and an end such as 1934-12-01."),
        ("start=1934-12-32&end=1935-01-01", "A window has a start and an end such as 1934-12-01."),
        ("start=1936-01-01&end=1935-01-01", "The window ends (1935-01-01) before it starts (1936-01-01)."),
        (
            "start=1812-01-01&end=1813-01-01",
            "The window from 1812-01-01 to 1813-01-01 is outside this timeline.",
        ),
    ],
)
def test_what_is_dropped_is_told(dataset: Dataset, query: str, why: str) -> None:
    assert [part.why for part in Selection.from_query(query, dataset).dropped] == [why]


@pytest.mark.parametrize(
    ("end", "beyond", "kept"),
    [("first", 0, True), ("first", -1, False), ("last", 0, True), ("last", 1, False)],
)
def test_a_window_is_kept_that_shows_one_day_of_the_axis(
    dataset: Dataset, end: str, beyond: int, kept: bool
) -> None:
    if end == "first":
        shown = from_day_number(dataset.first_day + beyond)
        query = f"start={shown - timedelta(days=30)}&end={shown}"
    else:
        shown = from_day_number(dataset.last_day + beyond)
        query = f"start={shown}&end={shown + timedelta(days=30)}"
    reading = Selection.from_query(query, dataset)
    assert (reading.selection.to_query(), len(reading.dropped)) == ((query, 0) if kept else ("", 1))


def test_what_is_long_is_quoted_short(dataset: Dataset) -> None:
    for length, quoted in ((40, "x" * 40), (41, "x" * 39 + "…")):
        (part,) = Selection.from_query(f"theme={'x' * length}", dataset).dropped
        assert part.why == f"No theme '{quoted}' here."


def test_an_unreadable_date_is_dropped_with_its_cure(dataset: Dataset) -> None:
    reading = Selection.from_query("from=01/12/1934&to=1936", dataset)
    (part,) = reading.dropped
    assert (part.key, part.value, reading.selection) == ("from", "01/12/1934", Selection(until="1936"))
    assert "1 December 1934" in part.why


def test_a_telling_that_cannot_be_set_beside_leaves_the_one_above(dataset: Dataset) -> None:
    for query in ("as=wiki&with=wiki", "as=wiki&with=mirror"):
        reading = Selection.from_query(query, dataset)
        assert reading.selection == Selection(perspective="wiki")
        assert [part.key for part in reading.dropped] == ["with"]
    # A perspective that is not there leaves the record above.
    assert Selection.from_query("as=bok&with=bok", dataset).selection == Selection()
    assert Selection.from_query("as=bok&with=book", dataset).selection == Selection(beside="book")


def test_what_is_dropped_leaves_the_rest(dataset: Dataset) -> None:
    reading = Selection.from_query("person=kirov&person=nobody&person=kirov&lanes=x&q=+a++b+&end=", dataset)
    assert reading.selection == Selection(people=("kirov",), words="a b")
    assert [part.key for part in reading.dropped] == ["person", "lanes"]


def test_an_endless_link_is_cut(dataset: Dataset) -> None:
    reading = Selection.from_query("&".join(["person=x"] * 50_000), dataset)
    assert reading.dropped[0].why == "The link is too long: only its first 100 parts were read."
    assert len(reading.dropped) == 101


def test_lanes_that_can_be_stay(tmp_path: Path) -> None:
    events = [{"event_id": "first", "start": "1934", "title": "The first", "people": "ann"}]
    people = load(
        make_folder(tmp_path / "people", events=events, people=[{"person_id": "ann", "name": "Ann"}])
    )
    sources = load(
        make_folder(
            tmp_path / "sources",
            events=events,
            sources=[{"source_id": "book", "title": "A book"}],
            accounts=[{"event_id": "first", "source_id": "book"}],
        )
    )
    found = [Selection.from_query(f"lanes={lanes}", it).selection.lanes
             for it in (people, sources) for lanes in ("person", "source")]  # fmt: skip
    assert found == ["person", "theme", "theme", "source"]


def test_by_how_many_is_asked_only_where_there_are_several(tmp_path: Path) -> None:
    events = [{"event_id": "first", "start": "1934", "title": "The first"}]
    two = [{"source_id": name, "title": name} for name in ("book", "paper")]
    told = [{"event_id": "first", "source_id": "book"}]
    folders = {
        "alone": make_folder(tmp_path / "alone", events=events, sources=two[:1], accounts=told),
        "two": make_folder(tmp_path / "two", events=events, sources=two, accounts=told),
    }
    why = [
        [part.why for part in Selection.from_query(f"told={word}", load(folders[name])).dropped]
        for name, word in (("alone", "one"), ("two", "one"), ("two", "several"))
    ]
    assert why == [
        ["Nobody can be compared here, because fewer than two sources tell this timeline."],
        [],
        ["Of two sources none, one or both tell an event: several never do."],
    ]
    assert Selection.from_query("told=none", plain(tmp_path / "plain")).selection == Selection()


@pytest.mark.parametrize(
    ("query", "events"),
    [
        ("", "kirov-murder kremlin removal trial bloc afterwards"),
        ("person=kirov", "kirov-murder kremlin"),
        ("person=kirov&person=yenukidze", "kirov-murder kremlin removal trial"),
        ("person=kirov&person=yenukidze&match=all", "kremlin"),
        (
            "source=wiki",
            "kirov-murder kremlin trial bloc",
        ),  # its own accounts, its memo's, and the note's in the memo
        ("source=memo", "kirov-murder kremlin bloc"),
        ("source=book&source=paper", "kirov-murder trial"),
        ("theme=court&person=yenukidze", "trial"),
        ("told=one&person=kirov", "kremlin"),
        ("q=SHOT", "kirov-murder"),
        ("q=show", "trial"),  # what a source calls it
        ("q=cafe", "trial"),
        ("q=enukidze+paris", "trial"),  # one word in a name, one in the summary
        ("q=Костриков", "kirov-murder kremlin"),
        ("q=heroes", "kirov-murder"),
        ("from=2+December+1934&to=1935", "kremlin removal"),
        ("to=1934", "kirov-murder bloc"),
        ("from=20+August+1936&to=20+August+1936", "trial"),
        ("to=19+August+1936", "kirov-murder kremlin removal trial bloc"),  # `to` is the last day that counts
        ("to=18+August+1936", "kirov-murder kremlin removal bloc"),
        ("from=24+August+1936", "trial afterwards"),  # `from` is the first one
        ("from=25+August+1936", "afterwards"),
        ("from=1939", "afterwards"),
    ],
)
def test_the_filter(dataset: Dataset, query: str, events: str) -> None:
    reading = Selection.from_query(query, dataset)
    assert reading.dropped == ()
    assert left(dataset, reading.selection) == set(events.split())


def read_one_by_one(dataset: Dataset, asked: Selection) -> set[str]:
    """The filter as its definition says it, event by event."""
    found = set()
    printed_in = dict(zip(dataset.sources["source_id"], dataset.sources["quoted_in"], strict=True))
    derives_from = dict(zip(dataset.sources["source_id"], dataset.sources["derives_from"], strict=True))
    names = {
        row["person_id"]: words(f"{row['name']} {row['also_known_as']}")
        for _, row in dataset.people.iterrows()
    }
    for _, event in dataset.events.iterrows():
        cast = set(dataset.cast["person_id"][dataset.cast["event_id"] == event["event_id"]])
        accounts = dataset.accounts[dataset.accounts["event_id"] == event["event_id"]]
        tellers = set()
        for teller in accounts["source_id"]:
            while teller:
                tellers.add(teller)
                teller = printed_in[teller]
        documents = {teller for teller in tellers if not printed_in[teller]}
        independent = {derives_from[teller] or teller for teller in documents}
        so = {
            "": True,
            "all": len(documents) == sum(not printer for printer in printed_in.values()),
            "several": len(independent) > 1 and len(documents) < len(SOURCES) - 2,
            "one": len(independent) == 1,
            "none": not documents,
            "disputed": event["event_id"] == "trial",
        }
        text = words(" ".join([event["title"], event["summary"], event["place"]]))
        for column in ("called", "account", "framing", "wording"):
            text += words(" ".join(accounts[column]))
        for person in cast:
            text += names[person]
        people = set(asked.people)
        since = parse(asked.since).earliest if asked.since else None
        until = parse(asked.until).latest if asked.until else None
        if (
            (not people or (people <= cast if asked.match_all else people & cast))
            and (not asked.sources or tellers & set(asked.sources))
            and (not asked.themes or event["theme"] in asked.themes)
            and so[asked.told]
            and all(
                any(other.startswith(word) or key(other).startswith(key(word)) for other in text)
                for word in words(asked.words)
            )
            and (since is None or event["when"].latest is None or event["when"].latest >= since)
            and (until is None or event["when"].earliest is None or event["when"].earliest <= until)
        ):
            found.add(event["event_id"])
    return found


@given(asked=FILTERS)
def test_the_filter_leaves_what_reading_every_event_leaves(dataset: Dataset, asked: Selection) -> None:
    assert left(dataset, asked) == read_one_by_one(dataset, asked)


@given(asked=FILTERS)
def test_counts_are_what_is_left_when_the_choice_is_added(dataset: Dataset, asked: Selection) -> None:
    counted = counts(dataset, asked)
    assert {facet: tuple(numbers) for facet, numbers in counted.items()} == {
        "person": PEOPLE,
        "source": SOURCES,
        "theme": THEMES,
        "told": ("", *TOLD),
    }

    def more(chosen: tuple[str, ...], choice: str) -> tuple[str, ...]:
        return (*(other for other in chosen if other != choice), choice)

    for person, number in counted["person"].items():
        added = replace(asked, people=more(asked.people, person))
        assert number == np.count_nonzero(mask(dataset, added)), person
    for source, number in counted["source"].items():
        added = replace(asked, sources=more(asked.sources, source))
        assert number == np.count_nonzero(mask(dataset, added)), source
    for theme, number in counted["theme"].items():
        added = replace(asked, themes=more(asked.themes, theme))
        assert number == np.count_nonzero(mask(dataset, added)), theme
    assert counted["told"] == told_counts(dataset, asked)
    for told, number in counted["told"].items():
        assert number == np.count_nonzero(mask(dataset, replace(asked, told=told))), told


@given(asked=FILTERS)
def test_every_loosening_leaves_what_it_says(dataset: Dataset, asked: Selection) -> None:
    offered = loosen(dataset, asked)
    assert [count for _, count, _ in offered] == sorted((count for _, count, _ in offered), reverse=True)
    for what, count, looser in offered:
        assert what
        assert count == np.count_nonzero(mask(dataset, looser)) > 0


def test_an_empty_result_says_what_to_loosen(dataset: Dataset) -> None:
    query = "person=kirov&person=yenukidze&match=all&theme=court&theme=police&q=kremlin+shot&from=1934"
    asked = Selection.from_query(query, dataset).selection
    assert not mask(dataset, asked).any()
    assert [(what, count) for what, count, _ in loosen(dataset, asked)] == [("the word “shot”", 1)]
    both = Selection(people=("kirov", "abel"), match_all=True)
    assert [(what, count) for what, count, _ in loosen(dataset, both)] == [
        ("Rudolf Abel", 2),
        ("that all of them take part (any is enough)", 2),
    ]
    alone = Selection(people=("abel",), since="1935", until="1935")
    assert [(what, count) for what, count, _ in loosen(dataset, alone)] == [("Rudolf Abel", 2)]
    assert loosen(dataset, Selection(people=("abel",), sources=("mirror",))) == []


@pytest.mark.parametrize(
    ("asked", "offered"),
    [
        (Selection(words="paris", until="1935"), [("the dates", 1), ("the word “paris”", 4)]),
        (Selection(words="kremlin", since="1937"), [("the dates", 1), ("the word “kremlin”", 1)]),
        (
            Selection(words="paris", since="1932", until="1935"),
            [("the dates", 1), ("the word “paris”", 4)],
        ),
        (Selection(sources=("mirror",), words="paris"), [("The mirror", 1)]),
        (Selection(themes=("letters",), words="paris"), [("Letters", 1)]),
        (Selection(told="one", words="paris"), [("told by one only", 1), ("the word “paris”", 2)]),
        (Selection(told="disputed", words="shot"), [("contradicted", 1), ("the word “shot”", 1)]),
    ],
)
def test_each_kind_of_part_can_be_given_up(
    dataset: Dataset, asked: Selection, offered: list[tuple[str, int]]
) -> None:
    assert sorted((what, count) for what, count, _ in loosen(dataset, asked)) == sorted(offered)


def test_a_person_whom_the_timeline_does_not_have_is_in_no_event(dataset: Dataset) -> None:
    both = Selection(people=("kirov", "nobody"))
    assert left(dataset, both) == {"kirov-murder", "kremlin"}
    assert left(dataset, replace(both, match_all=True)) == set()
    assert set(counts(dataset, replace(both, match_all=True))["person"].values()) == {0}


def test_where_no_single_part_helps_two_are_offered(dataset: Dataset) -> None:
    asked = Selection(people=("kirov",), words="xylophone zither")
    assert [(what, count) for what, count, _ in loosen(dataset, asked)] == [
        ("the word “xylophone” and the word “zither”", 2)
    ]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("enuk", ["yenukidze"]),
        ("Енукидзе", ["yenukidze"]),
        ("ენუქიძე", ["yenukidze"]),
        ("jenukidse", ["yenukidze"]),
        ("orjonikidze", ["ordzhonikidze"]),
        ("Ordž", ["ordzhonikidze"]),
        ("ordz", ["ordzhonikidze"]),
        ("kiroff", ["kirov"]),
        ("sergo", ["ordzhonikidze"]),
        ("nikolaev leonid", ["nikolaev"]),
        ("leonid kirov", []),
        ("abe", ["yenukidze", "abel"]),  # both are called so; Yenukidze is in more events
        ("abel", ["abel", "yenukidze"]),  # the whole of a name
        ("nikol", ["nikolaev", "yenukidze"]),  # the beginning of a name before the middle of one
        ("rudolf abel", ["abel"]),
        ("yenukitze", ["yenukidze"]),  # misspelt: the nearest sound
        ("nikolaiev", ["nikolaev"]),
        ("xqzzt", []),
        ("  ", ["yenukidze", "kirov", "nikolaev"]),
    ],
)
def test_people_are_found_in_any_spelling(dataset: Dataset, typed: str, found: list[str]) -> None:
    assert find_people(dataset, typed, 3) == found


@given(typed=st.text())
def test_whatever_is_typed_finds_known_people(dataset: Dataset, typed: str) -> None:
    found = find_people(dataset, typed, 4)
    assert set(found) <= set(PEOPLE)
    assert len(found) == len(set(found)) <= 4


def test_a_timeline_without_people_sources_and_themes_is_filtered_too(tmp_path: Path) -> None:
    few = plain(tmp_path)
    assert left(few, Selection(since="1935")) == {"last"}
    assert left(few, Selection(people=("kirov",))) == set()
    assert counts(few, Selection()) == {"person": {}, "source": {}, "theme": {}, "told": {}}
    assert find_people(few, "kirov", 5) == []


def test_an_index_is_built_once_and_goes_with_its_dataset(tmp_path: Path) -> None:
    few = plain(tmp_path)
    index = index_of(few)
    assert index_of(few) is index
    gone = weakref.ref(few)
    del few
    gc.collect()
    assert gone() is None


def test_links_are_read_as_browsers_write_them() -> None:
    view = Selection(words="ä+b&c=d#e%", people=("kirov",))
    assert parse_qs(view.to_query()) == {"person": ["kirov"], "q": ["ä+b&c=d#e%"]}
