from __future__ import annotations

from pathlib import Path

import pytest

from tests.folders import make_folder
from timeline.dataset import Dataset
from timeline.loading import load
from timeline.sources.narrative import own_telling
from timeline.sources.quotations import quoting
from timeline.sources.vocabulary import Term, Vocabulary, vocabulary

PEOPLE = [
    {"person_id": "kirov", "name": "Sergei Kirov", "also_known_as": "Kostrikov"},
    {"person_id": "yezhov", "name": "Nikolai Yezhov", "also_known_as": "Ezhov", "fate": "shot 1940"},
    {"person_id": "radek", "name": "Karl Radek"},
]
SOURCES = [
    {"source_id": "wiki", "title": "W"},
    {"source_id": "plea", "title": "P", "author": "Karl Radek", "quoted_in": "wiki"},
    {"source_id": "mirror", "title": "M", "derives_from": "wiki"},
    {"source_id": "book", "title": "B"},
]


def account(event: str, source: str, called: str = "", wording: str = "", **more: str) -> dict[str, str]:
    return {"event_id": event, "source_id": source, "called": called, "wording": wording, **more}


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return load(
        make_folder(
            tmp_path_factory.mktemp("words"),
            events=[
                {
                    "event_id": "deed",
                    "start": "1934",
                    "title": "Kirov is shot",
                    "people": "kirov:victim; yezhov",
                    "summary": "In the corridor.",
                },
                {
                    "event_id": "trial",
                    "start": "1936",
                    "title": "The trial",
                    "people": "yezhov; radek:accused",
                },
                {"event_id": "plot", "start": "1937", "title": "The plot"},
            ],
            people=PEOPLE,
            sources=SOURCES,
            accounts=[
                account(
                    "deed", "wiki", "murder of Kirov", "foul conspiracy in the corridor", framing="evil foes"
                ),
                account("deed", "mirror", "murder of Kirov", "foul conspiracy"),
                account("deed", "book", "the murder", "a lonely man", account="Yezhov stands by."),
                account("trial", "wiki", "trial of foes", "Ezhov's conspiracy", framing="foes judged"),
                account("trial", "plea", "my trial", "Radek and Kostrikov"),
                account("plot", "wiki", "vile plot"),
                account("plot", "book", people="radek:a tool of others"),
            ],
        )
    )


def of(dataset: Dataset, source: str) -> Vocabulary:
    return vocabulary(dataset, own_telling(dataset, source).told, source)


def test_people_are_listed_with_the_spellings_of_the_source(dataset: Dataset) -> None:
    people = {person.person_id: person for person in of(dataset, "wiki").people}
    assert list(people) == ["kirov", "yezhov"]
    assert people["kirov"].spelt == (Term("Kirov", (1,)),)
    assert people["yezhov"].spelt == (Term("Ezhov", (2,)),)


def test_a_part_that_the_source_alone_gives_stands_with_the_name(dataset: Dataset) -> None:
    [_, radek] = of(dataset, "book").people
    assert (radek.person_id, radek.spelt, radek.parts) == ("radek", (), (Term("a tool of others", (2,)),))
    heard = quoting(dataset, own_telling(dataset, "book").told, "book")
    assert [person.person_id for person in heard.unheard] == ["yezhov", "radek"]


def test_who_is_named_in_our_summary_alone_has_no_spelling(dataset: Dataset) -> None:
    [yezhov, _] = of(dataset, "book").people
    assert (yezhov.person_id, yezhov.spelt, yezhov.at) == ("yezhov", (), (1,))


def test_who_speaks_is_not_among_those_it_names(dataset: Dataset) -> None:
    assert [person.person_id for person in of(dataset, "plea").people] == ["kirov"]


def test_words_that_stand_in_several_events_are_counted_without_names(dataset: Dataset) -> None:
    words = of(dataset, "wiki")
    assert words.often == (Term("conspiracy", (1, 2), places=2),)
    assert words.frame_words == (Term("foes", (1, 2), places=2),)


def test_one_phrase_that_serves_for_several_events_stands_once(shipped: Path) -> None:
    dataset = load(shipped)
    words = vocabulary(dataset, own_telling(dataset, "prolewiki").told, "prolewiki")
    assert "assasinated" not in {term.text for term in words.often}
    [once] = [term for term in words.alone if term.text == "assasinated"]
    assert (len(once.at) > 1, once.places) == (True, 1)


def test_nothing_is_said_to_be_alone_where_no_words_of_others_are_known(shipped: Path) -> None:
    dataset = load(shipped)
    words = vocabulary(dataset, own_telling(dataset, "wikipedia").told, "wikipedia")
    # Of the confession the article's words are known, and none of Andrew's, whom it follows.
    assert not {"tortured", "persuaded", "smuggle"} & {term.text for term in words.alone}


def test_words_it_has_alone_are_neither_the_records_nor_anybody_elses(dataset: Dataset) -> None:
    alone = {term.text: term.at for term in of(dataset, "wiki").alone}
    # "corridor" is the record's; the mirror, no second witness, takes none away; names of events may be ours.
    assert alone == {"conspiracy": (1, 2), "foul": (1,)}


def test_the_words_of_a_voice_are_not_those_of_its_printer(dataset: Dataset) -> None:
    assert "lonely" not in {term.text for term in of(dataset, "wiki").alone}
    assert of(dataset, "plea").often == ()


def test_whom_it_quotes_and_whom_it_never_does(dataset: Dataset) -> None:
    heard = quoting(dataset, own_telling(dataset, "wiki").told, "wiki")
    assert [(voice.source_id, voice.depth, voice.person_id, voice.at) for voice in heard.voices] == [
        ("plea", 1, "radek", (2,))
    ]
    assert [(person.person_id, person.fate, person.at) for person in heard.unheard] == [
        ("kirov", "", (1,)),
        ("yezhov", "shot 1940", (2,)),
    ]
    assert quoting(dataset, own_telling(dataset, "book").told, "book").voices == ()


def test_who_has_a_voice_in_a_source_of_the_same_words_is_not_unheard(shipped: Path) -> None:
    dataset = load(shipped)
    heard = quoting(dataset, own_telling(dataset, "wikipedia").told, "wikipedia")
    assert heard.shared == ("wikipedia-mirror",)
    # Both print the passage of Stalin's speech; it is noted under the mirror.
    assert "stalin" not in {person.person_id for person in heard.unheard}


def test_every_word_stands_where_its_number_says(shipped: Path) -> None:
    dataset = load(shipped)
    told = own_telling(dataset, "prolewiki").told
    own = {
        line.number: " ".join((one.called, *one.wording)).casefold()
        for line in told
        for one in line.accounts
        if one.source_id == "prolewiki"
    }
    words = vocabulary(dataset, told, "prolewiki")
    for term in (*words.often, *words.alone, *(term for person in words.people for term in person.spelt)):
        assert all(term.text.casefold() in own[number] for number in term.at), term
