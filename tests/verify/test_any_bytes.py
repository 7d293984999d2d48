"""Whatever the bytes are, there is a report, and it never says *verified*."""

from __future__ import annotations

import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forger import example, fast_verify, zipped
from probatum.errors import EvidenceError
from probatum.proof import canonical
from probatum.verify import Trust, verify_package
from probatum.verify.package import open_package

MEMBERS = example().seal("complete")
PACKAGE = zipped(MEMBERS)
TRUST = Trust(keys=(example().log.key,))


def result(data: bytes) -> str:
    return verify_package(io.BytesIO(data), TRUST, fast_verify).result


@given(st.binary(max_size=300))
def test_any_bytes_are_refused(data: bytes) -> None:
    assert result(data) == "failed"


@given(st.integers(0, len(PACKAGE)), st.integers(0, 200), st.binary(max_size=200))
@settings(max_examples=150, deadline=None)
def test_any_splice_is_refused_or_changes_nothing(at: int, cut: int, fresh: bytes) -> None:
    spliced = PACKAGE[:at] + fresh + PACKAGE[at + cut :]
    assert result(spliced) == ("verified" if spliced == PACKAGE else "failed")


values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**60), 2**60) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["index", "v", "leaf", "a"]), inner, max_size=3)
    ),
    max_leaves=6,
)
JSON_MEMBERS = [name for name in MEMBERS if name.endswith(".json")]


@given(st.sampled_from(JSON_MEMBERS), st.data())
@settings(max_examples=200, deadline=None)
def test_any_json_in_place_of_any_value_is_refused(name: str, data: st.DataObject) -> None:
    content = json.loads(MEMBERS[name])
    place = data.draw(st.sampled_from(sorted(content)))
    before = content[place]
    content[place] = data.draw(values)
    if content[place] == before and type(content[place]) is type(before):
        return
    changed = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    raw = changed.encode("utf-8", "surrogatepass")
    assert result(zipped({**MEMBERS, name: raw})) == "failed"


@pytest.mark.parametrize(
    "raw", [b"[" * 100_000, b'{"a":' * 50_000, b"9" * 100_000, b"[" + b"1," * 99_999 + b"1]"]
)
@pytest.mark.parametrize("name", JSON_MEMBERS)
def test_json_meant_to_exhaust_is_refused(name: str, raw: bytes) -> None:
    assert result(zipped({**MEMBERS, name: raw})) == "failed"


class Exhausted(io.BytesIO):
    """A stream on a machine without memory."""

    def read(self, size: int | None = -1, /) -> bytes:
        raise MemoryError


def test_too_little_memory_is_a_finding() -> None:
    report = verify_package(Exhausted(PACKAGE), TRUST, fast_verify)
    assert report.result == "failed"
    assert "memory" in report.findings[1].text


def test_a_file_that_changes_while_it_is_checked_is_noticed() -> None:
    package = open_package(io.BytesIO(PACKAGE))
    package.digests["withheld.json"] = "0" * 64
    with pytest.raises(EvidenceError, match="being changed"):
        package.read("withheld.json")


def test_canonical_json_is_what_these_tests_start_from() -> None:
    for name in JSON_MEMBERS:
        assert canonical.encode(canonical.decode(MEMBERS[name])) == MEMBERS[name]
