"""The pages of items in a case that has none."""

from __future__ import annotations

from desk.opened_desk import OpenedDesk
from desk.pages.items.conftest import page


def test_an_empty_case_says_what_to_do(desk: OpenedDesk) -> None:
    assert "Everything starts with material" in page(desk.client(), "/items/")
