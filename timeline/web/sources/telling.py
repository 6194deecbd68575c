"""What the pages of the sources say in words, written by Jinja templates: all of them, and one from first to last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from flask import render_template
from markupsafe import Markup

from timeline.dataset import Dataset
from timeline.exports.citations.citations import cite
from timeline.query.selection import Selection
from timeline.sources.accounts import Account, note_beside
from timeline.sources.criticism import sourcing
from timeline.sources.narrative import Told, own_telling
from timeline.sources.positions import standing
from timeline.sources.profiles import profiles, witnesses
from timeline.sources.quotations import quoting
from timeline.sources.speaking import said_by
from timeline.sources.transmission import transmission
from timeline.sources.vocabulary import shared_words, vocabulary
from timeline.sources.when_said import sayings
from timeline.web.links import sources as source_links
from timeline.web.shared.conditions import conditions
from timeline.web.shared.coverage_bars import coverage_bars
from timeline.web.shared.filter_form import people_choices
from timeline.web.shared.marked_words import marked
from timeline.web.shared.whence import NARROW, WIDE, whence
from timeline.web.sources import when_drawing
from timeline.web.sources.agreement_map import SIGNS, WORDS, AgreementMap
from timeline.web.sources.when_drawing import when_said

NO_SOURCES = (
    "This folder has no sources.csv, so that nobody is known who tells of these events: its rows say who speaks, "
    "when, for whom and why."
)
MOST_LINES = 500  # of a telling on one page
MOST_PLACES = 20  # where a word stands
MOST_WORDS = 24  # of those that a source has alone, before the rest is folded


@dataclass(frozen=True)
class Page:
    """The two pieces of a source's page: what stands above the drawing, and what stands below."""

    top: str
    body: str


class SourcePages:
    """Writes the pages of one dataset's sources; what was written is kept for the next who asks the same."""

    def __init__(self, dataset: Dataset) -> None:
        """Keep the dataset, and room for the latest pages."""
        self.dataset = dataset
        self.profiles = profiles(dataset)
        self.page = lru_cache(maxsize=64)(self._page)
        self.all_html = lru_cache(maxsize=1)(self._all_html)

    def first_all(self) -> str:
        """What the first answer shows of all sources."""
        return render_template("sources/sources_first.html", all=self.all_html())

    def first_html(self, source_id: str, query: str) -> str:
        """What the first answer shows of one source before any script has run."""
        page = self.page(source_id, query)
        told = bool(self.profiles[source_id].all)
        return render_template("sources/first.html", top=page.top, body=page.body, drawn=told)

    def _all_html(self) -> str:
        if self.dataset.sources.empty:
            return render_template("shared/nothing.html", heading="Sources", why=NO_SOURCES, near=[])
        taken = [stance for profile in self.profiles.values() for stance, _ in profile.stances]
        return render_template(
            "sources/sources.html",
            profiles=self.profiles,
            documents=[profile for profile in self.profiles.values() if not profile.depth],
            counted=witnesses(self.dataset),
            said=said_by(self.dataset, self.dataset.speakers),
            bars=coverage_bars(self.dataset),
            signs=list(zip(SIGNS, WORDS, strict=True)),
            **self._drawn(),
            note=note_beside(self.dataset, taken),
        )

    def _drawn(self) -> dict[str, object]:
        """The drawings of all sources, wide and narrow, and what stands behind each."""
        tellers = transmission(self.dataset)
        label = "Who has it from whom: the table below says the same"
        when = "When it was said: the table below says the same"
        return {
            "tellers": tellers,
            "whence_wide": whence(self.dataset, tellers, WIDE).inline(label, css="wide-only"),
            "whence_narrow": whence(self.dataset, tellers, NARROW).inline(label, css="narrow-only"),
            "map": AgreementMap(self.dataset),
            "when_lines": when_drawing.lines(self.dataset),
            "left_out": sayings(self.dataset).left_out,
            "when_wide": when_said(self.dataset, when_drawing.WIDE).inline(when, css="wide-only"),
            "when_narrow": when_said(self.dataset, when_drawing.NARROW).inline(when, css="narrow-only"),
        }

    def _page(self, source_id: str, query: str) -> Page:
        asked = source_links.read(query, self.dataset)
        view = asked.view
        profile = self.profiles[source_id]
        telling = own_telling(self.dataset, source_id, view.selection, view.voices)
        told = telling.told
        known = {
            "source": profile,
            "profiles": self.profiles,
            "view": view,
            "telling": telling,
            "told": told,
            "words": vocabulary(self.dataset, told, source_id),
            "quoting": quoting(self.dataset, told, source_id),
            "stands": standing(self.dataset, source_id, view.selection, view.voices),
        }
        top = render_template("sources/top.html", asked=sourcing(self.dataset, source_id), **known)
        body = render_template(
            "sources/body.html",
            dropped=asked.dropped,
            conditions=[
                (condition.label, replace(view, selection=condition.without))
                for condition in conditions(self.dataset, view.selection)
            ],
            cleared=replace(view, selection=Selection()),
            kept=_kept(view.selection),
            turned_gaps=replace(view, gaps=not view.gaps),
            turned_voices=replace(view, voices=not view.voices),
            places={line.number: line for line in told},
            called=[line for line in told if _names_it(line.accounts[0], source_id)],
            on_timeline=lambda event_id: Selection(event=event_id, perspective=source_id),
            all_on_timeline=replace(view.selection, perspective=source_id, ghosts=view.gaps),
            most_words=MOST_WORDS,
            most_lines=MOST_LINES,
            most_places=MOST_PLACES,
            people=people_choices(self.dataset, view.selection),
            themes=[(theme.id, theme.name) for theme in self.dataset.themes],
            marks=self._marks(told, source_id),
            note=note_beside(self.dataset, (account.stance for line in told for account in line.accounts)),
            cited=cite(self.dataset, source_id),
            **known,
        )
        return Page(top, body)

    def _marks(self, told: Sequence[Told], source_id: str) -> dict[str, list[Markup]]:
        """For each event the source's phrases, with the words marked that it has alone."""
        shared = shared_words(self.dataset, told, source_id)
        return {
            line.event_id: [marked(phrase, others) for phrase in account.wording]
            for line in told
            for account in line.accounts
            if account.source_id == source_id and (others := shared[line.event_id]) is not None
        }


def _names_it(account: Account, source_id: str) -> bool:
    return bool(account.called) and account.source_id == source_id


def _kept(asked: Selection) -> list[tuple[str, str]]:
    """What the form has no field for and must not lose, as (key, value)."""
    pairs = [("person", person) for person in asked.people[1:]]
    pairs += [("theme", theme) for theme in asked.themes[1:]]
    pairs += [("source", source) for source in asked.sources]
    pairs += [("match", "all")] if asked.match_all else []
    return [*pairs, *([("told", asked.told)] if asked.told else [])]
