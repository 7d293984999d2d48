"""Persons and groups, the counting units; identity is a judgement of its own and merges nothing."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from probatum.model.record import Code, Count, Country, Name, Record, Ref, Text, about, require
from probatum.model.values import Contact, NameForm, When


class Person(Record, frozen=True, kw_only=True, tag="person/1"):
    """One person, with names in several scripts. What happened to them stands in propositions."""

    names: tuple[NameForm, ...] = ()
    born: When | None = None
    sex: Annotated[Code, about(vocabulary="sex")] | None = None
    nationality: Country | None = None
    occupation: Name | None = None
    contacts: tuple[Contact, ...] = ()
    homes: tuple[Annotated[Ref, about("place")], ...] = ()
    protected: bool = False

    def check(self) -> None:
        """A person without a known name says why."""
        require(self.names or "names" in self.unknown, "expected `names` or a reason in `unknown`")


class Group(Record, frozen=True, kw_only=True, tag="group/1"):
    """Several people that are counted or act together: a family, a unit, an organisation.

    ``kind`` unit with no name is the *unknown unit* that sources speak of.
    """

    kind: Literal["group", "family", "unit", "armed-group", "organisation", "crowd"]
    names: tuple[NameForm, ...] = ()
    part_of: Annotated[Ref, about("group")] | None = None
    party: Name | None = None
    people_low: Count | None = None
    people_high: Count | None = None

    def check(self) -> None:
        """A group without a known name says why; its size is a range."""
        require(self.names or "names" in self.unknown, "expected `names` or a reason in `unknown`")
        low, high = self.people_low, self.people_high
        require(low is None or high is None or low <= high,
                "expected people_low at most people_high")  # fmt: skip


class SameAs(Record, frozen=True, kw_only=True, tag="same_as/1"):
    """A judgement that two records mean the same one, or not, or that it is undecided."""

    between: Annotated[tuple[Ref, ...], msgspec.Meta(min_length=2, max_length=2),
                       about("person", "group", "source", "incident", "place", "item")]  # fmt: skip
    answer: Literal["yes", "no", "undecided"]
    reasons: Text

    def check(self) -> None:
        """Two different records."""
        require(len(set(self.between)) == 2, "expected two different records in `between`")
