"""Whether two figures count the same: incident, place, people, period and as-of date.

Two figures are comparable if one's scope is the other's, or lies within it: then the part cannot be
greater than the whole. What is not stated leaves a *doubt*, and the contradiction is possible only.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from probatum.model.edtf import Edtf
from probatum.model.edtf_order import certainly_before, overlaps
from probatum.model.nouns.figures import Figure
from probatum.model.nouns.incidents import IncidentLink
from probatum.model.tongue import say
from probatum.model.values import When
from probatum.record.board import Known
from probatum.record.weighing import Weighed
from probatum.record.whens import bounds_of
from probatum.record.wheres import Wheres

# The greater number counts what the smaller one counts, a part of it, or more than it.
Scope: TypeAlias = Literal["same", "part", "whole"]
_STOCKS = frozenset({"missing", "displaced", "refugees", "detained"})  # rise and fall by nature
_ANYBODY = frozenset({None, "not-stated"})


@dataclass(frozen=True, slots=True)
class Shared:
    """That two figures are about the same; what could still explain the difference."""

    doubts: tuple[str, ...]
    notes: tuple[str, ...]


class _Incomparable(Exception):
    """The two figures do not count the same."""


class Scopes:
    """Compares the scopes of the figures of a board."""

    def __init__(self, weighed: Weighed, wheres: Wheres) -> None:
        self._weighed = weighed
        self._wheres = wheres
        self._parts = {
            (weighed.same.root(each.record.between[1]), weighed.same.root(each.record.between[0]))
            for each in weighed.board.of(IncidentLink)
            if each.record.relation == "encompasses"
        }

    def content(self, known: Known[Figure]) -> tuple[object, ...]:
        """Return what makes two figures the same figure, whatever else was written down."""
        figure, root = known.record, self._weighed.same.root
        return (
            figure.measure, figure.population, figure.counting_unit, figure.low, figure.high,
            figure.bound, figure.number_text if figure.bound is None else None, figure.relation,
            figure.relative_to, _spelled(figure.period), _spelled(figure.as_of), figure.cumulative,
            figure.includes, figure.excludes, figure.place and root(figure.place),
            figure.incident and root(figure.incident),
        )  # fmt: skip

    def shared(self, smaller: Known[Figure], greater: Known[Figure]) -> Shared | None:
        """Return what speaks against a contradiction; None if the two are not comparable."""
        doubts: list[str] = []
        notes: list[str] = []
        try:
            scopes = {
                self._incidents(smaller.record, greater.record, doubts),
                self._places(smaller.record, greater.record, doubts),
                _populations(smaller.record, greater.record, doubts),
                self._periods(smaller.record, greater.record, doubts),
            }
        except _Incomparable:
            return None
        if "whole" in scopes:
            return None  # the greater number counts more: no wonder
        if "part" in scopes:
            notes.append(say("a part is said to be greater than the whole"))
        if not self._as_of(smaller, greater, doubts, notes):
            return None
        if _differ(smaller.record.includes, greater.record.includes) or _differ(
            smaller.record.excludes, greater.record.excludes
        ):
            doubts.append("they say differently whom they count")
        return Shared(tuple(doubts), tuple(notes))

    def _incidents(self, smaller: Figure, greater: Figure, doubts: list[str]) -> Scope:
        a, b = smaller.incident, greater.incident
        if a is None and b is None:
            return "same"
        if a is None or b is None:
            # A total over a place or period, which must hold what one incident adds to it.
            if smaller.place is None or greater.place is None:
                raise _Incomparable
            return "part" if a is None else "whole"
        judged = self._weighed.same.compare(a, b)
        if judged == "same":
            return "same"
        one, other = self._weighed.same.root(a), self._weighed.same.root(b)
        if (other, one) in self._parts:
            return "part"
        if (one, other) in self._parts:
            return "whole"
        if judged != "undecided":
            raise _Incomparable
        doubts.append("whether the two incidents are one is undecided")
        return "same"

    def _places(self, smaller: Figure, greater: Figure, doubts: list[str]) -> Scope:
        a, b = smaller.place, greater.place
        if a is None or b is None:
            if smaller.incident is None and greater.incident is None:
                raise _Incomparable
            if a is not b:
                doubts.append("one does not say over which place it counts")
            return "same"
        match self._wheres.standing(a, b):
            case "same":
                return "same"
            case "second within first":
                return "part"
            case "first within second":
                return "whole"
        if self._weighed.same.compare(a, b) != "undecided":
            raise _Incomparable
        doubts.append("whether the two places are one is undecided")
        return "same"

    def _periods(self, smaller: Figure, greater: Figure, doubts: list[str]) -> Scope:
        a, b = bounds_of(smaller.period), bounds_of(greater.period)
        one_incident = smaller.incident is not None and greater.incident is not None
        if a is None or b is None:
            # Within one incident a figure without a period is about that incident.
            if not one_incident and (a is not None or b is not None):
                doubts.append("one does not say over which period it counts")
            return "same"
        if str(a) == str(b):
            return "same"
        if overlaps(a, b) is False:
            raise _Incomparable
        if _within(b, a):
            return "part"
        if _within(a, b):
            return "whole"
        doubts.append("their periods overlap but are not the same")
        return "same"

    def _as_of(
        self, smaller: Known[Figure], greater: Known[Figure], doubts: list[str], notes: list[str]
    ) -> bool:
        """Say whether the as-of dates leave a contradiction; growth does not."""
        if smaller.id == greater.record.relative_to or greater.id == smaller.record.relative_to:
            notes.append(say("one is said of the other"))
            return True
        a, b = bounds_of(smaller.record.as_of), bounds_of(greater.record.as_of)
        if a is None or b is None:
            doubts.append(say("neither says as of when") if a is b
                          else say("one does not say as of when"))  # fmt: skip
            return True
        if str(a) == str(b) and a.precision in ("day", "second") and not a.is_qualified:
            notes.append(say("both as of {when}", when=a))
            return True
        if certainly_before(a, b):
            return False
        if certainly_before(b, a):
            return _falls(smaller.record, greater.record, doubts, notes)
        doubts.append(say("which as-of date is earlier cannot be told"))
        return True


def _falls(smaller: Figure, greater: Figure, doubts: list[str], notes: list[str]) -> bool:
    said = {smaller.cumulative, greater.cumulative}
    if False in said or (None in said and smaller.measure in _STOCKS):
        return False  # such numbers fall
    if None in said:
        doubts.append(say("not both are stated to be cumulative"))
    notes.append(say("the later as-of date has the smaller number"))
    return True


def _populations(smaller: Figure, greater: Figure, doubts: list[str]) -> Scope:
    a, b = smaller.population, greater.population
    if a == b:
        return "same"
    if a in _ANYBODY or b in _ANYBODY:
        doubts.append("one does not say which people it counts")
        return "same"
    if a == "all":
        return "part"
    if b == "all":
        return "whole"
    raise _Incomparable


def _spelled(when: When | None) -> tuple[str | None, str | None] | None:
    return None if when is None else (when.edtf or when.text, when.from_time)


def _within(inner: Edtf, outer: Edtf) -> bool:
    """Say whether every day of one is a day of the other, going by the bounds."""
    starts = outer.first is None or (inner.first is not None and inner.first >= outer.first)
    ends = outer.last is None or (inner.last is not None and inner.last <= outer.last)
    return starts and ends and not inner.is_qualified and not outer.is_qualified


def _differ(a: Iterable[str], b: Iterable[str]) -> bool:
    return {each.casefold() for each in a} != {each.casefold() for each in b}
