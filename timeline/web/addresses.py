"""Every address that the pages link to is built here; `timeline.selection` writes and reads what follows the "?"."""

from __future__ import annotations

from flask import Flask

from timeline.selection import Selection


def view(asked: Selection) -> str:
    """The timeline with just this asked for."""
    query = asked.to_query()
    return "/?" + query if query else "/"


def list_page(asked: Selection, page: int) -> str:
    """One page of the plain list of the events asked for; pages count from 1."""
    query = asked.to_query()
    return f"/list?{query}{'&' if query else ''}page={page}"


def person(person_id: str) -> str:
    """The timeline of one person."""
    return view(Selection(people=(person_id,)))


def teach(server: Flask) -> None:
    """Give the templates these addresses as filters."""
    server.add_template_filter(view, "address")
    server.add_template_filter(list_page, "list_address")
    server.add_template_filter(person, "person_address")
