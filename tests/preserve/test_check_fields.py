"""Opening an entry fast gives the fields that opening it slowly gives, or leaves it to that."""

from __future__ import annotations

import os

from hypothesis import given, settings
from hypothesis import strategies as st

from probatum.errors import ProbatumError
from probatum.preserve.check_fields import open_whole
from probatum.proof.canonical import Json
from probatum.proof.disclosure import decoy_text, digest, field_text
from probatum.proof.entry import Leaf, encode, open_leaf, parse

PLAIN = st.one_of(
    st.text(), st.integers(-(2**53) + 1, 2**53 - 1), st.booleans(), st.none(), st.lists(st.text())
)
NESTED = st.dictionaries(st.sampled_from(["a", "b_1"]), PLAIN)
NAMES = st.sampled_from(["by", "at", "text", "a" * 64, "_x"])


def sealed(fields: dict[str, Json]) -> tuple[bytes, list[str]]:
    texts = [field_text(os.urandom(32), name, value) for name, value in fields.items()]
    texts += [decoy_text(os.urandom(32)) for _ in range(8 - len(texts))]
    digests = tuple(sorted(map(digest, texts)))
    return encode(Leaf("note/1", "0" * 32, None, "A" * 22, digests)), texts


@settings(deadline=None)
@given(st.dictionaries(NAMES, PLAIN))
def test_plain_fields_open_fast(fields: dict[str, Json]) -> None:
    assert open_whole(*sealed(fields)) == fields


@settings(deadline=None)
@given(NESTED)
def test_objects_are_left_to_the_slow_way(value: dict[str, Json]) -> None:
    assert open_whole(*sealed({"sender": value})) is None


@settings(max_examples=300, deadline=None)
@given(st.dictionaries(NAMES, PLAIN, min_size=1), st.data())
def test_any_raw_text_opens_fast_only_if_it_opens_slowly(
    fields: dict[str, Json], data: st.DataObject
) -> None:
    """The leaf commits whatever was made of a text, so that only its spelling can be wrong."""
    _, texts = sealed(fields)
    changed = list(data.draw(st.sampled_from(texts)))
    victim = texts.index("".join(changed))
    place = data.draw(st.integers(0, len(changed) - 1))
    changed[place] = data.draw(st.sampled_from("ABab09-_+/=."))
    texts[victim] = "".join(changed)
    digests = tuple(sorted(map(digest, texts)))
    leaf = encode(Leaf("note/1", "0" * 32, None, "A" * 22, digests))
    quickly = open_whole(leaf, texts)
    try:
        slowly = open_leaf(parse(leaf), texts)
    except ProbatumError:
        assert quickly is None
        return
    assert quickly is None or quickly == slowly.fields


def test_one_text_too_few_or_twice_is_left_to_the_slow_way() -> None:
    leaf, texts = sealed({"by": "A. Analyst"})
    assert open_whole(leaf, texts[1:]) is None
    assert open_whole(leaf, [*texts, texts[0]]) is None
    assert open_whole(leaf, [*texts[1:], texts[1]]) is None
