"""What the timeline screen says in words: how many events, what is asked for, the list, the event panel.

Everything here is HTML written by Jinja templates, the same for the first HTML and for every later answer.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Any

import numpy as np
from flask import Flask, render_template
from numpy.typing import NDArray

from timeline.dataset import Dataset
from timeline.query.contest import disputed, told_by
from timeline.query.filters import loosen, mask, told_counts
from timeline.query.index import index_of
from timeline.query.selection import Reading, Selection
from timeline.sources import accounts
from timeline.sources.glance import glance
from timeline.sources.perspective import seen_by
from timeline.sources.silences import silence_at
from timeline.web.shared.conditions import cleared, conditions
from timeline.web.site.wording import SILENCES, established

LIST_PAGE = 200  # events on one page of the list


def add_filters(server: Flask) -> None:
    """Give the templates the words for dates and silences as filters."""
    server.add_template_filter(established)
    server.add_template_filter(lambda event: str(event["when"] or "No date"), "when")
    server.add_template_filter(lambda silence: SILENCES[silence.kind], "silence")


class TimelinePages:
    """Writes the words of one dataset; what was written for a filter is kept for the next who asks the same."""

    def __init__(self, dataset: Dataset) -> None:
        """Keep the dataset, and room for the lists of the latest filters."""
        self.dataset = dataset
        self.list_html = lru_cache(maxsize=32)(self._list_html)

    def read(self, query: str) -> Reading:
        """What a query string asks for, and what of it was dropped."""
        return Selection.from_query(query, self.dataset)

    def title(self, query: str) -> str:
        """What is open, "" for nothing."""
        event = self.read(query).selection.event
        return self.dataset.event_title(event) if event else ""

    def result(self, asked: Selection) -> str:
        """How many events the filter leaves, and how many of them each source tells whose telling is asked for.

        "12 of 96 events", "20 of 96 events told by Wikipedia", "12 of 96 events, 5 told by Wikipedia, 7 by Spartacus".
        """
        total = len(self.dataset.events)
        kept = mask(self.dataset, asked)
        left = int(kept.sum())
        all_of_them = f"{total:,} {'event' if total == 1 else 'events'}"
        told = [(f"{int(kept[events].sum()):,}", speaker) for speaker, events in self._told_by(asked)]
        if not told or not left:
            return f"{left:,} of {all_of_them}" if left != total else all_of_them
        (count, speaker), *others = told
        more = "".join(f", {number} by {other}" for number, other in others)
        if left == total:
            return f"{count} of {all_of_them} told by {speaker}{more}"
        return f"{left:,} of {all_of_them}, {count} told by {speaker}{more}"

    def _told_by(self, asked: Selection) -> list[tuple[str, NDArray[np.int32]]]:
        """Whose tellings they are and the rows of the events told in each; none where every lane has its own."""
        if asked.lanes == "source" and not asked.beside:
            return []
        rows = index_of(self.dataset).sources.row
        tellers = [source for source in (asked.perspective, asked.beside) if source]
        return [
            (self.dataset.speaker(source), index_of(self.dataset).sources.events_of(rows[source]))
            for source in tellers
        ]

    def asked_html(self, reading: Reading) -> str:
        """What is asked for, each part with a link that takes it away; what could not be followed; what to loosen.

        And in numbers, for the scripts: what each choice of "Told by" would leave, whether the filter removes anything.
        """
        asked = reading.selection
        kept = mask(self.dataset, asked)
        looser = [] if kept.any() else loosen(self.dataset, asked)
        return render_template(
            "shared/asked.html",
            conditions=conditions(self.dataset, asked),
            asked=asked,
            dropped=reading.dropped,
            cleared=cleared(asked),
            loosen=looser,
            empty=not kept.any(),
            told=told_counts(self.dataset, asked),
            removes=not kept.all(),
            note=self._note_of_drawing(asked),
        )

    def list_page(self, asked: Selection, page: int) -> str:
        """One page of the list of events, as HTML; pages count from 1."""
        return self.list_html(replace(asked, start="", end="", event="", question=""), page)

    def panel_html(self, reading: Reading) -> str:
        """The panel of the open event, or nothing; for an event that is not here, a panel that says so."""
        asked = reading.selection
        if not asked.event:
            missing = [dropped for dropped in reading.dropped if dropped.key == "event"]
            return render_template("shared/missing.html", dropped=missing, close=asked) if missing else ""
        event = self.dataset.event(asked.event)
        tellings = accounts.accounts_of(self.dataset, asked.event)
        before, after = accounts.neighbours(self.dataset, asked, asked.event)
        return render_template(
            "timeline/panel.html",
            event=event,
            theme=next((theme for theme in self.dataset.themes if theme.id == event["theme"]), None),
            cast=accounts.cast_of(self.dataset, asked.event),
            at_a_glance=glance(self.dataset, asked.event),
            tellings=tellings,
            silences=accounts.silences_of(self.dataset, asked.event),
            questions=accounts.questions_of(self.dataset, asked.event),
            note=accounts.note_beside(self.dataset, (told.stance for told in tellings)),
            before=self._step(asked, before),
            after=self._step(asked, after),
            close=replace(asked, event=""),
            placed_by=self.dataset.speaker(event["placed_by"]),
            as_told=self._as_told(asked, asked.event),
        )

    def _list_html(self, asked: Selection, page: int) -> str:
        rows = np.flatnonzero(mask(self.dataset, asked))
        pages = max(1, -(-len(rows) // LIST_PAGE))
        page = min(max(page, 1), pages)
        shown = self.dataset.events.iloc[rows[(page - 1) * LIST_PAGE : page * LIST_PAGE]]
        entries: list[dict[str, Any]] = [
            {
                "event": event,
                "link": replace(asked, event=event["event_id"]),
                "people": self._people(int(row)),
                "tellings": accounts.accounts_of(self.dataset, event["event_id"]),
            }
            | self._as_told(asked, event["event_id"])
            for row, event in zip(shown.index, shown.to_dict("records"), strict=True)
        ]
        return render_template(
            "timeline/list.html",
            entries=entries,
            asked=asked,
            page=page,
            pages=pages,
            total=len(rows),
            per_page=LIST_PAGE,
            note=accounts.note_beside(
                self.dataset, (told.stance for entry in entries for told in entry["tellings"])
            ),
        )

    def _note_of_drawing(self, asked: Selection) -> str:
        """The scholarly note where the drawing shows accounts that need it: in one or two tellings, or by source."""
        index = index_of(self.dataset)
        shown = [source for source in (asked.perspective, asked.beside) if source]
        if asked.lanes == "source" and not asked.beside:
            shown += asked.sources or self.dataset.documents
        if not shown or not self.dataset.note:
            return ""
        speaking = [voice for source in shown for voice in index.voices(index.sources.row[source])]
        told = np.isin(index.account_source, speaking)
        told &= mask(self.dataset, asked)[index.account_event]
        taken = set(self.dataset.accounts["stance"].to_numpy()[told])
        return accounts.note_beside(self.dataset, (one for one in self.dataset.stances if one.id in taken))

    def _as_told(self, asked: Selection, event_id: str) -> dict[str, Any]:
        """By how many the event is told, and how by the source in whose perspective it is asked for.

        `seen` is None where nobody's is, and where the source is silent: then `silence` says why.
        """
        row = index_of(self.dataset).event_row[event_id]
        source = asked.perspective
        seen = seen_by(self.dataset, source, event_id) if source else None
        silence = silence_at(self.dataset, source, row) if source and seen is None else None
        return {
            "told": told_by(self.dataset, row),
            "disputed": bool(disputed(self.dataset)[row]),
            "seen": seen,
            "speaker": self.dataset.speaker(source),
            "silence": SILENCES[silence] if silence else "",
        }

    def _people(self, row: int) -> list[tuple[str, str]]:
        """Id and name of each person in an event."""
        index = index_of(self.dataset)
        people = [index.people.ids[index.cast_person[place]] for place in index.cast.rows(row)]
        return [(person, self.dataset.person_name(person)) for person in people]

    def _step(self, asked: Selection, event_id: str) -> dict[str, Any] | None:
        if not event_id:
            return None
        seen = seen_by(self.dataset, asked.perspective, event_id) if asked.perspective else None
        title = seen.name if seen else self.dataset.event_title(event_id)
        return {"title": title, "link": replace(asked, event=event_id)}
