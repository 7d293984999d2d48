"""Sources that a sentence names in passing: "according to X", "it says in X's report", relays."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from probatum.model.nouns.assertions import Stance
from probatum.read.builtin.worded.contents import has
from probatum.read.builtin.worded.phrases import Phrase, phrase_of
from probatum.read.builtin.worded.saying import Saying
from probatum.read.builtin.worded.stretches import THAT_NEAR, Stretches
from probatum.read.found import Mark

_OBLIQUE = re.compile("(?:нн|т|вш|ущ|ющ|ащ|ящ|ан|ен)(?:ому|ого|ой|ым|им|ій|ої|ых|их|ыми|ими)$")
"""Endings of participles that say more about a source (\"the report, published in May,\")."""
_FEWEST = 2
_MOST_BETWEEN = 3
_MOST_APART = 16
_MOST_SEATED = 7
_MOST_LATER = 8


class Source(NamedTuple):
    """Who is named as a source (None: the text hides it, or it is ``ours``), to where, and how."""

    speaker: Phrase | None
    end: int
    stance: Stance
    cue: tuple[int, int]
    via: tuple[Phrase, ...] = ()
    ours: bool = False


class Sourcing(Stretches):
    """Reads sources of whole sentences."""

    def _according(self) -> None:
        words, lexicon = self._words, self._lexicon
        at = 0
        while at < self._limit:
            source = self._source(at)
            if source is None:
                at += 1
                continue
            speaker, end, stance, cue, via, ours = source
            end = self._behind_dashes(end)
            before = at
            leads = lexicon.adverbs | lexicon.joins | lexicon.as_words
            while before and words[before - 1].word in leads:
                before -= 1
            comma = end < self._limit and words[end].word == ","
            if ours and (before > 0 or not comma):
                at = end
                continue
            if before == 0 or words[before - 1].word in ";:":
                start = end + 1 if comma else end
                made = self._made(start, self._content_end(start, ()), stance, *cue)
            elif comma and words[before - 1].word == "," and end + _FEWEST < self._limit:
                begin = self._sentence_start(before - 1)
                if any(self._frame.is_cue(each) for each in range(begin, before)):
                    at = end  # "X said that A and, by his data, B": one content, X's
                    continue
                made = self._made(begin, self._content_end(end + 1, ()), stance, *cue)
            elif speaker is None:
                made = None
            else:
                made = self._made(self._sentence_start(before - 1), before, stance, *cue)
            if made is not None and not self._overlaps(made):
                led = before == 0
                if speaker is None:
                    made = replace(made, voice="own" if ours else "anonymous")
                    self._found += [made, *(self._also(made) if led else ())]
                elif speaker.words[0].word not in lexicon.first_person:
                    hides = speaker.name is None and self._is_hidden(at, end)
                    voice = "anonymous" if hides else made.voice
                    made = replace(made, speaker=speaker, via=via, voice=voice)
                    self._found += [made, *(self._also(made) if led else ())]
            at = max(end, at + 1)

    def _also(self, made: Saying) -> list[Saying]:
        """Return the clauses behind semicolons that a source at the start gives as well."""
        words = self._words
        found: list[Saying] = []
        start = self._first_of(made.content.end)
        if self._lexicon.heads.joined or start >= self._limit or words[start].word != ";":
            return found
        if any(self._frame.is_cue(at) for at in range(start, self._limit)):
            return found
        while start < self._limit and words[start].word == ";" and len(found) < _MOST_LATER:
            stop = self._content_end(start + 1, ())
            rest = self._made(start + 1, stop, made.stance, 0, 1)
            if rest is None or self._overlaps(rest):
                break
            found.append(replace(made, content=rest.content))
            start = stop
        return found

    def _source(self, at: int) -> Source | None:
        """Return the source that "according to" names at a token."""
        words, lexicon = self._words, self._lexicon
        found = lexicon.according.at(words, at)
        stance: Stance = "asserts" if found is None else found[0]
        place = at if found is None else found[1]
        paper = opinion = False
        if found is None:
            begun = lexicon.according_by.at(words, at)
            opinion = begun is not None and not begun[0]
            if begun is None:
                begun = self._said_in(at)
                paper = begun is not None
            if begun is None:
                return None
            place = begun[1]
        whose: Phrase | None = None
        noun: tuple[Stance, int] | None = None
        first = place
        while first < len(words) and first - place <= _MOST_BETWEEN:
            if paper:
                found_paper = lexicon.papers.at(words, first)
                noun = None if found_paper is None else ("asserts", found_paper[1])
            elif opinion:
                noun = lexicon.opinions.at(words, first)
            else:
                noun = lexicon.information.at(words, first)
            if noun is not None:
                break
            word = words[first]
            if word.word in lexicon.possessives:
                whose = phrase_of(words[first : first + 1], lexicon)
            elif not (word.kind == "word" and self._qualifies(first)):
                break
            first += 1
        if noun is None:
            if found is None:
                return None
            if stance == "reports":
                return Source(None, place, stance, (at, place))
            named = self._frame.name_at(place, bare=True)
            return None if named is None else self._sourced(*named, stance, (at, place))
        stance = noun[0] if stance == "asserts" else stance
        end = noun[1]
        if whose is not None:
            return Source(whose, end, stance, (at, end))
        named = self._frame.name_at(end, bare=True)
        if named is not None:
            return self._sourced(*named, stance, (at, end))
        hides = next((each for each in range(place, end) if lexicon.unnamed.at(words, each)), None)
        if hides is None:
            if has(lexicon.ours, words[place:end]):
                return Source(None, end, stance, (at, end), ours=True)  # "by our count"
            bare = end < self._limit and words[end].word == "," and not lexicon.heads.joined
            hushed: Stance = "estimates" if noun[0] == "estimates" else "reports"
            return Source(None, end, hushed, (at, end)) if bare else None
        found_hidden = lexicon.unnamed.at(words, hides)
        assert found_hidden is not None
        return Source(None, end, found_hidden[0], (at, end))

    def _said_in(self, at: int) -> tuple[bool, int] | None:
        """Return the token behind "it says in"; the paper follows."""
        said = self._lexicon.said_in.at(self._words, at)
        if said is None or said[1] + 1 >= len(self._words):
            return None
        return (True, said[1] + 1) if (
            self._words[said[1]].word in self._lexicon.prepositions
        ) else None  # fmt: skip

    def _qualifies(self, at: int) -> bool:
        """Say whether a word may stand between "by" and "data": an adjective, an adverb."""
        word = self._words[at]
        lexicon = self._lexicon
        return (
            word.word not in lexicon.prepositions and lexicon.heads.of(word.word) is None
            and (word.raw[:1].islower() or lexicon.adjective.search(word.word) is not None)
        )  # fmt: skip

    def _sourced(
        self, speaker: Phrase, end: int, stance: Stance, cue: tuple[int, int]
    ) -> Source:  # fmt: skip
        """Return a source, and behind it who passes it on (", which the agency gives,")."""
        words, lexicon = self._words, self._lexicon
        speaker, end = self._seated(speaker, end)
        if end + 1 >= self._limit or words[end].word != ",":
            return Source(speaker, end, stance, cue)
        word = words[end + 1].word
        further = lexicon.relative.search(word) or (
            _OBLIQUE.search(word) and word not in lexicon.small
            and lexicon.heads.of(word) is None and words[end + 1].raw[:1].islower()
        )  # fmt: skip
        if not further or self._frame.in_date(end + 1):
            return Source(speaker, end, stance, cue)
        stop = next(
            (each for each in range(end + 2, min(self._limit, end + _MOST_APART))
             if words[each].word == ","), None,
        )  # fmt: skip
        if stop is None:
            return Source(speaker, end, stance, cue)
        via: tuple[Phrase, ...] = ()
        for each in range(end + 2, stop):
            head = lexicon.heads.of(words[each].word)
            if head is not None and head.type == "publication":
                named = self._frame.name_at(each, stop)
                via = () if named is None else (named[0],)
                break
        return Source(speaker, stop, stance, cue, via)

    def _seated(self, speaker: Phrase, end: int) -> tuple[Phrase, int]:
        """Return a person or people with where they are ("a doctor at the clinic, ...")."""
        words, lexicon = self._words, self._lexicon
        if speaker.type not in ("person", "group") or speaker.name is not None:
            return speaker, end
        if end >= self._limit or words[end].word not in lexicon.prepositions:
            return speaker, end
        stop = next(
            (each for each in range(end + 1, min(self._limit, end + _MOST_SEATED))
             if words[each].word == ","), None,
        )  # fmt: skip
        if stop is None or any(
            self._frame.in_date(each) or words[each].kind != "word"
            or self._frame.form(each) and lexicon.heads.of(words[each].word) is None
            and lexicon.adjective.search(words[each].word) is None
            for each in range(end, stop)
        ):  # fmt: skip
            return speaker, end
        mark = Mark(speaker.mark.start, words[stop - 1].end)
        return replace(speaker, mark=mark, words=(*speaker.words, *words[end:stop])), stop

    def _behind_dashes(self, at: int) -> int:
        """Return the token behind "— two fishermen, —" that says more about a source."""
        words = self._words
        if at < self._limit and words[at].word in "—–-":
            for place in range(at + 1, min(self._limit, at + 10)):
                if words[place].word in "—–-":
                    return place if words[place - 1].word != "," else place - 1
        return at

    def _relay(self, start: int, stop: int | None = None) -> Phrase | None:
        """Return the source that a verb says it passes on ("citing residents")."""
        last = len(self._words) if stop is None else stop
        for at in range(start, min(last, start + THAT_NEAR)):
            found = self._lexicon.relaying.at(self._words, at)
            if found is not None:
                named = self._frame.name_at(found[1], bare=True)
                return None if named is None else named[0]
            if self._words[at].word in ".;:":
                break
        return None

    def _in_the_media(self) -> bool:
        """Read "In the news they said that N": nobody is named who said so."""
        words, lexicon = self._words, self._lexicon
        led = len(words) > _MOST_SEATED and words[0].word in lexicon.prepositions
        heard = lexicon.media.at(words, 1) if led else None
        if heard is None:
            return False
        at = heard[1]
        while at < self._limit and words[at].word in lexicon.adverbs:
            at += 1
        cue = lexicon.cues.at(words, at)
        if cue is None or "t" not in cue[0].takes or self._frame.form(at) != "p":
            return False
        that = self._that(cue[1])
        if that is None or that > cue[1] + 1:
            return False
        made = self._made(that + 1, self._content_end(that + 1, ()), "reports", at, cue[1])
        if made is not None:
            self._found.append(replace(made, voice="anonymous"))
        return made is not None

    def _said_by_some(self) -> None:
        """Read "They say, ...", "It is reported that ..."."""
        words, lexicon = self._words, self._lexicon
        if self._in_the_media():
            return
        seated = bool(words) and words[0].word in lexicon.places_of
        for at in range(min(_MOST_SEATED if seated else 3, self._limit)):
            found = lexicon.said_by_some.at(words, at)
            if found is None:
                continue
            appears = seated and found[1] - at > 1 and self._frame.form(at) is not None
            small = lexicon.adverbs | lexicon.as_words | lexicon.joins
            if not appears and any(words[each].word not in small for each in range(at)):
                return
            start = found[1]
            if start < self._limit and lexicon.recipients.at(words, start) is not None:
                start += 1
            while start < self._limit and words[start].word in lexicon.adverbs:
                start += 1  # "they also say that"
            start = self._frame.behind_told(start)
            if start < self._limit and words[start].word == ",":
                start += 1
                if start < self._limit and words[start].word in lexicon.that:
                    start += 1
            elif start >= self._limit or words[start].word not in lexicon.about:
                return
            else:
                start += 1
            later = [each for each in range(start, self._limit) if self._frame.is_cue(each)]
            stop = self._content_end(start, later[:_MOST_LATER])
            made = self._made(start, stop, "reports", at, found[1])
            if made is not None and not self._overlaps(made):
                self._found.append(replace(made, voice="anonymous"))
            return
