"""Settings of the case: who may change what, and what becomes of it."""

from __future__ import annotations

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from desk.opened_desk import OpenedDesk
from record_case import PASSPHRASE

TERM = {
    "name": "act-type", "code": "levee-breach", "label": "breach of a levee",
    "definition": "A levee was cut on purpose.", "source": "Exercise",
}  # fmt: skip
NEW = "seven lanterns over the invented weir"


def test_everybody_is_told_whom_roles_do_not_bind(desk: OpenedDesk) -> None:
    for role in ("owner", "reader", "auditor"):
        page = desk.client(role).get("/settings/").content.decode()
        assert "does not bind whoever holds the passphrase" in page


def test_a_term_is_added_once_and_by_those_who_record(desk: OpenedDesk) -> None:
    assert desk.client("reader").post("/settings/terms/", TERM).status_code == 403
    client = desk.client("investigator")
    assert client.post("/settings/terms/", TERM).status_code == 302
    assert "breach of a levee" in client.get("/settings/terms/").content.decode()
    assert client.post("/settings/terms/", {**TERM, "code": "NO WAY"}).status_code == 400


@pytest.mark.parametrize(
    "data, code",
    [
        (b"name,lat,lon\nExercise Ford,10.5,20.25\n", 200),
        (b"\x00\x01nonsense", 400),
        (b"a,b\n", 400),
    ],
)
def test_places_come_from_a_file(desk: OpenedDesk, data: bytes, code: int) -> None:
    file = SimpleUploadedFile("places.csv", data)
    answer = desk.client("investigator").post("/settings/places/", {"file": file})
    assert answer.status_code == code


@pytest.mark.parametrize("role", ["investigator", "reviewer", "reader", "auditor"])
def test_keys_and_passphrase_are_for_owners(desk: OpenedDesk, role: str) -> None:
    client = desk.client(role)
    assert client.post("/settings/keys/").status_code == 403
    assert client.get("/settings/passphrase/").status_code == 403
    assert client.post("/settings/lock/").status_code == 403


def test_the_key_files_are_fetched_as_one(desk: OpenedDesk) -> None:
    answer = desk.client("owner").post("/settings/keys/")
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        assert "slots.json" in archive.namelist()


def test_whoever_changes_the_passphrase_shows_the_present_one(desk: OpenedDesk) -> None:
    client = desk.client("owner")
    said = {"now": "a wrong one", "new": NEW, "again": NEW}
    assert client.post("/settings/passphrase/", said).status_code == 400
    weak = {"now": PASSPHRASE, "new": "password1", "again": "password1"}
    assert client.post("/settings/passphrase/", weak).status_code == 400


def test_a_stolen_session_cannot_guess_the_passphrase_of_the_case(desk: OpenedDesk) -> None:
    from probatum.desk.people.models import Failure

    client = desk.client("owner")
    Failure.objects.all().delete()
    said = [{"now": f"a guess {number}", "new": NEW, "again": NEW} for number in range(5)]
    answers = [client.post("/settings/passphrase/", each) for each in said]
    answers.append(client.post("/settings/passphrase/", said[0] | {"now": PASSPHRASE}))
    assert [each.status_code for each in answers] == [400] * 5 + [429]
    assert "Wait a quarter of an hour" in answers[-1].content.decode()
    Failure.objects.all().delete()


def test_a_closed_case_asks_for_its_passphrase_again(desk: OpenedDesk) -> None:
    from probatum.desk.holding import DESK

    client = desk.client("owner")
    assert client.post("/settings/passphrase/", {"now": PASSPHRASE, "new": NEW, "again": NEW})
    assert client.post("/settings/lock/").status_code == 302
    assert client.get("/").status_code == 403
    DESK.open(desk.case, NEW)
    assert desk.client("owner").get("/").status_code == 200
