"""Which records may mean what a suggestion means, and why: offered to a person, never linked.

Reasons for and against are words; their weight only orders them. Two names of one spelling are not
one person, two strikes on one town on one day need not be one strike: a person says *same*, *new*
or *undecided*. Proposed records lie on the same board as those of the case.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from probatum.model.captions import labelled
from probatum.model.letters import apart
from probatum.model.nouns.figures import Figure
from probatum.model.nouns.incidents import Incident
from probatum.model.nouns.people import Group, Person
from probatum.model.nouns.places import Place
from probatum.model.nouns.propositions import Attribution, Occurrence
from probatum.model.nouns.propositions import Proposition as AnyProposition
from probatum.model.nouns.sources import Source
from probatum.model.record import Record
from probatum.model.tongue import number, say
from probatum.model.values import When
from probatum.record.board import Known
from probatum.record.denial_likeness import Denials
from probatum.record.event_likeness import Events, Reason, Report
from probatum.record.figures import bounds
from probatum.record.frames import frames_of
from probatum.record.name_likeness import same_description, same_name, same_source
from probatum.record.name_words import SMALL
from probatum.record.weighing import Weighed
from probatum.record.wheres import Wheres

LEAST = 1.0
_HALF = 0.5  # of the words of two propositions
_KIN = 0.5

Party = Source | Person | Group


@dataclass(frozen=True, slots=True)
class Likeness:
    """One record that may be meant. ``weight`` orders candidates and means nothing by itself."""

    other: Known[Record]
    weight: float
    reasons: tuple[str, ...]


class Likenesses:
    """Compares proposed records with those of the case, all on one board.

    ``proposed`` are the ids of proposed ones; ``places`` and ``whens`` say of proposed incidents
    what their reading says, beside what stands in propositions. ``named`` are all places that the
    reading names: weaker than a place where it happened; ``days`` likewise. ``decided`` are ids of
    records that suggestions of the same reading became.
    """

    def __init__(
        self, weighed: Weighed, proposed: Iterable[str],
        places: Mapping[str, Iterable[str]] | None = None,
        whens: Mapping[str, When] | None = None, named: Iterable[str] = (),
        days: Iterable[When] = (), decided: Iterable[str] = (),
    ) -> None:  # fmt: skip
        self._weighed, self._proposed = weighed, frozenset(proposed)
        self._wheres = Wheres(weighed)
        self._frames = frames_of(weighed, places or {}, whens or {})
        records = (*sorted(self._proposed), *decided)
        self._incidents = [each for each in records if each in self._frames]
        report = Report(records, tuple(named), tuple(days))
        self._events = Events(weighed, self._frames, report, self._one_named)
        self._denials = Denials(weighed, self._events, self._proposed, self)
        self._found: dict[str, tuple[Likeness, ...]] = {}
        self._one_of_name: dict[tuple[str, str], bool] = {}
        self._kin: dict[tuple[str, str], bool] = {}
        self._around: dict[str, frozenset[str]] = {}

    def of(self, one: str) -> tuple[Likeness, ...]:
        """Return what a proposed record may mean, likeliest first."""
        if one not in self._found:
            known = self._weighed.board.find(one)
            self._found[one] = () if known is None else self._compared(known)
        return self._found[one]

    def _compared(self, mine: Known[Record]) -> tuple[Likeness, ...]:
        found = []
        for other in self._comparable(mine):
            if other.id in self._proposed:
                continue
            reasons = tuple(self._reasons(mine, other))
            weight = sum(part for part, _ in reasons)
            if round(weight, 6) >= LEAST:
                found.append(Likeness(other, weight, tuple(words for _, words in reasons)))
        return tuple(sorted(found, key=lambda each: (-each.weight, each.other.index)))

    def _comparable(self, mine: Known[Record]) -> Iterable[Known[Record]]:
        """Return the records that may be meant: of the same noun, and those that can stand for it.

        Who acts here may have spoken in an earlier report: a source stands for a person or group.
        A denial is about what was claimed, in whatever noun that was put.
        """
        board = self._weighed.board
        found: dict[str, Known[Record]] = {each.id: each for each in board.of(type(mine.record))}
        if isinstance(mine.record, Person | Group):
            found |= {each.id: each for each in board.of(Source)}
        elif (claim := board.get(mine.id, AnyProposition)) is not None:
            found |= {each.id: each for each in self._denials.comparable(claim)}
        return found.values()

    def _reasons(self, mine: Known[Record], other: Known[Record]) -> Iterator[Reason]:
        one, two = mine.record, other.record
        match one, two:
            case ((Source() | Person() | Group()), (Source() | Person() | Group())):
                named = list(_named(one, two))
                yield from named or self._described(mine.id, one, other.id, two)
            case Place(), Place():
                yield from self._placed(mine.id, one, other.id, two)
            case Incident(), Incident():
                yield from self._events.reasons(mine.id, other.id)
            case AnyProposition(), AnyProposition():
                yield from self._claimed(mine, other)

    def _placed(self, a: str, one: Place, b: str, two: Place) -> Iterator[Reason]:
        same = list(same_name(one.names, two.names))
        yield from same
        differ = self._wheres.differ(a, b)
        if differ is not None and differ.certainty == "certain":
            yield -4.0, say("against: {why}", why=differ.why)
        elif same and one.lat is not None and two.lat is not None:
            yield 1.0, say("the positions fit")
        if one.gazetteer_id is not None and one.gazetteer_id == two.gazetteer_id:
            yield 2.0, say("the same place of the gazetteer")

    def _described(self, a: str, one: Party, b: str, two: Party) -> Iterator[Reason]:
        """Yield why two records without a name are one: described alike, about one event."""
        reason = same_description(one, two)
        if reason is None or not self._share_an_event(a, b):
            return
        yield reason
        yield 0.2, say("about what may be the same incident")
        if isinstance(two, Source) and not isinstance(one, Source):
            yield 0.0, say("recorded as a source")

    def _claimed(self, mine: Known[Record], other: Known[Record]) -> Iterator[Reason]:
        one = self._weighed.board.get(mine.id, AnyProposition)
        two = self._weighed.board.get(other.id, AnyProposition)
        if one is None or two is None:
            return
        denied = list(self._denials.reasons(one, two))
        if type(one.record) is not type(two.record):
            yield from denied
        elif isinstance(one.record, Figure) and isinstance(two.record, Figure):
            yield from denied
            yield from self._counted(one.id, one.record, two.id, two.record)
        else:
            if denied and (alike := _alike(one.record.text, two.record.text)) >= _HALF:
                denied.append((alike, _same_words(alike)))
            claimed = list(self._proposing(one.record, two.record))
            if not denied or (
                self._weighed.supporters(one.id) and _weight(claimed) > _weight(denied)
            ):
                denied = claimed
            yield from denied

    def _counted(self, a: str, one: Figure, b: str, two: Figure) -> Iterator[Reason]:
        if one.measure != two.measure or one.bound != two.bound:
            return
        if one.population != two.population and one.population and two.population:
            return
        board = self._weighed.board
        mine, other = board.get(a, Figure), board.get(b, Figure)
        if mine is None or other is None:
            return
        low, high = bounds(self._weighed, mine), bounds(self._weighed, other)
        if low is None or low != high:
            return
        measured = labelled("measure", one.measure)
        if self.same_incident(one.incident, two.incident):
            yield 1.5, say("the same number, of what may be the same incident: {measure}",
                           measure=measured)  # fmt: skip
        elif one.incident is None and two.incident is None:
            yield 1.0, say("the same number, of no one incident: {measure}", measure=measured)
        elif one.incident is None and one.place is None and self.in_report(two.incident):
            yield 1.2, say("the same number, and the report is about what may be the incident:"
                           " {measure}", measure=measured)  # fmt: skip

    def _proposing(self, one: AnyProposition, two: AnyProposition) -> Iterator[Reason]:
        alike = _alike(one.text, two.text)
        same = self.same_incident(one.incident, two.incident)
        if isinstance(one, Attribution) and isinstance(two, Attribution):
            if self.one_party(one.actor, two.actor):
                yield 0.5, say("the same party")
                if same:
                    yield 1.0, say("of what may be the same incident")
                if alike >= _HALF:
                    yield alike, _same_words(alike)
            return
        if alike >= _HALF:
            yield 1.0, _same_words(alike)
        if same:
            yield 0.5 if alike < 0.2 else 1.0, say("of what may be the same incident")
            if isinstance(one, Occurrence) and isinstance(two, Occurrence) and one.kind == two.kind:
                yield 0.5 if alike >= 0.2 else 0.4, say("the same kind of event")

    # -- whether two ids may mean one -------------------------------------------------------------

    def same_incident(self, a: str | None, b: str | None) -> bool:
        """Say whether two ids may mean one incident."""
        return a is not None and b is not None and self._one(a, b)

    def in_report(self, incident: str | None) -> bool:
        """Say whether an incident of the report may be this one of the case."""
        return incident is not None and any(self._one(each, incident) for each in self._incidents)

    def _one(self, a: str, b: str) -> bool:
        """Say whether two ids may mean one thing: recorded as the same, or a candidate."""
        same = self._weighed.same
        if same.same(a, b):
            return True
        for mine, other in ((a, b), (b, a)):
            if mine in self._proposed:
                return any(same.same(each.other.id, other) for each in self.of(mine))
        return False

    def _one_named(self, a: str, b: str) -> bool:
        """Say whether two ids may mean one place or party, whatever they have to do with."""
        if self._weighed.same.same(a, b):
            return True
        if (a, b) not in self._one_of_name:
            self._one_of_name[a, b] = self._are_named_alike(a, b)
        return self._one_of_name[a, b]

    def _are_named_alike(self, a: str, b: str) -> bool:
        one, two = self._weighed.board.find(a), self._weighed.board.find(b)
        if one is None or two is None:
            return False
        match one.record, two.record:
            case Place(), Place():
                reasons = self._placed(a, one.record, b, two.record)
                return (a in self._proposed or b in self._proposed) and _weight(reasons) >= LEAST
            case ((Source() | Person() | Group()), (Source() | Person() | Group())):
                return _weight(_named(one.record, two.record)) >= LEAST
        return False

    def one_party(self, a: str, b: str) -> bool:
        """Say whether two parties may be one, although one spoke and the other only acted."""
        if self._one_named(a, b):
            return True
        board = self._weighed.board
        known = (board.find(a), board.find(b))
        return all(each is not None and isinstance(each.record, Party) for each in known) and (
            self._one(a, b)
        )

    def are_kin(self, a: str, b: str) -> bool:
        """Say whether one party may be the other one, or a part of it, by their names."""
        if (a, b) not in self._kin:
            one, two = self._weighed.board.find(a), self._weighed.board.find(b)
            self._kin[a, b] = (
                one is not None and isinstance(one.record, Party)
                and two is not None and isinstance(two.record, Party)
                and _weight(_named(one.record, two.record)) >= _KIN
            )  # fmt: skip
        return self._kin[a, b]

    def _share_an_event(self, a: str, b: str) -> bool:
        mine, other = self._events_of(a) & frozenset(self._incidents), self._events_of(b)
        return any(self._one(x, y) for x in mine or self._incidents for y in sorted(other))

    def _events_of(self, party: str) -> frozenset[str]:
        """Return the incidents that somebody speaks about, is accused of, or is named with."""
        if party not in self._around:
            self._around[party] = frozenset(
                name for name, frame in self._frames.items()
                if party in frame.voices or party in frame.actors
            )  # fmt: skip
        return self._around[party]


def _named(one: Party, two: Party) -> Iterator[Reason]:
    """Yield why two parties are one by their names; two nouns may mean one party."""
    if isinstance(one, Source) and isinstance(two, Source):
        yield from same_source(one, two)
        return
    names = list(same_name(one.names, two.names))
    yield from names
    if names and type(one) is not type(two):
        if isinstance(two, Source):
            yield 0.0, say("recorded as a source")
        if _is_person(one) != _is_person(two):
            other = two.kind if isinstance(two, Source | Group) else "person"
            yield -0.5, say("against: another kind of record there: {kind}",
                             kind=say(other.replace("-", " ")))  # fmt: skip


def _is_person(one: Party) -> bool:
    return isinstance(one, Person) or (isinstance(one, Source) and one.kind == "person")


def _weight(reasons: Iterable[Reason]) -> float:
    return round(sum(part for part, _ in reasons), 6)


def _same_words(alike: float) -> str:
    return say("{share} % of the words are the same", share=number(100 * alike))


def _alike(one: str | None, two: str | None) -> float:
    a, b = frozenset(apart(one or "")) - SMALL, frozenset(apart(two or "")) - SMALL
    return len(a & b) / len(a | b) if a and b else 0.0
