"""Which events a text tells of: triggers of the same event make one incident.

A trigger joins the incident told of last that it does not contradict: by kind of event, place, date
and words such as "another". Only a firm trigger of something real begins an incident. The last
``RECALLED`` incidents are compared, so that cost is linear in the text.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from probatum.read.builtin.days import Days, days, may_be_same
from probatum.read.builtin.drafts import IncidentDraft
from probatum.read.builtin.english.event_words import ATTACKS, TOTALS
from probatum.read.builtin.english.happenings import at_another_time, when, where
from probatum.read.builtin.english.parsed import Parsed, Sentence
from probatum.read.builtin.english.triggers import Trigger, triggers_in
from probatum.read.builtin.shelves import Shelf, named
from probatum.read.found import DateFound, Mark, PlaceFound

RECALLED = 12
_FAMILIES = {
    "air-strike": "attack", "shelling": "attack", "shooting": "attack", "other": "attack",
    "killing": "attack", "injury": "attack", "destruction": "attack", "attack-on-medical": "attack",
    "found-bodies": "attack", "detention": "held", "enforced-disappearance": "held",
    "torture": "held", "sexual-violence": "held", "use-of-human-shields": "held",
    "forced-transfer": "moved", "evacuation": "moved", "rescue": "attack", "pillage": "taken",
    "siege": "siege", "movement-of-forces": "attack",
}  # fmt: skip
_MAY_BE = {("attack", "taken"), ("taken", "attack")}
_LONGEST_MENTION = 80
_LONGEST_SENTENCE = 2_000
_COUNTED = frozenset(
    {"killing", "injury", "found-bodies", "enforced-disappearance", "detention", "forced-transfer"}
)


@dataclass(frozen=True, slots=True)
class Told:
    """A trigger where it stands: its marks, and the sentence it belongs to."""

    sentence: int
    trigger: Trigger
    mark: Mark
    weapon: Mark | None = None


@dataclass(slots=True, eq=False)
class _Event:
    families: set[str] = field(default_factory=set)
    types: dict[str, None] = field(default_factory=dict)
    marks: list[Mark] = field(default_factory=list)
    places: dict[int, None] = field(default_factory=dict)
    when: int | None = None
    days: Days | None = None
    sentence: int = -1


@dataclass(frozen=True, slots=True)
class Incidents:
    """The incidents of a text in order, and every mention of them in order."""

    drafts: tuple[IncidentDraft, ...]
    _starts: tuple[int, ...]
    _marks: tuple[tuple[Mark, int], ...]
    _main: int | None

    def inside(self, mark: Mark) -> list[int]:
        """Return the incidents that the text speaks of within a mark, each once."""
        first = bisect_left(self._starts, mark.start)
        last = bisect_left(self._starts, mark.end)
        return list(dict.fromkeys(index for _, index in self._marks[first:last]))

    def before(self, position: int, paragraph: int) -> int | None:
        """Return the incident spoken of last in a paragraph that begins at ``paragraph``.

        In a paragraph that speaks of none it is the one that the text speaks of most.
        """
        at = bisect_right(self._starts, position) - 1
        if at >= 0 and self._starts[at] >= paragraph:
            return self._marks[at][1]
        return self._main


def told_in(parsed: Parsed) -> list[Told]:
    """Return the triggers of a text in order."""
    found = []
    for number, sentence in enumerate(parsed.sentences):
        total = TOTALS.search(parsed.slice(sentence.mark)[:_LONGEST_SENTENCE]) is not None
        triggers = triggers_in(sentence)
        if total and all(_COUNTED.issuperset(each.types) for each in triggers):
            continue  # it counts over a time or a country and tells of no event
        for trigger in triggers:
            mark = sentence.between(trigger.first, trigger.last)
            if "\n" in parsed.slice(mark) or mark.end - mark.start > _LONGEST_MENTION:
                mark = sentence.between(trigger.at, trigger.at)
            found.append(Told(number, trigger, mark))
            if trigger.weapon is not None:
                weapon = sentence.between(*trigger.weapon)
                if (
                    "\n" not in parsed.slice(weapon)
                    and weapon.end - weapon.start <= _LONGEST_MENTION
                ):
                    found[-1] = Told(number, trigger, mark, weapon)
    return found


def incidents_of(
    parsed: Parsed,
    told: Sequence[Told],
    places: Sequence[PlaceFound],
    dates: Sequence[DateFound],
    not_when: Iterable[Mark] = (),
    wished: Iterable[Mark] = (),
) -> Incidents:
    """Return the incidents.

    ``not_when`` marks dates of something else: of saying, of counting. ``wished`` are contents of
    calls and promises, which speak of what happened or may happen and tell of nothing new.
    """
    gathering = _Gathering(parsed, places, dates, frozenset(not_when))
    gathering.wished = Shelf((mark, 0) for mark in wished)
    for one in told:
        gathering.take(one)
    return gathering.done()


class _Gathering:
    """The incidents so far, and where the next trigger goes."""

    def __init__(
        self, parsed: Parsed, places: Sequence[PlaceFound], dates: Sequence[DateFound],
        not_when: frozenset[Mark],
    ) -> None:  # fmt: skip
        self._sentences = parsed.sentences
        self._paragraphs = _paragraphs_of(parsed)
        self._places = places
        self._dates = dates
        self._where = named([(mark, at) for at, one in enumerate(places) for mark in one.mentions])
        self._when = named(
            [(one.mark, at) for at, one in enumerate(dates) if one.mark not in not_when]
        )
        self._events: list[_Event] = []
        self.wished = Shelf(())
        self._waiting: list[Told] = []

    def _said(self, one: Told) -> tuple[tuple[int, ...], int | None]:
        """Return where and when a trigger's event was, as its sentence says."""
        sentence = self._sentences[one.sentence]
        return (
            where(sentence, one.trigger, self._where, self._places),
            when(sentence, one.trigger, self._when),
        )

    def take(self, one: Told) -> None:
        """Put a trigger to the incident it tells of."""
        trigger = one.trigger
        sentence = self._sentences[one.sentence]
        if not trigger.real and not trigger.noun:
            return
        said_where, said_when = self._said(one)
        event = self._matching(one, sentence, said_where, said_when)
        if event is None:
            begins = trigger.firm and trigger.real and not _negated(sentence, trigger)
            if not begins or self.wished.around(one.mark):
                self._waiting.append(one)
                return
            event = _Event()
            self._events.append(event)
        self._join(event, one, said_where, said_when)

    def _join(
        self, event: _Event, one: Told, said_where: Sequence[int], said_when: int | None
    ) -> None:
        event.families.update(_families(one.trigger))
        event.types.update(dict.fromkeys(one.trigger.types))
        event.marks.append(one.mark)
        if one.weapon is not None:
            event.marks.append(one.weapon)
        event.sentence = one.sentence
        if not event.places:
            event.places.update(dict.fromkeys(said_where))
        if event.when is None and said_when is not None:
            event.when, event.days = said_when, days(self._dates[said_when])

    def _matching(
        self, one: Told, sentence: Sentence, said_where: Sequence[int], said_when: int | None
    ) -> _Event | None:
        """Return the incident that a trigger speaks of: of the same sentence, else the last."""
        trigger = one.trigger
        if _names_the_last(sentence, trigger):
            return self._events[-1] if self._events else None
        if trigger.apart and trigger.firm:
            same = [each for each in self._events[-2:] if each.sentence == one.sentence]
            return same[-1] if same and not trigger.noun else None
        fitting = [
            each
            for each in reversed(self._events[-RECALLED:])
            if self._fits(each, one, said_where, said_when)
        ]
        if not fitting:
            return None
        if trigger.firm and not trigger.definite and at_another_time(sentence, trigger):
            fitting = [
                each
                for each in fitting
                if each.sentence == one.sentence
                or (each.when is None and set(trigger.types) & set(each.types))
            ]
            if not fitting:
                return None
        fitting = self._likeliest_first(fitting, one)
        alike = [each for each in fitting if each.sentence == one.sentence]
        alike = alike or [each for each in fitting if set(trigger.types) & set(each.types)]
        alike = [
            each for each in fitting if said_where and set(said_where) & set(each.places)
        ] or alike
        return (alike or fitting)[0]

    def _likeliest_first(self, fitting: list[_Event], one: Told) -> list[_Event]:
        """Order incidents: those of this paragraph, then those that the text speaks of most."""
        here = self._paragraphs[one.sentence]
        return sorted(
            fitting,
            key=lambda each: (
                self._paragraphs[each.sentence] != here,
                -each.sentence if self._paragraphs[each.sentence] == here else -len(each.marks),
            ),
        )

    def _fits(
        self, event: _Event, one: Told, said_where: Sequence[int], said_when: int | None
    ) -> bool:
        families = _families(one.trigger)
        if not families:
            return one.sentence - event.sentence <= 1
        if not families & event.families and not any(
            (mine, theirs) in _MAY_BE for mine in families for theirs in event.families
        ):  # fmt: skip
            if one.trigger.types != ("other",) or not one.trigger.definite:
                return False
        if said_when is not None and event.when is not None:
            mine = days(self._dates[said_when])
            if event.days is not None and not may_be_same(mine, event.days):
                return False
        if said_where and event.places and not set(said_where) & set(event.places):
            return not (_fine(self._places, said_where) and _fine(self._places, event.places))
        return True

    def _begin_denied(self) -> None:
        """Begin the incident of a deed that is only denied ("We have not taken anyone").

        What else the text says of its kind joins it; a deed of a kind that the text tells of is
        none of its own.
        """
        told = {family for each in self._events for family in each.families}
        begun: list[_Event] = []
        for one in self._waiting:
            trigger, sentence = one.trigger, self._sentences[one.sentence]
            if self.wished.around(one.mark) or told & _families(trigger):
                continue
            denied = trigger.firm and trigger.real and not trigger.noun
            if not begun and not (denied and _negated(sentence, trigger)):
                continue
            if not begun:
                begun.append(_Event())
            said_where, said_when = self._said(one)
            if not begun[0].marks or self._fits(begun[0], one, said_where, said_when):
                self._join(begun[0], one, said_where, said_when)
        self._events = sorted([*self._events, *begun], key=lambda each: each.marks[0])

    def done(self) -> Incidents:
        """Return the incidents; words that named one before it was told of join it."""
        self._begin_denied()
        for one in self._waiting:
            if one.trigger.noun and one.trigger.definite and self._events:
                first = self._events[0]
                if one.mark < first.marks[0] and self._fits(first, one, *self._said(one)):
                    first.marks.insert(0, one.mark)
        drafts = tuple(_draft(each) for each in self._events)
        marks = sorted((mark, at) for at, each in enumerate(self._events) for mark in each.marks)
        most = max(range(len(drafts)), key=lambda at: (len(drafts[at].mentions), -at), default=None)
        return Incidents(drafts, tuple(mark.start for mark, _ in marks), tuple(marks), most)


def _paragraphs_of(parsed: Parsed) -> list[int]:
    """Return for each sentence the number of its paragraph."""
    starts = [mark.start for mark in parsed.paragraphs]
    return [bisect_right(starts, one.mark.start) - 1 for one in parsed.sentences]


def _draft(event: _Event) -> IncidentDraft:
    types = list(event.types)
    if "other" in types and any(each in ATTACKS and each != "other" for each in types):
        types.remove("other")
    return IncidentDraft(
        tuple(sorted(set(event.marks))), tuple(types), tuple(event.places), event.when
    )  # fmt: skip


def _families(trigger: Trigger) -> set[str]:
    return {_FAMILIES.get(each, "attack") for each in trigger.types}


def _fine(places: Sequence[PlaceFound], indexes: Iterable[int]) -> bool:
    return all((places[each].precision_m or 0) < 100_000 for each in indexes)


def _negated(sentence: Sentence, trigger: Trigger) -> bool:
    words = sentence.words
    if any(words[one].dep == "neg" for one in sentence.children[trigger.at]):
        return True
    agent = trigger.agent
    return agent is not None and (
        words[agent].lower in ("nobody", "none", "no-one")
        or any(words[one].lower == "no" for one in sentence.children[agent])
    )


def _names_the_last(sentence: Sentence, trigger: Trigger) -> bool:
    """Say whether a trigger only says what the last one was ("It was the second attack")."""
    words = sentence.words
    if words[trigger.at].dep != "attr":
        return False
    subject = sentence.child(words[trigger.at].head, "nsubj")
    return subject is not None and words[subject].lower in ("it", "this", "that", "these")
