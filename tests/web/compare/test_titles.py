"""The title of the page names the event or question that is open."""

from __future__ import annotations

import re

import pytest
from flask.testing import FlaskClient


@pytest.mark.parametrize(
    ("address", "title"),
    [
        ("/compare?event=kirov-murder", "Kirov is shot in the Smolny · "),
        ("/compare?question=kirov-policy", "Did Kirov stand for a milder policy than Stalin&#39;s? · "),
        ("/compare", "The sources side by side · "),
        ("/?event=kirov-murder", "Kirov is shot in the Smolny · "),
        ("/?event=no-such-event", ""),
        ("/?person=kirov", ""),
    ],
)
def test_the_title_names_what_is_open(client: FlaskClient, address: str, title: str) -> None:
    found = re.findall(r"<title>(.*?)</title>", client.get(address).text)
    assert found == [f"{title}The Kremlin Plot and the Great Purge"]
