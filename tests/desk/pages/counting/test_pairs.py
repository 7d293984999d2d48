"""Pairs of rows at the desk: both rows beside, an answer that is recorded, a sample unled."""

from __future__ import annotations

import re

import pytest

from desk.opened_desk import OpenedDesk
from four_lists_case import linked
from probatum.acts.count_link import LinkRun

PAIRS, ANSWER = "/numbers/pairs/", "/numbers/pairs/answer/"


def test_without_a_link_run_the_page_says_what_to_do(desk: OpenedDesk) -> None:
    page = desk.client("reader").get(PAIRS).content.decode()
    assert "Nothing is linked yet" in page
    assert "probatum count link" in page


@pytest.fixture(scope="module")
def run(desk: OpenedDesk, tmp_path_factory: pytest.TempPathFactory) -> LinkRun:
    with desk.session("investigator") as session:
        return linked(session, tmp_path_factory.mktemp("lists"))


def shown(page: str) -> dict[str, str]:
    """What the form of a page would send, but the answer."""
    return dict(re.findall(r'<input type="hidden" name="(run|pair|of)" value="([^"]*)">', page))


def test_an_answer_is_recorded_with_its_reason_and_the_next_pair_comes(
    desk: OpenedDesk, run: LinkRun
) -> None:
    client = desk.client("reviewer")
    page = client.get(PAIRS).content.decode()
    form = shown(page)
    assert form["run"] == run.run.id
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


def test_a_pair_is_skipped_and_odd_numbers_lead_to_the_first(
    desk: OpenedDesk, run: LinkRun
) -> None:
    client = desk.client("investigator")
    first = shown(client.get(PAIRS).content.decode())["pair"]
    assert shown(client.get(f"{PAIRS}?after={first}").content.decode())["pair"] != first
    page = client.get(PAIRS, {"pair": "9" * 30, "after": "٣", "done": "<b>"}).content.decode()
    assert shown(page)["pair"] == first
    assert "Answer the last one anew" not in page


def test_a_pair_drawn_at_random_is_judged_without_what_the_model_thinks(
    desk: OpenedDesk, run: LinkRun
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


def test_a_reader_sees_pairs_and_answers_none(desk: OpenedDesk, run: LinkRun) -> None:
    client = desk.client("reader")
    page = client.get(PAIRS).content.decode()
    assert "Both rows" in page
    assert "Record the answer" not in page
    sent = {"run": run.run.id, "pair": "0", "of": "queue", "answer": "yes", "reasons": "x"}
    at = re.search(r"after=(\d+)", desk.client("investigator").get(PAIRS).content.decode())
    assert at is not None
    assert client.post(ANSWER, sent | {"pair": at[1]}).status_code == 403
    assert desk.client("auditor").get(PAIRS).status_code == 403


def test_what_no_page_sends_is_refused(desk: OpenedDesk, run: LinkRun) -> None:
    client = desk.client("investigator")
    form = shown(client.get(PAIRS).content.decode()) | {"answer": "yes", "reasons": "x"}
    for wrong in ({"answer": "perhaps"}, {"run": "ab" * 16}, {"pair": "999999"}):
        assert client.post(ANSWER, form | wrong).status_code in {400, 404}, wrong


def test_the_page_is_reached_from_the_numbers(desk: OpenedDesk) -> None:
    assert PAIRS in desk.client("reader").get("/numbers/").content.decode()
