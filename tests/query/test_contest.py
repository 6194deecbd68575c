from __future__ import annotations

from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.folders import make_folder
from tests.small_tellings import ANSWERS, plain, tellings
from timeline.dataset import Dataset
from timeline.loading import load
from timeline.query.contest import TOLD, all_of, choices, contest_of, disputed, names, told_by, told_words
from timeline.query.filters import mask, told_counts
from timeline.query.selection import Selection


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return tellings(tmp_path_factory.mktemp("tellings"))


def left(dataset: Dataset, told: str) -> set[str]:
    return set(dataset.events["event_id"][mask(dataset, Selection(told=told))])


def deed_told(folder: Path, sources: dict[str, dict[str, str]], *tellers: str) -> Dataset:
    """One event, these sources, and who tells it, each with a stance after a colon if it is coded."""
    accounts = [teller.partition(":") for teller in tellers]
    return load(
        make_folder(
            folder,
            events=[{"event_id": "deed", "start": "1934", "title": "The deed"}],
            sources=[{"source_id": name, "title": name} | more for name, more in sources.items()],
            accounts=[
                {"event_id": "deed", "source_id": source, "stance": stance} for source, _, stance in accounts
            ],
        )
    )


def test_by_how_many_an_event_is_told(dataset: Dataset) -> None:
    assert {word: left(dataset, word) for word in TOLD} == {
        "all": set(),
        "several": {"kirov-murder", "trial"},
        "one": {"bloc", "kremlin"},  # a memo in the wiki, and a note in that memo
        "none": {"removal", "afterwards"},
        "disputed": {"trial"},
    }
    told = dict(zip(dataset.events["event_id"], contest_of(dataset).tellers.tolist(), strict=True))
    assert told == {"bloc": 1, "kirov-murder": 2, "kremlin": 1, "removal": 0, "trial": 2, "afterwards": 0}


TWO = {"wiki": {}, "mirror": {"derives_from": "wiki"}}
THREE: dict[str, dict[str, str]] = TWO | {"book": {}}
VOICED: dict[str, dict[str, str]] = {"book": {}, "voice": {"quoted_in": "book"}, "paper": {}}


@pytest.mark.parametrize(
    ("sources", "tellers", "so"),
    [
        (THREE, "", "none"),
        (THREE, "wiki", "one"),
        (THREE, "mirror", "one"),
        (THREE, "wiki mirror", "one"),  # who repeats another adds nobody
        (THREE, "mirror book", "several"),
        (THREE, "wiki mirror book", "all"),
        (TWO, "wiki mirror", "all one"),  # both tell it, and there is one telling of it
        (VOICED, "voice", "one"),
        (VOICED, "book voice", "one"),
        (VOICED, "voice paper", "all"),
        ({"book": {}}, "book", "one"),  # one is not all of several
    ],
)
def test_documents_count_with_their_voices_and_mirrors_do_not(
    tmp_path: Path, sources: dict[str, dict[str, str]], tellers: str, so: str
) -> None:
    masks = contest_of(deed_told(tmp_path, sources, *tellers.split())).masks
    assert {word for word in TOLD if masks[word].any()} == set(so.split())


@pytest.mark.parametrize(
    ("stances", "is_disputed"),
    [
        ("accepts rejects", True),
        ("accepts accepts", False),
        ("accepts ", False),
        ("accepts not-at-issue", False),
        ("accepts not-at-issue own-version", True),
    ],
)
def test_disputed_are_different_stances(tmp_path: Path, stances: str, is_disputed: bool) -> None:
    tellers = [f"s{number}:{stance}" for number, stance in enumerate(stances.split(" "))]
    sources: dict[str, dict[str, str]] = {teller.partition(":")[0]: {} for teller in tellers}
    assert disputed(deed_told(tmp_path, sources, *tellers)).tolist() == [is_disputed]


def test_a_source_and_its_mirror_do_not_contradict_each_other(tmp_path: Path) -> None:
    assert not disputed(deed_told(tmp_path, THREE, "wiki:accepts", "mirror:rejects")).any()
    assert disputed(
        deed_told(tmp_path / "with", THREE, "wiki:accepts", "mirror:rejects", "book:rejects")
    ).all()


def test_an_event_is_disputed_by_those_who_tell_it(dataset: Dataset, tmp_path: Path) -> None:
    # The trial is told by the book and the wiki, who differ; the murder by the wiki and the paper, who agree.
    assert left(dataset, "disputed") == {"trial"}
    changed = make_folder(
        tmp_path,
        **{path.stem: path.read_text() for path in dataset.folder.glob("*.csv") if path.stem != "answers"},
        answers=ANSWERS.replace("who,paper,the bloc", "who,paper,a clerk"),
    )
    assert left(load(changed), "disputed") == {"trial", "kirov-murder"}
    silent = make_folder(
        tmp_path / "silent",
        **{path.stem: path.read_text() for path in dataset.folder.glob("*.csv") if path.stem != "answers"},
        answers=ANSWERS.replace("who,paper,the bloc", "who,paper,Says nothing!"),
    )
    assert left(load(silent), "disputed") == {"trial"}


STANCES = st.sampled_from(["", "accepts", "rejects"])
TELLERS = st.dictionaries(st.sampled_from(["wiki", "mirror", "book", "paper", "voice"]), STANCES)


@given(tellers=TELLERS)
def test_every_event_is_told_by_all_several_one_or_none(
    tmp_path_factory: pytest.TempPathFactory, tellers: dict[str, str]
) -> None:
    sources: dict[str, dict[str, str]] = THREE | VOICED
    dataset = deed_told(tmp_path_factory.mktemp("told"), sources, *map(":".join, tellers.items()))
    masks = contest_of(dataset).masks
    assert sum(int(masks[word].sum()) for word in ("all", "several", "one", "none")) == 1
    heard = {"book" if teller == "voice" else teller for teller in tellers}
    assert contest_of(dataset).tellers.tolist() == [len(heard)]


def test_by_how_many_in_words(dataset: Dataset, tmp_path: Path) -> None:
    said = {event: told_by(dataset, row) for row, event in enumerate(dataset.events["event_id"])}
    assert said == {
        "bloc": "told by 1 of 4",
        "kirov-murder": "told by 2 of 4",
        "kremlin": "told by 1 of 4",
        "removal": "told by none",
        "trial": "told by 2 of 4",
        "afterwards": "told by none",
    }
    assert told_by(deed_told(tmp_path / "two", TWO, "wiki", "mirror"), 0) == "told by both"
    assert (
        told_by(deed_told(tmp_path / "three", THREE, "wiki", "mirror"), 0) == "told by 1 of 3, repeated by 1"
    )
    assert told_by(plain(tmp_path / "plain"), 0) == ""


@pytest.mark.parametrize(
    ("number", "words"), [(2, "both"), (3, "all three"), (5, "all five"), (12, "all twelve"), (14, "all 14")]
)
def test_all_are_a_number_in_words(number: int, words: str) -> None:
    assert all_of(number) == words


def test_only_what_a_folder_can_be_asked_for_is_offered(dataset: Dataset, tmp_path: Path) -> None:
    assert names(dataset) == {
        "all": "all four",
        "several": "several",
        "one": "one only",
        "none": "none",
        "disputed": "contradicted",
    }
    assert [told_words(dataset, word) for word in ("one", "disputed")] == ["told by one only", "contradicted"]
    two = deed_told(tmp_path / "two", TWO, "wiki")
    assert names(two)["all"] == "both"
    assert "several" not in choices(two)
    for folder in (plain(tmp_path / "plain"), deed_told(tmp_path / "one", {"book": {}}, "book")):
        assert (choices(folder), told_counts(folder, Selection())) == ((), {})
    assert choices(deed_told(tmp_path / "nobody", THREE)) == ()  # three sources of which nothing is told


def test_the_counts_of_the_shipped_folder(shipped: Path) -> None:
    counted = told_counts(load(shipped), Selection(told="one"))
    assert sum(counted[word] for word in ("all", "several", "one", "none")) == counted[""]
    assert min(counted.values()) > 0
    assert max(counted["all"], counted["disputed"]) < counted["one"]


@pytest.mark.slow
def test_fifty_thousand_events_are_counted_at_once(tmp_path: Path) -> None:
    many = range(50_000)
    dataset = load(
        make_folder(
            tmp_path,
            events=[{"event_id": f"e{number}", "start": "1934", "title": "Deed"} for number in many],
            sources=[{"source_id": f"s{number}", "title": f"Source {number}"} for number in range(3)],
            accounts=[{"event_id": f"e{number}", "source_id": f"s{number % 3}"} for number in many],
        )
    )
    contest_of(dataset)
    start = perf_counter()
    counted = told_counts(dataset, Selection(sources=("s0",), told="none"))
    assert perf_counter() - start < 0.02
    assert (counted[""], counted["one"], counted["none"]) == (16_667, 16_667, 0)
