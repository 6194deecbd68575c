from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.query.folding import key, plain, words
from timeline.query.search import Vocabulary


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Kirov’s", "kirov"),
        ("O'Connor", "oconnor"),
        ("Zinov'ev", "zinovev"),
        ("CAFÉ", "cafe"),
        ("Straße", "strasse"),
        ("Ÿåñ", "yan"),
        ("Łódź", "lodz"),
        ("Енукидзе", "enukidze"),
        ("Щербаков", "shcherbakov"),
        ("объявление", "obyavlenie"),
        ("Е\u0308жов", "ezhov"),
        ("Ки\u0301ров, кре\u0300йсер, ѐ", "kirov, kreyser, e"),
        ("ორჯონიკიძე", "orjonikidze"),
        ("ᲔᲜᲣᲥᲘᲫᲔ", "enukidze"),
        ("İstanbul", "istanbul"),
        ("ﬁle ℌ", "file h"),
        ("שָׁלוֹם", "שלום"),
    ],
)
def test_plain(text: str, folded: str) -> None:
    assert plain(text) == folded


@pytest.mark.parametrize(
    "spellings",
    [
        "Yenukidze Enukidze Jenukidse Енукидзе ენუქიძე",
        "Ordzhonikidze Orjonikidze Ordschonikidse Орджоникидзе ორჯონიკიძე",
        "Yezhov Ezhov Ejov Ежов",
        "Zinoviev Zinovyev Zinov'ev Зиновьев",
        "Trotsky Trotskij Trotzki Trotskii Троцкий",
        "Cherniavsky Chernyavskii Tschernjawski Чернявский",
        "Kirov Kirow Kiroff Киров",
        "Bukharin Buharin Бухарин",
        "Yagoda Jagoda Iagoda Ягода",
        "Nikolaev Nikolayev Nikolajew Николаев",
        "Shcherbakov Schtscherbakow Щербаков",
        "Dzhugashvili Jughashvili Джугашвили ჯუღაშვილი",
    ],
)
def test_one_key_for_all_spellings(spellings: str) -> None:
    assert len({key(word) for word in words(spellings)}) == 1


def test_different_people_keep_different_keys() -> None:
    names = words("Yagoda Yezhov Yevdokimov Yenukidze Yakir Yakovlev Kirov Kamenev Kalinin Molotov Mołotow")
    assert len({key(name) for name in names}) == len(names) - 1


@given(st.text())
def test_folding_again_changes_nothing(text: str) -> None:
    assert plain(plain(text)) == plain(text)
    assert all(words(word) == [word] for word in words(text))


def test_words_begin_like_the_one_typed() -> None:
    texts = Vocabulary(["The trial", "Trials of Kirov’s friends", "", "industrial"])
    assert sorted(set(texts.texts_with("trial").tolist())) == [0, 1]
    assert texts.texts_with("trials").tolist() == [1]
    assert texts.texts_with("kirow").tolist() == [1]
    assert texts.texts_with("zzz").tolist() == []


@given(st.lists(st.text("abyj ", max_size=12), max_size=8), st.text("abyj", min_size=1, max_size=3))
def test_a_vocabulary_finds_what_reading_every_text_finds(texts: list[str], word: str) -> None:
    expected = {
        number
        for number, text in enumerate(texts)
        if any(found.startswith(word) or key(found).startswith(key(word)) for found in words(text))
    }
    assert set(Vocabulary(texts).texts_with(word).tolist()) == expected


def test_one_letter_typed_often_means_nobody() -> None:
    assert key("zzzz") == "zzzz"
    assert key("z") == "z"
