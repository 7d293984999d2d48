"""What may be true or false. None of these says that it is: an assertion says who claims it."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal, TypeAlias

from probatum.model.record import Code, Name, Record, Ref, Text, about, require
from probatum.model.values import When

Actor: TypeAlias = Annotated[Ref, about("source", "person", "group")]
IncidentRef: TypeAlias = Annotated[Ref, about("incident")]


class Proposition(Record, frozen=True, kw_only=True):
    """What all propositions share: the words for it, and the incident it belongs to."""

    family: ClassVar[str] = "proposition"
    text: Text | None = None
    incident: IncidentRef | None = None


class Occurrence(Proposition, frozen=True, kw_only=True, tag="occurrence/1"):
    """That something of this kind happened."""

    kind: Annotated[Code, about(vocabulary="act-type")] | None = None
    when: When | None = None
    place: Annotated[Ref, about("place")] | None = None

    def check(self) -> None:
        """It says what happened."""
        require(self.kind or self.text, "expected `kind` or `text`")


class Act(Proposition, frozen=True, kw_only=True, tag="act/1"):
    """That this was done to this victim, by this method."""

    kind: Annotated[Code, about(vocabulary="act-type")]
    victim: Annotated[Ref, about("person", "group")] | None = None
    method: Annotated[Code, about(vocabulary="method")] | None = None
    when: When | None = None
    place: Annotated[Ref, about("place")] | None = None


class Attribution(Proposition, frozen=True, kw_only=True, tag="attribution/1"):
    """That this actor did it."""

    actor: Actor
    act: Annotated[Ref, about("act", "occurrence")] | None = None

    def check(self) -> None:
        """It says what the actor did."""
        require(self.incident or self.act, "expected the `incident` or the `act`")


class Involvement(Proposition, frozen=True, kw_only=True, tag="involvement/1"):
    """That this actor was involved to this degree, failures of command included."""

    actor: Actor
    act: Annotated[Ref, about("act", "occurrence")] | None = None
    degree: Annotated[Code, about(vocabulary="degree")]

    def check(self) -> None:
        """It says in what."""
        require(self.incident or self.act, "expected the `incident` or the `act`")


class Characterisation(Proposition, frozen=True, kw_only=True, tag="characterisation/1"):
    """That it amounts to this in law."""

    term: Annotated[Code, about(vocabulary="legal-term")]
    act: Annotated[Ref, about("act", "occurrence")] | None = None

    def check(self) -> None:
        """It says what amounts to that."""
        require(self.incident or self.act, "expected the `incident` or the `act`")


class Intent(Proposition, frozen=True, kw_only=True, tag="intent/1"):
    """That this actor meant this, or knew it."""

    actor: Actor | None = None
    kind: Literal["meant", "knew", "ordered", "planned", "other"]

    def check(self) -> None:
        """What was meant stands in words."""
        require(self.text, "expected `text`")


class Status(Proposition, frozen=True, kw_only=True, tag="status/1"):
    """That a person or group was this at that time: civilian, missing, detained, found alive."""

    of: Annotated[Ref, about("person", "group")]
    status: Annotated[Code, about(vocabulary="status")]
    when: When | None = None


class Membership(Proposition, frozen=True, kw_only=True, tag="membership/1"):
    """That somebody belonged to, was posted with or commanded a group in a period."""

    who: Annotated[Ref, about("person", "group")]
    group: Annotated[Ref, about("group")]
    kind: Literal["member", "posting", "command"]
    role: Name | None = None
    rank: Name | None = None
    period: When | None = None


class Weapon(Proposition, frozen=True, kw_only=True, tag="weapon/1"):
    """That this weapon or ammunition was used."""

    weapon: Annotated[Code, about(vocabulary="weapon")]
    act: Annotated[Ref, about("act", "occurrence")] | None = None


class EventTime(Proposition, frozen=True, kw_only=True, tag="event_time/1"):
    """That it happened then."""

    when: When
    act: Annotated[Ref, about("act", "occurrence")] | None = None


class EventPlace(Proposition, frozen=True, kw_only=True, tag="event_place/1"):
    """That it happened there."""

    place: Annotated[Ref, about("place")]
    act: Annotated[Ref, about("act", "occurrence")] | None = None


class Identity(Proposition, frozen=True, kw_only=True, tag="identity/1"):
    """That whoever is meant here is this person or group."""

    who: Annotated[Ref, about("person", "group", "source")]
    is_same_as: Annotated[Ref, about("person", "group", "source")]


class Depiction(Proposition, frozen=True, kw_only=True, tag="depiction/1"):
    """That an item shows this: whom, where, when."""

    item: Annotated[Ref, about("item")]
    shows: Text
    who: tuple[Annotated[Ref, about("person", "group")], ...] = ()
    place: Annotated[Ref, about("place")] | None = None
    when: When | None = None


class Opinion(Proposition, frozen=True, kw_only=True, tag="opinion/1"):
    """A judgement of value: neither true nor false, kept because it was said."""

    def check(self) -> None:
        """An opinion has words."""
        require(self.text, "expected `text`")
