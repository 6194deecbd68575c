"""What is worked out of a dataset is made once, for everybody who asks, and goes with it."""

from __future__ import annotations

import gc
import weakref
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from time import sleep

import pytest

from tests.folders import small_folder
from timeline.dataset import Dataset, kept_for_dataset
from timeline.loading import load


@pytest.fixture
def small(tmp_path: Path) -> Dataset:
    return load(small_folder(tmp_path))


def test_it_is_made_once_for_each_dataset(small: Dataset, tmp_path: Path) -> None:
    made: list[Dataset] = []

    @kept_for_dataset
    def titles(dataset: Dataset) -> list[str]:
        made.append(dataset)
        return list(dataset.events["title"])

    other = load(small_folder(tmp_path / "other"))
    assert titles(small) is titles(small)
    assert titles(other) is not titles(small)
    assert made == [small, other]


def test_what_is_made_may_be_nothing(small: Dataset) -> None:
    made: list[int] = []
    nothing = kept_for_dataset(lambda dataset: made.append(1))
    nothing(small)
    nothing(small)
    assert made == [1]


def test_who_asks_while_it_is_made_waits_for_it(small: Dataset) -> None:
    both, made = Barrier(4), []

    @kept_for_dataset
    def slow(dataset: Dataset) -> object:
        made.append(1)
        sleep(0.02)
        return object()

    def ask(_: int) -> object:
        both.wait()
        return slow(small)

    with ThreadPoolExecutor(4) as threads:
        assert len(set(threads.map(ask, range(4)))) == 1
    assert made == [1]


def test_one_may_ask_for_another(small: Dataset) -> None:
    inner = kept_for_dataset(lambda dataset: len(dataset.events))
    outer = kept_for_dataset(lambda dataset: inner(dataset) + 1)
    assert outer(small) == len(small.events) + 1


def test_what_fails_is_tried_again(small: Dataset) -> None:
    faults = [ValueError("once")]

    @kept_for_dataset
    def weak(dataset: Dataset) -> str:
        if faults:
            raise faults.pop()
        return "made"

    with pytest.raises(ValueError, match="once"):
        weak(small)
    assert weak(small) == "made"


def test_what_holds_on_to_the_dataset_goes_with_it(tmp_path: Path) -> None:
    dataset = load(small_folder(tmp_path))
    kept_for_dataset(lambda dataset: [dataset])(dataset)
    alive = weakref.ref(dataset)
    del dataset
    gc.collect()
    assert alive() is None
