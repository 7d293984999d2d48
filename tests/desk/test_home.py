"""The first page of the desk."""

from __future__ import annotations

from pathlib import Path

import pytest

from desk.opened_desk import OpenedDesk
from probatum.acts.add_files import add


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


def test_the_first_steps_stay_until_somebody_outside_keeps_a_checkpoint(
    desk: OpenedDesk, tmp_path: Path
) -> None:
    (tmp_path / "given.txt").write_text("An invented statement.\n")
    client = desk.client("owner")
    with desk.session("owner") as session:
        intake = add(session, [str(tmp_path / "given.txt")], given_by="N").intake
        session.checkpoint()
    assert 'href="/compare/"' in client.get(f"/receipts/{intake}/").content.decode()
    page = client.get("/").content.decode()
    assert "The first three steps" in page and "Done." in page and 'href="/compare/"' in page
    client.post("/log/held/", {"name": "an exercise notary"})
    assert "The first three steps" not in client.get("/").content.decode()
