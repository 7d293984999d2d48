"""Leaks planted in files of all kinds; and files that nobody can look into, which are named."""

from __future__ import annotations

import base64
import bz2
import email.message
import gzip
import hashlib
import io
import lzma
import quopri
import tarfile
import time
import zipfile
import zlib
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from probatum.disclose.file_texts import REASONS, Layer, Unchecked, layers_of
from probatum.disclose.leak_search import LeakSearch
from probatum.disclose.protected import Name, Protected
from probatum.model.places import parse_point

NAME = "Олена Прикладенко"
OLENA = Protected(
    "R", names=(Name(("Олена", "Прикладенко")),), points=(parse_point("49.98", "36.2525"),)
)


def found(data: bytes) -> set[str]:
    check = LeakSearch((OLENA,))
    for one in layers_of(data):
        if isinstance(one, Layer):
            check.look_in(one.text, one.inside, least_letters=one.least_letters)
    return {hit.kind for hit in check.hits}


def unchecked(data: bytes) -> set[tuple[str, str]]:
    return {(one.inside, one.reason) for one in layers_of(data) if isinstance(one, Unchecked)}


def zipped(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def docx(body: str) -> bytes:
    return zipped(
        **{"word/document.xml": f"<w:document><w:body>{body}</w:body></w:document>".encode()}
    )


def picture(kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (8, 8), "white").save(out, kind, **options)  # type: ignore[arg-type]
    return out.getvalue()


def exif(tag: int, value: object, directory: int | None = None) -> Image.Exif:
    table = Image.Exif()
    if directory is None:
        table[tag] = value
    else:
        table.get_ifd(directory)[tag] = value
    return table


def position() -> Image.Exif:
    table = Image.Exif()
    table[0x8825] = {1: "N", 2: (49.0, 58.0, 48.0), 3: "E", 4: (36.0, 15.0, 9.0)}
    return table


def png_text() -> bytes:
    info = PngInfo()
    info.add_itxt("Comment", "seen by " + NAME, zip=True)
    return picture("PNG", pnginfo=info)


def pdf(info: bytes, stream: bytes = b"") -> bytes:
    packed = zlib.compress(stream)
    return (
        b"%PDF-1.7\n1 0 obj<</Title " + info + b">>endobj\n2 0 obj<</Filter/FlateDecode>>stream\n"
        + packed + b"\nendstream endobj\ntrailer<</Info 1 0 R>>"
    )  # fmt: skip


def mail(attachment: bytes = b"", file_name: str = "a.bin") -> bytes:
    message = email.message.EmailMessage()
    message["From"], message["Date"] = "sender@example.org", "Mon, 7 Mar 2022 10:00:00 +0200"
    message["Subject"] = "Notes"
    message.set_content("Nothing here.")
    message.add_attachment(attachment, "application", "octet-stream", filename=file_name)
    return message.as_bytes()


def mail_header() -> bytes:
    message = email.message.EmailMessage()
    message["From"], message["Message-ID"] = f"{NAME} <a@example.org>", "<1@example.org>"
    message.set_content("Nothing here.")
    return message.as_bytes()


def lines(data: bytes) -> bytes:
    return base64.encodebytes(data)


def tarred(name: str, data: bytes) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        member = tarfile.TarInfo(name)
        member.size = len(data)
        archive.addfile(member, io.BytesIO(data))
    return out.getvalue()


UTF8 = f"handed over by {NAME}".encode()
PLANTED: dict[str, Callable[[], bytes]] = {
    "utf-8": lambda: UTF8,
    "utf-8 with a mark": lambda: b"\xef\xbb\xbf" + UTF8,
    "utf-16": lambda: UTF8.decode().encode("utf-16"),
    "utf-16 without a mark": lambda: UTF8.decode().encode("utf-16-le"),
    "utf-16 the other way": lambda: UTF8.decode().encode("utf-16-be"),
    "cp1251": lambda: UTF8.decode().encode("cp1251"),
    "html": lambda: "<p>Оле<b>на</b> Приклад<i>енко</i></p>".encode(),
    "html entities": lambda: "".join(f"&#x{ord(letter):x};" for letter in NAME).encode(),
    "json escapes": lambda: b'{"by":"' + NAME.encode("ascii", "backslashreplace") + b'"}',
    "docx": lambda: docx(f"<w:p><w:r><w:t>{NAME}</w:t></w:r></w:p>"),
    "docx, runs": lambda: docx(
        "<w:p><w:r><w:t>Оле</w:t></w:r><w:r><w:rPr/><w:t>на Прикла</w:t></w:r>"
        "<w:r><w:t>денко</w:t></w:r></w:p>"
    ),
    "docx, author": lambda: zipped(**{"docProps/core.xml": f"<creator>{NAME}</creator>".encode()}),
    "docx, picture": lambda: zipped(
        **{"word/media/1.jpg": picture("JPEG", exif=exif(0x13B, NAME.encode()))}
    ),
    "zip, name of a member": lambda: zipped(**{"olena_prykladenko.txt": b"x"}),
    "zip in a zip": lambda: zipped(inner=zipped(text=UTF8)),
    "gzip": lambda: gzip.compress(UTF8),
    "bzip2": lambda: bz2.compress(UTF8),
    "xz": lambda: lzma.compress(UTF8),
    "tar.gz": lambda: gzip.compress(tarred("a.txt", UTF8)),
    "tar, name": lambda: tarred("olena.prykladenko.txt", b""),
    "exif, artist": lambda: picture("JPEG", exif=exif(0x13B, "Olena Prykladenko")),
    "exif, author of Windows": lambda: picture("JPEG", exif=exif(0x9C9D, NAME.encode("utf-16-le"))),
    "exif, comment": lambda: picture(
        "JPEG", exif=exif(0x9286, b"UNICODE\0" + NAME.encode("utf-16-be"), 0x8769)
    ),
    "exif in png": lambda: picture("PNG", exif=exif(0x13B, "Olena Prykladenko")),
    "exif in webp": lambda: picture("WEBP", exif=exif(0x13B, "Olena Prykladenko")),
    "jpeg comment": lambda: picture("JPEG", comment=NAME.encode()),
    "xmp": lambda: picture("JPEG", xmp=f"<x:xmpmeta><dc:creator>{NAME}</dc:creator>".encode()),
    "png text": png_text,
    "pdf, title": lambda: pdf(b"(Olena Prykladenko)"),
    "pdf, title in octal": lambda: pdf(b"(Olena \\120rykladenko)"),
    "pdf, title in UTF-16": lambda: pdf(
        b"<" + ("\ufeff" + NAME).encode("utf-16-be").hex().encode() + b">"
    ),
    "pdf, xmp": lambda: pdf(b"()", f"<dc:creator>{NAME}</dc:creator>".encode()),
    "pdf, page": lambda: pdf(b"()", b"BT [(Ole)-3(na)] TJ (Prykladenko) Tj ET"),
    "mail, sender": mail_header,
    "mail, attachment": lambda: mail(UTF8),
    "mail, name of an attachment": lambda: mail(b"", "Олена Прикладенко.pdf"),
    "mail, zip in it": lambda: mail(zipped(text=UTF8)),
    "mail, one header": lambda: b"Subject: x\nContent-Transfer-Encoding: base64\n\n" + lines(UTF8),
    "mailbox, second message": lambda: mail(b"") + b"\nFrom b@example.org\n\n" + lines(UTF8),
    "mailbox, zip in the second message": lambda: mail(b"") + b"\n\n" + lines(zipped(text=UTF8)),
    "word of a header": lambda: b"cited: =?utf-8?b?" + base64.b64encode(NAME.encode()) + b"?= said",
    "quoted-printable": lambda: b"cited: " + quopri.encodestring(UTF8 * 3),
    "base64 in json": lambda: b'{"by":"' + base64.urlsafe_b64encode(UTF8) + b'","n":1}',
    "base64 before a word": lambda: base64.b64encode(UTF8).rstrip(b"=") + b"\nEnd of it",
    "sound, title": lambda: b"ID3\x03\0\0\0" + ("\ufeff" + NAME).encode("utf-16-le") + bytes(99),
    "unknown bytes": lambda: bytes(range(256)) + NAME.encode() + bytes(range(256)),
    "unknown bytes, cp1251": lambda: bytes(range(32)) + NAME.encode("cp1251") + bytes(9),
}


@pytest.mark.parametrize("planted", PLANTED)
def test_a_name_planted_in_a_file_is_found(planted: str) -> None:
    assert found(PLANTED[planted]()) & {"name", "part-of-name"}


def test_the_position_in_a_photograph_is_found() -> None:
    assert "coordinates" in found(picture("JPEG", exif=position()))
    assert found(picture("JPEG", exif=exif(0x13B, "A. Photographer"))) == set()


@pytest.mark.parametrize(
    ("make", "expected"),
    [
        (lambda: b"plain words", set()),
        (lambda: picture("PNG"), {("", "picture")}),
        (lambda: pdf(b"()"), {("", "pdf-pages")}),
        (lambda: b"%PDF-1.7 /Encrypt 1 0 R", {("", "encrypted")}),
        (lambda: b"OggS" + bytes(50), {("", "sound-or-video")}),
        (lambda: b"\0\0\0\x18ftypmp42" + bytes(50), {("", "sound-or-video")}),
        (lambda: b"age-encryption.org/v1\n\x00\x01", {("", "encrypted")}),
        (lambda: bytes(range(256)), {("", "unknown-format")}),
        (lambda: zipped(a=picture("PNG"), b=b"x"), {("member 1", "picture")}),
        (lambda: b"PK\x03\x04" + bytes(99), {("", "damaged")}),
        (lambda: gzip.compress(b"x" * 999)[:-12], {("", "damaged")}),
        (lambda: mail(picture("PNG")), {("part 2", "picture")}),
        (lambda: b"<img src='data:image/png;base64," + base64.b64encode(picture("PNG")) + b"'>",
         {("base64 1", "picture")}),
        (lambda: hashlib.sha512(b"x").hexdigest().encode() + b" " + b"long" * 9, set()),
        (lambda: bytes(65 << 20), {("", "too-large")}),
    ],
    ids=range(15),
)  # fmt: skip
def test_what_cannot_be_searched_is_named_with_its_reason(
    make: Callable[[], bytes], expected: set[tuple[str, str]]
) -> None:
    assert unchecked(make()) == expected
    assert {reason for _, reason in expected} <= set(REASONS)


def test_the_pages_of_a_pdf_are_checked_if_their_text_is_handed_in() -> None:
    assert [one for one in layers_of(pdf(b"()"), has_page_text=True)
            if isinstance(one, Unchecked)] == []  # fmt: skip


def test_an_encrypted_member_is_named() -> None:
    data = bytearray(zipped(secret=b"x"))
    data[6] |= 1
    directory = data.find(b"PK\x01\x02")
    data[directory + 8] |= 1
    assert unchecked(bytes(data)) == {("member 1", "encrypted")}


def test_places_inside_a_file_never_say_the_names_in_it() -> None:
    data = zipped(**{"olena_prykladenko/Прикладенко.txt": UTF8})
    assert {one.inside for one in layers_of(data)} & {"member 1"}
    assert not any("prykl" in one.inside or "Прик" in one.inside for one in layers_of(data))


@pytest.mark.parametrize(
    "make",
    [
        lambda: gzip.compress(bytes(200 << 20)),
        lambda: zipped(a=bytes(65 << 20)),
        lambda: zipped(**{str(n): b"" for n in range(10_100)}),
        lambda: b"%PDF-" + b"(" * 300_000,
        lambda: b"%PDF-" + b"stream\n" * 100_000,
        lambda: b"<p " * 300_000,
        lambda: b"From: a\nDate: b\n" + b"Received: x\n" * 50_000,
        lambda: (
            b"From: a\nDate: b\nContent-Type: multipart/mixed; boundary=a\n\n" + b"--a\n" * 20_000
        ),
    ],
    ids=range(8),
)  # fmt: skip
def test_files_made_to_expand_without_end_are_stopped(make: Callable[[], bytes]) -> None:
    data = make()
    started = time.monotonic()
    list(layers_of(data))
    assert time.monotonic() - started < 30


def test_archives_in_archives_stop_somewhere_and_say_so() -> None:
    data = UTF8
    for _ in range(9):
        data = zipped(inner=data)
    assert {reason for _, reason in unchecked(data)} == {"too-large"}


HEADS = st.sampled_from(
    [b"", b"PK\x03\x04", b"\x1f\x8b", b"%PDF-", b"\xff\xd8\xff\xe1", b"\x89PNG\r\n", b"II*\0",
     b"From: a\nDate: b\n", b"\xff\xfe", b"RIFF\0\0\0\0WEBP", b"BZh"]
)  # fmt: skip


@given(HEADS, st.binary(max_size=300))
def test_any_bytes_are_taken_apart_or_named(head: bytes, body: bytes) -> None:
    for one in layers_of(head + body):
        assert isinstance(one, Layer | Unchecked)


@given(st.sampled_from(sorted(PLANTED)), st.integers(0, 10_000), st.binary(min_size=1, max_size=9))
def test_a_damaged_file_never_stops_the_check(kind: str, at: int, noise: bytes) -> None:
    data = PLANTED[kind]()
    list(layers_of(data[: at % len(data)] + noise + data[at % len(data) + len(noise) :]))
