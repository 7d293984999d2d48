"""Citations: found again in one place, or said to be lost; never moved on a guess."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from probatum.derive.text.anchoring import Anchored, Lost, Quote, anchor, quote

words = st.text("abї عو\n.", max_size=60)
STORY = "The first bridge was open at six. The second bridge was closed at seven."


@st.composite
def quotes(draw: st.DrawFn) -> tuple[str, Quote]:
    text = draw(words.filter(bool))
    start = draw(st.integers(0, len(text) - 1))
    return text, quote(text, start, draw(st.integers(start + 1, len(text))))


@given(quotes())
def test_in_the_same_text_nothing_moves(made: tuple[str, Quote]) -> None:
    text, quoted = made
    assert anchor(quoted, text) == Anchored(quoted.start, quoted.end, "same text")


@given(quotes(), words)
def test_what_is_anchored_says_the_same_words(made: tuple[str, Quote], other: str) -> None:
    found = anchor(made[1], other)
    if isinstance(found, Anchored):
        there = other[found.start : found.end]
        if found.how == "respaced":
            assert there.split() == made[1].exact.split()
        else:
            assert there == made[1].exact


@given(quotes(), words, words)
def test_a_unique_quotation_moves_with_its_text(
    made: tuple[str, Quote], before: str, after: str
) -> None:
    text, quoted = made
    assume(before + after and quoted.exact.strip())
    moved = before + text + after
    assume(moved.count(quoted.prefix + quoted.exact + quoted.suffix) == 1)
    found = anchor(quoted, moved)
    assume(not isinstance(found, Lost) or found.reason != "ambiguous")
    assert isinstance(found, Anchored)
    assert found.start == len(before) + quoted.start


@given(quotes())
def test_a_text_twice_is_ambiguous(made: tuple[str, Quote]) -> None:
    text, quoted = made
    assume(quoted.exact.strip())
    found = anchor(quoted, text + "\n" + text)
    assert (
        not isinstance(found, Anchored)
        or (text + "\n" + text)[found.start : found.end].split() == quoted.exact.split()
    )


def test_the_surroundings_choose_between_equal_words() -> None:
    second = STORY.index("bridge", 20)
    quoted = quote(STORY, second, second + 6)
    found = anchor(quoted, "Correction. " + STORY.replace("seven", "eight"))
    assert found == Anchored(second + 12, second + 18, "moved")


def test_equal_words_with_equal_surroundings_are_ambiguous() -> None:
    quoted = quote(STORY, 4, 16)
    assert anchor(quoted, STORY + " " + STORY) == Lost("ambiguous")


def test_a_common_word_elsewhere_is_not_the_quotation() -> None:
    quoted = quote(STORY, 17, 20)
    assert quoted.exact == "was"
    assert anchor(quoted, "Nothing was said.") == Lost("missing")


def test_words_that_were_changed_are_missing() -> None:
    start = STORY.index("closed")
    assert anchor(quote(STORY, start, start + 15), STORY.replace("closed", "shut")) == Lost(
        "missing"
    )


def test_other_line_breaks_are_told_apart_from_the_same_words() -> None:
    quoted = quote(STORY, 0, 33)
    other = STORY.replace(" bridge was", "\nbridge  was")
    found = anchor(quoted, other)
    assert found == Anchored(0, 34, "respaced")
    assert " ".join(other[0:34].split()) == quoted.exact


def test_offsets_that_do_not_fit_their_own_text_are_not_believed() -> None:
    quoted = replace(quote(STORY, 4, 16), start=5, end=17)
    assert anchor(quoted, STORY) == Lost("missing")


def test_nothing_cannot_be_quoted() -> None:
    for start, end in ((3, 3), (-1, 2), (0, 1000), (5, 2)):
        with pytest.raises(ValueError):
            quote(STORY, start, end)


def test_a_million_equal_words_take_no_time() -> None:
    quoted = quote("wrong or right", 0, 5)
    assert anchor(quoted, "wrong " * 1_000_000) == Lost("ambiguous")
