"""Numbers of a list: the measure of the figure before holds for them too."""

from __future__ import annotations

from collections.abc import Sequence

from probatum.read.figures.framing import Counted
from probatum.read.figures.lexicon import FigureWords
from probatum.read.figures.measured import Measured
from probatum.read.figures.other_uses import fits
from probatum.read.figures.predicates import is_link
from probatum.read.figures.singles import is_modifier, noun_at
from probatum.read.tokens import Token

_FAR = 16
_MOST = 8
_FROM = frozenset("from من із з зі від с со от".split())
_CHANGED = (
    ["up", "from"], ["down", "from"], [",", "against"], ["compared", "with"], ["compared", "to"],
    ["as", "against"],
    ["then", "of"], ["later", "of"], ["now", "of"], ["then", "to"], ["later", "to"],
    ["порівняно", "з"], ["сравнению", "с"], ["затем", "о"], ["потом", "о"], ["потім", "про"],
    ["згодом", "про"], ["позже", "о"], ["بعدها", "عن"],
    [",", "проти"], [",", "против"], ["،", "مقابل"],
)  # fmt: skip
_BRINGS = frozenset("bringing brings brought taking raising raises raised".split())
_WHOLE = frozenset("total overall known confirmed official".split())
_NOT = (
    [",", "not"], ["rather", "than"], [",", "а", "не"], ["а", "не"], ["،", "وليس"], ["وليس"],
    ["،", "لا"],
)  # fmt: skip
_TO = (["to"], ["from"], ["до"], ["الي"])


def listed(
    read: Sequence[Token], one: Counted, last: Measured | None, words: FigureWords
) -> Measured | None:
    """Read "killed 12 people and three soldiers": the measure of the figure before."""
    if last is None or not fits(one, last.measure):
        return None
    between = [token.word for token in read[last.end : one.start]]
    if between in _NOT:
        return Measured(one, last.measure, one.start, one.end, shares=True)
    if one.head in ("bare", "other"):
        opens = [token.word for token in read[max(0, one.start - 2) : one.start]]
        if opens in _CHANGED and (last.is_total or one.start - last.end < _FAR):
            return Measured(one, last.measure, one.start, one.end, shares=True, is_total=True)
        says = one.start > 0 and words.says.at(read, one.start - 1) is not None
        if last.is_total and says and (one.end == len(read) or read[one.end].kind == "mark"):
            return Measured(one, last.measure, one.start, one.end, shares=True, is_total=True)
        if _is_brought_to(read, one, words):
            return Measured(one, last.measure, one.start, one.end, shares=True, is_total=True)
        if last.is_total and _goes_on_changing(read, last.end, one.start, words):
            return Measured(one, last.measure, one.start, one.end, shares=True, is_total=True)
        rose = last.is_total or read[last.counted.number - 1].word in _FROM
        if rose and (between in _TO or _is_later(read, last, between)):
            return Measured(one, last.measure, one.start, one.end, shares=True, is_total=True)
        return None
    if not is_link(read, last.end, one.start, words) and not _are_more_of_a_list(
        read, last.end, one.start, words
    ):  # fmt: skip
        return None
    return Measured(one, last.measure, one.start, one.end, shares=True)


def _is_brought_to(read: Sequence[Token], one: Counted, words: FigureWords) -> bool:
    """Read "..., bringing to 57 the number recovered there"."""
    opens = [token.word for token in read[max(0, one.start - 2) : one.start]]
    at = one.number_end
    if len(opens) < 2 or opens[0] not in _BRINGS or opens[1] != "to" or at + 2 >= len(read):
        return False
    number = at + 1 + (read[at + 1].word in _WHOLE)
    return read[at].word == "the" and words.numbers.at(read, number) is not None


def _goes_on_changing(read: Sequence[Token], start: int, end: int, words: FigureWords) -> bool:
    """Read "the tally, which stood at 1,130 in March, has fallen to | 902"."""
    if not 2 < end - start <= _MOST or read[end - 1].word not in ("to", "at", "до"):
        return False
    changes = [at for at in range(start, end) if words.changes.at(read, at)]
    return bool(changes) and not any(
        words.triggers.at(read, at) or words.says.at(read, at)
        for at in range(start, end) if at not in changes
    )  # fmt: skip


def _is_later(read: Sequence[Token], last: Measured, between: Sequence[str]) -> bool:
    """Read "from 15 on Monday night to | 22 by dawn"."""
    led = read[last.counted.number - 1].word in _FROM
    return led and between[-1:] == ["to"] and len(between) < _MOST and "," not in between


def _are_more_of_a_list(read: Sequence[Token], start: int, end: int, words: FigureWords) -> bool:
    """Say whether only things of the list without a number stand between: ", a school and |"."""
    led = read[end - 1].word in words.links or (words.titles and read[end].word.startswith("و"))
    if not 0 < end - start <= _MOST or not led:
        return False
    named, at = False, start
    while at < end:
        if (noun := noun_at(read, at, words)) is not None:
            named, at = True, noun
        elif read[at].word in words.links or read[at].word in words.small:
            at += 1
        elif is_modifier(read, at, words) and noun_at(read, at + 1, words) is not None:
            at += 1
        else:
            return False
    return named
