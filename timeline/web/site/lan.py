"""Joining a lesson from another device: the address of this very view as others reach it, short, and as a QR code.

Nothing is kept: a short address says which place of which tour it means ("/j/2-5-1": the second tour, step 5, one
telling shown), so every process answers it and it leads to no other host. A filter that makes a tour is not short.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

import segno
from flask import Flask

from timeline.web.links.present import PARTS, Place

_ADDRESSES = "TIMELINE_ADDRESSES"  # where `serving` tells the pages under which addresses they are served
_CODE = re.compile(r"([1-9]\d{0,3})-(\d{1,4})-(\d{1,4})([aor]?)(?:-(\d{1,9}))?", re.ASCII)
_LETTERS = {"": "", **{part[0]: part for part in PARTS}}
_HOST = re.compile(r"[\w.\-:\[\]]+", re.ASCII)


@dataclass(frozen=True, slots=True)
class Joining:
    """The address to type, its QR code as SVG, and whether other devices can reach it."""

    address: str
    code: str
    reachable: bool


@dataclass(frozen=True, slots=True)
class Code:
    """What a short address means: the tour by its place in the folder, from 1, the card, the seed of blind names."""

    tour: int
    place: Place
    blind: int | None = None

    def __str__(self) -> str:
        """The code as it stands in the address."""
        letter = self.place.part[:1]
        seed = f"-{self.blind}" if self.blind else ""
        return f"{self.tour}-{self.place.step}-{self.place.shown}{letter}{seed}"

    @staticmethod
    def read(text: str) -> Code | None:
        """What a code means, None if it is none."""
        found = _CODE.fullmatch(text)
        if found is None:
            return None
        tour, step, shown, letter, blind = found.groups()
        place = Place(int(step), int(shown), _LETTERS[letter])
        return Code(int(tour), place, int(blind) if blind and int(blind) else None)


def tell_addresses(server: Flask, addresses: Sequence[str]) -> None:
    """Remember under which addresses the server is reached ("http://192.168.1.5:8050/")."""
    server.config[_ADDRESSES] = tuple(addresses)


def joining(server: Flask, host_url: str, path: str) -> Joining:
    """How others join at a path of this app, when the one who asks sees it at `host_url`."""
    base = _base(server.config.get(_ADDRESSES, ()), host_url)
    address = base.rstrip("/") + path
    image = segno.make(address, error="m", micro=False)
    svg = image.svg_inline(scale=1, border=4, omitsize=True, dark="#000", light="#fff")
    return Joining(address=address, code=svg, reachable=not _is_own(base))


def _base(known: Sequence[str], host_url: str) -> str:
    """The address as the one who asks sees it, if others can; else one that the server told; else his own."""
    if not _is_own(host_url) and _HOST.fullmatch(urlsplit(host_url).netloc):
        return host_url
    return next((address for address in known if not _is_own(address)), host_url)


def _is_own(address: str) -> bool:
    """Whether only the machine itself finds what is at this address."""
    host = urlsplit(address).hostname or ""
    return host == "localhost" or host == "::1" or host.startswith("127.")
