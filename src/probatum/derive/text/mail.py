"""E-mail (RFC 5322, MIME): headers as facts, one body as text, the rest as attachments.

The plain body is preferred; an HTML body gives all its visible text, because no part of a letter is
furniture. A message inside the message is an attachment of its own: it is a letter with its own
sender, and becomes an item of its own.
"""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator
from email.generator import BytesGenerator
from email.message import Message
from io import BytesIO

from probatum.derive.text import media
from probatum.derive.text.encodings import decode
from probatum.derive.text.extracted import Attachment, Fact, Limits, RefusedError
from probatum.derive.text.passages import Passages, clean, fact, lines_as_paragraphs
from probatum.derive.text.readable import Readable
from probatum.derive.text.stated_dates import iso_of
from probatum.derive.text.web_page import whole_text

_FACTS = {
    "from": "from", "sender": "sender", "reply-to": "reply_to", "to": "to", "cc": "cc",
    "bcc": "bcc", "subject": "subject", "message-id": "message_id", "in-reply-to": "in_reply_to",
    "references": "references", "received": "received", "x-originating-ip": "originating_ip",
    "list-id": "list_id", "user-agent": "user_agent", "x-mailer": "user_agent",
    "snapshot-content-location": "url",
}  # fmt: skip
_MOST_PARTS = 2_000
_MOST_DEPTH = 50
_ANOTHER = re.compile(rb"\n\r?\nFrom [^\n]{1,200}\d{4}\r?\n")
# Keeps headers as they came: nothing is folded anew when an inner message is written out.
_AS_IT_CAME = email.policy.compat32.clone(mangle_from_=False, max_line_length=None)


def read(data: bytes, limits: Limits) -> Readable:
    """Return the body of a message, its headers and its attachments.

    Raises RefusedError ``unsupported`` (a mailbox of many), ``unreadable``, ``too-large``.
    """
    if data.startswith(b"From ") and _ANOTHER.search(data):
        raise RefusedError("unsupported", "application/mbox")
    try:
        # The old policy never raises on odd headers; the new one does, in many ways.
        message = email.message_from_bytes(data, policy=_AS_IT_CAME)
        leaves = list(_leaves(message))
    except RecursionError as error:
        raise RefusedError("unreadable", "parts nested too deep") from error
    body = _body(leaves)
    passages = _text_of(body, limits) if body is not None else Passages(limits)
    attachments = tuple(_attachments(leaves, body))
    form = body.get_content_subtype() if body is not None else "none"
    return Readable.of(
        passages, metadata=_facts(message, len(attachments)), attachments=attachments,
        parameters=f"reader=mail body={form if form in {'plain', 'html'} else 'none'}",
    )  # fmt: skip


def _leaves(message: Message) -> Iterator[Message]:
    """Yield the parts that are no containers, in order; an inner message is one part."""
    waiting: list[tuple[Message, int]] = [(message, 0)]
    seen = 0
    while waiting:
        part, depth = waiting.pop()
        seen += 1
        if seen > _MOST_PARTS or depth > _MOST_DEPTH:
            raise RefusedError("too-large", "more parts, or nested deeper, than any letter")
        inner = part.get_payload()
        if part.get_content_maintype() == "multipart" and isinstance(inner, list):
            waiting += [
                (each, depth + 1) for each in reversed(inner) if isinstance(each, Message)
            ]  # fmt: skip
        else:
            yield part


def _body(leaves: list[Message]) -> Message | None:
    texts = [
        part for part in leaves
        if part.get_content_maintype() == "text" and not _is_attached(part)
    ]  # fmt: skip
    for wanted in ("plain", "html"):
        for part in texts:
            if part.get_content_subtype() == wanted and _bytes(part).strip():
                return part
    return None


def _is_attached(part: Message) -> bool:
    return part.get_content_disposition() == "attachment" or bool(_file_name(part))


def _text_of(part: Message, limits: Limits) -> Passages:
    data = _bytes(part)
    declared = part.get_content_charset()
    decoded = decode(data, None if declared in {"us-ascii", "ascii"} else declared)
    if decoded is None:
        raise RefusedError("unreadable", "a body that is not text")
    if part.get_content_subtype() == "html":
        return whole_text(decoded.text, limits)
    return lines_as_paragraphs(decoded.text.strip("\n"), limits)


def _bytes(part: Message) -> bytes:
    """Return what a part holds, transfer encoding undone."""
    inner = part.get_payload()
    if isinstance(inner, list):  # message/rfc822, message/delivery-status
        return b"\n".join(_written(each) for each in inner if isinstance(each, Message))
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _written(message: Message) -> bytes:
    written = BytesIO()
    try:
        BytesGenerator(written, mangle_from_=False, policy=_AS_IT_CAME).flatten(message)
    except (RecursionError, UnicodeError, ValueError, TypeError, KeyError) as error:
        raise RefusedError("unreadable", "an inner message that cannot be written out") from error
    return written.getvalue()


def _attachments(leaves: list[Message], body: Message | None) -> Iterator[Attachment]:
    for part in leaves:
        # The HTML twin of a plain body is given too: the two need not say the same.
        if part is body:
            continue
        data = _bytes(part)
        if data:
            kind = clean(part.get_content_type())[:100]
            yield Attachment(_file_name(part) or _invented_name(kind), kind, data)


_ENDINGS = {"text/html": "body.html", "text/plain": "body.txt", media.MAIL: "message.eml"}


def _invented_name(kind: str) -> str:
    """Name an attachment that has no name, so that a person knows what to open it with."""
    subtype = re.sub(r"[^a-z0-9]", "", kind.partition("/")[2])[:12]
    return _ENDINGS.get(kind) or f"unnamed.{subtype or 'bin'}"


def _file_name(part: Message) -> str:
    """Return the stated name without any folder: it must never choose where it is written."""
    try:
        stated = part.get_filename() or ""
    except (ValueError, TypeError, LookupError, UnicodeError):
        return ""
    tidy = _header(stated).replace("\n", " ")
    return re.split(r"[/\\]", tidy)[-1].strip()[:255]


def _facts(message: Message, attachments: int) -> tuple[Fact, ...]:
    found: list[Fact] = []
    # As they came: ``items`` would replace bytes beyond ASCII by question marks.
    for name, value in message.raw_items():
        written = _header(value)
        if name.lower() in _FACTS:
            found += fact(_FACTS[name.lower()], written)
        elif name.lower() == "date":
            found += [*fact("date", written), *fact("date_iso", iso_of(written))]
        if len(found) > 500:
            raise RefusedError("too-large", "more headers than any letter")
    return (*found, *fact("attachments", str(attachments) if attachments else None))


def _header(value: object) -> str:
    """Return a header as text: encoded words (RFC 2047) decoded, raw bytes decoded or guessed."""
    text = str(value)
    raw = text.encode("ascii", "surrogateescape") if _escaped(text) else None
    if raw is not None:
        decoded = decode(raw)
        text = decoded.text if decoded is not None else raw.decode("ascii", "replace")
    if "=?" in text:
        text = _decoded_words(text)
    return clean(re.sub(r"\r?\n[ \t]+", " ", text)).strip()


def _escaped(text: str) -> bool:
    try:
        text.encode("ascii", "surrogateescape")
    except UnicodeEncodeError:
        return False
    return not text.isascii()


def _decoded_words(text: str) -> str:
    from email.errors import HeaderParseError
    from email.header import decode_header, make_header

    try:
        return str(make_header(decode_header(text)))
    except (HeaderParseError, LookupError, UnicodeError, ValueError):
        return text  # as written is better than nothing, and better than half of it
