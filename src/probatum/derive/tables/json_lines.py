"""JSON Lines: one object a line; its keys are the columns.

The columns are the keys of all lines, in the order in which they first come. An object inside an
object gives columns ``outer.inner``; the parts of a list of plain values are parted by ``; ``;
what is nested deeper stays JSON.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from typing import TypeAlias

from probatum.derive.tables.delimited import coding_of
from probatum.derive.tables.values import Limits, Opened, RefusedError, Row

# What json gives, objects as lists of pairs so that no key is lost.
Pairs: TypeAlias = "list[tuple[str, object]]"


class _Object(list["tuple[str, object]"]):
    """An object, its keys as often as they stand there."""


def read(data: bytes, limits: Limits) -> Iterator[Opened | Row]:
    """Yield what the file is, then its rows. Raises RefusedError."""
    coding = coding_of(data)
    columns: dict[str, int] = {}
    many = False
    for number, found in _objects(data, coding.encoding, coding.skip):
        if number > limits.rows:
            raise RefusedError("too-large", f"more than {limits.rows:,} rows")
        for key, _ in found or ():
            if key not in columns:
                if len(columns) >= limits.columns:
                    many = True
                    break
                columns[key] = len(columns)
    yield Opened(
        form="jsonl", encoding=coding.encoding, encoding_known_by=coding.known_by,
        header=tuple(columns),
    )  # fmt: skip
    for number, found in _objects(data, coding.encoding, coding.skip):
        yield _row(number, found, columns, limits, many=many)


def _row(
    number: int, found: Pairs | None, columns: dict[str, int], limits: Limits, *, many: bool
) -> Row:
    if found is None:
        return Row(number, (), ("not-an-object",))
    cells = [""] * len(columns)
    notes: dict[str, None] = {}
    seen = set()
    for key, value in found:
        at = columns.get(key)
        if at is None:
            notes["too-many-columns"] = None
            continue
        text = value if isinstance(value, str) else _text(value)
        if key in seen:
            notes["repeated-key"] = None
            text = f"{cells[at]}; {text}"
        seen.add(key)
        if len(text) > limits.cell_characters:
            notes["cell-too-long"] = None
            text = text[: limits.cell_characters]
        cells[at] = text
    return Row(number, tuple(cells), tuple(notes))


def _objects(data: bytes, encoding: str, skip: int) -> Iterator[tuple[int, Pairs | None]]:
    """Yield the number and the pairs of each line that is not blank, None for what is no object."""
    stream = io.BytesIO(data)
    stream.seek(skip)
    decoder = json.JSONDecoder(object_pairs_hook=_Object, parse_int=str, parse_float=str,
                               parse_constant=str)  # fmt: skip
    for number, line in enumerate(io.TextIOWrapper(stream, encoding, errors="replace"), start=1):
        text = line.strip()
        if not text:
            continue
        try:
            found = decoder.decode(text)
        except (ValueError, RecursionError):
            found = None
        yield number, _flat(found) if isinstance(found, _Object) else None


def _flat(found: _Object) -> Pairs:
    if not any(isinstance(value, _Object) for _, value in found):
        return found
    pairs: Pairs = []
    for key, value in found:
        if isinstance(value, _Object):
            pairs += [(f"{key}.{inner}", each) for inner, each in value]
        else:
            pairs.append((key, value))
    return pairs


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):  # numbers as they are written
        return value
    if isinstance(value, _Object) or not isinstance(value, list):
        return json.dumps(_plain(value), ensure_ascii=False)
    if any(isinstance(each, list) for each in value):
        return json.dumps(_plain(value), ensure_ascii=False)
    return "; ".join(text for each in value if (text := _text(each)))


def _plain(value: object) -> object:
    if isinstance(value, _Object):
        return {key: _plain(each) for key, each in value}
    return [_plain(each) for each in value] if isinstance(value, list) else value
