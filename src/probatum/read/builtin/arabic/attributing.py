"""Who says what in Arabic: the verb first, then the speaker, then "that" or a quotation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from probatum.model.nouns.assertions import Stance
from probatum.read.builtin.arabic.words import ARABIC, DEEDS
from probatum.read.builtin.worded.frames import Frame
from probatum.read.builtin.worded.lexicon import Cue
from probatum.read.builtin.worded.passages import Passage
from probatum.read.builtin.worded.phrases import Phrase, phrase_of
from probatum.read.builtin.worded.saying import Saying, trimmed
from probatum.read.found import Mark
from probatum.read.tokens import Token

_MOST_SPEAKER = 14
_MOST_VERBS = 16
_AND = ("و", "ف")
_PRONOUN_THAT = frozenset({"انه", "انها", "انهم", "بانه", "بانها"})
_ENDS = frozenset(".:؛;!?؟،,…")
_TO = frozenset({"الي", "علي", "في", "عن"})
_LONGEST_FORM = 3
_MOST_APART = 6
_MOST_LEAD = 4


def sayings_of(
    text: str, passages: Sequence[Passage], frames: Sequence[Frame], dates: Sequence[Mark]
) -> tuple[list[Saying], list[Phrase]]:
    """Return every attribution of a text that the rules are sure of; nobody else speaks."""
    found: list[Saying] = []
    has_spoken = False
    for at, (passage, frame) in enumerate(zip(passages, frames, strict=True)):
        here = _Sentence(text, passage, at, frame, can_go_on=has_spoken).sayings()
        has_spoken = bool(here) or has_spoken and passage.paragraph == passages[at - 1].paragraph
        found += here
    return found, []


class _Sentence:
    """Reads one passage."""

    def __init__(
        self, text: str, passage: Passage, at: int, frame: Frame, *, can_go_on: bool
    ) -> None:
        self._text = text
        self._passage = passage
        self._at = at
        self._frame = frame
        self._words = frame.words
        self._can_go_on = can_go_on
        self._found: list[Saying] = []

    def sayings(self) -> list[Saying]:
        """Return what the passage attributes."""
        used = self._speech()
        self._according()
        verbs = 0
        for at in range(len(self._words)):
            known = ARABIC.cues.at(self._words, at)
            if known is None or at in used or not self._is_verb(at):
                continue
            verbs += 1
            if verbs > _MOST_VERBS:
                break
            self._verb(at, known[1], known[0])
        return self._found

    def _is_verb(self, at: int) -> bool:
        """Say whether a verb can stand here: where a clause begins, or joined by and."""
        word = self._words[at]
        quoted = any(mark.start <= word.start < mark.end for mark in self._passage.quoted)
        if quoted:
            return False
        joined = word.raw[:1] in _AND and len(word.raw) > _LONGEST_FORM
        return at == 0 or joined or self._words[at - 1].word in _ENDS or self._is_led(at)

    def _is_led(self, at: int) -> bool:
        """Say whether a few words that name somebody stand before a verb, and nothing else."""
        words = self._words
        return at <= _MOST_LEAD and ARABIC.heads.of(words[0].word) is not None and all(
            one.kind == "word" and ARABIC.happenings.at(words, each) is None
            and one.word not in ARABIC.prepositions | ARABIC.that
            for each, one in enumerate(words[:at])
        )  # fmt: skip

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
            behind = None if start is None or start >= len(words) else self._says(start, ".،؛")
            before = None if behind is not None or number else self._before_colon(speech.start)
            told = behind or before
            if told is None:
                if self._found or self._can_go_on and not words:
                    self._add(content, "asserts", None, None, again=True, is_speech=True)
                continue
            at, end, stance, speaker = told
            used.update(range(at, end))
            self._add(
                content, stance, self._cue(at, end), speaker, again=speaker is None,
                is_speech=True,
            )  # fmt: skip
        return used

    def _says(self, at: int, ends: str) -> tuple[int, int, Stance, Phrase | None] | None:
        known = ARABIC.cues.at(self._words, at)
        if known is None:
            return None
        stop = self._until(known[1], frozenset(ends))
        return at, known[1], known[0].stance, self._speaker(known[1], stop)

    def _before_colon(self, position: int) -> tuple[int, int, Stance, Phrase | None] | None:
        words = self._words
        end = next((at for at, one in enumerate(words) if one.start >= position), len(words))
        if not end or words[end - 1].word != ":":
            return None
        for at in range(end - 2, max(-1, end - _MOST_SPEAKER - 2), -1):
            if words[at].word in ".؛;":
                break
            known = ARABIC.cues.at(words, at)
            if known is not None and self._is_verb(at):
                return at, known[1], known[0].stance, self._speaker(known[1], end - 1)
        return None

    def _according(self) -> None:
        """Read "..., according to X" and "According to X, ..."."""
        words = self._words
        for at in range(len(words)):
            found = ARABIC.according.at(words, at)
            if found is None:
                continue
            first = found[1]
            end = self._until(first, _ENDS)
            speaker = self._source(first, end)
            if speaker is None:
                return
            if at == 0 and end < len(words) and words[end].word in "،,":
                content = self._stretch(end + 1, len(words))
            elif at:
                content = self._stretch(0, at)
            else:
                content = None
            if content is not None and not self._passage.speech:
                self._add(content, found[0], self._cue(at, first), speaker)
            return

    def _source(self, first: int, end: int) -> Phrase | None:
        """Return a source, without the preposition written onto its first word."""
        words = list(self._words[first:end])
        if words and words[0].raw.startswith("ل") and len(words[0].raw) > _LONGEST_FORM:
            one = words[0]
            raw = one.raw[1:]
            words[0] = Token(one.start + 1, one.end, one.word[1:], raw, one.kind)
        return _phrase(words)

    def _verb(self, at: int, end: int, cue: Cue) -> None:
        words = self._words
        if any(each.content.start <= words[at].start < each.content.end for each in self._found):
            return
        that = next(
            (each for each in range(end, min(len(words), end + _MOST_SPEAKER))
             if words[each].word in ARABIC.that), None,
        )  # fmt: skip
        stop = self._until(end, _ENDS)
        if that is not None and stop < that <= stop + _MOST_APART and words[that - 1].word in "،,":
            stop = that - 1  # "said the mother of one of them, Umm Yusuf, that"
        content: Mark | None = None
        addressee: Phrase | None = None
        if that is not None and that <= stop + 1 and "t" in cue.takes:
            start = that if words[that].word in _PRONOUN_THAT else that + 1
            content, stop = self._stretch(start, self._content_end(start)), min(stop, that)
        elif "o" in cue.takes:
            deed = next((each for each in range(end, stop) if DEEDS.at(words, each)), None)
            if deed is not None:
                content, stop = self._stretch(deed, self._content_end(deed)), deed
        elif "i" in cue.takes:
            place = self._asked(end, stop)
            if place is not None:
                start = place + 1 if words[place].word in _TO else place
                content = self._stretch(start, self._content_end(start))
                stop = place
        if content is None:
            return
        if "x" in cue.takes:
            stop = next(
                (each for each in range(stop - 1, end, -1) if ARABIC.heads.of(words[each].word)),
                end,
            )
            content = self._stretch(stop, self._content_end(stop))
            if content is None:
                return
        speaker = self._speaker(end, stop)
        again = end == stop
        if again and at and self._is_led(at):
            speaker, again = _phrase(words[:at]), False
        if "i" in cue.takes and words[at].raw[:1] in _AND and self._found and not again:
            addressee, speaker, again = speaker, None, True
        if speaker is None and not (again and (self._can_go_on or self._found)):
            return
        made = self._add(content, cue.stance, self._cue(at, end), speaker, again=again)
        hides = any(ARABIC.hidden.at(words, each) for each in range(end, min(stop, len(words))))
        self._found[-1] = replace(
            made,
            voice="anonymous" if hides else "attributed",
            addressee=addressee,
            accuses="x" in cue.takes,
            as_object="t" not in cue.takes,
        )

    def _asked(self, start: int, stop: int) -> int | None:
        """Return where what is asked, promised or not commented on begins."""
        for at in range(start, stop):
            word = self._words[at].word
            if (
                word in ("الي", "علي")
                or at > start
                and word.startswith("ب")
                and (len(word) > _LONGEST_FORM and not word.startswith("باسم"))
            ):
                return at if at + 1 < len(self._words) else None
        return None

    def _content_end(self, start: int) -> int:
        """Return where a content ends: where a verb of saying follows "and", else at the end."""
        for at in range(start + 1, len(self._words)):
            word = self._words[at]
            if word.word in "؛;":
                return at
            if word.raw[:1] == "و" and ARABIC.cues.at(self._words, at) is not None:
                return at
        return len(self._words)

    def _until(self, start: int, ends: frozenset[str]) -> int:
        return next(
            (at for at in range(start, len(self._words)) if self._words[at].word in ends),
            len(self._words),
        )

    def _speaker(self, start: int, stop: int) -> Phrase | None:
        words = list(self._words[start:stop])
        for at in range(len(words)):
            if (
                self._frame.in_date(start + at)
                or ARABIC.hidden.at(words, at)
                or ARABIC.recipients.at(words, at)
                or (at and ARABIC.settings.at(words, at))
            ):
                words = words[:at]
                break
        while words and (words[-1].word in ARABIC.prepositions or words[-1].word == "يوم"):
            words.pop()
        return _phrase(words)

    def _stretch(self, start: int, end: int) -> Mark | None:
        if not 0 <= start < end:
            return None
        return trimmed(self._text, self._words[start].start, self._words[end - 1].end)

    def _cue(self, at: int, end: int) -> Mark:
        """Return a verb without the "and" written onto it."""
        first = self._words[at]
        rest = first.word[1:]
        joined = first.raw[:1] in _AND and (
            ARABIC.cues.has(rest) or ARABIC.according.has(rest) or rest in ("لم", "رفض", "رفضت")
        )
        return Mark(first.start + joined, self._words[end - 1].end)

    def _add(
        self, content: Mark, stance: Stance, cue: Mark | None, speaker: Phrase | None, *,
        again: bool = False, is_speech: bool = False,
    ) -> Saying:  # fmt: skip
        self._found.append(
            Saying(
                content, stance, self._at, self._passage.paragraph, speaker=speaker, again=again,
                cue=cue, is_speech=is_speech,
            )
        )  # fmt: skip
        return self._found[-1]


def _phrase(words: Sequence[Token]) -> Phrase | None:
    """Return the phrase of a speaker: not too many words, no number before them."""
    while words and words[-1].kind == "mark" and words[-1].word not in '»”"':
        words = words[:-1]
    if not words or len(words) > _MOST_SPEAKER or words[0].kind != "word":
        return None
    return phrase_of(words, ARABIC)
