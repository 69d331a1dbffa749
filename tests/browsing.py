"""A clerk's browser: what is pressed and typed, and what it complains of."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager

from clerk import ROOT
from playwright.sync_api import Browser, Page

_AXE = ROOT / ".venv/node/node_modules/axe-core/axe.min.js"
_MOST_TABS = 120
_FOCUSED = """() => {
    const one = document.activeElement;
    if (!one || one === document.body) return "";
    const label = one.labels && one.labels.length ? one.labels[0].textContent : "";
    return label || one.getAttribute("aria-label") || one.textContent || "";
}"""
NARROW, WIDE = 320, 1280


class Complaints:
    """What a browser has to say of a page: errors on its console, requests to other hosts."""

    def __init__(self, page: Page, root: str) -> None:
        self.errors: list[str] = []
        self.strangers: list[str] = []
        self._root = root
        page.on("console", lambda said: self._hear(said.type, said.text, said.location["url"]))
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("request", lambda request: self._see(request.url))
        self._page = page

    def _hear(self, kind: str, text: str, url: str) -> None:
        # A page that tells of a fault has its own status, which Chromium repeats there.
        is_status = text.startswith("Failed to load resource") and "/static/" not in url
        if kind == "error" and not is_status:
            self.errors.append(text)

    def _see(self, url: str) -> None:
        if not url.startswith((self._root, "data:")):
            self.strangers.append(url)


@contextmanager
def tab(chromium: Browser, root: str, *, scripts: bool = True) -> Iterator[tuple[Page, Complaints]]:
    """A window of its own."""
    context = chromium.new_context(
        java_script_enabled=scripts,
        viewport={"width": WIDE, "height": 900},
        accept_downloads=True,
        locale="ru-RU",
    )
    page = context.new_page()
    try:
        yield page, Complaints(page, root)
    finally:
        context.close()


def reach(page: Page, words: str) -> None:
    """Reach what says these words by the Tab key alone."""
    seen = []
    for _ in range(_MOST_TABS):
        page.keyboard.press("Tab")
        focused = " ".join(page.evaluate(_FOCUSED).split())
        seen.append(focused)
        if words in focused:
            return
    raise AssertionError(f"{words!r} isn't reached by Tab: {seen}")


def follow(page: Page, words: str) -> None:
    """Reach what says these words, press Enter, and wait for the page that it leads to."""
    reach(page, words)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def enter(page: Page, words: str, text: str) -> None:
    """Reach a field, put a text in the place of what stands there, and send its form by Enter."""
    reach(page, words)
    page.keyboard.press("Control+A")
    page.keyboard.type(text)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def wait_for_focus(page: Page, field: str) -> None:
    """Wait until the focus stands on the element of that id: a browser moves it when it has drawn
    the page, and what is typed before goes nowhere.
    """
    page.wait_for_function("id => document.activeElement.id === id", arg=field)


def axe_faults(page: Page) -> list[str]:
    """What axe-core has against a page, each with its places."""
    page.evaluate(_AXE.read_text(encoding="utf-8"))
    found = page.evaluate("async () => (await axe.run()).violations")
    return [
        f"{one['id']}: {json.dumps([node['html'][:120] for node in one['nodes']])}" for one in found
    ]


def scrolled_sideways(page: Page) -> int:
    """By how many pixels a narrow page is wider than its window."""
    page.set_viewport_size({"width": NARROW, "height": 700})
    width: int = page.evaluate("document.documentElement.scrollWidth")
    page.set_viewport_size({"width": WIDE, "height": 900})
    return width - NARROW


def keep_picture(page: Page, name: str) -> None:
    """Keep a picture of what the window shows where LETTERS_PICTURES names a folder (`make
    pictures`: those of the guide).
    """
    folder = os.environ.get("LETTERS_PICTURES")
    if folder:
        page.screenshot(path=ROOT / folder / f"{name}.png", scale="css")
