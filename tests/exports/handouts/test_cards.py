from __future__ import annotations

from pathlib import Path

from tests.exports.handouts.test_chart import TOUR
from tests.small_tellings import plain, tellings
from timeline.exports.handouts.cards import cards
from timeline.tours.tours import Step, Tour


def test_one_card_for_each_account_of_each_event_once(tmp_path: Path) -> None:
    found = cards(tellings(tmp_path), TOUR)
    assert [(card.number, card.step, card.account.source_id) for card in found] == [
        (1, 1, "wiki"),
        (2, 1, "memo"),
        (3, 1, "paper"),
        (4, 2, "wiki"),
        (5, 2, "book"),
    ]
    assert {card.title for card in found[:3]} == {"Kirov is murdered"}
    assert [card.noted for card in found] == [True, True, False, True, False]


def test_a_card_says_what_its_source_is_for(shipped: Path) -> None:
    from timeline.loading import load

    dataset = load(shipped)
    purposes = dict(zip(dataset.sources["source_id"], dataset.sources["purpose"], strict=True))
    found = cards(dataset, Tour("t", "T", "", (Step(1, "kirov-murder", ""),)))
    assert len(found) > 5
    assert all(card.purpose == purposes[card.account.source_id] for card in found)
    assert all(card.purpose and card.genre for card in found)


def test_what_no_source_tells_has_no_card(tmp_path: Path) -> None:
    assert cards(plain(tmp_path), Tour("t", "T", "", (Step(1, "first", ""),))) == ()
