"""Read records as people write them: JSON, JSON Lines, YAML. A text has one reading, or none.

Refused are members that stand twice, numbers with a fraction, numbers beyond 2**53, and in YAML
aliases, tags and the words that other programs take for yes, no or dates: ``NO`` is Norway here,
``2022-03-15`` and ``49.98`` stay the text that they are. No message repeats what was read.

>>> [given.fields for given in records(b'{"record": "incident/1", "title": "Mill road"}')]
[{'record': 'incident/1', 'title': 'Mill road'}]
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, Literal, NamedTuple, TypeAlias

import msgspec

from probatum.acts.record_yaml import documents
from probatum.disclose.exports import tables
from probatum.errors import InputError

Form: TypeAlias = Literal["json", "jsonl", "yaml", "csv"]
Fields: TypeAlias = dict[str, object]

MOST_BYTES = 4 << 20
"""Of one record; a longer text is an item."""
MOST_DEPTH = 32
_LONGEST_INTEGER = len("-9007199254740991")
_INTEGER_LIMIT = 1 << 53
_FIELD = re.compile(r"[a-z][a-z0-9_]{0,39}")


@dataclass(frozen=True, slots=True)
class _Unfit:
    """What no record may hold. It stands where it was found until the whole text is read, because
    only then is it known in which field that is.
    """

    expected: str
    found: str
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class Given:
    """One record as it was handed in: ``line`` (or place in a list) from 1 on, and its fields.

    ``error`` says why it has none. ``end`` is how many bytes of the input were read by then.
    """

    line: int
    end: int
    fields: Fields
    error: InputError | None = None


def form_of(name: str, beginning: bytes) -> Form:
    """Tell the form of a file by its name, else by how it begins."""
    if name.lower().endswith(".csv"):
        return "csv"
    for suffix, form in (
        (".jsonl", "jsonl"), (".ndjson", "jsonl"), (".json", "json"), (".yaml", "yaml"),
        (".yml", "yaml"),
    ):  # fmt: skip
        if name.lower().endswith(suffix):
            return "jsonl" if form == "jsonl" else "yaml" if form == "yaml" else "json"
    start = beginning.removeprefix(b"\xef\xbb\xbf").lstrip()
    if start[:1] not in (b"{", b"["):
        return "yaml"
    first, _, rest = start.partition(b"\n")
    whole = first.rstrip().endswith(b"}") and rest.lstrip()[:1] == b"{"
    return "jsonl" if start[:1] == b"{" and whole else "json"


def records(data: bytes, form: Form = "json") -> Iterator[Given]:
    """Yield the records of a text: one object, or a list of them (YAML: also documents), or the
    rows of a table as ``export csv`` writes it.

    Raises InputError ``bad-record`` for a text that cannot be read as a whole.
    """
    if form == "jsonl":
        yield from lines(io.BytesIO(data))
        return
    if form == "csv":
        for number, row in tables.read(_text(data)):
            error = row if isinstance(row, InputError) else None
            yield Given(number, len(data), {} if isinstance(row, InputError) else row, error)
        return
    if len(data) > MOST_BYTES:
        raise _refused("the text", f"at most {MOST_BYTES:,} bytes", "more",
                       "give many records as JSON Lines, one a line")  # fmt: skip
    found = documents(_text(data)) if form == "yaml" else [_json(_text(data))]
    number = 0
    for value in found:
        for each in value if isinstance(value, list) else [value]:
            number += 1
            if isinstance(each, dict):
                yield Given(number, len(data), each)
            else:
                error = _refused("the record", "an object with its fields", "something else")
                yield Given(number, len(data), {}, error)
    if not number:
        raise _refused("the text", "at least one record", "none")


class RawLine(NamedTuple):
    """One line as it stands in the input; ``data`` is empty if it is longer than a record may be.

    ``end`` is how many bytes of the input were read by then.
    """

    number: int
    end: int
    data: bytes


class Lines(Iterator[Given]):
    """One record a line; a line that cannot be read is one with an ``error``.

    ``raw`` are the lines that were not read yet: whoever takes them from there reads them.
    ``whole``: all of them are there already, as in a file; a pipe may let one wait for the next.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self.raw = _raw_lines(stream)
        self.whole = stream.seekable()
        self._read: RawLine | None = None
        self._size_bytes = 0
        if self.whole:
            position = stream.tell()
            self._size_bytes = stream.seek(0, io.SEEK_END) - position
            stream.seek(position)

    def __next__(self) -> Given:
        """Return the next record."""
        self._read = next(self.raw)
        return read_line(self._read)

    def left(self) -> int:
        """Return about how many lines are left, by the length of those that were read so far."""
        if self._read is None or not self._size_bytes:
            return 0
        return (self._size_bytes - self._read.end) * self._read.number // self._read.end


def lines(stream: BinaryIO) -> Lines:
    """Return the records of a stream that has one a line."""
    return Lines(stream)


def read_line(line: RawLine) -> Given:
    """Read one line as a record."""
    try:
        if not line.data:
            raise _refused("the line", f"at most {MOST_BYTES:,} bytes", "more")
        value = _plainly(line.data)
        if value is None:
            value = _json(_text(line.data.rstrip(b"\r\n")))
        if not isinstance(value, dict):
            raise _refused("the line", "an object with the fields of a record", "another value")
    except InputError as error:
        return Given(line.number, line.end, {}, error)
    return Given(line.number, line.end, value)


def _raw_lines(stream: BinaryIO) -> Iterator[RawLine]:
    """Yield the lines that are not blank."""
    end = number = 0
    while line := stream.readline(MOST_BYTES + 1):
        number += 1
        end += len(line)
        if len(line) > MOST_BYTES:
            rest = line
            while len(rest) > MOST_BYTES and not rest.endswith(b"\n"):
                # A line without end must not fill the memory.
                rest = stream.readline(MOST_BYTES + 1)
                end += len(rest)
            if not line.isspace():
                yield RawLine(number, end, b"")
        elif not line.isspace():
            yield RawLine(number, end, line)


def _plainly(data: bytes) -> object:
    """Read an object in which nothing has to be looked at twice; None if it is none.

    A text has a colon for each member at least. If it has no more than the value has members, no
    member stands in it twice. Three times as fast as ``_json``, and most lines are plain.
    """
    try:
        value: object = _decode(data)
        return value if _members_in(value) == data.count(b":") else None
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):  # ``_json`` says where
        return None


def _members_in(value: object) -> int:
    """Count the members in a value; more than any text has if it holds a number to be refused."""
    kind = type(value)
    if kind is str or kind is bool or value is None:
        return 0
    if isinstance(value, dict):
        return len(value) + sum(map(_members_in, value.values()))
    if isinstance(value, list):
        return sum(map(_members_in, value))
    fits = isinstance(value, int) and -_INTEGER_LIMIT < value < _INTEGER_LIMIT
    return 0 if fits else MOST_BYTES + 1


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _refused("the text", "UTF-8", "other bytes", "save it as UTF-8") from None


def _json(text: str) -> object:
    try:
        value: object = _READ(text)
        _require_fit(value, "")
    except ValueError as error:
        where = "the text"
        if isinstance(error, json.JSONDecodeError):
            where = f"line {error.lineno}, column {error.colno}"
            if "\n" not in text:
                where = f"column {error.colno}"
        raise _refused(where, "JSON", "something else") from None
    except RecursionError:
        raise _refused("the text", f"at most {MOST_DEPTH} levels", "more") from None
    return value


def _require_fit(value: object, field: str) -> None:
    """Refuse a text in which something unfit stands, by the name of the field that it is in."""
    if isinstance(value, _Unfit):
        raise _refused(field or "the text", value.expected, value.found, value.remedy)
    if isinstance(value, dict):
        for name, each in value.items():
            # A name may be anything, so it is repeated only if it is a word.
            word = name if _FIELD.fullmatch(name) else "a field"
            _require_fit(each, f"{field}.{word}" if field else word)
    elif isinstance(value, list):
        for place, each in enumerate(value):
            _require_fit(each, f"{field}[{place}]")


def _members(pairs: list[tuple[str, object]]) -> Fields:
    found = dict(pairs)
    if len(found) < len(pairs):
        left = set(found)
        for name, _ in pairs:
            if name in left:
                left.remove(name)
            else:
                found[name] = _Unfit("every member once", "this one twice")
    return found


def _integer(digits: str) -> int | _Unfit:
    # The length is looked at first: converting a million digits takes seconds.
    if len(digits) > _LONGEST_INTEGER or not -_INTEGER_LIMIT < int(digits) < _INTEGER_LIMIT:
        return _Unfit("a whole number below 2^53", "a larger one")
    return int(digits)


def _fraction(_: str) -> _Unfit:
    return _Unfit(
        "a whole number", "one with a fraction, an exponent or no value",
        "write degrees and the like as text, in quotes",
    )  # fmt: skip


def _refused(item: str, expected: str, found: str, remedy: str = "") -> InputError:
    return InputError("bad-record", item=item, expected=expected, found=found, remedy=remedy)


_decode = msgspec.json.Decoder().decode
_READ = json.JSONDecoder(
    object_pairs_hook=_members, parse_int=_integer, parse_float=_fraction, parse_constant=_fraction
).decode
