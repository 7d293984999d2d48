"""Arabic verbs of saying in their forms: third person, past and present. Our own list."""

from __future__ import annotations

from collections.abc import Iterator

from probatum.read.builtin.worded.lexicon import Cue

_WEAK_PAST = "ىا"
_WEAK_PRESENT = "ىيو"
_TO_WHOM = ("ني", "نا", "ه", "ها", "هم")


def forms(verbs: str) -> str:
    """Return the forms of verbs, each given as ``past/present`` of "he", parted by ``|``."""
    return "|".join(form for verb in verbs.split() for form in _forms(*verb.split("/")))


def told(verbs: str) -> str:
    """Return the forms of verbs with whom it is told written onto them ("told us")."""
    return "|".join(
        stem.replace("ى", "ا") + whom
        for verb in verbs.split()
        for stem in _forms(*verb.split("/"))
        if not stem.endswith(("وا", "ون", "ن"))
        for whom in _TO_WHOM
    )


def _forms(past: str, present: str = "") -> Iterator[str]:
    short = past[:-1] if past[-1] in _WEAK_PAST else past
    yield from (past, short + "ت", short + "وا", short + "تا")
    if short == past:
        yield past + "ن"
    if present:
        many = present[:-1] if present[-1] in _WEAK_PRESENT else present
        yield from (present, "ت" + present[1:], many + "ون", "ت" + many[1:] + "ون")


VERBS: dict[str, Cue] = {
    forms(
        "قال/يقول صرح/يصرح أضاف/يضيف أوضح/يوضح ذكر/يذكر روى/يروي زعم/يزعم ادعى/يدعي تابع/يتابع "
        "كتب/يكتب نقل/ينقل أورد/يورد استدرك/يستدرك نبه/ينبه جزم/يجزم استطرد/يستطرد شرح/يشرح "
        "حكى/يحكي أردف/يردف علق/يعلق أجاب/يجيب صاح/يصيح همس/يهمس هتف/يهتف صرخ/يصرخ خلص/يخلص "
        "استنتج/يستنتج توقع/يتوقع رجح/يرجح اعتقد/يعتقد أقسم/يقسم حلف/يحلف تساءل/يتساءل شهد/يشهد "
        "أخبر/يخبر أبلغ/يبلغ أطلع/يطلع سرد/يسرد غرد/يغرد عقب/يعقب استذكر/يستذكر تذكر/يتذكر "
        "واصل/يواصل ظن/يظن اشتكى/يشتكي شكا/يشكو افترض/يفترض لاحظ/يلاحظ استخلص/يستخلص طمأن/يطمئن "
        "تنبأ/يتنبأ أنذر/ينذر أصر/يصر حاجج/يحاجج جادل/يجادل ارتأى/يرتئي رأى/يرى أجمع/يجمع "
        "أسر/يسر صارح/يصارح أعلم/يعلم علل/يعلل برر/يبرر فسر/يفسر لخص/يلخص كرر/يكرر ردد/يردد "
        "تكهن/يتكهن خمن/يخمن شك/يشك اشتبه/يشتبه استبشر/يستبشر تفاخر/يتفاخر تباهى/يتباهى "
        "أبرق/يبرق خاطب/يخاطب راسل/يراسل قص/يقص باح/يبوح تمتم/يتمتم انتقد/ينتقد دون/يدون "
        "اعتقد/يعتقد أيقن/يوقن اقتنع/يقتنع تذرع/يتذرع احتج/يحتج أوجز/يوجز قدر/يقدر "
        "تمنى/يتمنى أمل/يأمل رد/يرد استغرب/يستغرب أسف/يأسف اقترح/يقترح"
    ): Cue("asserts", "t"),
    told("أخبر/يخبر أبلغ/يبلغ حدث/يحدث أعلم/يعلم أطلع/يطلع طمأن/يطمئن صارح/يصارح"): Cue(
        "asserts", "t"
    ),
    forms("أكد/يؤكد شدد/يشدد"): Cue("asserts", "tol"),
    forms("أثبت/يثبت"): Cue("asserts", "to"),
    forms("أشار/يشير لفت/يلفت ألمح/يلمح لمح/يلمح نوه/ينوه خلص/يخلص انتهى/ينتهي"): Cue(
        "asserts", "tj"
    ),
    forms("أفاد/يفيد"): Cue("asserts", "tb"),
    forms("حذر/يحذر تخوف/يتخوف اشتكى/يشتكي شكا/يشكو تذمر/يتذمر خشي/يخشى"): Cue("asserts", "tf"),
    forms("أعلن/يعلن كشف/يكشف أفصح/يفصح تكلم/يتكلم تحدث/يتحدث حكى/يحكي"): Cue("asserts", "tou"),
    forms("عزا/يعزو أرجع/يرجع"): Cue("asserts", "toz"),
    forms("نفى/ينفي أنكر/ينكر كذب/يكذب استبعد/يستبعد"): Cue("denies", "to"),
    forms("دحض/يدحض فند/يفند"): Cue("disputes", "to"),
    forms("أدان/يدين دان/يدين استنكر/يستنكر شجب/يشجب ندد/يندد استهجن/يستهجن استفظع/يستفظع"): Cue(
        "condemns", "ob"
    ),
    forms("دعا/يدعو حث/يحث حض/يحض"): Cue("calls_for", "tig"),
    forms(
        "طالب/يطالب ناشد/يناشد طلب/يطلب التمس/يلتمس أهاب/يهيب أوعز/يوعز أوصى/يوصي نصح/ينصح "
        "توسل/يتوسل رجا/يرجو اشترط/يشترط استحث/يستحث"
    ): Cue("calls_for", "ti"),
    forms("اعتزم/يعتزم نوى/ينوي"): Cue("commits_to", "to"),
    forms("تعهد/يتعهد وعد/يعد توعد/يتوعد هدد/يهدد تكفل/يتكفل لوح/يلوح"): Cue("commits_to", "ti"),
    forms("اعترف/يعترف أقر/يقر"): Cue("acknowledges", "tib"),
    forms("شكك/يشكك طعن/يطعن ارتاب/يرتاب"): Cue("disputes", "tig"),
    told("وصف/يصف سمى/يسمي"): Cue("disputes", "on"),
    told("عد/يعد اعتبر/يعتبر"): Cue("asserts", "on"),
    forms("اتهم/يتهم"): Cue("asserts", "ix"),
    forms("تبنى/يتبنى"): Cue("claims_responsibility", "o"),
    forms("امتنع/يمتنع أحجم/يحجم تجنب/يتجنب تهرب/يتهرب تحفظ/يتحفظ"): Cue(
        "declines_to_comment", "c"
    ),
    "لم يعلقوا|لم يردوا|لم يجيبوا|لم يستجيبوا|لم يدلوا|لم يشاؤوا": Cue("declines_to_comment", "i"),
}
"""Verbs by what they take; one that ``cues`` gives by itself has what it says there."""
OPENS = forms(
    "قال/يقول صرح/يصرح أوضح/يوضح ذكر/يذكر زعم/يزعم ادعى/يدعي اعتبر/يعتبر أكد/يؤكد شدد/يشدد "
    "أشار/يشير لفت/يلفت نوه/ينوه أفاد/يفيد حذر/يحذر تخوف/يتخوف أعلن/يعلن نفى/ينفي أنكر/ينكر "
    "استبعد/يستبعد دحض/يدحض فند/يفند أدان/يدين استنكر/يستنكر شجب/يشجب ندد/يندد استهجن/يستهجن "
    "طالب/يطالب ناشد/يناشد أهاب/يهيب أوصى/يوصي تعهد/يتعهد توعد/يتوعد اعترف/يعترف أقر/يقر "
    "شكك/يشكك اتهم/يتهم تبنى/يتبنى عزا/يعزو أرجع/يرجع أعرب/يعرب أبدى/يبدي امتنع/يمتنع أحجم/يحجم "
    "اعتذر/يعتذر رحب/يرحب استغرب/يستغرب انتقد/ينتقد جدد/يجدد أفصح/يفصح روى/يروي أماط/يميط"
)
"""Verbs of saying that mean nothing else: where one opens a sentence, it is not its own voice."""
