"""Figures of Arabic news: cases, some of the counted, number words in the accusative."""

from __future__ import annotations

import pytest

from probatum.read.figures import figures_of

# text; for each figure: measure, bound, low, who gives it
SAID: list[tuple[str, list[tuple[str, str | None, int | None, str | None]]]] = [
    ("اقتادت القوات واحداً وأربعين عاملاً إلى جهة مجهولة.", [("detained", "exact", 41, None)]),
    (
        "سجلت الوزارة 12 حالة وفاة و40 إصابة.",
        [("killed", "exact", 12, "الوزارة"), ("injured", "exact", 40, "الوزارة")],
    ),
    (
        "وثقت الجمعية ما لا يقل عن 160 حالة اختفاء.",
        [("missing", "at_least", 160, "الجمعية")],
    ),
    (
        "وصل إلى المستشفى 19 مصاباً، توفي منهم أربعة.",
        [("injured", "exact", 19, None), ("killed", "exact", 4, None)],
    ),
    (
        "ارتفع عدد الجرحى من 14 إلى 22 مع حلول المساء.",
        [("injured", "exact", 14, None), ("injured", "exact", 22, None)],
    ),
    ("لجأ عشرات الآلاف إلى البلد المجاور.", [("refugees", "at_least", 20000, None)]),
    (
        "اعتقلت الشرطة العشرات، بينهم صحفيان.",
        [("detained", "at_least", 20, None), ("detained", "exact", 2, None)],
    ),
    (
        "دمر القصف 23 منزلاً وتضررت مدرستان.",
        [("buildings-destroyed", "exact", 23, None), ("buildings-damaged", "exact", 2, None)],
    ),
    ("قال أحد الناجين إن عدد القتلى أعلى بكثير.", [("killed", None, None, "أحد الناجين")]),
    (
        "اقتاد مسلحون عشرة رجال، ثم أفرج عن ثلاثة منهم.",
        [("abducted", "exact", 10, None), ("other", "exact", 3, None)],
    ),
    ("مقتل سائقَين في كمين.", [("killed", "exact", 2, None)]),
    ("وتوفي تسعة منهم على الأقل.", [("killed", "at_least", 9, None)]),
    ("زوجة أحد المفقودين تنتظر منذ الأمس.", []),
    # two by their ending, and "and" written onto the next count
    (
        "أصيبت ممرضتان وقُتل سائقان في القصف.",
        [("injured", "exact", 2, None), ("killed", "exact", 2, None)],
    ),
    (
        "قتل الجيش 45 مسلحاً وأسر 12.",
        [("killed", "exact", 45, None), ("detained", "exact", 12, None)],
    ),
    (
        "تضررت 14 بناية ومدرسة وثلاثة مستشفيات.",
        [("buildings-damaged", "exact", 14, None), ("buildings-damaged", "exact", 3, None)],
    ),
    (
        "أوقعت الغارة ثمانية قتلى ونحو عشرين مصاباً.",
        [("killed", "exact", 8, None), ("injured", "about", 20, None)],
    ),
    # what became of them, and whose part they are
    ("لا يزال 214 معتقلاً في عداد المفقودين.", [("missing", "exact", 214, None)]),
    ("قالت الهيئة إن ثلاثة من الموظفين ما زالوا محتجزين.", [("detained", "exact", 3, "الهيئة")]),
    (
        "وصل إلى المستشفى 41 جريحاً توفي ثلاثة منهم.",
        [("injured", "exact", 41, None), ("killed", "exact", 3, None)],
    ),
    ("انتشل الأهالي تسع جثث وشخصين على قيد الحياة.", [("bodies-found", "exact", 9, None)]),
    ("تضرر 12 من أصل 40 منزلاً.", [("buildings-damaged", "exact", 12, None)]),
    ("تسعة من كل عشرة نازحين نساء.", []),
    ("قال المدير إن نصف الضحايا باعة.", []),
    # the bound before the number of them
    ("تجاوز عدد المعتقلين أربعمئة.", [("detained", "more_than", 400, None)]),
]


@pytest.mark.parametrize(("text", "wanted"), SAID)
def test_arabic_counts_are_read_as_they_are_put(
    text: str, wanted: list[tuple[str, str | None, int | None, str | None]]
) -> None:
    found = [
        (each.measure, each.bound, each.low, text[slice(*each.source)] if each.source else None)
        for each in figures_of(text, "ar")
    ]
    assert found == wanted
