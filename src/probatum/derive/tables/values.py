"""What is said of a table: what it is, its rows, why it cannot be read; and what it may cost."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

import msgspec

NOTES: Mapping[str, str] = {
    "stray-quote": "a quotation mark that closes nothing; the line was taken as it stands",
    "too-many-columns": "cells beyond the last column that is read; they were not read",
    "cell-too-long": "a cell longer than a spreadsheet allows; its end was not read",
    "formula-without-value": "a formula whose result the file does not hold; the cell is empty",
    "error-value": "an error of the spreadsheet (#REF!, #VALUE! ...) in place of a value",
    "bad-cell": "a cell that does not follow the format; it is empty",
    "merged": "a cell merged with others; its words stand in each of them",
    "row-out-of-order": "a row that stands before or beside an earlier one of that number",
    "not-an-object": "a line that is no JSON object; it has no cells",
    "repeated-key": "a key that stands twice in one object; both values were kept, parted by ;",
}
"""Codes of what may be strange about a row, in words."""

Form: TypeAlias = Literal["csv", "xlsx", "jsonl"]
FailureCode = Literal[
    "unreadable", "encrypted", "unsupported", "too-large", "timed-out", "out-of-memory", "crashed",
    "no-sheet",
]  # fmt: skip


class Limits(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What one file may cost. ``seconds`` is processor time, and what is waited for one answer."""

    input_bytes: int = 512 << 20
    unpacked_bytes: int = 2 << 30
    rows: int = 2_000_000
    columns: int = 1_024
    cell_characters: int = 32_767
    merged: int = 100_000
    memory_bytes: int = 3 << 30
    seconds: int = 300


class Job(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is wanted of the file that follows: a sheet by its name, else the first with rows."""

    file_name: str
    limits: Limits
    sheet: str | None = None


class Row(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One row: its number from 1, its cells as text, codes of what was strange about it."""

    number: int
    cells: tuple[str, ...]
    notes: tuple[str, ...] = ()


class Sheet(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One sheet of the file. ``has_rows``: there is something in it."""

    name: str
    hidden: bool = False
    has_rows: bool = True


class Opened(msgspec.Struct, frozen=True, kw_only=True, tag="opened", forbid_unknown_fields=True):
    """What is known before the first row. ``encoding_known_by``: mark, valid, guess.

    ``header`` is given where the file names the columns of each row itself (JSON Lines).
    ``has_macros``: a program stands in the file; it is never run.
    """

    form: Form
    sheets: tuple[Sheet, ...] = ()
    sheet: str | None = None
    encoding: str | None = None
    encoding_known_by: str | None = None
    delimiter: str | None = None
    header: tuple[str, ...] | None = None
    has_macros: bool = False


class Rows(msgspec.Struct, frozen=True, tag="rows"):
    """Some rows, in the order of the file."""

    rows: tuple[Row, ...]


class Ended(msgspec.Struct, frozen=True, tag="ended"):
    """All rows were given."""

    rows: int


class Failed(msgspec.Struct, frozen=True, tag="failed"):
    """Why there are no rows, or no more: a code, and words that hold nothing of the contents."""

    code: FailureCode
    said: str


Answer: TypeAlias = Opened | Rows | Ended | Failed


class RefusedError(Exception):
    """The file cannot be read: carries the failure to be said."""

    def __init__(self, code: FailureCode, said: str) -> None:
        super().__init__(code)
        self.failed = Failed(code, said)
