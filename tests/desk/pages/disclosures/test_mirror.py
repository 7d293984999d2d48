"""The recipient's mirror: ours and theirs before anything is made, fields withheld by ticking."""

from __future__ import annotations

import html
import re
from typing import Any

import pytest

from desk.opened_desk import OpenedDesk
from desk.waiting import settled
from probatum.acts.add_files import add
from probatum.acts.clear_item import clear
from probatum.acts.put_record import put

SAID = {"to": "Exercise Court", "purpose": "an exercise"}
REASON = {"code": "safety", "basis": "The giver is at risk", "do": "keep"}


@pytest.fixture(scope="module")
def item(desk: OpenedDesk, tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("given") / "mirrored.txt"
    path.write_text("An invented statement.\n")
    with desk.session("owner") as session:
        ref = add(session, [str(path)], given_by="Exercise Courier").lines[0].ref
        clear(session, ref, cleared=True, reason="exercise")
    return str(ref)


def sent(client: Any, **said: Any) -> str:
    answer = client.post("/disclosures/new/", {**SAID, "do": "look", **said})
    answer = settled(client, answer)
    return html.unescape(answer.content.decode())


def row_of(page: str, field: str) -> str:
    rows = [row for row in re.findall(r"<tr>.*?</tr>", page, re.S) if f">{field}</bdi>" in row]
    assert rows, field
    return " ".join(re.sub("<[^>]*>", " ", rows[0]).split())


def size(desk: OpenedDesk) -> int:
    with desk.session("owner") as session:
        return session.case.evidence.size


def test_what_is_cleared_is_offered_and_given_when_ticked(desk: OpenedDesk, item: str) -> None:
    client = desk.client("owner")
    assert f'name="choose" value="{item}"' in client.get("/disclosures/new/").content.decode()
    page = sent(client, choose=[item])
    assert "What the recipient will see" in page and item in page
    assert "Choose what is given." in sent(client)


def test_a_ticked_field_becomes_a_bar_with_its_code_and_nothing_is_recorded(
    desk: OpenedDesk, item: str
) -> None:
    client = desk.client("owner")
    before = size(desk)
    page = sent(client, items=item)
    assert row_of(page, "given_by") == "given_by Exercise Courier Exercise Courier"
    name = re.search(r'name="keep" value="([^"]*given_by)"', page)
    assert name is not None
    page = sent(client, items=item, keep=[name[1]], **REASON)
    told = "given_by Exercise Courier withheld: safety The giver is at risk"
    assert row_of(page, "given_by") == told
    assert f"{name[1]}=safety:The giver is at risk" in page
    assert size(desk) == before


@pytest.mark.parametrize("do", ["keep", "look", "make"])
def test_ticked_fields_without_a_reason_do_not_leave(
    desk: OpenedDesk, item: str, do: str
) -> None:  # fmt: skip
    before = size(desk)
    more = {"passphrase": "an invented passphrase of the package"} if do == "make" else {}
    page = sent(desk.client("owner"), items=item, keep=["given_by"], do=do, **more)
    assert "Say the code and the basis" in page and "The package is made" not in page
    assert size(desk) == before


def test_somebody_else_who_approved_stands_in_the_reasons(desk: OpenedDesk, item: str) -> None:
    said = {"items": item, "do": "make", "withhold": "given_by=safety:The giver is at risk",
            "passphrase": "an invented passphrase of the package"}  # fmt: skip
    page = sent(desk.client("owner"), **said, withheld_by="Exercise Courier")
    assert "a withheld value in the reason for withholding given_by" in page
    assert "The package is made" in sent(desk.client("owner"), **said, withheld_by="E. Counsel")


def test_each_field_has_who_approved_it(desk: OpenedDesk, item: str) -> None:
    page = sent(desk.client("owner"), items=item, do="keep", keep=["given_by"], code="safety",
                basis="At risk", keep_by="E. Counsel")  # fmt: skip
    assert "given_by=safety@E. Counsel:At risk" in page
    assert page.count('approved by <bdi dir="auto">E. Counsel</bdi>') == 2  # reasons, mirror


def test_a_trace_of_somebody_protected_is_shown_before_anything_is_made(
    desk: OpenedDesk, item: str
) -> None:
    with desk.session("owner") as session:
        put(session, {"record": "source/1", "kind": "person", "protected": True,
                      "names": [{"full": "Mirela Canarova"}]})  # fmt: skip
        claim = put(session, {"record": "incident/1", "title": "What Mirela Canarova saw"})
        clear(session, claim.ref, cleared=True, reason="exercise")
    page = sent(desk.client("owner"), items=f"{item} {claim.ref}")
    assert "Traces of protected people" in page and "What the recipient will see" in page


def test_what_is_not_cleared_has_no_mirror(desk: OpenedDesk) -> None:
    with desk.session("owner") as session:
        claim = put(session, {"record": "occurrence/1", "kind": "shelling"})
    page = sent(desk.client("owner"), items=claim.ref)
    assert "not-cleared" in page and "What the recipient will see" not in page


@pytest.mark.parametrize("role", ["reviewer", "reader", "auditor"])
def test_only_those_who_disclose_see_the_mirror(desk: OpenedDesk, item: str, role: str) -> None:
    assert desk.client(role).post("/disclosures/new/", {**SAID, "items": item}).status_code == 403
