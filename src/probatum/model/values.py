"""Parts of records: dates that keep their precision, citations, names, figures' numbers."""

from __future__ import annotations

import re
from typing import Annotated, Literal, TypeAlias

import msgspec

from probatum.model.edtf import Edtf
from probatum.model.edtf import parse as parse_edtf
from probatum.model.record import (
    Code,
    Count,
    Language,
    Name,
    Ref,
    Sha256,
    Text,
    Value,
    Why,
    about,
    require,
)

_CLOCK = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?")
_ZONE = re.compile(r"UTC|[+-](0[0-9]|1[0-4]):[0-5][0-9]|[A-Za-z_]+(/[A-Za-z_+-]+[0-9]*){1,2}")

Clock: TypeAlias = Annotated[str, msgspec.Meta(max_length=8)]
Offset: TypeAlias = Annotated[int, msgspec.Meta(ge=0, le=2**53 - 1)]
Number: TypeAlias = Annotated[int, msgspec.Meta(ge=1, le=2**53 - 1)]
Script: TypeAlias = Annotated[str, msgspec.Meta(pattern=r"^[A-Z][a-z]{3}$(?!\n)")]


class When(Value, frozen=True, kw_only=True):
    """A time as its source gives it, no more precise than that.

    ``text`` is verbatim; ``edtf`` what it means as an EDTF date; ``from_time`` and ``to_time`` an
    interval on the clock in ``zone`` (a zone name, an offset, or None: *unknown*). ``relation`` and
    ``relative_to`` place it before, during or after an incident. ``unknown`` says why nothing is
    given.
    """

    text: Text | None = None
    edtf: Name | None = None
    calendar: Code = "gregorian"
    from_time: Clock | None = None
    to_time: Clock | None = None
    zone: Name | None = None
    relation: Literal["before", "during", "after"] | None = None
    relative_to: Annotated[Ref, about("incident")] | None = None
    unknown: Why | None = None

    def __post_init__(self) -> None:
        if self.edtf is not None:
            require(str(_edtf(self.edtf)) == self.edtf, "expected the canonical EDTF spelling")
        for clock in (self.from_time, self.to_time):
            require(clock is None or _CLOCK.fullmatch(clock), "expected a clock time HH:MM[:SS]")
        require(self.to_time is None or self.from_time is not None, "expected from_time as well")
        require(self.zone is None or _ZONE.fullmatch(self.zone),
                "expected a zone: UTC, +02:00 or Area/City")  # fmt: skip
        require((self.relation is None) == (self.relative_to is None),
                "expected relation and relative_to together")  # fmt: skip
        said = self.text or self.edtf or self.from_time or self.relative_to
        require(bool(said) != (self.unknown is not None),
                "expected a date, or why it is unknown, and not both")  # fmt: skip

    @property
    def bounds(self) -> Edtf | None:
        """The date as EDTF, None where the source gives none."""
        return None if self.edtf is None else parse_edtf(self.edtf)


def _edtf(text: str) -> Edtf:
    try:
        return parse_edtf(text)
    except ValueError as error:
        said = str(error).removeprefix("not a date of EDTF: ")
        raise ValueError(f"expected `edtf` as a date of EDTF: {said}") from None


class Region(Value, frozen=True, kw_only=True):
    """A rectangle of an image or page, in pixels of the picture upright, or of the page."""

    left: Offset
    top: Offset
    width: Number
    height: Number


class Citation(Value, frozen=True, kw_only=True):
    """A place in an item.

    A span counts Unicode code points of the item's text whose SHA-256 is ``text_sha256``, ``end``
    exclusive; ``exact`` is the slice, ``prefix`` and ``suffix`` what stands round it. Times are
    milliseconds from the beginning.
    """

    item: Annotated[Ref, about("item")]
    text_sha256: Sha256 | None = None
    start: Offset | None = None
    end: Offset | None = None
    exact: Text | None = None
    prefix: Annotated[str, msgspec.Meta(max_length=200)] | None = None
    suffix: Annotated[str, msgspec.Meta(max_length=200)] | None = None
    page: Number | None = None
    paragraph: Number | None = None
    line: Number | None = None
    row: Number | None = None
    column: Name | None = None
    from_ms: Offset | None = None
    to_ms: Offset | None = None
    frame: Offset | None = None
    region: Region | None = None

    def __post_init__(self) -> None:
        span = (self.start, self.end, self.exact, self.text_sha256)
        given = [each is not None for each in span]
        require(all(given) or not any(given),
                "expected start, end, exact and text_sha256 together, or none of them")  # fmt: skip
        if self.start is not None and self.end is not None and self.exact is not None:
            require(self.end - self.start == len(self.exact),
                    "expected end - start to be the length of exact in code points")  # fmt: skip
        require(self.to_ms is None or (self.from_ms is not None and self.from_ms <= self.to_ms),
                "expected from_ms at most to_ms")  # fmt: skip


class NameForm(Value, frozen=True, kw_only=True):
    """A name in one script, in the parts that it has; ``full`` is how it is written as a whole."""

    full: Name | None = None
    given: Name | None = None
    father: Name | None = None
    grandfather: Name | None = None
    family: Name | None = None
    mother: Name | None = None
    kunya: Name | None = None
    language: Language | None = None
    script: Script | None = None
    alias: bool = False

    def __post_init__(self) -> None:
        parts = (self.full, self.given, self.father, self.grandfather, self.family, self.mother,
                 self.kunya)  # fmt: skip
        require(any(parts), "expected at least one part of a name")

    @property
    def printed(self) -> str:
        """The name as one line: as written, else its parts in order."""
        parts = (self.kunya, self.given, self.father, self.grandfather, self.family)
        return self.full or " ".join(part for part in parts if part) or (self.mother or "")


class People(Value, frozen=True, kw_only=True):
    """How many people speak: a number, or a range; None is open."""

    low: Count | None = None
    high: Count | None = None

    def __post_init__(self) -> None:
        require(self.low is not None or self.high is not None, "expected low, high or both")
        require(self.low is None or self.high is None or self.low <= self.high,
                "expected low at most high")  # fmt: skip


class Translation(Value, frozen=True, kw_only=True):
    """A translation beside a quote, never in its place; ``by`` is a person or a machine's name."""

    text: Text
    language: Language
    by: Name
    machine: bool = False


class Machine(Value, frozen=True, kw_only=True):
    """The program that made something: id, version, hash of its model if it has one."""

    extractor: Name
    version: Name
    model_sha256: Sha256 | None = None
    raw_sha256: Sha256 | None = None
    prompt_sha256: Sha256 | None = None


class Contact(Value, frozen=True, kw_only=True):
    """A way to reach somebody, or where they live: what a leak check must know."""

    kind: Literal["telephone", "email", "address", "account", "identity-number", "other"]
    value: Name
