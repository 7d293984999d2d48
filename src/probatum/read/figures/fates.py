"""Those who are counted and whom nothing befell: who tells of it, who is safe or free again."""

from __future__ import annotations

from collections.abc import Sequence

from probatum.read.figures.framing import Counted
from probatum.read.figures.lexicon import FigureWords
from probatum.read.figures.measured import Measured
from probatum.read.tokens import Token, bare

_NEAR = 4
_TELLS = frozenset(
    "told said says say tell testified recalled recounted insisted claimed alleged stated".split()
)
_DESCRIBE = frozenset(
    "describe described reported report spoke speak remembered remember mentioned mention "
    "identified "
    "identify recognised recognise blamed blame accused accuse".split()
)
_CONFESS = frozenset("admitted admits confessed denied denies acknowledged conceded".split())
_THAT = frozenset("that it his her their they he she the firing".split())
_SAFE = frozenset("survivors survivor уцелевших выживших вцілілих уцілілих ناجين ناجيا".split())
_LIVING = frozenset("живими живих живі живыми живых живы живой живым احياء".split())
_OUT_OF = frozenset("из із з зі".split())
_LOST = frozenset({"killed", "missing", "bodies-found", "injured"})
_HELD = frozenset({"detained", "abducted"})
_FREED = frozenset(
    (one, two)
    for one in ("were", "been", "was", "are")
    for two in ("released", "freed", "bailed", "handed")
)
_ALIVE = frozenset({
    ("found", "alive"), ("still", "alive"), ("were", "alive"), ("was", "alive"), ("found", "safe"),
    ("turned", "up"), ("been", "alive"), ("are", "alive"), ("is", "alive"),
})  # fmt: skip


def says_itself(read: Sequence[Token], one: Counted, words: FigureWords) -> bool:
    """Say whether a number inside another's words has its own measure: "of the seven wounded"."""
    found = words.triggers.at(read, one.end)
    return one.trigger is not None or (found is not None and "p" in found[0].sides)


def speaks(read: Sequence[Token], one: Counted, words: FigureWords) -> bool:
    """Say whether those counted say it, or are free: "..., two former inmates told the inquiry"."""
    if words.titles and _are_freed(read, one, words) or _all_but(read, one):
        return True
    if (some := words.parts_behind.at(read, one.number_end)) is not None:
        return _give_evidence(read, some[1], words) or _is_named(read, one, some[1])
    if one.head not in ("people", "other") or one.end >= len(read):
        return False
    return read[one.end].word in _TELLS and words.triggers.at(read, one.end + 1) is None


def _all_but(read: Sequence[Token], one: Counted) -> bool:
    """Read "all but three of the 26 passengers were killed": neither three nor 26 of them."""
    before = [token.word for token in read[max(0, one.start - _NEAR - 1) : one.start]]
    return before[-2:] == ["all", "but"] or (
        before[:2] == ["all", "but"] and before[3:] in (["of", "the"], ["of", "its"])
    )


def _is_named(read: Sequence[Token], one: Counted, at: int) -> bool:
    """Read "one of them, Ada Brun, is in hospital": somebody, and no count."""
    if one.amount.low != 1 or at + 1 >= len(read) or read[at].word not in (",", "،"):
        return False
    return read[at + 1].is_capitalised and read[at + 1].kind == "word"


def _give_evidence(read: Sequence[Token], at: int, words: FigureWords) -> bool:
    """Read "19 of whom describe beatings", "of them reported threats", not "reported missing"."""
    if words.has_verb_first or at + 1 >= len(read):
        return False
    if read[at].word in _CONFESS:
        return read[at + 1].word in _THAT or read[at + 1].word.endswith("ing")
    if read[at].word not in _TELLS and read[at].word not in _DESCRIBE:
        return False
    return words.triggers.at(read, at + 1) is None and read[at + 1].word not in words.auxiliaries


def _are_freed(read: Sequence[Token], one: Counted, words: FigureWords) -> bool:
    """Read "أفرج عن ثلاثة منهم": the verb of Arabic stands before those who are free again."""
    for token in read[max(0, one.start - _NEAR) : one.start][::-1]:
        if token.kind == "mark":
            return False
        if any(form in words.freed for form in bare(token.word)):
            return True
    return False


def _were_freed(read: Sequence[Token], made: Measured, words: FigureWords) -> bool:
    """Read "had freed 90 hostages": nothing but the noun says that they were held."""
    if words.has_verb_first or made.by_own_verb or made.start < made.counted.start:
        return False
    before = read[max(0, made.start - 2) : made.start]
    return any(token.word in words.freed for token in before)


def _are_alive(read: Sequence[Token], one: Counted) -> bool:
    """Read "وشخصين على قيد الحياة", "двоих нашли живыми"."""
    near = [token.word for token in read[one.number_end : one.number_end + _NEAR]]
    clause = near[: next((at for at, word in enumerate(near) if word in ".,;،؛"), len(near))]
    return any(word in _LIVING for word in clause) or "قيد" in clause and "الحياه" in clause


def _go_free(read: Sequence[Token], one: Counted, words: FigureWords) -> bool:
    """Read "Из 214 задержанных 180 отпущены": what is said right behind the number."""
    if not words.has_verb_first or words.titles:
        return False
    if one.start and read[one.start - 1].word in _OUT_OF:
        return False  # "трое из | пяти похищенных вернулись"
    for token in read[max(0, one.start - 2) : one.start][::-1]:
        if token.kind != "word":
            break
        if token.word in words.freed:
            return True  # "освобождены все 23 студента"
    near = read[one.number_end : one.number_end + _NEAR + 1]
    first = next((at for at, token in enumerate(near) if token.kind != "word"), len(near))
    free = any(token.word in words.freed for token in near[:first])
    return free and not any(token.word in ("не", "ні") for token in near[:first])


def turned_up(read: Sequence[Token], made: Measured, lexicon: FigureWords) -> bool:
    """Read "one woman counted among the dead had been found alive", "thought missing were safe"."""
    if made.counted.amount.low != made.counted.amount.high or made.measure not in _LOST | _HELD:
        return False
    if made.measure in _HELD and _were_freed(read, made, lexicon):
        return True
    if made.measure in _HELD and _go_free(read, made.counted, lexicon):
        return True
    last = read[made.counted.end - 1].word
    if made.shares and made.measure in _LOST and last in _SAFE:
        return True  # "nine bodies and 41 survivors"
    if lexicon.has_verb_first and made.measure in _LOST and _are_alive(read, made.counted):
        return True
    near = read[made.end : made.end + _NEAR]
    near = near[: next((at for at, token in enumerate(near) if token.kind == "number"), _NEAR)]
    words = [token.word for token in near if token.kind == "word"]
    if made.measure in _HELD and read[made.counted.number_end : made.counted.number_end + 1]:
        some = made.part or read[made.counted.number_end].word == "of"  # "three of the nine held"
        clause = [token.word for token in read[made.end : made.end + 2 * _NEAR]]
        return some and any(pair in _FREED for pair in zip(clause, clause[1:], strict=False))
    return any(pair in _ALIVE for pair in zip(words, words[1:], strict=False))
