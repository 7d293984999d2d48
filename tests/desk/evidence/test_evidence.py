"""Evidence is served by tickets: what they open, to whom, for how long, and as what."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core import signing
from django.test import Client
from django.utils import timezone
from PIL import Image

from desk import material
from desk.opened_desk import OpenedDesk, opened
from probatum.desk.evidence.tickets import SALT, Counter, counter
from record_case import PASSPHRASE


@pytest.fixture(scope="module")
def items(small_case: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Any]]:
    """The desk under ``desk``, and the ids of hostile files by their first two digits."""
    from probatum.acts.add_files import add

    folder = tmp_path_factory.mktemp("evidence")
    material.write(folder / "files")
    with opened(small_case, folder, PASSPHRASE) as desk:
        with desk.session() as session:
            receipt = add(session, [str(folder / "files")])
        yield {"desk": desk} | {line.file_name[:2]: line.id for line in receipt.lines}


def tickets(desk: OpenedDesk, role: str = "investigator") -> Counter:
    """Where a signed-in person gets tickets."""
    from probatum.desk.people.models import BrowserSession as Row
    from probatum.desk.people.models import Person

    client = desk.client(role)
    row = Row.objects.get(session_key=client.session.session_key)
    return Counter(Person.objects.get(sign_in_name=role).pk, str(row.public_id))


def get(address: str, **headers: str) -> Any:
    """Ask as a browser without any cookie."""
    return Client(SERVER_NAME="localhost", headers=headers).get(address)


def reads(desk: OpenedDesk, item: str, what: str) -> int:
    """How often the log says that somebody saw this."""
    from probatum.acts.item_history import history

    with desk.session() as session:
        return sum(line.what == f"read: {what}" for line in history(session, item).lines)


def harmless(answer: Any) -> bool:
    """Whether an answer can do nothing, whatever a browser takes it for."""
    policy = answer.headers["Content-Security-Policy"]
    return (
        policy.startswith("sandbox; default-src 'none'")
        and "allow-" not in policy
        and answer.headers["X-Content-Type-Options"] == "nosniff"
        and answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
        and answer.headers["Cache-Control"] == "no-store"
        and "Set-Cookie" not in answer.headers
        and not answer.cookies
    )


def test_a_picture_is_made_anew_and_served_without_any_cookie(items: dict[str, Any]) -> None:
    answer = get(tickets(items["desk"]).address(items["03"], "sight", edge=300))
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "image/jpeg")
    assert harmless(answer)
    with Image.open(io.BytesIO(answer.content)) as picture:
        assert picture.size == (60, 90)
    assert b"script" not in answer.content
    assert "turned" not in answer.headers["Content-Disposition"]


def test_a_cookie_changes_nothing(items: dict[str, Any]) -> None:
    address = tickets(items["desk"]).address(items["03"], "sight", edge=300)
    auditor = items["desk"].client("auditor").get(address)
    assert auditor.content == get(address).content
    assert not auditor.cookies


@pytest.mark.parametrize("key", ["01", "02", "10", "08"])
@pytest.mark.parametrize("kind", ["sight", "stream"])
def test_texts_drawings_and_web_pages_are_never_served(
    items: dict[str, Any], key: str, kind: Any
) -> None:
    answer = get(tickets(items["desk"]).address(items[key], kind, edge=300))
    assert answer.status_code in (415, 422)
    assert answer.headers["Content-Type"].startswith("text/plain")
    assert harmless(answer)
    assert b"alert" not in answer.content


@pytest.mark.parametrize(("key", "status"), [("04", 422), ("09", 422), ("05", 200), ("06", 200)])
def test_hostile_pictures_are_made_anew_or_refused(
    items: dict[str, Any], key: str, status: int
) -> None:
    answer = get(tickets(items["desk"]).address(items[key], "sight", edge=300))
    assert answer.status_code == status
    assert harmless(answer)
    assert b"alert" not in answer.content


def test_pictures_and_pdf_are_no_recordings(items: dict[str, Any]) -> None:
    for key in ("03", "05", "06"):
        answer = get(tickets(items["desk"]).address(items[key], "stream"))
        assert answer.status_code == 415


def test_a_recording_is_served_in_ranges_and_logged_once(items: dict[str, Any]) -> None:
    whole = material.sound(60)
    before = reads(items["desk"], items["07"], "recording")
    address = tickets(items["desk"]).address(items["07"], "stream")
    first = get(address, range="bytes=0-")
    assert first.status_code == 206
    assert first.headers["Content-Range"] == f"bytes 0-{(4 << 20) - 1}/{len(whole)}"
    assert first.content == whole[: 4 << 20]
    assert harmless(first)
    rest = get(address, range=f"bytes={4 << 20}-")
    assert rest.content == whole[4 << 20 :]
    back = get(address, range="bytes=100-199")
    assert back.content == whole[100:200]
    end = get(address, range="bytes=-50")
    assert end.content == whole[-50:]
    assert reads(items["desk"], items["07"], "recording") == before + 1


def test_a_recording_is_served_whole_where_no_range_is_asked(items: dict[str, Any]) -> None:
    answer = get(tickets(items["desk"]).address(items["07"], "stream"))
    assert answer.status_code == 200
    assert b"".join(answer.streaming_content) == material.sound(60)


@pytest.mark.parametrize("asked", ["bytes=99999999-", "bytes=-0"])
def test_a_range_outside_of_a_recording_is_refused(items: dict[str, Any], asked: str) -> None:
    answer = get(tickets(items["desk"]).address(items["07"], "stream"), range=asked)
    assert answer.status_code == 416
    assert answer.headers["Content-Range"] == f"bytes */{len(material.sound(60))}"


@pytest.mark.parametrize(
    "asked", ["bytes=5-1", "bytes=a-b", "bytes=0-1,3-4", "lines=1-2", "bytes=-"]
)
def test_a_range_that_is_none_is_as_if_none_was_asked(items: dict[str, Any], asked: str) -> None:
    answer = get(tickets(items["desk"]).address(items["07"], "stream"), range=asked)
    assert answer.status_code == 200


@pytest.mark.parametrize("where", ["document", "iframe", "object", "embed", "script", "style"])
def test_a_recording_is_no_page_by_itself(items: dict[str, Any], where: str) -> None:
    address = tickets(items["desk"]).address(items["07"], "stream")
    assert get(address, **{"sec-fetch-dest": where}).status_code == 403


def test_a_forged_address_opens_nothing(items: dict[str, Any]) -> None:
    address = tickets(items["desk"]).address(items["03"], "sight", edge=300)
    said = address.split("/")[2]
    other = signing.dumps({"person": 1}, salt="another salt")
    for forged in (said[:-2] + "AA", said[1:], other, "x", ":" * 3, signing.dumps([], salt=SALT)):
        answer = get(f"/evidence/{forged}/")
        assert answer.status_code == 403, forged
        assert harmless(answer)


def test_an_address_ends_with_its_time(
    items: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    address = tickets(items["desk"]).address(items["03"], "sight", edge=300)
    later = timezone.now() + timedelta(minutes=16)
    monkeypatch.setattr("probatum.desk.evidence.tickets.timezone.now", lambda: later)
    assert get(address).status_code == 410


def test_an_address_ends_with_the_session_it_was_given_out_in(items: dict[str, Any]) -> None:
    from probatum.desk.people.models import BrowserSession

    where = tickets(items["desk"], "reader")
    address = where.address(items["03"], "sight", edge=300)
    assert get(address).status_code == 200
    BrowserSession.objects.filter(public_id=where.session).delete()
    assert get(address).status_code == 403


def test_the_session_of_another_person_is_of_no_use(items: dict[str, Any]) -> None:
    mine, others = tickets(items["desk"], "reader"), tickets(items["desk"], "owner")
    mixed = Counter(others.person, mine.session)
    assert get(mixed.address(items["03"], "sight", edge=300)).status_code == 403
    assert get(Counter(others.person, "").address(items["03"], "sight")).status_code == 403


def test_whose_role_was_taken_away_sees_nothing_more(items: dict[str, Any]) -> None:
    from probatum.desk.people.models import Person

    address = tickets(items["desk"], "reader").address(items["03"], "sight", edge=300)
    Person.objects.filter(sign_in_name="reader").update(role="auditor")
    try:
        assert get(address).status_code == 403
    finally:
        Person.objects.filter(sign_in_name="reader").update(role="reader")
    Person.objects.filter(sign_in_name="reader").update(is_active=False)
    try:
        assert get(address).status_code == 403
    finally:
        Person.objects.filter(sign_in_name="reader").update(is_active=True)


def test_a_ticket_of_an_auditor_opens_nothing(items: dict[str, Any]) -> None:
    for logged in (True, False):
        address = tickets(items["desk"], "auditor").address(
            items["03"], "sight", edge=300, logged=logged
        )
        assert get(address).status_code == 403


def test_what_was_erased_is_not_shown_from_memory(items: dict[str, Any]) -> None:
    from probatum.acts.add_files import add
    from probatum.acts.erase_item import erase

    desk = items["desk"]
    file = Path(desk.case).parent / "to be erased.jpg"
    file.write_bytes(material.jpeg((40, 40), said="to be erased"))
    with desk.session() as session:
        line = add(session, [str(file)]).lines[0]
    address = tickets(desk).address(line.id, "sight", edge=300)
    assert get(address).status_code == 200
    with desk.session() as session:
        erase(session, line.ref, "consent-withdrawn")
    assert get(address).status_code == 410


def test_only_so_many_look_at_once(items: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    import threading

    from probatum.desk.evidence import views

    none = threading.BoundedSemaphore(1)
    none.acquire()
    monkeypatch.setattr(views, "_SLOTS", none)
    monkeypatch.setattr(views, "_WAIT_SECONDS", 0.01)
    answer = get(tickets(items["desk"]).address(items["03"], "sight", edge=300))
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "2")


def test_a_page_hands_out_tickets_of_its_own_session(items: dict[str, Any]) -> None:
    assert callable(counter)
    client = items["desk"].client()
    said = client.get(f"/items/{items['03']}/picture/").content.decode()
    address = said.partition('data-src="')[2].partition('"')[0]
    assert get(address).status_code == 200
    client.logout()
    assert get(address).status_code == 403
