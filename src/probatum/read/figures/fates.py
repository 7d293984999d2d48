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
_LOST = frozenset({"killed", "missing", "bodies-found", "injured"})
_HELD = frozenset({"detained", "abducted"})
_FREED = frozenset(
    (one, two) for one in ("were", "been", "was", "are") for two in ("released", "freed", "bailed")
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
    if words.titles and _are_freed(read, one, words):
        return True
    if one.head not in ("people", "other") or one.end >= len(read):
        return False
    return read[one.end].word in _TELLS and words.triggers.at(read, one.end + 1) is None


def _are_freed(read: Sequence[Token], one: Counted, words: FigureWords) -> bool:
    """Read "أفرج عن ثلاثة منهم": the verb of Arabic stands before those who are free again."""
    for token in read[max(0, one.start - _NEAR) : one.start][::-1]:
        if token.kind == "mark":
            return False
        if any(form in words.freed for form in bare(token.word)):
            return True
    return False


def turned_up(read: Sequence[Token], made: Measured) -> bool:
    """Read "one woman counted among the dead had been found alive", "thought missing were safe"."""
    if made.counted.amount.low != made.counted.amount.high or made.measure not in _LOST | _HELD:
        return False
    near = read[made.end : made.end + _NEAR]
    words = [token.word for token in near if token.kind == "word"]
    if made.measure in _HELD and read[made.counted.number_end : made.counted.number_end + 1]:
        some = read[made.counted.number_end].word == "of"  # "three of the nine arrested were freed"
        return some and any(pair in _FREED for pair in zip(words, words[1:], strict=False))
    return any(pair in _ALIVE for pair in zip(words, words[1:], strict=False))
