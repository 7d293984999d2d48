"""Arabic: who says what, by phenomenon. All persons and bodies are invented."""

from __future__ import annotations

import pytest

from read.builtin.told import assertions, names, read, sources, told

SAID = [
    ("أعلنت وزارة الصحة أن مدنيين قتلوا في القصف.",
     [("وزارة الصحة", "asserts", "مدنيين قتلوا في القصف")]),
    ("وفقاً لوزارة الداخلية، قُتل ثلاثة أشخاص.",
     [("وزارة الداخلية", "asserts", "قُتل ثلاثة أشخاص")]),
    ("قُتل ثلاثة أشخاص، بحسب الدفاع المدني.",
     [("الدفاع المدني", "asserts", "قُتل ثلاثة أشخاص")]),
    ("«سمعنا صوت الطائرة ليلاً»، قال البائع نادر.",
     [("نادر", "asserts", "سمعنا صوت الطائرة ليلاً")]),
    ("وقال المتحدث رامي الزين: «لم تحلق طائراتنا».",
     [("رامي الزين", "denies", "لم تحلق طائراتنا")]),
    ("قال السكان إنهم سمعوا انفجارات وأضافوا أن المسلحين أحرقوا المنازل.",
     [("السكان", "asserts", "إنهم سمعوا انفجارات"),
      ("السكان", "asserts", "المسلحين أحرقوا المنازل")]),
    ("ونفت قيادة القوات مسؤوليتها عن الغارة.",
     [("قيادة القوات", "denies", "مسؤوليتها عن الغارة")]),
    ("وأدان مجلس البلدية القصف على السوق.",
     [("مجلس البلدية", "condemns", "القصف على السوق")]),
    ("ودعت المنظمة إلى فتح تحقيق.", [("المنظمة", "calls_for", "فتح تحقيق")]),
    ("اعترف القائد بأن جنوده أطلقوا النار.",
     [("القائد", "acknowledges", "جنوده أطلقوا النار")]),
    ("السكان قالوا إن الجنود غادروا.", [("السكان", "asserts", "الجنود غادروا")]),
    ("كان الطقس جميلاً.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), SAID)
def test_the_verb_comes_first_then_who_then_what(
    text: str, wanted: list[tuple[str, str, str]]
) -> None:
    assert [tuple(each) for each in told(text, "ar")] == wanted


def test_and_is_no_part_of_the_verb_that_it_is_written_onto() -> None:
    one = assertions(read("وقالت المديرة إن القصف مستمر.", "ar"))[0]
    assert one.cue is not None
    assert one.cue.exact == "قالت"


def test_a_source_that_hides_is_anonymous() -> None:
    one = assertions(read("وقال مسؤول طلب عدم الكشف عن اسمه إن الأوامر صدرت.", "ar"))[0]
    assert one.voice == "anonymous"


def test_a_figure_has_the_source_of_the_words_it_stands_in() -> None:
    assert sources("قُتل ٣١٢ مدنياً، بحسب وزارة الصحة.", "ar") == [("قُتل ٣١٢ مدنياً", "وزارة الصحة")]


def test_the_article_does_not_make_another_body_of_a_council() -> None:
    reading = read("قال مجلس القرية إن القصف مستمر. وأعلن المجلس أن الناس نزحوا.", "ar")
    assert {names(reading)[one.speaker] for one in assertions(reading)} == {"مجلس القرية"}
