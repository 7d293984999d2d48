"""What Arabic verbs of saying take beside a clause: deeds denied or announced, bodies accused."""

from __future__ import annotations

import re

from probatum.read.builtin.arabic.names import speaker_of
from probatum.read.builtin.arabic.sentence import ENDS, Sentence
from probatum.read.builtin.arabic.words import ARABIC, DEEDS, LED_BY, SETTINGS
from probatum.read.builtin.worded.lexicon import word_set
from probatum.read.builtin.worded.phrases import QUOTES, Phrase
from probatum.read.figures.arabic import ARABIC as FIGURES

MOST_APART = 14
_BUT = word_set("لكن ولكن غير إلا بينما وبينما فيما وفيما")
UTTERLY = word_set("بأشد بأقسى بأقوى رفضا نفيا جملة بشدة قاطعا قطعيا تماما")
_IN_A = word_set("في خلال عبر")
_CASES = frozenset({"حاله", "حالات"})
_ALL = word_set("جميع كل كافة كلا")
# The noun of what is done, by its pattern: إرسال, تسليم, انتشال, انهيار, استهداف.
_DEED = re.compile(
    r"(?:إ\w{2,3}ا\w|ت\w{2}ي\w|ا\w[تط]\w{1,2}ا\w|است\w{2,3}ا\w"
    r"|ان\w{2,3}ا\w)(?:[ةه]|ته|ها|تها|هم|تهم)?"
)
_FIFTH = re.compile(r"ت\w{3}")  # تدخل, توقف
MARKS = re.compile("[\u064b-\u0652\u0670\u0640]")
_WITH_COMPLEMENT = word_set(
    "قائد مدير مديرة رئيس رئيسة وزير وزيرة وزارة لجنة هيئة قوة قوات غرفة مركز مكتب وحدة إدارة "
    "فريق "
    "جهاز منظمة جمعية دائرة قسم مسؤول مسؤولة منسق منسقة أمين عملية عمليات"
)


class Objects(Sentence):
    """Finds the objects of the verbs of a sentence."""

    def _deed(self, start: int, stop: int, *, is_led: bool) -> int | None:
        """Return where the object of a verb begins, behind its subject."""
        words = self._words
        if is_led:
            while start < stop and self._frame.in_date(start):
                start += 1
            return start if start < stop else None
        for at in range(start, stop):
            if at > start and words[at].word in QUOTES and self._opens(at):
                head = ARABIC.heads.of(words[at - 1].word)
                if head is None or head.type == "person":
                    return at
                if not any(DEEDS.at(words, each) for each in range(at, stop)):
                    return at
            if at > start + 1 and words[at - 1].word in QUOTES and self._is_body(at - 2):
                if not words[at - 2].word.startswith("ال"):
                    continue  # the organisation «Rescue»
            if self._is_deed(at) and (at == start or words[at - 1].word not in _WITH_COMPLEMENT):
                return self._number_before(at, start)
        return None

    def _number_before(self, at: int, start: int) -> int:
        """Return where the cases of a deed are counted: "| ما لا يقل عن 160 حالة اختفاء"."""
        words = self._words
        number = at - 1 - (words[at - 1].word in _CASES)
        if number < start or words[number].kind != "number":
            return at
        bound = FIGURES.bounds.before(words, number)
        return number if bound is None or bound[1] < start else bound[1]

    def _is_deed(self, at: int) -> bool:
        """Say whether a word names what is done, and nobody."""
        word = self._words[at]
        if word.kind != "word":
            return False
        if ARABIC.heads.of(word.word) is not None and not self._is_holding(at):
            return False
        if word.raw.startswith("لل"):
            return False  # "the authority | for health"
        return DEEDS.at(self._words, at) is not None or (
            _DEED.fullmatch(MARKS.sub("", word.raw)) is not None
        )

    def _is_asked_deed(self, at: int) -> bool:
        """Say whether a word with the article names what may be asked for."""
        deed = MARKS.sub("", self._words[at].raw.removeprefix("ال"))
        return _FIFTH.fullmatch(deed) is not None or self._is_deed(at)

    def _is_asked_of(self, at: int) -> bool:
        """Say whether "(the people) the giving of" stands here, before a word that it governs."""
        words = self._words
        led, behind = words[at - 1].word, words[at + 1 : at + 2]
        if not (led.startswith("ال") and words[at].word.startswith("ال") and behind):
            return False
        governs = behind[0].raw.startswith(("ب", "ل")) or behind[0].word in ARABIC.prepositions
        return governs and self._is_asked_deed(at)

    def _is_holding(self, at: int) -> bool:
        """Say whether تنظيم is no group, but the holding of something: behind "the union"."""
        words = self._words
        return words[at].word == "تنظيم" and at > 0 and words[at - 1].word.startswith("ال")

    def _asked_plain(self, start: int, stop: int) -> int | None:
        """Return where what is asked begins without a preposition ("appealed to X to send")."""
        words = self._words
        for at in range(max(start, 1), stop):
            led = words[at - 1]
            if led.word in _WITH_COMPLEMENT or led.kind != "word":
                continue
            deed = words[at].raw.removeprefix("ال")
            if self._is_deed(at) and not words[at].raw.startswith("ال") or (
                at + 1 == stop and led.word.startswith("ال")
                and (_FIFTH.fullmatch(MARKS.sub("", deed)) or self._is_deed(at))
            ):  # fmt: skip
                return at
        return None

    def _deed_apart(self, comma: int) -> int | None:
        """Return where an object begins behind ", in a recording," that follows its subject."""
        behind = self._behind_aside(comma)
        return behind if behind is not None and self._is_deed(behind) else None

    def _asked_apart(self, comma: int) -> tuple[int, int] | None:
        """Return where "(X) to b-" begins behind ", during a meeting," that follows a subject."""
        behind = self._behind_aside(comma)
        if behind is None:
            return None
        for at in range(behind, min(len(self._words), behind + MOST_APART)):
            if self._words[at].word in ENDS:
                return None
            if self._is_with_b(at):
                return at, self._words[at].start + 1
        return None

    def _behind_aside(self, comma: int) -> int | None:
        """Return the token behind a stretch between commas that says when, where, by whom."""
        words = self._words
        if comma + 1 >= len(words) or words[comma].word not in "،,":
            return None
        other = self._until(comma + 1, ENDS)
        if other + 1 >= len(words) or other - comma > MOST_APART or words[other].word not in "،,":
            return None
        first = comma + 1
        led = LED_BY.at(words, first) is not None or ARABIC.relative.search(words[first].word)
        if led or self._frame.in_date(first) or any(
            ARABIC.hidden.at(words, each) for each in range(first, min(other, first + 3))
        ):  # fmt: skip
            return other + 1
        head = ARABIC.heads.of(words[first].word)
        return other + 1 if head is not None and head.type == "person" else None

    def _plain_end(self, start: int) -> int:
        """Return where an object ends: where "but" begins what the text itself says."""
        words, end = self._words, self._content_end(start)
        for at in range(start + 1, end):
            if words[at].word in UTTERLY:
                return at
            if self._is_called_so(at):
                return at
            if words[at].word in _IN_A and at + 1 < end and SETTINGS.at(words, at + 1):
                return at
            if words[at].word in "،," and at + 1 < end and words[at + 1].word in _BUT:
                return at
        return end

    def _is_called_so(self, at: int) -> bool:
        """Say whether ", which he called ..." begins at a token."""
        known = self._known(at + 1) if at + 1 < len(self._words) else None
        return known is not None and "n" in known[0].takes and (
            ARABIC.relative.search(self._words[at].word) is not None
        )  # fmt: skip

    def _opens(self, at: int) -> bool:
        return sum(one.word in QUOTES for one in self._words[:at]) % 2 == 0

    def _accused(self, start: int, stop: int) -> int:
        """Return where whoever is accused begins: a quoted name, or the last body named."""
        words = self._words
        for at in range(start + 1, stop):
            if words[at].word in QUOTES and self._opens(at):
                known = ARABIC.heads.of(words[at - 1].word)
                if at - 1 == start and (other := self._behind_quoted(at, stop)) is not None:
                    return other
                return at if known is None or known.type == "person" or at - 1 == start else at - 1
        heads = [
            at for at in range(start, stop)
            if ARABIC.heads.of(words[at].word) and not words[at].raw.startswith("ل")
             and (at == start or words[at - 1].raw != "باسم")
            and (at == start or ARABIC.heads.of(words[at - 1].word) is None
                 or words[at - 1].word.startswith("ال")
                 and (not words[at].word.startswith("ال") or self._is_body(at)))
        ]  # fmt: skip
        armed = next(
            (at for at in heads if at > start and ARABIC.armed.at(words, at) is not None), None
        )
        if armed is not None:
            return armed
        return heads[-1] if heads else start

    def _behind_quoted(self, at: int, stop: int) -> int | None:
        """Return the body named behind a quoted name ("the group «X» accused the army")."""
        words = self._words
        shut = next((each for each in range(at + 1, stop) if words[each].word in QUOTES), stop)
        return next((each for each in range(shut + 1, stop) if self._is_body(each)), None)

    def _is_body(self, at: int) -> bool:
        head = ARABIC.heads.of(self._words[at].word)
        return head is not None and head.type in ("organisation", "group")

    def _parted(
        self, start: int, stop: int, speaker: Phrase
    ) -> tuple[Phrase | None, Phrase | None]:
        """Part who calls from who is called upon: two bodies behind one verb."""
        words = self._words
        for at in range(start + 1, stop):
            head = ARABIC.heads.of(words[at].word)
            if words[at].word in _ALL:
                first, second = speaker_of(words[start:at]), speaker_of(words[at:stop])
                return first, second
            follows = words[at - 1].word.startswith("ال") or (
                words[at].word.startswith("ال") and ARABIC.heads.of(words[at - 1].word) is None
            )
            if head is None or not follows:
                continue
            if head.type == "person" and head == ARABIC.heads.of(words[start].word):
                continue
            first, second = speaker_of(words[start:at]), speaker_of(words[at:stop])
            if first is not None and second is not None and head.type != "person":
                return first, second
        return speaker, None
