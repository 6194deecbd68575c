"""Source cards to cut out: one for each account of the events of a tour, who speaks on it and what is said.

for card in cards(dataset, tour):
    print(card.number, card.account.speaker, card.account.said, card.purpose, card.account.account)
"""

from __future__ import annotations

from dataclasses import dataclass

from timeline.dataset import Dataset
from timeline.query.index import index_of
from timeline.sources.accounts import Account, accounts_of, needs_note
from timeline.tours.tours import Tour


@dataclass(frozen=True, slots=True)
class SourceCard:
    """One account on a card, with what its source is for.

    `number` is that of the card; `step` the tour's step at which its event is first shown. `noted`: the account
    takes as true what is disputed, so that the scholarly note belongs beside it.
    """

    number: int
    step: int
    event_id: str
    title: str
    date: str
    account: Account
    genre: str
    purpose: str
    noted: bool


def cards(dataset: Dataset, tour: Tour) -> tuple[SourceCard, ...]:
    """The cards of a tour: its events in the order of the steps, each once; of each the tellings in their order.

    Steps whose event the dataset does not have are left out.
    """
    here = index_of(dataset).event_row
    first: dict[str, int] = {}
    for step in tour.steps:
        if step.event_id in here:
            first.setdefault(step.event_id, step.number)
    found: list[SourceCard] = []
    for event_id, step_number in first.items():
        event = dataset.event(event_id)
        for account in accounts_of(dataset, event_id):
            source = dataset.source(account.source_id)
            found.append(
                SourceCard(
                    number=len(found) + 1,
                    step=step_number,
                    event_id=event_id,
                    title=event["title"],
                    date=str(event["when"]),
                    account=account,
                    genre=source["genre"],
                    purpose=source["purpose"],
                    noted=needs_note(dataset, account.stance),
                )
            )
    return tuple(found)
