"""How alike two words are: what DuckDB says, for short words and long ones, in any script."""

from __future__ import annotations

import duckdb
import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from probatum.link.likeness import (
    FIRST,
    HAS,
    LENGTH,
    SHORT,
    THEN,
    begun,
    book_of,
    can_be,
    likeness,
    met_long,
    met_short,
)

WORDS = st.text(st.sampled_from("abcdek"), min_size=1, max_size=18)


def both_ways(one: str, other: str) -> tuple[float, float, bool]:
    """Return the likeness by loops for short and for long words, and whether it can be .85."""
    spelled = [one.encode(), other.encode()]
    book = book_of(spelled)
    mine, its = book
    length, width = len(spelled[0]), len(spelled[1])
    first = begun(mine[FIRST], its[FIRST])
    letters = np.frombuffer(b"".join(spelled), dtype=np.uint8)
    met = np.zeros(length + width, dtype=np.bool_)
    by_letters = likeness(*met_long(letters, 0, length, length, width, met), first, length, width)
    by_book = by_letters
    if max(length, width) <= SHORT:
        found = met_short(mine[FIRST], mine[THEN], length, its[FIRST], its[THEN], width)
        by_book = likeness(*found, first, length, width)
    assert (mine[LENGTH], its[LENGTH]) == (length, width)
    return by_letters, by_book, can_be(0.85, first, mine[HAS], its[HAS], length, width)


@settings(max_examples=300, deadline=None)
@given(WORDS, WORDS)
def test_words_are_as_alike_as_duckdb_says(one: str, other: str) -> None:
    [(theirs,)] = duckdb.execute(
        "select jaro_winkler_similarity(?, ?)", [one, other]
    ).fetchall()  # fmt: skip
    by_letters, by_book, possible = both_ways(one, other)
    assert abs(by_letters - theirs) < 1e-12
    assert by_book == by_letters
    assert possible or by_letters < 0.85


def test_words_in_other_scripts_are_compared_by_their_bytes() -> None:
    by_letters, by_book, possible = both_ways("ムラタ", "ムラカ")
    assert by_letters == by_book > 0.9 and possible


def test_words_without_a_common_letter_are_not_alike() -> None:
    assert both_ways("abc", "xyz") == (0.0, 0.0, False)
