"""Arabic: what a text tells, asks, promises and curses itself. All is invented."""

from __future__ import annotations

import pytest

from probatum.read.contract import Entity
from read.builtin.told import assertions, names, read, told

TELLS = [
    ("وهرعت سيارات الإسعاف إلى المكان.", [(None, "asserts", "هرعت سيارات الإسعاف إلى المكان")]),
    ("ونُقل الجرحى إلى مستشفيين.", [(None, "asserts", "نُقل الجرحى إلى مستشفيين")]),
    ("وصل الدقيق إلى البلدة صباح اليوم.",
     [(None, "asserts", "وصل الدقيق إلى البلدة صباح اليوم")]),
    ("وكانت القافلة قد انطلقت من الميناء.",
     [(None, "asserts", "كانت القافلة قد انطلقت من الميناء")]),
    ("لم يصل إلى القرية أي من السائقين.",
     [(None, "asserts", "لم يصل إلى القرية أي من السائقين")]),
    ("لا تزال إدارة المشفى من دون كهرباء.",
     [(None, "asserts", "لا تزال إدارة المشفى من دون كهرباء")]),
    ("لا طحين ولا حليب في الحارة.", [(None, "asserts", "لا طحين ولا حليب في الحارة")]),
    ("ويقع الحاجز في منطقة تسيطر عليها كتائب السهل.",
     [(None, "asserts", "ويقع الحاجز في منطقة تسيطر عليها كتائب السهل")]),
    ("كنت على السطح ورأيت الناس يركضون!",
     [(None, "asserts", "كنت على السطح ورأيت الناس يركضون")]),
]  # fmt: skip
WANTS = [
    ("سنسلّم الملف إلى المحكمة، ولن ننشر أسماء الناجين.",
     [(None, "commits_to", "سنسلّم الملف إلى المحكمة"),
      (None, "commits_to", "لن ننشر أسماء الناجين")]),
    ("يا هيئة المراقبين، افتحوا الطريق للشاحنات!",
     [(None, "calls_for", "افتحوا الطريق للشاحنات")]),
    ("لا تنشروا صور الأطفال.", [(None, "calls_for", "لا تنشروا صور الأطفال")]),
    ("على السلطات أن تسمح بتشريح مستقل.",
     [(None, "calls_for", "على السلطات أن تسمح بتشريح مستقل")]),
    ("العار لمن يجوّع الأطفال.", [(None, "condemns", "لمن يجوّع الأطفال")]),
]  # fmt: skip
NOT_THESE = [
    ("وتقع المدينة عند ملتقى طرق القوافل.", []),
    ("كيف وصل الجنود إلى هنا؟", []),
    ("سأل الولد عن أمه في السوق القديم.", []),
    ("لن ننسى ولن نسامح.", []),
    ("سنوات طويلة في بلدة صغيرة.", []),
]  # fmt: skip
PICTURES = [
    ("لكن صوراً حصلت عليها الصحيفة تظهر آثار عجلات بين الأشجار.",
     [(None, "asserts", "آثار عجلات بين الأشجار")]),
    ("وفي مقطع نشرته صفحة «السهم» تظهر ألسنة اللهب.", [(None, "asserts", "ألسنة اللهب")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), TELLS + WANTS + NOT_THESE + PICTURES)
def test_the_text_says_it_itself(text: str, wanted: list[tuple[str | None, str, str]]) -> None:
    assert [tuple(each) for each in told(text, "ar")] == wanted


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("يا هيئة المراقبين، افتحوا الطريق!", "هيئة المراقبين"),
        ("على السلطات أن تسمح بتشريح مستقل.", "السلطات"),
        ("ندعو النائب العام إلى توقيف القائد.", "النائب العام"),
    ],
)
def test_whoever_is_called_upon_is_the_addressee(text: str, whom: str) -> None:
    reading = read(text, "ar")
    assert [names(reading).get(one.addressee) for one in assertions(reading)] == [whom]


BEHIND = [
    ("خرج المتحدث باسم الوزارة ليقول إن القارب غرق.",
     [("المتحدث باسم الوزارة", "asserts", "القارب غرق")]),
    ("الناطق باسم اللواء ينكر ويقول: «دخلنا لملاحقة مطلوبين».",
     [("الناطق باسم اللواء", "asserts", "دخلنا لملاحقة مطلوبين")]),
    ("أدانت نقابة الأطباء الغارة ووصفتها بأنها جريمة حرب.",
     [("نقابة الأطباء", "condemns", "الغارة"),
      ("نقابة الأطباء", "asserts", "جريمة حرب")]),
    ("وندّد المجلس بالكمين الذي وصفه بأنه «إعدام ميداني».",
     [("المجلس", "condemns", "الكمين"), ("المجلس", "asserts", "إعدام ميداني")]),
    ("واعتبر المرصد القضية إخفاءً قسرياً.", [("المرصد", "asserts", "القضية إخفاءً قسرياً")]),
    ("وأنحى رئيس البلدية باللائمة على قوات الشرق.",
     [("رئيس البلدية", "asserts", "قوات الشرق")]),
    ("احترقت ثلاثة بيوت، على ما أفاد مصدر طبي.",
     [("مصدر طبي", "asserts", "احترقت ثلاثة بيوت")]),
    ("وفي رواية نشرتها صحيفة «الراصد» نقلاً عن ضابط، قُتل المصور أثناء فراره.",
     [("ضابط", "asserts", "قُتل المصور أثناء فراره")]),
    ("وسارعت الوزارة إلى التنصل من الهجوم.", [("الوزارة", "denies", "الهجوم")]),
    ("وتعتزم النقابة تنظيم اعتصام.", [("النقابة", "commits_to", "تنظيم اعتصام")]),
    ("وطلب الجنود من الناس مغادرة بيوتهم.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), BEHIND)
def test_who_says_what_with_which_stance(
    text: str, wanted: list[tuple[str | None, str, str]]
) -> None:
    assert [tuple(each) for each in told(text, "ar")] == wanted


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("قال الجار إن البيت خال. وقالوا إنه مستودع.", ["الجار", None]),
        ("قال طبيب إن أضلاعه مكسورة. وتبيّن من السجلات أن 14 أسيراً ماتوا.",
         ["طبيب", "The Harbour Post"]),
    ],
)  # fmt: skip
def test_nobody_gets_words_that_are_not_his(text: str, speakers: list[str | None]) -> None:
    reading = read(text, "ar")
    assert [names(reading).get(one.speaker) for one in assertions(reading)] == speakers


def test_an_organisation_is_no_person_though_its_name_is_a_given_name() -> None:
    reading = read("قالت منظمة نور الحقوقية إن الأسير مات.", "ar")
    kinds = {one.name: one.type for one in reading.suggestions if isinstance(one, Entity)}
    assert kinds["منظمة نور الحقوقية"] == "organisation"
