"""Which events a text tells of, by their words: triggers of the same event make one incident."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from probatum.read.builtin.days import Days, days, may_be_same
from probatum.read.builtin.drafts import IncidentDraft
from probatum.read.builtin.shelves import Named, named
from probatum.read.builtin.worded.contents import has
from probatum.read.builtin.worded.lexicon import Happening, Lexicon
from probatum.read.builtin.worded.passages import Passage
from probatum.read.found import DateFound, Mark, PlaceFound
from probatum.read.tokens import Token, tokens

RECALLED = 8
_REGION = 100_000
_FAMILIES = {
    "detention": "held", "enforced-disappearance": "held", "torture": "held",
    "sexual-violence": "held", "forced-transfer": "held", "evacuation": "moved",
    "pillage": "taken", "siege": "siege", "found-bodies": "bodies",
}  # fmt: skip
_MOST_TYPES = 6
_SUFFERED = {"killing", "injury"}
_BESIDE = 4


@dataclass(frozen=True, slots=True)
class Told:
    """A word for something that happened, in passage ``passage``."""

    mark: Mark
    passage: int
    happening: Happening
    word: Token
    is_negated: bool
    is_other: bool
    is_backdrop: bool = False
    is_verb: bool = True

    @property
    def is_suffered(self) -> bool:
        """Whether it only says who was killed or hurt."""
        return set(self.happening.types) <= _SUFFERED

    @property
    def is_vague(self) -> bool:
        """Whether it is a noun for whatever happened ("the attack")."""
        return self.happening.types == ("other",) and not self.is_verb


@dataclass(slots=True, eq=False)
class _Event:
    family: str
    types: dict[str, None] = field(default_factory=dict)
    marks: list[Mark] = field(default_factory=list)
    places: tuple[int, ...] = ()
    when: int | None = None
    days: Days | None = None


@dataclass(frozen=True, slots=True)
class Incidents:
    """The incidents of a text, and every mention of them in order."""

    drafts: tuple[IncidentDraft, ...]
    _marks: tuple[tuple[Mark, int], ...]
    _starts: tuple[int, ...]

    def inside(self, mark: Mark) -> list[int]:
        """Return the incidents spoken of within a mark, each once."""
        low, high = bisect_left(self._starts, mark.start), bisect_left(self._starts, mark.end)
        return list(dict.fromkeys(at for _, at in self._marks[low:high]))

    def before(self, position: int) -> int | None:
        """Return the incident spoken of last before a position, else the first."""
        at = bisect_right(self._starts, position) - 1
        if at >= 0:
            return self._marks[at][1]
        return self._marks[0][1] if self._marks else None


def told_in(text: str, passages: Sequence[Passage], lexicon: Lexicon) -> list[Told]:
    """Return the words for what happened, in order."""
    found: list[Told] = []
    for number, passage in enumerate(passages):
        words = tokens(text, passage.mark.start, passage.mark.end)
        at = 0
        while at < len(words):
            hit = lexicon.happenings.at(words, at)
            if hit is None:
                at += 1
                continue
            before = {one.word for one in words[max(0, at - 2) : at]}
            happening = hit[0]
            if happening.types[0] == "detention" and has(
                lexicon.suspects, words[max(0, at - _BESIDE) : at + _BESIDE + 1]
            ):
                happening = happening._replace(firm=False)  # no victims: those who did it
            behind = [one.word for one in words[hit[1] : hit[1] + 2]]
            lacks = len(behind) == 2 and behind[0] in lexicon.nots and behind[1] in lexicon.was
            stands = any(pattern.search(words[at].word) for pattern in lexicon.finite.values())
            found.append(
                Told(
                    Mark(words[at].start, words[hit[1] - 1].end), number, happening, words[at],
                    bool(before & lexicon.nots) or lacks,
                    any(lexicon.another.at(words, each) for each in range(max(0, at - 2), at)),
                    bool(before & lexicon.backdrop) and not stands,
                    not lexicon.finite or any(
                        pattern.search(one.word)
                        for gender, pattern in lexicon.finite.items() if gender
                        for one in words[at : hit[1]]
                    ),
                )
            )  # fmt: skip
            at = hit[1]
    return found


def incidents_of(
    told: Sequence[Told], passages: Sequence[Passage], places: Sequence[PlaceFound],
    dates: Sequence[DateFound],
) -> Incidents:  # fmt: skip
    """Return the incidents of a text."""
    standing = named([(mark, at) for at, one in enumerate(places) for mark in one.mentions])
    dated = named([(one.mark, at) for at, one in enumerate(dates)])
    events: list[_Event] = []
    waiting: list[Told] = []
    for one in told:
        passage = passages[one.passage].mark
        where = _where(standing, passage, places)
        when = _nearest(dated, passage, one.mark.start)
        family = _FAMILIES.get(one.happening.types[0], "attack")
        event = _event_of(events[-RECALLED:], one, family, where, when, dates)
        if event is None:
            if not one.happening.firm or one.is_negated:
                waiting.append(one)
                continue
            event = _Event(family)
            events.append(event)
        _join(event, one, where, when, dates)
    for one in waiting:
        first = events[0] if events else None
        if (
            first is not None
            and one.mark < first.marks[0]
            and first.family == _FAMILIES.get(one.happening.types[0], "attack")
        ):
            first.marks.insert(0, one.mark)
    marks = sorted((mark, at) for at, each in enumerate(events) for mark in each.marks)
    drafts = tuple(
        IncidentDraft(tuple(sorted(each.marks)), tuple(each.types), each.places, each.when)
        for each in events
    )
    return Incidents(drafts, tuple(marks), tuple(mark.start for mark, _ in marks))


def _event_of(
    events: Sequence[_Event], one: Told, family: str, where: tuple[int, ...], when: int | None,
    dates: Sequence[DateFound],
) -> _Event | None:  # fmt: skip
    """Return the event that a word tells of: the last that fits, for "the attack" any at last."""
    alike = [each for each in reversed(events) if each.family == family]
    others = [each for each in reversed(events) if each.family != family] if one.is_vague else []
    fitting = (each for each in (*alike, *others) if _fits(each, one, where, when, dates))
    return next(fitting, None)


def _join(
    event: _Event, one: Told, where: tuple[int, ...], when: int | None, dates: Sequence[DateFound]
) -> None:
    event.marks.append(one.mark)
    for kind in one.happening.types:
        if kind != "other" or not event.types:
            if len(event.types) < _MOST_TYPES:
                event.types[kind] = None
    if len(event.types) > 1:
        event.types.pop("other", None)
    if not event.places:
        event.places = where
    if event.when is None and when is not None:
        event.when, event.days = when, days(dates[when])


def _fits(
    event: _Event, one: Told, where: tuple[int, ...], when: int | None, dates: Sequence[DateFound]
) -> bool:
    if one.is_other and one.happening.firm:
        return False
    other_day = (
        when is not None
        and event.days is not None
        and not may_be_same(days(dates[when]), event.days)
    )
    elsewhere = bool(where and event.places) and not set(where) & set(event.places)
    if one.is_suffered:
        return not (other_day and elsewhere)  # who died of it later, or far away
    return not other_day and not (elsewhere and one.is_verb)


def _where(standing: Named, passage: Mark, places: Sequence[PlaceFound]) -> tuple[int, ...]:
    inside = dict.fromkeys(at for _, at in standing.within(passage.start, passage.end))
    fine = [at for at in inside if (places[at].precision_m or 0) < _REGION]
    return tuple((fine or list(inside))[:4])


def _nearest(dated: Named, passage: Mark, position: int) -> int | None:
    inside = dated.within(passage.start, passage.end)
    return min(inside, key=lambda one: abs(one[0].start - position))[1] if inside else None
