"""Find the Chromium that tests and bench drive; as a script, install one where there is none.

    python tools/browser.py

prints its path. `PLAYWRIGHT_CHROMIUM` names another one.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Playwright, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
# Without fonts a page has no letters to measure.
DEBIAN_PACKAGES = ("chromium", "fonts-dejavu-core")
# A browser that talks to nobody by itself, and draws the same with and without a graphics card.
FLAGS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def find(playwright: Playwright) -> str | None:
    """The path of a Chromium: the named one, one on PATH, Playwright's own, or None."""
    named = os.environ.get("PLAYWRIGHT_CHROMIUM")
    if named:
        return named
    on_path = next(filter(None, map(shutil.which, NAMES)), None)
    own = playwright.chromium.executable_path
    return on_path or (own if Path(own).exists() else None)


def launch_arguments() -> list[str]:
    """Command line flags for it. Chromium's sandbox refuses to start under root, as in most containers."""
    as_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return [*FLAGS, "--no-sandbox"] if as_root else list(FLAGS)


def install() -> None:
    """Install Chromium: Debian's where apt-get may be used without a password, else Playwright's own build."""
    if shutil.which("apt-get"):
        may = [] if os.geteuid() == 0 else ["sudo", "-n"]
        update = [*may, "apt-get", "update", "-qq"]
        fetch = [*may, "apt-get", "install", "-y", "-qq", "--no-install-recommends", *DEBIAN_PACKAGES]
        if all(_succeeds(command) for command in (update, fetch)):
            return
    _succeeds([sys.executable, "-m", "playwright", "install", "chromium"])


def _succeeds(command: list[str]) -> bool:
    print("+", *command, file=sys.stderr, flush=True)
    try:
        return subprocess.run(command, stdout=sys.stderr, check=False).returncode == 0
    except FileNotFoundError:  # no sudo here
        return False


def main() -> int:
    """Print the path of Chromium, after installing it if need be; exit status 1 if that fails."""
    with sync_playwright() as playwright:
        found = find(playwright)
        if found is None:
            install()
            found = find(playwright)
    if found is None:
        print("There is no Chromium. Put one on PATH, or name it in PLAYWRIGHT_CHROMIUM.", file=sys.stderr)
        return 1
    print(found)
    return 0


if __name__ == "__main__":
    sys.exit(main())
