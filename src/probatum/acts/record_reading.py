"""Plain fields -> a record, without asking the case: what its types alone say of it.

Pure, so that other processes may do it too; ``record_checks`` asks the case what only it knows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import msgspec

from probatum.errors import InputError
from probatum.model.nouns import NOUNS, decode, plain
from probatum.model.record import Record
from probatum.model.references import Reference, renamed

_WORD = re.compile(r"[a-z][a-z0-9_]{0,39}")
_AT = re.compile(r" - at `\$\.?(.*?)`$")
_TYPES = {
    "str": "text", "int": "a whole number", "bool": "true or false", "array": "a list",
    "object": "an object with fields", "null": "nothing (null)", "float": "a fraction",
}  # fmt: skip
MOST_BYTES = 1 << 20  # of one version of a record, as JSON
_NOUN_OF = {str(each.__struct_config__.tag): noun for noun, each in NOUNS.items()}
_NO_RECORD = "a noun of spec/record.md with its version, such as assertion/1, in `record`"


def bad(field: str, expected: str, found: str, remedy: str = "") -> InputError:
    """Return the error for one field of a record that does not fit."""
    return InputError("bad-record", item=field, expected=expected, found=found, remedy=remedy)


@dataclass(frozen=True, slots=True)
class Spoken:
    """A record that plain fields say: ``text`` is their JSON, ``kept`` what it says as fields."""

    body: Record
    text: bytes
    kept: Mapping[str, object]


def read_fields(fields: Mapping[str, object], id_of: Callable[[str, Reference], str]) -> Spoken:
    """Return the record that plain fields say; ``id_of`` gives the object id for each name in it.

    Raises InputError ``bad-record`` (which field, what was expected, what was found), and what
    ``id_of`` raises.
    """
    tag = fields.get("record")
    noun = _NOUN_OF.get(tag) if isinstance(tag, str) else None
    if noun is None:
        raise bad("record", _NO_RECORD, "another word" if tag else "nothing",
                  "list them: probatum record schema")  # fmt: skip
    try:
        given = renamed(noun, fields, id_of)
        text = msgspec.json.encode(given)
        if len(text) > MOST_BYTES:
            raise bad("the record", f"at most {MOST_BYTES:,} bytes as JSON", "more",
                      "put a long text into a file, add that, and cite it")  # fmt: skip
        body = decode(text)
    except (msgspec.DecodeError, RecursionError, TypeError, ValueError) as error:
        raise _said(error) from None
    kept = plain(body)
    if kept != given:
        _require_same(given, kept)
    return Spoken(body, text, kept)


def _said(error: Exception) -> InputError:
    """Turn what the decoder says into field, expected and found; it quotes no values."""
    text = str(error)
    if isinstance(error, UnicodeError):
        return bad("the record", "text in Unicode", "half a character (a lone surrogate)")
    if isinstance(error, RecursionError):
        return bad("the record", "fields as in its schema", "them nested without end")
    if not isinstance(error, msgspec.ValidationError):
        return bad("the record", "text, whole numbers, true, false, null, lists, objects", "others")
    at = _AT.search(text)
    field = (at[1] if at else "") or "the record"
    text = text[: at.start()] if at else text
    match = re.fullmatch(r"Expected `(.*)`, got `(.*)`", text)
    if match:
        return bad(field, _words(match[1]), _words(match[2]))
    match = re.fullmatch(r"Object contains unknown field `(.*)`", text, re.DOTALL)
    if match:
        # The name of a field that is none may be anything, so it is repeated only if it is a word.
        name = match[1] if _WORD.fullmatch(match[1]) else "a field"
        return bad(f"{at[1]}.{name}" if at and at[1] else name, "the fields of its schema",
                   "another one", "probatum record schema NOUN shows them")  # fmt: skip
    match = re.fullmatch(r"Object missing required field `(.*)`", text)
    if match:
        return bad(f"{at[1]}.{match[1]}" if at and at[1] else match[1], "a value", "nothing")
    if text.startswith("Invalid enum value"):
        return bad(field, "one of the words in its schema", "another word",
                   "probatum record schema NOUN lists them")  # fmt: skip
    match = re.fullmatch(r"Expected `(\w+)` (.*)", text)
    if match:
        wanted = "a form that its schema shows" if "regex" in match[2] else match[2]
        return bad(field, f"{_words(match[1])}: {wanted}", "another value")
    return bad(field, text.removeprefix("Expected ").removeprefix("expected "), "another value")


def _words(types: str) -> str:
    """Return the decoder's names of types in words."""
    return " or ".join(_TYPES.get(each.strip(), each.strip()) for each in types.split("|"))


def _require_same(given: Mapping[str, object], kept: Mapping[str, object]) -> None:
    """Refuse a value that would be stored otherwise than it was given: 3.0 for 3."""
    for name, value in given.items():
        # What is left out of ``kept`` is at its default, and so was what was given: if it is plain.
        if not _alike(value, kept[name]) if name in kept else not _is_plain(value):
            raise bad(str(name), "a value in its one spelling", "another spelling of it")


def _alike(given: object, kept: object) -> bool:
    if isinstance(given, Mapping) and isinstance(kept, Mapping):
        return all(
            _alike(value, kept[name]) if name in kept else _is_plain(value)
            for name, value in given.items()
        )
    if isinstance(given, list | tuple) and isinstance(kept, list | tuple):
        return len(given) == len(kept) and all(map(_alike, given, kept))
    return type(given) is type(kept) and given == kept


def _is_plain(value: object) -> bool:
    """Say whether a value that equals a default is one of JSON; NaN becomes null, bytes text."""
    if isinstance(value, Mapping | Sequence) and not isinstance(value, str | bytes | bytearray):
        return len(value) == 0
    return value is None or type(value) in (bool, int, str)
