"""A line that is read the fast way says what the careful reader says of it, or is left to that."""

from __future__ import annotations

import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from probatum.acts import record_texts
from probatum.acts.record_texts import RawLine, lines, read_line


class Twice(list[object]):
    """Members of an object, some of them more than once."""


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**70), 2**70) | st.floats() | st.text(max_size=8)
    | st.sampled_from(["a:b", '":', "\ud800", '{"a":1}']),
    lambda inner: st.lists(inner, max_size=3)
    | st.lists(st.tuples(st.sampled_from(["a", "b", "c:"]), inner), max_size=3).map(Twice),
    max_leaves=8,
)  # fmt: skip


def spelled(value: object, space: str) -> str:
    if isinstance(value, Twice):
        pairs = (f"{json.dumps(name)}{space}:{space}{spelled(each, space)}" for name, each in value)  # type: ignore[misc]
        return "{" + f"{space},".join(pairs) + "}"
    if isinstance(value, list):
        return "[" + ",".join(spelled(each, space) for each in value) + "]"
    return json.dumps(value)


def careful(data: bytes) -> object:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(record_texts, "_plainly", lambda _: None)
        return said(data)


def said(data: bytes) -> object:
    found = read_line(RawLine(1, len(data), data))
    return repr(found.fields), None if found.error is None else str(found.error)


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(["a", "b", "c:"]), VALUES), max_size=4).map(Twice),
    st.sampled_from(["", " ", "\t", "\n"]), st.sampled_from([b"", b"\n", b"x", b"\xff", b"\x0b"]),
)  # fmt: skip
def test_a_line_says_the_same_either_way(value: object, space: str, end: bytes) -> None:
    data = spelled(value, space).encode("utf-8", "surrogatepass") + end
    assert said(data) == careful(data)


@pytest.mark.parametrize("data", [
    b'{"a": "b", "a": "b"}', b'{"a": {"b": 1, "b": 1}}', b'{"a"\t: 1, "a"\t: 2}', b'{"a": 3.0}',
    b'{"a": 1e2}', b'{"a": 9007199254740992}', b'{"a": -9007199254740992}', b'{"a": NaN}',
    b'{"a": "\x01"}', b'\xef\xbb\xbf{"a": 1}', b'{"a": "\\ud800"}', b'{"a": "\xff"}', b"[1]",
    b"null", b"3", b'{"a": 1} x', b"[" * 5_000, b'{"a":' * 2_000, b'{"a": -0}', b"\x0c{}",
    b'{"\\u0061": 1, "a": 2}', b"{}",
])  # fmt: skip
def test_what_is_hostile_is_refused_either_way(data: bytes) -> None:
    assert said(data) == careful(data)


def test_lines_can_be_read_one_by_one_or_taken_as_they_stand() -> None:
    given_lines = lines(io.BytesIO(b'{"a": 1}\n\n  \n{"b": 2}\r\n{"c": 3}'))
    assert next(given_lines).fields == {"a": 1}
    assert [(line.number, line.end) for line in given_lines.raw] == [(4, 23), (5, 31)]
