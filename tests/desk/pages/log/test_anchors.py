"""What holds the log from outside, and whether it continues what somebody kept."""

from __future__ import annotations

import pytest

from desk.opened_desk import OpenedDesk
from probatum.acts.checkpoint_out import checkpoint_line
from probatum.acts.put_record import put
from record_case import INCIDENT

FORMER = "The log continues it"


@pytest.fixture
def kept(desk: OpenedDesk) -> tuple[str, str]:
    """The line and the note that somebody was given, before more was done."""
    with desk.session() as session:
        session.checkpoint()
        out = checkpoint_line(session)
        put(session, INCIDENT)
        session.checkpoint()
    return out.line, out.note


def test_a_kept_checkpoint_in_either_spelling_is_continued(
    desk: OpenedDesk, kept: tuple[str, str]
) -> None:
    client = desk.client("auditor")
    for said in kept:
        assert FORMER in client.post("/log/anchors/", {"kept": said}).content.decode()
    assert "saw: a kept checkpoint compared" in client.get("/log/reads/").content.decode()


@pytest.mark.parametrize("said", ["nonsense", "probatum-checkpoint a 1 b", "<script>x</script>"])
def test_what_is_no_checkpoint_is_said_to_be_none(desk: OpenedDesk, said: str) -> None:
    answer = desk.client("owner").post("/log/anchors/", {"kept": said})
    page = answer.content.decode()
    assert answer.status_code == 400
    assert "This is no checkpoint of this log" in page
    assert "<script>x" not in page


def test_a_checkpoint_with_another_number_is_not_ours(
    desk: OpenedDesk, kept: tuple[str, str]
) -> None:
    words = kept[0].split()
    words[2] = str(int(words[2]) + 1)
    page = desk.client("owner").post("/log/anchors/", {"kept": " ".join(words)}).content.decode()
    assert FORMER not in page
    assert "This is no checkpoint of this log" in page


def test_who_keeps_one_stands_with_what_came_after_it(desk: OpenedDesk) -> None:
    desk.client("owner").post("/log/held/", {"name": "Exercise Notary"})
    with desk.session() as session:
        put(session, INCIDENT)
    page = desk.client("auditor").get("/log/anchors/").content.decode()
    assert "Exercise Notary" in page
    assert "came after it" in page
    assert "The case continues what this machine saw." in page
    assert "it continues what this machine saw at size" not in page  # English, on every page


def test_the_checkpoint_is_fetched_as_a_note(desk: OpenedDesk) -> None:
    answer = desk.client("auditor").get("/log/checkpoint.txt")
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert "probatum" in answer.content.decode()
    assert desk.client("reader").get("/log/checkpoint.txt").status_code == 403
    assert desk.client("reader").get("/log/anchors/").status_code == 403
