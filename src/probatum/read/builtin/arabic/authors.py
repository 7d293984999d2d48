"""Whether Arabic words say who did it: armed people beside what they did, or where it came from."""

from __future__ import annotations

import re
from collections.abc import Sequence

from probatum.model.letters import fold
from probatum.read.builtin.arabic.words import ARABIC
from probatum.read.builtin.worded.lexicon import word_set
from probatum.read.builtin.worded.phrases import Phrase
from probatum.read.figures.patterns import Patterns
from probatum.read.tokens import Token, bare

_NEAR = 4
_FAR = 9
_PASSIVE = re.compile("^[وف]?[^\\Wيتن]\u064f")  # "was shelled" shows by its first vowel
_ON_WHOM = ("ه", "ها", "هم", "هما", "نا", "ني")


def _with_whom(verbs: str) -> str:
    """Return verbs, and their forms with whom it was done to written onto them ("took them")."""
    forms = [verb for verb in verbs.split("|") if " " not in verb]
    whom = [
        (form[:-1] if form.endswith("وا") else form) + end for form in forms for end in _ON_WHOM
    ]  # fmt: skip
    return "|".join([verbs, *whom])


_DID = Patterns({
    _with_whom("قصف|قصفت|قصفوا|استهدف|استهدفت|استهدفوا|هاجم|هاجمت|هاجموا|اقتحم|اقتحمت|اقتحموا"
        "|داهم|داهمت"
    "|داهموا|أغار|أغارت|أطلق|أطلقت|أطلقوا|فتح النار|فتحت النار|فتحوا النار|أعدمت|أعدموا|اعتقلت"
    "|اعتقلوا|احتجزت|احتجزوا|خطفت|خطفوا|اختطفت|اختطفوا|اقتاد|اقتادت|اقتادوا|عذبوا|أحرق|أحرقت"
    "|أحرقوا|دمرت|دمروا|نهب|نهبت|نهبوا|فجرت|فجروا|حاصر|حاصرت|حاصروا|اغتصبوا|قتلوا|ضربوا|ألقت"
    "|ألقوا|أسقطت|هدموا|جرفوا|جرفت|هدمت|هجروا|سرقوا|صدمت|أغرقت|دهست|تحتجز|يحتجزون|احتجز|اعتقل"
    "|اختطف|يقصف|تقصف|يقصفون|يطلق|تطلق|يطلقون|يطلقان|يعتقلون|تعتقل|يحرقون|يعذبون|تستهدف|يستهدف"
    "|يضربون|يعدمون|تحاصر|يحاصر|ينهبون|شنت|نفذت|ارتكبت|ارتكبوا"): True,
    "أطلقت من مواقع|أطلق من مواقع|أطلقت من مناطق|أطلق من مناطق|أطلقت من قاعدة|أطلق من قاعدة"
    "|أطلقت من ثكنة|أطلق من ثكنة|أطلقت من زورق*|أطلق من زورق*|أطلقت من جهة|أطلق من جهة"
    "|جاءت من مواقع|جاء من مواقع|أتت من مواقع|انطلقت من مواقع|انطلق من مواقع": False,
}, joined=True)  # fmt: skip
_NOT_BY = word_set("على من في عن إلى ضد بين لدى مع بحق ضمن")
_WHEN = word_set(
    "أمس ليل ليلة فجر صباح مساء ظهر عصر اليوم يوم الأحد الاثنين الثلاثاء الأربعاء الخميس الجمعة "
    "السبت ليلا فجرا صباحا مساءً لاحقا أيضا مجددا الماضي"
)
_OPENERS = word_set(
    "قد وقد فقد لقد ولقد فلقد حين عندما حيث بينما فيما كما ثم ما بعدما كان كانت كيف لأن لأنه "
    "إذ وإذ حتى لما"
)
_THINGS = word_set("طائرات طائرة الطائرات الطائرة مدفعية المدفعية")
_STOPS = frozenset(".؛;!?؟…")
_WE_STRUCK = word_set(
    "ضربنا قصفنا استهدفنا نفذنا دمرنا هاجمنا فجرنا أسقطنا أعدمنا قتلنا أغرقنا صفينا أحرقنا نسفنا"
)
_LEADS = tuple(map(fold, ("قائد", "متحدث", "ناطق", "زعيم", "أمير")))


def struck(words: Sequence[Token], speaker: Phrase | None) -> bool:
    """Say whether a commander or spokesman says what "we struck"."""
    if speaker is None or not words:
        return False
    first = words[2] if len(words) > 2 and words[0].word == "نعم" else words[0]
    if first.word.removeprefix("و") not in _WE_STRUCK:
        return False
    return any(form.startswith(_LEADS) for one in speaker.words for form in bare(one.word))


def names_actor(words: Sequence[Token]) -> bool:
    """Say whether armed people stand as the subject of a deed, before or behind its verb."""
    for at in range(len(words)):
        done = _DID.at(words, at)
        if done is not None and not done[0]:
            return True  # "fired from positions of the brigade"
        if done is None or _PASSIVE.match(words[at].raw) or words[at].word.startswith("ال"):
            continue
        if at and words[at - 1].word in ARABIC.nots | _NOT_BY:
            continue
        if _opens(words, at) and _behind(words, done[1]) or _before(words, at):
            return True
    return False


def _opens(words: Sequence[Token], at: int) -> bool:
    """Say whether a verb begins its clause: what stands before it is no subject of its own."""
    if not at or words[at].raw[:1] in ("و", "ف"):
        return True
    before = words[at - 1]
    return before.kind != "word" or before.word in ARABIC.that | _OPENERS | _WHEN


def did_it(words: Sequence[Token], at: int) -> bool:
    """Say whether the group at a token stands right before or behind the verb of a deed."""
    if at + 1 < len(words) and _DID.at(words, at + 1) is not None:
        return not _PASSIVE.match(words[at + 1].raw)
    return bool(at) and _DID.at(words, at - 1) is not None and not (
        _PASSIVE.match(words[at - 1].raw) or words[at].raw.endswith("ين")
        or words[at - 1].word.startswith("ال")
    )  # fmt: skip


def _behind(words: Sequence[Token], start: int) -> bool:
    """Say whether the subject stands behind its verb, with nothing but a time between."""
    for at in range(start, min(len(words), start + _NEAR)):
        if _is_armed(words, at):
            return not words[at].raw.endswith(("ين", "اً", "ًا"))
        if words[at].word not in _WHEN:
            return False  # "the raid hit | the army's forces"
    return False


def _is_armed(words: Sequence[Token], at: int) -> bool:
    """Say whether a token names armed people; a plane says nothing of whose it is."""
    return ARABIC.armed.at(words, at) is not None and words[at].word not in _THINGS


def _before(words: Sequence[Token], verb: int) -> bool:
    for at in range(verb - 1, max(-1, verb - _FAR), -1):
        if words[at].word in _STOPS:
            return False
        if _is_armed(words, at):
            return not at or words[at - 1].word not in _NOT_BY
    return False
