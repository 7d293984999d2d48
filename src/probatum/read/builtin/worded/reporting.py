"""Indirect speech by rules: "X said that ...", "..., X said", "according to X", "X denied ..."."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from probatum.model.nouns.assertions import Stance
from probatum.read.builtin.worded.contents import has
from probatum.read.builtin.worded.lexicon import Cue
from probatum.read.builtin.worded.phrases import Phrase, phrase_of, with_gender
from probatum.read.builtin.worded.saying import Saying
from probatum.read.builtin.worded.stretches import THAT_NEAR, Stretches

_MOST_VERBS = 24
_FEWEST = 2


class Reporting(Stretches):
    """Reads the attributions of one passage from its frame."""

    def sayings(self, used: frozenset[int], begins: int | None) -> list[Saying]:
        """Return the attributions. ``used`` verbs belong to speech, told of from ``begins`` on."""
        if begins is not None:
            self._limit = self._join_before(begins)
        verbs = [
            at for at in range(self._limit)
            if at not in used and self._frame.is_cue(at) and not self._is_quoted(at)
        ][:_MOST_VERBS]  # fmt: skip
        self._according()
        self._said_by_some()
        self._own()
        self._claims()
        self._pictures()
        for number, at in enumerate(verbs):
            known = self._lexicon.cues.at(self._words, at)
            if known is None or self._is_taken(at) or self._is_negated(at, known[1]):
                continue
            self._verb(at, known[1], known[0], verbs[number + 1 :])
        return self._found

    # -- verbs ------------------------------------------------------------------------------

    def _verb(self, at: int, end: int, cue: Cue, later: Sequence[int]) -> None:
        frame = self._frame
        that = self._that(end)
        before = at - 1 if at and self._words[at - 1].word in self._lexicon.this else at
        whose = frame.before(before, bare="t" in cue.takes and that is not None)
        subject, start = whose if whose is not None else (None, at)
        behind = end
        if subject is None:
            after = frame.behind(end) if "t" in cue.takes and that != end + 1 else None
            if after is not None and (that is None or after[1] <= that):
                subject, behind = after
                start = self._start(at)
        if subject is None:
            start = self._start(at)
            if self._last is None and self._joins(at):
                subject = frame.before_join(start - 1)
        if subject is not None and subject.words[0].word in self._lexicon.first_person:
            return
        if subject is not None:
            self.named.append(subject)
        holder = self._holding(at)
        carries = subject is None and self._last is not None and self._joins(at)
        if subject is None and not carries:
            return
        speaker = self._last if subject is None else with_gender(subject, frame.form(at))
        assert speaker is not None
        made: Saying | None = None
        if "t" in cue.takes and end < self._limit and self._words[end].word == ":":
            made = self._colon(end, cue, at)
        elif "o" in cue.takes and at and self._words[at - 1].word in self._lexicon.this:
            made = self._made(at - 1, at, cue.stance, at, end)
        elif "t" in cue.takes and that is not None:
            made = self._made(that + 1, self._content_end(that + 1, later), cue.stance, at, end)
        elif "i" in cue.takes:
            made = self._call(end, cue, at, later)
        elif "o" in cue.takes and behind == end:
            made = self._object(end, cue, at, later)
        elif "t" in cue.takes:
            made = self._postposed(at, start, behind, cue, end)
            if made is None and "a" in cue.takes and behind == end:
                made = self._about(end, cue, at, later)
        if made is None and "a" in cue.takes and "o" in cue.takes:
            made = self._about(end, cue, at, later)
        if made is None:
            return
        relay = self._relay(end, made.content.start)
        via: tuple[Phrase, ...] = ()
        if relay is not None:
            speaker, via = relay, (speaker,)
        if holder is not None and not self._contains(holder, made):
            holder = None
        if holder is not None and (subject is None or made.content == holder.content):
            return
        hides = relay is None and subject is not None and self._is_hidden(start, at)
        self._found.append(
            replace(
                made, speaker=speaker, via=via, inside=holder, accuses="x" in cue.takes,
                names="n" in cue.takes, voice="anonymous" if hides else made.voice,
            )
        )  # fmt: skip
        if holder is None:
            self._last = speaker if not via else via[0]

    def _call(self, end: int, cue: Cue, at: int, later: Sequence[int]) -> Saying | None:
        words, lexicon = self._words, self._lexicon
        for place in range(end, min(self._limit, end + THAT_NEAR)):
            word = words[place]
            if word.word in lexicon.in_order or word.word in lexicon.that:
                made = self._made(
                    place + 1, self._content_end(place + 1, later), cue.stance, at, end
                )
                return made if made is None else replace(
                    made, addressee=self._addressed(end, place)
                )  # fmt: skip
            if (
                word.kind == "word"
                and lexicon.infinitive.search(word.word)
                and (word.word not in lexicon.not_infinitive)
            ):
                made = self._made(place, self._content_end(place, later), cue.stance, at, end)
                return made if made is None else replace(
                    made, addressee=self._addressed(end, place)
                )  # fmt: skip
            if word.word in ".;:" or word.word == "," and place > end:
                break
        return self._object(end, cue, at, later)

    def _addressed(self, start: int, end: int) -> Phrase | None:
        """Return who is called upon, between the verb and what is asked."""
        while start < end and (
            self._words[start].word in self._lexicon.prepositions | self._lexicon.adverbs
            or self._frame.is_stop(start)
        ):
            start += 1
        while end > start and self._words[end - 1].word == ",":
            end -= 1
        named = self._frame.name_at(start, end) if start < end else None
        return None if named is None else named[0]

    def _object(self, end: int, cue: Cue, at: int, later: Sequence[int]) -> Saying | None:
        words, lexicon = self._words, self._lexicon
        start = end
        while start < self._limit and words[start].word in lexicon.adverbs:
            start += 1
        if start >= self._limit or self._frame.is_stop(start):
            return None
        addressee: Phrase | None = None
        if "i" in cue.takes:
            dative = words[start]
            head = lexicon.heads.of(dative.word)
            if head is not None and dative.word.endswith(("ам", "ям")):
                addressee = phrase_of(words[start : start + 1], lexicon)
                start += 1
            elif dative.word in lexicon.prepositions:
                start += 1
        made = self._made(start, self._content_end(start, later), cue.stance, at, end)
        return None if made is None else replace(made, as_object=True, addressee=addressee)

    def _about(self, end: int, cue: Cue, at: int, later: Sequence[int]) -> Saying | None:
        words, lexicon = self._words, self._lexicon
        start = end
        while start < self._limit and (
            words[start].word in lexicon.adverbs or lexicon.recipients.at(words, start)
        ):
            start += 1
        if start + 1 >= self._limit or words[start].word not in lexicon.about:
            return None
        stop = self._content_end(start + 1, later)
        told = any(
            lexicon.happenings.at(words, place) or words[place].kind == "number"
            for place in range(start + 1, min(stop, start + 12))
        )
        told = told or has(lexicon.matters, words[start + 1 : stop])
        made = self._made(start + 1, stop, cue.stance, at, end) if told else None
        return None if made is None else replace(made, as_object=True)

    def _colon(self, end: int, cue: Cue, at: int) -> Saying | None:
        if end < self._limit and self._words[end].word == ":":
            return self._made(end + 1, self._content_end(end + 1, ()), cue.stance, at, end)
        return None

    def _postposed(self, at: int, start: int, behind: int, cue: Cue, end: int) -> Saying | None:
        """Read "..., said X", "..., X said", "..., as X said, ..." and "As X said, ..."."""
        words, lexicon = self._words, self._lexicon
        first = min(start, at)
        while first and words[first - 1].word in lexicon.as_words | lexicon.adverbs:
            first -= 1
        last = max(behind, end)
        while last < len(words) and not self._frame.is_stop(last):
            if words[last].kind == "word" and self._frame.is_cue(last):
                return None
            last += 1
        before = first and words[first - 1].word in ",—–-"
        if before:
            begin = self._sentence_start(first - 1)
            if last < len(words) and words[last].word == "," and last + 1 < len(words):
                stop = self._content_end(last + 1, ())
                return self._made(begin, stop, cue.stance, at, end)
            return self._made(begin, first - 1, cue.stance, at, end)
        opens = first == 0 or words[first - 1].word in lexicon.joins
        is_as = words[first].word in lexicon.as_words
        if opens and is_as and last < len(words) and words[last].word == ",":
            return self._made(last + 1, self._content_end(last + 1, ()), cue.stance, at, end)
        return None

    # -- according to -----------------------------------------------------------------------

    def _according(self) -> None:
        words, lexicon = self._words, self._lexicon
        at = 0
        while at < self._limit:
            named = self._source(at)
            if named is None:
                at += 1
                continue
            speaker, end, stance, cue = named
            end = self._behind_dashes(end)
            before = at
            while before and words[before - 1].word in lexicon.adverbs | lexicon.joins:
                before -= 1
            comma = end < self._limit and words[end].word == ","
            if before == 0 or words[before - 1].word in ";:":
                start = end + 1 if comma else end
                made = self._made(start, self._content_end(start, ()), stance, *cue)
            elif comma and words[before - 1].word == "," and end + _FEWEST < self._limit:
                begin = self._sentence_start(before - 1)
                if any(self._frame.is_cue(each) for each in range(begin, before)):
                    at = end  # "X said that A and, by his data, B": one content, X's
                    continue
                made = self._made(begin, self._content_end(end + 1, ()), stance, *cue)
            else:
                made = self._made(self._sentence_start(before - 1), before, stance, *cue)
            if made is not None and not self._overlaps(made):
                self._found.append(replace(made, speaker=speaker))
                if speaker.words[0].word in lexicon.first_person:
                    self._found.pop()
            at = max(end, at + 1)

    def _source(self, at: int) -> tuple[Phrase, int, Stance, tuple[int, int]] | None:
        """Return the source that "according to" names at a token, and the token behind it."""
        words, lexicon = self._words, self._lexicon
        found = lexicon.according.at(words, at)
        if found is not None:
            named = self._frame.name_at(found[1])
            return None if named is None else (named[0], named[1], found[0], (at, found[1]))
        if (
            at + 2 < len(words)
            and words[at].word in lexicon.prepositions
            and (words[at + 1].word in lexicon.possessives)
        ):
            whose = lexicon.according_whose.at(words, at + 2)
            phrase = phrase_of(words[at + 1 : at + 2], lexicon) if whose else None
            if whose is not None and phrase is not None:
                return phrase, whose[1], whose[0], (at, whose[1])
        return None

    def _behind_dashes(self, at: int) -> int:
        """Return the token behind "— two fishermen, —" that says more about a source."""
        words = self._words
        if at < self._limit and words[at].word in "—–-":
            for place in range(at + 1, min(self._limit, at + 10)):
                if words[place].word in "—–-":
                    return place if words[place - 1].word != "," else place - 1
        return at

    def _pictures(self) -> None:
        """Read "The video shows how ...": nobody says it, the picture shows it."""
        words, lexicon = self._words, self._lexicon
        seen = next((at for at in range(self._limit) if lexicon.pictures.at(words, at)), None)
        if seen is None:
            return
        for at in range(seen + 1, min(self._limit, seen + THAT_NEAR)):
            verb = lexicon.shows.at(words, at)
            if verb is None:
                continue
            start = verb[1]
            if start < self._limit and words[start].word == ",":
                start += 1
            if start < self._limit and words[start].word in lexicon.that | lexicon.as_words:
                made = self._made(start + 1, self._limit, "asserts", at, verb[1])
                if made is not None and not self._overlaps(made):
                    self._found.append(replace(made, voice="anonymous", depicts=True))
            return

    def _relay(self, start: int, content: int) -> Phrase | None:
        """Return the source that a verb says it passes on ("citing residents")."""
        for at in range(start, min(len(self._words), start + THAT_NEAR)):
            found = self._lexicon.relaying.at(self._words, at)
            if found is not None:
                named = self._frame.name_at(found[1])
                return None if named is None else named[0]
            if self._words[at].word in ".;:":
                break
        return None

    def _said_by_some(self) -> None:
        """Read "They say, ...", "It is reported that ..."."""
        words, lexicon = self._words, self._lexicon
        for at in range(min(3, self._limit)):
            found = lexicon.said_by_some.at(words, at)
            if found is None:
                continue
            if any(words[each].word not in lexicon.adverbs | lexicon.as_words | lexicon.joins
                   for each in range(at)):  # fmt: skip
                return
            start = found[1]
            if start < self._limit and words[start].word == ",":
                start += 1
                if start < self._limit and words[start].word in lexicon.that:
                    start += 1
                made = self._made(start, self._content_end(start, ()), "reports", at, found[1])
                if made is not None:
                    self._found.append(replace(made, voice="anonymous"))
            return

    def _claims(self) -> None:
        """Read "Responsibility for N took upon itself X"."""
        for at in range(self._limit):
            begins = self._lexicon.responsibility_for.at(self._words, at)
            if begins is None:
                continue
            for place in range(begins[1] + 1, min(self._limit, at + THAT_NEAR)):
                verb = self._lexicon.took_on.at(self._words, place)
                if verb is None:
                    continue
                named = self._frame.name_at(verb[1])
                made = self._made(begins[1], place, "claims_responsibility", place, verb[1])
                if named is not None and made is not None:
                    self._found.append(replace(made, speaker=named[0]))
                return

    def _own(self) -> None:
        """Read what the text doubts, asks or promises in the first person."""
        for at in range(self._limit):
            if self._turns_to_self(at):
                rest = self._made(at + 2, self._limit, "disputes", at + 1, at + 2)
                if rest is not None and has(self._lexicon.doubts, self._words[at:]):
                    self._found.append(replace(rest, voice="own", cue=None))
                break
        for at in range(self._limit):
            found = self._lexicon.own.at(self._words, at)
            if found is None or self._is_quoted(at):
                continue
            made = self._call(found[1], Cue(found[0], "io"), at, ())
            if made is not None and not self._overlaps(made):
                self._found.append(replace(made, voice="own"))
            return
