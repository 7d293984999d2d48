"""Bodies and armed people that an Arabic text names, whether they speak or not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Literal

from probatum.read.builtin.arabic.authors import did_it
from probatum.read.builtin.arabic.names import speaker_of
from probatum.read.builtin.arabic.words import ARABIC
from probatum.read.builtin.worded.lexicon import word_set
from probatum.read.builtin.worded.phrases import QUOTES, Phrase
from probatum.read.tokens import Token, bare

_FORCES = word_set(
    "جيش قوات لواء كتيبة كتائب فصيل فصائل حرس ميليشيا ميليشيات سرية فوج بحرية شرطة استخبارات "
    "مخابرات قيادة"
)
_AUTHORITIES = word_set(
    "الجيش الشرطة السلطات الحكومة البلدية النيابة المحكمة المخابرات الاستخبارات الوزارة المحافظة"
)
_NO_NAME = word_set("من في على إلى عن التي الذي كان كانت قد لم لا ما هي هو أو ثم بعد قبل مع بين")
_ADJECTIVES = word_set(
    "السريع السريعة المشترك المشتركة المسلح المسلحة المتحد المتحدة الخاص الخاصة العام العامة الحر "
    "الحرة العليا الأعلى المحتل المحتلة المؤقت المؤقتة الأول الأولى الثالث الثالثة"
)
_MOST_ADJECTIVES = 2
_MOST_QUOTED = 6


def bodies_in(words: Sequence[Token]) -> Iterator[Phrase]:
    """Return forces by name, authorities that the article makes known, and groups that acted."""
    at = 0
    while at < len(words):
        end = _end(words, at)
        phrase = None if end is None else speaker_of(_without_joined(words[at:end]))
        if phrase is not None and phrase.type in ("organisation", "group"):
            yield phrase
        at = at + 1 if end is None else end


def _end(words: Sequence[Token], at: int) -> int | None:
    """Return where a body that begins at a token ends; None if none begins there."""
    begins = _begins(words[at].word)
    if begins == "authority":
        return _behind_adjectives(words, at + 1)
    if begins == "force" and at + 1 < len(words):
        following = words[at + 1]
        if following.word in QUOTES:
            shut = range(at + 2, min(len(words), at + 2 + _MOST_QUOTED))
            return next((each + 1 for each in shut if words[each].word in QUOTES), None)
        if following.word.startswith("ال"):
            return _behind_adjectives(words, at + 2)
        if following.kind == "word" and following.word not in _NO_NAME and _is_name(words, at + 1):
            return at + 2
    return at + 1 if begins == "group" and did_it(words, at) else None


@lru_cache(maxsize=1 << 14)
def _begins(word: str) -> Literal["authority", "force", "group"] | None:
    """Return what a word may be the noun of."""
    forms = bare(word)
    if any(form in _AUTHORITIES for form in forms):
        return "authority"
    if forms[-1] in _FORCES and "ال" not in word[:4]:
        return "force"
    head = ARABIC.heads.of(word)
    armed = head is not None and head.type == "group" and ARABIC.armed.has(word)
    return "group" if armed else None


def _is_name(words: Sequence[Token], at: int) -> bool:
    """Say whether a word without an article can be the name of a force."""
    return (
        ARABIC.heads.of(words[at].word) is None
        and ARABIC.cues.at(words, at) is None
        and ARABIC.happenings.at(words, at) is None
        and not words[at].raw.endswith(("ة", "اً", "ًا"))
    )


def _behind_adjectives(words: Sequence[Token], start: int) -> int:
    """Return the token behind the adjectives of a body ("the army | National")."""
    at = start
    while at < len(words) and at < start + _MOST_ADJECTIVES and (
        words[at].word in _ADJECTIVES
        or words[at].word.startswith("ال") and words[at].raw.endswith(("ي", "ية", "يّ", "يّة"))
    ):  # fmt: skip
        at += 1
    return at


def _without_joined(words: Sequence[Token]) -> Sequence[Token]:
    """Return words without what is written onto the first of them ("and the army")."""
    first = words[0]
    known = next(
        (form for form in bare(first.word) if form in _FORCES or form in _AUTHORITIES), first.word
    )
    cut = len(first.word) - len(known)
    if not cut or len(first.raw) < len(known):
        return words
    return [first._replace(start=first.start + cut, word=known, raw=first.raw[cut:]), *words[1:]]
