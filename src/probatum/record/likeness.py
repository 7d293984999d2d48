"""Which records may mean what a suggestion means, and why: offered to a person, never linked.

Reasons for and against are words; their weight only orders them. Two names of one spelling are not
one person, two strikes on one town on one day need not be one strike: a person says *same*, *new*
or *undecided*. Proposed records lie on the same board as those of the case.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from probatum.model.letters import apart
from probatum.model.nouns.figures import Figure
from probatum.model.nouns.incidents import Incident
from probatum.model.nouns.people import Group, Person
from probatum.model.nouns.places import Place
from probatum.model.nouns.propositions import (
    Act,
    Attribution,
    EventPlace,
    EventTime,
    Involvement,
    Occurrence,
    Weapon,
)
from probatum.model.nouns.propositions import Proposition as AnyProposition
from probatum.model.nouns.sources import Source
from probatum.model.record import Record
from probatum.model.values import When
from probatum.record.board import Known
from probatum.record.figures import bounds
from probatum.record.name_likeness import same_name, same_source
from probatum.record.weighing import Weighed
from probatum.record.whens import bounds_of, times_differ
from probatum.record.wheres import Wheres

LEAST = 1.0
_VIOLENT = frozenset("killing injury shelling air-strike shooting destruction attack-on-medical "
                     "found-bodies other".split())  # fmt: skip
_MOST_VOICES = 20
_SHARED = 2
_SMALL = frozenset("the of and for a an in".split())
_CLAIMED = (Occurrence, Act, Attribution, Involvement, Weapon)


@dataclass(frozen=True, slots=True)
class Likeness:
    """One record that may be meant. ``weight`` orders candidates and means nothing by itself."""

    other: Known[Record]
    weight: float
    reasons: tuple[str, ...]


@dataclass(slots=True)
class _Frame:
    """What an incident is said to be: kinds, places, times, from what is said about it."""

    kinds: set[str] = field(default_factory=set)
    places: list[str] = field(default_factory=list)
    whens: list[When] = field(default_factory=list)
    actors: set[str] = field(default_factory=set)
    voices: set[str] = field(default_factory=set)


class Likenesses:
    """Compares proposed records with those of the case, all on one board.

    ``proposed`` are the ids of proposed ones; ``places`` and ``whens`` say of proposed incidents
    what their reading says, beside what stands in propositions. ``named`` are all places that the
    reading names: weaker than a place where it happened.
    """

    def __init__(
        self, weighed: Weighed, proposed: Iterable[str],
        places: Mapping[str, Iterable[str]] | None = None,
        whens: Mapping[str, When] | None = None, named: Iterable[str] = (),
    ) -> None:  # fmt: skip
        self._weighed, self._proposed = weighed, frozenset(proposed)
        self._wheres = Wheres(weighed)
        self._named = tuple(named)
        self._frames = self._gathered(places or {}, whens or {})
        self._found: dict[str, tuple[Likeness, ...]] = {}

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
            weight, reasons = 0.0, []
            for part, reason in self._reasons(mine, other):
                weight += part
                reasons.append(reason)
            if weight >= LEAST:
                found.append(Likeness(other, weight, tuple(reasons)))
        return tuple(sorted(found, key=lambda each: (-each.weight, each.other.index)))

    def _comparable(self, mine: Known[Record]) -> Iterable[Known[Record]]:
        """Return the records that may be meant: of the same noun, and those that can stand for it.

        Who acts here may have spoken in an earlier report: a source stands for a person or group.
        A denial is about what was claimed, in whatever noun that was put.
        """
        board = self._weighed.board
        yield from board.of(type(mine.record))
        if isinstance(mine.record, Person | Group):
            yield from board.of(Source)
        elif type(mine.record) in _CLAIMED and self._deniers(mine.id):
            for other in board.of(AnyProposition):
                if type(other.record) is not type(mine.record) and type(other.record) in _CLAIMED:
                    yield other

    def _deniers(self, proposition: str) -> tuple[str, ...]:
        """Return who denies or disputes a proposition, as far as they are known."""
        said = self._weighed.board.about(proposition)
        against = [each.record for each in said if each.record.stance in ("denies", "disputes")]
        return tuple(each.speaker or "" for each in against)

    def _reasons(self, mine: Known[Record], other: Known[Record]) -> Iterator[tuple[float, str]]:
        one, two = mine.record, other.record
        match one, two:
            case Person() | Group(), Source():
                yield from _in_another_noun(one, two)
            case Source(), Source():
                yield from same_source(one, two)
            case Person(), Person():
                yield from same_name(one.names, two.names)
            case Group(), Group():
                yield from same_name(one.names, two.names)
            case Place(), Place():
                yield from self._placed(mine.id, one, other.id, two)
            case Incident(), Incident():
                yield from self._happened(mine.id, other.id)
            case Figure(), Figure():
                yield from self._counted(mine, other)
            case AnyProposition(), AnyProposition():
                yield from self._proposing(one, two)
                yield from self._denied(mine, other)

    def _placed(self, a: str, one: Place, b: str, two: Place) -> Iterator[tuple[float, str]]:
        same = list(same_name(one.names, two.names))
        yield from same
        differ = self._wheres.differ(a, b)
        if differ is not None and differ.certainty == "certain":
            yield -4.0, f"against: {differ.why}"
        elif same and one.lat is not None and two.lat is not None:
            yield 1.0, "the positions fit"
        if one.gazetteer_id is not None and one.gazetteer_id == two.gazetteer_id:
            yield 2.0, "the same place of the gazetteer"

    def _happened(self, a: str, b: str) -> Iterator[tuple[float, str]]:
        one, two = self._frames.get(a, _Frame()), self._frames.get(b, _Frame())
        if shared := one.kinds & two.kinds:
            yield 0.6, "both " + " and ".join(sorted(shared))
        elif one.kinds and two.kinds:
            if one.kinds & _VIOLENT and two.kinds & _VIOLENT:
                yield (
                    0.1,
                    f"{', '.join(sorted(one.kinds))} here, {', '.join(sorted(two.kinds))} there",
                )
            else:
                yield -1.0, "against: another kind of event"
        yield from self._where(one, two)
        yield from _when(one, two)
        if any(self._one(x, y) for x in one.actors for y in two.actors):
            yield 0.5, "the same party is accused"
        shared_voices = sum(
            any(self._one(x, y) for y in sorted(two.voices)[:_MOST_VOICES])
            for x in sorted(one.voices)[:_MOST_VOICES]
        )
        if shared_voices:
            yield min(0.4 * shared_voices, 0.8), f"{shared_voices} of the same speak about it"

    def _where(self, one: _Frame, two: _Frame) -> Iterator[tuple[float, str]]:
        if not (one.places and two.places):
            if any(self._one(x, y) for x in self._named for y in two.places):
                yield 0.5, "the report names the same place"
            return
        if any(self._one(x, y) for x in one.places for y in two.places):
            yield 1.0, "the same place"
        elif all(self._apart(x, y) for x in one.places for y in two.places):
            yield -2.0, "against: other places"

    def _counted(self, mine: Known[Record], other: Known[Record]) -> Iterator[tuple[float, str]]:
        one, two = mine.record, other.record
        assert isinstance(one, Figure)
        assert isinstance(two, Figure)
        if one.measure != two.measure:
            return
        if one.population != two.population and one.population and two.population:
            return
        same = self._same_incident(one.incident, two.incident)
        low = bounds(self._weighed, Known(mine.id, mine.ref, mine.noun, one, mine.index,
                                          mine.recorded_at, mine.by))  # fmt: skip
        high = bounds(self._weighed, Known(other.id, other.ref, other.noun, two, other.index,
                                           other.recorded_at, other.by))  # fmt: skip
        if low is None or high is None or low != high or one.bound != two.bound:
            return
        if same:
            yield 1.5, f"the same number {one.measure} of what may be the same incident"
        elif one.incident is None and two.incident is None:
            yield 1.0, f"the same number {one.measure}, of no one incident"

    def _proposing(self, one: AnyProposition, two: AnyProposition) -> Iterator[tuple[float, str]]:
        alike = _alike(one.text, two.text)
        same = self._same_incident(one.incident, two.incident)
        if isinstance(one, Attribution) and isinstance(two, Attribution):
            if self._one_party(one.actor, two.actor):
                yield 0.5, "the same party"
                if same:
                    yield 1.0, "of what may be the same incident"
            return
        if alike >= 0.5:
            yield 1.0, f"{alike:.0%} of the words are the same"
        if same:
            yield 0.5 if alike < 0.2 else 1.0, "of what may be the same incident"
            if isinstance(one, Occurrence) and isinstance(two, Occurrence) and one.kind == two.kind:
                yield 0.5 if alike >= 0.2 else 0.4, "the same kind of event"

    def _denied(self, mine: Known[Record], other: Known[Record]) -> Iterator[tuple[float, str]]:
        """Yield reasons why a proposition that is denied here is the one that was claimed there."""
        deniers = [each for each in self._deniers(mine.id) if each]
        one, two = mine.record, other.record
        assert isinstance(one, AnyProposition)
        assert isinstance(two, AnyProposition)
        if not deniers or self._deniers(other.id):
            return
        accused = getattr(two, "actor", None)
        if isinstance(one, Attribution) and isinstance(two, Attribution):
            if self._one_party(one.actor, two.actor):
                yield 0.6, "denied here"
        elif accused is not None and any(self._one_party(each, accused) for each in deniers):
            yield 1.0, "who is accused of it denies this"
        elif any(self._names(two.text, each) for each in deniers):
            yield 0.6, "its words name who denies this"

    def _names(self, text: str | None, source: str) -> bool:
        """Say whether words name a source, by two words of its name at least."""
        known = self._weighed.board.find(source)
        names = known.record.names if known is not None and isinstance(known.record, Source) else ()
        words = set(apart(text or ""))
        return any(len(words & (set(apart(each.printed)) - _SMALL)) >= _SHARED for each in names)

    def _same_incident(self, a: str | None, b: str | None) -> bool:
        return a is not None and b is not None and self._one(a, b)

    def _one(self, a: str, b: str) -> bool:
        """Say whether two ids may mean one thing: recorded as the same, or a candidate."""
        if self._weighed.same.same(a, b):
            return True
        if a in self._proposed:
            return any(each.other.id == b for each in self.of(a))
        if b in self._proposed:
            return any(each.other.id == a for each in self.of(b))
        return False

    def _one_party(self, a: str, b: str) -> bool:
        """Say whether two parties may be one, although one spoke and the other only acted."""
        if self._one(a, b):
            return True
        one, two = self._weighed.board.find(a), self._weighed.board.find(b)
        if one is None or two is None or type(one.record) is type(two.record):
            return False
        parties = Source | Person | Group
        if not isinstance(one.record, parties) or not isinstance(two.record, parties):
            return False
        return sum(weight for weight, _ in same_name(one.record.names, two.record.names)) >= LEAST

    def _apart(self, a: str, b: str) -> bool:
        differ = self._wheres.differ(a, b)
        return differ is not None

    def _gathered(
        self, places: Mapping[str, Iterable[str]], whens: Mapping[str, When]
    ) -> dict[str, _Frame]:
        found: dict[str, _Frame] = {}
        board = self._weighed.board
        for known in board.of(Incident):
            frame = found[known.id] = _Frame()
            frame.kinds |= {known.record.kind} - {None}  # type: ignore[arg-type]
            frame.places += places.get(known.id, ())
            if known.id in whens:
                frame.whens.append(whens[known.id])
        for noun in (Occurrence, Act, EventTime, EventPlace, Attribution):
            for proposition in board.of(noun):
                body = proposition.record
                if body.incident is not None and body.incident in found:
                    _framed(found[body.incident], body)
        for spoken in board.of(AnyProposition):
            around = found.get(spoken.record.incident or "")
            if around is not None:
                said = (each.record.speaker for each in board.about(spoken.id))
                around.voices.update(each for each in said if each is not None)
        return found


def _in_another_noun(one: Person | Group, two: Source) -> Iterator[tuple[float, str]]:
    """Yield why a person or group that acts here is a source of the case."""
    names = list(same_name(one.names, two.names))
    if not names:
        return
    yield from names
    yield 0.0, "recorded as a source"
    if isinstance(one, Person) != (two.kind == "person"):
        yield -0.5, f"against: {two.kind} there"


def _framed(frame: _Frame, body: AnyProposition) -> None:
    if isinstance(body, Occurrence | Act) and body.kind is not None:
        frame.kinds.add(body.kind)
    place = getattr(body, "place", None)
    if place is not None:
        frame.places.append(place)
    when = getattr(body, "when", None)
    if when is not None:
        frame.whens.append(when)
    if isinstance(body, Attribution):
        frame.actors.add(body.actor)


def _when(one: _Frame, two: _Frame) -> Iterator[tuple[float, str]]:
    pairs = [(x, y) for x in one.whens for y in two.whens
             if bounds_of(x) is not None and bounds_of(y) is not None]  # fmt: skip
    if not pairs:
        return
    fitting = [(x, y) for x, y in pairs if times_differ(x, y) is None]
    if not fitting:
        yield -2.0, "against: other days"
    elif any(x.edtf == y.edtf for x, y in fitting):
        yield 1.0, f"both {next(x.edtf for x, y in fitting if x.edtf == y.edtf)}"
    else:
        yield 0.5, f"{fitting[0][0].edtf} and {fitting[0][1].edtf} can be one day"


def _alike(one: str | None, two: str | None) -> float:
    a, b = frozenset(apart(one or "")), frozenset(apart(two or ""))
    return len(a & b) / len(a | b) if a and b else 0.0
