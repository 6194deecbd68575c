"""When it was said: years between an event and the text that tells it, and what has no place."""

from __future__ import annotations

import numpy as np
import pytest

from tests.contest_folder import contest
from timeline.dataset import Dataset
from timeline.sources.when_said import sayings


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return contest(tmp_path_factory.mktemp("contest"))


def test_each_telling_has_its_event_and_the_years_since(dataset: Dataset) -> None:
    found = sayings(dataset)
    events, sources = dataset.events["event_id"].tolist(), dataset.sources["source_id"].tolist()
    told = {
        (events[event], sources[source]): years
        for event, source, years in zip(found.event, found.source, found.years, strict=True)
    }
    assert len(told) == len(dataset.accounts) - 1
    assert told["fire", "paper"] == pytest.approx(1 / 365.2425)
    assert told["fire", "book"] == pytest.approx(47.3, abs=0.1)
    assert told["fire", "wiki"] == pytest.approx(86.8, abs=0.1), "the earliest day on which it can be written"
    assert [bool(at_least) for at_least in found.at_least] == [it == "wiki" for it in sources]


def test_an_event_without_a_beginning_has_no_place(dataset: Dataset) -> None:
    assert sayings(dataset).left_out == 1  # the rumours, "before 1935"


def test_a_text_without_a_date_is_not_known(shipped_dataset: Dataset) -> None:
    found = sayings(shipped_dataset)
    undated = shipped_dataset.sources["published"].to_numpy()[found.source] == ""
    assert np.array_equal(~found.known, undated)
    assert len(found.event) + found.left_out == len(shipped_dataset.accounts)
