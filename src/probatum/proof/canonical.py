"""One spelling for every value that is hashed or signed: canonical JSON (RFC 8785, restricted).

The profile leaves out whatever two programs could spell differently: member names are
``[a-z0-9_]+`` (so ASCII order is the UTF-16 order of RFC 8785, section 3.2.3), there are no
floats, integers stay below 2**53 in magnitude, strings hold no lone surrogates, no member appears
twice and nothing nests deeper than 32. Bytes that were read are written again and compared: what
has another spelling is refused, so that one value has one digest.

>>> encode({"v": 1, "kind": "record/1", "prev": None})
b'{"kind":"record/1","prev":null,"v":1}'
>>> decode(b'{"kind":"record/1","prev":null,"v":1}') == {"v": 1, "kind": "record/1", "prev": None}
True
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import NoReturn, Union

from probatum.errors import EvidenceError

Json = Union[None, bool, int, str, Sequence["Json"], Mapping[str, "Json"]]
"""A value of the profile. ``decode`` builds only dict, list, str, int, bool and None."""

MAX_DEPTH = 32
"""Nested objects and arrays allowed; a plain string or number has depth 0."""

_INTEGER_LIMIT = 1 << 53
_LONGEST_INTEGER = len("-9007199254740991")
_IS_MEMBER_NAME = re.compile(r"[a-z0-9_]+").fullmatch
_WRITE = json.JSONEncoder(
    ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":")
).encode


def encode(value: Json) -> bytes:
    """Spell a value as canonical UTF-8 bytes. Tuples are written as arrays.

    Raises ``EvidenceError`` ``not-canonical`` for what the profile leaves out.
    """
    _check(value, 0)
    try:
        return _WRITE(value).encode("utf-8")
    except UnicodeEncodeError:
        raise _refusal("strings of whole characters", "a lone surrogate") from None


def decode(data: bytes) -> Json:
    """Read canonical bytes; whatever ``encode`` would not have written is refused.

    Raises ``EvidenceError`` ``not-canonical``.
    """
    try:
        value: Json = _READ(data.decode("utf-8"))
    except UnicodeDecodeError:
        raise _refusal("UTF-8", "other bytes") from None
    except ValueError:
        raise _refusal("JSON", "something else") from None
    except RecursionError:
        raise _refusal(f"at most {MAX_DEPTH} levels", "more") from None
    # A repeated member, an escape that is not needed, a space or "-0" all vanish while reading:
    # writing the value again is the one test that finds each of them.
    if encode(value) != data:
        raise _refusal("the canonical spelling (RFC 8785)", "another spelling of the same value")
    return value


def _check(value: Json, depth: int) -> None:
    """Refuse what the profile leaves out; exact types, because a subclass may print differently."""
    kind = type(value)
    if kind is str or value is None or kind is bool:
        return
    if kind is int:
        if not -_INTEGER_LIMIT < value < _INTEGER_LIMIT:  # type: ignore[operator]
            raise _refusal("integers below 2**53 in magnitude", "a larger one")
        return
    if depth == MAX_DEPTH:
        raise _refusal(f"at most {MAX_DEPTH} levels", "more")
    if isinstance(value, dict):
        for name, member in value.items():
            if type(name) is not str or _IS_MEMBER_NAME(name) is None:
                raise _refusal("member names [a-z0-9_]+", "another member name")
            if type(member) is not str:
                _check(member, depth + 1)
    elif isinstance(value, (list, tuple)):
        for element in value:
            if type(element) is not str:
                _check(element, depth + 1)
    else:
        raise _refusal("null, booleans, integers, strings, arrays, objects", kind.__name__)


def _integer(digits: str) -> int:
    # The length is looked at first: converting a million digits takes seconds.
    if len(digits) > _LONGEST_INTEGER:
        raise _refusal("integers below 2**53 in magnitude", "a larger one")
    return int(digits)


def _no_float(_: str) -> NoReturn:
    raise _refusal("integers", "a number with a fraction, an exponent or no value")


def _refusal(expected: str, found: str) -> EvidenceError:
    return EvidenceError("not-canonical", item="JSON value", expected=expected, found=found)


_READ = json.JSONDecoder(parse_int=_integer, parse_float=_no_float, parse_constant=_no_float).decode
