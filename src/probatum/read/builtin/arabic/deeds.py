"""Arabic verbs and words by which a sentence tells what happened or how things stand. Our own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from probatum.read.builtin.worded.lexicon import word_set
from probatum.read.figures.patterns import Patterns

_STEMS = (
    "هرع عاد دخل خرج وصل فر هرب لجأ جاء أتى حضر غادر ترك أغلق أقفل فتح منع طوق فتش صادر سحب حمل "
    "نقل "
    "ضبط انتشل أسعف دفن شيع انتشر تمركز نصب رفع أنزل اقتلع قطع انقطع توقف تعطل عبر اجتاز انطلق "
    "توجه "
    "اتجه مر حلق ظهر عثر شوهد هز دوى تصاعد اندلع التهم امتلأ تحول صار بقي ظل تعرض تسبب أسفر خلف "
    "ألحق "
    "أدى تناثر انسحب تقدم توغل اقترب استيقظ نجا تمكن أجبر أرغم سحل ضرب جر رمى ألقى صوب كبل عصب فصل "
    "جمع اقتيد تسلم أفرج وزع تواصل استمر استأنف سقط انهار اختبأ احتشد تجمع تظاهر اعتصم أضرب شارك "
    "وجد سمع نزح عاش انتظر "
    "نزل صعد ركض سار عطل أطفأ أخمد أنقذ أخرج أدخل أعاد أرسل سرق كسر خرب حطم أتلف صدم احتل سيطر "
    "استولى نفد انضم اصطف حاول أوقف جرى تدفق غص اكتظ ترجل رد شن نفذ طال أمطر"
)


def _forms(stems: str) -> Iterator[str]:
    """Yield the past forms of the third person of verbs, and of "we"."""
    for stem in stems.split():
        short = stem[:-1] if stem[-1] in "ىي" else stem
        yield from (stem, short + "ت", short + "وا", short + "تا", stem + "ا", short + "نا")


DONE: Patterns[bool] = Patterns({"|".join(_forms(_STEMS)): True}, joined=True)
STILL: Patterns[bool] = Patterns({
    "لا يزال|لا تزال|لا يزالون|ما زال|ما زالت|ما يزال|ما تزال|لا زال|لا زالت|ما زالوا|ما فتئ"
    "|ما برح": True,
    "ما في|ما فيه|ما عنا|ما عندنا|ما ظل|ما ضل|لا يوجد|لا توجد|لم يبق|لم تبق|لم يعد|لم تعد": True,
}, joined=True)  # fmt: skip
MUST: Patterns[bool] = Patterns({
    "يجب|يتعين على|ينبغي على|ينبغي أن|ينبغي ل*|لا بد من|لا بد أن|لا بد ل*|يتوجب على|آن الأوان": True
}, joined=True)  # fmt: skip
CURSES = word_set("العار الخزي الويل تبا لعنة لعن حسبنا حسبي سحقا")
NEVER_MIND = word_set("ننسى نسامح نغفر نعرف نعلم نفهم أنسى أسامح أغفر أعرف أعلم أفهم ننس أنس")
CALLING = word_set("يا أيها أيتها")
PASSIVE = re.compile("^[وف]?[^\\Wيتنا]\u064f")
"""A past verb of what was done to somebody shows by its first vowel."""
PRESENT = re.compile(r"^[وف]?[يتن]\w{3,}$")
WILL = re.compile(r"^و?س(?:ن(?!ة|و|ي|جار|د\b|اب)\w{3,}|أ(?!ل)\w{2,})$")
"""A verb of what I or we will do: not "year", not "he asked"."""
ORDER = re.compile(r"^ا(?!حتلو|رتدو|شترو|نته|ته|تج|تخ|تص|تف|متد|هتم|لتق|ختف|دع|عتد|كتف)\w{3}وا$")
"""An order to many: "open!", which no past form looks like."""
