"""What an attribution leaves of its sentence to the text's own voice: the clauses round it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from probatum.read.builtin.english.own_voice_words import JOINED
from probatum.read.builtin.english.parsed import Parsed, Sentence
from probatum.read.found import Mark, Said

_FEWEST_WORDS = 3
# "..., two days after gunmen seized the tanker", "..., which left 17 dead", "... as 41 are counted"
_BEHIND = re.compile(
    r",? (?:(?:\w+ ){0,3}(?:minutes?|hours?|days?|weeks?|months?|years?|shortly|soon) "
    r"(?:after|before) |(?:after|as|while|although|even as) (?!an? ))(?P<c>\w.{12,})|"
    r", (?P<w>(?:which|where|who|whose) .{10,})",
    re.DOTALL,
)
_STOPS = ".;,:"
_SUBORDINATES = frozenset(
    "if when while as after before since because although though unless until once where whoever "
    "whether that who which what how".split()
)


class Taken:
    """The stretches of text that attributions cover."""

    def __init__(self, parsed: Parsed, said: Sequence[Said]) -> None:
        marks = [
            mark
            for one in said
            for mark in (one.content, one.cue, None if _beside(parsed, one) else one.speaker)
            if mark is not None
        ]
        self._marks = sorted(marks)
        self._ends: list[int] = []
        reach = 0
        for mark in self._marks:
            reach = max(reach, mark.end)
            self._ends.append(reach)

    def first_in(self, mark: Mark) -> int | None:
        """Return where the first attribution in a stretch of text begins; None if there is none."""
        last = bisect_left(self._marks, Mark(mark.end, 0)) - 1
        if last < 0 or self._ends[last] <= mark.start:
            return None
        first = bisect_left(self._marks, Mark(mark.start, 0))
        if first > 0 and self._ends[first - 1] > mark.start:
            return mark.start
        return self._marks[first].start

    def last_in(self, mark: Mark) -> int:
        """Return where the last attribution in a stretch of text ends."""
        last = bisect_left(self._marks, Mark(mark.end, 0)) - 1
        return self._ends[last] if last >= 0 else mark.start


def clause_behind(text: str, content: Mark, last: int) -> Mark | None:
    """Return the clause that stands behind an attribution that ends at ``last``."""
    found = _BEHIND.match(text, last, content.end) if last < content.end else None
    if found is None:
        return None
    start, end = found.span("w" if found["c"] is None else "c")
    while end > start and text[end - 1] in _STOPS:
        end -= 1
    return Mark(start, end) if len(text[start:end].split()) > _FEWEST_WORDS else None


def _beside(parsed: Parsed, one: Said) -> bool:
    """Say whether a speaker does something else first: "Families blocked the road, demanding"."""
    if one.cue is None:
        return True
    before = parsed.text[max(0, one.cue.start - 2) : one.cue.start]
    return before == ", " and parsed.slice(one.cue).split()[0].endswith("ing")


def clause_spliced(frame: Sentence, content: Mark, first: int) -> Mark | None:
    """Return a clause that only a comma joins to an attribution: "He is alive, they say he"."""
    before = [at for at, one in enumerate(frame.words) if content.start <= one.start < first]
    if len(before) <= _FEWEST_WORDS or frame.words[before[-1]].text != ",":
        return None
    if frame.words[before[0]].lower in _SUBORDINATES:
        return None
    last = frame.words[before[-2]].end
    told = any(
        frame.words[at].tag in ("VBD", "VBZ", "VBP")
        and frame.words[at].dep in ("ROOT", "ccomp", "conj", "parataxis")
        and (own := frame.child(at, "nsubj", "nsubjpass")) is not None
        and own < at
        for at in before
    )
    return Mark(content.start, last) if told else None


def clause_before(text: str, content: Mark, first: int) -> Mark | None:
    """Return the clause that stands before an attribution ("Toll climbs as Carrow denies ...")."""
    before = text[content.start : max(content.start, first)]
    participle = before.endswith(", ") and text[first : first + 20].split()[0].endswith("ing")
    joined = JOINED.search(before + "and " if participle else before)
    which = "what" if joined is not None and joined["clause"] is None else "clause"
    if joined is None or len(joined[which].split()) <= _FEWEST_WORDS:
        return None
    return Mark(content.start, content.start + joined.end(which))
