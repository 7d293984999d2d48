"""E-mail: headers as facts, one body, attachments with their bytes."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from derive.text.made_files import ARABIC, UKRAINIAN
from probatum.derive.text import reading
from probatum.derive.text.extracted import Extracted, Failed, Limits


def read(data: bytes) -> Extracted:
    found = reading.read(data, "letter", Limits())
    assert isinstance(found, Extracted), found
    return found


def letter(subject: str = "Фото з мосту") -> EmailMessage:
    made = EmailMessage()
    made["From"] = "Олена Вигадана <o@example.org>"
    made["To"] = "desk@example.org"
    made["Subject"] = subject
    made["Date"] = "Mon, 02 Mar 2026 08:15:00 +0200"
    return made


@pytest.mark.parametrize("charset", ["utf-8", "koi8-u", "cp1251"])
def test_headers_are_facts_and_the_plain_body_is_the_text(charset: str) -> None:
    made = letter()
    made.set_content(UKRAINIAN, charset=charset)
    made.add_alternative("<p>" + UKRAINIAN + "</p>", subtype="html")
    found = read(made.as_bytes())
    assert found.text == UKRAINIAN and found.media_type == "message/rfc822"
    assert found.fact("from") == "Олена Вигадана <o@example.org>"
    assert found.fact("subject") == "Фото з мосту"
    assert found.fact("date") == "Mon, 02 Mar 2026 08:15:00 +0200"
    assert found.fact("date_iso") == "2026-03-02T08:15:00+02:00"
    assert [each.file_name for each in found.attachments] == ["body.html"]


def test_a_zone_that_is_not_known_stays_unknown() -> None:
    made = letter()
    made.replace_header("Date", "Mon, 02 Mar 2026 08:15:00 -0000")
    made.set_content("x")
    assert read(made.as_bytes()).fact("date_iso") == "2026-03-02T08:15:00"


def test_a_letter_that_is_only_html_is_read_as_a_page() -> None:
    made = letter()
    made.set_content(f"<html><style>p{{}}</style><p>{ARABIC}</p><p>two</p></html>", subtype="html")
    assert read(made.as_bytes()).text == ARABIC + "\ntwo"


def test_attachments_keep_their_bytes_and_lose_their_folders() -> None:
    made, inner = letter(), letter("inner")
    made.set_content("see below")
    inner.set_content("said before")
    made.add_attachment(b"\xff\xd8\xff\0\1", "image", "jpeg", filename="../../etc/міст.jpg")
    made.add_attachment(inner)
    picture, message = read(made.as_bytes()).attachments
    assert (picture.file_name, picture.data) == ("міст.jpg", b"\xff\xd8\xff\0\1")
    assert message.media_type == "message/rfc822" and message.data == inner.as_bytes()
    assert read(message.data).text == "said before"


def test_a_letter_of_attachments_alone_has_an_empty_text() -> None:
    made = letter()
    made.add_attachment(b"12345", "application", "zip", filename="a.zip")
    found = read(made.as_bytes())
    assert found.text == "" and len(found.attachments) == 1


def test_raw_headers_in_an_old_encoding_are_read() -> None:
    data = b"From: a@example.org\r\nTo: b@example.org\r\nDate: Mon, 02 Mar 2026 08:15:00 +0200\r\n"
    data += b"Subject: " + UKRAINIAN.encode("cp1251") + b"\r\n\r\n" + UKRAINIAN.encode("koi8-u")
    found = read(data)
    assert found.fact("subject") == UKRAINIAN and found.text == UKRAINIAN


def test_a_mailbox_of_many_is_not_taken_for_one_letter() -> None:
    made = letter()
    made.set_content("x")
    one = b"From o@example.org Mon Mar  2 08:15:00 2026\n" + made.as_bytes() + b"\n"
    found = reading.read(one * 3, "all.mbox", Limits())
    assert found == Failed("unsupported", "application/mbox")


@pytest.mark.parametrize("depth", [20, 200, 5000])
def test_parts_nested_without_end_are_an_answer(depth: int) -> None:
    data = b"From: a@example.org\nTo: b@example.org\nSubject: x\nMIME-Version: 1.0\n"
    for number in range(depth):
        data += f'Content-Type: multipart/mixed; boundary="b{number}"\n\n--b{number}\n'.encode()
    found = reading.read(data + b"\n\nwords", "letter.eml", Limits())
    assert isinstance(found, (Extracted, Failed))
    if isinstance(found, Failed):
        assert found.code in {"unreadable", "too-large"}


def test_a_letter_cut_anywhere_is_an_answer() -> None:
    made = letter()
    made.set_content(UKRAINIAN)
    made.add_attachment(b"12345" * 30, "application", "zip", filename="a.zip")
    whole = made.as_bytes()
    for end in range(0, len(whole), 23):
        assert isinstance(reading.read(whole[:end], "a.eml", Limits()), (Extracted, Failed))


@pytest.mark.parametrize(
    "header",
    [
        b"Subject: =?utf-8?b?!!!?=", b"Subject: =?no-such?q?=41?=", b"Date: ,,,",
        b"Content-Type: text/plain; charset=\xff\xfe", b"Content-Type: ///;;;=", b"From: <<<@@>",
        b"Content-Disposition: attachment; filename*=utf-9''%ff%fe", b"Content-Type: text/html; =",
        b"Content-Transfer-Encoding: base65", b"Content-Type: text/plain; charset=base64",
        b"Content-Disposition: attachment; filename*0*=x; filename*0*=y; filename*zz=1",
    ],
)  # fmt: skip
def test_odd_headers_are_no_reason_to_stop(header: bytes) -> None:
    data = b"To: b@example.org\nReceived: x\nMIME-Version: 1.0\n" + header + b"\n\nThe words.\n"
    found = read(data)
    assert "The words." in (found.text or found.attachments[0].data.decode())
