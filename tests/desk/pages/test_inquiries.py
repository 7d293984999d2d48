"""Inquiries: rival answers, tasks, and searches that found nothing stand on the page."""

from __future__ import annotations

import pytest

from desk.opened_desk import OpenedDesk
from probatum.acts.put_record import put


@pytest.fixture(scope="module")
def inquiry(desk: OpenedDesk) -> OpenedDesk:
    with desk.session("investigator") as session:
        made = put(session, {
            "record": "inquiry/1", "question": "Exercise: who opened the <b>sluice</b>?",
            "hypotheses": ["Somebody on purpose", "Nobody: the gate broke"],
        })  # fmt: skip
        put(session, {"record": "task/1", "inquiry": made.id, "what": "Ask the sluice keeper"})
        put(session, {
            "record": "search/1", "inquiry": made.id, "where": "Exercise archive",
            "words": "gate repair", "when": {"edtf": "2031-03-05"}, "searched_by": "I. I.",
            "purpose": "exonerating", "found": 0,
        })  # fmt: skip
    return desk


def test_rivals_tasks_and_searches_in_vain_are_on_it(inquiry: OpenedDesk) -> None:
    page = inquiry.client("reader").get("/inquiries/").content.decode()
    for words in ("the gate broke", "Ask the sluice keeper", "Exercise archive", "nothing found"):
        assert words in page
    assert "<b>sluice" not in page


def test_an_empty_case_says_what_to_do(inquiry: OpenedDesk) -> None:
    page = inquiry.client("investigator").get("/inquiries/?after=1").content.decode()
    assert "Begin with a question" in page


def test_an_auditor_sees_none(inquiry: OpenedDesk) -> None:
    assert inquiry.client("auditor").get("/inquiries/").status_code == 403
