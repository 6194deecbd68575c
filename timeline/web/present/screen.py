"""The present screen: the tours to choose from, and each as a lesson, one thing at a time.

`Presenter.page` writes the lesson of any tour, also of one that is only a draft: all its cards are in the first HTML,
and `assets/present/` shows them one by one without asking the server again.
"""

from __future__ import annotations

from functools import cached_property

from dash import Dash, html
from flask import Flask, Response, abort, redirect, render_template, request
from werkzeug.wrappers import Response as BaseResponse

from timeline.dataset import Dataset
from timeline.query import links
from timeline.query.filters import mask
from timeline.query.selection import Selection
from timeline.query.suggestions import nearest
from timeline.tours.lessons import minutes
from timeline.tours.tours import MOST_STEPS, THESE, Tour, tour_of, tours_of
from timeline.web.links import addresses
from timeline.web.links.paths import PRESENT
from timeline.web.links.present import USUAL_SEED, Asked, Place, read
from timeline.web.present import ids
from timeline.web.present.cards import Deck, following
from timeline.web.present.strip import Strips
from timeline.web.shared.blind import telling_names
from timeline.web.shared.conditions import conditions
from timeline.web.site import server
from timeline.web.site.fragment import Fragment
from timeline.web.site.lan import Code, joining
from timeline.web.site.shell import Screen


def make_screen(presenter: Presenter) -> Screen:
    """The screen at `/present`: which tours there are."""
    return Screen(
        path=PRESENT,
        name="Present",
        layout=lambda: html.Div(Fragment(ids.CHOOSE)),
        register=lambda app: register(app, presenter),
        first_html=lambda _, query: presenter.choose(query),
        title=lambda _item, _query: "Present",
        filter_keys=links.filter_keys("present"),
    )


def register(app: Dash, presenter: Presenter) -> None:
    """The lessons are pages of their own: no masthead, no menu, and nothing of Dash."""
    add_pages(app.server, presenter)


class Presenter:
    """Writes the lessons of one dataset."""

    def __init__(self, dataset: Dataset) -> None:
        """Keep the dataset and its tours."""
        self._dataset = dataset
        self._strips = Strips(dataset)
        self.tours = {tour.tour_id: tour for tour in tours_of(dataset)}

    @cached_property
    def _masks(self) -> tuple[str, ...]:
        return telling_names(self._dataset)

    @cached_property
    def _lengths(self) -> dict[str, int]:
        return {tour.tour_id: minutes(self._dataset, tour) for tour in self.tours.values()}

    def choose(self, query: str) -> str:
        """The list of tours, and first the events that a filter leaves if the address has one."""
        reading = Selection.from_query(query, self._dataset)
        asked = reading.selection
        left = int(mask(self._dataset, asked).sum())
        filtered = conditions(self._dataset, asked)
        return render_template(
            "present/choose.html",
            tours=[(tour, self._lengths[tour.tour_id]) for tour in self.tours.values()],
            dropped=reading.dropped,
            left=left,
            most=MOST_STEPS,
            asked=asked,
            everything=Selection(),
            these_id=THESE,
            filtered=[condition.label for condition in filtered],
        )

    def read(self, query: str) -> Asked:
        """What a query string asks for."""
        return read(query, self._dataset)

    def tour(self, tour_id: str, asked: Asked) -> Tour | None:
        """The tour of this id, or the one that the filter makes; None if there is none such."""
        if tour_id == THESE:
            return tour_of(self._dataset, asked.selection)
        return self.tours.get(tour_id)

    def page(
        self, tour: Tour, query: str, template: str = "present/present.html", draft: bool = False
    ) -> str:
        """The lesson as a page, with the card that `query` asks for in sight.

        A page stands under one address, whatever it is, and changes only the query string there. A `draft` is not on
        the server: nobody else can join it, and it has no second window.
        """
        asked = read(query, self._dataset)
        deck = Deck(self._dataset, tour, asked.blind or USUAL_SEED)
        card, word = deck.nearest(asked.place)
        before, after = following(deck.cards, card)
        rest = asked.selection.to_query() if tour.tour_id == THESE else ""
        strips = self._strips.of(tour)
        words = [dropped.why for dropped in asked.dropped] + ([word] if word else [])
        words += () if tour.steps else tour.left_out

        def link(place: Place) -> str:
            return addresses.present("", place, asked.blind, rest) or "?"

        return render_template(
            template,
            tour=tour,
            deck=deck,
            card=card,
            words=words,
            blind=asked.blind,
            seed=asked.blind or USUAL_SEED,
            masks=self._masks,
            rest=rest,
            link=link,
            before=before,
            after=after,
            strips=strips,
            lanes=max((len(picture["lanes"]) for picture in strips["pictures"].values()), default=1),
            minutes=minutes(self._dataset, tour),
            note=self._dataset.note,
            draft=draft,
        )

    def join(self, flask: Flask, tour: Tour, asked: Asked, host_url: str) -> str:
        """How others join at the card that is asked for: the code to photograph and the address to type."""
        place = Deck(self._dataset, tour, USUAL_SEED).nearest(asked.place)[0].place
        if tour.tour_id in self.tours:
            number = list(self.tours).index(tour.tour_id) + 1
            path = f"/j/{Code(number, place, asked.blind)}"
        else:
            path = addresses.present(f"{PRESENT}/{THESE}", place, asked.blind, asked.selection.to_query())
        return render_template("present/join.html", joining=joining(flask, host_url, path))

    def meant(self, code: str) -> str | None:
        """The address that a short one stands for, None if it stands for none."""
        read_code = Code.read(code)
        if read_code is None or read_code.tour > len(self.tours):
            return None
        tour_id = list(self.tours)[read_code.tour - 1]
        return addresses.present(addresses.tour(tour_id, Selection()), read_code.place, read_code.blind)

    def near(self, tour_id: str) -> tuple[tuple[str, str], ...]:
        """The tours that a wrong id was probably meant to be, else all of them."""
        found = [near.id for near in nearest(self._dataset, "tour", tour_id)] or list(self.tours)
        named = [
            (self.tours[one].name, addresses.tour(one, Selection())) for one in found if one in self.tours
        ]
        return (*named, ("All tours", PRESENT))


def add_pages(flask: Flask, presenter: Presenter) -> None:
    """Put the lessons on the server."""

    def query() -> str:
        return request.query_string.decode("utf-8", "replace")

    def asked_tour(tour_id: str) -> Tour:
        tour = presenter.tour(tour_id, presenter.read(query()))
        if tour is None:
            why = f"There is no tour '{tour_id[:60]}' here."
            abort(Response(server.not_here(why, presenter.near(tour_id)), 404))
        return tour

    @flask.get("/present/<tour_id>")
    def lesson(tour_id: str) -> str:
        return presenter.page(asked_tour(tour_id), query())

    @flask.get("/present/<tour_id>/notes")
    def notes(tour_id: str) -> str:
        return presenter.page(asked_tour(tour_id), query(), "present/notes.html")

    @flask.get("/present/<tour_id>/join")
    def join(tour_id: str) -> str:
        return presenter.join(flask, asked_tour(tour_id), presenter.read(query()), request.host_url)

    @flask.get("/j/<code>")
    def short(code: str) -> BaseResponse:
        address = presenter.meant(code)
        if address is None:
            abort(404, "This short address leads nowhere. Look again at the board: it may be mistyped.")
        return redirect(address, 302)
