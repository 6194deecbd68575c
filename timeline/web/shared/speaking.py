"""How many speak, in the words of `timeline.sources.speaking`, for every template that counts them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from flask import Flask

from timeline.dataset import Dataset
from timeline.sources.speaking import Speaking, repeats, said_by
from timeline.sources.who import who


class Said(Protocol):
    """An answer, an account, a date: something that a source says."""

    @property
    def source_id(self) -> str:
        """Who says it."""


def add_filters(server: Flask, dataset: Dataset) -> None:
    """Give the templates `speaking` and `who_says`, which count and name who speaks, and the badge `repeats`."""

    def speaking(said: Iterable[Said], beside: Iterable[Said] = ()) -> Speaking:
        return said_by(dataset, (one.source_id for one in said), (one.source_id for one in beside))

    def badge(source_id: str, beside: Iterable[Said] = ()) -> str:
        return repeats(dataset, source_id, (one.source_id for one in beside))

    def who_says(said: Iterable[Said]) -> str:
        return "; ".join(map(str, who(dataset, (one.source_id for one in said))))

    server.add_template_filter(speaking)
    server.add_template_filter(who_says)
    server.add_template_filter(badge, "repeats")
