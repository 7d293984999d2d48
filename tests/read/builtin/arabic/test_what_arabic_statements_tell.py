"""What Arabic statements, posts and reports answer, ask and pass on."""

from __future__ import annotations

import pytest
from tests.read.builtin.told import assertions, names, read, told

from probatum.read.contract import Entity

OWN = "The Harbour Post"
TOLD = [
    # "As for what X said of N": what X says, and the denial of it.
    ("أما ما أوردته قناة «الحدث» من أن عدد القتلى بلغ سبعة عشر فلا أساس له من الصحة.",
     [("قناة «الحدث»", "reports", "عدد القتلى بلغ سبعة عشر"),
      (None, "denies", "لا أساس له من الصحة")]),
    ("وأما ادّعاء اتحاد السواحل أن الأهالي غادروا طوعاً فغير صحيح.",
     [(None, "denies", "ادّعاء اتحاد السواحل أن الأهالي غادروا طوعاً فغير صحيح"),
      ("اتحاد السواحل", "asserts", "الأهالي غادروا طوعاً")]),
    ("أما ما يُشاع عن وجود جنود في المستشفى فننفيه نفياً قاطعاً.",
     [(None, "denies", "ما يُشاع عن وجود جنود في المستشفى"),
      (None, "reports", "وجود جنود في المستشفى")]),
    ("أما المدير فقال إن المبنى خال.", [("المدير", "asserts", "المبنى خال")]),
    # Corrections, and what God is called upon behind.
    ("تصحيح: عدد القتلى اثنان لا ثلاثة.", [(None, "corrects", "عدد القتلى اثنان لا ثلاثة")]),
    ("تصحيح: كتبنا أمس أن المدرسة قُصفت.", [(None, "asserts", "المدرسة قُصفت")]),
    ("هذا قتل متعمد، وحسبنا الله ونعم الوكيل.", [(None, "asserts", "هذا قتل متعمد")]),
    ("من زرع اللغم الذي قتل الصياد؟", []),
    # Lists, and what is held to be.
    ("إننا:\n- ندين استهداف المدارس ونعدّه جريمة حرب؛\n- نطالب البعثة بالتحقيق.",
     [(None, "condemns", "استهداف المدارس"), (None, "asserts", "جريمة حرب"),
      (None, "calls_for", "التحقيق")]),
    ("نناشد أهالي المدينة التبرع بالدم.", [(None, "calls_for", "التبرع بالدم")]),
    ("أرجوكم أوقفوا هذا الجنون.", [(None, "calls_for", "أوقفوا هذا الجنون")]),
    ("نريد فريق تفكيك الألغام فوراً.", [(None, "calls_for", "فريق تفكيك الألغام فوراً")]),
    ("نرفض رفضاً تاماً الزعم بأنهم مسلحون.", [(None, "denies", "الزعم بأنهم مسلحون")]),
    # Who hides, who is not named, who struck.
    ("ونقلت إذاعة «المرفأ» عن ضابط سابق في البحرية، طلب عدم الكشف عن هويته، أن الدورية انسحبت.",
     [("ضابط سابق في البحرية", "asserts", "الدورية انسحبت")]),
    ("قالوا في التلفزيون إن القصف استهدف مخزناً.", [(None, "reports", "القصف استهدف مخزناً")]),
    ("وقال قائد الكتيبة: «ضربنا وكراً للتجسس».",
     [("قائد الكتيبة", "claims_responsibility", "ضربنا وكراً للتجسس")]),
    ("وقال أحد السكان: «ضربنا صاروخ من البحر».",
     [("أحد السكان", "asserts", "ضربنا صاروخ من البحر")]),
    ("وأكد الناطق أن رجاله لم يدخلوا القرية.", [("الناطق", "denies", "رجاله لم يدخلوا القرية")]),
    # What stands before a report is not of it.
    ("المخا - أصيب أربعة مدنيين في قصف على السوق.",
     [(None, "asserts", "أصيب أربعة مدنيين في قصف على السوق")]),
    ("عدن (وكالات) - قُتل صياد في قصف.", [(None, "asserts", "قُتل صياد في قصف")]),
    ("تحديث: أصيب أربعة مدنيين في قصف على السوق.",
     [(None, "asserts", "أصيب أربعة مدنيين في قصف على السوق")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), TOLD)
def test_what_is_told_by_whom(text: str, wanted: list[tuple[str | None, str, str]]) -> None:
    said = told(text, "ar")
    assert [(None if one.who == OWN else one.who, *one[1:]) for one in said] == wanted


def test_who_asks_not_to_be_named_is_anonymous_and_whoever_passed_it_on_is_known() -> None:
    reading = read("ونقلت إذاعة «المرفأ» عن ضابط، طلب عدم الكشف عن هويته، أن الدورية انسحبت.", "ar")
    (one,) = assertions(reading)
    assert one.voice == "anonymous"
    assert [names(reading)[each] for each in one.via] == ["إذاعة «المرفأ»", OWN]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("قال المسعف بركة صالح إن القارب غرق.", "بركة صالح"),
        ("قال قائدها آدم جاد كريم إن القارب غرق.", "آدم جاد كريم"),
        ("قال العميد ركن سالم باوزير إن القارب غرق.", "سالم باوزير"),
    ],
)
def test_behind_a_definite_title_a_name_begins_whether_or_not_a_list_knows_it(
    text: str, name: str
) -> None:
    named = [one.name for one in read(text, "ar").suggestions if isinstance(one, Entity)]
    assert name in named
