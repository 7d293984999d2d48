"""Figures that cannot both hold: disjoint bounds, overlapping scope, comparable as-of dates.

A cumulative figure that grows contradicts nothing; one that falls does. Where an as-of date is not
stated, two figures *may* contradict: it is never taken from a publication date.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import inf

from probatum.model.captions import THAN
from probatum.model.nouns.figures import Figure
from probatum.model.tongue import number, say
from probatum.record.board import Known
from probatum.record.clashes import Contradiction, side
from probatum.record.scopes import Scopes, Shared
from probatum.record.weighing import Claim, Weighed


@dataclass(slots=True)
class Stated:
    """One figure as it is stated, by how many records and claims ever; bounds inclusive."""

    low: float
    high: float
    figure: Known[Figure]
    is_rounded: bool
    records: list[Known[Figure]] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)


def bounds(weighed: Weighed, known: Known[Figure], depth: int = 0) -> tuple[float, float] | None:
    """Return the least and the greatest number that a figure allows; None if it gives none.

    *About* a number reaches half a unit of its last digit that is not zero to both sides: about 900
    is 850 to 950. A comparison takes its bound from the figure that it names.
    """
    figure = known.record
    low, high = figure.low, figure.high
    match figure.bound:
        case "more_than":
            return (low or 0) + 1, inf
        case "at_least":
            return low or 0, inf
        case "up_to":
            return 0, high if high is not None else inf
        case "less_than":
            return 0, high - 1 if high is not None else inf
        case "about" if low is not None and high is not None:
            return low - _half_unit(low), high + _half_unit(high)
        case "exact" | "range" if low is not None and high is not None:
            return low, high
    base = weighed.board.get(figure.relative_to, Figure)
    if base is None or depth > 20:  # figures that name each other in a circle
        return None
    found = bounds(weighed, base, depth + 1)
    if found is None:
        return None
    if figure.relation == "same":
        return found
    if figure.relation == "lower":
        return 0, max((found[0] if base.record.low is not None else found[1]) - 1, 0)
    # "Far higher than at least 22" is more than 22, and not more than everything.
    return (found[1] if base.record.high is not None else found[0]) + 1, inf


def _half_unit(number: int) -> float:
    unit = 1
    while number and number % (unit * 10) == 0:
        unit *= 10
    return 0 if unit == 1 else unit / 2


def figures_differ(weighed: Weighed, scopes: Scopes) -> Iterator[Contradiction]:
    """Yield supported figures that cannot both hold, or perhaps not.

    One figure against several of one speaker, for one reason, is one contradiction: a count that
    grows from day to day is not a new contradiction every day.
    """
    for group in _stated(weighed, scopes):
        group.sort(key=lambda stated: (stated.low, stated.figure.index, stated.figure.id))
        lows = [stated.low for stated in group]
        for smaller in group:
            if smaller.high == inf:
                continue
            against: dict[tuple[Shared, bool, frozenset[str | None]], list[Stated]] = {}
            for greater in group[bisect_right(lows, smaller.high) :]:
                shared = scopes.shared(smaller.figure, greater.figure)
                if shared is not None:
                    rounded = smaller.is_rounded or greater.is_rounded
                    who = frozenset(weighed.speaker(claim) for claim in greater.claims)
                    against.setdefault((shared, rounded, who), []).append(greater)
            for (shared, rounded, _), rows in against.items():
                yield _clash(smaller, rows, shared, is_rounded=rounded)


def _stated(weighed: Weighed, scopes: Scopes) -> list[list[Stated]]:
    """Group what is supported by what is counted, each content once."""
    contents: dict[tuple[object, ...], Stated] = {}
    groups: dict[tuple[str, str], list[Stated]] = {}
    for known in weighed.board.of(Figure):
        claims = weighed.supporters(known.id)
        if not claims:
            continue
        found = bounds(weighed, known)
        if found is None:
            continue
        key = scopes.content(known)
        stated = contents.get(key)
        if stated is None:
            rounded = known.record.bound == "about"
            stated = contents[key] = Stated(*found, known, rounded)
            kind = (known.record.measure, known.record.counting_unit)
            groups.setdefault(kind, []).append(stated)
        stated.records.append(known)
        stated.claims += claims
    return list(groups.values())


def _clash(
    smaller: Stated, against: list[Stated], shared: Shared, *, is_rounded: bool
) -> Contradiction:
    doubts = list(shared.doubts) + [say("one is a round number")] * is_rounded
    others = ", ".join(f"{number_words(each.figure)} ({each.figure.ref})" for each in against)
    number = f"{number_words(smaller.figure)} ({smaller.figure.ref})"
    why = say("{number} excludes {others}", number=number, others=others)
    if shared.notes:
        why += ": " + ", ".join(shared.notes)
    if doubts:
        why += "; " + say("may contradict only, because {doubts}", doubts=", ".join(doubts))
    return Contradiction(
        "figures", "possible" if doubts else "certain",
        side(smaller.records, smaller.claims),
        side(
            [known for each in against for known in each.records],
            [claim for each in against for claim in each.claims],
        ),
        why,
    )  # fmt: skip


def number_words(known: Known[Figure], other: str | None = None) -> str:
    """Return the number of a figure with its bound; ``other`` is what it compares with."""
    figure = known.record
    low = number(figure.low) if figure.low is not None else ""
    high = number(figure.high) if figure.high is not None else ""
    span = low if low == high else say("{low} to {high}", low=low, high=high)
    match figure.bound:
        case "exact":
            return say("exactly {n}", n=low)
        case "at_least":
            return say("at least {n}", n=low)
        case "more_than":
            return say("more than {n}", n=low)
        case "about":
            return say("about {n}", n=span)
        case "up_to":
            return say("up to {n}", n=high)
        case "less_than":
            return say("fewer than {n}", n=high)
        case "range":
            return say("{low} to {high}", low=low, high=high)
    if figure.relation is not None:
        return say(THAN[figure.relation], other=other or say("another figure"))
    return figure.number_text or say("a number that is not given")


def widest(found: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """Return the range that holds all bounds."""
    return min(low for low, _ in found), max(high for _, high in found)
