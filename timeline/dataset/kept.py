"""What is worked out of a dataset once: made when it is first asked for, kept with the dataset, freed with it.

    @kept_for_dataset
    def lives(dataset: Dataset) -> tuple[Life, ...]:
        ...

No other cache of a dataset is needed. It lies in the dataset itself, so that what is kept may hold on to the dataset.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from timeline.dataset.dataset import Dataset

Made = TypeVar("Made")


def kept_for_dataset(make: Callable[[Dataset], Made]) -> Callable[[Dataset], Made]:
    """Let a function of a dataset run once for each dataset; everybody gets what it returned then.

    Whoever asks while it is being made, in another thread, waits for it.
    """

    @wraps(make)
    def kept(dataset: Dataset) -> Made:
        return dataset.kept(make)

    return kept
