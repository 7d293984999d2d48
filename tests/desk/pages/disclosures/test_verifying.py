"""Packages are verified at the desk: ours, others', damaged ones, and files that are none."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from desk.opened_desk import OpenedDesk
from desk.waiting import settled
from probatum.acts.add_files import add
from probatum.acts.clear_item import clear

SECRET = "an invented passphrase of the package"


@pytest.fixture(scope="module")
def sealed(desk: OpenedDesk, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("given") / "verified.txt"
    path.write_text("An invented statement.\n")
    with desk.session("owner") as session:
        ref = add(session, [str(path)], given_by="Exercise Courier").lines[0].ref
        clear(session, ref, cleared=True, reason="exercise")
    client = desk.client("owner")
    said = {"items": ref, "to": "Exercise Court", "purpose": "an exercise", "passphrase": SECRET,
            "with_originals": "on", "withhold": "given_by=safety:The giver is at risk"}  # fmt: skip
    page = settled(client, client.post("/disclosures/new/", said)).content.decode()
    where = re.search(r'href="(/disclosures/packages/[^"]+)"', page)
    assert where is not None
    return b"".join(client.get(where[1]).streaming_content)


def verify(client: Any, data: bytes, name: str = "p.zip.age", **said: str) -> str:
    file = SimpleUploadedFile(name, data)
    sent = {"whose": "other", "package": file, **said}
    answer = settled(client, client.post("/disclosures/verify/", sent))
    return str(answer.content.decode())


def sizes(desk: OpenedDesk) -> tuple[int, set[str]]:
    with desk.session("owner") as session:
        return session.case.evidence.size, {each.name for each in
                                            session.case.vault.staging.iterdir()}  # fmt: skip


def test_our_own_is_verified_and_nothing_of_it_enters_the_case(
    desk: OpenedDesk, sealed: bytes
) -> None:
    before = sizes(desk)
    page = verify(desk.client("reader"), sealed, whose="ours", passphrase=SECRET)
    assert "Verified: these bytes are what the log" in page
    for part in ("Exercise Court", "The giver is at risk", "Checkpoint", "VERIFIED: these bytes"):
        assert part in page, part
    assert sizes(desk) == before


def test_without_the_senders_key_it_stays_not_checked(desk: OpenedDesk, sealed: bytes) -> None:
    page = verify(desk.client("reader"), sealed, passphrase=SECRET)
    assert "Not checked: whose log this is" in page and "Verified:" not in page
    page = verify(desk.client("reader"), sealed, passphrase=SECRET, key="ab" * 32)
    assert "Failed: do not rely on this package" in page


def test_a_wrong_passphrase_is_asked_for_again_without_the_file(
    desk: OpenedDesk, sealed: bytes
) -> None:
    client = desk.client("owner")
    page = verify(client, sealed, whose="ours", passphrase="another one")
    assert "the package is encrypted" in page and "Waits here:" in page
    found = re.search(r'name="arrived" value="([^"]+)"', page)
    assert found is not None
    said = {"whose": "ours", "arrived": found[1], "passphrase": SECRET}
    assert desk.client("reader").post("/disclosures/verify/", said).status_code == 400
    answer = settled(client, client.post("/disclosures/verify/", said))
    assert "Verified: these bytes are what the log" in answer.content.decode()


def test_a_file_comes_in_as_it_is_sent(desk: OpenedDesk, sealed: bytes) -> None:
    client = desk.client("owner")
    answer = client.generic("POST", "/disclosures/verify/bytes/?name=%3Cb%3E.age", sealed,
                            content_type="application/octet-stream")  # fmt: skip
    said = {"whose": "ours", "arrived": answer.json()["arrived"], "passphrase": SECRET}
    page = settled(client, client.post("/disclosures/verify/", said)).content.decode()
    assert "Verified:" in page and "&lt;b&gt;.age" in page and "<b>" not in page


def bomb() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as out:
        out.writestr("../../outside.txt", b"\0" * 4_000_000)
    return made.getvalue()


@pytest.mark.parametrize(
    "data",
    [b"", b"no package", b"PK\x05\x06" + bytes(18), bomb(), b"age-encryption.org/v1\n-> X25519 x",
     bytes(range(256)) * 40],
    ids=["empty", "text", "an empty zip", "a bomb that leads outside", "half an age file", "bytes"],
)  # fmt: skip
def test_a_hostile_file_gives_an_answer_and_writes_nothing(
    desk: OpenedDesk, data: bytes, tmp_path: Path
) -> None:
    before = sizes(desk)
    page = verify(desk.client("owner"), data, passphrase=SECRET)
    assert "This file is no package" in page or "the package is encrypted" in page \
        or "Choose a file" in page, page  # fmt: skip
    assert sizes(desk) == before
    assert not list(desk.case.parent.parent.rglob("outside.txt"))


def test_a_changed_byte_is_found(desk: OpenedDesk, sealed: bytes) -> None:
    import pyrage

    plain = bytearray(pyrage.passphrase.decrypt(sealed, SECRET))
    at = plain.index(b"An invented statement.")
    plain[at] ^= 1
    page = verify(desk.client("owner"), bytes(plain), name="p.zip", whose="ours")
    assert "Failed: do not rely on this package" in page


def test_an_auditor_sees_no_contents_of_others_either(desk: OpenedDesk) -> None:
    assert desk.client("auditor").get("/disclosures/verify/").status_code == 403


def test_what_is_only_partly_verified_is_not_called_verified(
    desk: OpenedDesk, sealed: bytes
) -> None:
    page = verify(desk.client("reader"), sealed, whose="ours", passphrase=SECRET)
    told = re.findall(r"(\w[^<>]*): <strong>([^<]+)</strong>", page)
    assert ("The files", "verified") in told
    assert ("What they say, and what is withheld", "verified in part") in told
    assert ("What no program can show", "not checked") in told
