"""One way in for all kinds of files: detect, decode, hand to the reader of that kind.

Runs inside the worker; libraries are imported when the first file needs them.
"""

from __future__ import annotations

from probatum.derive.text import media
from probatum.derive.text.encodings import Decoded, decode
from probatum.derive.text.extracted import Extracted, Failed, Limits, RefusedError
from probatum.derive.text.passages import lines_as_paragraphs
from probatum.derive.text.readable import Readable
from probatum.derive.text.tools import TOOL, tool_version


def read(data: bytes, file_name: str, limits: Limits) -> Extracted | Failed:
    """Return the text of a file, or why there is none.

    Lets through what a library raises on files that nobody foresaw; the worker ends then, and says
    ``unreadable`` (``derive/text/worker.py``).
    """
    if len(data) > limits.input_bytes:
        return Failed("too-large", "more bytes than the limit allows")
    try:
        media_type, found = _readable(data, file_name, limits)
    except RefusedError as refused:
        return refused.failed
    if not found.text.strip() and not found.attachments and not found.metadata:
        return Failed("no-text", "no characters in it")
    return Extracted(
        found.text, media_type, found.metadata, found.parts, found.attachments, TOOL,
        tool_version(), f"{limits.spelled()} {found.parameters}",
    )  # fmt: skip


def _readable(data: bytes, file_name: str, limits: Limits) -> tuple[str, Readable]:
    media_type = media.media_type_of(data, file_name)
    if media_type == media.PDF:
        from probatum.derive.text import pdf

        return media_type, pdf.read(data, limits)
    if media_type == media.DOCX:
        from probatum.derive.text import docx

        return media_type, docx.read(data, limits)
    if media_type != media.PLAIN:
        raise RefusedError("unsupported", media_type)
    if not data:
        raise RefusedError("no-text", "the file is empty")
    return _text(data, file_name, limits)


def _text(data: bytes, file_name: str, limits: Limits) -> tuple[str, Readable]:
    # Messages and pages announce themselves in ASCII, and say their encodings inside.
    kind = media.text_type_of(data[: 1 << 16].decode("latin-1"), file_name)
    if kind == media.MAIL:
        from probatum.derive.text import mail

        return kind, mail.read(data, limits)
    declared = _declared(data) if kind == media.HTML else None
    decoded = decode(data, declared)
    if decoded is None:
        raise RefusedError("unsupported", media.BINARY)
    if kind == media.PLAIN:  # a page or table in UTF-16 shows only once it is decoded
        kind = media.text_type_of(decoded.text, file_name)
    return kind, _of_kind(kind, decoded, limits)


def _of_kind(kind: str, decoded: Decoded, limits: Limits) -> Readable:
    if kind == media.HTML:
        from probatum.derive.text import web_page

        found = web_page.read(decoded.text, limits)
    elif kind in {media.CSV, media.TSV}:
        from probatum.derive.text import table

        found = table.read(decoded.text, limits, tabs=kind == media.TSV)
    else:
        passages = lines_as_paragraphs(decoded.text, limits)
        found = Readable.of(passages, parameters="reader=plain")
    return found.decoded_from(decoded)


def _declared(data: bytes) -> str | None:
    from probatum.derive.text.page_facts import declared_encoding

    return declared_encoding(data)
