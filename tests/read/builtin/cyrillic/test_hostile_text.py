"""Whatever a text holds: no crash, exact spans, nothing for the host to reject, in time."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from read.builtin.told import checked, has_exact_spans, read

PIECES = [
    "За словами мера Івана Гука, ", "загинули 12 людей", "«", "»", "„", "“", '"', "— ", ", — ",
    "сказала вона", " сказав, що ", " заперечує ", "За його словами, ", "По словам мэра, ",
    "заявил ", "что ", "погибли 3 человека", ". ", "\n", "\n\n", ": ", "; ", " і ", "закликав ",
    "припинити вогонь", "\u202e", "\u200f", "\u200b", "😀", "\r\n", "\ud83d", "قال المتحدث إن ",
    "Про це повідомив ", "Об этом сообщил ", ")", "Куди ", " не повідомляє", "Обращаюсь к ",
    "натомість ", "Поправка: ", "Не стріляйте", "бив по ", "бійці ",
    "بحسب وزارة الصحة، ", "قُتل ثلاثة", "«سمعنا»، ", "و", "وقال ", "ل", "Київ", "у Харкові ", "(",
]  # fmt: skip
LANGUAGES = ("uk", "ru", "ar")


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(LANGUAGES), st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_spans_are_slices_of_any_text(language: str, text: str) -> None:
    if "\ud83d" not in text:
        assert not checked(text, language).rejected
        assert has_exact_spans(read(text, language), text)
    else:
        read(text, language)


@settings(max_examples=30, deadline=None)
@given(
    st.sampled_from(LANGUAGES), st.text(alphabet='аіїАо «»"„“—-.,:;!?\n\u202eقلوا😀1', max_size=80)
)
def test_noise_is_read_without_a_crash(language: str, text: str) -> None:
    assert has_exact_spans(read(text, language), text)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("piece", ["«", '" а ', "— а, ", "сказав, що ", "Іван ", "وقال ", "а"])
def test_a_long_line_of_one_thing_takes_time_by_its_length(language: str, piece: str) -> None:
    def cost(size: int) -> float:
        began = time.process_time()
        read(piece * (size // len(piece)), language)
        return time.process_time() - began

    read("Мер.", language)
    small, large = (min(cost(size) for _ in range(2)) for size in (7_500, 30_000))
    assert large < 12 * small + 0.3
