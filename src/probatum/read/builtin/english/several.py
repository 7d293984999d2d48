"""Statements of several parts: "said that A and that B", "calls on X to do A and on Y to do B"."""

from __future__ import annotations

from probatum.read.builtin.english.parsed import Sentence
from probatum.read.builtin.english.stretches import Stretch, trimmed

_LONGEST_NAME = 12  # words


def parts(sentence: Sentence, stretch: Stretch) -> list[Stretch]:
    """Divide "said that A, that B and that C": as many things are said."""
    words = sentence.words
    stretch = _with_that_behind(sentence, stretch)
    found: list[Stretch] = []
    first = stretch.first
    for at in range(stretch.first + 2, stretch.last - 2):
        joins = words[at].tag == "CC" or words[at].text == ","
        if joins and words[at + 1].lower == "that" and words[at + 1].tag == "IN":
            part = trimmed(sentence, first, at - 1)
            if part is None:
                return [stretch]
            found.append(part)
            first = at + 2
        asked = _asks_others(sentence, at, stretch.last)
        if asked is not None:
            part = trimmed(sentence, first, at - 1)
            if part is not None and words[first].tag == "TO":
                found.append(part)
                first = asked
    last = trimmed(sentence, first, stretch.last)
    if last is None:
        return [stretch]
    found.append(last)
    return [*found, *_asked_behind(sentence, stretch.last)] if words[first].tag == "TO" else found


def _with_that_behind(sentence: Sentence, stretch: Stretch) -> Stretch:
    """Return a clause with those behind it, ", that B and that C", which the parser left apart."""
    words = sentence.words
    at = stretch.last + 1
    if at + 4 >= len(words) or words[at].text != "," and words[at].tag != "CC":
        return stretch
    at += 1 + (words[at + 1].tag == "CC")
    if words[at].lower != "that" or words[at].tag != "IN":
        return stretch
    if any(words[one].lower == "said" for one in range(at, len(words))):
        return stretch
    return trimmed(sentence, stretch.first, len(words) - 1) or stretch


def _asked_behind(sentence: Sentence, last: int) -> list[Stretch]:
    """Return what others are told to do: ", on the army to leave, and on donors to pay"."""
    words = sentence.words
    asked = [
        (at, to)
        for at in range(last + 1, len(words) - 4)
        if (to := _asks_others(sentence, at, len(words) - 1)) is not None
    ]
    if not asked or asked[0][0] > last + 2:
        return []
    ends = [*(at for at, _ in asked[1:]), len(words)]
    parts = [trimmed(sentence, to, end - 1) for (_, to), end in zip(asked, ends, strict=True)]
    return [one for one in parts if one is not None]


def _asks_others(sentence: Sentence, at: int, last: int) -> int | None:
    """Return where another is told what to do: "on X to open the road and on Y to stop"."""
    words = sentence.words
    joins = words[at].tag == "CC" or words[at].text == ","
    if not joins or words[at + 1].lower not in ("on", "upon"):
        return None
    for to in range(at + 3, min(at + _LONGEST_NAME, last)):
        if words[to].tag == "TO" and words[to + 1].tag == "VB":
            return to
        if words[to].text in (",", ";"):
            return None
    return None
