"""What goes to the process that opens files, and what comes back: plain values in msgpack."""

from __future__ import annotations

from typing import Literal, TypeAlias

import msgspec

from probatum.derive.redaction.choices import Copy, Region, Span

DPI = 200
Kind: TypeAlias = Literal["text", "picture", "pdf"]


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """What one file may cost: bytes of memory, seconds, pixels of a picture or page."""

    memory_bytes: int = 3 << 30
    seconds: int = 300
    pixels: int = 110_000_000


class Job(msgspec.Struct, frozen=True, kw_only=True):
    """A file and what to do with it: find a text, or else make a copy."""

    data: bytes
    code: str
    spans: tuple[Span, ...] = ()
    regions: tuple[Region, ...] = ()
    find: str | None = None
    encoding: str | None = None
    dpi: int
    with_words: bool = False
    limits: Limits


class Made(msgspec.Struct, frozen=True, tag=True):
    """The copy was made."""

    copy: Copy


class Found(msgspec.Struct, frozen=True, tag=True):
    """Where a text stands."""

    spans: tuple[Span, ...] = ()
    regions: tuple[Region, ...] = ()


class Failure(msgspec.Struct, frozen=True, tag=True):
    """An error of our family, to be raised again by whoever asked."""

    family: str
    code: str
    item: str
    expected: str
    found: str
    remedy: str


Done: TypeAlias = Made | Found | Failure
