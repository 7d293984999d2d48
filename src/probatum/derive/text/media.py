"""What kind of file this is: by its first bytes, and by its name only where bytes cannot tell."""

from __future__ import annotations

import io
import re
import zipfile

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
HTML = "text/html"
MAIL = "message/rfc822"
CSV = "text/csv"
TSV = "text/tab-separated-values"
PLAIN = "text/plain"
BINARY = "application/octet-stream"
_ZIP = "application/zip"

# What we recognise in order to say what it is; it has no reader.
_MAGIC = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
    (b"{\\rtf", "application/rtf"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF8", "image/gif"),
    (b"II*\0", "image/tiff"),
    (b"MM\0*", "image/tiff"),
    (b"OggS", "application/ogg"),
    (b"ID3", "audio/mpeg"),
    (b"\x1aE\xdf\xa3", "video/x-matroska"),
    (b"\x1f\x8b", "application/gzip"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"Rar!\x1a\x07", "application/vnd.rar"),
    (b"SQLite format 3\0", "application/vnd.sqlite3"),
    (b"\x7fELF", "application/x-executable"),
)
_MARKUP = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_TAG = re.compile(r"<(?:p|div|h[1-6]|table|article|main|meta|title|br|span)\b", re.IGNORECASE)
_HEADER = re.compile(r"([A-Za-z][A-Za-z0-9-]*):(?:[ \t]|$)")
_MAIL_HEADERS = frozenset(
    {"from", "to", "cc", "date", "subject", "received", "message-id", "mime-version", "return-path",
     "delivered-to", "content-type", "reply-to", "x-mozilla-status", "dkim-signature", "sender"}
)  # fmt: skip
_HEAD = 4096


def media_type_of(data: bytes, file_name: str) -> str:
    """Return the media type of a file that is not text, ``text/plain`` for what may be text."""
    suffix = _suffix(file_name)
    if data.lstrip(b"\xef\xbb\xbf\t\n\r \0").startswith(b"%PDF-"):
        return PDF
    if suffix == "pdf" and b"%PDF-" in data[:1024]:
        return PDF
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(data, suffix)
    if data[4:8] == b"ftyp":
        return "video/mp4"
    if data[:4] == b"RIFF":
        return "image/webp" if data[8:12] == b"WEBP" else "audio/x-wav"
    return next((kind for magic, kind in _MAGIC if data.startswith(magic)), PLAIN)


def _zipped(data: bytes, suffix: str) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = {info.filename for info in archive.infolist()}
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        # A document that was cut still deserves to be called a broken document.
        return DOCX if suffix == "docx" else _ZIP
    if "word/document.xml" in names or (suffix == "docx" and "[Content_Types].xml" in names):
        return DOCX
    return _ZIP


def text_type_of(text: str, file_name: str) -> str:
    """Return what kind of text this is: a page, a message, a table, or plain."""
    suffix = _suffix(file_name)
    head = text[:_HEAD].lstrip()
    if head.startswith("<") and _MARKUP.search(head):
        return HTML
    if _is_message(head, sure=suffix in {"eml", "mht", "mhtml"}):
        return MAIL
    if suffix in {"html", "htm", "xhtml"} and _TAG.search(text[: 1 << 16]):
        return HTML
    if suffix == "csv":
        return CSV
    if suffix in {"tsv", "tab"}:
        return TSV
    return PLAIN


def _is_message(head: str, *, sure: bool) -> bool:
    """Say whether a text begins with the headers of a message: two, or one if the name says so."""
    known: set[str] = set()
    lines = head.splitlines()
    for line in lines[1:] if lines and lines[0].startswith("From ") else lines:
        if not line:
            break
        match = _HEADER.match(line)
        if match is None:
            if known and line[:1] in " \t":
                continue  # a folded header
            break
        known.add(match[1].lower())
    found = len(known & _MAIL_HEADERS)
    # A letter may begin with "From:" and "To:"; machines also write one of the others.
    return found >= 3 or (found >= 1 and sure)


def _suffix(file_name: str) -> str:
    return file_name.rpartition(".")[2].lower() if "." in file_name else ""
