"""The words of a person's page, of two people side by side, and of the printed dossier."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from flask import render_template

from timeline.dataset import Dataset
from timeline.exports.person import cited, paragraph
from timeline.people.answers import Answer, answer
from timeline.people.contacts import Companion, company, network, shared_parts
from timeline.people.lifelines import Life, Part, life, lives
from timeline.people.portraits import Portrait, portraits, record_parts
from timeline.people.questions import Concern
from timeline.people.roles import KINDS, Kind, kind_of
from timeline.query.index import index_of
from timeline.query.selection import Selection
from timeline.query.suggestions import nearest
from timeline.sources.accounts import note_beside
from timeline.sources.naming import namesakes
from timeline.web.links import addresses
from timeline.web.links import people as people_links
from timeline.web.links.compare import View
from timeline.web.people import lines
from timeline.web.shared.date_spread import Axis, ticks
from timeline.web.site.shell import Missing

_IN_NETWORK = 12
_DOSSIER_EVENTS = 4
_DOSSIER_COMPANY = 5


@dataclass(frozen=True)
class Happening:
    """An event of a life: the part played, who tells it, and where it leads."""

    event_id: str
    title: str
    when: str
    role: str
    verdict: str
    kind: Kind
    importance: int
    tellers: tuple[str, ...]
    timeline: Selection
    comparison: View


class PersonPages:
    """Writes the pages of one dataset's people; what was written for an address is kept."""

    def __init__(self, dataset: Dataset) -> None:
        """Keep the dataset, and room for the latest pages."""
        self._dataset = dataset
        self._known = index_of(dataset).people.row
        self._told = lru_cache(maxsize=128)(self._first_html)

    def missing(self, person_id: str) -> Missing | None:
        """Why nobody is at this address, and who was probably meant."""
        if person_id in self._known:
            return None
        near = nearest(self._dataset, "person", person_id)
        return Missing(
            f"Nobody in this timeline is filed under “{person_id[:60]}”.",
            tuple((found.name, addresses.life(found.id)) for found in near),
        )

    def name(self, person_id: str) -> str:
        """Who is here, "" for nobody."""
        return life(self._dataset, person_id).name if person_id in self._known else ""

    def title(self, person_id: str, query: str = "") -> str:
        """The title of the page: the name, or both where two stand side by side."""
        beside, _ = people_links.read_beside(query, self._dataset, person_id)
        return " and ".join(filter(None, map(self.name, (person_id, beside))))

    def first_html(self, person_id: str, query: str) -> str:
        """The whole page."""
        return self._told(person_id, query) if person_id in self._known else ""

    def dossier_html(self, person_id: str) -> str:
        """The person on one sheet: a choice of what the page tells."""
        found = answer(self._dataset, person_id)
        person = found.person
        happenings = self._happenings(person)
        weighed = sorted(happenings, key=lambda it: -it.importance)[:_DOSSIER_EVENTS]
        chosen = [it for it in happenings if it in weighed]
        return render_template(
            "people/person_dossier.html",
            person=person,
            answer=found,
            line=lines.line(self._dataset, person, self._axis()),
            ticks=ticks(self._axis()),
            happenings=chosen,
            total=len(happenings),
            company=company(self._dataset, person_id)[:_DOSSIER_COMPANY],
            **self._painted(found),
        )

    def _first_html(self, person_id: str, query: str) -> str:
        beside, dropped = people_links.read_beside(query, self._dataset, person_id)
        person = life(self._dataset, person_id)
        if beside:
            return self._pair(person, life(self._dataset, beside), dropped)
        companions = company(self._dataset, person_id)
        found = answer(self._dataset, person_id)
        return render_template(
            "people/person.html",
            person=person,
            answer=found,
            taken=self._taken(found),
            dropped=dropped,
            namesakes=self._namesakes(person_id),
            choices=self._choices(person_id, companions),
            happenings=self._happenings(person),
            kinds=_kinds(person.parts),
            company=companions,
            ring=lines.ring(network(companions, _IN_NETWORK)) if len(companions) > 1 else None,
            in_network=_IN_NETWORK,
            concerns=_split(found.asked),
            **self._drawn([person]),
            **self._painted(found),
        )

    def _pair(self, one: Life, other: Life, dropped: Sequence[object]) -> str:
        rows = shared_parts(one, other)
        sides = [
            {
                "person": person,
                "namesakes": self._namesakes(person.person_id),
                "record": record_parts(person),
                "happenings": self._happenings(person),
            }
            for person in (one, other)
        ]
        painted = (portraits(self._dataset, person.person_id) for person in (one, other))
        both = list(zip(*painted, strict=True))
        roles = [{part.row: part.role for part in person.parts} for person in (one, other)]
        shared = [
            (happening, roles[0][part.row], roles[1][part.row])
            for part in one.parts
            if part.row in rows
            for happening in [self._happening(one, part)]
        ]
        return render_template(
            "people/person_pair.html",
            sides=sides,
            dropped=dropped,
            shared=shared,
            choices=self._choices(one.person_id, company(self._dataset, one.person_id)),
            portraits=both,
            note=self._note(portrait for pair in both for portrait in pair),
            **self._drawn([one, other]),
        )

    def _taken(self, found: Answer) -> dict[str, Any]:
        """What can be quoted of the page, and what it rests on in every style of citing."""
        return {
            "paragraph": paragraph(self._dataset, found),
            "cited": [(key, citation.forms) for key, citation in cited(self._dataset, found)],
        }

    def _axis(self) -> Axis:
        return lines.axis_of(self._dataset)

    def _drawn(self, people: Sequence[Life]) -> dict[str, Any]:
        """The lives as lines, for those who read without scripts, and whether there is anything to draw."""
        drawn = [(person, lines.line(self._dataset, person, self._axis())) for person in people]
        return {
            "lines": [(person, line) for person, line in drawn if line],
            "ticks": ticks(self._axis()),
        }

    def _painted(self, found: Answer) -> dict[str, Any]:
        """How the sources paint a person, the record's parts, and the scholarly note where an account needs it."""
        painted = found.painted
        return {
            "portraits": painted,
            "record": record_parts(found.person),
            "note": self._note(painted),
            "titles": self._titles(painted),
        }

    def _note(self, painted: Iterable[Portrait]) -> str:
        """The scholarly note, "" where no account in these portraits needs it."""
        return note_beside(
            self._dataset, (mention.account.stance for portrait in painted for mention in portrait.named)
        )

    def _titles(self, painted: Sequence[Portrait]) -> dict[str, str]:
        """The titles of the events that a source tells without naming the person."""
        wanted = {event for portrait in painted for event in portrait.unnamed}
        return {event: self._dataset.event_title(event) for event in wanted}

    def _namesakes(self, person_id: str) -> list[Life]:
        return [life(self._dataset, other) for other in namesakes(self._dataset, person_id)]

    def _choices(self, person_id: str, companions: Sequence[Companion]) -> list[tuple[str, str, int]]:
        """Who can be set beside a person: (id, name, shared events), those who share most first, then all by name."""
        met = {one.person_id for one in companions}
        rest = (one for one in lives(self._dataset) if one.person_id not in met | {person_id})
        return [
            *((one.person_id, one.name, one.shared) for one in companions),
            *((one.person_id, one.name, 0) for one in sorted(rest, key=lambda one: one.name)),
        ]

    def _happenings(self, person: Life) -> list[Happening]:
        return [self._happening(person, part) for part in person.parts]

    def _happening(self, person: Life, part: Part) -> Happening:
        event = self._dataset.events.iloc[part.row]
        return Happening(
            event_id=event["event_id"],
            title=event["title"],
            when=self._when(event),
            role=part.role,
            verdict=part.verdict,
            kind=kind_of(part.role),
            importance=int(event["importance"]),
            tellers=self._tellers(part.row),
            timeline=Selection(people=(person.person_id,), event=event["event_id"]),
            comparison=View(Selection(people=(person.person_id,), event=event["event_id"])),
        )

    def _when(self, event: Any) -> str:
        """The record's date; where it has none, the date and who alone gives it."""
        placed_by = self._dataset.speaker(event["placed_by"])
        return f"{event['when']}, by {placed_by}" if placed_by else str(event["when"] or "")

    def _tellers(self, row: int) -> tuple[str, ...]:
        """The documents that tell an event, themselves or through a voice."""
        index = index_of(self._dataset)
        telling = (index.sources.ids[index.account_source[account]] for account in index.accounts.rows(row))
        told = {self._dataset.source(source)["document"] for source in telling}
        return tuple(
            self._dataset.speaker(document) for document in self._dataset.documents if document in told
        )


def _kinds(parts: Sequence[Part]) -> list[tuple[Kind, int]]:
    """The kinds of part that a life has, and how many events of each."""
    counts = [(kind, sum(kind_of(part.role) is kind for part in parts)) for kind in KINDS]
    return [(kind, count) for kind, count in counts if count]


def _split(found: Sequence[Concern]) -> tuple[list[Concern], list[Concern]]:
    """Questions that name the person, and those about the same events only."""
    return [one for one in found if one.named], [one for one in found if not one.named]
