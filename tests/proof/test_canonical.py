"""One value has one spelling, the one of RFC 8785, and every other spelling is refused."""

from __future__ import annotations

import json
from typing import Any

import pytest
import rfc8785
from hypothesis import example, given
from hypothesis import strategies as st

import published
from probatum.errors import EvidenceError
from probatum.proof import canonical

TEXT = st.text(st.characters(exclude_categories=["Cs"]))
NAMES = st.from_regex(r"[a-z0-9_]+", fullmatch=True)
SCALARS = st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | TEXT
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner) | st.dictionaries(NAMES, inner), max_leaves=20
)


def nested(depth: int) -> Any:
    value: Any = []
    for _ in range(depth - 1):
        value = [value]
    return value


@given(VALUES)
@example({"_sd": "", "a": '\x00\x1f\x7f\u2028\U0001f600"\\/', "a1": 0, "a_": 1, "b": -1})
def test_the_spelling_is_that_of_an_independent_program(value: Any) -> None:
    assert canonical.encode(value) == rfc8785.dumps(value)


@given(VALUES)
def test_what_was_written_is_read_back_equal(value: Any) -> None:
    again = canonical.decode(canonical.encode(value))
    assert again == value
    assert type(again) is type(value)


@given(st.binary(max_size=60) | TEXT.map(str.encode) | VALUES.map(json.dumps).map(str.encode))
def test_any_bytes_are_refused_or_come_back_unchanged(data: bytes) -> None:
    try:
        value = canonical.decode(data)
    except EvidenceError as error:
        assert error.code == "not-canonical"
    else:
        assert canonical.encode(value) == data


def test_the_published_examples_are_spelled_as_published() -> None:
    content = published.load("canonical-rfc8785")
    for case in content["cases"]:
        expected = case["canonical"].encode()
        assert canonical.encode(json.loads(case["input"])) == expected, case["name"]
        assert canonical.encode(canonical.decode(expected)) == expected, case["name"]
    for case in content["outside"]:
        data = case["canonical"].encode()
        assert rfc8785.dumps(json.loads(data)) == data, case["name"]
        with pytest.raises(EvidenceError, match="^not-canonical"):
            canonical.decode(data)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b" 1",
        b"1 ",
        b"1\n",
        b"01",
        b"-0",
        b"+1",
        b"1.0",
        b"1e2",
        b"NaN",
        b"-Infinity",
        b"9007199254740992",
        b"-9007199254740992",
        b"9" * 5000,
        b"-" + b"9" * 5000,
        b'{"a":1,"a":1}',
        b'{"a":1,"a":2}',
        b'{"b":1,"a":2}',
        b'{"a": 1}',
        b'{"a":1,}',
        b'{"A":1}',
        b'{"":1}',
        b'{"a-b":1}',
        b'{"a\\n":1}',
        b'{"\xc3\xa4":1}',
        b'"\\u0061"',
        b'"\\/"',
        b'"\\u000A"',
        b'"\\n\x00"',
        b'"\x00"',
        b'"\\ud800"',
        b'"\\ud83d\\ude00"',
        b'"\xed\xa0\x80"',
        b'"\xff"',
        b"\xef\xbb\xbf1",
        b'"a"\x00',
        b"'a'",
        b"[1,2",
        b"[" * 100_000,
        b"[" * 100_000 + b"]" * 100_000,
        b'{"a":' * 100_000,
    ],
    ids=lambda data: repr(data[:24]),
)
def test_another_spelling_is_refused(data: bytes) -> None:
    with pytest.raises(EvidenceError, match="^not-canonical"):
        canonical.decode(data)


def test_32_levels_are_read_and_33_are_not() -> None:
    assert canonical.decode(b"[" * 32 + b"]" * 32) == nested(32)
    assert canonical.encode(nested(32)) == b"[" * 32 + b"]" * 32
    with pytest.raises(EvidenceError, match="^not-canonical"):
        canonical.decode(b"[" * 33 + b"]" * 33)
    with pytest.raises(EvidenceError, match="^not-canonical"):
        canonical.encode(nested(33))


class Sly(str):
    """Prints as something else than it compares as."""


@pytest.mark.parametrize(
    "value",
    [
        0.5,
        float("nan"),
        2**53,
        -(2**53),
        10**6000,
        "\ud800",
        {"a": "\udfff"},
        {"\ud800": 1},
        {1: 1},
        {None: 1},
        {"A": 1},
        {"a b": 1},
        {"": 1},
        b"bytes",
        {1, 2},
        object(),
        Sly("a"),
        {Sly("a"): 1},
        [1, [2, 3.5]],
    ],
    ids=range(19),
)
def test_a_value_outside_the_profile_is_not_written(value: Any) -> None:
    with pytest.raises(EvidenceError, match="^not-canonical"):
        canonical.encode(value)


def test_a_refusal_does_not_repeat_what_was_refused() -> None:
    with pytest.raises(EvidenceError) as caught:
        canonical.decode(b'{"name":"Invented Person","name":"x"}')
    assert "Invented" not in str(caught.value)
    assert caught.value.__cause__ is None
