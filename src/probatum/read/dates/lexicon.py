"""The words of one language that make up dates: the shape of its table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Generic, TypeAlias, TypeVar

from probatum.model.letters import fold
from probatum.read.tokens import Token, bare

Unit: TypeAlias = str  # day, week, month, year, weekend, 24 hours
Part: TypeAlias = str  # early, mid, late
Value = TypeVar("Value")
_INSIDE = frozenset(
    {"licence", "to", "of", "at_clock", "one", "ago_after", "year_after", "weekday_needs"}
)  # never the first word of a date


class Phrases(Generic[Value]):
    """Phrases of a language, each with its value, looked up by the tokens that spell them."""

    def __init__(self, table: Mapping[str, Value]) -> None:
        self._of_first: dict[str, list[tuple[tuple[str, ...], Value]]] = {}
        for forms, value in table.items():
            for form in forms.split("|"):
                words = tuple(fold(word) for word in form.split())
                self._of_first.setdefault(words[0], []).append((words, value))
        for same in self._of_first.values():
            same.sort(key=lambda each: -len(each[0]))

    @property
    def words(self) -> frozenset[str]:
        """All words of the phrases."""
        return frozenset(
            word for same in self._of_first.values() for words, _ in same for word in words
        )

    @property
    def first_words(self) -> frozenset[str]:
        """The words that a phrase begins with."""
        return frozenset(self._of_first)

    def at(
        self, read: Sequence[Token], at: int, *, joined: bool = False
    ) -> tuple[Value, int] | None:
        """Return the value of the longest phrase at a token, and the token behind it.

        ``joined``: the first word may have and, a preposition or an article written onto it.
        """
        if at >= len(read):
            return None
        first = read[at].word
        if not joined and first not in self._of_first:
            return None
        for word in bare(first) if joined else (first,):
            for words, value in self._of_first.get(word, ()):
                end = at + len(words)
                if end <= len(read) and all(
                    read[at + step].word == words[step] for step in range(1, len(words))
                ):
                    return value, end
        return None


def _none() -> Phrases[bool]:
    return Phrases[bool]({})


@dataclass(frozen=True, slots=True, kw_only=True)
class DateWords:
    """The words of dates. Alternatives are parted by ``|``.

    ``licence`` may stand before a month or year that stands alone; ``year_after`` makes a number
    before it a year; ``turn`` is last (-1), this (0), next (1), behind the noun in Arabic.
    ``one`` and ``alone`` say of what a single one is meant ("a week", "тиждень"); ``crowds`` are
    counted by a number that looks like a year, ``streets`` bear dates as names. ``is_lower``: a
    month or weekday with a capital inside a sentence is a name. A weekday behind ``of_another`` is
    counted from another day; behind ``titles`` and ``meetings`` it may be a person's name.
    ``future`` and ``reported`` tell the tense, ``will`` verbs
    of the future, ``we_will`` the ends of those behind "we"; in what somebody had told
    (``tells``), today is not
    ours. What somebody ``commits`` to lies ahead ("promised to return on Monday"); behind
    ``promises``, where others shall act, a weekday may be either, unless it is a deadline ("asked
    them to leave by Monday"): ``deadlines`` stand before one. What is to come is awaited
    (``awaits``: "is expected to meet on Monday").
    """

    months: Phrases[int]
    short_months: Phrases[int]
    weekdays: Phrases[int]
    short_weekdays: Phrases[int]
    days: Phrases[int]
    nights: Phrases[bool]
    parts_of_day: Phrases[bool]
    units: Phrases[tuple[Unit, int]]
    turn: Phrases[int]
    ago_before: Phrases[bool] = field(default_factory=_none)
    ago_after: Phrases[bool] = field(default_factory=_none)
    past: Phrases[bool] = field(default_factory=_none)
    ordinals: Phrases[int]
    licence: Phrases[bool]
    year_before: Phrases[bool]
    year_after: Phrases[bool]
    since: Phrases[bool]
    spans: Mapping[str, Phrases[bool]]  # what begins an interval: what stands between its ends
    to: Phrases[bool]
    part_of: Phrases[Part]
    seasons: Phrases[int]
    about: Phrases[bool]
    night_of: Phrases[bool]
    night_to: Phrases[bool]
    of: Phrases[bool]
    at_clock: Phrases[bool]
    future: frozenset[str]
    promises: frozenset[str] = frozenset()
    awaits: frozenset[str] = frozenset()
    commits: frozenset[str] = frozenset()
    deadlines: frozenset[str] = frozenset()
    reported: frozenset[str]
    tells: frozenset[str] = frozenset()
    never_before: frozenset[str] = frozenset()
    never_after: frozenset[str] = frozenset()
    of_another: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    meetings: frozenset[str] = frozenset()
    one: Phrases[bool] = field(default_factory=_none)
    alone: frozenset[str] = frozenset()
    years: Phrases[int] = field(default_factory=lambda: Phrases[int]({}))
    we_will: frozenset[str] = frozenset()
    will: frozenset[str] = frozenset()
    crowds: frozenset[str] = frozenset()
    streets: frozenset[str] = frozenset()
    is_lower: bool = False
    has_capitals: bool = False
    turn_behind: bool = False
    joined: bool = False
    weekday_needs: Phrases[bool] | None = None

    def triggers(self) -> frozenset[str]:
        """Return the words that a date may begin with, numbers apart."""
        found: set[str] = set(map(fold, self.spans))
        for each in fields(self):
            value = getattr(self, each.name)
            if isinstance(value, Phrases) and each.name not in _INSIDE:
                found |= value.first_words
        return frozenset(found)

    def kernels(self) -> frozenset[str]:
        """Return the words of which every date has one, unless it has a number."""
        of_time = (
            self.months, self.short_months, self.weekdays, self.short_weekdays, self.days,
            self.nights, self.night_of, self.parts_of_day, self.units, self.ordinals, self.seasons,
            self.years,
        )  # fmt: skip
        found = {word for each in of_time for word in each.words}
        little = self.licence.words | self.of.words | self.at_clock.words | {"the", "this"}
        return frozenset(found - little)
