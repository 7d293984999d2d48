"""Files chosen before the page's script has run: a slow line loses none of them."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from desk.browser import chromium
from desk.opened_desk import OpenedDesk


@pytest.mark.parametrize(
    ("page", "script", "field", "answer", "words"),
    [
        ("/add/", "upload", "#pick", "#waiting", "early.txt"),
        ("/compare/", "compare", "#copy", "#compared", "Not the same bytes"),
    ],
)
def test_what_was_chosen_before_the_script_ran_is_sent(
    desk: OpenedDesk, tmp_path: Path, page: str, script: str, field: str, answer: str, words: str
) -> None:
    early = tmp_path / "early.txt"
    early.write_text("An invented statement.\n" * 50)
    with chromium(desk) as browser:
        visit = browser.visit("investigator")
        at: Page = visit.page
        chosen: list[bool] = []

        def held(route: Route) -> None:
            chosen.append(True)
            at.set_input_files(field, early)
            time.sleep(0.2)  # the event has been; nobody listened
            route.continue_()

        at.route(f"**/{script}.js?*", held)
        visit.go(page)
        assert chosen
        expect(at.locator(answer)).to_contain_text(words)
