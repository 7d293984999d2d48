"""When and where an event happened, where sources differ; the same for what an item shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from probatum.model.letters import fold
from probatum.model.nouns.judgements import Assessment
from probatum.model.nouns.propositions import (
    Act,
    Depiction,
    EventPlace,
    EventTime,
    Occurrence,
    Proposition,
)
from probatum.model.tongue import say
from probatum.model.values import When
from probatum.record.board import Known
from probatum.record.clashes import Contradiction, Side, side
from probatum.record.reprints import Reprints
from probatum.record.weighing import Claim, Weighed
from probatum.record.whens import Difference, times_differ
from probatum.record.wheres import Wheres


@dataclass(frozen=True, slots=True)
class _Told:
    """What somebody supports: a time, a place, and the propositions that have both in them."""

    rows: tuple[Known[Proposition], ...]
    claims: tuple[Claim, ...]
    when: When | None
    place: str | None


def events_differ(weighed: Weighed, wheres: Wheres) -> Iterator[Contradiction]:
    """Yield differing times and places of one event.

    One event is: what propositions name as the same act; an act of one kind against one victim; an
    occurrence recorded twice in the same words. Two acts of one incident may well have two times.
    """
    for event in _events(weighed):
        for (a, doubt_a), (b, doubt_b) in combinations(_alike(weighed, event), 2):
            doubtful = doubt_a or doubt_b
            found = times_differ(a.when, b.when)
            if found is not None:
                yield _clash("times", a, b, found, doubtful)
            apart = wheres.differ(a.place, b.place)
            if apart is not None:
                yield _clash("places", a, b, apart, doubtful)


def _alike(weighed: Weighed, event: list[tuple[_Told, str]]) -> list[tuple[_Told, str]]:
    """Return what is told of an event, each time and place once with all that say so."""
    once: dict[tuple[object, ...], _Told] = {}
    for told, doubt in event:
        when, place = told.when, told.place and weighed.same.root(told.place)
        spelled = None if when is None else (when.edtf, when.from_time, when.to_time, when.zone,
                                             when.relation, when.relative_to)  # fmt: skip
        key = (spelled, place, doubt)
        before = once.get(key)
        if before is not None:
            told = _Told(before.rows + told.rows, before.claims + told.claims, when, told.place)
        once[key] = told
    return [(told, str(key[-1])) for key, told in once.items()]


def _events(weighed: Weighed) -> Iterator[list[tuple[_Told, str]]]:
    """Yield what is told of each event; beside it a doubt whether it is told of this one."""
    told = _all_told(weighed)
    of_event: dict[str, list[tuple[_Told, str]]] = {}
    of_incident: dict[str, list[_Told]] = {}
    alike: dict[tuple[str, ...], list[_Told]] = {}
    for each in told:
        proposition = each.rows[0].record
        match proposition:
            case EventTime(act=str(act)) | EventPlace(act=str(act)):
                of_event.setdefault(act, []).append((each, ""))
            case EventTime() | EventPlace():
                if proposition.incident is not None:
                    root = weighed.same.root(proposition.incident)
                    of_incident.setdefault(root, []).append(each)
            case _:
                of_event.setdefault(each.rows[0].id, []).append((each, ""))
                key = _likeness(weighed, proposition)
                if key:
                    alike.setdefault(key, []).append(each)
    yield from (rows for rows in of_event.values() if len(rows) > 1)
    yield from ([(each, "") for each in rows] for rows in of_incident.values() if len(rows) > 1)
    doubt = say("they may be about two events")
    yield from ([(each, doubt) for each in rows] for rows in alike.values() if len(rows) > 1)


def _all_told(weighed: Weighed) -> Iterator[_Told]:
    kinds: tuple[type[Proposition], ...] = (EventTime, EventPlace, Occurrence, Act)
    for kind in kinds:
        for known in weighed.board.of(kind):
            claims = weighed.supporters(known.id)
            if claims:
                proposition = known.record
                when = getattr(proposition, "when", None)
                place = getattr(proposition, "place", None)
                yield _Told((known,), claims, when, place)


def _likeness(weighed: Weighed, proposition: Proposition) -> tuple[str, ...]:
    """Return what two propositions must share to be told of one event; empty: nothing to go by."""
    incident = weighed.same.root(proposition.incident) if proposition.incident else ""
    if isinstance(proposition, Act) and proposition.victim is not None:
        return ("act", proposition.kind, weighed.same.root(proposition.victim))
    if isinstance(proposition, Occurrence) and proposition.text and incident:
        return ("occurrence", incident, proposition.kind or "", fold(proposition.text))
    return ()


def _clash(kind: str, a: _Told, b: _Told, found: Difference, doubt: str) -> Contradiction:
    certainty, why = found.certainty, found.why
    if doubt:
        certainty = "possible"
        why += "; " + say("may contradict only, because {doubts}", doubts=doubt)
    one, other = sorted((a, b), key=lambda told: (told.rows[0].index, told.rows[0].id))
    return Contradiction(
        "times" if kind == "times" else "places", certainty,
        side(one.rows, one.claims), side(other.rows, other.claims), why,
    )  # fmt: skip


# -- what an item shows ---------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Shown:
    side: Side
    item: str
    when: When | None
    place: str | None
    who: frozenset[str]
    index: int


def depictions_differ(
    weighed: Weighed, wheres: Wheres, reprints: Reprints
) -> Iterator[Contradiction]:
    """Yield differing accounts of what one item, or a copy of it, shows: where, when, whom.

    Judgements of analysts (geolocation, chronolocation) stand beside what sources say.
    """
    shown = list(_all_shown(weighed))
    by_item: dict[str, list[_Shown]] = {}
    for each in shown:
        by_item.setdefault(reprints.one_of(each.item), []).append(each)
    for rows in by_item.values():
        for one, other in combinations(sorted(rows, key=lambda each: each.index), 2):
            found = times_differ(one.when, other.when) or wheres.differ(one.place, other.place)
            if found is None and one.who and other.who and not one.who & other.who:
                found = Difference("possible", "other people are said to be shown; both may be")
            if found is not None:
                yield Contradiction(
                    "depictions", found.certainty, one.side, other.side,
                    say("what one item shows: {why}", why=found.why),
                )  # fmt: skip


def _all_shown(weighed: Weighed) -> Iterator[_Shown]:
    for known in weighed.board.of(Depiction):
        claims = weighed.supporters(known.id)
        if claims:
            proposition = known.record
            who = frozenset(weighed.same.root(each) for each in proposition.who)
            yield _Shown(
                side([known], claims), proposition.item, proposition.when, proposition.place, who,
                known.index,
            )  # fmt: skip
    assessments = weighed.board.of(Assessment)
    replaced = {known.record.supersedes for known in assessments}
    for judged in assessments:
        record = judged.record
        located = record.dimension in ("geolocation", "chronolocation")
        if located and (record.place or record.when) and judged.id not in replaced:
            yield _Shown(
                Side(judgements=(judged,)), record.target, record.when, record.place, frozenset(),
                judged.index,
            )  # fmt: skip
