"""Where a source speaks of a person: the accounts that name him or her, and those of the same events that do not.

    for mention in mentions(dataset, "yagoda"):
        print(mention.account.speaker, mention.title, [use.spelling for use in mention.spellings])

A person is named by any spelling that people.csv knows, in the source's words or in our summary of them, or by the
column `people` of accounts.csv, which also says which part the source gives.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from timeline.dataset import Dataset
from timeline.people.lifelines import Life, life
from timeline.query.folding import words
from timeline.query.index import index_of
from timeline.sources.accounts import Account, accounts_of
from timeline.sources.naming import Spelling, parts_given, spellings


@dataclass(frozen=True, slots=True)
class Mention:
    """One account of one event, read for one person.

    `when` is the record's date, "" where it has none. `named`: the account names the person. `role` is the record's
    word for the part in this event, "" where the person takes none by the record; `given` is the part that the source
    gives instead, "" where it gives no other. `spellings` are those in the source's own words.
    """

    event_id: str
    title: str
    when: str
    role: str
    given: str
    named: bool
    account: Account
    spellings: tuple[Spelling, ...]

    @property
    def part(self) -> str:
        """The part in this telling: the source's word, else the record's."""
        return self.given or self.role


def mentions(dataset: Dataset, person_id: str) -> tuple[Mention, ...]:
    """Every account that names the person or tells an event of his or hers, in time; KeyError if there is none such."""
    return tuple(_mentions(dataset, life(dataset, person_id)))


def _mentions(dataset: Dataset, person: Life) -> Iterator[Mention]:
    own = {part.row: part.role for part in person.parts}
    given = parts_given(dataset)
    for row in sorted({*own, *_rows_that_may_name(dataset, person)}):
        event = dataset.events.iloc[row]
        event_id = event["event_id"]
        spelt = spellings(dataset, event_id)
        for account in accounts_of(dataset, event_id):
            uses = spelt[account.source_id].get(person.person_id, ())
            parts = given.get((event_id, account.source_id), {})
            named = bool(uses) or person.person_id in parts
            if named or row in own:
                yield Mention(
                    event_id=event_id,
                    title=event["title"],
                    when="" if event["placed_by"] else str(event["when"] or ""),
                    role=own.get(row, ""),
                    given=parts.get(person.person_id, ""),
                    named=named,
                    account=account,
                    spellings=tuple(use for use in uses if use.quoted),
                )


def _rows_that_may_name(dataset: Dataset, person: Life) -> set[int]:
    """The events in whose texts the last word of one of the person's names occurs, or whose accounts give a part."""
    index = index_of(dataset)
    last = {said[-1] for name in (person.name, *person.also) if (said := words(name))}
    found = {int(row) for word in last for row in np.unique(index.texts.texts_with(word))}
    told = {event for (event, _), parts in parts_given(dataset).items() if person.person_id in parts}
    return found | {index.event_row[event] for event in told}
