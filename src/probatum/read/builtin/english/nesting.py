"""Attributions within attributions: "the minister said that residents had told her that"."""

from __future__ import annotations

from dataclasses import replace

from probatum.read.builtin.english.parsed import Parsed
from probatum.read.found import Mark, Said

# How far apart, in the list, an attribution and one nested in it can stand.
_NEAR = 12
_ONESELF = frozenset({"he", "she", "it", "they"})
_PLAIN = frozenset({"asserts", "reports", "estimates"})


def nested(parsed: Parsed, found: list[Said]) -> list[Said]:
    """Set for each attribution the smallest other one it stands in, and who relays it thereby.

    What somebody says of their own saying ("it said it had documented") is not told twice.
    """
    order = sorted(range(len(found)), key=lambda at: -_size(found[at]))
    parents: dict[int, int] = {}
    dropped: set[int] = set()
    for at in order:
        best = _parent(found, at, dropped)
        if best is not None and _of_oneself(parsed, found[at], found[best]):
            dropped.add(at)
        elif best is not None:
            parents[at] = best
    kept = [at for at in range(len(found)) if at not in dropped]
    places = {at: place for place, at in enumerate(kept)}
    relayed: dict[int, Said] = {}
    for at in order:
        one = found[at]
        if at in parents:
            outer = relayed.get(parents[at], found[parents[at]])
            through = tuple(mark for mark in (outer.speaker, *outer.via) if mark is not None)
            via = tuple(dict.fromkeys((*one.via, *through)))
            one = replace(one, inside=places[parents[at]], via=via)
        relayed[at] = one
    return [relayed[at] for at in kept]


def _parent(found: list[Said], at: int, dropped: set[int]) -> int | None:
    one = found[at]
    if one.cue is None:
        return None
    best: int | None = None
    for near in range(max(0, at - _NEAR), min(len(found), at + _NEAR)):
        other = found[near]
        if near == at or near in dropped:
            continue
        if within(one.cue, other.content) or _denies(other, one):
            if best is None or _size(other) < _size(found[best]):
                best = near
    return best


def _of_oneself(parsed: Parsed, inner: Said, outer: Said) -> bool:
    """Say whether a speaker reports their own words, so that the inner attribution adds nothing."""
    if inner.cue is not None and parsed.slice(inner.cue).startswith("regret"):
        return True
    return (
        inner.stance in _PLAIN
        and inner.speaker is not None
        and outer.speaker is not None
        and parsed.slice(inner.speaker).casefold() in _ONESELF
        and inner.speaker.start - outer.content.start < len("that they ")
        and outer.content.start <= inner.speaker.start
    )


def _denies(outer: Said, inner: Said) -> bool:
    """Say whether ``outer`` denies what ``inner`` claims: "rejected the claim by X that C"."""
    return (
        outer.content == inner.content
        and outer.stance in ("denies", "disputes", "acknowledges")
        and outer.cue is not None
        and inner.cue is not None
        and outer.cue < inner.cue
    )


def within(inner: Mark, outer: Mark) -> bool:
    """Say whether a mark lies inside another, or is the same."""
    return outer.start <= inner.start and inner.end <= outer.end


def _size(said: Said) -> int:
    return said.content.end - said.content.start
