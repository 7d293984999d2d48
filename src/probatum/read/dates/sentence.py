"""A sentence as the finding of dates sees it: its words, and whether a day in it lies ahead."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from probatum.read.dates.lexicon import DateWords
from probatum.read.tokens import Token

_NEAR = 3
_WINDOW = 18
_FAR = 60
_CLOSE = 6
_ASKED = frozenset("asked urged demanded requested invited appealed called begged".split())
_EFFECTIVE = frozenset("as from starting beginning effective".split())
_MODALS = frozenset("may must can cannot shall will".split())
_HAVE = frozenset({"has", "have"})
_TILL = frozenset({"until", "till"})
_PARTICIPLES = frozenset("shut put cut set been taken withdrawn given sent held kept".split())
_WOULD = frozenset("would will shall".split())
_READY = frozenset("prepared ready willing".split())
_PLANNED = frozenset("planned scheduled slated set due announced arranged fixed".split())
_THE_SAME = frozenset("the same it this that so as much".split())
_WILL = frozenset({"will", "shall", "'ll"})
_FROM = frozenset("from on starting by".split())
_CLAUSE_BEGINS = frozenset(["", ",", "and", "that", "but", ";", ":"])
_INTERRUPTS = frozenset(["'s", "to", "until", "till", "through", "and", ",", "."])
_ENDS = frozenset(".;:!?")
_GOES_ON = frozenset(
    "continues continue resumes resume returns return reopens reopen sits restarts restart".split()
)
_THERE = frozenset("there here again".split())
_DID_NOT = frozenset("not to did".split())
_LATER = frozenset("пізніше позднее позже".split())
_THAN = frozenset("ніж чем як".split())
_TO_BE = frozenset({"be", "to"})  # "will be held on Saturday"
_SET = frozenset({"set", "due"})
_FOR = frozenset({"for", "on", "in"})
_WAS = frozenset(
    "was were had lasted continued went began started killed died held kept stayed remained fought "
    "blocked controlled occupied hid waited slept stood burned burnt raged ran worked lived "
    "загинули погибли тривав тривала тривали тривало стояли стояв тримали лишалися чекали "
    "длился длилась длились длилось стояли стоял удерживали оставались ждали продолжался "
    "продолжалась продолжались горел горела горели".split()
)
_IS = frozenset("is are 's am".split())
_WE = frozenset("мы ми".split())
_HAD_BEEN = frozenset("був була було були был была было были was were".split())
_ARTICLES = frozenset("a an the his her their its our my no any".split())
_DONE = frozenset("had was were been".split())
_NOW = frozenset("hope hopes expect expects intend intends aim aims plan plans".split())
_AHEAD = ("سي", "ست", "سن")
_NOT_AHEAD = (
    "سيار", "سيد", "سياس", "سياح", "سيطر", "سينا", "سينم", "ستين", "ستم", "ستار", "سنو", "سنت",
    "سياق", "سياج", "سيول", "ستون", "سنجار",
)  # fmt: skip
_STATE = re.compile("(?:[аеё]н[ыоаі]?|[иыі]т[ыоаі]|[тн]о)$")
_DID = re.compile("[a-z]{2}ed$|[а-яіїє]{2}(?:[аяиіе][вл]|л[аои](?:с[яь])?)$")
_THEY_DO = re.compile("[а-яіїє]{3}[уюая]ть(?:ся)?$")  # "they let", "they will let in"
_COUNTS = frozenset("п'ять дев'ять десять".split())
_BEEN = frozenset("был была было были був була було були".split())
_SHORTEST_AHEAD = 4
_COMMAS = ("،", ",")
_INNER = frozenset("‘'")
_OUTER = frozenset('“„«"')
_OPENS = frozenset("“„«‘")
_CLOSES = frozenset('”»"’')


@dataclass(frozen=True, slots=True)
class Sentence:
    """The tokens of a sentence, its language's words, and when it was published.

    ``strict``: a month, year or weekday that stands alone needs a word before it that says so.
    ``future``: whether days without a year lie ahead; None: as the sentence says.
    """

    read: Sequence[Token]
    words: DateWords
    language: str
    published: date | None
    strict: bool = True
    future: bool | None = None

    def word(self, at: int) -> str:
        """Return the folded word at a token, "" outside."""
        return self.read[at].word if 0 <= at < len(self.read) else ""

    def is_future(self, at: int) -> bool | None:
        """Say whether the nearest verb before a token looks ahead; None if it may be either."""
        if self.future is not None:
            return self.future
        until = self.word(at - 1) in self.words.deadlines or self._is_no_later_than(at)
        weekday = self.words.weekdays.at(self.read, at, joined=self.words.joined)
        if until and self.word(at - 2) in _HAVE:
            return True  # "Astra has until Friday"
        unsure = None if until and weekday else False  # a date is a year away, a weekday is not
        if not until and (self._is_told_on(at) or self._is_asked_on(at)):
            return False
        if self._takes_effect(at) or self._goes_on_then(at) or self._will_then(at):
            return True
        if self._is_told_of_it(at):
            return False
        if self._is_still_planned(at) or (until and self._is_then_to_be(at)):
            return True
        for back in range(at - 1, max(-1, at - _WINDOW), -1):
            word = self._verb(back)
            if word in _READY and self.word(back + 1) == "to" and self.word(back - 1) in _IS:
                return True  # "are prepared to open a corridor on Saturday"
            if word in self.words.promises and self.word(back - 1) in _ARTICLES:
                continue  # "a planned exchange"
            if word.endswith("'ll"):
                return True
            if word in _IS and self.word(back + 1) == "to":
                return True  # "is to be opened on Friday"
            if word in _HAVE and self.word(at - 1) in _TILL and self._is_participle(back + 1):
                return True  # "has closed the port until Friday": it still is
            if word in self.words.awaits and at - back <= _NEAR and self.word(back - 1) in _IS:
                return True  # "are expected on Monday"
            if self.word(back + 1) == "to" and word in self.words.awaits:
                now = word in _NOW or self.word(back - 1) in _IS
                return True if until or now else None
            if self.word(back + 1) == "to" and word in self.words.promises and until:
                return True  # "were told to come back by Saturday"
            if until and word in _PARTICIPLES and self.word(back - 1) in _HAVE:
                continue  # "has kept the bridge shut until Friday"
            if word in self.words.reported and self.word(back - 1) not in _TO_BE:
                done = word in _WAS or self.word(back - 1) in _DONE
                return False if done else unsure
            if word in self.words.future and self.word(back - 1) in _HAD_BEEN:
                return None  # "был назначен на пятницу"
            if (
                word in self.words.future
                or self._is_ahead(back)
                or (word in _SET and self.word(back + 1) in _FOR)
            ):
                return True
            if until and _STATE.search(word) and self.word(back - 1) not in _BEEN:
                return True  # "closed until Thursday": it still is
            if word in self.words.commits and (until or at - back > _NEAR):
                return not (self.words.joined and self.word(at - 1) in _COMMAS)  # "vowed, Monday,"
            if word in self.words.promises and (until or at - back > _NEAR):
                return until or None
        if until:
            return self._is_future_behind(at, unsure=unsure)
        return self._is_done_behind(at) if self.words.is_lower else False

    def _is_told_on(self, at: int) -> bool:
        """Say whether what was done on a day stands right before it: "they agreed on Monday"."""
        verb = self.word(at - 2)
        made = verb.endswith("ed") or verb in self.words.promises or verb in self.words.commits
        return (
            self.words.has_capitals and self.word(at - 1) == "on" and made
            and verb not in self.words.awaits and verb not in self.words.future
            and self.word(at - 3) not in _TO_BE | _IS | {"to", "not"}
        )  # fmt: skip

    @property
    def tells_of_past(self) -> bool:
        """Whether a verb of the sentence says what was done."""
        return self.future is False or any(
            token.word in _WAS or token.word in self.words.reported or _DID.search(token.word)
            for token in self.read
            if token.kind == "word"
        )

    def _is_asked_on(self, at: int) -> bool:
        """Read "asked the council on Monday to act", "asked for a list on Monday": asked then."""
        if not self.words.has_capitals or self.word(at - 1) not in ("on", "again"):
            return False
        for back in range(at - 1, max(-1, at - _WINDOW), -1):
            if self.word(back) == "to" or self.word(back) in _WOULD:
                return False
            if self.word(back) in self.words.commits and self.word(at + 1) == "to":
                return True  # "promised in parliament on Monday to open an inquiry"
            if self.word(back) in _ASKED:
                between = {self.word(step) for step in range(back, at)}
                return self.word(at + 1) == "to" or "for" in between
        return False

    def _takes_effect(self, at: int) -> bool:
        """Read "may not enter our ports as of midnight on 10 November": a rule begins then."""
        near = {self.word(step) for step in range(max(0, at - _CLOSE), at)}
        if not self.words.has_capitals or not near & _EFFECTIVE:
            return False
        return any(
            self.word(step) in _MODALS and not self.read[step].is_capitalised
            for step in range(max(0, at - _WINDOW), at)
        )

    def _is_told_of_it(self, at: int) -> bool:
        """Read "promised the same in March": what was promised is no day."""
        back = at - 2
        while back > 0 and self.word(back) in _THE_SAME:
            back -= 1
        ahead = self.word(back) in self.words.commits | self.words.promises
        return self.words.has_capitals and back < at - 2 and ahead and self.word(back)[-2:] == "ed"

    def _is_still_planned(self, at: int) -> bool:
        """Read "an exchange, planned for Saturday, has been postponed"."""
        if self.word(at - 1) != "for" or self.word(at - 2) not in _PLANNED:
            return False
        return self.word(at + 1) == "," and self.word(at + 2) in _HAVE | _IS | _WILL

    def _is_then_to_be(self, at: int) -> bool:
        """Read "until Thursday, when an engineer is to speak"."""
        if (self.word(at + 1), self.word(at + 2)) != (",", "when"):
            return False
        near = range(at + 3, min(len(self.read), at + _CLOSE + 3))
        return any(
            self.word(step) in _WILL or (self.word(step) in _IS and self.word(step + 1) == "to")
            for step in near
        )

    def _goes_on_then(self, at: int) -> bool:
        """Read "The trial continues on Monday", "talks resume there on Friday"."""
        if not self.words.has_capitals or self.word(at - 1) != "on":
            return False
        verb = at - 2 - (self.word(at - 2) in _THERE)
        return self.word(verb) in _GOES_ON and self.word(verb - 1) not in _DID_NOT

    def _will_then(self, at: int) -> bool:
        """Read "From Saturday we will stop all crossings", where the verb follows the day."""
        if not self.words.has_capitals or self.word(at - 1) not in _FROM:
            return False
        if self.word(at - 2) not in _CLAUSE_BEGINS or self.word(at + 1) in _INTERRUPTS:
            return False
        for ahead in range(at + 1, min(len(self.read), at + _CLOSE + 1)):
            word = self.word(ahead)
            if word in self.words.reported or _DID.search(word) or word in _ENDS:
                return False
            if word in _WILL and not self.read[ahead].is_capitalised:
                return True
        return False

    def _is_no_later_than(self, at: int) -> bool:
        """Read "не пізніше ніж у вівторок": a deadline."""
        before = [self.word(step) for step in range(at - 3, at)]
        return self.words.is_lower and before[0] in _LATER and before[1] in _THAN

    def _is_participle(self, at: int) -> bool:
        word = self.word(at)
        return word.endswith("ed") or word in _PARTICIPLES

    def has_season_behind_article(self, at: int) -> bool:
        """Say whether "the autumn" stands at a token."""
        return self.word(at) == "the" and self.words.seasons.at(self.read, at + 1) is not None

    @property
    def looks_ahead(self) -> bool:
        """Whether somebody in the sentence plans, promises or demands something."""
        ahead = self.words.future | self.words.commits | self.words.promises
        return any(
            token.word in ahead or self.words.joined and token.word[1:] in ahead
            for token in self.read
        )  # fmt: skip

    def _is_ahead(self, at: int) -> bool:
        """Say whether an Arabic verb has the letter of the future written onto it."""
        word = self.word(at).removeprefix("و")
        ahead = self.words.joined and word.startswith(_AHEAD) and len(word) > _SHORTEST_AHEAD
        return ahead and not word.startswith(_NOT_AHEAD)

    def _verb(self, at: int) -> str:
        """Return the word at a token, in Arabic without "and" written onto it."""
        word = self.word(at)
        ahead = self.words.commits | self.words.promises
        return word[1:] if self.words.joined and word[1:] in ahead else word

    def _is_done_behind(self, at: int) -> bool | None:
        """Say the same of "12 листопада ми передамо", where the verb follows the day."""
        day_of_week = self.words.weekdays.at(self.read, at) is not None
        for ahead in range(at + 1, min(len(self.read), at + _WINDOW)):
            word = self.read[ahead].word
            if word in self.words.reported or _DID.search(word) or word in ",.;:":
                return False
            if word in self.words.will or self.words.we_will and self._we_shall(ahead):
                return True
            if word in self.words.future:
                return None if day_of_week else True  # "in July they plan", "on Friday they plan"
            if day_of_week and self.language == "uk" and _THEY_DO.search(word):
                return None if word not in _COUNTS and not word.endswith("дцять") else False
        return False

    def _we_shall(self, at: int) -> bool:
        """Say whether "we shall do" stands at a token, by its ending and what goes before it."""
        word = self.word(at)
        ours = any(self.word(back) in _WE for back in range(max(0, at - _CLOSE), at))
        return ours and len(word) > _CLOSE and word.endswith(tuple(self.words.we_will))

    def _is_future_behind(self, at: int, *, unsure: bool | None) -> bool | None:
        """Say the same of "Until Friday nobody will pass", where the verb follows a deadline."""
        for ahead in range(at + 1, min(len(self.read), at + _WINDOW)):
            if self.read[ahead].word in self.words.future:
                return True
            if self.read[ahead].word in self.words.reported:
                return False
        return False if self.word(at - 1) == "by" else unsure

    def is_licensed(self, at: int) -> bool:
        """Say whether the words before a token let a month or year stand alone."""
        return not self.strict or (
            at > 0 and self.words.licence.at(self.read, at - 1) is not None
            and self.read[at - 1].kind == "word"
        )  # fmt: skip

    def is_of_then(self, at: int) -> bool:
        """Say whether a word stands in what somebody "had said": its today is an earlier day."""
        opened: int | None = None
        for step in range(max(0, at - _FAR), at):
            if self.read[step].raw in _OPENS or (self.read[step].raw == '"' and opened is None):
                opened = step
            elif self.read[step].raw in _CLOSES:
                opened = None
        if opened is None:
            return False
        if self.read[opened].raw in _INNER and any(
            token.raw in _OUTER for token in self.read[max(0, opened - _WINDOW) : opened]
        ):
            return True  # “He said, ‘Nobody sleeps tonight’”: said on the day that is told of
        before = range(max(0, opened - _WINDOW), opened - 1)
        return any(
            self.word(step) == "had" and self.word(step + 1) in self.words.tells for step in before
        )
