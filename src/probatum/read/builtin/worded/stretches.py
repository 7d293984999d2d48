"""Where a content begins and ends among the words of a passage, and what a verb stands in."""

from __future__ import annotations

from collections.abc import Sequence

from probatum.model.nouns.assertions import Stance
from probatum.read.builtin.worded.contents import has
from probatum.read.builtin.worded.frames import THESE, Frame
from probatum.read.builtin.worded.passages import Passage
from probatum.read.builtin.worded.phrases import Phrase
from probatum.read.builtin.worded.saying import Saying, trimmed
from probatum.read.found import Mark
from probatum.read.tokens import tokens

THAT_NEAR = 24
_NEAR_VERB = 4
_MANNER = ("образом", "чином")
_FEWEST_MANNER = 3
_ABOUT_IT = 2
_SO = ("так", "досі")
_MOST_TURNED = 10


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
        last = end - (words[end - 1].word in ".!")
        if last - start > _FEWEST_MANNER and words[last - 1].word in _MANNER:
            end = (
                last - 2 - words[last - 3].word.startswith(("сам", "най"))
            )  # "in the sharpest way"
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
            turn = self._contrast_before(at)
            place = self._join_before(at) if turn is None else turn
            takes = known[0].takes
            if place < at and place > start and self._object_stands_before(at):
                stop = min(stop, place)
                break
            following = words[known[1]].word if known[1] < len(words) else "."
            carries = self._is_negated(at, known[1]) or (
                self._that(known[1]) is not None or following == ":"
                or bool({*"oiq"} & {*takes}) and following not in ",.;"
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
        """Return where ", but explains ...", ", the residents yet ..." begins, else ``stop``."""
        words = self._words
        for at in range(start + 1, stop - 2):
            if words[at].word == "," and any(
                one.word in self._lexicon.turns for one in words[at + 1 : at + 3]
            ):
                return at
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
        if has(lexicon.skips, words[at + 2 : at + _MOST_TURNED]):
            return True  # "but I have no proof", "but we could not verify this"
        return words[at + 2].word in lexicon.first_person or any(
            words[each - 1].word in lexicon.nots and lexicon.first_endings.search(words[each].word)
            for each in range(at + 3, min(len(words), at + 6))
        )

    def _join_before(self, at: int) -> int:
        """Return where ", and X said" begins: the comma or join before a verb; else the verb."""
        words, lexicon = self._words, self._lexicon
        for place in range(at - 1, max(-1, at - 14), -1):
            word = words[place].word
            if place and words[place - 1].word in _SO and words[place + 1].word in lexicon.nots:
                continue  # "and still has not": no other clause
            if word in lexicon.joins and not (
                lexicon.heads.of(words[place + 1].word)
                and place
                and lexicon.heads.of(words[place - 1].word)
            ):
                return place - 1 if place and words[place - 1].word == "," else place
            if self._frame.is_stop(place):
                return at
        return at

    def _object_stands_before(self, at: int) -> bool:
        """Say whether "these rumours" stands right before a verb."""
        return at > 1 and self._lexicon.objects.at(self._words, at - 1) is not None and (
            THESE.search(self._words[at - 2].word) is not None
        )  # fmt: skip

    def _contrast_before(self, at: int) -> int | None:
        """Return the comma of ", the police, however, confirm" and ", yet the police confirm"."""
        words = self._words
        turned = False
        for place in range(at - 1, max(-1, at - _MOST_TURNED), -1):
            turned = turned or words[place].word in self._lexicon.turns or (
                THESE.search(words[place].word) is not None
                and self._lexicon.objects.at(words, place + 1) is not None
            )  # fmt: skip
            if self._frame.is_stop(place):
                return place if turned and words[place].word == "," else None
        return None

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

    def _hides_aside(self, subject: Phrase, at: int) -> bool:
        """Say whether brackets behind a nameless subject say that nobody may name it."""
        start, end = subject.mark.end, self._words[at].start
        if subject.name is not None or start >= end or "(" not in self._text[start:end]:
            return False
        aside = tokens(self._text, start, end)
        return any(self._lexicon.hidden.at(aside, each) for each in range(len(aside)))

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

    def _colon_behind(self, end: int, takes: str) -> int:
        """Return the colon of "says: ...", "says something else: ..."; else the token given."""
        words, lexicon = self._words, self._lexicon
        filled = end
        while filled < self._limit and (
            words[filled].word in lexicon.fillers or words[filled].word in lexicon.adverbs
            or lexicon.recipients.at(words, filled) is not None or self._frame.in_date(filled)
        ):  # fmt: skip
            filled += 1
        led = filled < self._limit and words[filled].word in lexicon.prepositions
        if led and ("o" not in takes or "v" in takes) and words[filled].word not in lexicon.about:
            far = range(filled + 1, min(self._limit, filled + _NEAR_VERB + 1))
            filled = next((at for at in far if self._frame.is_stop(at)), filled)
        colon = filled < self._limit and self._words[filled].word == ":"
        dash = end < self._limit - 1 and words[end].word in "—–" and "t" in takes
        return filled if colon or dash and filled == end else end

    def _tells_how(self, end: int, comma: int) -> bool:
        """Say whether "told how they burned it" follows a verb, and not "said, as X reports"."""
        few = range(comma + 2, min(self._limit, comma + 2 + _NEAR_VERB))
        if any(self._frame.is_cue(at) for at in few):
            return False
        words, lexicon = self._words, self._lexicon
        about = comma - end == _ABOUT_IT and words[end].word in lexicon.about
        return about or all(
            lexicon.recipients.at(words, at) is not None for at in range(end, comma)
        )

    def _that(self, end: int) -> int | None:
        """Return where the word for *that* stands behind a verb, within its clause."""
        words, lexicon = self._words, self._lexicon
        for at in range(end, min(self._limit, end + THAT_NEAR)):
            word = words[at].word
            if at > end and words[at - 1].word in lexicon.joins and self._frame.is_cue(at):
                return None
            if self._frame.is_that(at) and (words[at - 1].word == "," or at == end):
                return at
            if word == ":" and at + 1 < self._limit and words[at + 1].word in lexicon.hearsay:
                return at + 1
            if word == ",":
                following = words[at + 1].word if at + 1 < len(words) else ""
                if following in lexicon.as_words and self._tells_how(end, at):
                    return at + 1
                if following not in lexicon.that:
                    return None
            elif self._frame.is_stop(at):
                return None
        return None
