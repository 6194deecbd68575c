"""Who says something, in the fewest names."""

from __future__ import annotations

import pytest

from timeline.dataset import Dataset
from timeline.sources.who import who


def said(dataset: Dataset, *sources: str) -> list[str]:
    return [str(one) for one in who(dataset, sources)]


def test_a_mirror_stands_under_what_it_repeats(shipped_dataset: Dataset) -> None:
    assert said(shipped_dataset, "wikipedia-mirror", "wikipedia") == [
        "Wikipedia, which Wikipedia mirror repeats"
    ]
    assert said(shipped_dataset, "wikipedia-mirror") == ["Wikipedia mirror"]


def test_voices_stand_under_the_text_that_prints_them(shipped_dataset: Dataset) -> None:
    assert said(shipped_dataset, "lenoe-2010", "prolewiki", "rothstein-1950") == [
        "ProleWiki, with Andrew Rothstein and, at second hand, Matthew Lenoe"
    ]
    assert said(shipped_dataset, "lenoe-2010") == ["Matthew Lenoe, at second hand in ProleWiki"]
    assert said(shipped_dataset, "rothstein-1950", "gj-interviewer") == [
        "The interviewer in Georgian Journal",
        "Andrew Rothstein in ProleWiki",
    ]


def test_many_voices_are_counted(shipped_dataset: Dataset) -> None:
    voices = [
        source
        for source in shipped_dataset.speakers
        if shipped_dataset.source(source)["quoted_in"] == "prolewiki"
    ]
    [prolewiki] = who(shipped_dataset, ["prolewiki", *voices])
    assert prolewiki.short == f"ProleWiki (with {len(voices)} voices)"


def test_nobody_is_nobody_and_an_unknown_source_is_an_error(shipped_dataset: Dataset) -> None:
    assert said(shipped_dataset) == []
    with pytest.raises(KeyError):
        who(shipped_dataset, ["nobody"])
