"""Who says what in Arabic: the verb first, then the speaker, then "that" or a quotation."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from probatum.model.nouns.assertions import Stance
from probatum.read.builtin.arabic.as_for import AsFor
from probatum.read.builtin.arabic.authors import struck
from probatum.read.builtin.arabic.bodies import bodies_in
from probatum.read.builtin.arabic.names import MOST_SPEAKER, speaker_of
from probatum.read.builtin.arabic.objects import MOST_APART
from probatum.read.builtin.arabic.sentence import AND, ENDS, LONGEST_FORM
from probatum.read.builtin.arabic.telling import agreeing
from probatum.read.builtin.arabic.words import (
    ARABIC,
    BEHIND_NOUNS,
    DECLINED,
    LED_BY,
    NOUN_CUES,
    PAPERS,
    PRONOUN_THAT,
    REJECTED,
    UNNAMED,
)
from probatum.read.builtin.worded.contents import has
from probatum.read.builtin.worded.frames import Frame
from probatum.read.builtin.worded.lexicon import Cue, word_set
from probatum.read.builtin.worded.passages import Passage
from probatum.read.builtin.worded.phrases import QUOTES, Phrase
from probatum.read.builtin.worded.saying import Saying, trimmed
from probatum.read.found import Mark
from probatum.read.tokens import tokens

_MOST_VERBS = 16
_MOST_ASIDE = 12
_I = re.compile("\u062a\u064f$")  # "I said" shows by its last vowel
_OWN_DOING = word_set("مسؤوليته مسؤوليتها مسؤوليتهم")
_IN_WHICH = frozenset({"فيه", "فيها"})


def sayings_of(
    text: str, passages: Sequence[Passage], frames: Sequence[Frame], dates: Sequence[Mark]
) -> tuple[list[Saying], list[Phrase]]:
    """Return every attribution of a text that the rules are sure of, and the bodies it names."""
    found: list[Saying] = []
    has_spoken = False
    for at, (passage, frame) in enumerate(zip(passages, frames, strict=True)):
        here = _Reporting(text, passage, at, frame, can_go_on=has_spoken).sayings()
        has_spoken = (
            any(one.voice != "own" for one in here)
            or has_spoken
            and passage.paragraph == passages[at - 1].paragraph
        )
        found += here
    return agreeing(text, found), [each for frame in frames for each in bodies_in(frame.words)]


class _Reporting(AsFor):
    """Reads one passage."""

    def sayings(self) -> list[Saying]:
        """Return what the passage attributes."""
        self._headline()
        if self._found or self._as_for() or self._amends():
            return self._found
        used = self._speech()
        self._own()
        self._some_say()
        self._pictures()
        self._pictures_first()
        verbs = 0
        for at in range(len(self._words)):
            known = self._known(at)
            going = None if known is not None else self._goes(at)
            if at in used or known is None and going is None:
                continue
            if known is not None and self._is_verb(at):
                verbs += 1
                self._verb(at, known[1], known[0])
            elif going is not None and at:
                verbs += 1
                self._going_on(at, going[1], going[0])
            if verbs > _MOST_VERBS:
                break
        self._according()
        self._blames()
        self._tells()
        return self._found

    # -- speech -----------------------------------------------------------------------------

    def _speech(self) -> set[int]:
        """Read «...», said X and X said: «...»; return the verbs that it took."""
        used: set[int] = set()
        words = self._words
        for number, speech in enumerate(self._passage.speech):
            content = trimmed(self._text, speech.start, speech.end)
            if content is None:
                continue
            start = next((at for at, one in enumerate(words) if one.start >= speech.end), None)
            while start is not None and start < len(words) and words[start].kind == "mark":
                start += 1
            behind = None if start is None or start >= len(words) else self._says(start)
            before = None if behind is not None or number else self._before_colon(speech.start)
            told = behind or before
            if told is None:
                if self._found or self._can_go_on and not words:
                    self._add(content, "asserts", None, None, again=True, is_speech=True)
                continue
            at, end, stance, speaker = told
            if stance == "asserts" and struck(tokens(self._text, *content), speaker):
                stance = "claims_responsibility"
            used.update(range(at, end))
            self._add(
                content, stance, self._cue(at, end), speaker, again=speaker is None,
                is_speech=True,
            )  # fmt: skip
        return used

    def _says(self, at: int) -> tuple[int, int, Stance, Phrase | None] | None:
        if self._words[at].word in ("كما", "هكذا", "هذا", "حسبما", "بحسب") and at + 2 < len(
            self._words
        ):
            at += 1
            at += self._words[at].word == "ما"
        known = self._known(at)
        if known is None:
            return None
        stop = self._until(known[1], frozenset(".،؛"))
        return at, known[1], known[0].stance, self._speaker(known[1], stop)

    def _before_colon(self, position: int) -> tuple[int, int, Stance, Phrase | None] | None:
        words = self._words
        end = next((at for at, one in enumerate(words) if one.start >= position), len(words))
        if not end or words[end - 1].word != ":":
            return None
        going: tuple[int, tuple[Cue, int] | None] | None = None
        for at in range(end - 2, max(-1, end - MOST_SPEAKER - _MOST_ASIDE), -1):
            if words[at].word in ".؛;":
                break
            if at + 2 >= end and self._goes(at) is not None:
                going = at, self._goes(at)
                continue
            known = self._known(at)
            if known is not None and self._is_verb(at):
                led = self._lead(at)
                speaker = self._speaker(*led) if led is not None else self._speaker(
                    known[1], end - 1
                )  # fmt: skip
                if going is not None and going[1] is not None:
                    return going[0], going[1][1], going[1][0].stance, speaker
                return at, known[1], known[0].stance, speaker
        if going is not None and going[1] is not None:
            return going[0], going[1][1], going[1][0].stance, None
        return None

    # -- verbs ------------------------------------------------------------------------------

    def _verb(self, at: int, end: int, cue: Cue) -> None:
        words = self._words
        holder = self._holder(at)
        cue = self._rejecting(end, cue)
        that = self._that(end) if "t" in cue.takes else None
        written = None if that is None else self._written(end, that)
        if "p" in cue.takes and written is None:
            return
        stop = self._until(self._behind_date(end), ENDS)
        if that is not None and stop < that and not self._is_apart(stop, that):
            that = None
        if that is not None:
            stop = min(stop, that)
            if written is not None:
                stop = min(stop, written[0])
            elif words[stop].word in "،," and LED_BY.at(words, stop + 1) is None:
                stop = that - 1  # "said the mother of one of them, Umm Yusuf, that"
        content: Mark | None = None
        addressee: Phrase | None = None
        led = self._lead(at)
        if that is not None and that + 1 < len(words):
            start = that if words[that].word in PRONOUN_THAT else that + 1
            content = self._stretch(start, self._content_end(start))
        elif "o" in cue.takes:
            deed = self._deed(end, stop, is_led=led is not None)
            if deed is not None and words[deed].word in QUOTES and "b" in cue.takes and any(
                self._is_with_b(each) for each in range(end, deed)
            ):  # fmt: skip
                deed = None  # "condemned the ambush, which it called «murder»"
            if deed is None and led is None:
                deed = self._deed_apart(stop)
            elif deed is None:
                deed = self._behind_aside(stop)
            if deed is not None and self._known(deed) is not None and self._carries(deed):
                deed = None  # "denies and says: ..."
            if deed is not None:
                content = self._stretch(deed, self._plain_end(deed))
                stop = min(stop, deed)
        if content is None and that is None and "i" in cue.takes:
            asked = self._asked(end, stop, cue) or self._asked_apart(stop)
            if asked is not None:
                place, letter = asked
                content = self._stretch(place, self._content_end(place))
                if content is not None and letter > content.start:
                    content = Mark(letter, content.end)
                stop = (
                    stop
                    if place > stop
                    else place - (words[place - 1].word in ("الي", "علي", "عن", "في"))
                )
        if content is None and that is None and "i" in cue.takes and self._calls(cue):
            plain = self._asked_plain(end + 1, stop)
            if plain is not None:
                content, stop = self._stretch(plain, self._content_end(plain)), plain
        if content is None and that is None:
            content, stop = self._further(end, stop, cue)
        if content is None and that is None:
            content, stop = self._judged(end, stop, cue)
        if content is None and that is None and "t" in cue.takes:
            content = self._before(at, end, stop)
        if content is None:
            return
        if "x" in cue.takes:
            stop = self._accused(end, stop)
            content = self._stretch(stop, self._plain_end(stop))
            if content is None:
                return
        if _I.search(words[at].raw) is not None:
            made = self._add(content, cue.stance, self._cue(at, end), None)
            self._found[-1] = replace(made, voice="own")
            return
        speaker = self._speaker(*led) if led is not None else self._speaker(end, stop)
        if led is None and end < stop and self._is_own_body(end):
            made = self._add(content, cue.stance, self._cue(at, end), None)
            self._found[-1] = replace(made, voice="own")
            return
        again = led is None and (end == stop or speaker is None)
        if led is not None and "i" in cue.takes and end < stop and not self._frame.in_date(end):
            addressee = speaker_of(words[end:stop])
        elif "i" in cue.takes and words[at].raw[:1] in AND and self._found and not again:
            if self._calls(cue):
                addressee, speaker, again = speaker, None, True
        elif "i" in cue.takes and speaker is not None and self._calls(cue):
            speaker, addressee = self._parted(end, stop, speaker)
        if speaker is None and led is None and (asked_of := self._asked_of(at)) is not None:
            speaker, again = asked_of, False
        if speaker is None and not (again and (self._can_go_on or self._found)):
            if that is not None and not at and words[at].word.endswith(("وا", "ون")):
                made = self._add(content, "reports", self._cue(at, end), None)
                self._found[-1] = replace(made, voice="anonymous")  # "They said on the radio that"
            return
        if holder is not None and (speaker is None or that is None):
            return
        if written is not None:
            at, end, cue = written[1:]
        self._say(at, end, cue, content, speaker, again=again, addressee=addressee, holder=holder)
        if that is not None:
            self._and_that(content, self._found[-1])

    def _rejecting(self, end: int, cue: Cue) -> Cue:
        """Return a denial for "rejected the accusation"; who rejects a question does not answer."""
        if "r" not in cue.takes or cue.stance != "declines_to_comment":
            return cue
        few = self._words[end : self._until(end, ENDS)]
        return Cue("denies", "o") if has(REJECTED, few) and not has(DECLINED, few) else cue

    def _written(self, end: int, that: int) -> tuple[int, int, int, Cue] | None:
        """Return paper and verb of "published a statement in which it said that"."""
        words = self._words
        for at in range(end, that - 1):
            known = self._known(at)
            if known is not None and known[1] < that and words[known[1]].word in _IN_WHICH:
                if paper := next((p for p in range(end, at) if PAPERS.at(words, p)), None):
                    return paper, at, known[1], known[0]
        return None

    def _further(self, end: int, stop: int, cue: Cue) -> tuple[Mark | None, int]:
        """Return a content led to by "about", by *b-*, or declined, and where it begins."""
        words = self._words
        if "u" in cue.takes and (behind := self._behind_aside(stop)) is not None:
            if words[behind].word == "عن" and behind + 1 < len(words):
                return self._stretch(behind + 1, self._content_end(behind + 1)), stop
        for at in range(self._behind_date(end), stop):
            word = words[at]
            if "u" in cue.takes and word.word == "عن" and at + 1 < len(words):
                return self._stretch(at + 1, self._content_end(at + 1)), at
            if (
                "b" in cue.takes
                and self._is_with_b(at)
                and (cue.stance == "condemns" or ARABIC.happenings.at(words, at))
            ):
                content = self._stretch(at, self._plain_end(at))
                return None if content is None else Mark(word.start + 1, content.end), at
            if "c" in cue.takes and DECLINED.at(words, at) is not None:
                first = at - (at > end and words[at - 1].word in ("عن", "علي"))
                return self._stretch(first, self._content_end(first)), first
        led = "من" if "f" in cue.takes else "الي" if "j" in cue.takes else None
        if led is not None:
            place = next((at for at in range(end, stop) if words[at].word == led), None)
            if place is not None:
                return self._stretch(place + 1, self._content_end(place + 1)), place
        if "l" in cue.takes and (named := self._by_noun(end, stop)) is not None:
            return named
        if "r" in cue.takes and has(ARABIC.responsibility, words[end : end + MOST_SPEAKER]):
            return self._stretch(end, self._content_end(end)), stop
        return None, stop

    def _by_noun(self, end: int, stop: int) -> tuple[Mark | None, int] | None:
        """Return what follows "hastened to deny", "expressed its condemnation of"."""
        words = self._words
        behind = self._behind_aside(stop)
        last = stop if behind is None else self._until(behind, ENDS)
        for at in range(end, last - 1):
            if NOUN_CUES.at(words, at) is None:
                continue
            led = at - (words[at - 1].word in ("الي", "عن", "علي"))
            first = at + 1
            while first < last - 1 and words[first].word in BEHIND_NOUNS:
                first += 1
            content = self._stretch(first, self._content_end(first))
            if content is not None and words[first].raw.startswith("لل"):
                content = Mark(content.start + 1, content.end)
            return content, min(led, stop)
        return None

    def _say(
        self, at: int, end: int, cue: Cue, content: Mark, speaker: Phrase | None, *,
        again: bool, addressee: Phrase | None, holder: Saying | None,
    ) -> None:  # fmt: skip
        words = self._words
        unnamed = speaker is not None and UNNAMED.at(speaker.words, 0) is not None
        first = next((n for n, one in enumerate(words) if one.start >= content.start), end)
        hides = unnamed or any(
            ARABIC.hidden.at(words, each) for each in range(min(at, end), max(first, end))
        )
        relay = self._relayed(end, first) if "t" in cue.takes else None
        via: tuple[Phrase, ...] = ()
        if relay is not None and speaker is not None:
            speaker, via = relay, (speaker,)
        stance = cue.stance
        if stance == "asserts" and "u" in cue.takes and words[first].word in _OWN_DOING:
            stance = "claims_responsibility"
        while "l" in cue.takes and first > end and words[first - 1].word in BEHIND_NOUNS:
            first -= 1
        if "l" in cue.takes and (named := NOUN_CUES.at(words, first - 1)) is not None:
            stance, at, end = named[0], first - 1, first
        made = self._add(
            content, "reports" if unnamed else stance, self._cue(at, end),
            None if unnamed else speaker, again=again,
        )  # fmt: skip
        self._found[-1] = replace(
            made,
            voice="anonymous" if hides else "attributed",
            addressee=addressee,
            accuses=made.accuses or bool(set("xy") & set(cue.takes)),
            as_object="t" not in cue.takes,
            names="n" in cue.takes,
            via=via,
            inside=holder,
        )

    def _calls(self, cue: Cue) -> bool:
        return cue.stance == "calls_for"

    def _is_apart(self, stop: int, that: int) -> bool:
        """Say whether words between commas say more about a speaker before "that"."""
        words = self._words
        behind = self._behind_aside(stop)
        if behind is not None and behind <= that <= self._until(behind, ENDS):
            return True
        return words[stop].word in "،," and (
            words[that - 1].word in "،," and that - stop <= MOST_APART + 1 or that == stop + 1
        )

    def _before(self, at: int, end: int, stop: int) -> Mark | None:
        """Return what stands before "..., said X"."""
        words = self._words
        first = at
        while first and words[first - 1].word in ("كما", "حسبما", "ما", "وفق", "بحسب", "مثلما"):
            first -= 1
        if first == at and words[at].raw[:1] in AND and len(words[at].raw) > LONGEST_FORM:
            return None  # "..., and said": what follows is another clause
        if first < LONGEST_FORM or words[first - 1].word not in "،,":
            return None
        if stop < len(words) and words[stop].word in "،," or self._speaker(end, stop) is None:
            return None
        return self._stretch(0, first - 1)
