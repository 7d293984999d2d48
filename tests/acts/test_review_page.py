"""A report laid out for its review: sentences, marks, characters that nobody sees."""

from __future__ import annotations

from probatum.acts.review_page import Mark, Part, _parts, _pieces, hidden_name


def test_characters_under_the_same_marks_are_one_piece() -> None:
    text = "Anna Tal said so."
    marks = [Mark(0, 8, "a1", "speaker"), Mark(5, 13, "a1", "cue")]
    pieces = list(_pieces(text, 0, len(text), marks))
    assert [piece.text for piece in pieces] == ["Anna ", "Tal", " said", " so."]
    assert [{mark.role for mark in piece.marks} for piece in pieces] == [
        {"speaker"}, {"speaker", "cue"}, {"cue"}, set(),
    ]  # fmt: skip


def test_characters_that_nobody_sees_stand_alone_with_their_name() -> None:
    text = "a\u202eb\u200cc"
    found = [(piece.text, piece.unseen, piece.joins) for piece in _pieces(text, 0, len(text), [])]
    assert found == [
        ("a", None, False), ("\u202e", "U+202E", False), ("b", None, False),
        ("\u200c", "U+200C", True), ("c", None, False),
    ]  # fmt: skip


def test_signs_that_are_seen_and_ends_of_lines_are_not_named() -> None:
    assert [hidden_name(letter) for letter in "\n\t ا\u06dd"] == [None] * 5
    assert hidden_name("\U000e0041") == "U+E0041"  # a tag: letters may be hidden in such


def test_parts_cover_the_text_in_whole_sentences() -> None:
    spans = [(start, start + 90) for start in range(0, 1_000, 100)]
    parts = list(_parts(spans, 300))
    assert parts[0] == Part(1, 0, 300)
    assert [part.start for part in parts[1:]] == [part.end for part in parts[:-1]]
    assert parts[-1].end > spans[-1][1]
    assert list(_parts([], 300)) == [Part(1, 0, 1)]
