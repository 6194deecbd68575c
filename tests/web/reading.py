"""What a page of the app says, for tests that read it."""

from __future__ import annotations

import re
from html import unescape

from flask.testing import FlaskClient


def main_of(client: FlaskClient, address: str) -> str:
    """The HTML of the page's main part."""
    answer = client.get(address)
    assert answer.status_code == 200
    found = re.search(r'<main id="main">.*</main>', answer.text, re.DOTALL)
    assert found
    return found[0]


def text_of(html: str) -> str:
    """What is read of it, each run of blanks as one."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())
