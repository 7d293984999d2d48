"""Arabic verbs that hang on another: ", adding that ...", "answered the charges, saying ..."."""

from __future__ import annotations

from dataclasses import replace

from probatum.read.builtin.arabic.deeds import DONE
from probatum.read.builtin.arabic.names import speaker_of, without_by
from probatum.read.builtin.arabic.passing_on import PassingOn
from probatum.read.builtin.arabic.sentence import AND, AND_THAT, ENDS, STOPS
from probatum.read.builtin.arabic.words import ASKED, DECLINED, PRONOUN_THAT, SPEAKS_TO
from probatum.read.builtin.worded.lexicon import Cue, word_set
from probatum.read.builtin.worded.phrases import Phrase
from probatum.read.builtin.worded.saying import Saying
from probatum.read.found import Mark

_MOST_BETWEEN = 30
_NEAR = 3
_TIMES = word_set("مرات مرة مرتين مرارا تكرارا هاتفيا مجددا")
_INDEFINITE = ("اً", "ًا", "ةً", "ءً")
_BLAME = word_set("اللوم باللوم اللائمة باللائمة المسؤولية بالمسؤولية التبعة بالتبعة")


class GoingOn(PassingOn):
    """Reads what goes on with what somebody says."""

    def _going_on(self, at: int, end: int, cue: Cue) -> None:
        """Read ", adding that ...": by whoever spoke last in the sentence."""
        words = self._words
        speaker = self._governing(at)
        last = next((one for one in reversed(self._found) if one.inside is None), None)
        if last is None and speaker is None and not self._can_go_on:
            return
        if cue.stance == "disputes" and DECLINED.at(words, end) is not None:
            cue = Cue("declines_to_comment", "o")  # "refusing to say how many"
        that = self._that(end)
        content: Mark | None = None
        if "t" in cue.takes and that is not None:
            start = that if words[that].word in PRONOUN_THAT else that + 1
            content = self._stretch(start, self._content_end(start))
        elif "i" in cue.takes:
            asked = self._asked(end, self._until(end, ENDS), cue)
            if asked is not None:
                content = self._stretch(asked[0], self._content_end(asked[0]))
                if content is not None and asked[1] > content.start:
                    content = Mark(asked[1], content.end)
        elif "t" in cue.takes and end < len(words) and (quoted := self._quoted_at(end)) is not None:
            content = quoted
        elif end + 1 < len(words) and self._is_led(end, cue):
            content = self._stretch(end + 1, self._content_end(end + 1))
        elif "o" in cue.takes and end < len(words):
            content = self._stretch(end, self._content_end(end))
        if content is None or self._holder(at) is not None:
            return
        again = speaker is None
        made = self._add(content, cue.stance, self._cue(at, end), speaker, again=again)
        voice = last.voice if again and last is not None else "attributed"
        self._found[-1] = replace(made, voice=voice, names="n" in cue.takes)

    def _is_led(self, at: int, cue: Cue) -> bool:
        """Say whether "to" or "of" leads to what somebody points to or warns of."""
        word = self._words[at].word
        return "j" in cue.takes and word == "الي" or "f" in cue.takes and word == "من"

    def _governing(self, at: int) -> Phrase | None:
        """Return who does what the verb before says, if that verb itself reports nothing."""
        words = self._words
        for place in range(at - 1, max(-1, at - _MOST_BETWEEN), -1):
            if words[place].word in STOPS:
                return None
            known = self._known(place)
            found = known if known is not None else SPEAKS_TO.at(words, place)
            if found is None or not self._is_verb(place):
                continue
            cue = Mark(words[place].start, words[place].end)
            if any(one.cue is not None and one.cue.end == cue.end for one in self._found):
                return None
            led = self._lead(place)
            return self._speaker(*led) if led is not None else self._speaker(
                found[1], min(at, self._until(found[1], ENDS))
            )  # fmt: skip
        return None

    def _asked_of(self, at: int) -> Phrase | None:
        """Return whom "I asked X, and he answered" names before a verb that has no subject."""
        words = self._words
        joined = words[at].raw[:1]
        if not at or joined not in AND:
            return None
        if joined == "و" and words[at - 1].word not in "،," and not self._so(at):
            return None
        for place in range(at - 1, max(-1, at - _MOST_BETWEEN), -1):
            if words[place].word in STOPS:
                return None
            asked = ASKED.at(words, place)
            if asked is None or asked[1] >= at:
                continue
            few = list(
                words[asked[1] : self._turned(asked[1], min(at, self._until(asked[1], ENDS)))]
            )
            return speaker_of(without_by(few))
        return None

    def _so(self, at: int) -> bool:
        """Say whether "so he ..." turns to whom it was said, before "and he refused"."""
        return any(self._turns_to(each) for each in range(max(0, at - _NEAR - 2), at))

    def _turns_to(self, at: int) -> bool:
        return self._words[at].raw[:1] == "ف" and DONE.at(self._words, at) is not None

    def _turned(self, start: int, stop: int) -> int:
        """Return where whoever was asked is named no more: "(the commander) three times, so he"."""
        words = self._words
        for at in range(start + 1, stop):
            few = at + 1 < stop and words[at + 1].word in _TIMES
            if few or words[at].word in _TIMES or self._turns_to(at):
                return at
        return stop

    def _judged(self, end: int, stop: int, cue: Cue) -> tuple[Mark | None, int]:
        """Return what somebody calls a thing, holds it to be, or whom somebody blames."""
        words = self._words
        if "n" in cue.takes:
            for at in range(end, stop):
                if words[at].word in PRONOUN_THAT:
                    return self._stretch(at + 1, self._content_end(at + 1)), at
                if self._is_with_b(at):
                    content = self._stretch(at, self._content_end(at))
                    return None if content is None else Mark(content.start + 1, content.end), at
        if "k" in cue.takes:
            for at in range(end + 2, stop):
                if words[at].raw.endswith(_INDEFINITE) and words[at - 1].word.startswith("ال"):
                    return self._stretch(at - 1, self._content_end(at)), at - 1
        if "y" in cue.takes:
            for at in range(end, stop - 2):
                if words[at].word in _BLAME and words[at + 1].word == "علي":
                    return self._stretch(at + 2, self._content_end(at + 2)), at
        return None, stop

    def _quoted_at(self, at: int) -> Mark | None:
        """Return the quotation that begins at a token, with or without a colon before it."""
        start = self._words[at].start
        return next((one for one in self._passage.quoted if 0 <= one.start - start <= _NEAR), None)

    def _and_that(self, content: Mark, first: Saying) -> None:
        """Read "... and that B" behind what somebody says: one more content of the same verb."""
        words = self._words
        for at in range(1, len(words) - 1):
            if words[at].start < content.end or words[at].word not in AND_THAT:
                continue
            start = at + (words[at].word[1:] not in PRONOUN_THAT)
            more = self._stretch(start, self._content_end(at))
            if more is None or words[at].start - content.end > 3:
                return
            self._found.append(replace(first, content=more, inside=first.inside))
            content = more
