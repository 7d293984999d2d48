"""The words of one language that frame a number: the shape of its table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from probatum.model.nouns.figures import Bound
from probatum.read.figures.patterns import Patterns
from probatum.read.found import Method

Head: TypeAlias = Literal["people", "buildings", "counted", "bare", "other"]
"""What sort of noun a number counts."""
Relation: TypeAlias = Literal["far_higher", "higher", "lower", "same"]


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that says what is counted, and where it may stand.

    ``sides``: ``n`` a noun that is itself counted ("12 dead"), ``b`` before the number ("killed
    12"), ``v`` behind whom it counts ("12 died"), ``p`` behind a form of to be or at the end of the
    phrase ("12 were killed"), ``t`` a total ("the death toll rose to 12"),
    ``x`` said of things as well ("seized three villages"), ``h`` said of anything: counts only with
    a noun of people or buildings, and not where they are brought to help ("took 12 to hospital");
    ``m`` the same, and only where they are moved away ("took six monks from the monastery");
    ``k`` only of kin and soldiers ("lost three sons"); ``q`` only of patients
    ("12 patients arrived"); ``d`` only of many who leave a place ("900 people have left"), ``l`` of
    many as well.
    """

    measure: str
    sides: str
    population: str | None = None


def _none() -> Patterns[bool]:
    return Patterns({})


def _no_measure() -> Patterns[str]:
    return Patterns({})


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureWords:
    """The words around figures. ``stops`` end the search for a predicate, ``links`` join lists.

    ``numbers`` are words for figures ("the figure of 27"); ``nobody`` says that none were counted,
    ``unnamed`` that a number has a source whom the text hides. ``complements`` say behind the
    object of a ``light`` verb what was done ("took 12 soldiers prisoner"); ``captives`` are nouns
    for those whom one ``takes``, ``held_by_law`` those that a jail has as well; ``gravely`` how
    those were hurt who are a part of the hurt. ``meets``: those counted are heard as
    witnesses. ``wipes_out`` are verbs of destruction that are said of fighters too,
    ``burns`` those of fire that kill people; whom
    ``rescuers`` take away, they save. ``titles`` stand before a person's name, ``cuts`` behind
    the name of who speaks.
    """

    triggers: Patterns[Trigger]
    people: Patterns[str]
    buildings: Patterns[bool]
    things: Patterns[bool]
    bounds: Patterns[Bound]
    bounds_behind: Patterns[Bound]
    between: Patterns[bool]
    method: Patterns[Method]
    comparisons: Patterns[Relation]
    links: frozenset[str]
    parts: Patterns[bool]
    parts_behind: Patterns[bool]
    small: frozenset[str]
    auxiliaries: frozenset[str]
    more: frozenset[str]
    stops: Patterns[bool]
    totals: Patterns[bool]
    changes: Patterns[bool]
    units: Patterns[bool]
    not_before: Patterns[bool]
    as_of: Patterns[bool]
    over: Patterns[bool]
    according: Patterns[bool]
    says: Patterns[bool]
    by: Patterns[bool]
    numbers: Patterns[bool]
    nobody: frozenset[str] = frozenset()
    unnamed: Patterns[bool] = field(default_factory=_none)
    that: frozenset[str]
    has_verb_first: bool = False
    participle_needs_auxiliary: bool = False
    shares_by_own_verb: bool = False
    care: Patterns[bool] = field(default_factory=_none)
    besieged: Patterns[bool] = field(default_factory=_none)
    away: frozenset[str] = frozenset()
    carriers: frozenset[str] = frozenset()
    captors: frozenset[str] = frozenset()
    jails: frozenset[str] = frozenset()
    kin: frozenset[str] = frozenset()
    forces: frozenset[str] = frozenset()
    meets: Patterns[bool] = field(default_factory=_none)
    complements: Patterns[str] = field(default_factory=_no_measure)
    light: frozenset[str] = frozenset()
    takes: frozenset[str] = frozenset()
    captives: Mapping[str, str] = field(default_factory=dict)
    held_by_law: frozenset[str] = frozenset()
    freed: frozenset[str] = frozenset()
    wipes_out: Patterns[bool] = field(default_factory=_none)
    rescuers: Patterns[bool] = field(default_factory=_none)
    burns: Patterns[bool] = field(default_factory=_none)
    gravely: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    cuts: frozenset[str] = frozenset()


def triggers(table: dict[str, tuple[str, str] | tuple[str, str, str]]) -> dict[str, Trigger]:
    """Return a table of triggers: forms to measure, sides, and whom the word itself names."""
    return {forms: Trigger(*parts) for forms, parts in table.items()}
