"""What all tests share."""

from __future__ import annotations

import os
from pathlib import Path

import hypothesis
import pytest

ON_CI = os.environ.get("CI") == "true"

# A shared machine is slow at times, which is no fault of the code; on CI the same commit gives the same verdict.
hypothesis.settings.register_profile("project", deadline=None, derandomize=ON_CI)
hypothesis.settings.load_profile("project")


@pytest.fixture(scope="session")
def shipped() -> Path:
    """The folder that ships with the project."""
    return Path(__file__).resolve().parents[1] / "data"
