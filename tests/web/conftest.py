"""The web app without a browser: what the server answers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from timeline.loading import load
from timeline.web import create_app

Open = Callable[[Path], FlaskClient]


@pytest.fixture(scope="session")
def open_folder() -> Open:
    """Open a folder; one that is open already is not loaded again."""
    opened: dict[Path, FlaskClient] = {}

    def client_of(folder: Path) -> FlaskClient:
        if folder not in opened:
            opened[folder] = create_app(load(folder)).server.test_client()
        return opened[folder]

    return client_of


@pytest.fixture
def client(open_folder: Open, shipped: Path) -> FlaskClient:
    """The shipped folder."""
    return open_folder(shipped)
