"""The first page of the desk."""

from __future__ import annotations

import pytest

from desk.opened_desk import OpenedDesk


@pytest.mark.parametrize("role", ["owner", "investigator", "reviewer", "reader", "auditor"])
def test_everybody_sees_the_case_by_its_name(desk: OpenedDesk, role: str) -> None:
    answer = desk.client(role).get("/")
    assert answer.status_code == 200
    assert "Exercise" in answer.content.decode()


def test_a_stranger_is_asked_who_they_are(desk: OpenedDesk) -> None:
    answer = desk.stranger().get("/")
    assert (answer.status_code, answer.headers["Location"].partition("?")[0]) == (
        302, "/accounts/sign-in/",
    )  # fmt: skip
