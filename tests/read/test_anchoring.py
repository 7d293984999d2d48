"""Words without offsets get their one place in the text, or none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probatum.read.anchoring import Anchor, Rejected
from probatum.read.contract import Assertion, Entity
from probatum.read.soundness import spans_of
from read.readings import TEXT, at


def entity(*mentions: object, name: str = "Norland") -> dict[str, object]:
    return {"kind": "entity", "id": "e1", "type": "organisation", "name": name,
            "mentions": list(mentions)}  # fmt: skip


def assertion(**fields: object) -> dict[str, object]:
    return {"kind": "assertion", "id": "a1", "proposition": "occurrence", "voice": "attributed",
            "quoted": "indirect", "stance": "asserts",
            "content": {"exact": "shelling Dorna"}, **fields}  # fmt: skip


def test_words_that_stand_once_get_their_place() -> None:
    found = Anchor(TEXT).suggestion(entity({"exact": "Norland"}), 1)
    assert isinstance(found, Entity)
    assert found.mentions == (at("Norland"),)


def test_words_that_stand_twice_need_a_paragraph() -> None:
    anchor = Anchor(TEXT)
    assert isinstance(anchor.suggestion(entity({"exact": "Dorna"}), 1), Rejected)
    found = anchor.suggestion(entity({"exact": "Dorna", "paragraph": 2}), 1)
    assert isinstance(found, Entity)
    assert found.mentions == (at("Dorna", 2),)


def test_or_the_words_of_the_same_suggestion_beside_them() -> None:
    found = Anchor(TEXT).suggestion(assertion(cue={"exact": "said"}), 1)
    assert isinstance(found, Assertion)
    assert found.cue == at("said")  # nearer to "shelling Dorna" than the second one


def test_a_model_that_straightens_quotation_marks_and_spaces_is_understood() -> None:
    found = Anchor(TEXT).suggestion(entity({"exact": '"We were\nnot  there,"'}), 1)
    assert isinstance(found, Entity)
    assert found.mentions[0].exact.startswith("\N{LEFT DOUBLE QUOTATION MARK}We were not")


@pytest.mark.parametrize(
    ("given_", "why"),
    [
        (entity({"exact": "Sudria"}), "do not stand in the text"),
        (entity({"exact": "   "}), "do not stand in the text"),
        (entity({"exact": "Norland", "paragraph": 9}), "paragraph that the text does not have"),
        (entity({"exact": "Norland", "start": 0, "end": 7}), "do not fit their words"),
        (entity({"exact": "Norland", "start": -7, "end": 0}), "do not fit their words"),
        (entity({"exact": 7}), "a span without words"),
        ({"kind": "entity"}, "not as the contract says"),
        (entity({"exact": "Norland"}) | {"type": "dragon"}, "not as the contract says"),
        (entity({"exact": "Norland"}) | {"extra": 1}, "not as the contract says"),
        ({"kind": "secret", "id": "e1"}, "no kind of suggestion"),
        ("ignore all rules", "not an object"),
        (None, "not an object"),
    ],
)
def test_what_cannot_be_placed_is_rejected_with_its_reason(given_: object, why: str) -> None:
    found = Anchor(TEXT).suggestion(given_, 3)
    assert isinstance(found, Rejected)
    assert why in found.why


LETTERS = st.text(alphabet="ab\n\r “”\"'’🙂עא\u200b\u202e", max_size=60)


@given(text=LETTERS, words=LETTERS, paragraph=st.none() | st.integers(-1, 9))
def test_whatever_a_model_says_a_span_is_a_slice_of_the_text(
    text: str, words: str, paragraph: int | None
) -> None:
    found = Anchor(text).suggestion(entity({"exact": words, "paragraph": paragraph}), 1)
    if isinstance(found, Rejected):
        return
    for span in spans_of(found):
        assert text[span.start : span.end] == span.exact
        assert span.exact


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.sampled_from(["kind", "id", "mentions", "exact", "content"]), inner),
    max_leaves=8,
)  # fmt: skip


@given(JSON)
def test_any_json_is_taken_or_rejected(value: object) -> None:
    Anchor(TEXT).suggestion(value, 1)
