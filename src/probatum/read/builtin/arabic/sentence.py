"""One Arabic sentence: where verbs of saying stand in it, and where their parts end."""

from __future__ import annotations

from probatum.model.nouns.assertions import Stance
from probatum.read.builtin.arabic.authors import names_actor
from probatum.read.builtin.arabic.cues import GOING_ON
from probatum.read.builtin.arabic.joined import (
    came_to_say,
    is_owned_root,
    own_with_whom,
    who_told_us,
)
from probatum.read.builtin.arabic.marks import whole
from probatum.read.builtin.arabic.names import name_starts, speaker_of
from probatum.read.builtin.arabic.words import (
    ARABIC,
    BEGS,
    BELIEVED,
    CALLED,
    IMPERSONAL,
    LEADERS,
    ROOTS_WITH_B,
    SHOWN,
    SOME,
    WE_SAID,
)
from probatum.read.builtin.worded.contents import has
from probatum.read.builtin.worded.frames import Frame
from probatum.read.builtin.worded.lexicon import Cue, word_set
from probatum.read.builtin.worded.passages import Passage
from probatum.read.builtin.worded.phrases import QUOTES, Phrase
from probatum.read.builtin.worded.saying import Saying, trimmed
from probatum.read.found import Mark
from probatum.read.tokens import tokens

AND = ("و", "ف")
ENDS = frozenset(".:؛;!?؟،,…")
STOPS = frozenset(".؛;!?؟…")
_TO_WHAT = "الي"
LONGEST_FORM = 3
_MOST_LEAD = 9
AND_THAT = word_set("وأن وأنه وأنها وأنهم وبأن وبأنه وبأنها وإن وإنه وإنها وإنهم")
_HAD = word_set("كان كانت كانوا وكان وكانت وكانوا")
_EMERGED = word_set("تبين يتبين اتضح يتضح ظهر يظهر")
PAST = word_set("قد وقد فقد إذ")
_IN_ORDER_TO = ("لي", "لت")
_NO_THAT = word_set("قبل بعد منذ حتى دون رغم غير بيد إلا لولا")
_WHICH = word_set("وهو وهي الأمر")
_WHICH_IS = word_set("ما الذي")
_WHO = word_set("وهو وهي وهم الذي التي الذين الملقب الملقبة المعروف المعروفة")
_MOST_ASIDE = 16
_MOST_THAT = 24
_AS_FOR = word_set("أما وأما فأما")
_WITH_AL = word_set("التزم التزمت التمس ألقى ألقت ألقوا")
_TO = word_set("إلى على عن في")
_TURNS = word_set("لكن ولكن غير إلا بينما وبينما فيما وفيما أما وأما في بيد على إذ حيث")
_WHILE = word_set("بينما وبينما فيما وفيما")
_SO_IT = word_set("فإنه فإنها فإنهم")
_AND_THIS = word_set("وهذا وهذه وذلك وهو وهي")
_CLAUSES = word_set("أن إن لكن ولكن بينما وبينما فيما وفيما بأن غير إلا حين حتى وحتى")


class Sentence:
    """Words of one passage with what the rules of Arabic ask about them."""

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

    def _known(self, at: int) -> tuple[Cue, int] | None:
        """Return the verb of saying at a token; with an article it is a noun."""
        found = ARABIC.cues.at(self._words, at)
        word = self._words[at].word
        if found is not None and (
            ARABIC.hidden.at(self._words, at) is not None or word.lstrip("وف") in WE_SAID
        ):
            return None  # "asked not to be named", "we said"
        if found is None or word == "نقلا" or CALLED.at(self._words, at) is not None:
            return None
        if word.removeprefix("و") in _EMERGED and self._words[at + 1 : at + 2] and (
            self._words[at + 1].word == "من"
        ):  # fmt: skip
            return None  # "it emerged from the records that"
        nobody = IMPERSONAL.at(self._words, at) or BELIEVED.at(self._words, at)
        if nobody is not None and self._stands_that(nobody[1]) and not self._follows_as_for(at):
            return None
        if found[1] - at > 1 or word in _WITH_AL:
            return found
        rest = word[1:] if word[:1] in "وفبلك" and len(word) > LONGEST_FORM else word
        if rest in _WITH_AL:
            return found
        return None if rest.startswith("ال") else found

    def _follows_as_for(self, at: int) -> bool:
        """Say whether a verb follows "as for X": it has a subject."""
        return self._words[at].raw[:1] == "ف" and self._words[0].word in _AS_FOR

    def _stands_that(self, at: int) -> bool:
        return at < len(self._words) and self._words[at].word in ARABIC.that

    def _goes(self, at: int) -> tuple[Cue, int] | None:
        """Return ", adding" at a token; without a comma only what can be no adjective."""
        found = GOING_ON.at(self._words, at)
        if found is None or not at or self._words[at - 1].word in "،,و":
            return found
        raw = self._words[at].raw
        return found if raw.endswith(("ا", "اً", "ًا", "ةً", "ل")) else None

    def _is_verb(self, at: int) -> bool:
        """Say whether a verb can stand here: where a clause begins, or joined by and."""
        words = self._words
        word = words[at]
        if any(mark.start <= word.start < mark.end for mark in self._passage.quoted):
            return False
        if at == 0 or words[at - 1].word in ENDS or words[at - 1].word in LEADERS:
            return True
        known = self._known(at) if ARABIC.relative.search(words[at - 1].word) else None
        if known is not None and "n" in known[0].takes:
            return True  # "which he called ..."
        if word.raw[:1] in AND and len(word.raw) > LONGEST_FORM:
            return True
        if self._frame.in_date(at - 1):
            return True
        if at > 1 and words[at - 1].word == "ان" and words[at - 2].word in ("قبل", "بعد"):
            return True
        return self._lead(at) is not None

    def _lead(self, at: int) -> tuple[int, int] | None:
        """Return the words that name who does what a verb says, if they stand before it."""
        words = self._words
        if words[at].raw[:2] in _IN_ORDER_TO and words[at].word[1:] != words[at].word:
            came = came_to_say(words, at)
            return came if came is not None and self._names(*came) else None
        if words[at].raw[:1] == "و" and at > 1 and self._known(at - 1) is not None:
            return self._lead(at - 1)  # "the spokesman denies it and says"
        if (teller := who_told_us(words, at)) is not None:
            return teller
        end = at
        if end and words[end - 1].word in PAST:
            end -= 1
        end = self._before_aside(end)
        verb = words[at]
        opens = words[end].word in PAST or verb.raw[:1] == "ف"
        low = max(-1, end - _MOST_LEAD - 1)
        for start in range(end - 1, low, -1):
            word = words[start].word
            if word in _HAD and verb.raw[:1] in AND:
                return None  # "my cousin was there and said"
            if word in _HAD or word in _AS_FOR and opens:
                return (start + 1, end) if start + 1 < end else None
            if word in ENDS:
                return (start + 1, end) if self._names(start + 1, end) else None
            if word in _CLAUSES:
                return (start + 1, end) if self._names(start + 1, end) else None
            if word in ARABIC.that or ARABIC.happenings.at(words, start):
                return None
            if start == 0:
                return (0, end) if self._names(0, end) else None
        return None

    def _before_aside(self, at: int) -> int:
        """Return where a subject ends that "X, who once led it, denied" says more about."""
        words = self._words
        if at < 3 or words[at - 1].word not in "،,":
            return at
        for comma in range(at - 3, max(0, at - _MOST_ASIDE), -1):
            if words[comma].word in STOPS:
                return at
            if words[comma].word in "،,":
                return comma if words[comma + 1].word in _WHO else at
        return at

    def _names(self, start: int, end: int) -> bool:
        """Say whether words name somebody and nothing else."""
        few = self._words[start:end]
        if not few or few[0].kind != "word":
            return False
        if ARABIC.heads.of(few[0].word) is None and few[0].word not in SOME:
            if name_starts(few) != 0:
                return False
        return all(
            one.kind == "word" or one.word in QUOTES
            for one in few
        ) and not any(
            one.word in ARABIC.that or at and self._known(start + at)
            for at, one in enumerate(few)
        )  # fmt: skip

    def _carries(self, at: int) -> bool:
        """Say whether a verb reports: "that", a colon, an object or a call follows."""
        known = self._known(at) or self._goes(at)
        if known is None:
            return False
        cue, end = known
        if "t" in cue.takes and (self._that(end) is not None or self._has_colon(end)):
            return True
        led = self._words[end].word if end < len(self._words) else ""
        if "j" in cue.takes and led == _TO_WHAT or "f" in cue.takes and led == "من":
            return True
        return bool(set("oicxu") & set(cue.takes)) and led != "" and led not in ENDS

    def _has_colon(self, end: int) -> bool:
        stop = self._until(end, ENDS)
        return stop < len(self._words) and self._words[stop].word == ":"

    def _that(self, end: int) -> int | None:
        """Return where the word for *that* stands behind a verb, before its clause ends."""
        commas = 0
        for at in range(end, min(len(self._words), end + _MOST_THAT)):
            word = self._words[at].word
            if self._is_that(at):
                return at
            if at > end and (self._goes(at) is not None or (
                self._words[at].raw[:1] == "و" and self._known(at) is not None
            )):  # fmt: skip
                return None
            if word in "،,":
                commas += 1
                if commas > 2:
                    return None
            elif word in STOPS or word == ":":
                return None
        return None

    def _is_that(self, at: int) -> bool:
        """Say whether the word for *that* stands at a token, and not in "before", "although"."""
        words = self._words
        return words[at].word in ARABIC.that and (not at or words[at - 1].word not in _NO_THAT)

    def _content_end(self, start: int) -> int:
        """Return where a content ends: where another attribution begins, else at the end."""
        words = self._words
        for at in range(start + 1, len(words)):
            word = words[at]
            if word.word in "؛;":
                return at
            before = words[at - 1].word in "،,"
            if word.word in AND_THAT and at + 2 < len(words):
                return at - before
            if word.raw[:1] == "و" and word.raw[1:2] != "ا" and self._owned(at):
                return at - before
            if word.raw[:1] == "و" and self._known(at) is not None:
                if self._carries(at) and word.word not in ("وقد",):
                    return at
            if word.word in _SO_IT and at + 1 < len(words) and self._known(at + 1) is not None:
                return at - before
            if not before:
                continue
            if self._is_untrue(at):
                return at - 1
            if word.word in _WHILE or word.word == "في" and self._leads(at):
                return at - 1
            if word.word in _WHICH and at + 1 < len(words) and words[at + 1].word in _WHICH_IS:
                return at - 1
            if self._goes(at) is not None and self._carries(at):
                return at - 1
            if words[0].word in _WHILE and self._known(at) is not None and self._carries(at):
                return at - 1  # "while A denied it, B confirmed ..."
            if ARABIC.according.at(words, at) is not None:
                return at - 1
            if words[at].word in LEADERS and at + 1 < len(words) and ARABIC.own.at(words, at + 1):
                return at - 1
            if words[at].word in ("قبل", "بعد") and at + 2 < len(words) and (
                words[at + 1].word == "ان" and self._known(at + 2)
            ):  # fmt: skip
                return at - 1
            if self._leads(at) and any(
                self._known(each) and self._carries(each)
                for each in range(at + 1, min(len(words), at + 4))
            ):
                return at - 1
            if word.word in _TURNS and self._turns(at + 1):
                return at - 1
            if word.raw[:1] == "و" and any(
                self._known(each) and self._carries(each) and self._lead(each) == (at, each)
                for each in range(at + 1, min(len(words), at + 5))
            ):
                return at - 1  # "..., and the deputy governor refused"
        return len(words)

    def _is_untrue(self, at: int) -> bool:
        """Say whether "and this is not true" begins at a token."""
        words = self._words
        return words[at].word in _AND_THIS and has(ARABIC.doubts, words[at + 1 : at + 4])

    def _owned(self, at: int) -> tuple[Stance, int] | None:
        """Return the verb in the first person at a token, with or without "them" written onto."""
        found = ARABIC.own.at(self._words, at)
        if found is not None or self._words[at].kind != "word":
            return found
        stance = own_with_whom(self._words[at].word)
        return None if stance is None else (stance, at + 1)

    def _turns(self, start: int) -> bool:
        """Say whether somebody else begins to say something in a clause ("but X denied ...")."""
        for at in range(start, min(self._until(start, ENDS), start + _MOST_LEAD + 2)):
            if self._known(at) and self._carries(at) and self._is_verb(at):
                return True
        return False

    def _holder(self, at: int) -> Saying | None:
        start = self._words[at].start
        inside = [
            each for each in self._found if each.content.start <= start < each.content.end
        ]  # fmt: skip
        return inside[-1] if inside else None

    def _leads(self, at: int) -> bool:
        """Say whether "while" or the like begins another clause at a token."""
        words = self._words
        while_ = words[at].word == "في" and at + 1 < len(words) and words[at + 1].word == "حين"
        return while_ or words[at].word in LEADERS

    def _behind_date(self, at: int) -> int:
        """Return the token behind ", on Tuesday," that stands between a verb and its clause."""
        words = self._words
        if at + 2 >= len(words) or words[at].word not in "،,":
            return at
        end = at + 1
        while end < len(words) and self._frame.in_date(end):
            end += 1
        return end + 1 if end > at + 1 and end < len(words) and words[end].word in "،," else at

    def _until(self, start: int, ends: frozenset[str]) -> int:
        return next(
            (at for at in range(start, len(self._words)) if self._words[at].word in ends),
            len(self._words),
        )

    def _asked(self, start: int, stop: int, cue: Cue) -> tuple[int, int] | None:
        """Return where what is asked or promised begins: its first word, and its first letter."""
        for wanted in (_TO, None) if "g" in cue.takes else (None, _TO):
            for at in range(start, stop):
                word = self._words[at]
                if wanted is not None and word.word in wanted and at + 1 < len(self._words):
                    return at + 1, self._words[at + 1].start
                if wanted is None and self._is_with_b(at):
                    return at, word.start + 1
        return None

    def _is_with_b(self, at: int) -> bool:
        word = self._words[at]
        return (
            word.raw.startswith("ب") and len(word.raw) > LONGEST_FORM
            and word.word not in ROOTS_WITH_B and not is_owned_root(word.word)
            and word.word not in ARABIC.that
            and ARABIC.heads.exact.get(word.word) is None
        )  # fmt: skip

    def _speaker(self, start: int, stop: int) -> Phrase | None:
        while start < stop and self._frame.in_date(start):
            start += 1
        end = next(
            (at for at in range(start, stop) if at > start and self._frame.in_date(at)), stop
        )
        return speaker_of(self._words[start:end])

    def _stretch(self, start: int, end: int) -> Mark | None:
        if not 0 <= start < end:
            return None
        words = self._words
        mark = trimmed(self._text, words[start].start, words[end - 1].end)
        return None if mark is None else whole(self._text, mark, self._passage.quoted)

    def _cue(self, at: int, end: int) -> Mark:
        """Return a verb without the "and" written onto it."""
        first = self._words[at]
        rest = first.word[1:]
        joined = first.raw[:1] in AND and (
            ARABIC.cues.has(rest)
            or ARABIC.according.has(rest)
            or ARABIC.own.has(rest)
            or SHOWN.has(rest)
            or rest in ("لم", "رفض", "رفضت")
        )
        return Mark(first.start + joined, self._words[end - 1].end)

    def _add(
        self, content: Mark, stance: Stance, cue: Mark | None, speaker: Phrase | None, *,
        again: bool = False, is_speech: bool = False,
    ) -> Saying:  # fmt: skip
        words = tokens(self._text, content.start, content.end)
        if stance == "asserts" and words and words[0].word in BEGS:
            stance = "calls_for"
        self._found.append(
            Saying(
                content, stance, self._at, self._passage.paragraph, speaker=speaker, again=again,
                cue=cue, is_speech=is_speech,
                accuses=stance in ("asserts", "reports") and names_actor(words),
            )
        )  # fmt: skip
        return self._found[-1]
