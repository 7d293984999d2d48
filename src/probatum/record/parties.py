"""Who is said to have done it, who somebody is and what they were, where sources differ."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import TypeVar

from probatum.model.letters import fold
from probatum.model.nouns.people import Group
from probatum.model.nouns.propositions import Attribution, Identity, Proposition, Status
from probatum.model.nouns.sources import Source
from probatum.model.tongue import say
from probatum.record.board import Known
from probatum.record.clashes import Contradiction, Side, side
from probatum.record.naming import Naming
from probatum.record.weighing import Weighed
from probatum.record.whens import times_differ

_P = TypeVar("_P", bound=Proposition)
_CANNOT_BOTH = (
    frozenset({"civilian", "combatant"}), frozenset({"dead", "found-alive"}),
    frozenset({"dead", "detained"}), frozenset({"dead", "hostage"}),
    frozenset({"missing", "found-alive"}), frozenset({"dead", "missing"}),
)  # fmt: skip


def attributions_differ(weighed: Weighed) -> Iterator[Contradiction]:
    """Yield attributions of one act or incident to different actors.

    Possible only: several may have acted together. An actor and the group it belongs to, or two of
    one party, are no contradiction.
    """
    actors: dict[tuple[str, str, str], list[Known[Attribution]]] = {}
    for known in weighed.board.of(Attribution):
        if weighed.supporters(known.id):
            deed = _deed(weighed, known.record)
            actors.setdefault((*deed, weighed.same.root(known.record.actor)), []).append(known)
    for (a, ours), (b, theirs) in combinations(actors.items(), 2):
        if a[:2] == b[:2] and not _one_party(weighed, a[2], b[2]):
            yield Contradiction(
                "attributions", "possible",
                _attributed(weighed, ours), _attributed(weighed, theirs),
                say("one deed is attributed to different actors; they may have acted together"),
            )  # fmt: skip


def _deed(weighed: Weighed, attribution: Attribution) -> tuple[str, str]:
    """Return the act, or else the incident as a whole: of an act is not of its incident."""
    if attribution.act is not None:
        return ("act", attribution.act)
    return ("incident", weighed.same.root(attribution.incident or ""))


def _attributed(weighed: Weighed, rows: list[Known[Attribution]]) -> Side:
    return side(rows, [claim for known in rows for claim in weighed.supporters(known.id)])


def identities_differ(weighed: Weighed) -> Iterator[Contradiction]:
    """Yield identifications of one person or group with two who are not known to be the same."""
    for one, other in _pairs(weighed, weighed.board.of(Identity)):
        a, b = one.record, other.record
        if not weighed.same.same(a.who, b.who):
            continue
        judged = weighed.same.compare(a.is_same_as, b.is_same_as)
        if judged != "same":
            yield Contradiction(
                "identities", "certain" if judged == "different" else "possible",
                side([one], weighed.supporters(one.id)),
                side([other], weighed.supporters(other.id)),
                say("one is identified as two; that they are the same was denied")
                if judged == "different"
                else say("one is identified as two; that they are the same was not decided"),
            )  # fmt: skip


def statuses_differ(weighed: Weighed) -> Iterator[Contradiction]:
    """Yield statuses of one person that exclude each other, unless at certainly different times."""
    naming = Naming(weighed.board)
    for one, other in _pairs(weighed, weighed.board.of(Status)):
        a, b = one.record, other.record
        if frozenset({a.status, b.status}) not in _CANNOT_BOTH:
            continue
        if not weighed.same.same(a.of, b.of) or times_differ(a.when, b.when) is not None:
            continue
        yield Contradiction(
            "statuses", "possible",
            side([one], weighed.supporters(one.id)), side([other], weighed.supporters(other.id)),
            say("{one} and {other} of one and the same; a status can change with time",
                one=naming.term("status", a.status), other=naming.term("status", b.status)),
        )  # fmt: skip


def _pairs(weighed: Weighed, rows: tuple[Known[_P], ...]) -> Iterator[tuple[Known[_P], Known[_P]]]:
    return combinations([known for known in rows if weighed.supporters(known.id)], 2)


def _one_party(weighed: Weighed, a: str, b: str) -> bool:
    if weighed.same.same(a, b):
        return True
    ours, theirs = _above(weighed, a), _above(weighed, b)
    if weighed.same.root(a) in theirs or weighed.same.root(b) in ours:
        return True
    return bool(_parties(weighed, ours) & _parties(weighed, theirs))


def _above(weighed: Weighed, actor: str) -> set[str]:
    """Return an actor and all groups it is recorded to be a part of, as compared ids."""
    found: set[str] = set()
    waiting = weighed.same.all_of(actor)
    while waiting:
        each = waiting.pop()
        found.add(weighed.same.root(each))
        group = weighed.board.get(each, Group)
        if group is not None and group.record.part_of is not None:
            above = weighed.same.root(group.record.part_of)
            if above not in found:
                waiting += weighed.same.all_of(above)
    return found


def _parties(weighed: Weighed, actors: set[str]) -> set[str]:
    found = set()
    for actor in actors:
        for each in weighed.same.all_of(actor):
            group, source = weighed.board.get(each, Group), weighed.board.get(each, Source)
            for known in (group, source):
                if known is not None and known.record.party:
                    found.add(fold(known.record.party))
    return found
