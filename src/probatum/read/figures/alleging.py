"""Numbers in what somebody else is said to claim: "denied the Council's allegation that 14 died".

Who denies, repeats or doubts it does not give such a number; its author does.
"""

from __future__ import annotations

from collections.abc import Sequence

from probatum.read.figures.lexicon import FigureWords
from probatum.read.figures.naming import LEADS, NO_SUBJECT, QUOTES, Found, name_behind
from probatum.read.figures.patterns import Patterns
from probatum.read.found import Mark
from probatum.read.tokens import Token

_FAR = 30
_MOST_OF_OWNER = 7
_OWNS = frozenset({"'s", "'", "’", "’s"})
_OPEN = frozenset("that of about to on over putting".split())
_THE = frozenset("the a an its their his her our my".split())
_OLD = frozenset(
    "earlier latest own recent repeated initial original first previous official daily public own "
    "latest new preliminary false own unproven unverified".split()
)
_NO_AUTHOR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday yesterday today week month year "
    "day morning evening night it that there he she what who".split()
)
_IS = frozenset("is are was were - – —".split())
_FALSE = frozenset(
    "fake rubbish nonsense lie lies false invented made-up wrong propaganda untrue bullshit "
    "fiction rumour rumours garbage fantasy hoax invention exaggerated made".split()
)
_STOPS = frozenset(".;!?؛؟")
_ENGLISH = frozenset(
    "claim claims allegation allegations accusation accusations charge charges report reports "
    "assertion assertions finding findings figure figures estimate estimates statement statements "
    "suggestion version account accounts story testimony announcement toll contention tally count "
    "insistence admission complaint conclusion denial boast".split()
)
_OTHERS: Patterns[bool] = Patterns({
    "заяву|заяви|заява|заяв|заявою|твердження|тверджень|твердженням|слова|слів|повідомлення"
    "|повідомлень|звинувачення|звинувачень|оцінку|свідчення|свідчень|версію|версія|версії"
    "|закиди|закид|висновок|висновки|цифру|цифра": True,
    "заявление|заявления|заявлений|утверждение|утверждения|утверждений|слова|слов|сообщение"
    "|сообщения|сообщений|обвинение|обвинения|обвинений|оценку|свидетельства|показания|версию"
    "|версия|версии|вывод|выводы|цифру|цифра|тезис": True,
    "اتهام|اتهامات|تصريح|تصريحات|رواية|مزاعم|ادعاء|ادعاءات|اقوال|تاكيد|تاكيدات|زعم|حصيلة"
    "|استنتاج|شهادات|شهادة|اعلان": True,
}, joined=True)  # fmt: skip


def alleged_by(
    read: Sequence[Token], first: int, last: int, start: int, end: int, words: FigureWords,
    dates: Sequence[Mark],
) -> Found:  # fmt: skip
    """Return who is said to claim the number at tokens ``start`` to ``end``, if a noun says so."""
    slavic = words.has_verb_first
    for at in range(start - 1, max(first, start - _FAR) - 1, -1):
        token = read[at]
        if not slavic and token.word in _ENGLISH:
            opens = read[at + 1].word if at + 1 < len(read) else "."
            if opens in _OPEN or at + 1 == start:
                return _owner(read, first, at)
        if slavic and _OTHERS.at(read, at) is not None:
            return _genitive(read, at + 1, start, words, dates)
        if token.word in _STOPS or words.says.at(read, at) is not None:
            return None
    return None


def is_called_false(read: Sequence[Token], start: int, end: int) -> bool:
    """Read '"200 killed" is rubbish': the number of somebody whom the text does not name."""
    if not start or read[start - 1].word not in QUOTES or end >= len(read):
        return False
    if read[end].word not in QUOTES:
        return False
    near = [token.word for token in read[end + 1 : end + 4]]
    return near[:1] != [] and near[0] in _IS and any(word in _FALSE for word in near[1:])


def _owner(read: Sequence[Token], first: int, noun: int) -> Found:
    """Return whose claim it is: "the head of | the union | 's earlier claim"."""
    at = noun
    while at > first and read[at - 1].word in _OLD:
        at -= 1
    if at <= first or read[at - 1].word not in _OWNS:
        return None
    end = at - 1
    start = owner_from(read, first, end)
    if start >= end or read[end - 1].word in _NO_AUTHOR:
        return None
    return start, end


def owner_from(read: Sequence[Token], first: int, end: int) -> int:
    """Return where the words for an owner begin that end before "'s"."""
    low = max(first, end - _MOST_OF_OWNER)
    for at in range(end - 1, low - 1, -1):
        if read[at].kind != "word" and read[at].word not in ("-", "."):
            break
        if read[at].word in _THE:
            return at
    at = end - 1
    while at > low and read[at].is_capitalised and read[at - 1].is_capitalised:
        at -= 1
    return at if at >= first else end


def _genitive(
    read: Sequence[Token], at: int, start: int, words: FigureWords, dates: Sequence[Mark]
) -> Found:  # fmt: skip
    """Return the name behind "заяву | опозиції про", "اتهام | المجلس بأن"."""
    if at >= start or read[at].word in LEADS or read[at].word in NO_SUBJECT:
        return None
    end = next(
        (step for step in range(at, start) if read[step].word in LEADS | words.that
         or read[step].word in (",", "بان", "عن", "بشان", "حول", "щодо", "относительно")),
        start,
    )  # fmt: skip
    return name_behind(read, at, end, words, dates)
