"""Words that stand in dates of lists, in English, Ukrainian, Russian and Arabic, folded."""

from __future__ import annotations

from probatum.model.letters import fold

_MONTHS = (
    "january|jan|січень|січня|січ|январь|января|янв|يناير|كانون الثاني|كانون ثاني|جانفي",
    "february|feb|лютий|лютого|лют|февраль|февраля|фев|февр|فبراير|شباط|فيفري",
    "march|mar|березень|березня|бер|март|марта|мар|مارس|آذار",
    "april|apr|квітень|квітня|кві|квіт|апрель|апреля|апр|أبريل|ابريل|إبريل|نيسان|أفريل",
    "may|травень|травня|тра|трав|май|мая|مايو|أيار|ماي",
    "june|jun|червень|червня|чер|черв|июнь|июня|июн|يونيو|حزيران|يونيه|جوان",
    "july|jul|липень|липня|лип|июль|июля|июл|يوليو|تموز|يوليه|جويلية",
    "august|aug|серпень|серпня|сер|серп|август|августа|авг|أغسطس|آب|أوت",
    "september|sep|sept|вересень|вересня|вер|сентябрь|сентября|сен|сент|سبتمبر|أيلول",
    "october|oct|жовтень|жовтня|жов|жовт|октябрь|октября|окт|أكتوبر|تشرين الأول|تشرين أول",
    "november|nov|листопад|листопада|лис|лист|ноябрь|ноября|ноя|нояб|نوفمبر|تشرين الثاني|"
    "تشرين ثاني",
    "december|dec|грудень|грудня|гру|груд|декабрь|декабря|дек|ديسمبر|كانون الأول|كانون أول",
)
_SEASONS = (
    "spring|весна|весни|весны|навесні|весной|ربيع|الربيع",
    "summer|літо|літа|влітку|лето|лета|летом|صيف|الصيف",
    "autumn|fall|осінь|осені|восени|осень|осени|осенью|خريف|الخريف",
    "winter|зима|зими|взимку|зимы|зимой|شتاء|الشتاء",
)
_ISLAMIC = ("محرم|صفر|ربيع الأول|ربيع الثاني|ربيع الآخر|جمادى الأولى|جمادى الآخرة|جمادى الثانية|"
            "رجب|شعبان|رمضان|شوال|"
            "ذو القعدة|ذو الحجة|muharram|safar|rajab|shaban|ramadan|shawwal|рамадан|"
            "رمضان")  # fmt: skip


def _folded(words: str) -> list[str]:
    return [" ".join(fold(word).split()) for word in words.split("|")]


MONTHS = {word: at for at, words in enumerate(_MONTHS, start=1) for word in _folded(words)}
SEASONS = {word: at for at, words in enumerate(_SEASONS, start=21) for word in _folded(words)}
ISLAMIC = frozenset(_folded(_ISLAMIC))
# They say nothing that a date could be more precise by.
FILLERS = frozenset(_folded(
    "of|the|in|on|at|st|nd|rd|th|year|early|mid|middle|late|beginning|start|end|around the|"
    "р|рік|року|році|роки|початок|початку|середина|середини|кінець|кінця|на|в|у|"
    "г|год|года|году|начало|начале|середине|конец|конце|"
    "م|عام|سنة|في|من|شهر|يوم|أوائل|بداية|منتصف|أواخر|نهاية|"
    "monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun|"
    "понеділок|вівторок|середа|четвер|п'ятниця|субота|неділя|"
    "понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|"
    "الاثنين|الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد"
))  # fmt: skip
ABOUT = _folded(
    "about|approximately|approx|around|circa|ca|c|близько|приблизно|бл|орієнтовно|около|"
    "примерно|ок|ориентировочно|приблизительно|حوالي|نحو|قرابة|تقريبا"
)
BEFORE = _folded("before|by|not later than|до|не пізніше|не позднее|قبل")
AFTER = _folded("after|since|from|not earlier than|після|з|після|после|с|بعد|منذ")
BETWEEN = _folded("between|між|между|بين")
DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٫٬،", "01234567890123456789.,,")
"""Arabic-Indic digits of both kinds, and the marks between them, to those of ASCII."""
