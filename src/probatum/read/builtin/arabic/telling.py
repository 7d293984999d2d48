"""What an Arabic text tells, asks, promises and curses itself, where nobody is said to say it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from probatum.model.nouns.assertions import Stance
from probatum.read.builtin.arabic.deeds import (
    CALLING,
    CURSES,
    DONE,
    MUST,
    NEVER_MIND,
    ORDER,
    PASSIVE,
    PRESENT,
    STILL,
    WILL,
)
from probatum.read.builtin.arabic.going_on import GoingOn
from probatum.read.builtin.arabic.names import speaker_of
from probatum.read.builtin.arabic.objects import MARKS
from probatum.read.builtin.arabic.passing_on import BY_WHOM
from probatum.read.builtin.arabic.sentence import AND, ENDS, LONGEST_FORM
from probatum.read.builtin.arabic.words import ARABIC, PAPERS, PICTURES, PRONOUN_THAT, SHOWN
from probatum.read.builtin.worded.contents import has
from probatum.read.builtin.worded.lexicon import word_set
from probatum.read.builtin.worded.phrases import Phrase
from probatum.read.builtin.worded.saying import Saying
from probatum.read.found import Mark

_FEWEST = 4
_MOST_CALLED = 9
_MOST_BEFORE = 14
_MOST_OPENING = 5
_WAS = word_set("كان كانت كانوا")
_HAS = word_set("قد فقد وقد لقد ولقد كان كانت كانوا حيث حين عندما بعدما فيما بينما ثم")
_WE = word_set("أنا نحن إننا إنا وإننا وإنا ونحن وأنا")
_WE_MET = word_set(
    "قابلنا التقينا وصلنا اتصلنا تحدثنا زرنا راسلنا سألنا عدنا وصلنا ذكرنا كتبنا نشرنا"
)
_OPENERS = word_set("لا ما لم كان كانت كانوا جهاز أجهزة قوى")
_WE_DID = re.compile("^[وف]?[^\\W\\d_]{3,}نا$")
_THEY_WILL = re.compile(r"^و?س[يت]\w{3,}$")
_THEY_DO = re.compile(r"^[يت]\w{3,}$")
_BODIES = word_set(
    "الهيئة الوزارة المنظمة الجمعية اللجنة المؤسسة البعثة المفوضية الوكالة البلدية النقابة الرابطة "
    "الشبكة المبادرة القيادة الحكومة الرئاسة الإدارة المديرية المركز المجلس الاتحاد المرصد الصندوق "
    "المكتب المستشفى البرنامج"
)
_IN_IT = word_set("فيه فيها")
_ON_IT = word_set("عليه عليها عليهم فيه فيها حوله حولها")


@lru_cache(maxsize=1 << 14)
def _may_tell(word: str, raw: str) -> bool:
    """Say whether a word can be the first of what tells: asked once of each word."""
    return (
        word.removeprefix("و") in _OPENERS or DONE.has(word) or ARABIC.saw.has(word)
        or ARABIC.armed.has(word) or PASSIVE.match(raw) is not None
    )  # fmt: skip


def agreeing(text: str, sayings: Sequence[Saying]) -> list[Saying]:
    """Return sayings; "they said" is not by the one man or woman who spoke before it."""
    found: list[Saying] = []
    last: Phrase | None = None
    for one in sayings:
        if one.speaker is not None and one.inside is None:
            last = one.speaker
        many = one.cue is not None and text[one.cue.start : one.cue.end].endswith(("وا", "ون"))
        if many and one.again and last is not None and last.gender in ("m", "f"):
            one = replace(one, again=False, voice="anonymous")
        found.append(one)
    return found


class Telling(GoingOn):
    """Reads sentences of the text's own voice."""

    def _tells(self) -> None:
        """Read what nobody else is said to say: first what the text wants, then what it tells."""
        words = self._words
        if self._found or self._passage.speech or self._passage.is_line or not words:
            return
        if not self._at and PAPERS.at(words, 0) and words[-1].word not in ENDS:
            return  # "Statement on Orlin" names a topic
        if words[-1].word in "؟?" or has(ARABIC.skips, words) or self._is_anothers():
            return
        if self._calls_out() or self._promises() or self._demands() or self._curses():
            return
        if self._body_will():
            return
        if len(words) <= _FEWEST or has(ARABIC.doubts, words) or self._is_event():
            return
        if self._is_told():
            self._own_words(0, len(words), "asserts")

    def _own_words(
        self, start: int, end: int, stance: Stance, addressee: Phrase | None = None
    ) -> bool:
        """Add words of the text's own voice, without the "and" of their verb."""
        content = self._stretch(start, end)
        if content is None:
            return False
        first = self._words[start]
        if first.raw[:1] == "و" and (
            DONE.has(first.word[1:]) or first.word[1:] in _WAS
            or PASSIVE.match(first.raw[1:]) or self._will(start)
        ):  # fmt: skip
            content = Mark(content.start + 1, content.end)
        while content.end > content.start + 1 and self._text[content.end - 1] in "!؟?":
            content = Mark(content.start, content.end - 1)
        made = self._add(content, stance, None, None)
        self._found[-1] = replace(made, voice="own", addressee=addressee)
        return True

    def _pictures_first(self) -> None:
        """Read "But pictures that X took show ...": the picture shows it."""
        words = self._words
        if self._found:
            return
        seen = next(
            (at for at in range(min(_MOST_OPENING, len(words))) if PICTURES.at(words, at)), None
        )
        if seen is None:
            return
        for at in range(seen + 1, min(len(words) - 2, seen + _MOST_BEFORE)):
            if words[at].word in ".؛;:" or ARABIC.cues.at(words, at) and not SHOWN.at(words, at):
                return
            if SHOWN.at(words, at) is None or PASSIVE.match(words[at].raw) and at == seen + 1:
                continue
            start = at + 1
            start += words[start].word in _IN_IT and start + 2 < len(words)
            start += words[start].word in ARABIC.that and words[start].word not in PRONOUN_THAT
            content = self._stretch(start, self._content_end(start))
            if content is not None:
                made = self._add(content, "asserts", self._cue(at, at + 1), None)
                whose = self._shown_by(seen + 1, at)
                via = () if whose is None else (whose,)
                self._found[-1] = replace(made, voice="anonymous", depicts=True, via=via)
            return

    def _shown_by(self, start: int, end: int) -> Phrase | None:
        """Return who published the picture, if the words say it."""
        words = self._words
        for at in range(start, end - 1):
            if BY_WHOM.search(words[at].word) and ARABIC.heads.of(words[at + 1].word):
                return speaker_of(words[at + 1 : end])
        return None

    # -- what it wants ----------------------------------------------------------------------

    def _calls_out(self) -> bool:
        """Read "O people of X, open the road!" and "Do not believe them"."""
        words = self._words
        start, called = 0, None
        if words[0].word.removeprefix("و") in CALLING:
            comma = self._until(1, ENDS)
            if comma + 1 >= len(words) or comma > _MOST_CALLED:
                return False
            called, start = speaker_of(words[1:comma]), comma + 1
        if not self._orders(start, is_called=start > 0):
            return False
        return self._own_words(start, self._content_end(start), "calls_for", called)

    def _orders(self, at: int, *, is_called: bool) -> bool:
        words = self._words
        if words[at].word == "لا" and at + 1 < len(words):
            return words[at + 1].word.startswith("ت") and words[at + 1].word.endswith("وا")
        return (
            ORDER.match(MARKS.sub("", words[at].raw)) is not None
            or is_called
            and words[at].raw.endswith("وا")
        )

    def _demands(self) -> bool:
        """Read "The authorities must ...": who must is called upon."""
        words = self._words
        must = MUST.at(words, 0)
        if must is not None:
            return self._own_words(0, len(words), "calls_for", self._who_must(must[1]))
        if words[0].word not in ("علي", "وعلي"):
            return False
        whom = self._who_must(1)
        return whom is not None and self._own_words(0, len(words), "calls_for", whom)

    def _who_must(self, start: int) -> Phrase | None:
        words = self._words
        start += start < len(words) and words[start].word == "علي"
        end = next(
            (at for at in range(start, min(len(words), start + _MOST_CALLED))
             if words[at].raw in ("أن", "ان")), None,
        )  # fmt: skip
        phrase = None if end is None else speaker_of(words[start:end])
        return phrase if phrase is not None and ARABIC.heads.of(words[start].word) else None

    def _promises(self) -> bool:
        """Read "We will hand over ..., and will not publish ...": each is one promise."""
        words = self._words
        starts = [at for at in range(len(words)) if self._will(at)]
        if not starts or starts[0] and any(one.word in ENDS for one in words[: starts[0]]):
            return False
        starts = [0] + [at for at in starts if at and words[at - 1].word in "،,"]
        for start, end in zip(starts, [*starts[1:], len(words)], strict=True):
            self._own_words(start, end, "commits_to")
        return True

    def _body_will(self) -> bool:
        """Read "The authority will suspend ...", as a release calls its own body."""
        words = self._words
        at = 1 if words[0].word in ("لن", "ولن", "سوف", "وسوف") else 0
        if at + 2 >= len(words) or words[at + 1].word not in _BODIES:
            return False
        if (_THEY_DO if at else _THEY_WILL).match(MARKS.sub("", words[at].raw)) is None:
            return False
        content = self._stretch(0, self._content_end(at + 1))
        speaker = speaker_of(words[at + 1 : at + 2])
        if content is None or speaker is None:
            return False
        if words[0].raw[:1] == "و":
            content = Mark(content.start + 1, content.end)
        self._add(content, "commits_to", None, speaker)
        return True

    def _will(self, at: int) -> bool:
        """Say whether a verb of what I or we will do or not do begins a clause."""
        words = self._words
        word = words[at]
        begins = not at or words[at - 1].word in ENDS or word.raw[:1] == "و" or (
            words[at - 1].word in _WE
        )  # fmt: skip
        if not begins:
            return False
        if word.word in ("لن", "ولن", "سوف", "وسوف"):
            following = words[at + 1] if at + 1 < len(words) else None
            return following is not None and following.raw[:1] in ("ن", "أ") and (
                following.word not in NEVER_MIND
            )  # fmt: skip
        return (
            WILL.match(MARKS.sub("", word.raw)) is not None
            and word.word.lstrip("و")[1:] not in NEVER_MIND
        )

    def _curses(self) -> bool:
        """Read "Shame on those who ...": a condemnation of what they did."""
        words = self._words
        if words[0].word not in CURSES:
            return False
        for at in range(1, len(words) - 1):
            led = words[at].word in ("علي", "في")
            if led or words[at].raw[:1] == "ل" and len(words[at].raw) > 2:
                return self._own_words(at + led, len(words), "condemns")
        return False

    # -- what it tells ----------------------------------------------------------------------

    def _is_event(self) -> bool:
        """Say whether words name an event: such a sentence is in scope by that."""
        return has(ARABIC.matters, self._words) or any(
            (found := ARABIC.happenings.at(self._words, at)) is not None and found[0].firm
            for at in range(len(self._words))
        )

    def _is_told(self) -> bool:
        words = self._words
        if _WE_DID.match(MARKS.sub("", words[0].raw)) and words[0].word not in _WE | _WE_MET:
            return True  # "We went to the prison three times"
        if words[0].word == "لا" and not PRESENT.match(words[1].raw):
            if any(one.word == "ولا" for one in words[2:]):
                return True  # "No flour and no milk"
        return any(
            STILL.at(words, at) is not None or self._is_deed_done(at) or self._saw(at)
            or self._failed(at) or self._had(at) or self._acts(at)
            for at in range(len(words)) if _may_tell(words[at].word, words[at].raw)
        )  # fmt: skip

    def _begins(self, at: int) -> bool:
        """Say whether a verb can stand here as the first of its clause."""
        words = self._words
        return (
            not at or words[at - 1].word in ENDS or words[at - 1].word in _HAS
            or words[at].raw[:1] in AND and len(words[at].raw) > LONGEST_FORM
            or self._frame.in_date(at - 1) or words[at - 1].word == "ما"
        )  # fmt: skip

    def _is_deed_done(self, at: int) -> bool:
        """Say whether a verb of what was done once stands at a token."""
        word = self._words[at]
        if word.kind != "word" or "ال" in word.word[:3] or word.word in _WE_MET:
            return False
        if DONE.at(self._words, at) is not None:
            return word.word.endswith(("وا", "نا")) or self._begins(at)
        return PASSIVE.match(word.raw) is not None and self._begins(at)

    def _saw(self, at: int) -> bool:
        return ARABIC.saw.at(self._words, at) is not None and self._begins(at)

    def _failed(self, at: int) -> bool:
        """Say whether it is told what did not happen, but not to me."""
        words = self._words
        if words[at].word not in ("لم", "ولم") or at + 1 >= len(words):
            return False
        return words[at + 1].raw[:1] in ("ي", "ت")

    def _had(self, at: int) -> bool:
        """Say whether "X had set out" stands here."""
        words = self._words
        if at > 1 or words[at].word.removeprefix("و") not in _WAS:
            return False
        return any(one.word == "قد" for one in words[at + 1 : at + _MOST_BEFORE])

    def _acts(self, at: int) -> bool:
        """Say whether armed people stand as a subject beside a verb."""
        words = self._words
        if ARABIC.armed.at(words, at) is None or words[at].raw.endswith(("ين", "اً", "ًا")):
            return False
        if words[at].raw[:1] in ("ل", "ب"):
            return False
        before = words[at - 1] if at else None
        if before is None or before.word in ENDS or before.word.removeprefix("و") in _WAS:
            return any(PRESENT.match(one.raw) for one in words[at + 1 : at + LONGEST_FORM + 2])
        return (
            before.word in _ON_IT and at > 1 and PRESENT.match(words[at - 2].raw) is not None
            or self._is_deed_done(at - 1)
        )  # fmt: skip
