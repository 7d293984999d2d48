"""The fast reading of leaves and the slow one give the same answer, whatever is changed."""

from __future__ import annotations

import os
from hashlib import sha256

from hypothesis import given, settings
from hypothesis import strategies as st

from probatum.preserve.check_leaf import all_well_formed, is_well_formed, outline
from probatum.proof.b64 import b64url
from probatum.proof.entry import Leaf, encode, parse

COUNT = 40


def leaf(number: int, kind: str = "note/1", fields: int = 3) -> bytes:
    digests = sorted(b64url(os.urandom(32)) for _ in range(-(-fields // 8) * 8))
    prev = sha256(bytes([number])).hexdigest() if number % 2 else None
    return encode(Leaf(kind, os.urandom(16).hex(), prev, "A" * 22, tuple(digests)))


def test_leaves_of_several_kinds_and_widths_are_well_formed() -> None:
    mixed = [leaf(n, kind) for n in range(COUNT) for kind in ("note/1", "read/1", "acquire/1")]
    assert all_well_formed(mixed)
    assert all_well_formed([leaf(n, fields=9) for n in range(COUNT)])
    assert all_well_formed([])


def test_every_changed_byte_gets_the_answer_that_parsing_gives() -> None:
    for null_or_not in (0, 1):
        group = [leaf(2 * n + null_or_not) for n in range(COUNT)]
        assert len({len(each) for each in group}) == 1
        for place in range(len(group[0])):
            for value in b'Aa9_"g{\x80':
                changed = bytearray(group[7])
                changed[place] = value
                other = [*group[:7], bytes(changed), *group[8:]]
                assert all_well_formed(other) == is_well_formed(bytes(changed)), (place, value)


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_any_changes_get_the_answer_that_parsing_gives(data: st.DataObject) -> None:
    group = [leaf(2 * n) for n in range(20)]
    victim = data.draw(st.integers(0, 19))
    changed = bytearray(group[victim])
    for _ in range(data.draw(st.integers(1, 3))):
        changed[data.draw(st.integers(0, len(changed) - 1))] = data.draw(st.integers(0, 255))
    group[victim] = bytes(changed)
    assert all_well_formed(group) == all(map(is_well_formed, group))


def test_the_outline_of_a_leaf_is_what_parsing_reads() -> None:
    for each in (leaf(1), leaf(2, "acquire/1"), leaf(3, "x/9999", fields=17)):
        parsed = parse(each)
        object_id, kind, prev = outline(each)
        read = (object_id.decode(), kind.decode(), prev.decode() if prev else None)
        assert read == (parsed.id, parsed.kind, parsed.prev)


def test_digests_out_of_order_are_found() -> None:
    group = [leaf(2 * n) for n in range(COUNT)]
    one = group[3]
    group[3] = one[:9] + one[55:98] + one[52:55] + one[9:52] + one[98:]
    assert sorted(group[3]) == sorted(one) and not all_well_formed(group)
    group[3] = one[:55] + one[9:52] + one[98:]  # one digest twice
    assert not all_well_formed(group)
