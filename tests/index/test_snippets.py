"""Snippets: slices of the original text with offsets into it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from probatum.index.query_language import Words
from probatum.index.snippets import snippet


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
