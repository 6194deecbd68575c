"""The watch that every browser test stands under: what it must notice."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page


@pytest.mark.quick
def test_a_calm_page_has_no_faults(page: Page, faults: list[str]) -> None:
    page.goto("/")
    page.wait_for_load_state("networkidle")
    assert faults == []


@pytest.mark.quick
@pytest.mark.parametrize(
    ("script", "noticed"),
    [
        ("console.error('a word')", "console: a word"),
        ("setTimeout(() => { throw new Error('a slip') })", "exception: a slip"),
        (
            "document.body.insertAdjacentHTML('beforeend', '<img src=http://other.invalid/a.png>')",
            "other.invalid",
        ),
        (
            "document.head.append(Object.assign(document.createElement('script'), {text: '1'}))",
            "Content Security",
        ),
    ],
)
def test_faults_are_noticed(page: Page, faults: list[str], script: str, noticed: str) -> None:
    page.goto("/health")
    page.wait_for_load_state("networkidle")
    faults.clear()
    page.evaluate(script)
    page.wait_for_timeout(200)
    assert any(noticed in fault for fault in faults), faults
    faults.clear()
