"""Arabic sentences that answer a claim ("as for what is rumoured, we deny it"), and corrections."""

from __future__ import annotations

from dataclasses import replace

from probatum.read.builtin.arabic.names import speaker_of
from probatum.read.builtin.arabic.sentence import ENDS
from probatum.read.builtin.arabic.telling import Telling
from probatum.read.builtin.arabic.words import ARABIC, BELIEVED, SAID_BY_SOME
from probatum.read.builtin.worded.contents import has
from probatum.read.builtin.worded.lexicon import word_set
from probatum.read.builtin.worded.phrases import Phrase
from probatum.read.found import Mark
from probatum.read.tokens import bare

_AS_FOR = word_set("أما وأما فأما")
_WHAT = word_set("ما كل")
_ABOUT = word_set("عن حول بشأن بخصوص")
_FROM = word_set("من")
_CLAIMS = word_set(
    "ادعاء ادعاءات زعم مزاعم قول أقوال رواية روايات اتهام اتهامات تصريح تصريحات كلام حديث خبر "
    "الادعاء الزعم القول الأنباء الشائعات الإشاعات الخبر الحديث الرواية"
)
_SPREAD = word_set(
    "نشر ينشر ورد يرد جاء تداول يتداول أثير يثار روج يروج أذيع كتب يكتب تناقل يتناقل زعم يزعم "
    "تردد يتردد شاع يشاع قيل يقال أشيع"
)
_AMENDS = word_set("تصحيح تصويب استدراك اعتذار عذرا معذرة تنويه")
_MOST_BEFORE = 40
_FEWEST = 4
_STOPS = frozenset(".؛;!")


class AsFor(Telling):
    """Reads what one passage answers or puts right."""

    def _as_for(self) -> bool:
        """Read "As for what X said of N, it is baseless": what X says, and the denial of it."""
        words = self._words
        if not words or words[0].word not in _AS_FOR:
            return False
        turn = next(
            (at for at in range(2, min(len(words), _MOST_BEFORE)) if self._answers(at)), None
        )
        if turn is None or any(ARABIC.according.at(words, at) for at in range(turn, len(words))):
            return False
        if not self._claimed_in(1, turn):
            return False
        if self._denies_so(turn):
            return self._denied(1, turn, self._cue(turn, turn + 1))
        return self._denied(turn if words[1].word in _WHAT else 1, self._until(turn, ENDS), None)

    def _amends(self) -> bool:
        """Read "Correction: N"."""
        words = self._words
        if len(words) < _FEWEST or words[0].word not in _AMENDS or words[1].word != ":":
            return False
        if any(one.word in ARABIC.that for one in words):
            return False  # "Correction: I wrote that ...": what was written is not what is so
        content = self._stretch(2, self._until(2, _STOPS))
        if content is None:
            return False
        made = self._add(content, "corrects", self._cue(0, 1), None)
        self._found[-1] = replace(made, voice="own")
        return True

    def _answers(self, at: int) -> bool:
        """Say whether "so we deny it", "so there is nothing to it" begins at a token."""
        words = self._words
        if words[at].raw[:1] != "ف":
            return False
        return self._denies_so(at) or has(ARABIC.doubts, words[at : self._until(at, ENDS)])

    def _denies_so(self, at: int) -> bool:
        """Say whether "we deny it" stands at a token."""
        owned = self._owned(at)
        return owned is not None and owned[0] in ("denies", "disputes")

    def _denied(self, start: int, end: int, cue: Mark | None) -> bool:
        content = self._stretch(start, end)
        if content is None:
            return False
        if self._words[start].raw[:1] == "ف":
            content = Mark(content.start + 1, content.end)
        made = self._add(content, "denies", cue, None)
        self._found[-1] = replace(made, voice="own")
        return True

    def _claimed_in(self, start: int, end: int) -> bool:
        """Add what is claimed, by whom; say whether the words claim something."""
        words = self._words
        led = next(
            (at for at in range(start + 1, end)
             if words[at].word in _ABOUT or words[at].word in ARABIC.that), None,
        )  # fmt: skip
        if led is None:
            return False
        by: Phrase | None = None
        if words[start].word in _WHAT:
            some = any(
                SAID_BY_SOME.at(words, at) or BELIEVED.at(words, at)
                or any(form in _SPREAD for form in bare(words[at].word))
                for at in range(start + 1, min(led, start + 3))
            )  # fmt: skip
            told = self._told_it(start + 1)
            if told is not None and not some:
                last = led - (words[led - 1].word in _FROM)
                by = speaker_of(words[told:last]) if last > told else None
            if by is None and not some:
                return False
            cue = start + 1
        elif any(form in _CLAIMS for form in bare(words[start].word)):
            by = speaker_of(words[start + 1 : led]) if led > start + 1 else None
            cue = start
        else:
            return False
        content = self._stretch(led + 1, end)
        if content is None:
            return False
        made = self._add(
            content, "reports" if by is None else "asserts", self._cue(cue, cue + 1), by
        )
        if by is None:
            self._found[-1] = replace(made, voice="anonymous")
        return True
