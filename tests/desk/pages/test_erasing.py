"""Erasing at the desk: owners alone, the reference typed, what cites it decided; and it is gone."""

from __future__ import annotations

import re
import time

import pytest

from desk.opened_desk import OpenedDesk
from probatum.acts.erase_item import erase, plan
from probatum.acts.hold_item import hold, release
from probatum.acts.put_record import put
from probatum.errors import InputError, UseError
from probatum.model.nouns import plain


def cited_item(village: OpenedDesk, number: int) -> tuple[str, str]:
    """An item that assertions cite, and one of those."""
    with village.session() as session:
        found: dict[str, str] = {}
        for row in session.index.records(["assertion"]):
            for each in row.body.citations if row.body is not None else ():
                found.setdefault(each.item, session.record_ref(row.number))
        items = [(session.index.item(item), claim) for item, claim in found.items()]
    alive = [(item.ref, claim) for item, claim in items if not item.erased]
    return alive[number]


def sent(village: OpenedDesk, ref: str, **other: str) -> dict[str, str]:
    with village.session() as session:
        seen = plan(session, ref).digest
    return {"reason": "consent-withdrawn", "citing": "keep", "typed": ref, "seen": seen, **other}


def wait_for(village: OpenedDesk, page: str) -> str:
    address = re.search(r'hx-get="(/jobs/\d+/)"', page)
    assert address is not None
    until = time.monotonic() + 60
    shown = page
    while "hx-get" in shown and time.monotonic() < until:
        time.sleep(0.05)
        shown = village.client("owner").get(address[1], headers={"hx-request": "true"})
        shown = shown.content.decode()
    return shown


def test_only_an_owner_is_offered_it_and_may(village: OpenedDesk) -> None:
    ref, claim = cited_item(village, 0)
    for place in (f"/items/{ref}/", f"/records/{claim}/"):
        assert "/erase/" in village.client("owner").get(place).content.decode()
        assert "/erase/" not in village.client("investigator").get(place).content.decode()
    for role in ("investigator", "reviewer", "reader", "auditor"):
        client = village.client(role)
        assert client.get(f"/erase/{ref}/").status_code == 403
        assert client.post(f"/erase/{ref}/", sent(village, ref)).status_code == 403


def test_the_page_says_what_goes_what_stays_and_what_is_not_reached(village: OpenedDesk) -> None:
    ref, claim = cited_item(village, 0)
    page = village.client("owner").get(f"/erase/{ref}/").content.decode()
    assert f"/records/{claim}/" in page
    assert "Back-ups and file-system snapshots" in page
    assert page.count('name="citing"') == 2


@pytest.mark.parametrize(
    "wrong",
    [{"typed": "XX-1"}, {"typed": ""}, {"reason": "because"}, {"reason": ""}, {"citing": ""}],
)
def test_nothing_is_erased_unless_everything_is_said(
    village: OpenedDesk, wrong: dict[str, str]
) -> None:
    ref, _ = cited_item(village, 0)
    answer = village.client("owner").post(f"/erase/{ref}/", sent(village, ref, **wrong))
    assert answer.status_code == 400
    assert "Nothing was erased." in answer.content.decode()
    with village.session() as session:
        assert not session.find(ref).erased


def test_nothing_is_erased_that_was_not_shown(village: OpenedDesk) -> None:
    ref, claim = cited_item(village, 0)
    before = sent(village, ref, citing="erase")
    with village.session("investigator") as session:
        body = session.find_record(claim).body
        other = put(session, plain(body)).ref
    answer = village.client("owner").post(f"/erase/{ref}/", before)
    assert answer.status_code == 400
    assert "Nothing was erased." in answer.content.decode()
    with village.session() as session:
        with pytest.raises(UseError, match="what was shown before"):
            erase(session, ref, "out-of-scope", citing="erase", seen=before["seen"])
        assert session.find_record(other).body is not None
        assert not session.find(ref).erased


def test_what_is_on_hold_stays(village: OpenedDesk) -> None:
    ref, _ = cited_item(village, 0)
    with village.session() as session:
        hold(session, ref, "EXERCISE: a court asked")
    page = village.client("owner").get(f"/erase/{ref}/").content.decode()
    assert "It is on legal hold" in page
    assert village.client("owner").post(f"/erase/{ref}/", sent(village, ref)).status_code == 400
    with village.session() as session:
        assert not session.find(ref).erased
        release(session, ref, "EXERCISE: over")


def test_an_item_is_erased_and_its_claim_stays_with_what_it_quotes(village: OpenedDesk) -> None:
    ref, claim = cited_item(village, 1)
    answer = village.client("owner").post(f"/erase/{ref}/", sent(village, ref, typed=ref.lower()))
    assert "is being erased" in answer.content.decode()
    assert "Done." in wait_for(village, answer.content.decode())
    with village.session() as session:
        assert session.find(ref).erased
        assert session.find_record(claim).body is not None
    assert "Erased" in village.client("owner").get(f"/items/{ref}/custody/").content.decode()
    assert village.client("owner").get(f"/erase/{ref}/").status_code == 410


def test_the_claims_go_too_where_that_is_said(village: OpenedDesk) -> None:
    ref, claim = cited_item(village, 1)
    answer = village.client("owner").post(f"/erase/{ref}/", sent(village, ref, citing="erase"))
    assert "Done." in wait_for(village, answer.content.decode())
    with village.session() as session, pytest.raises(InputError, match="erased"):
        session.find_record(claim)


def test_a_record_is_erased(village: OpenedDesk) -> None:
    _, claim = cited_item(village, 0)
    page = village.client("owner").get(f"/erase/{claim}/").content.decode()
    assert 'name="citing"' not in page
    answer = village.client("owner").post(f"/erase/{claim}/", sent(village, claim, citing=""))
    assert "Done." in wait_for(village, answer.content.decode())
    assert village.client("owner").get(f"/records/{claim}/").status_code == 410
