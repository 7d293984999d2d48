"""Who says something, and how far they are to be relied on, per topic and period."""

from __future__ import annotations

from typing import Annotated, Literal

from probatum.model.record import Country, Language, Name, Record, Ref, Text, about, require
from probatum.model.values import Contact, NameForm, When


class Source(Record, frozen=True, kw_only=True, tag="source/1"):
    """A person, organisation, group, publication, account or device that something comes from.

    ``party`` is the party to the conflict it belongs to, if any. ``person`` or ``publisher`` tie it
    to other records. A ``protected`` source leaves only as a pseudonym.
    """

    kind: Literal["person", "organisation", "group", "publication", "account", "device"]
    names: tuple[NameForm, ...] = ()
    role: Name | None = None
    party: Name | None = None
    person: Annotated[Ref, about("person")] | None = None
    publisher: Annotated[Ref, about("source")] | None = None
    country: Country | None = None
    languages: tuple[Language, ...] = ()
    contacts: tuple[Contact, ...] = ()
    homes: tuple[Annotated[Ref, about("place")], ...] = ()
    protected: bool = False

    def check(self) -> None:
        """A source has a name, or says why it has none."""
        require(self.names or self.person or "names" in self.unknown,
                "expected `names`, a `person`, or a reason in `unknown`")  # fmt: skip


class SourceGrade(Record, frozen=True, kw_only=True, tag="source_grade/1"):
    """How reliable a source is on one topic in one period (Admiralty A-F), or not graded.

    ``information`` is the Admiralty credibility 1-6 of what it said there; never averaged.
    """

    source: Annotated[Ref, about("source")]
    topic: Name
    period: When | None = None
    reliability: Literal["A", "B", "C", "D", "E", "F", "not-graded"]
    information: Literal["1", "2", "3", "4", "5", "6", "not-graded"] = "not-graded"
    reasons: Text
