"""Telling the language of a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probatum.read.language import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Residents of Dorna said that shells fell on the market.", "en"),
        ("Shelling near Kestrel Bay", "en"),
        ("Мешканці Дорни розповіли, що ринок обстріляли двічі.", "uk"),
        ("У селі загинули люди", "uk"),
        ("Жители Дорны рассказали, что рынок обстреляли дважды.", "ru"),
        ("В селе погибли люди", "ru"),
        ("قال سكان القرية إن السوق تعرض للقصف مرتين", "ar"),
        ("نیروهای امنیتی گزارش دادند که بازار گلوله‌باران شد", "fa"),
        ("Становници су рекли да је село нападнуто јуче", "sr"),
        ("Der Beschuss der Stadt dauerte die ganze Nacht", "de"),
        ("Les habitants du village ont fui pendant la nuit", "fr"),
        ("תושבי הכפר נמלטו בלילה", "he"),
        ("村の住民は逃げた", "ja"),
    ],
)
def test_each_language_is_told(text: str, language: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize("text", ["", "12:40", "?!", "\ud800", "\u202e\u200b", "Дорна"])
def test_what_cannot_be_told_is_unknown(text: str) -> None:
    assert language_of(text) == "und"


def test_a_ukrainian_report_that_quotes_russian_is_ukrainian() -> None:
    text = (
        "Чоловік розповів, що солдат крикнув: «Все выходите, быстро». Після цього він утік до лісу."
    )
    assert language_of(text) == "uk"


def test_an_english_report_with_names_in_cyrillic_is_english() -> None:
    text = "The village of Dorna (Дорна) was shelled, said its mayor, Ivan Tal (Іван Таль)."
    assert language_of(text) == "en"


def test_a_long_text_is_told_by_samples() -> None:
    assert language_of("Мешканці розповіли про обстріл. " * 60_000) == "uk"


@given(st.text())
def test_no_text_is_refused(text: str) -> None:
    assert language_of(text)
