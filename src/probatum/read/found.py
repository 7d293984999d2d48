"""What the steps of our own reader hand to each other: marks in the text, not yet ids."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

from probatum.model.nouns.assertions import Stance
from probatum.model.nouns.figures import Bound

Method: TypeAlias = Literal["counted", "verified", "estimated", "modelled", "not_stated"]


class Mark(NamedTuple):
    """A stretch of the text: code points from ``start`` to before ``end``."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class DateFound:
    """A time in words; ``edtf`` None: not known. ``relative``: counted from the publication day."""

    mark: Mark
    edtf: str | None
    relative: bool = False


@dataclass(frozen=True, slots=True)
class PlaceFound:
    """One place with everywhere the text names it. Without a position ``lat`` ... are None."""

    name: str
    mentions: tuple[Mark, ...]
    metonyms: tuple[Mark, ...] = ()
    lat: float | None = None
    lon: float | None = None
    precision_m: int | None = None
    gazetteer_id: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class FigureFound:
    """A number, or a comparison without one (``number`` None), and the words that frame it.

    ``compares`` is the mark of the figure that ``relation`` compares with, if the text has it.
    ``source`` marks who is named as its source beside it ("according to the ministry"); ``hidden``:
    the text says that it has one, and not whom. ``listed_with`` is the next figure of a list.
    """

    mark: Mark
    measure: str
    number: Mark | None = None
    low: int | None = None
    high: int | None = None
    bound: Bound | None = None
    relation: Literal["far_higher", "higher", "lower", "same"] | None = None
    compares: Mark | None = None
    method_claimed: Method = "not_stated"
    population: str = "not-stated"
    source: Mark | None = None
    scope: Mark | None = None
    as_of: Mark | None = None
    period: Mark | None = None
    listed_with: Mark | None = None
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """One attribution: these words, by whoever ``speaker`` marks, None: not said who.

    ``via`` marks relays nearest first, the publisher not included. ``inside`` is the index, in the
    same list, of the attribution that this one is nested in.
    """

    content: Mark
    stance: Stance
    quoted: Literal["direct", "indirect", "mixed"]
    voice: Literal["own", "attributed", "anonymous"] = "attributed"
    speaker: Mark | None = None
    speaker_count: int | None = None
    cue: Mark | None = None
    via: tuple[Mark, ...] = ()
    hedges: tuple[Mark, ...] = ()
    basis: Literal["saw", "heard", "took_part", "was_told", "inferred"] | None = None
    denies: Literal["occurrence", "attribution", "scale", "other"] | None = None
    addressee: Mark | None = None
    said_at: Mark | None = None
    inside: int | None = None
    depiction: bool = False
