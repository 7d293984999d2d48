"""Words by which lists say sex, status and what became of people.

In four languages, folded.
"""

from __future__ import annotations

from collections.abc import Iterable

from probatum.model.letters import fold


def folded(word: str) -> str:
    """Return a word for looking it up."""
    return " ".join(fold(word).split()).strip(" .")


def _table(said: dict[str, str]) -> dict[str, str]:
    return {folded(word): means for means, words in said.items() for word in words.split("|")}


SEX = _table({
    "female": "f|fem|female|woman|girl|w|ж|жін|жіноча|жінка|дівчина|дівчинка|жен|женский|женщина|"
              "девушка|девочка|жіночий|женская|أنثى|انثى|امرأة|إناث|فتاة|طفلة|سيدة|بنت",
    "male": "m|male|man|boy|ч|чол|чоловіча|чоловік|чоловічий|хлопець|хлопчик|м|муж|мужской|"
            "мужчина|мальчик|парень|мужская|ذكر|رجل|ذكور|طفل|ولد|شاب|فتى",
    "intersex": "intersex|інтерсекс|интерсекс",
    "other": "other|інша|інше|другое|другой|غير ذلك|آخر",
})  # fmt: skip
STATUS = _table({
    "civilian": "civilian|civilians|civ|non-combatant|noncombatant|цивільний|цивільна|"
            "цивільна особа|"
                "мирний|мирна|мирний житель|гражданский|гражданская|гражданское лицо|мирный житель|"
                "مدني|مدنية|مدنيون|مدنيين",
    "combatant": "combatant|fighter|military|soldier|non-civilian|noncivilian|комбатант|військовий|"
                 "військовослужбовець|боєць|солдат|военный|военнослужащий|боец|комбатант|"
                 "مقاتل|عسكري|جندي|غير مدني|مجند|مسلح",
})  # fmt: skip
STANDING = _table({
    "missing": "missing|disappeared|зниклий|зникла|зник|зник безвісти|безвісти|зникла безвісти|"
               "пропал|пропал без вести|пропавший|пропала|без вести|مفقود|مفقودة|مفقودين|مختفي",
    "detained": "detained|detention|arrested|prisoner|captive|captured|затриманий|затримана|полон|"
                "у полоні|полонений|задержан|задержанный|задержана|в плену|пленный|معتقل|معتقلة|"
                "محتجز|أسير|محتجزة|موقوف",
    "dead": "dead|killed|died|deceased|death|загинув|загинула|загиблий|загибла|помер|померла|"
            "вбитий|"
            "мертвий|погиб|погибла|погибший|умер|умерла|убит|убита|قتيل|متوفى|شهيد|شهيدة|ميت|قتل|"
            "مقتول|وفاة|متوفي",
    "found-alive": "found alive|alive|released|freed|found|знайдений живим|знайдена живою|живий|"
            "жива|"
                   "звільнений|звільнена|найден живым|жив|живой|жива|освобожден|освобождена|حي|"
                   "على قيد الحياة|مفرج عنه|أفرج عنه|محرر|عثر عليه حيا",
})  # fmt: skip
YES = frozenset(map(folded, "yes|y|true|1|x|+|так|да|نعم|ja|oui|v|✓".split("|")))
NO = frozenset(map(folded, "no|n|false|0|-|ні|нет|لا".split("|")))
# Compared in small letters, not folded: they are looked for in every cell.
UNKNOWN = frozenset(
    "-|--|---|–|—|?|??|???|.|..|...|/|n/a|na|n.a.|#n/a|none|null|nan|nil|unknown|unk|unk.|"
    "not known|"
    "no data|not stated|not available|unidentified|unspecified|unnamed|no name|"
    "невідомо|невідомий|невідома|невідоме|н/д|нема даних|немає даних|не вказано|не встановлено|"
    "невстановлений|невстановлена|неопізнаний|неопізнана|дані відсутні|"
    "неизвестно|неизвестен|неизвестна|неизвестный|неизвестная|нет данных|не указано|не установлено|"
    "неопознан|неопознанный|неопознанная|"
    "غير معروف|غير معروفة|مجهول|مجهولة|مجهول الهوية|مجهولة الهوية|لا يوجد|غير محدد|غير محددة|"
    "غير متوفر|لا معلومات".split("|")
)
TOTALS = frozenset(map(folded, (
    "total|totals|sum|grand total|всього|усього|разом|итого|всего|المجموع|الإجمالي|مجموع|الاجمالي"
).split("|")))  # fmt: skip
PEOPLE = frozenset(map(folded, (
    "people|persons|person|bodies|body|civilians|victims|unidentified bodies|unknown persons|"
    "осіб|особа|особи|людей|людина|тіл|тіла|загиблих|жертв|человек|тел|тела|погибших|"
    "أشخاص|شخص|شخصا|جثث|جثة|ضحايا|ضحية|قتلى|شهداء|شهيد"
).split("|")))  # fmt: skip


def merged(usual: dict[str, str], own: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return the usual words with those of the mapping, which count first."""
    return usual | {folded(word): means for word, means in own}
