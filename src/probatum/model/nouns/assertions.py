"""Who says what, through whom, how they know, and where they stand."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from probatum.model.record import Language, Name, Record, Ref, Text, about, require
from probatum.model.values import Citation, Machine, People, Translation, When

Stance: TypeAlias = Literal[
    "asserts", "reports", "denies", "disputes", "acknowledges", "claims_responsibility", "condemns",
    "calls_for", "commits_to", "estimates", "retracts", "corrects", "declines_to_comment",
]  # fmt: skip


class Assertion(Record, frozen=True, kw_only=True, tag="assertion/1"):
    """A speaker's stance towards a proposition or another assertion. Never the fact itself.

    ``speaker`` None is unknown. ``via`` is the relay chain without the speaker, nearest first, the
    publisher last; None in it is an unknown link. ``denies`` says what a denial is about. A quote
    is verbatim; a translation stands beside it.
    """

    about: Annotated[Ref, about("proposition", "assertion")]
    stance: Stance
    speaker: Annotated[Ref, about("source")] | None = None
    speaker_count: People | None = None
    voice: Literal["own", "attributed", "anonymous"] | None = None
    basis: Literal["saw", "heard", "took_part", "was_told", "inferred"] | None = None
    via: tuple[Annotated[Ref, about("source")] | None, ...] = ()
    denies: Literal["occurrence", "attribution", "scale", "other"] | None = None
    hedges: tuple[Name, ...] = ()
    quote: Text | None = None
    quoted: Literal["direct", "indirect", "mixed"] | None = None
    language: Language | None = None
    translation: Translation | None = None
    said_at: When | None = None
    statement: Annotated[Ref, about("statement")] | None = None
    citations: tuple[Citation, ...] = ()
    machine: Machine | None = None
    supersedes: Annotated[Ref, about("assertion")] | None = None

    def check(self) -> None:
        """Only a denial or a dispute names what it denies."""
        require(self.denies is None or self.stance in ("denies", "disputes"),
                "expected `denies` only with the stance denies or disputes")  # fmt: skip
