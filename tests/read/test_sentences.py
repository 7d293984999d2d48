"""Paragraphs and sentences: what ends one, and that no text takes long."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probatum.read.sentences import MOST_CHARACTERS, paragraphs, sentences

TEXTS = [
    ("en", "Dr. Tal came. She left at 6 a.m. Residents ran.",
     ["Dr. Tal came.", "She left at 6 a.m.", "Residents ran."]),
    ("en", "At 6 p.m. Tuesday the U.S. Army came. J. Orlin saw 3.5 million leave.",
     ["At 6 p.m. Tuesday the U.S. Army came.", "J. Orlin saw 3.5 million leave."]),
    ("en", '"Go!" he said. "Why?" she asked. (It fell.) No. 5 burnt.',
     ['"Go!" he said.', '"Why?" she asked.', "(It fell.)", "No. 5 burnt."]),
    ("en", "“We saw it.” He wept.", ["“We saw it.”", "He wept."]),
    ("en", "No. I was at home.", ["No.", "I was at home."]),
    ("en", "3/ it came low, e.g. over the mill. then a bang... and dust. was it ours?? no idea",
     ["3/ it came low, e.g. over the mill.", "then a bang... and dust.", "was it ours??",
      "no idea"]),
    ("en", "He wrote to the daily press. yesterday", ["He wrote to the daily press. yesterday"]),
    ("uk", "12 травня 2031 р. о 6:00 у м. Дорна загинули 5 осіб. У 2022 р. Він помер.",
     ["12 травня 2031 р. о 6:00 у м. Дорна загинули 5 осіб.", "У 2022 р.", "Він помер."]),
    ("uk", "«Ми бачили дим», — сказав А. Б. Коваль. — Так! — відповів він.",
     ["«Ми бачили дим», — сказав А. Б. Коваль.", "— Так! — відповів він."]),
    ("ru", "В г. Дорна погибли 5 чел. по ул. Мира. Затем тихо.",
     ["В г. Дорна погибли 5 чел. по ул. Мира.", "Затем тихо."]),
    ("ar", "قتل 12 شخصا. هل هذا صحيح؟ نعم! قال.",
     ["قتل 12 شخصا.", "هل هذا صحيح؟", "نعم!", "قال."]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "wanted"), TEXTS)
def test_a_sentence_ends_where_a_reader_ends_it(
    language: str, text: str, wanted: list[str]
) -> None:
    assert [text[start:end] for start, end in sentences(text, language)] == wanted


def test_paragraphs_are_the_lines_that_are_not_blank() -> None:
    text = "Headline\r\n\r\n  First. \n\n\u2028Second.\n"
    assert [text[start:end] for start, end in paragraphs(text)] == ["Headline", "First.", "Second."]


@given(st.text(max_size=300), st.sampled_from(["en", "uk", "ru", "ar", "und"]))
def test_sentences_of_any_text_hold_all_that_can_be_seen(text: str, language: str) -> None:
    marks = sentences(text, language)
    assert all(0 <= start < end <= len(text) for start, end in marks)
    assert all(left.end <= right.start for left, right in zip(marks, marks[1:], strict=False))
    kept = "".join(text[start:end] for start, end in marks)
    assert "".join(kept.split()) == "".join(text.split())


@pytest.mark.parametrize("unit", ["a", "a ", ". ", ".", "”", "A. ", "U.S. ", "\n", "« "])
def test_a_long_line_is_cut_and_takes_time_in_proportion(unit: str) -> None:
    def cost(size: int) -> float:
        text = unit * (size // len(unit))
        began = process_time()
        marks = sentences(text, "en")
        assert all(end - start <= MOST_CHARACTERS for start, end in marks)
        return process_time() - began

    small, large = (min(cost(size) for _ in range(3)) for size in (50_000, 200_000))
    assert large < 12 * small + 0.2
