"""Suggest which column of a table says what, for a person to look at and confirm."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from os.path import lexists

import msgspec

from probatum.acts.session import Session, require_writable
from probatum.acts.victim_tables import OpenTable, first_rows, item_table, path_table
from probatum.derive.tables.values import Opened, Row
from probatum.errors import InputError
from probatum.link.lists.cells import clean, headings, meanings
from probatum.link.lists.suggesting import Suggestion, suggested
from probatum.model.list_mapping import Mapping

_MOST_LETTERS = 40


@dataclass(frozen=True, slots=True)
class Column:
    """A column, what the mapping takes it for (None: it is not read), the first words in it."""

    heading: str
    field: str | None
    example: str


@dataclass(frozen=True, slots=True)
class Suggested:
    """What a table is, its columns, and a mapping; None where the headings suggest none."""

    opened: Opened
    columns: tuple[Column, ...]
    mapping: Mapping | None


def is_file(text: str) -> bool:
    """Say whether a text names a file; else it is meant as a reference."""
    return lexists(text)


def suggest_of_path(path: str, sheet: str | None = None) -> Suggested:
    """Return what a file that is in no case suggests. Raises InputError ``bad-list``."""
    with path_table(path, sheet, None) as table:
        return _suggestion(table)


def suggest_of_item(
    session: Session, ref: str, sheet: str | None = None, purpose: str | None = None
) -> Suggested:
    """Return what the table of an item suggests; a read, logged first.

    Raises UseError ``unknown-id``; InputError ``bad-list``, ``erased``; EvidenceError.
    """
    require_writable(session)
    row = session.live(ref)
    session.saw("columns of a list", [row], purpose)
    with item_table(session, row, sheet, None) as table:
        return _suggestion(table)


def _suggestion(table: OpenTable) -> Suggested:
    rows = first_rows(table)
    header, found, below = _best(table, rows)
    mapping = found.mapping
    said = {} if mapping is None else meanings(mapping)
    columns = tuple(
        Column(name, said.get(name), _example(number, below)) for number, name in enumerate(header)
    )
    return Suggested(table.opened, columns, mapping)


def _best(
    table: OpenTable, rows: Sequence[Row]
) -> tuple[tuple[str, ...], Suggestion, Sequence[Row]]:
    """Return headings, what they suggest and the rows below: the row that is most of a heading.

    A title may stand above the headings.
    """
    best = (table.header, suggested(table.header), rows)
    if table.opened.header is not None:
        return best
    for number, row in enumerate(rows[:10]):
        header = headings(row.cells)
        found = suggested(header)
        if _told(found) > _told(best[1]) and found.mapping is not None:
            mapping = msgspec.structs.replace(found.mapping, header_row=row.number)
            best = (header, Suggestion(mapping, found.unused), rows[number + 1 :])
    return best


def _told(found: Suggestion) -> int:
    return 0 if found.mapping is None else len(set(found.mapping.columns()))


def _example(column: int, rows: Iterable[Row]) -> str:
    words = (clean(row.cells[column]) for row in rows if column < len(row.cells))
    first = next(filter(None, words), "")
    return first if len(first) <= _MOST_LETTERS else first[: _MOST_LETTERS - 3] + "..."


def read_mapping(data: bytes) -> Mapping:
    """Return the mapping that a file holds as JSON. Raises InputError ``bad-list``."""
    try:
        return msgspec.json.decode(data, type=Mapping)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise InputError(
            "bad-list", item="the mapping", expected="a mapping as `count lists mapping` writes it",
            found=str(error)[:200] if isinstance(error, msgspec.ValidationError) else "other JSON",
            remedy="write one anew: probatum count lists mapping FILE --save MAPPING.json",
        ) from error  # fmt: skip


def written(mapping: Mapping) -> bytes:
    """Return a mapping as JSON for a file that people read and change."""
    # The version stands there even though it is the only one so far.
    said = {"version": mapping.version, **msgspec.to_builtins(mapping)}
    return msgspec.json.format(msgspec.json.encode(said), indent=1) + b"\n"


def columns_of(mapping: Mapping) -> dict[str, str]:
    """Return column -> what a mapping reads in it, in words."""
    return meanings(mapping)
