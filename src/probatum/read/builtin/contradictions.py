"""Pairs within one text that cannot both be so: denials, disputes, figures that differ."""

from __future__ import annotations

import re
from collections.abc import Sequence

from probatum.model.nouns.assertions import Stance
from probatum.read.builtin.denials import Denial
from probatum.read.builtin.drafts import (
    AssertionDraft,
    ContradictionDraft,
    FigureDraft,
    Target,
    Why,
)
from probatum.read.builtin.wording import Wording

MOST_OF_ONE_KIND = 24
_INFINITE = 1 << 60
_FEW, _MANY = 2, 4
_BEFORE = 12
_AFTER = 40
_LEAD = 40
_NEXT = 200
_GIVEN = re.compile(
    r"\b(?:(?:figure|number|toll|count|tally|total)s? (?:is|was|of|at|to be|stands at)|"
    r"(?:puts?|putting) (?:it|them|that) at)\b[^.;]*$",
    re.IGNORECASE,
)
_GROWING = re.compile(
    r"\b(?:rose|risen|rises|climb(?:s|ed)|grew|grown|increased|went up|"
    r"gone up)\b[^.;]{0,80}\bfrom\b",
    re.IGNORECASE,
)
_ALL = frozenset({"not-stated", "all"})
_EACH_COUNTS_HIS_OWN = frozenset({"bodies-found", "other"})
_WHY: dict[Stance, Why] = {
    "denies": "denial", "disputes": "dispute", "retracts": "retraction", "corrects": "retraction",
}  # fmt: skip


def contradictions_of(
    text: str,
    assertions: Sequence[AssertionDraft],
    figures: Sequence[FigureDraft],
    denials: Sequence[Denial],
    wording: Wording,
) -> list[ContradictionDraft]:
    """Return what contradicts what; pairs of figures are compared within one incident only."""
    found = []
    for each in denials:
        draft = assertions[each.at]
        why = _WHY.get(draft.stance)
        if why is not None:
            pair = (Target("assertion", each.at), Target("assertion", each.of))
            found.append(ContradictionDraft(pair, why))
    said = _said(assertions)
    unsure = {
        at for at, holder in said.items()
        if assertions[holder].stance in ("corrects", "retracts")
        or wording.not_whole.search(text, *assertions[holder].content)
        or _GROWING.search(text, *assertions[holder].content)
    }  # fmt: skip
    groups: dict[tuple[int, str], list[int]] = {}
    for at, figure in enumerate(figures):
        if figure.incident is not None and at not in unsure and _is_whole(text, figure, wording):
            key = (figure.incident, figure.found.measure)
            groups.setdefault(key, []).append(at)
    for group in groups.values():
        some = group[:MOST_OF_ONE_KIND]
        for place, one in enumerate(some):
            for other in some[place + 1 :]:
                if _differ(figures[one], figures[other], said.get(one), said.get(other)):
                    pair = (Target("figure", other), Target("figure", one))
                    found.append(ContradictionDraft(pair, "figures"))
    return found + _put_otherwise(text, figures, {frozenset(each.between) for each in found})


def _put_otherwise(
    text: str, figures: Sequence[FigureDraft], known: set[frozenset[Target]]
) -> list[ContradictionDraft]:
    """Return pairs of a figure and the next one, if somebody else gives it as "the figure"."""
    found = []
    order = sorted(range(len(figures)), key=lambda at: figures[at].found.mark)
    for before, at in zip(order, order[1:], strict=False):
        one, other = figures[before], figures[at]
        mark = other.found.number or other.found.mark
        pair = (Target("figure", at), Target("figure", before))
        if (
            _GIVEN.search(text, max(0, mark.start - _LEAD), mark.start)
            and other.found.mark.start - one.found.mark.end < _NEXT
            and other.found.measure == one.found.measure and frozenset(pair) not in known
            and one.found.number is not None and other.found.number is not None
            and _differ(one, other, None, None)
        ):  # fmt: skip
            found.append(ContradictionDraft(pair, "figures"))
    return found


def _is_whole(text: str, figure: FigureDraft, wording: Wording) -> bool:
    """Say whether a figure counts all, not some of them or some more."""
    found = figure.found
    if found.number is None or found.measure in _EACH_COUNTS_HIS_OWN:
        return False
    if wording.vague.search(text[found.number.start : found.number.end]):
        return False
    after = text[found.number.end : found.number.end + _AFTER]
    before = text[max(0, found.number.start - _BEFORE) : found.number.start]
    return not wording.is_part.match(after) and not wording.is_more.search(before)


def _said(assertions: Sequence[AssertionDraft]) -> dict[int, int]:
    """Return for each figure the assertion that it stands in."""
    return {each: at for at, draft in enumerate(assertions) for each in draft.figures}


def _is_of_the_other(one: FigureDraft, other: FigureDraft) -> bool:
    """Say whether a figure may count a part of what the other counts: the children of the dead."""
    part, whole = one.found, other.found
    if part.population == whole.population or whole.population not in _ALL:
        return False
    return (part.low or part.high or 0) <= (whole.high or whole.low or 0)


def _differ(one: FigureDraft, other: FigureDraft, mine: int | None, theirs: int | None) -> bool:
    """Say whether two figures of the same thing exclude each other: other source, same day."""
    if mine is not None and mine == theirs:
        return False
    if one.source == other.source or _is_of_the_other(one, other) or _is_of_the_other(other, one):
        return False
    if len({one.found.population, other.found.population} - _ALL) > 1:
        return False
    if (
        one.as_of != other.as_of
        or one.period is not None
        and other.period not in (None, one.period)
    ):
        return False
    low = one.found.low if one.found.low is not None else 0
    high = one.found.high if one.found.high is not None else _INFINITE
    other_low = other.found.low if other.found.low is not None else 0
    other_high = other.found.high if other.found.high is not None else _INFINITE
    sizes = sorted((low or high, other_low or other_high))
    if sizes[0] <= _FEW and sizes[1] >= _MANY:
        return False  # one or two of many are told of by themselves
    return high < other_low or other_high < low
