"""A reading before it has ids: what a language's rules found, naming each other by list index.

`assembling.reading_of` turns a draft into the JSON contract. An index means the place in the list
of the same draft: ``speaker=2`` is ``draft.entities[2]``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple, TypeAlias

from probatum.model.nouns.assertions import Stance
from probatum.read.contract import PropositionType
from probatum.read.found import DateFound, FigureFound, Mark, PlaceFound

EntityType: TypeAlias = Literal["person", "organisation", "group", "publication"]
Status: TypeAlias = Literal["alleged", "reported", "acknowledged", "denied", "disputed", "feared"]
Why: TypeAlias = Literal["denial", "dispute", "figures", "times", "places", "retraction"]
Aspect: TypeAlias = Literal["occurrence", "attribution", "scale", "other"]


class Target(NamedTuple):
    """One suggestion that another is about."""

    kind: Literal["incident", "figure", "assertion"]
    place: int


@dataclass(frozen=True, slots=True)
class EntityDraft:
    """Somebody or something that acts or speaks, with everywhere the text names it."""

    type: EntityType
    name: str
    role: str | None
    mentions: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class IncidentDraft:
    """Something said to have happened; ``types`` are codes, ``places`` and ``when`` indexes."""

    mentions: tuple[Mark, ...]
    types: tuple[str, ...]
    places: tuple[int, ...] = ()
    when: int | None = None
    status: Status = "reported"


@dataclass(frozen=True, slots=True)
class AssertionDraft:
    """Who says what; entities, places, dates and figures by index."""

    content: Mark
    proposition: PropositionType
    stance: Stance
    voice: Literal["own", "attributed", "anonymous"]
    quoted: Literal["direct", "indirect", "mixed"]
    about: tuple[Target, ...] = ()
    speaker: int | None = None
    speaker_mention: Mark | None = None
    speaker_count: int | None = None
    basis: Literal["saw", "heard", "took_part", "was_told", "inferred"] | None = None
    via: tuple[int, ...] = ()
    cue: Mark | None = None
    denies: Aspect | None = None
    addressee: int | None = None
    hedges: tuple[Mark, ...] = ()
    said_at: int | None = None
    places: tuple[int, ...] = ()
    figures: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class FigureDraft:
    """A figure and what it hangs on, by index; ``source_mark`` are the words for its source."""

    found: FigureFound
    source: int | None = None
    source_mark: Mark | None = None
    scope: int | None = None
    as_of: int | None = None
    period: int | None = None
    relative_to: int | None = None
    incident: int | None = None


@dataclass(frozen=True, slots=True)
class ContradictionDraft:
    """Two assertions or figures that cannot both be so."""

    between: tuple[Target, Target]
    why: Why


@dataclass(slots=True)
class Draft:
    """All that was found in one text."""

    entities: list[EntityDraft] = field(default_factory=list)
    places: list[PlaceFound] = field(default_factory=list)
    dates: list[DateFound] = field(default_factory=list)
    incidents: list[IncidentDraft] = field(default_factory=list)
    assertions: list[AssertionDraft] = field(default_factory=list)
    figures: list[FigureDraft] = field(default_factory=list)
    contradictions: list[ContradictionDraft] = field(default_factory=list)
