"""Files come in through the browser: in pieces, resumed, looked at, taken or not. All invented."""

from __future__ import annotations

import base64
import hashlib
from typing import Any

import pytest

from desk.opened_desk import OpenedDesk

TUS = {"HTTP_TUS_RESUMABLE": "1.0.0"}
WORDS = "An invented statement, дуже коротка.\n".encode() * 1000


def begun(client: Any, size: int, name: str = "statement.txt") -> str:
    said = "filename " + base64.b64encode(name.encode()).decode()
    answer = client.post(
        "/add/files/", headers={"Upload-Length": str(size), "Upload-Metadata": said}, **TUS
    )
    assert answer.status_code == 201
    return str(answer.headers["Location"])


def more(client: Any, where: str, offset: int, data: bytes) -> Any:
    return client.generic(
        "PATCH", where, data, content_type="application/offset+octet-stream",
        headers={"Upload-Offset": str(offset)}, **TUS,
    )  # fmt: skip


def sent(client: Any, data: bytes = WORDS, name: str = "statement.txt") -> str:
    where = begun(client, len(data), name)
    assert more(client, where, 0, data).status_code == 204
    return where


def token(where: str) -> str:
    return where.rstrip("/").rpartition("/")[2]


@pytest.fixture
def client(desk: OpenedDesk) -> Any:
    from probatum.desk.models import Upload

    browser = desk.client("investigator")
    yield browser
    for each in Upload.objects.all():
        browser.post(f"/add/{each.token}/give-up/")


def test_a_file_in_pieces_is_taken_with_its_digest(client: Any) -> None:
    where = begun(client, len(WORDS))
    assert more(client, where, 0, WORDS[:1000]).headers["Upload-Offset"] == "1000"
    asked = client.head(where, **TUS)
    assert (asked.headers["Upload-Offset"], asked.headers["Upload-Length"]) == (
        "1000", str(len(WORDS)),
    )  # fmt: skip
    assert more(client, where, 1000, WORDS[1000:]).status_code == 204
    answer = client.post("/add/take/", {"given_by": "Exercise Courier"})
    assert answer.status_code == 302
    page = client.get(answer.headers["Location"]).content.decode()
    assert hashlib.sha256(WORDS).hexdigest() in page
    assert "Exercise Courier" in page


@pytest.mark.parametrize("language, word", [("en", "Receipt"), ("ar", 'dir="rtl"')])
def test_the_receipt_is_in_the_language_of_the_giver(
    client: Any, language: str, word: str
) -> None:  # fmt: skip
    sent(client, b"another invented page " + language.encode())
    answer = client.post("/add/take/", {"given_by": "Exercise Courier"})
    page = client.get(answer.headers["Location"], {"language": language}).content.decode()
    assert word in page


def test_what_is_not_relevant_leaves_nothing_but_a_count(client: Any, desk: OpenedDesk) -> None:
    kept, left = (
        sent(client, b"to be kept " * 9),
        sent(client, b"a private page " * 9, "sister.txt"),
    )
    assert client.post(f"/add/{token(left)}/choice/", {"choice": "leave"}).status_code == 302
    answer = client.post("/add/take/", {"given_by": "Exercise Courier"})
    page = client.get(answer.headers["Location"]).content.decode()
    assert "1 file was not taken." in page
    assert "sister.txt" not in page
    assert not list((desk.case / "uploads").iterdir())
    assert "sister" not in client.get("/log/acts/").content.decode()
    assert client.head(kept, **TUS).status_code == 404


def test_an_upload_goes_on_after_the_desk_was_closed(desk: OpenedDesk) -> None:
    from probatum.desk.holding import DESK
    from record_case import PASSPHRASE

    where = begun(desk.client("owner"), len(WORDS))
    more(desk.client("owner"), where, 0, WORDS[:5000])
    DESK.close()
    DESK.open(desk.case, PASSPHRASE)
    client = desk.client("owner")
    assert client.head(where, **TUS).headers["Upload-Offset"] == "5000"
    assert more(client, where, 5000, WORDS[5000:]).status_code == 204
    client.delete(where, **TUS)


@pytest.mark.parametrize("offset", ["1", "-1", "", "x", "99999999999999999999"])
def test_a_piece_for_another_place_is_refused(client: Any, offset: str) -> None:
    where = begun(client, 10)
    answer = client.generic(
        "PATCH", where, b"x", content_type="application/offset+octet-stream",
        headers={"Upload-Offset": offset}, **TUS,
    )  # fmt: skip
    assert answer.status_code == 409
    assert client.head(where, **TUS).headers["Upload-Offset"] == "0"


def test_more_than_was_said_is_refused(client: Any) -> None:
    where = begun(client, 10)
    assert more(client, where, 0, b"x" * 11).status_code == 413


@pytest.mark.parametrize("size", ["-1", "x", "", "1e3", "9" * 20])
def test_a_size_that_is_none_is_refused(client: Any, size: str) -> None:
    answer = client.post("/add/files/", headers={"Upload-Length": size}, **TUS)
    assert answer.status_code in (400, 413)


def test_another_version_of_the_protocol_is_refused(client: Any) -> None:
    answer = client.post("/add/files/", headers={"Upload-Length": "1"})
    assert (answer.status_code, answer.headers["Tus-Version"]) == (412, "1.0.0")


def test_nobody_reaches_the_uploads_of_another(client: Any, desk: OpenedDesk) -> None:
    where = sent(client)
    other = desk.client("owner")
    assert other.head(where, **TUS).status_code == 404
    assert more(other, where, 0, b"x").status_code == 404
    assert other.delete(where, **TUS).status_code == 404
    assert other.get(f"/add/{token(where)}/picture/").status_code == 404


@pytest.mark.parametrize("role", ["reviewer", "reader", "auditor"])
def test_only_those_who_collect_upload(desk: OpenedDesk, role: str) -> None:
    client = desk.client(role)
    assert client.get("/add/").status_code == 403
    assert client.post("/add/files/", headers={"Upload-Length": "1"}, **TUS).status_code == 403


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "<script>alert(1)</script>.txt", "a\x00b\n.txt", "\u202egpj.exe"]
)
def test_a_name_is_words_and_never_a_path_or_markup(
    client: Any, desk: OpenedDesk, name: str
) -> None:  # fmt: skip
    sent(client, name.encode() * 3, name)
    page = client.get("/add/").content.decode()
    assert "<script>alert" not in page
    answer = client.post("/add/take/", {"given_by": "Exercise Courier"})
    receipt = client.get(answer.headers["Location"]).content.decode()
    assert "<script>alert" not in receipt
    outside = {path.name for path in desk.case.parent.iterdir()}
    assert outside <= {"case", "state"}


def test_nothing_is_taken_without_a_word_on_who_gave_it(client: Any) -> None:
    sent(client)
    answer = client.post("/add/take/", {})
    assert answer.status_code == 400
    assert "why nobody is named" in answer.content.decode()


def test_bytes_that_the_desk_does_not_know_are_removed(client: Any, desk: OpenedDesk) -> None:
    from probatum.desk.holding import DESK
    from probatum.desk.uploads.leftovers import remove_leftovers

    known = sent(client)
    DESK.uploads.append(DESK.uploads.begin(), b"lost")
    assert remove_leftovers(DESK.uploads) == 1
    assert DESK.uploads.ids() == [token(known)]


def test_a_copy_is_compared_to_the_last_byte(client: Any) -> None:
    data = b"a page to be copied " * 20
    sent(client, data, "page.txt")
    client.post("/add/take/", {"given_by": "Exercise Courier"})
    binary = {"content_type": "application/octet-stream"}
    same = client.generic("POST", "/compare/bytes/", data, **binary).content.decode()
    other = client.generic("POST", "/compare/bytes/", data[:-1] + b"!", **binary).content.decode()
    assert "The same bytes" in same
    assert "page.txt" in same
    assert "Not the same bytes" in other
    typed = client.post("/compare/", {"sha256": hashlib.sha256(data).hexdigest().upper()})
    assert "The same bytes" in typed.content.decode()
    assert client.post("/compare/", {"sha256": "abc"}).status_code == 400


@pytest.mark.parametrize(
    "said, kept", [("2031-03-05T10:11:12.345Z", True), ("last <b>week", False)]
)
def test_only_a_time_is_kept_as_one(client: Any, said: str, kept: bool) -> None:
    from probatum.desk.models import Upload

    spelled = base64.b64encode(said.encode()).decode()
    client.post(
        "/add/files/",
        headers={"Upload-Length": "1", "Upload-Metadata": f"filename YQ==,modified {spelled}"},
        **TUS,
    )
    assert Upload.objects.latest("pk").modified_at == (said if kept else "")
