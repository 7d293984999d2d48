"""What is written onto Arabic words: whom a verb is done to, whose a thing is, what for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from probatum.model.nouns.assertions import Stance
from probatum.read.builtin.arabic.words import ARABIC, ROOTS_WITH_B
from probatum.read.tokens import Token

_SHORTEST = 3
_HOLDS = re.compile("^[وف]?[نا](?:عد|عتبر|را|صف|سمي|عتبر)(?:ه|ها|هم|هما)$")
_MOST_LEAD = 11
_TOLD_US = re.compile("^(?:أ|ا)?(?:خبر|بلغ|حدث|علم|طلع)ت?(?:نا|ني)$")
_WHOM = ("هما", "ها", "هم", "هن", "كم", "ه", "ك")
_OWNERS = ("هم", "هن", "ها", "نا", "كم", "ه")


@lru_cache(maxsize=1 << 14)
def own_with_whom(word: str) -> Stance | None:
    """Return what a verb in the first person with "them", "you" written onto it says."""
    for whom in _WHOM:
        if word.endswith(whom) and len(word) - len(whom) > _SHORTEST:
            verb = word[: -len(whom)]
            known = ARABIC.own.at([Token(0, len(verb), verb, verb, "word")], 0)
            return None if known is None else known[0]
    return None


def who_told_us(words: Sequence[Token], at: int) -> tuple[int, int] | None:
    """Return who stands at the start of the clause of "told us", whatever is said of him."""
    if _TOLD_US.match(words[at].word) is None:
        return None
    low = max(-1, at - _MOST_LEAD)
    for each in range(at - 1, low, -1):
        if words[each].kind == "mark" or words[each].word in ("لكن", "ولكن"):
            first = each + 1
            break
    else:
        first = 0 if low < 0 else at
    if first + 1 >= at:
        return None
    word = words[first].word
    known = ARABIC.heads.of(word) or ARABIC.heads.of(word.removesuffix("ا"))
    return None if known is None else (first, first + 1)


def holds(word: str) -> bool:
    """Say whether "we hold it to be" stands here, with "it" written onto the verb."""
    return _HOLDS.match(word) is not None


def is_owned_root(word: str) -> bool:
    """Say whether "their houses" stands here: the b of بيوتهم is no preposition."""
    return any(word.endswith(one) and word[: -len(one)] in ROOTS_WITH_B for one in _OWNERS)


def came_to_say(words: Sequence[Token], at: int) -> tuple[int, int] | None:
    """Return the words from the first title on in "X came out to say"."""
    low = max(-1, at - _MOST_LEAD)
    start = next((each for each in range(at - 1, low, -1) if words[each].kind == "mark"), low)
    first = next((each for each in range(start + 2, at) if ARABIC.heads.of(words[each].word)), None)
    return None if first is None else (first, at)
