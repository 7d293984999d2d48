"""Whether two places can be the same: by judgement, by what lies in what, by distance, by name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, TypeAlias

from probatum.model.letters import fold
from probatum.model.nouns.places import Place
from probatum.model.places import distance_m, may_be_one_place, parse_point
from probatum.model.tongue import number, say
from probatum.record.weighing import Weighed
from probatum.record.whens import Difference

Standing: TypeAlias = Literal["same", "first within second", "second within first"]


class Wheres:
    """Compares the places of a board."""

    def __init__(self, weighed: Weighed) -> None:
        self._weighed = weighed
        self._within: dict[str, tuple[str, ...]] = {}

    def standing(self, a: str, b: str) -> Standing | None:
        """Say how one place lies to the other one; None if that is not recorded."""
        same = self._weighed.same
        if same.same(a, b):
            return "same"
        if same.root(b) in self._around(a):
            return "first within second"
        if same.root(a) in self._around(b):
            return "second within first"
        return None

    def differ(self, a: str | None, b: str | None) -> Difference | None:
        """Return how two places differ; None if they can be one, or one lies in the other."""
        if a is None or b is None or self.standing(a, b) is not None:
            return None
        one = self._weighed.board.get(a, Place)
        other = self._weighed.board.get(b, Place)
        if one is None or other is None:
            return None
        judged = self._weighed.same.compare(a, b)
        if judged == "different":
            return Difference("certain", say("the two places were judged to be different ones"))
        apart = _apart(one.record, other.record)
        if apart is not None:
            return apart if judged != "undecided" else Difference("possible", apart.why)
        if _has_point(one.record) and _has_point(other.record):
            return None  # near enough to be one place
        if _names(one.record) & _names(other.record):
            return None
        return Difference(
            "possible",
            say("places of different names, neither recorded as lying in the other; whether they "
                "are one place is undecided") if judged == "undecided"
            else say("places of different names, neither recorded as lying in the other; whether "
                     "they are one place is not recorded"),
        )  # fmt: skip

    def _around(self, place: str) -> tuple[str, ...]:
        found = self._within.get(place)
        if found is None:
            found = self._within[place] = tuple(self._parents(place))
        return found

    def _parents(self, place: str) -> Iterator[str]:
        """Yield all places that a place lies in, as compared ids."""
        same, board = self._weighed.same, self._weighed.board
        seen: set[str] = set()
        waiting = same.all_of(place)
        while waiting:
            known = board.get(waiting.pop(), Place)
            if known is None or known.record.within is None:
                continue
            above = same.root(known.record.within)
            if above not in seen:
                seen.add(above)
                yield above
                waiting += same.all_of(above)


def _apart(a: Place, b: Place) -> Difference | None:
    if a.lat is not None and b.lat is not None and a.lon is not None and b.lon is not None:
        one, other = parse_point(a.lat, a.lon), parse_point(b.lat, b.lon)
        near_a, near_b = a.precision_m or 1, b.precision_m or 1
        if not may_be_one_place(one, near_a, other, near_b):
            far = _distance(distance_m(one, other))
            return Difference(
                "certain", say("about {far} apart, known to {one} m and {other} m", far=far,
                               one=number(near_a), other=number(near_b))
            )  # fmt: skip
    if a.country is not None and b.country is not None and a.country != b.country:
        return Difference("certain", say("in different countries, {one} and {other}",
                                         one=a.country, other=b.country))  # fmt: skip
    return None


def _distance(metres: float) -> str:
    near = round(metres, -2)
    if near >= 10_000:
        return say("{n} km", n=number(round(metres / 1000)))
    return say("{n} m", n=number(near))


def _has_point(place: Place) -> bool:
    return place.lat is not None


def _names(place: Place) -> frozenset[str]:
    return frozenset(fold(form.printed) for form in place.names)
