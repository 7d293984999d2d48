"""What a sentence passes on without a speaker of its own: sources, relays, rumours, pictures."""

from __future__ import annotations

import re
from dataclasses import replace

from probatum.model.nouns.assertions import Stance
from probatum.read.builtin.arabic.authors import names_actor
from probatum.read.builtin.arabic.cues import CUES
from probatum.read.builtin.arabic.joined import holds
from probatum.read.builtin.arabic.names import speaker_of
from probatum.read.builtin.arabic.objects import UTTERLY, Objects
from probatum.read.builtin.arabic.sentence import ENDS, PAST
from probatum.read.builtin.arabic.words import (
    ARABIC,
    BELIEVED,
    INFORMATION,
    OF_PAPERS,
    OWN_BODIES,
    PICTURES,
    REJECTED,
    RELAYED,
    SAID_BY_SOME,
    SHOWN,
    WE_SAID,
)
from probatum.read.builtin.worded.contents import has, negates
from probatum.read.builtin.worded.lexicon import word_set
from probatum.read.builtin.worded.phrases import QUOTES, Phrase
from probatum.read.builtin.worded.saying import trimmed
from probatum.read.found import Mark
from probatum.read.tokens import bare

_NOT_YET = word_set("لم ولم")
_WE_DID = re.compile("(?:\u062a\u064f|نا)$")
_WAS_DONE = re.compile("^[وف]?[^\\W]\u064f")
_MOST_NAMED = 8
BY_WHOM = re.compile("^(?:نشر|التقط|بث|تداول|وزع|صور|عرض)[ته]?(?:ها|ه)$")
_NEAR = 6
_THEN = frozenset({"فان", "فقد"})
_FAR = 12
_WHAT = word_set("ما لما مما")
_WE = word_set("نحن إننا إنا وإننا وإنا إنني وإنني إني وإني أنا ونحن")
_MOST_WE = 9
_WE_WANT = word_set("نريد أريد نحتاج أحتاج")
_FIRMLY = word_set("بشدة بقوة بحزم قطعا رسميا علنا جميعا بوضوح مجددا")
_FROM = word_set("عن")
_IN_IT = word_set("في وفي")
_LEADING = word_set("إلى على أن بأن عن في")
_QUALIFIES = word_set(
    "مصور مصورة متداول متداولة فيديو جوية فضائية صناعية قصير قصيرة تلفزيوني تلفزيونية أقمار "
    "الأقمار الصناعية الاصطناعية اصطناعية كاميرات كاميرا المراقبة مراقبة حديثة جديدة أخرى عدة"
)


class PassingOn(Objects):
    """Reads what stands around the verbs of a sentence."""

    def _according(self) -> None:
        """Read "..., according to X" and "According to X, ..."."""
        words = self._words
        for at in range(len(words)):
            found = ARABIC.according.at(words, at)
            if found is None or words[at].word == "نقلا" and self._found:
                continue
            if at and words[at - 1].kind == "word" and not self._is_start(at):
                continue
            stance, first = found
            if first < len(words) and words[first].word in _WHAT:
                told = self._told_it(first + 1)
                if told is None:
                    continue
                first = told
            elif first < len(words) and (known := self._known(first)) is not None:
                first = known[1]
            else:
                stance, first = self._informed(stance, first)
            end = self._until(first, ENDS)
            end = next((each for each in range(first, end) if words[each].word in _THEN), end)
            ours = first < end and self._is_own_body(first)
            speaker = None if ours else speaker_of(words[first:end])
            if speaker is None and not ours or self._passage.speech:
                return
            content = self._told_around(at, end)
            if content is None or self._holds_cue(content):
                return
            if any(
                each.content.start < content.end and content.start < each.content.end
                for each in self._found
            ):
                return
            made = self._add(content, stance, self._cue(at, found[1]), speaker)
            relay = self._passed_by(end) if at == 0 else None
            self._found[-1] = replace(
                made, via=() if relay is None else (relay,), voice="own" if ours else made.voice
            )
            return

    def _is_own_body(self, at: int) -> bool:
        """Say whether "our teams", "our researchers" stands at a token: who writes, that is."""
        return any(form in OWN_BODIES for form in bare(self._words[at].word))

    def _blames(self) -> None:
        """Read what armed people did, in the text's own voice, where nobody is said to say it."""
        words = self._words
        if self._found or self._passage.speech or self._passage.is_line or not words:
            return
        if words[-1].word in "؟?" or has(ARABIC.skips, words) or has(ARABIC.doubts, words):
            return
        if self._is_anothers():
            return
        told = any(ARABIC.happenings.at(words, at) for at in range(len(words)))
        if not told or negates(words, ARABIC) or not names_actor(words):
            return
        content = trimmed(self._text, self._passage.mark.start, self._passage.mark.end)
        if content is not None:
            made = self._add(content, "asserts", None, None)
            self._found[-1] = replace(made, voice="own", accuses=True)

    def _is_anothers(self) -> bool:
        """Say whether a verb of saying and who says it open the sentence: it is not our own."""
        words = self._words
        at = 1 if words[0].word in PAST | _NOT_YET and len(words) > 1 else 0
        known = ARABIC.opens.at(words, at)
        if known is None or known[1] >= len(words) or (
            _WE_DID.search(words[at].raw) or _WAS_DONE.match(words[at].raw)
        ):  # fmt: skip
            return False
        return self._speaker(known[1], self._until(known[1], ENDS)) is not None

    def _holds_cue(self, content: Mark) -> bool:
        """Say whether the verb of what was found already stands in a content."""
        return any(
            one.cue is not None and content.start <= one.cue.start < content.end
            for one in self._found
        )

    def _passed_by(self, comma: int) -> Phrase | None:
        """Return who passed a source on: "by a guard, whom the radio quoted, ..."."""
        words = self._words
        if comma + 2 >= len(words) or not ARABIC.relative.search(words[comma + 1].word):
            return None
        told = self._told_it(comma + 2)
        return None if told is None else speaker_of(words[told : self._until(told, ENDS)])

    def _told_it(self, at: int) -> int | None:
        """Return the token behind "(what X) announced (it)"."""
        if at >= len(self._words):
            return None
        known = self._known(at)
        if known is not None:
            return known[1]
        word = self._words[at].word
        its = any(word.endswith(end) and CUES.has(word[: -len(end)]) for end in ("ه", "ها"))
        return at + 1 if its else None

    def _is_start(self, at: int) -> bool:
        return self._words[at].raw[:1] not in ("و",)

    def _told_around(self, at: int, end: int) -> Mark | None:
        words = self._words
        if at == 0 and end < len(words) and words[end].word in _THEN:
            return self._stretch(end + 1, len(words))
        if at == 0 and end < len(words) and words[end].word in "،,":
            behind = self._behind_aside(end)
            is_aside = behind is not None and ARABIC.relative.search(words[end + 1].word)
            start = behind if behind is not None and is_aside else end + 1
            while start < len(words) and words[start].word in _THEN:
                start += 1
            return self._stretch(start, len(words))
        if at == 0:
            that = self._that(end) if end < len(words) else None
            return None if that is None else self._stretch(that + 1, len(words))
        if words[0].word in _IN_IT and INFORMATION.at(words, 1) and words[end - 1].word != ":":
            if end + 1 < len(words) and words[end].word in "،,":
                return self._stretch(end + 1, len(words))  # "In a report by way of X, ..."
        return self._stretch(0, at)

    def _informed(self, stance: Stance, first: int) -> tuple[Stance, int]:
        """Leave out "the estimates of", "data of" before a source."""
        noun = INFORMATION.at(self._words, first)
        near = range(first + 1, min(len(self._words), first + 4))
        given = next((at for at in near if self._words[at].word in OF_PAPERS), None)
        if noun is not None and given is not None and given + 1 < len(self._words):
            return (noun[0] if stance == "asserts" else stance), given + 1
        if noun is None or noun[1] >= len(self._words) or self._words[noun[1]].word in ENDS:
            return stance, first
        return (noun[0] if stance == "asserts" else stance), noun[1]

    def _relayed(self, start: int, stop: int) -> Phrase | None:
        """Return from whom a verb passes on ("quoted X as saying")."""
        for at in range(start + 1, min(stop, len(self._words))):
            if self._words[at].word not in _FROM:
                continue
            if RELAYED.at(self._words, start - 1) or self._words[at - 1].word == "نقلا":
                end = self._until(at + 1, ENDS)
                return speaker_of(self._words[at + 1 : min(stop, end)])
        return None

    def _some_say(self) -> None:
        """Read "It is said that ..." and "Rumours went round of ..."."""
        words = self._words
        for at in range(min(3, len(self._words))):
            found = SAID_BY_SOME.at(self._words, at)
            if found is None and (believed := BELIEVED.at(self._words, at)) is not None:
                end = believed[1]
                found = believed if self._that(end) == end else None
            if found is None:
                continue
            that, stop = self._that(found[1]), self._until(found[1], ENDS)
            if that is not None and that < stop:
                content = self._stretch(that + 1, self._content_end(that + 1))
            elif found[1] + 1 < stop and words[found[1]].word in _FROM:
                content = self._stretch(found[1], self._content_end(found[1]))
            else:
                content = None
            if content is not None:
                made = self._add(content, "reports", self._cue(at, found[1]), None)
                self._found[-1] = replace(made, voice="anonymous")
            return

    def _own(self) -> None:
        """Read what the text asks, condemns or promises in the first person."""
        words = self._words
        for at in range(len(words)):
            found = self._owned(at)
            if (
                found is None
                or at
                and words[at - 1].word not in ENDS | {"كما", "لذلك", "لذا"}
                and (words[at].raw[:1] != "و")
                and not self._is_ours(at)
                or words[at].raw.lstrip("وف")[:1] == "ا"  # اعتبر, he held; أعتبر, I hold
            ):
                continue
            stop = self._until(found[1], ENDS)
            stance = found[0]
            if holds(words[at].word):
                called = self._stretch(found[1], self._content_end(found[1]))
                if called is not None:
                    made = self._add(called, "asserts", self._cue(at, found[1]), None)
                    self._found[-1] = replace(made, voice="own", names=True)
                continue
            if stance == "disputes" and has(REJECTED, words[found[1] : min(stop, found[1] + 3)]):
                stance = "denies"
            content = self._own_content(found[1], stop, stance)
            if content is not None:
                if words[at].word.lstrip("وف") in WE_SAID:
                    self._untrue_behind(content)
                made = self._add(content, stance, self._cue(at, found[1]), None)
                whom = self._called_upon(found[1], content) if stance == "calls_for" else None
                self._found[-1] = replace(made, voice="own", addressee=whom)

    def _untrue_behind(self, content: Mark) -> None:
        """Read "..., and this is not true" behind what we ourselves said before."""
        words = self._words
        at = next((each for each, one in enumerate(words) if one.start > content.end), len(words))
        if at < len(words) and self._is_untrue(at):
            mark = self._stretch(at, len(words))
            if mark is not None:
                made = self._add(Mark(mark.start + 1, mark.end), "corrects", None, None)
                self._found[-1] = replace(made, voice="own")

    def _called_upon(self, start: int, content: Mark) -> Phrase | None:
        """Return whom "we call on X to" names between its verb and what is asked."""
        words = self._words
        end = next((at for at in range(start, len(words)) if words[at].end > content.start), start)
        while end > start and words[end - 1].word in _LEADING:
            end -= 1
        head = ARABIC.heads.of(words[start].word) if end > start else None
        return None if head is None else speaker_of(words[start:end])

    def _is_ours(self, at: int) -> bool:
        """Say whether "we", or "we, the people of X," stands before a verb in its clause."""
        words = self._words
        for place in range(at - 1, max(-1, at - _MOST_WE), -1):
            if words[place].word in _WE:
                return True
            if words[place].word in ENDS or words[place].word in ARABIC.that:
                return False
        return False

    def _own_content(self, start: int, stop: int, stance: Stance) -> Mark | None:
        words = self._words
        while start < stop and (
            words[start].word in _FIRMLY
            or stance in ("denies", "disputes") and words[start].raw.endswith(("اً", "ًا"))
        ):  # fmt: skip
            start += 1
        if stance == "calls_for" and start < stop and words[start].raw.endswith("وا"):
            return self._stretch(start, self._content_end(start))  # "I beg you: stop this"
        if stance in ("condemns", "denies", "disputes"):
            end = self._content_end(start)
            last = next((at for at in range(start + 1, end) if words[at].word in UTTERLY), end)
            return self._stretch(start, last)
        that = next(
            (at for at in range(start, min(stop, start + _NEAR)) if self._is_that(at)), None
        )
        if that is not None:
            first = that if stance == "calls_for" else that + 1
            return self._stretch(first, self._content_end(first)) if first < len(words) else None
        if stance in ("asserts", "acknowledges"):
            blamed = has(ARABIC.responsibility, words[start:stop])
            return self._stretch(start, self._content_end(start)) if blamed else None
        asked = self._asked_plainly(start, stop)
        if asked is None and start and words[start - 1].word.lstrip("و") in _WE_WANT:
            return self._stretch(start, self._content_end(start)) if start < stop else None
        if asked is None:
            return None
        place, letter = asked
        content = self._stretch(place, self._content_end(place))
        if content is None or letter <= content.start:
            return content
        return Mark(letter, content.end)

    def _asked_plainly(self, start: int, stop: int) -> tuple[int, int] | None:
        words = self._words
        for at in range(start, stop):
            if at > start and self._is_asked_of(at):
                return at, words[at].start
            if self._is_with_b(at):
                return at, words[at].start + 1
            if words[at].word in ("الي", "علي") and at + 1 < len(words):
                return at + 1, words[at + 1].start
        asked = self._asked_plain(start + 1, stop)
        return None if asked is None else (asked, words[asked].start)

    def _pictures(self) -> None:
        """Read "Pictures show soldiers ...": nobody says it, the picture shows it."""
        words = self._words
        for at in range(min(_NEAR, len(words))):
            shown = SHOWN.at(words, at)
            if shown is None:
                continue
            if shown[1] < len(words) and ARABIC.heads.of(words[shown[1]].word) is not None:
                return  # "the spokesman appeared in a recording"
            seen = next(
                (each for each in range(shown[1], min(len(words), shown[1] + _NEAR))
                 if PICTURES.at(words, each)), None,
            )  # fmt: skip
            if seen is None:
                return
            start, whose = self._qualified(seen + 1), None
            if start + 2 < len(words) and BY_WHOM.search(words[start].word):
                first, start = start + 1, self._seen(start + 2)  # "that activists published"
                whose = speaker_of(words[first:start])
            start = self._qualified(start)
            that = self._that(start) if start < len(words) else None
            start = start if that is None else that + 1
            content = self._stretch(start, self._content_end(start)) if start < len(words) else None
            if content is not None:
                made = self._add(content, "asserts", self._cue(at, shown[1]), None)
                via = () if whose is None else (whose,)
                self._found[-1] = replace(made, voice="anonymous", depicts=True, via=via)
            return

    def _qualified(self, start: int) -> int:
        """Return the token behind what kind of picture it is."""
        words = self._words
        while start < len(words) and (
            words[start].word in _QUALIFIES
            or PICTURES.at(words, start)
            or words[start].word in ARABIC.that
        ):
            start += 1
        return start

    def _seen(self, start: int) -> int:
        """Return where what a picture shows begins: at an object, where one stands out."""
        words = self._words
        for at in range(start, min(len(words), start + _FAR)):
            if words[at].raw.endswith(("اً", "ًا", "ةً")) or ARABIC.happenings.at(words, at):
                return at
        return start

    def _headline(self) -> None:
        """Read "X: what happened" where nothing follows."""
        words = self._words
        if self._passage.paragraph or not words or words[-1].word in ".!?؟…":
            return
        if self._passage.speech:
            return
        for at in range(1, min(len(words) - 2, _MOST_NAMED + 1)):
            if words[at].word != ":":
                continue
            first = words[0]
            known = ARABIC.heads.of(first.word) is not None or first.word in QUOTES
            told = any(ARABIC.happenings.at(words, each) for each in range(at))
            speaker = speaker_of(words[:at]) if known and not told else None
            mark = trimmed(self._text, words[at + 1].start, words[-1].end)
            if speaker is not None and mark is not None:
                self._add(mark, "asserts", None, speaker)
            return
