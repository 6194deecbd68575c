"""An event in slots: who fills which, what is left out, what says the same, what cannot both be right."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.folders import Cells, make_folder
from tests.small_tellings import plain, tellings
from timeline.dataset import Dataset
from timeline.loading import load
from timeline.sources.glance import MOST_ROWS, RECORD, glance
from timeline.sources.glance_values import Glance, LaidSlot
from timeline.sources.matrix import disputed
from timeline.sources.silences import SilenceKind
from timeline.sources.slots import Kind, short_words

SOURCES: list[Cells] = [
    {"source_id": "mirror", "title": "mirror", "derives_from": "wiki"},
    {"source_id": "wiki", "title": "wiki"},
    {"source_id": "memo", "title": "memo", "quoted_in": "wiki"},
    {"source_id": "rumour", "title": "rumour", "quoted_in": "wiki", "known_by": "summary"},
    {"source_id": "journal", "title": "journal"},
    {"source_id": "paper", "title": "paper"},
]
STANCES = """
[[stances]]
id = "accepts"
name = "Accepts"
[[stances]]
id = "reports"
name = "Reports"
[[stances]]
id = "rejects"
name = "Rejects"
"""


def deed(folder: Path, accounts: Sequence[Cells], answers: Sequence[Cells] = (), **more: Any) -> Dataset:
    """A deed of 1 December 1934, what is told of it, and what is answered to one question about it."""
    questions = [
        {
            "question_id": "who",
            "event_id": "deed",
            "question": "Who did it?",
            "short": "By whom",
            "record": "Nobody knows.",
            **more.pop("question", {}),
        }
    ]
    return load(
        make_folder(
            folder,
            toml=STANCES,
            events=[
                {
                    "event_id": "deed",
                    "start": "1 December 1934",
                    "title": "The deed",
                    "people": "abel:victim",
                },
                {"event_id": "other", "start": "1940", "title": "Another"},
            ],
            people=[
                {"person_id": "abel", "name": "Anton Abel"},
                {"person_id": "boris", "name": "Boris Berg", "also_known_as": "B. Bergh"},
            ],
            sources=more.pop("sources", SOURCES),
            accounts=[{"event_id": "deed", **account} for account in accounts],
            **({"questions": questions, "answers": answers} if answers else {}),
        )
    )


def answer(source: str, position: str, side: str = "", **more: str) -> Cells:
    return {"question_id": "who", "source_id": source, "position": position, "side": side, **more}


def slot(seen: Glance, kind: Kind) -> LaidSlot:
    [found] = [each for each in (*seen.slots, *seen.more) if each.slot.kind is kind]
    return found


def filled(seen: Glance, kind: Kind) -> list[str]:
    """What stands in a slot, row by row: the words, else ours; "" where it is left out."""
    return ["".join((said.words or said.ours) for said in cell.said[:1]) for cell in slot(seen, kind).cells]


@pytest.fixture(scope="module")
def purge(shipped: Path) -> Dataset:
    return load(shipped)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return tellings(tmp_path_factory.mktemp("tellings"))


@pytest.mark.parametrize(
    ("quotations", "shown"),
    [
        ((), ""),
        (("shot",), "shot"),
        (("Stalin claimed that Nikolayev was part", "a young party member"), "a young party member"),
        # Never cut: without its beginning it would be the source's own claim.
        (("Stalin claimed that Nikolayev was part",), "Stalin claimed that Nikolayev was part"),
        (("one two three four five", "one"), "one two three four five"),
    ],
)
def test_a_quotation_is_chosen_and_never_cut(quotations: Sequence[str], shown: str) -> None:
    assert short_words(quotations) == shown


def test_who_stands_behind_kirovs_murder(purge: Dataset) -> None:
    seen = glance(purge, "kirov-murder")
    behind = next(each for each in seen.slots if each.slot.heading == "Behind it")
    said = {row.source_id: cell for row, cell in zip(seen.rows, behind.cells, strict=True)}
    assert [each.ours for each in said["prolewiki"].said] == [
        "For a group of conspirators",
        "The bloc killed him",
    ]
    assert said["prolewiki"].said[0].words == "a clandestine group of Party members"
    assert not said["wikipedia"].said
    assert not said["wikipedia"].voiced
    assert said["wikipedia"].note == "Does not say who committed the murder."
    # Only a voice says it: the mirror's own text does not.
    assert said["wikipedia-mirror"].said == ()
    assert [source for source, _, _ in said["wikipedia-mirror"].voiced] == ["wikipedia-articles"]
    # Two documents hold the same, and they do not touch.
    assert said["georgian-journal"].group == said["spartacus"].group != said["prolewiki"].group
    assert behind.threads == ((2, 4),)
    assert [(run.first, run.shared, run.goes_on) for run in behind.runs if run.shared] == [
        (2, True, False),
        (4, True, False),
    ]


def test_of_the_record_nothing_stands_among_what_sources_say(purge: Dataset) -> None:
    for event in purge.events["event_id"]:
        seen = glance(purge, event)
        told = purge.accounts[purge.accounts["event_id"] == event]
        for each in (*seen.slots, *seen.more):
            for source, statements in each.slot.said.items():
                for said in statements:
                    if each.slot.kind is Kind.NAMED:
                        assert said.words in set(told.loc[told["source_id"] == source, "called"])
                    if each.slot.kind is Kind.WHEN:
                        assert said.words in set(told.loc[told["source_id"] == source, "date_as_given"])


def test_what_is_contradicted_here_is_disputed_on_every_screen(purge: Dataset) -> None:
    for event, found in zip(purge.events["event_id"], disputed(purge), strict=True):
        seen = glance(purge, event)
        laid = [each.slot for each in (*seen.slots, *seen.more) if each.slot.kind is Kind.QUESTION]
        stances = seen.stances is not None and seen.stances.contradicted
        assert (stances or any(each.contradicted for each in laid)) == found, event


def test_rows_are_the_documents_that_tell_it_a_mirror_under_its_origin(tmp_path: Path) -> None:
    accounts = [
        {"source_id": source, "called": f"the deed of {source}"} for source in ("mirror", "wiki", "paper")
    ]
    seen = glance(deed(tmp_path, accounts), "deed")
    assert [(row.source_id, row.repeats) for row in seen.rows] == [
        ("wiki", ""),
        ("mirror", "wiki"),
        ("paper", ""),
    ]
    assert [silence.source_id for silence in seen.silent] == ["journal"]


def test_a_mirror_that_words_nothing_otherwise_has_no_row(tmp_path: Path) -> None:
    accounts = [{"source_id": source, "called": "the deed", "act": "shot"} for source in ("mirror", "wiki")]
    seen = glance(deed(tmp_path / "same", accounts), "deed")
    assert [(row.source_id, row.echoes) for row in seen.rows] == [("wiki", ("mirror",))]
    other = glance(deed(tmp_path / "other", [accounts[0], {**accounts[1], "act": "killed"}]), "deed")
    assert [row.source_id for row in other.rows] == ["wiki", "mirror"]
    named, done = slot(other, Kind.NAMED), slot(other, Kind.DONE)
    assert [(run.first, run.span) for run in named.runs] == [(0, 2)]
    assert [(run.first, run.span) for run in done.runs] == [(0, 1), (1, 1)]


def test_four_ways_to_say_nothing_are_kept_apart(tmp_path: Path) -> None:
    sources = [
        *SOURCES,
        {"source_id": "covers", "title": "covers", "covers_start": "1930", "covers_end": "1940"},
        {"source_id": "later", "title": "later", "covers_start": "1939", "covers_end": "1940"},
    ]
    accounts = [
        {"source_id": "wiki", "called": "the deed"},
        {"source_id": "memo", "date_as_given": "December 1934"},
        {"source_id": "paper", "called": "the crime", "date_as_given": "1934"},
        {"source_id": "covers", "event_id": "other"},
        {"source_id": "later", "event_id": "other"},
    ]
    seen = glance(deed(tmp_path, accounts, sources=sources), "deed")
    [wiki, paper] = slot(seen, Kind.WHEN).cells
    assert (wiki.said, [voice for voice, _, _ in wiki.voiced]) == ((), ["memo"])
    assert paper.said
    assert {silence.source_id: silence.kind for silence in seen.silent} == {
        "mirror": SilenceKind.NOT_CODED,
        "journal": SilenceKind.NOT_CODED,
        "covers": SilenceKind.NOT_MENTIONED,
        "later": SilenceKind.OUT_OF_SPAN,
    }


@pytest.mark.parametrize(
    ("wiki", "paper", "compatible", "contradicted"),
    [
        ("December 1934", "1 December 1934", True, False),
        ("December 1934", "1934-12", False, False),  # one date in two forms
        ("November 1934", "1 December 1934", False, True),
        ("before 1935", "1 December 1934", True, False),
        ("1934", "", False, False),
    ],
)
def test_dates_contradict_where_no_day_is_possible_by_both(
    tmp_path: Path, wiki: str, paper: str, compatible: bool, contradicted: bool
) -> None:
    accounts = [{"source_id": "wiki", "date_as_given": wiki}, {"source_id": "paper", "date_as_given": paper}]
    when = slot(glance(deed(tmp_path, accounts), "deed"), Kind.WHEN)
    assert (when.compatible, when.slot.contradicted) == (compatible, contradicted)
    assert (when.bracket is not None) == compatible
    assert len(when.runs) == 2, "what is written in two ways is two fillings"


@pytest.mark.parametrize(
    ("answers", "compatible", "contradicted", "second_hand", "bracketed"),
    [
        ([answer("wiki", "Abel", "a"), answer("paper", "Berg", "b")], "", True, False, False),
        ([answer("wiki", "Abel", "a"), answer("paper", "Berg", "b")], "a b", False, False, True),
        ([answer("wiki", "Abel", "a"), answer("paper", "Abel", "a")], "", False, False, False),
        # Who repeats another is no second witness; hearsay contradicts at second hand only.
        ([answer("wiki", "Abel", "a"), answer("mirror", "Berg", "b")], "", False, False, False),
        ([answer("wiki", "Abel", "a"), answer("rumour", "Berg", "b")], "", False, True, False),
        # Who does not tell the event does not count here.
        ([answer("wiki", "Abel", "a"), answer("journal", "Berg", "b")], "", False, False, False),
        # Without sides positions are compared.
        ([answer("wiki", "Abel"), answer("paper", "Berg")], "", True, False, False),
        ([answer("wiki", "Abel", "a"), answer("paper", "Says nothing")], "", False, False, False),
    ],
)
def test_a_slot_is_contradicted_where_sides_are(
    tmp_path: Path,
    answers: list[Cells],
    compatible: str,
    contradicted: bool,
    second_hand: bool,
    bracketed: bool,
) -> None:
    accounts = [{"source_id": source, "called": "x"} for source in ("wiki", "mirror", "rumour", "paper")]
    dataset = deed(tmp_path, accounts, answers, question={"compatible": compatible})
    asked = slot(glance(dataset, "deed"), Kind.QUESTION)
    assert (asked.slot.contradicted, asked.slot.second_hand) == (contradicted, second_hand)
    assert asked.compatible == bracketed


def test_the_most_contested_question_stands_first(purge: Dataset) -> None:
    for event in ("kirov-murder", "third-trial", "first-trial"):
        seen = glance(purge, event)
        asked = [each.slot for each in (*seen.slots, *seen.more) if each.slot.kind is Kind.QUESTION]
        assert len(asked) > 2
        shown = [each.slot for each in seen.slots if each.slot.kind is Kind.QUESTION]
        most = max(asked, key=lambda each: (each.contradicted, each.second_hand))
        assert (shown[0].contradicted, shown[0].second_hand) == (most.contradicted, most.second_hand)


def test_there_are_as_many_slots_as_fit(purge: Dataset) -> None:
    sizes = [len(glance(purge, "kirov-murder", room=room).slots) for room in (0, 100, 172, 300, 1000)]
    assert sizes == sorted(sizes)
    assert sizes[0] == 4, "names, dates, acts and one question always stand"
    seen = glance(purge, "kirov-murder", room=1000)
    assert all(each.groups for each in seen.slots), "what nobody fills has no slot"
    assert sum(each.need for each in glance(purge, "kirov-murder").slots) <= 172


def test_an_event_without_questions_shows_people_and_stance(tmp_path: Path) -> None:
    accounts = [
        {
            "source_id": "wiki",
            "called": "the deed",
            "act": "shot",
            "stance": "accepts",
            "wording": "B. Bergh shot",
        },
        {
            "source_id": "paper",
            "date_as_given": "1934",
            "stance": "rejects",
            "people": "abel:victim of a plot",
        },
    ]
    seen = glance(deed(tmp_path, accounts), "deed")
    assert [each.slot.kind for each in seen.slots] == [
        Kind.NAMED,
        Kind.WHEN,
        Kind.DONE,
        Kind.PEOPLE,
        Kind.STANCE,
    ]
    # As each spells them, with the part that it gives itself; what is ours stands in brackets.
    assert filled(seen, Kind.PEOPLE) == ["B. Bergh", "[Anton Abel, victim of a plot]"]
    assert filled(seen, Kind.STANCE) == ["Accepts", "Rejects"]
    assert slot(seen, Kind.STANCE).slot.contradicted


@pytest.mark.parametrize(
    ("called", "words", "note"),
    [
        ("the deed", "the deed", ""),
        ("the arrest [of Abel]", "the arrest [of Abel]", ""),
        ("[a deed that it does not name]", "", "[a deed that it does not name]"),
        ("", "", ""),
    ],
)
def test_a_name_that_is_ours_is_none_of_the_sources(
    tmp_path: Path, called: str, words: str, note: str
) -> None:
    accounts = [{"source_id": "wiki", "called": called}, {"source_id": "paper", "called": "the crime"}]
    seen = glance(deed(tmp_path, accounts), "deed")
    assert filled(seen, Kind.NAMED) == [words, "the crime"]
    assert slot(seen, Kind.NAMED).cells[0].note == note


@pytest.mark.parametrize(
    ("base", "found"),
    [
        ("", [None, None, None]),
        ("wiki", ["base", "same", "differs"]),
        ("journal", ["same", "base", "differs"]),
        (RECORD, ["differs", "differs", "same"]),
        ("memo", [None, None, None]),  # no row
    ],
)
def test_any_row_or_the_record_can_be_the_base(tmp_path: Path, base: str, found: list[str | None]) -> None:
    accounts = [
        {"source_id": "wiki", "date_as_given": "December 1934"},
        {"source_id": "journal", "date_as_given": "1934-12"},
        {"source_id": "paper", "date_as_given": "1 December 1934"},
    ]
    seen = glance(deed(tmp_path, accounts), "deed", base=base)
    assert [cell.against for cell in slot(seen, Kind.WHEN).cells] == found


def test_against_a_base_one_adds_and_another_leaves_out(tmp_path: Path) -> None:
    accounts = [
        {"source_id": "wiki", "called": "the deed"},
        {"source_id": "journal", "act": "shot"},
        {"source_id": "paper"},
    ]
    seen = glance(deed(tmp_path, accounts), "deed", base="wiki")
    assert [cell.against for cell in slot(seen, Kind.NAMED).cells] == ["base", "lacks", "lacks"]
    assert [cell.against for cell in slot(seen, Kind.DONE).cells] == ["base", "adds", None]


def test_voices_are_folded_under_their_document(purge: Dataset) -> None:
    seen = glance(purge, "kirov-murder")
    [wiki] = [inside for inside in seen.inside if inside.source_id == "prolewiki"]
    assert {voice.source_id for voice in wiki.voices if voice.hearsay} == {
        "conquest-1989",
        "kirilina-1995",
        "lenoe-2010",
        "furr-2015",
    }
    assert dict(wiki.held)["Alone"] == ("Alla Kirilina", "Matthew Lenoe")
    alone = glance(purge, "kirov-murder", ["prolewiki", "lenoe-2010"])
    assert [row.source_id for row in alone.rows] == ["prolewiki", "lenoe-2010"]
    [rest] = alone.inside
    assert "Matthew Lenoe" not in [voice.speaker for voice in rest.voices]


def test_chosen_rows_stand_in_the_readers_order(purge: Dataset) -> None:
    chosen = ["spartacus", "wikipedia-mirror", "trepper", "wikipedia"]
    seen = glance(purge, "kirov-murder", chosen)
    assert [row.source_id for row in seen.rows] == ["spartacus", "wikipedia-mirror", "wikipedia"]
    assert not any(row.repeats or row.echoes for row in seen.rows)
    assert [silence.source_id for silence in seen.silent] == ["trepper"]
    with pytest.raises(KeyError):
        glance(purge, "kirov-murder", ["nobody"])
    with pytest.raises(KeyError):
        glance(purge, "nothing")


def test_a_folder_shows_what_it_has(small: Dataset, tmp_path: Path) -> None:
    for event in small.events["event_id"]:
        seen = glance(small, event)
        for each in (*seen.slots, *seen.more):
            assert len(each.cells) == len(seen.rows)
    asked = slot(glance(small, "trial"), Kind.QUESTION)
    assert asked.slot.heading == "Who gave the order?", "without a short heading the question is one"
    bare = glance(plain(tmp_path), "first")
    assert (bare.rows, bare.slots, bare.silent) == ((), (), ())


def test_of_very_many_documents_the_first_dozen_have_rows(tmp_path: Path) -> None:
    sources = [{"source_id": f"s{number}", "title": f"s{number}"} for number in range(40)]
    long = " ".join(["word"] * 400)
    accounts = [{"source_id": f"s{number}", "called": long} for number in range(40)]
    seen = glance(deed(tmp_path, accounts, sources=sources), "deed")
    assert len(seen.rows) == MOST_ROWS
    assert len(seen.unshown) == 40 - MOST_ROWS
    assert seen.slots[0].runs[0].span == MOST_ROWS
