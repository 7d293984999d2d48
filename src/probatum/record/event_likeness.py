"""Whether two incidents may be one, and why: kind, place, day, who is accused, who speaks, names.

Each part may be missing: reports of one event rarely say all of them. What occurs in many incidents
of the case, such as a party that is accused everywhere, says less.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from probatum.model.captions import labelled
from probatum.model.letters import fold
from probatum.model.nouns.people import Group, Person
from probatum.model.nouns.places import Place
from probatum.model.nouns.sources import Source
from probatum.model.tongue import listed, number, say
from probatum.model.values import When
from probatum.record.frames import Frame, stems_of
from probatum.record.name_likeness import bare, telling
from probatum.record.weighing import Weighed
from probatum.record.whens import bounds_of, times_differ
from probatum.record.wheres import Wheres

Reason = tuple[float, str]

_VIOLENT = frozenset("killing injury shelling air-strike shooting destruction attack-on-medical "
                     "found-bodies other".split())  # fmt: skip
_CAPTIVE = frozenset("detention enforced-disappearance forced-transfer torture other".split())
_NEAR_KINDS = (_VIOLENT, _CAPTIVE)
_MOST_VOICES = 20
_MOST_NAMES = 40
_FEW, _MANY = 4, 10  # incidents in which a name, party or day occurs


@dataclass(frozen=True, slots=True)
class Report:
    """What one report has beside its incidents: all its records, places and days that it names."""

    records: tuple[str, ...]
    places: tuple[str, ...] = ()
    days: tuple[When, ...] = ()


class Events:
    """Compares incidents of a report with those of the case.

    ``one`` says whether two ids may mean one place or party, by name.
    """

    def __init__(
        self, weighed: Weighed, frames: Mapping[str, Frame], report: Report,
        one: Callable[[str, str], bool],
    ) -> None:  # fmt: skip
        self._weighed, self._frames, self._report, self._one = weighed, frames, report, one
        self._wheres = Wheres(weighed)
        self._names = tuple(self._named())
        self._accused = self._counted(frame.actors for frame in frames.values())
        self._heard = self._counted(frame.voices for frame in frames.values())
        self._days = Counter(
            day for frame in frames.values() for day in {when.edtf for when in frame.whens}
        )
        self._namings: dict[str, int] = {}

    def reasons(self, a: str, b: str) -> Iterator[Reason]:
        """Yield why two incidents are or are not one; the first is the report's."""
        one, two = self._frames.get(a, Frame()), self._frames.get(b, Frame())
        yield from _kinds(one, two)
        yield from self._where(one, two)
        yield from self._when(one, two)
        yield from self._who(one, two)
        yield from self._called(two)

    def names(self, text: frozenset[str], party: str) -> bool:
        """Say whether words (as `stems` gives them) name a record."""
        return any(words <= text for words in self._telling(party))

    @cached_property
    def named(self) -> frozenset[str]:
        """The words of all names of the report, its places included."""
        places = (words for each in self._report.records for words in self._telling(each))
        return frozenset(word for words in places for word in words)

    def _where(self, one: Frame, two: Frame) -> Iterator[Reason]:
        if any(self._one(x, y) for x in one.places for y in two.places):
            yield 1.0, say("the same place")
            return
        pairs = [(x, y) for x in one.places for y in two.places]
        differ = [self._wheres.differ(x, y) for x, y in pairs]
        if pairs and all(each is not None and each.certainty == "certain" for each in differ):
            yield -2.0, say("against: other places")
            return
        # A landing at a town: one report has the landing for its place, the other one the town.
        if any(self._one(x, y) for x in self._report.places for y in two.places) or (
            any(self.names(frozenset(two.words), x) for x in (*one.places, *self._report.places))
        ):
            yield 0.5, say("the report names the same place")
        elif pairs and all(each is not None for each in differ):
            yield -1.0, say("against: other places")

    def _when(self, one: Frame, two: Frame) -> Iterator[Reason]:
        pairs = [(x, y) for x in one.whens for y in two.whens if _dated(x) and _dated(y)]
        fitting = [(x, y) for x, y in pairs if times_differ(x, y) is None]
        if pairs and not fitting:
            yield -2.0, say("against: other days")
        elif same := next((x.edtf for x, y in fitting if x.edtf == y.edtf), None):
            yield 1.0 if self._days[same] <= _MANY else 0.3, say("both {words}", words=same)
        elif fitting:
            yield 0.5, say(
                "{one} and {other} can be one day", one=fitting[0][0].edtf,
                other=fitting[0][1].edtf,
            )  # fmt: skip
        elif not any(map(_dated, one.whens)):
            days = {when.edtf for when in two.whens if _is_day(when)}
            named = next((day.edtf for day in self._report.days if day.edtf in days), None)
            if named is not None:
                yield 0.5, say("the report names the same day, {day}", day=named)

    def _who(self, one: Frame, two: Frame) -> Iterator[Reason]:
        accused = [y for y in sorted(two.actors) if any(self._one(x, y) for x in one.actors)]
        if accused:
            rare = any(self._accused[self._root(each)] <= _FEW for each in accused)
            yield 0.5 if rare else 0.2, say("the same party is accused")
        voices = sorted(two.voices)[:_MOST_VOICES]
        shared = [y for y in voices
                  if any(self._one(x, y) for x in sorted(one.voices)[:_MOST_VOICES])]  # fmt: skip
        if shared:
            weight = sum(0.4 if self._heard[self._root(y)] <= _FEW else 0.1 for y in shared)
            yield min(weight, 0.8), say("{n} of the same speak about it", n=number(len(shared)))

    def _called(self, two: Frame) -> Iterator[Reason]:
        """Yield names of the report that stand in what is said about the other incident."""
        found: dict[str, float] = {}
        for words, name in self._names:
            if words <= two.words:
                count = self._namings.get(name)
                if count is None:
                    frames = self._frames.values()
                    count = self._namings[name] = sum(words <= each.words for each in frames)
                found[name] = 0.3 if count <= _FEW else 0.1 if count <= _MANY else 0.02
        if found:
            yield min(sum(found.values()), 0.6), say(
                "the report names {names}", names=listed(sorted(found))
            )  # fmt: skip

    def _named(self) -> Iterator[tuple[frozenset[str], str]]:
        """Yield the names of the report with the words that tell them, each once."""
        seen: set[frozenset[str]] = set()
        for each in self._report.records:
            known = self._weighed.board.find(each)
            record = known.record if known is not None else None
            if not isinstance(record, Source | Person | Group):
                continue  # places are compared as such
            if isinstance(record, Source) and record.kind == "publication":
                continue
            for form in record.names[:1]:
                words = stems_of(telling(form))
                if words and words not in seen and len(seen) < _MOST_NAMES:
                    seen.add(words)
                    yield words, bare(form)

    def _telling(self, party: str) -> list[frozenset[str]]:
        known = self._weighed.board.find(party)
        record = known.record if known is not None else None
        if not isinstance(record, Source | Person | Group | Place):
            return []
        found = [stems_of(telling(form)) for form in record.names]
        return [words for words in found if words]

    def _counted(self, sets: Iterable[set[str]]) -> Counter[str]:
        return Counter(root for ids in sets for root in {self._root(each) for each in ids})

    def _root(self, one: str) -> str:
        """Return what counts records of one name as one: their name, or what they were judged."""
        known = self._weighed.board.find(one)
        names = getattr(known.record, "names", ()) if known is not None else ()
        return fold(bare(names[0])) if names else self._weighed.same.root(one)


def _kinds(one: Frame, two: Frame) -> Iterator[Reason]:
    if shared := one.kinds & two.kinds:
        yield 0.6, say("both {words}", words=_kinds_said(shared))
    elif one.kinds and two.kinds:
        here, there = _kinds_said(one.kinds), _kinds_said(two.kinds)
        if any(one.kinds & near and two.kinds & near for near in _NEAR_KINDS):
            yield 0.1, say("{here} here, {there} there", here=here, there=there)
        else:
            yield -1.0, say("against: another kind of event")


def _kinds_said(kinds: Iterable[str]) -> str:
    return listed(labelled("act-type", each) for each in sorted(kinds))


def _dated(when: When) -> bool:
    return bounds_of(when) is not None


def _is_day(when: When) -> bool:
    found = bounds_of(when)
    return found is not None and found.precision == "day"
