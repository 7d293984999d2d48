"""Pairs of rows at the desk: both rows beside, an answer that is recorded, a sample unled."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from desk.opened_desk import OpenedDesk, opened
from four_lists_case import linked_once
from probatum.acts.count_runs import Run
from probatum.acts.count_runs import run as newest
from record_case import PASSPHRASE

PAIRS, ANSWER = "/numbers/pairs/", "/numbers/pairs/answer/"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenedDesk]:
    """The desk of a case with four lists that are linked."""
    case = linked_once(tmp_path_factory)
    with opened(case, tmp_path_factory.mktemp("desk"), PASSPHRASE) as open_desk:
        yield open_desk


@pytest.fixture(scope="module")
def run(desk: OpenedDesk) -> Run:
    with desk.session("investigator") as session:
        return newest(session, "link")


def shown(page: str) -> dict[str, str]:
    """What the form of a page would send, but the answer."""
    return dict(re.findall(r'<input type="hidden" name="(run|pair|of)" value="([^"]*)">', page))


def test_an_answer_is_recorded_with_its_reason_and_the_next_pair_comes(
    desk: OpenedDesk, run: Run
) -> None:
    client = desk.client("reviewer")
    page = client.get(PAIRS).content.decode()
    form = shown(page)
    assert form["run"] == run.id
    assert "The model takes them for one person" in page
    without = client.post(ANSWER, form | {"answer": "yes", "reasons": " "})
    assert without.status_code == 400
    assert shown(client.get(PAIRS).content.decode()) == form, "nothing was recorded"
    done = client.post(ANSWER, form | {"answer": "yes", "reasons": "EXERCISE: one brother"})
    assert done.status_code == 302
    after = client.get(done["Location"]).content.decode()
    assert shown(after)["pair"] != form["pair"]
    assert f"pair={form['pair']}" in after, "the last one can be answered anew"
    assert shown(client.get(f"{PAIRS}?pair={form['pair']}").content.decode()) == form


def test_a_pair_is_skipped_and_odd_numbers_lead_to_the_first(desk: OpenedDesk, run: Run) -> None:
    client = desk.client("investigator")
    first = shown(client.get(PAIRS).content.decode())["pair"]
    assert shown(client.get(f"{PAIRS}?after={first}").content.decode())["pair"] != first
    page = client.get(PAIRS, {"pair": "9" * 30, "after": "٣", "done": "<b>"}).content.decode()
    assert shown(page)["pair"] == first
    assert "Answer the last one anew" not in page


def test_a_pair_drawn_at_random_is_judged_without_what_the_model_thinks(
    desk: OpenedDesk, run: Run
) -> None:
    client = desk.client("investigator")
    page = client.get(f"{PAIRS}?of=sample").content.decode()
    assert shown(page)["of"] == "sample"
    assert "The model takes them" not in page
    assert "grouping has them" not in page
    form = shown(page)
    done = client.post(ANSWER, form | {"answer": "no", "reasons": "EXERCISE: two villages"})
    assert "of=sample" in done["Location"]
    assert "How good the links are" in client.get(done["Location"]).content.decode()


def test_a_reader_sees_pairs_and_answers_none(desk: OpenedDesk, run: Run) -> None:
    client = desk.client("reader")
    page = client.get(PAIRS).content.decode()
    assert "Both rows" in page
    assert "Record the answer" not in page
    sent = {"run": run.id, "pair": "0", "of": "queue", "answer": "yes", "reasons": "x"}
    at = re.search(r"after=(\d+)", desk.client("investigator").get(PAIRS).content.decode())
    assert at is not None
    assert client.post(ANSWER, sent | {"pair": at[1]}).status_code == 403
    assert desk.client("auditor").get(PAIRS).status_code == 403


def test_what_no_page_sends_is_refused(desk: OpenedDesk, run: Run) -> None:
    client = desk.client("investigator")
    form = shown(client.get(PAIRS).content.decode()) | {"answer": "yes", "reasons": "x"}
    for wrong in ({"answer": "perhaps"}, {"run": "ab" * 16}, {"pair": "999999"}):
        assert client.post(ANSWER, form | wrong).status_code in {400, 404}, wrong


def test_the_page_is_reached_from_the_numbers(desk: OpenedDesk) -> None:
    assert PAIRS in desk.client("reader").get("/numbers/").content.decode()
