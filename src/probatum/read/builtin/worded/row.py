"""The words of one passage, and what the rules ask about a word among them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from probatum.read.builtin.worded.lexicon import Gender, Lexicon
from probatum.read.builtin.worded.phrases import QUOTES, Phrase, phrase_of
from probatum.read.found import Mark
from probatum.read.tokens import Token

STOPS = frozenset(",.:;!?…—–―()،؛؟")
MOST_WORDS = 24
MOST_BARE = 4
_MOST_QUOTED = 8
_YEARS = ("летн", "річн")
SUBJECTS = {
    "m": re.compile("[бвгґджзйклмнпрстфхцчшщь]$"), "f": re.compile("[аяь]$"),
    "n": re.compile("[оея]$"), "p": re.compile("[иіїыеая]$"),
}  # fmt: skip
"""Endings that a subject has beside a verb of a gender or number."""


class Row:
    """The words of one passage."""

    def __init__(self, words: Sequence[Token], lexicon: Lexicon, dates: Sequence[Mark]) -> None:
        self.words = words
        self.lexicon = lexicon
        self._dated = {
            at for at, one in enumerate(words)
            for mark in dates if mark.start <= one.start < mark.end
        }  # fmt: skip

    def in_date(self, at: int) -> bool:
        """Say whether a word belongs to a date, or leads to one."""
        if at in self._dated:
            return True
        lead = at + 1 in self._dated and at < len(self.words)
        return lead and self.words[at].word in self.lexicon.prepositions

    def is_stop(self, at: int) -> bool:
        """Say whether a clause ends at a token."""
        return self.words[at].word in STOPS

    def mark(self, first: int, last: int) -> Mark:
        """Return the stretch of the words from ``first`` to before ``last``."""
        return Mark(self.words[first].start, self.words[last - 1].end)

    def is_related(self, at: int) -> bool:
        """Say whether "in which" stands before a token."""
        words, lexicon = self.words, self.lexicon
        return (
            at > 2 and lexicon.relative.search(words[at - 1].word) is not None
            and words[at - 2].word in lexicon.prepositions and words[at - 3].word == ","
        )  # fmt: skip

    def aside_to(self, comma: int) -> int:
        """Return the comma that opens ", of course," before a comma; the comma if nothing does."""
        at = comma - 1
        while at > 0 and self.words[at].word in self.lexicon.adverbs:
            at -= 1
        return at if 0 < at < comma - 1 and self.words[at].word == "," else comma

    def comma_before(self, at: int) -> int:
        """Return the comma that opens the clause of a token."""
        return next((each for each in range(at - 1, 0, -1) if self.words[each].word == ","), 0)

    def name_at(
        self, at: int, limit: int | None = None, *, bare: bool = False
    ) -> tuple[Phrase, int] | None:  # fmt: skip
        """Return the name that begins at a token, and the token behind it, up to ``limit``.

        ``bare``: a few words that no list knows will do, if their clause ends behind them.
        """
        if at < len(self.words) and self.is_to_do(at):
            return None
        end = self.name_end(at)
        end = end if limit is None else min(end, limit)
        phrase = phrase_of(self.words[at:end], self.lexicon) if end > at else None
        if phrase is None or phrase.kind == "noun" and not self._names(at, end):
            ends = end == len(self.words) or self.is_stop(end)
            if phrase is None or not (bare and ends and self._is_bare(self.words[at:end])):
                return None
        return phrase, end

    def is_that(self, at: int) -> bool:
        """Say whether the word for *that* stands at a token: not that of "just now"."""
        words, lexicon = self.words, self.lexicon
        return words[at].word in lexicon.that and not (at and words[at - 1].word in lexicon.just)

    def is_to_do(self, at: int) -> bool:
        """Say whether an infinitive stands at a token."""
        one = self.words[at]
        return one.raw[:1].islower() and self.lexicon.infinitive.search(one.word) is not None and (
            one.word not in self.lexicon.not_infinitive
        )  # fmt: skip

    def bare_behind(self, verb: int, at: int) -> tuple[Phrase, int] | None:
        """Return a few unknown words behind a verb that end its clause, as its subject."""
        words = self.words
        end = next((each for each in range(at, len(words)) if self.is_stop(each)), len(words))
        few = words[at:end]
        known = self.lexicon.small
        if not 0 < len(few) <= MOST_BARE or not self._is_bare(few):
            return None
        if any(one.word in known or self.in_date(at + n) for n, one in enumerate(few)):
            return None
        ending = SUBJECTS.get(self.form(verb) or "")
        phrase = phrase_of(few, self.lexicon)
        if phrase is None or ending is not None and not any(ending.search(one.word) for one in few):
            return None
        plural = self.form(verb) == "p"
        return replace(phrase, type="group" if plural else phrase.type), end

    def is_of(self, at: int) -> bool:
        """Say whether a word is the *of* of "one of them", "volunteers of the organisation X"."""
        words, lexicon = self.words, self.lexicon
        if not 0 < at < len(words) - 1 or words[at].word not in lexicon.of_them:
            return False
        if words[at - 1].word in lexicon.some:
            return True
        one, other = lexicon.heads.of(words[at - 1].word), lexicon.heads.of(words[at + 1].word)
        return (
            one is not None and one.type == "group" and other is not None
            and other.type == "organisation"
        )  # fmt: skip

    def name_end(self, at: int) -> int:
        """Return where the name that begins at a token ends."""
        words, lexicon = self.words, self.lexicon
        end, opened = at, False
        while end < min(len(words), at + MOST_WORDS):
            word = words[end]
            opened = opened != (word.word in QUOTES)
            if opened and end > at and word.word not in STOPS:
                end += 1
                continue
            if (
                self.is_stop(end) or self.in_date(end) or word.word in lexicon.that
                or word.kind == "number" and not self._is_age(end) or word.word in lexicon.adverbs
                or end > at and (lexicon.recipients.at(words, end) is not None
                                 or self.is_cue(end) or lexicon.relaying.at(words, end))
            ):  # fmt: skip
                break
            if end > at and word.kind == "word" and self.happens(end):
                break
            if word.word in lexicon.prepositions and not (
                lexicon.offices.at(words, end + 1) or end > at and self.is_of(end)
            ):
                break
            if word.word in lexicon.joins and not (
                end + 1 < len(words) and lexicon.heads.of(words[end + 1].word)
            ):
                break
            end += 1
        while end > at and words[end - 1].word in QUOTES and not _balanced(words[at:end]):
            end -= 1
        return end

    def _is_age(self, at: int) -> bool:
        """Say whether "63-year-old" begins at a number."""
        behind = self.words[at + 1 : at + 3]
        return len(behind) == 2 and behind[0].word == "-" and behind[1].word.startswith(_YEARS)

    def is_cue(self, at: int) -> bool:
        """Say whether a finite verb of saying stands at a token."""
        found = self.lexicon.cues.at(self.words, at)
        return found is not None and (found[1] - at > 1 or "p" in found[0].takes
                                      or self.form(at) is not None)  # fmt: skip

    def is_gerund(self, at: int) -> bool:
        """Say whether a verb of saying goes on with what somebody says (", adding that")."""
        word = self.words[at]
        return (
            at > 0 and self.lexicon.cues.at(self.words, at) is not None
            and self.lexicon.gerund.search(word.word) is not None and word.raw[:1].islower()
            and self.words[at - 1].word in self.lexicon.joins | {","}
        )  # fmt: skip

    def form(self, at: int) -> Gender | None:
        """Return gender or number of a finite verb, None if it is none."""
        word = self.words[at].word
        if word in self.lexicon.nots and at + 1 < len(self.words):
            word = self.words[at + 1].word
        elif at + 2 < len(self.words) and self.words[at + 1].word in self.lexicon.nots:
            if self.lexicon.infinitive.search(word):
                word = self.words[at + 2].word
        for gender, pattern in self.lexicon.finite.items():
            if pattern.search(word):
                return gender
        ahead = self.helped(at)
        return None if ahead is None else self.form(ahead)

    def helped(self, at: int) -> int | None:
        """Return the verb before an infinitive that it helps to say ("goes on to insist")."""
        if not at or self.lexicon.infinitive.search(self.words[at].word) is None:
            return None
        for first in (at - 1, at - 2):
            if first >= 0 and (hit := self.lexicon.helps.at(self.words, first)) is not None:
                return first if hit[1] == at else None
        return None

    def _behind_quoted(self, at: int) -> int:
        """Return the token behind a quoted name to whom something is told, if a name follows."""
        words = self.words
        if at >= len(words) or words[at].word not in QUOTES:
            return at
        for end in range(at + 1, min(len(words), at + _MOST_QUOTED)):
            if words[end].word in QUOTES:
                follows = end + 1 < len(words) and words[end + 1].kind == "word"
                led = follows and end + 2 < len(words) and (
                    words[end + 1].word in self.lexicon.places_of
                    and self.lexicon.heads.of(words[end + 2].word) is not None
                )  # fmt: skip
                return end + 1 if led or follows and not self.in_date(end + 1) and (
                    words[end + 1].word not in self.lexicon.small
                ) else at  # fmt: skip
        return at

    def behind_told(self, at: int) -> int:
        """Return the comma behind a quoted name to whom something is told ("to «Volna»,")."""
        if at < len(self.words) and self.words[at].word in QUOTES:
            behind = self._closing(at + 1, min(len(self.words), at + _MOST_QUOTED))
            if behind < len(self.words) and self.words[behind].word == ",":
                return behind
        return at

    def _closing(self, at: int, end: int) -> int:
        """Return the token behind the mark that closes a quotation."""
        return next(
            (each + 1 for each in range(at, end) if self.words[each].word in QUOTES), end
        )  # fmt: skip

    def _names(self, at: int, end: int) -> bool:
        return any(
            self.lexicon.heads.of(word.word) is not None or word.is_capitalised
            for word in self.words[at:end] if word.kind == "word"
        )  # fmt: skip

    def happens(self, at: int) -> bool:
        """Say whether a finite verb of what happened stands at a token."""
        found = self.lexicon.happenings.at(self.words, at)
        return found is not None and found[0].firm and self.form(at) is not None

    def _is_setting(self, at: int) -> bool:
        return (
            self.words[at].word in self.lexicon.prepositions
            and self.lexicon.settings.at(self.words, at + 1) is not None
        )

    def _is_bare(self, few: Sequence[Token]) -> bool:
        lexicon = self.lexicon
        return all(one.kind == "word" for one in few) and not any(
            one.word in lexicon.prepositions or one.word in lexicon.that
            or one.word in lexicon.nots or lexicon.relative.search(one.word)
            or lexicon.recipients.has(one.word) for one in few
        )  # fmt: skip


def _balanced(words: Sequence[Token]) -> bool:
    return sum(one.word in QUOTES for one in words) % 2 == 0
