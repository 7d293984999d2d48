"""CSV: one table a noun, one row a record; written so that reading gives back what was there.

A cell of words is the words. A cell of anything else (numbers, lists, dates) is its JSON. An empty
cell is a field that is not there: no field of a record is an empty text. A spreadsheet would run a
cell that begins with ``=``, ``+``, ``-`` or ``@`` as a formula, so such words have an apostrophe
before them, and words that begin with an apostrophe a second one; ``read`` takes it away.

Items that records name have a table of their own, ``ITEMS``: by their digest another case finds
its own copy of the same bytes.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec

from probatum.disclose.exports import Exported
from probatum.errors import InputError
from probatum.model.nouns import NOUNS, plain
from probatum.model.table_cells import RUNS

ITEMS = "item"
ITEM_COLUMNS = ("id", "ref", "record", "sha256")
LOG_COLUMNS = ("id", "ref", "index", "by", "at", "record")


def columns(noun: str) -> tuple[str, ...]:
    """Return the columns of a noun's table."""
    return LOG_COLUMNS + NOUNS[noun].__struct_fields__


def table(noun: str, rows: Iterable[Exported]) -> Iterator[bytes]:
    """Yield the lines of a noun's table (RFC 4180, UTF-8), the header first."""
    names = columns(noun)
    yield _line(names)
    for one in rows:
        said: dict[str, object] = {
            "id": one.id, "ref": one.ref, "index": one.index, "by": one.by, "at": one.at,
        }  # fmt: skip
        said |= plain(one.record)
        yield _line([_cell(said.get(name)) for name in names])


def item_table(items: Iterable[tuple[str, str, str]]) -> Iterator[bytes]:
    """Yield the lines of the table of items: id, reference, SHA-256 in hex."""
    yield _line(ITEM_COLUMNS)
    for id, ref, sha256 in items:
        yield _line((id, ref, ITEMS, sha256))


def read(text: str) -> Iterator[tuple[int, dict[str, object] | InputError]]:
    """Yield (line, fields) of a table: what ``table`` was given, without index, by and at.

    The table may have fewer columns, in any order. A row that has no noun, a cell too many or one
    that is not of its type is an InputError ``bad-record`` in place of its fields. Raises the same
    for what is no table.
    """
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        header = next(reader, [])
        if len(set(header)) != len(header) or "record" not in header:
            raise _bad("the first line", "names of columns, each once, `record` among them")
        for cells in reader:
            if not cells:
                continue
            yield reader.line_num, _row(header, cells)
    except csv.Error as error:
        raise _bad(f"line {reader.line_num}", "comma separated values (RFC 4180)") from error


def _row(header: Sequence[str], cells: Sequence[str]) -> dict[str, object] | InputError:
    if len(cells) != len(header):
        return _bad("the row", f"{len(header)} cells", str(len(cells)))
    try:
        return _fields(dict(zip(header, cells, strict=True)))
    except InputError as error:
        return error


def _fields(cells: Mapping[str, str]) -> dict[str, object]:
    noun = cells["record"].partition("/")[0]
    if noun == ITEMS:
        return {name: cells[name] for name in ITEM_COLUMNS if cells.get(name)}
    if noun not in NOUNS:
        raise _bad("record", "a noun with its version, such as incident/1")
    words = _worded(NOUNS[noun])
    fields: dict[str, object] = {}
    for name, cell in cells.items():
        if cell == "" or name in ("index", "by", "at"):
            continue
        if name in ("id", "ref", "record") or name in words:
            fields[name] = cell[1:] if cell.startswith("'") else cell
            continue
        try:
            fields[name] = msgspec.json.decode(cell)
        except msgspec.DecodeError as error:
            raise _bad(name, "a value in JSON") from error
    return fields


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return "'" + value if value.startswith(RUNS) else value
    return msgspec.json.encode(value).decode()


def _line(cells: Iterable[str]) -> bytes:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow(cells)
    return out.getvalue().encode()


@cache
def _worded(struct: type[msgspec.Struct]) -> frozenset[str]:
    """Return the fields of a noun whose value is words, not JSON."""
    hints = get_type_hints(struct, include_extras=True)
    return frozenset(name for name in struct.__struct_fields__ if _is_words(hints[name]))


def _is_words(hint: Any) -> bool:
    if get_origin(hint) is Annotated:
        return _is_words(get_args(hint)[0])
    if get_origin(hint) is Literal:
        return all(isinstance(each, str) for each in get_args(hint))
    if get_origin(hint) is Union or type(hint).__name__ == "UnionType":
        kinds = [each for each in get_args(hint) if each is not type(None)]
        return bool(kinds) and all(map(_is_words, kinds))
    return hint is str


def _bad(item: str, expected: str, found: str = "something else") -> InputError:
    return InputError("bad-record", item=item, expected=expected, found=found)
