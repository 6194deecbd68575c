"""What axe finds on a page, and the looks in which pages are looked at; the fixture `look` is in conftest.py."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

LOOKS = {
    "light": ("light", 1366, 768),
    "dark": ("dark", 1366, 768),
    "projector": ("projector", 1366, 768),
    "phone": ("light", 390, 844),
}
"""The theme, and the width and height of the window in pixels."""

# Names, roles and order are the same in every theme, and are looked at in the light one; colour and size are not.
OF_A_THEME = ["color-contrast", "link-in-text-block", "scrollable-region-focusable"]
# The faults alone come back: all that is well takes as long to hand over as to find.
FAULTS = """async ([where, only]) => {
  const themed = ["dark", "projector"].includes(document.documentElement.dataset.theme);
  const moving = document.getAnimations().filter((it) => it.effect.getComputedTiming().endTime < Infinity);
  await Promise.allSettled(moving.map((it) => it.finished));
  const options = themed ? {resultTypes: ["violations"], runOnly: only} : {resultTypes: ["violations"]};
  const found = (await axe.run(where || document, options)).violations;
  return found.flatMap((rule) => rule.nodes.map((node) =>
    `${rule.id} (${rule.impact}): ${node.target} ${node.html.slice(0, 140)}`));
}"""


def violations(page: Page, where: dict[str, list[str]] | None = None) -> list[str]:
    """What axe finds, a line each; `where` may `include` or `exclude` parts of the page by selector."""
    page.evaluate(AXE_SCRIPT)
    found: list[Any] = page.evaluate(FAULTS, [where, OF_A_THEME])
    return [str(line) for line in found]
