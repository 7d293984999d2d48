"""Finding a quotation again in another version of a text, or saying that it is lost.

A quotation names its text by hash, its place by offsets, and itself by its words with what stands
before and after them. In the same text the offsets count. In another text the words count, and
only where they lead to *one* place: a citation is never moved on a guess. Pure.
"""

from __future__ import annotations

import hashlib
import re
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

CONTEXT_CHARACTERS = 48
# Fewer characters than this are common words: their surroundings have to agree as well.
_TELLING = 24
_MOST_PLACES = 10_000
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Quote:
    """A place in a text: ``text[start:end] == exact``, between ``prefix`` and ``suffix``."""

    start: int
    end: int
    exact: str
    prefix: str
    suffix: str
    text_sha256: str


@dataclass(frozen=True, slots=True)
class Anchored:
    """Where the quotation stands now. ``respaced``: moved, and white space differs there."""

    start: int
    end: int
    how: Literal["same text", "moved", "respaced"]


@dataclass(frozen=True, slots=True)
class Lost:
    """The quotation has no place in the text, or more than one that fits equally well."""

    reason: Literal["missing", "ambiguous"]


def text_sha256(text: str) -> str:
    """Return the digest that binds a citation to a text: SHA-256 of its UTF-8, in hex."""
    return hashlib.sha256(text.encode()).hexdigest()


def quote(text: str, start: int, end: int) -> Quote:
    """Quote a span of a text. Raises ValueError for a span that is empty or outside."""
    if not 0 <= start < end <= len(text):
        raise ValueError("a quotation has at least one character of the text")
    return Quote(
        start, end, text[start:end], text[max(0, start - CONTEXT_CHARACTERS) : start],
        text[end : end + CONTEXT_CHARACTERS], text_sha256(text),
    )  # fmt: skip


def anchor(quoted: Quote, text: str) -> Anchored | Lost:
    """Return where the quotation stands in ``text``, or why that cannot be said."""
    if quoted.text_sha256 == text_sha256(text):
        # Offsets that do not fit their own text were not made by us: then nothing is anchored.
        if quoted.exact and text[quoted.start : quoted.end] == quoted.exact:
            return Anchored(quoted.start, quoted.end, "same text")
        return Lost("missing")
    found = _find(quoted.exact, quoted.prefix, quoted.suffix, text)
    if isinstance(found, int):
        return Anchored(found, found + len(quoted.exact), "moved")
    if found.reason == "ambiguous":
        return found
    return _find_respaced(quoted, text)


def _find(exact: str, prefix: str, suffix: str, text: str) -> int | Lost:
    if not exact.strip():
        return Lost("missing")
    whole = _places(prefix + exact + suffix, text, at_most=2)
    if len(whole) == 1:
        return whole[0] + len(prefix)
    if whole:
        return Lost("ambiguous")
    places = _places(exact, text, at_most=_MOST_PLACES)
    if not places:
        return Lost("missing")
    if len(places) == _MOST_PLACES:
        return Lost("ambiguous")
    scored = sorted(
        ((_agreement(exact, prefix, suffix, text, at), at) for at in places), reverse=True
    )
    best, at = scored[0]
    if len(scored) > 1 and scored[1][0] == best:
        return Lost("ambiguous")
    if len(exact) < _TELLING and best * 2 < len(prefix) + len(suffix):
        return Lost("missing" if len(places) == 1 else "ambiguous")
    return at


def _places(wanted: str, text: str, *, at_most: int) -> list[int]:
    """Return where ``wanted`` begins, overlapping places included: each is a place of its own."""
    found: list[int] = []
    at = text.find(wanted)
    while at >= 0 and len(found) < at_most:
        found.append(at)
        at = text.find(wanted, at + 1)
    return found


def _agreement(exact: str, prefix: str, suffix: str, text: str, at: int) -> int:
    """Count the characters on both sides that are the same, outwards from the quotation."""
    before = text[max(0, at - len(prefix)) : at]
    after = text[at + len(exact) : at + len(exact) + len(suffix)]
    return _common(prefix[::-1], before[::-1]) + _common(suffix, after)


def _common(one: str, other: str) -> int:
    for count, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return count
    return min(len(one), len(other))


def _find_respaced(quoted: Quote, text: str) -> Anchored | Lost:
    """Compare with all white space as one space: tools break lines at different places."""
    exact = _SPACE.sub(" ", quoted.exact).strip()
    folded, origin = _fold(text)
    found = _find(
        exact, _SPACE.sub(" ", quoted.prefix), _SPACE.sub(" ", quoted.suffix), folded
    )  # fmt: skip
    if isinstance(found, Lost):
        return found
    start, end = origin[found], origin[found + len(exact) - 1] + 1
    return Anchored(start, end, "moved" if text[start:end] == quoted.exact else "respaced")


def _fold(text: str) -> tuple[str, Sequence[int]]:
    """Return the text with runs of white space as one space, and where each character was."""
    pieces: list[str] = []
    origin = array("I")
    last = 0
    for match in _SPACE.finditer(text):
        pieces += [text[last : match.start()], " "]
        origin.extend(range(last, match.start() + 1))
        last = match.end()
    pieces.append(text[last:])
    origin.extend(range(last, len(text)))
    return "".join(pieces), origin
