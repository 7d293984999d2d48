"""Where an incident's propositions are placed, and who speaks or is spoken of in them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from probatum.acts.record_board import Gathered, gather
from probatum.acts.session import Session
from probatum.model.nouns.people import Group, Person
from probatum.model.nouns.places import Place
from probatum.model.nouns.propositions import Proposition
from probatum.model.nouns.sources import Source, SourceGrade
from probatum.model.places import parse_point, rounded
from probatum.model.record import Record
from probatum.record.board import Known, named_by
from probatum.record.sentences import Sentences
from probatum.record.weighing import Weighed


@dataclass(frozen=True, slots=True)
class PlaceOfIncident:
    """A place with what is said of it: (reference, words) of propositions. Degrees are text, no
    more exact than the precision; None where the position is not known or is protected.
    """

    ref: str
    name: str
    lat: str | None
    lon: str | None
    precision_m: int | None
    told: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Named:
    """A source, person or group: how many assertions it speaks, how many propositions name it."""

    ref: str
    noun: str
    name: str
    party: str | None
    speaks: int
    relays: int
    spoken_of: int
    grades: tuple[str, ...]


def places_of(
    weighed: Weighed, sentences: Sentences, mine: Iterable[Known[Proposition]]
) -> tuple[PlaceOfIncident, ...]:
    """Return the places that an incident's propositions name, in the order of the log."""
    told: dict[str, list[tuple[str, str]]] = {}
    for known in mine:
        place = getattr(known.record, "place", None)
        if isinstance(place, str):
            told.setdefault(place, []).append((known.ref, sentences.proposition(known)))
    found = []
    for one, lines in told.items():
        place = weighed.board.get(one, Place)
        if place is not None:
            body = place.record
            at = None
            if body.lat is not None and body.lon is not None and not body.protected:
                at = rounded(parse_point(body.lat, body.lon), body.precision_m or 1)
            found.append(PlaceOfIncident(
                place.ref, sentences.naming.name(one), None if at is None else at[0],
                None if at is None else at[1], body.precision_m, tuple(lines),
            ))  # fmt: skip
    return tuple(sorted(found, key=lambda each: each.ref))


def named_in(gathered: Gathered, mine: Iterable[Known[Proposition]]) -> tuple[Named, ...]:
    """Return everybody who speaks of an incident or is spoken of, most heard first."""
    weighed, board = gathered.weighed, gathered.board
    naming = Sentences(weighed).naming
    some = list(mine)
    speaks: dict[str, int] = {}
    relays: dict[str, int] = {}
    spoken: dict[str, int] = {}
    for known in some:
        for claim in (*board.about(known.id), *weighed.relays(known.id)):
            speaker = weighed.speaker(claim)
            if speaker is not None:
                speaks[speaker] = speaks.get(speaker, 0) + 1
            for each in claim.record.via:
                if each is not None:
                    relays[each] = relays.get(each, 0) + 1
        for each in named_by(known.record):
            spoken[each] = spoken.get(each, 0) + 1
    found = []
    for one in dict.fromkeys((*speaks, *relays, *spoken)):
        known_one: Known[Record] | None = board.find(one)
        if known_one is None or not isinstance(known_one.record, Source | Person | Group):
            continue
        grades = tuple(
            f"{grade.record.reliability}{grade.record.information} · {grade.record.topic}"
            for grade in board.of(SourceGrade)
            if grade.record.source == one
        )
        hidden = getattr(known_one.record, "protected", False)
        found.append(Named(
            known_one.ref, known_one.noun, naming.name(one),
            None if hidden else getattr(known_one.record, "party", None),
            speaks.get(one, 0), relays.get(one, 0), spoken.get(one, 0), grades,
        ))  # fmt: skip
    return tuple(sorted(found, key=lambda each: (-each.speaks, -each.spoken_of, each.ref)))


def map_of(
    session: Session, incident: str, *, as_of: str | None = None
) -> tuple[PlaceOfIncident, ...]:
    """Return the places of an incident for a map; logged before it is answered.

    Raises what ``gather`` raises.
    """
    gathered = gather(session, "map of an incident", incident, as_of=as_of)
    weighed, asked = gathered.weighed, gathered.subject
    mine = [] if asked is None else [
        known for known in weighed.board.of(Proposition)
        if known.record.incident is not None
        and weighed.same.same(known.record.incident, asked.id)
    ]  # fmt: skip
    return places_of(weighed, Sentences(weighed), mine)
