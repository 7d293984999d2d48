"""Folding, words and spellings: one spelling for comparing, in all scripts."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from probatum.model.letters import apart, fold, latin, skeleton, sound, spellings, words

MIXED = st.text(
    st.one_of(
        st.characters(exclude_categories=["Cs"]),
        st.sampled_from("абвйїґёьє'’ʼ \u0301\u0306\u0308\u00ad\u200d\u0654\u0651"),
        st.sampled_from("ابةىيأؤئآ٣۴ـ한ᄒ\u1161\u11abß½ﬁ™ıİ北ภาहि"),
    ),
    max_size=24,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Слов’янськ", "словʼянськ"), ("Слов'янськ", "СЛОВ＇ЯНСЬК"), ("ёлка", "Елка"),
        ("замо\u0301к", "замок"), ("и\u0306од", "йод"), ("Café", "cafe"), ("Łódź", "Lodz"),
        ("İzmir", "izmir"), ("Straße", "STRASSE"), ("ﬁre", "fire"), ("Αθήνα", "αθηνα"),
        ("σας", "ΣΑΣ"), ("أحمد", "احمد"), ("مُحَمَّد", "محمد"), ("مـحـمـد", "محمد"),
        ("فاطمة", "فاطمه"), ("موسى", "موسي"), ("کابل", "كابل"), ("٢٠٢٦", "2026"), ("۴", "4"),
        ("Івано‑Франківськ", "івано-франківськ"), ("co\u00adoperate", "cooperate"),
        ("שָׁלוֹם", "שלום"),
    ],
)  # fmt: skip
def test_spellings_of_one_word_are_folded_into_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"), [("ґрати", "грати"), ("їжак", "іжак"), ("мій", "мии"), ("سماء", "سما")]
)
def test_letters_that_make_another_word_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@settings(max_examples=600)
@given(MIXED)
def test_folding_again_changes_nothing(text: str) -> None:
    once = fold(text)
    assert fold(once) == once


@given(MIXED)
def test_composed_and_decomposed_text_is_folded_alike(text: str) -> None:
    assert fold(unicodedata.normalize("NFC", text)) == fold(unicodedata.normalize("NFD", text))


@settings(max_examples=600)
@given(MIXED)
def test_words_are_those_that_apart_finds_and_lie_in_the_text_in_order(text: str) -> None:
    found = list(words(text))
    assert [word.folded for word in found] == apart(text)
    before = 0
    for word in found:
        assert 0 <= before <= word.start < word.end <= len(text)
        before = word.start
        assert word.folded in fold(text[word.start : word.end])


@given(MIXED, MIXED)
def test_words_on_both_sides_of_a_space_do_not_touch(one: str, other: str) -> None:
    assert apart(one + " " + other) == apart(one) + apart(other)


def test_words_point_at_the_original_letters() -> None:
    text = "У  Слов’янську Сергі\u0301й 北京"
    assert [(text[w.start : w.end], w.folded) for w in words(text)] == [
        ("У", "у"), ("Слов’янську", "слов'янську"), ("Сергі\u0301й", "сергій"), ("北", "北"),
        ("京", "京"),
    ]  # fmt: skip


NAMES = [
    ("Kharkiv", "Харків"), ("Olena", "Олена"), ("Oleksandr", "Олександр"), ("Yevhen", "Євген"),
    ("Kupiansk", "Куп'янськ"), ("Luhansk", "Луганськ"), ("Yuliia", "Юлія"), ("Yulia", "Юлія"),
    ("Evgeny", "Евгений"), ("Kharkov", "Харьков"), ("Shevchenko", "Шевченко"),
    ("Mar'inka", "Мар'їнка"), ("Olena Kovalenko", "Олена Коваленко"), ("Muhammad", "محمد"),
    ("Mohammed", "محمد"), ("Ahmad", "أحمد"), ("Fatima", "فاطمة"),
]  # fmt: skip


@pytest.mark.parametrize(("roman", "original"), NAMES)
def test_a_name_finds_its_original_and_the_reverse(roman: str, original: str) -> None:
    assert fold(original) in spellings(roman)
    assert spellings(roman) & spellings(original)


@pytest.mark.parametrize("roman", ["Zelenskyi", "Zelensky", "Zelenskiy", "Zelenskij"])
def test_every_ending_of_a_family_name_is_among_its_spellings(roman: str) -> None:
    assert fold(roman) in spellings("Зеленський")


@given(MIXED)
def test_spellings_are_folded_and_hold_the_name_itself(name: str) -> None:
    found = spellings(name)
    assert len(found) < 3000
    if parts := apart(name):
        assert " ".join(parts) in found
    assert all(fold(each) == each for each in found)


@pytest.mark.parametrize(("roman", "original"), NAMES[:13])
def test_a_cyrillic_name_sounds_like_its_latin_spelling(roman: str, original: str) -> None:
    assert sound(roman) == sound(original)


@pytest.mark.parametrize(
    ("roman", "original"),
    [("Mohammed", "محمد"), ("Muhamad", "محمد"), ("Khartoum", "الخرطوم"), ("Fatimah", "فاطمة"),
     ("Khalid al-Hassan", "خالد الحسن"), ("Kharkiv", "خاركيف")],
)  # fmt: skip
def test_consonants_lead_from_latin_to_arabic(roman: str, original: str) -> None:
    assert skeleton(roman) == skeleton(original)


def test_consonants_alone_match_too_much() -> None:
    assert skeleton("Salim") == skeleton("Salma")


@given(MIXED)
def test_keys_of_any_text_are_found(text: str) -> None:
    latin(text)
    skeleton(text)
    for word in apart(text):
        sound(word)
