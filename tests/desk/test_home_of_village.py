"""The first page of a case in which much happened."""

from __future__ import annotations

import re

from desk.opened_desk import OpenedDesk


def test_the_first_page_shows_how_the_log_is_and_figures_over_time(village: OpenedDesk) -> None:
    page = village.client("owner").get("/").content.decode()
    assert "Figures over time" in page
    assert 'data-src="/incidents/' in page
    assert "Last full check" in page
    assert re.search(r"<bdi[^>]*><q>[^<]+</q></bdi>", page)  # what is contradicted, in its words
    assert 'action="/log/check/"' in page
    page = village.client("auditor").get("/").content.decode()
    assert "Figures over time" not in page
    assert "Last full check" in page
