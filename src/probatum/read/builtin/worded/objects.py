"""What verbs of saying take beside a clause: what is denied, asked, blamed, told about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from probatum.read.builtin.worded.contents import has
from probatum.read.builtin.worded.frames import THESE
from probatum.read.builtin.worded.lexicon import Cue
from probatum.read.builtin.worded.phrases import Phrase, phrase_of
from probatum.read.builtin.worded.saying import Saying
from probatum.read.builtin.worded.showing import Showing
from probatum.read.builtin.worded.stretches import THAT_NEAR

_MOST_ASKED = 10
_MOST_NAMED = 6
_YOU = ("вас", "вам", "тебя", "тебе", "нас", "нам", "мене", "меня", "мне", "мені")
_OWN = "сво"


class Objects(Showing):
    """Reads the objects of the verbs of one passage."""

    def _object_before(self, at: int, end: int, cue: Cue) -> int:
        """Return where "this", "involvement" begins before its verb; the verb if not there."""
        words, lexicon = self._words, self._lexicon
        declines = cue.stance == "declines_to_comment"
        if "o" not in cue.takes and not declines or not at:
            return at
        if words[at - 1].word in lexicon.this:
            return at - 1
        if words[at - 1].word in lexicon.all_of_it and not self._opens_with(at - 1):
            return at - 1
        if end < len(words) and not self._frame.is_stop(end) and not self._joins_verb(end):
            return at
        if declines:
            for place in range(at - 1, max(0, at - _MOST_ASKED), -1):
                if self._frame.is_stop(place):
                    break
                asked = words[place].word in lexicon.prepositions
                if asked and lexicon.settings.at(words, place + 1) is not None:
                    return place
        for place in range(at - 2, max(0, at - 5), -1):
            if self._frame.is_stop(place) or words[place].word in lexicon.prepositions:
                break
            if THESE.search(words[place].word) and place and not self._opens_with(place):
                return place
        for place in range(at - 1, max(0, at - 4), -1):
            if self._frame.is_stop(place):
                break
            if lexicon.objects.at(words, place) is not None:
                led = words[place - 1].word
                if (
                    place > 1
                    and words[place - 2].word in lexicon.prepositions
                    and led[-1:] in "іиї"
                    and words[place - 1].raw.islower()
                    and lexicon.heads.of(led) is None
                ):
                    return place - 1  # "in the truth of the statement they do not believe"
                return place - (
                    led in lexicon.possessives or THESE.search(led) is not None
                    or led.startswith(_OWN)
                )  # fmt: skip
        return at

    def _joins_verb(self, at: int) -> bool:
        """Say whether "and says" follows."""
        behind = range(at + 1, min(len(self._words), at + 4))
        return self._words[at].word in self._lexicon.joins and any(
            self._frame.is_cue(each) for each in behind
        )

    def _opens_with(self, at: int) -> bool:
        """Say whether a token begins its clause: no subject stands before it."""
        if at and self._words[at - 1].word == "," and self._frame.aside_to(at - 1) < at - 1:
            return False
        return not at or self._frame.is_stop(at - 1) or (
            self._words[at - 1].word in self._lexicon.joins
        )  # fmt: skip

    def _declined(self, at: int) -> int:
        """Return where what somebody declines to do begins."""
        return at + 1 + (self._words[at].word in self._lexicon.nots)

    def _blame(self, end: int, cue: Cue, at: int, later: Sequence[int]) -> Saying | None:
        """Read "lays the responsibility for N on X"."""
        near = self._words[end : end + 3]
        if not has(self._lexicon.responsibility, near):
            return None
        return self._object(end, cue, at, later)

    def _call(self, end: int, cue: Cue, at: int, later: Sequence[int]) -> Saying | None:
        words, lexicon = self._words, self._lexicon
        behind = end
        for place in range(end, min(self._limit, end + THAT_NEAR)):
            word = words[place]
            if place < behind:
                continue
            if word.word == "," and lexicon.relative.search(words[place + 1].word):
                more = range(place + 1, min(self._limit - 1, place + THAT_NEAR))
                behind = next((each + 1 for each in more if words[each].word == ","), place)
                if behind > place:
                    continue  # "asks witnesses who ..., to come"
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
                stop = self._turn(place, self._content_end(place, later))
                stop = next((each for each in range(place, stop) if self._parts(each)), stop)
                first = place
                while first > end and (
                    self._frame.in_date(first - 1) or words[first - 1].word in lexicon.adverbs
                ):
                    first -= 1
                made = self._made(first, stop, cue.stance, at, end)
                return made if made is None else replace(
                    made, addressee=self._addressed(end, first)
                )  # fmt: skip
            if word.word in ".;:" or word.word == "," and place > end:
                break
        return self._object(end, cue, at, later)

    def _turned_to(self, end: int, cue: Cue, at: int, later: Sequence[int]) -> Saying | None:
        """Read "turned to X with a request to do": the request stands before what is asked."""
        words, lexicon = self._words, self._lexicon
        for place in range(end, min(self._limit, end + THAT_NEAR)):
            asked = lexicon.requests.at(words, place)
            if asked is not None:
                made = self._call(asked[1], cue, at, later)
                return made if made is None else replace(
                    made, cue=self._frame.mark(at, end), addressee=self._addressed(end, place)
                )  # fmt: skip
            if words[place].word in ".;:":
                break
        return None

    def _parts(self, at: int) -> bool:
        """Say whether what is asked ends: at a colon, or where another is asked ("X — to do Y")."""
        words = self._words
        if words[at].word == ":":
            return True
        if words[at].word != "," or words[at + 1].word not in self._lexicon.joins:
            return False
        return any(
            words[each].word in "—–" and self._lexicon.infinitive.search(words[each + 1].word)
            for each in range(at + 2, min(self._limit - 1, at + _MOST_ASKED))
        )

    def _addressed(self, start: int, end: int) -> Phrase | None:
        """Return who is called upon, between the verb and what is asked."""
        while start < end and (
            self._words[start].word in self._lexicon.prepositions | self._lexicon.adverbs
            or self._frame.is_stop(start)
        ):
            start += 1
        while end > start and self._words[end - 1].word == ",":
            end -= 1
        if start < end and self._words[start].word in _YOU:
            return None
        named = self._frame.name_at(start, end) if start < end else None
        return None if named is None else named[0]

    def _object(self, end: int, cue: Cue, at: int, later: Sequence[int]) -> Saying | None:
        words, lexicon = self._words, self._lexicon
        start = end
        while start < self._limit and words[start].word in lexicon.adverbs:
            start += 1
        if start >= self._limit or self._frame.is_stop(start):
            return None
        if "n" in cue.takes and has(lexicon.named_by, words[start : start + 2]):
            return None  # "named the cause", "name different figures"
        stop = self._turn(start, self._content_end(start, later))
        stop = next((each for each in range(start, stop) if words[each].word == ":"), stop)
        if cue.stance == "estimates" and words[start].word in lexicon.as_words:
            return self._made(self._clause_start(at), stop, cue.stance, at, end)
        addressee: Phrase | None = None
        if "i" in cue.takes:
            dative = words[start]
            head = lexicon.heads.of(dative.word)
            if head is not None and dative.word.endswith(("ам", "ям")):
                addressee = phrase_of(words[start : start + 1], lexicon)
                start += 1
            else:
                led = self._led_to(start, stop)
                if led > start:
                    addressee, start = self._addressed(start, led), led
        made = self._made(start, stop, cue.stance, at, end)
        return None if made is None else replace(made, as_object=True, addressee=addressee)

    def _clause_start(self, at: int) -> int:
        """Return where the clause of a verb begins ("the state of two the doctors call grave")."""
        while at and not self._frame.is_stop(at - 1):
            at -= 1
        return at

    def _led_to(self, start: int, stop: int) -> int:
        """Return where "to peace" begins behind whom is called upon ("the parties to peace")."""
        words, lexicon = self._words, self._lexicon
        first = start
        while first < stop and lexicon.adjective.search(words[first].word):
            first += 1
        if first >= stop or not (
            lexicon.heads.of(words[first].word) or words[first].is_capitalised
        ):
            return start
        for place in range(first + 1, min(stop, start + _MOST_NAMED)):
            if words[place].word in lexicon.towards and not self._frame.in_date(place):
                return place
            if words[place].word in lexicon.prepositions:
                break
        return start

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
        again = self._about_again(start + 2, stop)
        stop = self._turn(start + 1, stop) if again is None else again[0]
        told = any(
            lexicon.happenings.at(words, place) or words[place].kind == "number"
            for place in range(start + 1, min(stop, start + 12))
        )
        told = told or has(lexicon.matters, words[start + 1 : stop])
        made = self._made(start + 1, stop, cue.stance, at, end) if told else None
        return None if made is None else replace(made, as_object=True)

    def _about_again(self, start: int, stop: int) -> tuple[int, int] | None:
        """Return where ", and later about N" begins, and where its "about" stands."""
        words, lexicon = self._words, self._lexicon
        for at in range(start, stop - 1):
            if words[at].word not in lexicon.joins:
                continue
            place = at + 1
            while place < stop and (
                words[place].word in lexicon.adverbs or self._frame.in_date(place)
            ):
                place += 1
            if place < stop and words[place].word in lexicon.about:
                return at - (words[at - 1].word == ","), place
        return None

    def _also_about(self, made: Saying, cue: Cue, at: int, end: int) -> Saying | None:
        """Return what stands behind "about M, and later about" of the same verb."""
        start = self._first_of(made.content.end)
        stop = self._content_end(start, ())
        again = self._about_again(start, stop) if "a" in cue.takes else None
        if again is None or again[0] > start:
            return None
        return self._made(again[1] + 1, stop, cue.stance, at, end)

    def _behind_colon(self, colon: int, cue: Cue, at: int, end: int) -> Saying | None:
        return self._made(colon + 1, self._content_end(colon + 1, ()), cue.stance, at, end)
