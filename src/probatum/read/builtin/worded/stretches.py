"""Where a content begins and ends among the words of a passage, and what a verb stands in."""

from __future__ import annotations

from collections.abc import Sequence

from probatum.model.nouns.assertions import Stance
from probatum.read.builtin.worded.frames import Frame
from probatum.read.builtin.worded.passages import Passage
from probatum.read.builtin.worded.phrases import Phrase
from probatum.read.builtin.worded.saying import Saying, trimmed
from probatum.read.found import Mark

THAT_NEAR = 24
_NEAR_VERB = 4


class Stretches:
    """The words of one passage, and the sayings found in it so far."""

    def __init__(self, text: str, passage: Passage, at: int, frame: Frame) -> None:
        self._text = text
        self._passage = passage
        self._at = at
        self._frame = frame
        self._words = frame.words
        self._lexicon = frame.lexicon
        self._found: list[Saying] = []
        self._last: Phrase | None = None
        self._limit = len(frame.words)
        self.named: list[Phrase] = []
        self._trailing = frame.lexicon.joins | {","}

    def _made(self, start: int, end: int, stance: Stance, at: int, after: int) -> Saying | None:
        if end >= self._limit < len(self._words) and self._words[self._limit].word not in ",;":
            if self._words[self._limit].word not in self._lexicon.joins:
                return None  # the clause goes on, with the words that lead to a quotation
        end = min(end, self._limit)
        if not 0 <= start < end:
            return None
        words = self._words
        while end > start + 1 and words[end - 1].word in self._trailing:
            end -= 1
        mark = trimmed(self._text, words[start].start, words[end - 1].end)
        if mark is None:
            return None
        return Saying(
            self._unquoted(mark), stance, self._at, self._passage.paragraph,
            cue=self._frame.mark(at, after),
        )  # fmt: skip

    def _unquoted(self, mark: Mark) -> Mark:
        for inner in self._passage.quoted:
            if inner.start - 2 <= mark.start <= inner.start and (
                inner.end <= mark.end <= inner.end + 2
            ):
                return inner
        return mark

    def _content_end(self, start: int, later: Sequence[int]) -> int:
        """Return where a content ends: at a semicolon, or where another attribution begins."""
        words = self._words
        stop = self._limit
        for at in later:
            known = self._lexicon.cues.at(words, at)
            if at <= start or known is None:
                place = at if known is not None or at <= start else self._join_before(at)
                if start < place < at:
                    stop = min(stop, place)  # ", and to speak of Y refused"
                    break
                continue
            if self._frame.is_gerund(at) and self._goes_with(known[1], known[0].takes):
                stop = min(stop, at - 1)
                break
            place = self._join_before(at)
            takes = known[0].takes
            following = words[known[1]].word if known[1] < len(words) else "."
            carries = self._is_negated(at, known[1]) or (
                self._that(known[1]) is not None or following == ":"
                or ("o" in takes or "i" in takes) and following not in ",.;"
            )  # fmt: skip
            if place < at and place > start and carries:
                stop = min(stop, place)
                break
        for at in range(start, stop):
            if words[at].word == ";" or self._turns_to_self(at):
                return at
        return stop

    def _goes_with(self, end: int, takes: str) -> bool:
        """Say whether a verb that goes on says something itself: that ..., or an object."""
        if self._that(end) is not None:
            return True
        ends = end >= self._limit or self._frame.is_stop(end)
        return "o" in takes and "a" not in takes and not ends

    def _turn(self, start: int, stop: int) -> int:
        """Return where ", but explains ..." begins behind an object, else ``stop``."""
        words = self._words
        for at in range(start + 1, stop - 2):
            if words[at].word == "," and words[at + 1].word in self._lexicon.joins:
                few = range(at + 2, min(stop, at + 2 + _NEAR_VERB))
                if any(
                    self._frame.form(each) is not None
                    and self._lexicon.heads.of(words[each].word) is None
                    for each in few
                ):
                    return at  # fmt: skip
        return stop

    def _first_of(self, position: int) -> int:
        """Return the first word at or behind a position of the text."""
        return next(
            (at for at, one in enumerate(self._words) if one.start >= position), len(self._words)
        )  # fmt: skip

    def _turns_to_self(self, at: int) -> bool:
        """Say whether ", but I ..." begins at a comma: no more of what somebody said."""
        words, lexicon = self._words, self._lexicon
        if words[at].word != "," or at + 2 >= len(words):
            return False
        if words[at + 1].word not in lexicon.joins:
            return False
        return words[at + 2].word in lexicon.first_person or any(
            words[each - 1].word in lexicon.nots and lexicon.first_endings.search(words[each].word)
            for each in range(at + 3, min(len(words), at + 6))
        )

    def _join_before(self, at: int) -> int:
        """Return where ", and X said" begins: the comma or join before a verb; else the verb."""
        words, lexicon = self._words, self._lexicon
        for place in range(at - 1, max(-1, at - 14), -1):
            word = words[place].word
            if word in lexicon.joins and not (
                lexicon.heads.of(words[place + 1].word)
                and place
                and lexicon.heads.of(words[place - 1].word)
            ):
                return place - 1 if place and words[place - 1].word == "," else place
            if self._frame.is_stop(place):
                return at
        return at

    def _sentence_start(self, end: int) -> int:
        for at in range(end - 1, -1, -1):
            word = self._words[at].word
            if (
                word == ";"
                or word == ":"
                and any(self._frame.is_cue(each) for each in range(max(0, at - THAT_NEAR), at))
            ):
                return at + 1
        return 0

    def _start(self, at: int) -> int:
        while at and self._words[at - 1].word in self._lexicon.adverbs:
            at -= 1
        return at

    def _joins(self, at: int) -> bool:
        """Say whether a verb shares the subject of the one before ("and said that")."""
        words, lexicon = self._words, self._lexicon
        start = self._start(at)
        if any(words[each].word in lexicon.joins for each in range(start, at)):
            return True
        return start > 0 and words[start - 1].word in lexicon.joins

    def _is_hidden(self, start: int, at: int) -> bool:
        """Say whether the subject is a source that asked not to be named."""
        return any(
            self._lexicon.hidden.at(self._words, each)
            for each in range(start, min(at, start + THAT_NEAR))
        )

    def _is_negated(self, at: int, end: int) -> bool:
        return end - at == 1 and at > 0 and self._words[at - 1].word in self._lexicon.nots

    def _is_quoted(self, at: int) -> bool:
        start = self._words[at].start
        return any(mark.start <= start < mark.end for mark in self._passage.quoted)

    def _is_taken(self, at: int) -> bool:
        start = self._words[at].start
        return any(
            each.cue is not None and each.cue.start <= start < each.cue.end for each in self._found
        )

    def _holding(self, at: int) -> Saying | None:
        """Return the saying whose content a verb stands in: what it reports is nested."""
        start = self._words[at].start
        inside = [
            each for each in self._found if each.content.start <= start < each.content.end
        ]  # fmt: skip
        return inside[-1] if inside else None

    def _contains(self, holder: Saying, made: Saying) -> bool:
        return holder.content.start <= made.content.start and made.content.end <= holder.content.end

    def _overlaps(self, made: Saying) -> bool:
        return any(
            each.content.start < made.content.end and made.content.start < each.content.end
            for each in self._found
        )

    def _that(self, end: int) -> int | None:
        """Return where the word for *that* stands behind a verb, within its clause."""
        words, lexicon = self._words, self._lexicon
        for at in range(end, min(self._limit, end + THAT_NEAR)):
            word = words[at].word
            if at > end and words[at - 1].word in lexicon.joins and self._frame.is_cue(at):
                return None
            if word in lexicon.that and (words[at - 1].word == "," or at == end):
                return at
            if word == ":" and at + 1 < self._limit and words[at + 1].word in lexicon.hearsay:
                return at + 1
            if word == ",":
                following = words[at + 1].word if at + 1 < len(words) else ""
                if following not in lexicon.that:
                    return None
            elif self._frame.is_stop(at):
                return None
        return None
