from __future__ import annotations

from pathlib import Path

import pytest

from timeline.dataset import Dataset
from timeline.loading import load


@pytest.fixture(scope="session")
def shipped_dataset(shipped: Path) -> Dataset:
    """The shipped folder, loaded once for all tests of the sources."""
    return load(shipped)
