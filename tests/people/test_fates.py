from __future__ import annotations

import pytest

from timeline.dataset import Dataset
from timeline.people.fates import FATES, fate_of
from timeline.people.roles import KINDS, kind_of


@pytest.mark.parametrize(
    ("text", "word", "more"),
    [
        ("shot 1937", "Executed", "shot 1937"),
        ("executed 1946", "Executed", "1946"),
        ("killed in prison 1939", "Killed", "in prison 1939"),
        ("suicide 1937", "Suicide", "1937"),
        ("imprisoned, survived (died 1980)", "Imprisoned", "survived (died 1980)"),
        ("survived (died 1986)", "Survived", "died 1986"),
        ("Died", "Died", ""),
        ("shot himself 1937", "Suicide", "shot himself 1937"),
        ("imprisoned, died in prison 1938", "Died", "imprisoned, died in prison 1938"),
        ("(died 1990)", "Died", "died 1990"),
        (
            "sentenced to death, imprisoned until 1955",
            "Imprisoned",
            "sentenced to death, imprisoned until 1955",
        ),
        ("unknown", "Unknown", ""),
        ("elected pope, 1939", "Elected", "pope, 1939"),
        ("<b>", "<b>", ""),
        ("", "", ""),
    ],
)
def test_a_fate_is_one_word(text: str, word: str, more: str) -> None:
    fate = fate_of(text)
    assert (fate.word, fate.more, fate.text) == (word, more, text)
    assert bool(fate.symbol) == bool(word)


def test_every_fate_has_a_symbol_of_its_own(dataset: Dataset) -> None:
    assert len({fate.symbol for fate, _ in FATES}) == len(FATES)
    stances = {stance.symbol for stance in dataset.stances}
    assert {fate_of(text).id for text in dataset.people["fate"]} <= {fate.id for fate, _ in FATES}
    assert not stances & {fate.symbol for fate, _ in FATES if fate.id not in ("survived", "unknown")}


@pytest.mark.parametrize(
    ("role", "kind"),
    [
        ("accused", "accused"),
        ("alleged", "accused"),
        ("victim", "struck"),
        ("died", "death"),
        ("target", "target"),
        ("removed", "office"),
        ("relative", "named"),
        ("judge", "accuser"),
        ("author", "voice"),
        ("head", "office"),
        ("named", "named"),
        ("", "named"),
        ("bystander", "actor"),
        ("victim, host", "struck"),
        ("the Accused", "accused"),
    ],
)
def test_a_role_has_a_kind(role: str, kind: str) -> None:
    assert kind_of(role).id == kind


def test_kinds_are_told_apart_by_name_and_colour(dataset: Dataset) -> None:
    assert len({kind.name for kind in KINDS}) == len({kind.color for kind in KINDS}) == len(KINDS)
    unsorted = {role for role in dataset.cast["role"] if role and kind_of(role).id == "actor"}
    assert unsorted <= {"participant", "assassin"}
