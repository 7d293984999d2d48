"""Arabic: turns of phrase that news, releases and posts have over and again. All is invented."""

from __future__ import annotations

import pytest

from read.builtin.told import told

VERBS = [
    ("ارتأى المجلس أن الهدنة انهارت.", [("المجلس", "asserts", "الهدنة انهارت")]),
    ("وتخوّفت البعثة من كارثة في المخيم.", [("البعثة", "asserts", "كارثة في المخيم")]),
    ("واستهجنت نقابة المحامين اعتقال ثلاثة من أعضائها.",
     [("نقابة المحامين", "condemns", "اعتقال ثلاثة من أعضائها")]),
    ("ولوّح قائد الفصيل بقصف الميناء.", [("قائد الفصيل", "commits_to", "قصف الميناء")]),
    ("وأكد المتحدث ضرورة فتح ممر آمن.", [("المتحدث", "calls_for", "فتح ممر آمن")]),
]  # fmt: skip
BEHIND = [
    ("ونفى الناطق فرض أي حصار، عازياً نقص الغذاء إلى «جشع التجار».",
     [("الناطق", "denies", "فرض أي حصار"),
      ("الناطق", "asserts", "نقص الغذاء إلى «جشع التجار»")]),
    ("وطالبت النقابة السلطات بالإفراج عنه، محذرة من المساس بسلامته.",
     [("النقابة", "calls_for", "الإفراج عنه"), ("النقابة", "asserts", "المساس بسلامته")]),
    ("وخرج قائد الفرقة قائلاً إن الموقع خال.", [("قائد الفرقة", "asserts", "الموقع خال")]),
    ("وقال السكان إن المبنى كان خالياً، وهو ما نفاه المحافظ.",
     [("السكان", "asserts", "المبنى كان خالياً")]),
    ("ودانت المنظمة ما جرى. وتدين الجمعية بأشد العبارات قصف المدرسة.",
     [("المنظمة", "condemns", "ما جرى"), ("الجمعية", "condemns", "قصف المدرسة")]),
]  # fmt: skip
BODIES = [
    ("ستعلّق الهيئة توزيع المساعدات حتى إشعار آخر.",
     [("الهيئة", "commits_to", "ستعلّق الهيئة توزيع المساعدات حتى إشعار آخر")]),
    ("ولن تنسحب البعثة من المدينة.",
     [("البعثة", "commits_to", "لن تنسحب البعثة من المدينة")]),
    ("وأعلنت «كتائب الفجر» مسؤوليتها عن التفجير.",
     [("«كتائب الفجر»", "claims_responsibility", "مسؤوليتها عن التفجير")]),
]  # fmt: skip
OTHERS = [
    ("وسرت شائعات عن انهيار المفاوضات، غير أن الوسيط يشك.",
     [(None, "reports", "عن انهيار المفاوضات، غير أن الوسيط يشك")]),
    ("اتصلنا بقائد الحامية ثلاث مرات فأغلق الخط ورفض الحديث.",
     [("قائد الحامية", "declines_to_comment", "الحديث")]),
    ("نناشد الاتحاد إرسال محققين قبل أن تُمسح الآثار.",
     [(None, "calls_for", "إرسال محققين قبل أن تُمسح الآثار")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), [*VERBS, *BEHIND, *BODIES, *OTHERS])
def test_who_says_what(text: str, said: list[tuple[str | None, str, str]]) -> None:
    """A turn of phrase gives its speaker, its stance and its words."""
    assert told(text, "ar") == said


def test_what_somebody_says_is_not_the_texts_own_when_it_is_not_read() -> None:
    """A verb of saying with its subject opens the sentence: better nothing than its own voice."""
    assert told("وعزا المتحدث باسم الجيش الانفجار الذي دمر المبنى إلى خلل فني.", "ar") == []
