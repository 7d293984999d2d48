"""What goes to the process that opens files to be looked at, and what comes back."""

from __future__ import annotations

from typing import Literal, TypeAlias

import msgspec

from probatum.derive.showing.traits import Traits

MOST_EDGE = 6_000
Why = Literal[
    "damaged", "too-large", "unknown", "no-codec", "password", "no-such-page", "timed-out", "ended"
]


def clock(milliseconds: int) -> str:
    """Return a moment of a film as a citation of a time takes it: ``1:02:03.5``."""
    minutes, rest = divmod(milliseconds, 60_000)
    hours, minutes = divmod(minutes, 60)
    seconds = f"{rest / 1_000:06.3f}".rstrip("0").rstrip(".")
    return f"{hours}:{minutes:02}:{seconds}" if hours else f"{minutes}:{seconds}"


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """What one file may cost: bytes in, memory, seconds, pixels of a picture or page."""

    input_bytes: int = 200 << 20
    memory_bytes: int = 3 << 30
    seconds: int = 30
    pixels: int = 110_000_000


class Job(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What to make of the file that follows.

    Which page, from 1, and how many pixels the longer edge may have; or, with ``from_ms``, the
    stretch of a film that begins so many milliseconds after its beginning.
    """

    page: int = 1
    edge: int = 16
    from_ms: int | None = None
    limits: Limits


class Sight(msgspec.Struct, frozen=True, kw_only=True, tag=True, forbid_unknown_fields=True):
    """A picture as JPEG. ``width`` and ``height`` measure what it shows: pixels of the upright
    picture, or points of the page. ``pages`` counts pages, or pictures of one file, or stills of a
    film; ``at_ms`` says when in a film, in milliseconds. ``traits`` are there for pictures alone.
    """

    jpeg: bytes
    width: int
    height: int
    pages: int
    moves: bool = False
    at_ms: int | None = None
    traits: Traits | None = None

    @property
    def at(self) -> str | None:
        """When in the film, as a citation of a time takes it: ``1:02:03.5``; None if not known."""
        return None if self.at_ms is None else clock(self.at_ms)


class Stretch(msgspec.Struct, frozen=True, kw_only=True, tag=True, forbid_unknown_fields=True):
    """A part of a film as WebM. ``total_ms``: how long all of it is, None where it does not say."""

    webm: bytes
    total_ms: int | None


class Unseen(msgspec.Struct, frozen=True, kw_only=True, tag=True, forbid_unknown_fields=True):
    """There is nothing to see, and why: ``most`` is the limit that it went beyond."""

    why: Why
    most: int = 0


Done: TypeAlias = Sight | Stretch | Unseen
