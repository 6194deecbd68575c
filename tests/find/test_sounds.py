from __future__ import annotations

import pytest

from timeline.find.sounds import Sounds

NAMES = [
    "yenukidze",
    "show",
    "yezhov",
    "kirov",
    "kirova",
    "pyatakov",
    "tukhachevsky",
    "kun",
    "trial",
    "محاكمة",
]


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("jeschow", ["yezhov"]),  # another sound
        ("pitakov", ["pyatakov"]),  # one less
        ("tuchatschewski", ["tukhachevsky"]),
        ("yenukitze", ["yenukidze"]),  # hard for soft
        ("trail", ["trial"]),  # two have changed places
        ("kirov", ["kirova"]),  # one more; just the same is not near
        ("ezhov", []),  # sounds the same; “show” is too short
        ("kunn", []),  # too short to be near anything
        ("محاكمه", ["محاكمة"]),
        ("xylophone", []),
        ("a" * 500, []),
    ],
)
def test_what_sounds_almost_alike(typed: str, near: list[str]) -> None:
    assert Sounds(NAMES).near(typed) == near


def test_words_of_one_sound_come_together() -> None:
    assert Sounds(["ezhov", "yezhov", "ezhov"]).near("jeschow") == ["ezhov", "yezhov"]
