"""Numbers that are given only relative to another: "far higher than the 86 dead"."""

from __future__ import annotations

from collections.abc import Sequence

from probatum.read.figures.lexicon import FigureWords, Relation
from probatum.read.tokens import Token

_WINDOW = 14
_COMPARATIVES: dict[str, Relation] = {
    "higher": "higher", "greater": "higher", "bigger": "higher", "lower": "lower",
    "smaller": "lower",
}  # fmt: skip
_SLAVIC: dict[str, Relation] = {
    "больше": "higher", "більше": "higher", "меньше": "lower", "менше": "lower",
}  # fmt: skip
_ADVERBS = frozenset(
    "probably likely well certainly could must would will even somewhat actually in fact almost "
    "surely should slightly a little bit".split()
)
_CLOSE = 4
_NUMBERS = frozenset("number figure toll count total estimate figures numbers estimates".split())
_VICTIMS = frozenset("victims casualties жертв потерь втрат ضحايا".split())


def comparisons_in(
    read: Sequence[Token], words: FigureWords
) -> list[tuple[int, int, Relation, str | None]]:
    """Return each comparison: first token, the token behind, relation, measure if it is said."""
    found: list[tuple[int, int, Relation, str | None]] = []
    at = 0
    while at < len(read):
        hit = words.comparisons.at(read, at) or _bare(read, at, words)
        if hit is None or _has_number(read, at, hit[1], words):
            at += 1
            continue
        found.append((at, hit[1], hit[0], _measure(read, at, hit[1], words)))
        at = hit[1]
    return found


def _bare(read: Sequence[Token], at: int, words: FigureWords) -> tuple[Relation, int] | None:
    """Read "the figure is lower", "the number may well be higher": a comparative by itself."""
    if words.has_verb_first:
        more = _SLAVIC.get(read[at].word)
        ends = at + 1 >= len(read) or read[at + 1].kind == "mark"
        told = words.triggers.before(read, at)
        return (more, at + 1) if more and ends and told is not None else None
    relation = _COMPARATIVES.get(read[at].word)
    if relation is None:
        return None
    step = at
    while step and at - step < _WINDOW // 2 and (
        read[step - 1].word in words.auxiliaries or read[step - 1].word in _ADVERBS
    ):  # fmt: skip
        step -= 1
    is_number = step < at and words.numbers.before(read, _before_whose(read, step)) is not None
    follows = read[at + 1].kind if at + 1 < len(read) else "mark"
    return (relation, at + 1) if is_number and follows == "mark" else None


def _before_whose(read: Sequence[Token], end: int) -> int:
    """Return the token behind "the number | of injured is thought to be higher"."""
    for at in range(end - 1, max(0, end - _WINDOW // 2), -1):
        if read[at].kind != "word":
            return end
        if read[at].word == "of":
            return at
    return end


def _has_number(read: Sequence[Token], at: int, end: int, words: FigureWords) -> bool:
    """Say whether the words belong to a number of their own: "higher than 300" is no comparison."""
    follows = read[end] if end < len(read) else None
    strong = words.comparisons.at(read, at)
    if read[end - 1].word in _NUMBERS:  # "a lower number: six", "a higher toll of 30"
        return any(token.kind == "number" for token in read[end : end + _CLOSE])
    if strong is not None and strong[0] in ("far_higher", "lower"):
        return False
    return follows is not None and follows.kind == "number" and read[end - 1].word != "the"


def _own(read: Sequence[Token], at: int, words: FigureWords) -> str | None:
    """Return what befell "twice as many | have lost their windows"."""
    while at < len(read) and read[at].word in words.auxiliaries:
        at += 1
    found = words.triggers.at(read, at)
    return found[0].measure if found and {"v", "p"} & set(found[0].sides) else None


def _measure(read: Sequence[Token], at: int, end: int, words: FigureWords) -> str | None:
    """Return the measure that the words nearest before or just behind a comparison say."""
    if behind := words.triggers.at(read, end):
        return behind[0].measure
    if read[end - 1].word == "many" and (own := _own(read, end, words)) is not None:
        return own
    for back in range(at - 1, max(-1, at - _WINDOW), -1):
        if trigger := words.triggers.at(read, back):
            return trigger[0].measure
    for ahead in range(end, min(len(read), end + 4)):
        if (trigger := words.triggers.at(read, ahead)) and "q" not in trigger[0].sides:
            return trigger[0].measure
    near = read[max(0, at - _WINDOW) : end]
    return "killed" if any(token.word in _VICTIMS for token in near) else None
