"""Marks in a text: what was there does not show, and everything else is as it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probatum.derive.redaction.choices import Redaction, Span, parse_regions, parse_spans
from probatum.derive.redaction.spans import (
    find_in_text,
    mark_for,
    pieces_of,
    redact_text,
)
from probatum.errors import InputError, UseError

CODE = "witness-protection"
MARK = "[redacted: witness-protection]"


def copy_of(text: str, *spans: Span, encoding: str = "utf-8") -> str:
    copy = redact_text(text.encode(encoding), spans, CODE, encoding)
    return copy.data.decode(encoding)


def test_a_short_and_a_long_name_leave_the_same_mark() -> None:
    assert copy_of("It was Li.", Span(7, 9)) == f"It was {MARK}."
    assert copy_of("It was Bartholomew Example.", Span(7, 26)) == f"It was {MARK}."


def test_spans_that_touch_or_overlap_give_one_mark() -> None:
    text = "abcdefgh"
    assert copy_of(text, Span(1, 3), Span(3, 5)) == copy_of(text, Span(1, 5)) == f"a{MARK}fgh"
    assert copy_of(text, Span(2, 5), Span(1, 4), Span(2, 3)) == f"a{MARK}fgh"


def test_spans_count_code_points_in_every_script() -> None:
    text = "Свідок 𐌰𐌱 сказав: الشاهد"
    assert copy_of(text, Span(7, 9)) == f"Свідок {MARK} сказав: الشاهد"


def test_an_accent_does_not_stay_behind_the_letter_it_stood_on() -> None:
    text = "Zoe\u0308 said"
    assert copy_of(text, Span(0, 3)) == f"{MARK} said"
    assert copy_of(text, Span(3, 4)) == f"Zo{MARK} said"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1251", "koi8-u"])
def test_the_encoding_stays(encoding: str) -> None:
    data = "Свідок Приклад бачив".encode(encoding)
    copy = redact_text(data, [Span(7, 14)], CODE, encoding)
    assert copy.data == f"Свідок {MARK} бачив".encode(encoding)


def test_bytes_of_an_unnamed_encoding_are_refused_and_not_guessed() -> None:
    with pytest.raises(InputError, match="cannot-redact.*--encoding"):
        redact_text("Свідок".encode("windows-1251"), [Span(0, 1)], CODE)


@pytest.mark.parametrize("name", ["rot13", "base64", "no-such", "hex"])
def test_an_encoding_that_is_none_is_refused(name: str) -> None:
    with pytest.raises(UseError, match="wrong-use"):
        redact_text(b"abc", [Span(0, 1)], CODE, name)


def test_a_span_behind_the_end_is_refused() -> None:
    with pytest.raises(UseError, match="at most 3"):
        redact_text(b"abc", [Span(1, 4)], CODE)


def test_nothing_about_the_hidden_text_is_in_the_parameters() -> None:
    one = redact_text(b"It was Li.", [Span(7, 9)], CODE)
    other = redact_text(b"It was Bartholomew.", [Span(7, 18)], CODE)
    assert one.parameters == other.parameters
    assert (one.tool, one.tool_version) == (other.tool, other.tool_version)


texts = st.text(max_size=60)


@given(texts, st.lists(st.tuples(st.integers(0, 70), st.integers(1, 9)), min_size=1, max_size=5))
def test_what_is_kept_is_kept_and_nothing_else(text: str, places: list[tuple[int, int]]) -> None:
    spans = [Span(a, min(a + n, len(text))) for a, n in places if a < len(text)]
    pieces = list(pieces_of(text, spans, CODE))
    mark = mark_for(CODE)
    copy = "".join(text[p.start : p.end] if p.kept else mark for p in pieces)
    assert [p.start for p in pieces[1:]] == [p.end for p in pieces[:-1]]
    hidden = {at for span in spans for at in range(span.start, span.end)}
    for piece in pieces:
        if piece.kept:
            assert not hidden & set(range(piece.start, piece.end))
            assert copy[piece.copy_start : piece.copy_end] == text[piece.start : piece.end]
        else:
            assert copy[piece.copy_start : piece.copy_end] == mark


@pytest.mark.parametrize(
    ("text", "wanted", "count"),
    [
        ("Ann Example, ANN\n  EXAMPLE and ann example", "Ann Example", 3),
        ("Zoë, Zoe\u0308 and ZOE", "zoe", 3),
        ("Ann\u00adExample", "annexample", 1),
        ("ＡＮＮ", "ann", 1),
        ("Straße and STRASSE", "strasse", 2),
        ("nobody", "ann", 0),
    ],
)
def test_a_name_is_found_in_other_spellings_of_the_same_letters(
    text: str, wanted: str, count: int
) -> None:
    spans = find_in_text(text, wanted)
    assert len(spans) == count
    if spans:
        assert not find_in_text(copy_of(text, *spans), wanted)


def test_an_empty_text_is_not_looked_for() -> None:
    with pytest.raises(UseError):
        find_in_text("abc", " \u0301 ")


@pytest.mark.parametrize("text", ["5", "5-", "9-5", "5-5", "-1-3", "a-b", "1-2-3", "٣-٤"])
def test_a_span_of_another_form_is_refused(text: str) -> None:
    with pytest.raises(UseError, match="a span"):
        parse_spans([text])


@pytest.mark.parametrize(
    "text", ["1,2,3", "0:1,2,3,4", "5,2,3,4", "1,5,3,4", "1:1,2,3", "-1,2,3,4", "1,1,1,1", "x"]
)
def test_a_box_of_another_form_is_refused(text: str) -> None:
    with pytest.raises(UseError, match="a box"):
        parse_regions([text])


def test_a_redaction_has_a_reason_and_one_sort_of_places() -> None:
    with pytest.raises(UseError):
        Redaction("security", "  ", "A. Reviewer", spans=(Span(0, 1),))
    with pytest.raises(UseError):
        Redaction("security", "rule", "A. Reviewer")
    with pytest.raises(UseError):
        Redaction("Not A Code", "rule", "A. Reviewer", spans=(Span(0, 1),))
