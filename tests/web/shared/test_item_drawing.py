"""The drawing of one item is filled from the address, and hidden where there is nothing to draw."""

from __future__ import annotations

from typing import Any

import pytest
from flask.testing import FlaskClient


def filled(client: FlaskClient, part: str, stage: str, names: tuple[str, ...], path: str, query: str) -> Any:
    """What the callback answers for an address."""
    outputs = [{"id": part, "property": name} for name in names] + [{"id": stage, "property": "hidden"}]
    address = [{"id": "url", "property": "pathname", "value": path}]
    address.append({"id": "url", "property": "search", "value": query})
    named = "...".join(f"{out['id']}.{out['property']}" for out in outputs)
    answer = client.post(
        "/_dash-update-component",
        json={
            "output": f"..{named}..",
            "outputs": outputs,
            "inputs": address,
            "changedPropIds": ["url.pathname"],
        },
    )
    assert answer.status_code == 200
    return answer.get_json()["response"]


PERSON = ("person-drawing", "person-stage", ("events", "lanes", "shown", "stances", "edition", "emphasis"))
SOURCE = ("source-drawing", "source-stage", ("events", "lanes", "edition", "shown", "extra", "rest"))


@pytest.mark.parametrize(
    ("page", "path", "query", "edition"),
    [
        (PERSON, "/people/kirov", "", "life;kirov"),
        (PERSON, "/people/kirov", "?with=yagoda", "life;kirov;yagoda"),
        (SOURCE, "/sources/prolewiki", "", "none;as=prolewiki"),
    ],
)
def test_the_address_fills_the_drawing(
    client: FlaskClient, page: tuple[str, str, tuple[str, ...]], path: str, query: str, edition: str
) -> None:
    answer = filled(client, *page, path, query)
    assert answer[page[0]]["edition"] == edition
    assert answer[page[0]]["events"]["id"]
    assert answer[page[1]] == {"hidden": False}


@pytest.mark.parametrize(("page", "path"), [(PERSON, "/people/nobody"), (SOURCE, "/sources/nobody")])
def test_an_unknown_item_hides_the_drawing(
    client: FlaskClient, page: tuple[str, str, tuple[str, ...]], path: str
) -> None:
    assert filled(client, *page, path, "") == {page[1]: {"hidden": True}}


def test_a_filter_leaves_some_events_of_a_source(client: FlaskClient) -> None:
    whole = filled(client, *SOURCE, "/sources/prolewiki", "")["source-drawing"]
    some = filled(client, *SOURCE, "/sources/prolewiki", "?person=kirov")["source-drawing"]
    assert whole["shown"] is None
    assert 0 < len(some["shown"]) < len(whole["events"]["id"])
