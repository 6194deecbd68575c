from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from timeline.sources.blind import blind

IDS = st.lists(st.text("abcdefghij-", min_size=1, max_size=8), max_size=40, unique=True)


def test_a_link_that_was_shared_keeps_its_order() -> None:
    assert blind(7, ["wiki", "book", "paper"]) == [
        ("Text A", "book"),
        ("Text B", "paper"),
        ("Text C", "wiki"),
    ]


@given(seed=st.integers(), ids=IDS, data=st.data())
def test_the_order_depends_on_the_seed_and_the_sources_alone(
    seed: int, ids: list[str], data: st.DataObject
) -> None:
    labelled = blind(seed, ids)
    assert sorted(source for _, source in labelled) == sorted(ids)
    assert len({label for label, _ in labelled}) == len(ids)
    assert blind(seed, data.draw(st.permutations(ids))) == labelled


def test_another_seed_is_another_order() -> None:
    orders = {tuple(source for _, source in blind(seed, ["a", "b", "c", "d"])) for seed in range(200)}
    assert len(orders) == 24


def test_after_z_comes_aa() -> None:
    labels = [label for label, _ in blind(1, [str(number) for number in range(704)])]
    assert (labels[25:28], labels[701:]) == (
        ["Text Z", "Text AA", "Text AB"],
        ["Text ZZ", "Text AAA", "Text AAB"],
    )
