"""Snippets: slices of the original text with offsets into it."""

from __future__ import annotations

import sys
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from probatum.index.query_language import Words
from probatum.index.search_words import tokens
from probatum.index.snippets import _USUAL, _lines, snippet
from probatum.model.letters import fold, words


def marked(text: str, *wanted: Words) -> list[str]:
    return [text[first:last] for first, last in snippet(text, wanted).spans]


def test_words_are_marked_as_they_stand_in_the_original() -> None:
    text = "До  Слов’янська; the minister’s СЕРГІ\u0301Й, مُحَمَّد 北京"
    assert marked(text, Words(("словянська",))) == ["Слов’янська"]
    assert marked(text, Words(("minister",))) == ["minister’s"]
    assert marked(text, Words(("сергій",))) == ["СЕРГІ\u0301Й"]
    assert marked(text, Words(("محمد",))) == ["مُحَمَّد"]
    assert marked(text, Words(("北", "京"))) == ["北京"]
    assert marked(text, Words(("the", "min"), prefix=True)) == ["the minister’s"]
    assert marked(text, Words(("minister", "the"))) == []


def test_the_passage_with_most_words_is_chosen_and_cut_at_words() -> None:
    text = "mill " + "nothing here " * 400 + "the mill road was shelled " + "again " * 300
    found = snippet(text, [Words(("mill",)), Words(("shelled",))])
    assert "shelled" in found.text and found.cut == (True, True)
    assert text[found.start : found.start + len(found.text)] == found.text
    assert not found.text[0].isspace() or text[found.start - 1].isalpha()


def test_without_a_word_in_it_the_beginning_is_shown() -> None:
    found = snippet("a quiet road " * 100, [Words(("mill",))])
    assert found.start == 0 and found.spans == () and found.cut == (False, True)


@given(st.text(max_size=300), st.lists(st.sampled_from(["a", "мир", "мі", "م"]), max_size=3))
def test_spans_lie_in_the_snippet_in_order(text: str, words: list[str]) -> None:
    found = snippet(text, [Words((word,), prefix=len(word) == 2) for word in words])
    assert text[found.start : found.start + len(found.text)] == found.text
    before = found.start
    for first, last in found.spans:
        assert before <= first < last <= found.start + len(found.text)
        before = last


def plainly(text: str, wanted: Words) -> set[tuple[int, int]]:
    """Where a phrase stands, by cutting all of the text into words."""
    stands = [(word.start, word.end) for word in words(text)]
    cut, size = tokens(text), len(wanted.words)
    return {
        (stands[at][0], stands[at + size - 1][1])
        for at in range(len(cut) - size + 1)
        if cut[at : at + size - 1] == list(wanted.words[:-1])
        and (cut[at + size - 1] == wanted.words[-1]
             or wanted.prefix and cut[at + size - 1].startswith(wanted.words[-1]))
    }  # fmt: skip


_PIECES = [
    *("a", "б", "мир", "мі", "ё", "Й", "م", "أ", "ة", "北", "京", "\u0301", "\u0306", "\u0654"),
    *("'", "’", "`", "'s", "’s", "-", "—", "…", "№", "İ", "ß", "Σ", "ﬁ", "\u00ad", "\u200d"),
    *(" ", " ", " ", "  ", "\n", "\t", "\u00a0", "\u00a8", "\u2028", "\u0085"),
    *("\u0915", "\u093f", "\u1100", "\u1161"),
]


@given(
    st.lists(st.sampled_from(_PIECES), max_size=60).map("".join),
    st.integers(0), st.integers(1, 3), st.booleans(),
)  # fmt: skip
def test_all_that_stands_in_a_text_is_marked(text: str, at: int, size: int, prefix: bool) -> None:
    cut = tokens(text)
    if not cut:
        return
    at %= len(cut)
    wanted = Words(tuple(cut[at : at + size]), prefix=prefix)
    places = plainly(text, wanted)
    spans = snippet(text, [wanted], whole=True).spans
    assert spans and places
    assert {n for first, last in spans for n in range(first, last)} == {
        n for first, last in places for n in range(first, last)
    }


@given(st.lists(st.sampled_from(_PIECES), max_size=60).map("".join))
def test_each_chunk_is_folded_on_a_line_of_its_own(text: str) -> None:
    chunks = text.split()
    assert _lines(chunks) == "\n".join(fold(chunk) for chunk in chunks).replace("'", "")


def test_usual_letters_fold_to_their_small_letter() -> None:
    for code in range(sys.maxunicode + 1):
        letter = chr(code)
        small = letter.lower().replace("’", "'")
        if _USUAL.fullmatch(small):
            assert fold(letter) == small, hex(code)
            assert unicodedata.category(letter)[0] != "M", hex(code)
        elif small != letter:
            assert fold(small) == fold(letter), hex(code)
