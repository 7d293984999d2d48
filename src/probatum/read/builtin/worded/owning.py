"""What a text says in the first person: "we reject ...", "I ask X to ...", "we deny that ..."."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from probatum.model.nouns.assertions import Stance
from probatum.read.builtin.worded.contents import has
from probatum.read.builtin.worded.fronting import Fronting
from probatum.read.builtin.worded.lexicon import Cue
from probatum.read.builtin.worded.saying import trimmed

_MOST_FRONTED = 12
_OF_OBJECTS = ("condemns", "denies", "disputes", "retracts", "corrects", "acknowledges")


class Owning(Fronting):
    """Reads the first person of one passage."""

    def _own(self) -> None:
        """Read what the text doubts, asks or promises in the first person."""
        for at in range(self._limit):
            if self._turns_to_self(at):
                rest = self._made(at + 2, self._limit, "disputes", at + 1, at + 2)
                if rest is not None and has(self._lexicon.doubts, self._words[at:]):
                    self._found.append(replace(rest, voice="own", cue=None))
                break
        for at in range(self._limit):
            found = self._owned(at)
            if found is None or self._is_quoted(at) or self._is_taken(at):
                continue
            that = self._that(found[1])
            if found[0] == "asserts" and that is None:
                continue
            fronted = self._fronted_by_us(at) if self._ends(found[1]) else None
            if that is not None:
                made = self._made(that + 1, self._own_end(that + 1), found[0], at, found[1])
            elif fronted is not None and found[0] in _OF_OBJECTS:
                made = self._made(*fronted, found[0], at, found[1])
            elif found[0] in _OF_OBJECTS:
                made = self._object(found[1], Cue(found[0], "o"), at, ())
            elif found[0] in ("calls_for", "commits_to"):
                made = self._call(found[1], Cue(found[0], "io"), at, ())
            else:
                continue
            if made is None:
                continue
            stop = self._own_end(self._first_of(made.content.start))
            if stop < self._limit and self._words[stop - 1].end < made.content.end:
                mark = trimmed(self._text, made.content.start, self._words[stop - 1].end)
                made = made if mark is None else replace(made, content=mark)
            if not self._overlaps(made):
                self._found.append(replace(made, voice="own"))

    def _own_end(self, start: int) -> int:
        """Return where ", and we ask ..." begins behind what the text itself says."""
        words, lexicon = self._words, self._lexicon
        for at in range(start + 1, self._limit):
            first = at - (words[at - 1].word in lexicon.first_person)
            if words[first - 1].word in lexicon.joins and self._owned(at) is not None:
                return first - 2 if words[first - 2].word == "," else first - 1
        return self._limit

    def _owned(self, at: int) -> tuple[Stance, int] | None:
        """Return what a verb in the first person says, and where it ends ("we reject")."""
        words, lexicon = self._words, self._lexicon
        known = lexicon.own.at(words, at)
        if known is not None:
            return known
        found = lexicon.cues.at(words, at)
        if found is None or lexicon.first_endings.search(words[found[1] - 1].word) is None:
            return None
        near: Sequence[str] = [one.word for one in words[max(0, at - 3) : at]]
        ours = any(word in lexicon.first_person for word in near)
        return (found[0].stance, found[1]) if ours or self._opens(at) else None

    def _opens(self, at: int) -> bool:
        """Say whether a verb begins its clause, but for small words."""
        words = self._words
        while at and words[at - 1].word in self._lexicon.adverbs:
            at -= 1
        return not at or self._frame.is_stop(at - 1) or words[at - 1].word in self._lexicon.joins

    def _ends(self, at: int) -> bool:
        return at >= self._limit or self._frame.is_stop(at)

    def _fronted_by_us(self, at: int) -> tuple[int, int] | None:
        """Return the object before "we reject"."""
        words, lexicon = self._words, self._lexicon
        stop = at - (at > 0 and words[at - 1].word in lexicon.first_person)
        start = stop
        while start and stop - start < _MOST_FRONTED and not (
            self._frame.is_stop(start - 1) or words[start - 1].word in lexicon.joins
        ):  # fmt: skip
            start -= 1
        if start == stop or self._frame.in_date(start):
            return None
        small = lexicon.adverbs | lexicon.prepositions | lexicon.first_person
        return None if words[start].word in small else (start, stop)
