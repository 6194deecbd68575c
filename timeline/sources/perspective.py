"""One event as one source tells it: its name, its date, its people, and whom it leaves unnamed.

seen = seen_by(dataset, "wikipedia", "kirov-murder")
print(seen.name, seen.account.date, [person.name for person in seen.unnamed])
"""

from __future__ import annotations

from dataclasses import dataclass

from timeline.dataset import Dataset
from timeline.query.index import index_of
from timeline.sources.accounts import Account, Participant, accounts_of
from timeline.sources.naming import Finder, parts_given


@dataclass(frozen=True, slots=True)
class Seen:
    """An event in the perspective of a source.

    `account` is the source's own, or else that of the first voice that it prints. `name` is what it calls the event, or
    the record's title if it gives no name (`called` is False then). `people` are (person_id, name, part) of those whom
    the account names or gives a part, the part only where it gives one itself; `unnamed` are the record's other people.
    """

    account: Account
    name: str
    called: bool
    people: tuple[tuple[str, str, str], ...]
    unnamed: tuple[Participant, ...]


def seen_by(dataset: Dataset, source_id: str, event_id: str) -> Seen | None:
    """The event as the source tells it, None if it is silent; raise KeyError if there is no such source or event."""
    index = index_of(dataset)
    speaking = {index.sources.ids[voice] for voice in index.voices(index.sources.row[source_id])}
    # Accounts come in the order of the sources, each document followed by its voices.
    account = next((told for told in accounts_of(dataset, event_id) if told.source_id in speaking), None)
    if account is None:
        return None
    finder = Finder(dataset, event_id)
    named = finder.people_in(account)
    given = parts_given(dataset).get((event_id, account.source_id), {})
    told = [person.person_id for person in finder.cast if person.person_id in named.keys() | given.keys()]
    told += [person for person in given if person not in told]
    return Seen(
        account=account,
        name=account.called or dataset.event_title(event_id),
        called=bool(account.called),
        people=tuple((person, dataset.person_name(person), given.get(person, "")) for person in told),
        unnamed=tuple(person for person in finder.cast if person.person_id not in told),
    )
