"""What stands in place of a name and names nobody: *unidentified man 7*, *see above*, *#REF!*."""

from __future__ import annotations

import re
from functools import lru_cache

from probatum.link.lists.value_words import PEOPLE, SEX, folded

# Words that stand where a name is not known: with a word for a person, a number or alone.
_NAMELESS = frozenset(
    "unidentified|unknown|unnamed|nameless|anonymous|nn|невідомий|невідома|невідоме|невідомі|"
    "невстановлений|невстановлена|невстановлене|неопізнаний|неопізнана|неопізнане|безіменний|"
    "безіменна|неизвестный|неизвестная|неизвестное|неустановленный|неустановленная|неустановленное|"
    "неопознанный|неопознанная|неопознанное|безымянный|безымянная|مجهول|مجهولة|مجهولا".split("|")
)
_WHOM = frozenset(
    "corpse|remains|human|adult|child|baby|infant|elderly|old|young|name|identity|civilian|soldier|"
    "тіло|труп|останки|дитина|немовля|особу|цивільний|цивільна|военный|тело|ребенок|ребёнок|лицо|"
    "младенец|личность|старик|старуха|الهوية|الاسم|جثمان|طفل|رضيع|رفات|no|nr|№|of".split("|")
)
# Whole cells that send the reader elsewhere, or that somebody typed to try a form.
_ELSEWHERE = frozenset(map(folded, (
    "see above|see below|see note|see notes|see comment|see comments|as above|same as above|"
    "same|ditto|idem|"
    "duplicate|deleted|removed|redacted|withheld|anonymised|anonymized|confidential|undefined|"
    "test|test test|testing|example|sample|placeholder|lorem ipsum|asdf|qwerty|tbd|tbc|pending|"
    "див. вище|див вище|дивись вище|див. нижче|те саме|те ж|той самий|та сама|аналогічно|дублікат|"
    "повтор|видалено|вилучено|приховано|тест|приклад|уточнюється|"
    "см. выше|см выше|смотри выше|см. ниже|то же|то же самое|тот же|та же|там же|аналогично|"
    "дубликат|удалено|изъято|скрыто|пример|уточняется|"
    "انظر أعلاه|انظر أدناه|كما سبق|كما أعلاه|نفسه|نفسها|نفس الشيء|مكرر|مكررة|محذوف|محجوب|تجربة|"
    "اختبار|مثال|قيد التحقق"
).split("|")))  # fmt: skip
_SPREADSHEET = re.compile(r"#(?:REF|NAME\?|VALUE|DIV/0|NUM|NULL|SPILL|CALC|ERROR|N/A)!?|=.+")
_ADDRESS = re.compile(r"\S+@\S+\.\w+|(?:https?|ftp)://\S+|www\.\S+", re.IGNORECASE)
_ONE_LETTER = re.compile(r"([^\W\d_])\1{2,}", re.IGNORECASE)
_DIGITS = re.compile(r"[\W\d_]+")


@lru_cache(maxsize=1 << 17)
def says_no_name(words: str) -> bool:
    """Say whether words in place of a name say that nobody knows it.

    >>> [says_no_name(each) for each in ("Unidentified male 7", "Невідома жінка", "Ada Unknown")]
    [True, True, False]
    """
    parts = [each for each in _DIGITS.split(words.casefold()) if each]
    return any(each in _NAMELESS for each in parts) and all(
        each in _NAMELESS or each in _WHOM or folded(each) in SEX or folded(each) in PEOPLE
        for each in parts
    )


@lru_cache(maxsize=1 << 17)
def is_no_name(words: str) -> bool:
    """Say whether the whole of a cell is something else than a name.

    A reference to another row, an error or a formula of a spreadsheet, an address, one letter
    again and again, or more digits than letters.

    >>> [is_no_name(each) for each in ("див. вище", "#REF!", "a@b.org", "xxx", "ID 4451")]
    [True, True, True, True, True]
    >>> [is_no_name(each) for each in ("Samir Same", "Ivan 2", "Li", "Aaa Bbb")]
    [False, False, False, False]
    """
    letters = sum(each.isalpha() for each in words)
    return (
        sum(each.isdigit() for each in words) > letters
        or folded(words.strip("[]()<>*\"'“”«» ")) in _ELSEWHERE
        or any(form.fullmatch(words) for form in (_SPREADSHEET, _ADDRESS, _ONE_LETTER))
    )
