"""Nouns that hold what somebody says: a statement, a claim, other figures."""

from __future__ import annotations

from dataclasses import replace

from probatum.model.nouns.assertions import Stance
from probatum.read.builtin.worded.contents import has
from probatum.read.builtin.worded.phrases import Phrase, phrase_of
from probatum.read.builtin.worded.saying import Saying
from probatum.read.builtin.worded.sourcing import Sourcing
from probatum.read.builtin.worded.stretches import THAT_NEAR
from probatum.read.found import Mark

_MOST_QUALIFYING = 3
_MOST_GIVEN = 5
_DASHES = "—–-"


class Claiming(Sourcing):
    """Reads the papers, claims and figures of one passage."""

    def _papers(self) -> None:
        """Read "In X's statement, spread by the agency Y, it says that ..."."""
        words, lexicon = self._words, self._lexicon
        for at in range(2, self._limit):
            said = lexicon.said_in.at(words, at)
            if said is None:
                continue
            that = self._that(said[1])
            begins = that + 1 if that is not None else said[1] + 1
            if that is None and (said[1] >= self._limit or words[said[1]].word != ":"):
                continue
            for place in range(max(0, at - THAT_NEAR), at - 1):
                source = self._of_paper(place, at)
                if source is None:
                    continue
                made = self._made(begins, self._content_end(begins, ()), "asserts", at, said[1])
                if made is not None and not self._overlaps(made):
                    self._found.append(replace(made, speaker=source[0], via=source[1]))
                return

    def _of_paper(self, place: int, end: int) -> tuple[Phrase, tuple[Phrase, ...]] | None:
        """Return whose statement "in X's statement" names at a token, and who spread it."""
        words, lexicon = self._words, self._lexicon
        if words[place].word not in lexicon.prepositions:
            return None
        whose: Phrase | None = None
        for at in range(place + 1, min(end, place + 1 + _MOST_QUALIFYING)):
            paper = lexicon.papers.at(words, at)
            if paper is not None:
                behind = paper[1]
                if whose is None and behind < end:
                    named = self._frame.name_at(behind, end)
                    whose, behind = named if named is not None else (None, behind)
                if whose is None:
                    return self._paper_itself(place + 1, behind), ()
                return whose, self._spread_by(behind, end)
            if words[at].word in lexicon.possessives:
                whose = phrase_of(words[at : at + 1], lexicon)
            elif not lexicon.adjective.search(words[at].word):
                return None
        return None

    def _paper_itself(self, start: int, end: int) -> Phrase:
        words = tuple(self._words[start:end])
        mark = Mark(words[0].start, words[-1].end)
        return Phrase(mark, "named", "organisation", "", words)

    def _spread_by(self, start: int, end: int) -> tuple[Phrase, ...]:
        for at in range(start, end):
            head = self._lexicon.heads.of(self._words[at].word)
            if head is not None and head.type == "publication":
                named = self._frame.name_at(at, end)
                return () if named is None else (named[0],)
        return ()

    def _claimed(self) -> None:
        """Read "X's claim that ... is backed by nothing", "rumours that ...": what X says."""
        words, lexicon = self._words, self._lexicon
        for at in range(self._limit - 2):
            claim = lexicon.claims.at(words, at)
            if claim is None or self._is_quoted(at) or self._frame.is_cue(at):
                continue
            named = self._frame.name_at(claim[1], bare=True) if claim[0] else None
            end = claim[1] if named is None else named[1]
            that = self._that_of(end)
            if that is None and named is not None and words[end : end + 1]:
                that = self._quoted_of(end)
            if that is None or claim[0] and named is None:
                continue
            stop = (
                self._limit
                if words[that - 1].word == ":"
                else next(
                    (each for each in range(that + 2, self._limit) if words[each].word in ",;"),
                    self._limit,
                )
            )
            told_by = self._verb_before(at)
            if told_by is not None and told_by[0] != "asserts":
                continue  # "denies X's claim that ...": the content is the denial's
            made = self._made(that, stop, "asserts" if claim[0] else "reports", at, claim[1])
            if made is None or self._overlaps(made):
                continue
            if at == 0 and told_by is None and has(lexicon.baseless, words[stop:]):
                whole = self._made(at, self._limit, "denies", at, claim[1])
                if whole is not None:
                    self._found.append(replace(whole, voice="own", cue=None))
            if named is None:
                self._found.append(replace(made, voice="anonymous"))
            elif named[0].words[0].word not in lexicon.first_person:
                whose = None if told_by is None else self._frame.before(told_by[1])
                via = () if whose is None else (whose[0],)
                self._found.append(replace(made, speaker=named[0], via=via))

    def _verb_before(self, at: int) -> tuple[Stance, int] | None:
        """Return the verb of saying whose object a noun is, with its stance."""
        for place in range(at - 1, max(-1, at - _MOST_GIVEN), -1):
            if self._frame.is_stop(place):
                break
            cue = self._lexicon.cues.at(self._words, place)
            if cue is not None and self._frame.is_cue(place):
                return cue[0].stance, place
        return None

    def _that_of(self, at: int) -> int | None:
        """Return where a clause begins behind ", that" or "of it, that"."""
        words, lexicon = self._words, self._lexicon
        if at + 2 < self._limit and words[at].word in lexicon.about:
            at = next((each for each in range(at + 1, at + 3) if words[each].word == ","), at)
        if at + 2 < self._limit and words[at].word == ",":
            return at + 2 if words[at + 1].word in lexicon.that else None
        return None

    def _quoted_of(self, end: int) -> int | None:
        """Return where words begin that a colon and "they say" tell of a statement."""
        few = self._words[end : min(self._limit, end + _MOST_GIVEN)]
        colon = bool(few) and few[0].word == ":"
        return end + 1 if colon and any(one.word in self._lexicon.hearsay for one in few) else None

    def _gives(self) -> None:
        """Read "X gives other figures: ...", "X names a different number — ..."."""
        words, lexicon = self._words, self._lexicon
        for at in range(self._limit):
            verb = lexicon.gives.at(words, at)
            if verb is None or self._frame.form(at) is None or self._is_quoted(at):
                continue
            for place in range(verb[1], min(self._limit - 1, verb[1] + _MOST_GIVEN)):
                noun = lexicon.given.at(words, place)
                if noun is None or noun[1] + 1 >= self._limit:
                    continue
                made = self._given(at, verb[1], noun[1])
                whose = self._frame.before(at) if made is not None else None
                if made is not None and whose is not None:
                    self._found.append(replace(made, speaker=whose[0]))
                break

    def _given(self, at: int, end: int, behind: int) -> Saying | None:
        mark = self._words[behind].word
        if mark not in _DASHES and mark != ":":
            return None
        return self._made(behind + 1, self._content_end(behind + 1, ()), "asserts", at, end)

    def _hearsay(self) -> None:
        """Read ": they say, ..." behind what somebody says: it is theirs as well."""
        words, lexicon = self._words, self._lexicon
        for at in range(1, self._limit - 2):
            if words[at].word not in lexicon.hearsay or words[at - 1].word not in ",:—–-":
                continue
            before = [each for each in self._found if each.content.end <= words[at].start]
            said = [each.speaker for each in before if each.speaker is not None]
            if not said:
                continue
            stance: Stance = "denies" if before[-1].stance == "denies" else "asserts"
            made = self._made(at + 1, self._content_end(at + 1, ()), stance, at, at + 1)
            if made is not None and not self._overlaps(made):
                self._found.append(replace(made, speaker=said[-1]))
