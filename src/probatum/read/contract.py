"""The JSON contract of reading: what an extractor suggests about one text (``spec/reading.md``).

A suggestion says *the source says this*, never *this is so*. Every span counts Unicode code points
of the item's text, ``end`` exclusive, and ``exact`` is that slice. Suggestions name each other by
``id``, which means something within one reading only. Null is *not stated* or *unknown*.
"""

from __future__ import annotations

import hashlib
from typing import Annotated, Literal, TypeAlias

import msgspec

from probatum.model.nouns.assertions import Stance
from probatum.model.nouns.figures import Bound

Id: TypeAlias = Annotated[str, msgspec.Meta(pattern=r"^[a-z][-a-z0-9]{0,31}$")]
Words: TypeAlias = Annotated[str, msgspec.Meta(min_length=1, max_length=400)]
Offset: TypeAlias = Annotated[int, msgspec.Meta(ge=0)]
Number: TypeAlias = Annotated[int, msgspec.Meta(ge=0, le=2**53 - 1)]
PropositionType: TypeAlias = Literal[
    "occurrence", "act", "attribution", "involvement", "characterisation", "intent", "status",
    "membership", "weapon", "event_time", "event_place", "identity", "depiction", "figure",
    "measure", "opinion",
]  # fmt: skip


class Part(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base of everything in the contract: frozen, no unknown members."""


class Span(Part, frozen=True, kw_only=True):
    """A stretch of the text: code points from ``start`` to before ``end``, which read ``exact``."""

    start: Offset
    end: Offset
    exact: str


class Entity(Part, frozen=True, kw_only=True, tag_field="kind", tag="entity"):
    """Somebody or something that acts or speaks. ``mentions`` are all ways the text names it."""

    id: Id
    type: Literal["person", "organisation", "group", "publication"]
    name: Words
    role: Words | None = None
    mentions: tuple[Span, ...] = ()


class Place(Part, frozen=True, kw_only=True, tag_field="kind", tag="place"):
    """A place on the map; metonyms ("Norland denied") stand apart: nothing happened there.

    Degrees are WGS 84; without a position all three of ``lat``, ``lon``, ``precision_m`` are null.
    """

    id: Id
    name: Words
    mentions: tuple[Span, ...] = ()
    lat: float | None = None
    lon: float | None = None
    precision_m: Number | None = None
    gazetteer_id: Words | None = None
    country: Words | None = None
    metonym_mentions: tuple[Span, ...] = ()


class Date(Part, frozen=True, kw_only=True, tag_field="kind", tag="date"):
    """A time in words. ``edtf`` is null where it cannot be known.

    ``needs_publication_date``: the words are relative to the day of publication.
    """

    id: Id
    span: Span
    edtf: Words | None = None
    needs_publication_date: bool = False


class Incident(Part, frozen=True, kw_only=True, tag_field="kind", tag="incident"):
    """Something that is said to have happened; ``types`` are codes of the vocabulary act-type."""

    id: Id
    mentions: tuple[Span, ...]
    types: tuple[Words, ...] = ()
    places: tuple[Id, ...] = ()
    when: Id | None = None
    status: Literal["alleged", "reported", "acknowledged", "denied", "disputed", "feared"] = (
        "reported"
    )


class Assertion(Part, frozen=True, kw_only=True, tag_field="kind", tag="assertion"):
    """Who says what, through whom, and where they stand.

    ``about`` are ids of incidents, figures or other assertions. ``speaker`` null is unknown.
    ``via`` is the relay chain without the speaker, nearest first, the publisher last.
    """

    id: Id
    content: Span
    proposition: PropositionType
    about: tuple[Id, ...] = ()
    speaker: Id | None = None
    speaker_mention: Span | None = None
    speaker_count: Number | None = None
    basis: Literal["saw", "heard", "took_part", "was_told", "inferred"] | None = None
    voice: Literal["own", "attributed", "anonymous"]
    via: tuple[Id, ...] = ()
    quoted: Literal["direct", "indirect", "mixed"]
    cue: Span | None = None
    stance: Stance
    denies: Literal["occurrence", "attribution", "scale", "other"] | None = None
    addressee: Id | None = None
    hedges: tuple[Span, ...] = ()
    said_at: Id | None = None
    places: tuple[Id, ...] = ()
    figures: tuple[Id, ...] = ()


class Figure(Part, frozen=True, kw_only=True, tag_field="kind", tag="figure"):
    """How many, as the source puts it. ``number_span`` null: given in words ("far higher").

    ``measure``, ``population`` are codes of the vocabularies; ``scope`` is a place, ``source`` an
    entity, ``as_of`` and ``period`` are dates, ``relative_to`` is another figure.
    """

    id: Id
    span: Span
    number_span: Span | None = None
    measure: Words
    low: Number | None = None
    high: Number | None = None
    bound: Bound | None = None
    relation: Literal["far_higher", "higher", "lower", "same"] | None = None
    relative_to: Id | None = None
    method_claimed: Literal["counted", "verified", "estimated", "modelled", "not_stated"] = (
        "not_stated"
    )
    population: Words = "not-stated"
    scope: Id | None = None
    source: Id | None = None
    source_span: Span | None = None
    as_of: Id | None = None
    period: Id | None = None
    incident: Id | None = None


class Contradiction(Part, frozen=True, kw_only=True, tag_field="kind", tag="contradiction"):
    """Two assertions or figures of this text that cannot both be so, and why."""

    id: Id
    between: tuple[Id, Id]
    why: Literal["denial", "dispute", "figures", "times", "places", "retraction"]


Suggestion: TypeAlias = Entity | Place | Date | Incident | Assertion | Figure | Contradiction


class Reading(Part, frozen=True, kw_only=True):
    """All that one extractor suggests about one text.

    ``published`` is an EDTF date that metadata or a person gave, ``publisher`` a name; null is
    unknown. ``language`` is a BCP 47 code, ``und`` if it could not be told.
    """

    text_sha256: Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{64}$")]
    language: Words
    published: Words | None = None
    publisher: Words | None = None
    suggestions: tuple[Suggestion, ...] = ()


def span_of(text: str, start: int, end: int) -> Span:
    """Return the span of ``text[start:end]``. Raises ValueError if empty or outside."""
    if not 0 <= start < end <= len(text):
        raise ValueError("a span has at least one character of the text")
    return Span(start=start, end=end, exact=text[start:end])


def text_sha256(text: str) -> str:
    """Return the digest that binds a reading to a text: SHA-256 of its UTF-8, in hex."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
