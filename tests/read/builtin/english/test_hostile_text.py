"""Texts that nobody would write, or that somebody wrote to break a reader."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from probatum.read.builtin.english.attribution import attributions
from probatum.read.builtin.english.parse import parse
from probatum.read.found import Mark, Said

PIECES = st.sampled_from(
    [
        "The ministry", " said", " that", " denied", " nine people were killed", ".", ",", ";", ":",
        '"', "“", "”", "'", "‘", "’", "«", "»", " ", "\n", "\r\n", "\u2028", "\u200b", "\u202e",
        "\ufeff", "😀", "𝔘𝔫", "e\u0301", " according to", " Anna Tal", " told Channel Delta", "—",
        " reportedly", " photograph", " shows", " (", ")", "\t", "\x00", " a", "مرحبا",
        " called for",
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=40).map("".join)


def marks_of(said: Said) -> list[Mark]:
    single = [said.content, said.speaker, said.cue, said.addressee, said.said_at]
    return [*(one for one in single if one is not None), *said.via, *said.hedges]


def check(text: str) -> None:
    parsed = parse(text)
    for sentence in parsed.sentences:
        for word in sentence.words:
            assert text[word.start : word.end] == word.text
    found = attributions(parsed)
    for one in found:
        for mark in marks_of(one):
            assert 0 <= mark.start < mark.end <= len(text)
            assert not text[mark.start].isspace()
            assert not text[mark.end - 1].isspace()
        assert one.inside is None or (0 <= one.inside < len(found))


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_every_mark_is_a_stretch_of_the_text(text: str) -> None:
    check(text)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=120))
def test_any_text_at_all_is_read(text: str) -> None:
    check(text)


@pytest.mark.parametrize(
    ("before", "after"),
    [("\u202e", "\u202c"), ("😀 ", ""), ("\ufeff", ""), ("\u200b", ""), ("Lead.\r\n", "\r\n")],
)
def test_odd_characters_shift_nothing(before: str, after: str) -> None:
    sentence = "The ministry said “nine people” were killed."
    text = f"{before}{sentence}{after}"
    (one,) = attributions(parse(text))
    assert text[one.content.start : one.content.end] == "“nine people” were killed"
    assert one.speaker is not None
    assert text[one.speaker.start : one.speaker.end] == "The ministry"


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\r\n ",
        '"' * 3_000,
        "“" * 3_000,
        "' " * 3_000,
        ".,;:!?-—()" * 300,
        "a" * 20_000,
        "\u202e\u200b" * 500,
        "😀" * 2_000,
        "have all " * 500,
    ],
)
def test_texts_without_sense_are_read_without_finding_anything(text: str) -> None:
    assert attributions(parse(text)) == []


def test_a_line_of_a_hundred_thousand_characters_is_read() -> None:
    sentence = "The ministry said that nine people were killed and "
    text = sentence * (100_000 // len(sentence))
    parsed = parse(text)
    assert max(one.mark.end - one.mark.start for one in parsed.sentences) <= 2_000
    assert attributions(parsed)
