"""The shipped folder, loaded once."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline.dataset import Dataset
from timeline.loading import load


@pytest.fixture(scope="session")
def dataset(shipped: Path) -> Dataset:
    return load(shipped)
