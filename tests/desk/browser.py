"""A desk in Chromium, served on loopback by a thread of the test."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from socketserver import ThreadingMixIn
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from desk.opened_desk import OpenedDesk

ROOT = Path(__file__).resolve().parent.parent.parent
AXE = ROOT / "build" / "web" / "tests" / "axe.min.js"
CHROMIUM = "/usr/bin/chromium-headless-shell"
OPTIONS = ["--no-sandbox", "--disable-gpu", "--disable-gpu-sandbox",
           "--disable-background-networking", "--disable-component-update", "--disable-sync",
           "--no-first-run"]  # fmt: skip
PATIENCE_MS = 60_000
expect.set_options(timeout=PATIENCE_MS)
PASSWORD = "an invented password"  # of ``opened_desk``
_TOO_WIDE = """
() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(
  () => done(document.documentElement.scrollWidth - innerWidth))))
"""


class _Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class _Quiet(WSGIRequestHandler):
    def log_message(self, *_said: object) -> None:
        """Say nothing."""


@dataclass
class Visit:
    """A page of one person, and what went wrong or out while it was looked at."""

    page: Page
    address: str
    complaints: list[str] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)

    def go(self, path: str) -> None:
        """Open an address of the desk."""
        self.page.goto(self.address + path)

    def axe(self) -> list[tuple[str, str]]:
        """Return what axe finds: the rule, and the first place."""
        assert AXE.is_file(), "run `make web` first"
        self.page.evaluate(AXE.read_text("utf-8"))
        found = self.page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        return [(rule["id"], rule["nodes"][0]["html"]) for rule in found["violations"]]

    @property
    def overflows(self) -> int:
        """By how many pixels the page is wider than the window, once it was laid out for it."""
        wide: int = self.page.evaluate(_TOO_WIDE)
        return max(wide, 0)


class Chromium:
    """A browser at a desk."""

    def __init__(self, browser: Browser, desk: OpenedDesk, address: str) -> None:
        self.desk, self.address = desk, address
        self._browser = browser
        self._contexts: list[BrowserContext] = []

    def visit(
        self, role: str, *, lang: str = "en", theme: str = "light", width: int = 1280,
        **options: Any,
    ) -> Visit:  # fmt: skip
        """Return a page in which the person of a role is signed in."""
        # In a thread of its own: the browser's loop runs in this one, and Django refuses it.
        setting = threading.Thread(target=_wish, args=(role, theme, lang))
        setting.start()
        setting.join()
        context = self._browser.new_context(viewport={"width": width, "height": 900}, **options)
        self._contexts.append(context)
        visit = Visit(context.new_page(), self.address)
        visit.page.set_default_timeout(PATIENCE_MS)
        # With its place: a missing file does not say which.
        visit.page.on(
            "console",
            lambda said: visit.complaints.append(f"{said.text} {said.location.get('url', '')}"),
        )
        visit.page.on("pageerror", lambda error: visit.complaints.append(str(error)))
        own = (self.address, "blob:", "data:")
        visit.page.on("request", lambda request: request.url.startswith(own)
                      or visit.elsewhere.append(request.url))  # fmt: skip
        visit.go("/accounts/sign-in/")
        visit.page.fill("input[name=login]", role)
        visit.page.fill("input[name=password]", PASSWORD)
        with visit.page.expect_navigation():
            visit.page.press("input[name=password]", "Enter")
        return visit

    def close(self) -> None:
        """Close what was visited."""
        for context in self._contexts:
            context.close()


def _wish(role: str, theme: str, lang: str) -> None:
    from django.db import connections

    from probatum.desk.people.models import Person

    Person.objects.filter(sign_in_name=role).update(theme=theme, language=lang)
    connections.close_all()


@contextmanager
def chromium(desk: OpenedDesk) -> Iterator[Chromium]:
    """Serve a desk, and give a browser at it."""
    from django.core.wsgi import get_wsgi_application

    application = get_wsgi_application()
    server = make_server("localhost", 0, application, server_class=_Server, handler_class=_Quiet)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
            made = Chromium(browser, desk, f"http://localhost:{server.server_port}")
            yield made
            made.close()
            browser.close()
    finally:
        server.shutdown()
        server.server_close()
