"""One way in for all forms of tables: look at the first bytes, hand to the reader of that form.

Runs inside the worker; a reader is imported when a file needs it.
"""

from __future__ import annotations

from collections.abc import Iterator

from probatum.derive.tables.values import Limits, Opened, RefusedError, Row

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_JSON_NAMES = (".jsonl", ".ndjson", ".json", ".jl")


def read(
    data: bytes, file_name: str, limits: Limits, sheet: str | None = None
) -> Iterator[Opened | Row]:
    """Yield what the file is, then its rows. Raises RefusedError, also after the first row."""
    if len(data) > limits.input_bytes:
        raise RefusedError("too-large", "more bytes than the limit allows")
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        from probatum.derive.tables import workbook

        yield from workbook.read(data, limits, sheet)
        return
    if data.startswith(_OLE):
        raise RefusedError("unsupported", "an old or an encrypted Excel file: save it as XLSX")
    if sheet is not None:
        raise RefusedError("no-sheet", "only workbooks have sheets")
    if _is_json(data, file_name):
        from probatum.derive.tables import json_lines

        yield from json_lines.read(data, limits)
        return
    from probatum.derive.tables import delimited

    yield from delimited.read(data, limits)


def _is_json(data: bytes, file_name: str) -> bool:
    head = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    return head.startswith(b"{") and (file_name.lower().endswith(_JSON_NAMES) or b'":' in head)
