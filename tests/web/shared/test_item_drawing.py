"""The drawing of one item is filled from the address, and hidden where there is nothing to draw."""

from __future__ import annotations

from typing import Any

import pytest
from flask.testing import FlaskClient


def filled(client: FlaskClient, screen: str, path: str, query: str = "") -> tuple[Any, bool]:
    """What the callback answers for an address: what is drawn, and whether the part around it is hidden."""
    drawn, stage = f"{screen}-drawn", f"{screen}-stage"
    answer = client.post(
        "/_dash-update-component",
        json={
            "output": f"..{drawn}.data...{stage}.hidden..",
            "outputs": [{"id": drawn, "property": "data"}, {"id": stage, "property": "hidden"}],
            "inputs": [
                {"id": "url", "property": "pathname", "value": path},
                {"id": "address", "property": "data", "value": query},
            ],
            "changedPropIds": ["url.pathname"],
        },
    )
    assert answer.status_code == 200
    found = answer.get_json()["response"]
    return found[drawn]["data"], found[stage]["hidden"]


@pytest.mark.parametrize(
    ("screen", "path", "query", "edition"),
    [
        ("person", "/people/kirov", "", "life;kirov"),
        ("person", "/people/kirov", "with=yagoda", "life;kirov;yagoda"),
        ("source", "/sources/prolewiki", "", "none;as=prolewiki"),
    ],
)
def test_the_address_fills_the_drawing(
    client: FlaskClient, screen: str, path: str, query: str, edition: str
) -> None:
    drawn, hidden = filled(client, screen, path, query)
    assert drawn["edition"] == edition
    assert drawn["events"]["id"]
    assert not hidden


@pytest.mark.parametrize(("screen", "path"), [("person", "/people/nobody"), ("source", "/sources/nobody")])
def test_an_unknown_item_hides_the_drawing(client: FlaskClient, screen: str, path: str) -> None:
    assert filled(client, screen, path) == (None, True)


def test_a_filter_leaves_some_events_of_a_source(client: FlaskClient) -> None:
    whole, _ = filled(client, "source", "/sources/prolewiki")
    some, _ = filled(client, "source", "/sources/prolewiki", "person=kirov")
    assert whole["shown"] is None
    assert 0 < len(some["shown"]) < len(whole["events"]["id"])
