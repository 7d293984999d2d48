"""What stands before its verb: "to comment on it they refused", "these charges X rejects"."""

from __future__ import annotations

from dataclasses import replace

from probatum.model.nouns.assertions import Stance
from probatum.read.builtin.worded.frames import THESE
from probatum.read.builtin.worded.lexicon import Cue
from probatum.read.builtin.worded.objects import Objects
from probatum.read.builtin.worded.phrases import Phrase
from probatum.read.builtin.worded.saying import Saying
from probatum.read.found import Mark

_MOST_FRONTED = 12
_FEWEST_FRONTED = 2
_FAR = 80
_OF_CLAIMS = ("denies", "disputes", "acknowledges", "retracts", "condemns")
_DECLINES: Stance = "declines_to_comment"


class Fronting(Objects):
    """Reads the objects that one passage puts first."""

    def _fronted(self, at: int, cue: Cue, end: int, subject: Phrase, start: int) -> Saying | None:
        """Read "These charges X rejects": the object begins the clause, its subject follows."""
        words, lexicon = self._words, self._lexicon
        declines = cue.stance == "declines_to_comment"
        if end < self._limit and not self._frame.is_stop(end) or not (
            "o" in cue.takes or declines
        ):  # fmt: skip
            return None
        first = next((each for each in range(start, at) if words[each] is subject.words[0]), start)
        first -= first > start and words[first - 1].word in lexicon.places_of
        if first <= start:
            return self._between(at, cue, end, subject, start)
        if first - start > _MOST_FRONTED:
            return None
        word = words[start].word
        led = word in lexicon.prepositions
        if self._frame.in_date(start) or word in lexicon.adverbs | lexicon.pronouns.keys():
            return None
        if led and not (declines and lexicon.comments.at(words, start + 1)):
            return None
        return self._made(start, first, cue.stance, at, end)

    def _between(
        self, at: int, cue: Cue, end: int, subject: Phrase, start: int
    ) -> Saying | None:  # fmt: skip
        """Read "In N the shelling they denied", "To the question, where M is, X did not answer"."""
        words, lexicon = self._words, self._lexicon
        behind = self._first_of(subject.mark.end)
        if behind < at and self._frame.is_told(behind):
            return self._made(behind, at, cue.stance, at, end)
        if cue.stance != _DECLINES or not start or words[start - 1].word != ",":
            return None
        begin = self._sentence_start(start - 1)
        asked = words[begin].word in lexicon.prepositions and (
            lexicon.comments.at(words, begin + 1) or lexicon.settings.at(words, begin + 1)
        )
        return self._made(begin, start - 1, cue.stance, at, end) if asked else None

    def _with_fronted(self, made: Saying, start: int, subject: Phrase) -> Saying:
        """Return "this version the army called a lie" whole: what is named stands first."""
        words, lexicon = self._words, self._lexicon
        behind = self._first_of(subject.mark.end)
        if behind < self._limit and self._frame.is_told(behind):
            if (
                words[behind].end < made.content.start
                and words[behind].start > made.content.start - _FAR
            ):
                return replace(made, content=Mark(words[behind].start, made.content.end))
        if words[start] is subject.words[0] or words[start].start >= subject.mark.start:
            return made
        if THESE.search(words[start].word) is None or start + 1 >= len(words):
            return made
        if lexicon.objects.at(words, start + 1) is None:
            return made
        return replace(made, content=Mark(words[start].start, made.content.end))

    def _denied_first(self, at: int, cue: Cue, end: int) -> tuple[Phrase, Saying] | None:
        """Read "The version of X denied at the ministry": what is denied begins the clause."""
        words, lexicon = self._words, self._lexicon
        start = at
        while start and not self._frame.is_stop(start - 1):
            start -= 1
        first = start + (words[start].word in lexicon.joins)
        known = any(
            lexicon.objects.at(words, each) or lexicon.claims.at(words, each)
            for each in range(first, min(at, first + _FEWEST_FRONTED))
        )
        if not known or "o" not in cue.takes or cue.stance not in _OF_CLAIMS:
            return None
        named = self._frame.behind(end)
        if named is None or named[1] < len(words) and not self._frame.is_stop(named[1]):
            return None
        made = self._made(first, at, cue.stance, at, end)
        return None if made is None else (named[0], replace(made, as_object=True))

    def _told_first(self, at: int, cue: Cue, end: int, subject: Phrase) -> Saying | None:
        """Read "About the blasts told the mayor": what is told about begins the sentence."""
        words, lexicon = self._words, self._lexicon
        if end - at > 1 or not words or words[0].word not in lexicon.about or (
            lexicon.this_is.at(words, 0) is not None
        ):  # fmt: skip
            return None
        first = next((each for each in range(at) if words[each] is subject.words[0]), at)
        if first < _FEWEST_FRONTED or first > _MOST_FRONTED or any(
            self._frame.is_stop(each) for each in range(first)
        ):  # fmt: skip
            return None
        told = any(lexicon.happenings.at(words, each) for each in range(1, first))
        made = self._made(1, first, cue.stance, at, end) if told else None
        return None if made is None else replace(made, as_object=True)

    def _silent(self, end: int, cue: Cue, at: int, start: int, subject: Phrase) -> Saying | None:
        """Read "About the fate of the missing the army is silent": what it is silent about."""
        words, lexicon = self._words, self._lexicon
        if end < self._limit and words[end].word in lexicon.about:
            return self._made(end, self._content_end(end, ()), cue.stance, at, end)
        first = next((each for each in range(at) if words[each] is subject.words[0]), 0)
        first -= first > 0 and words[first - 1].word in lexicon.places_of
        begun = next((each for each in range(first) if words[each].word in lexicon.about), first)
        if begun and not self._frame.is_stop(begun - 1):
            return None
        return self._made(begun, first, cue.stance, at, end) if begun < first else None

    def _refusal(self, at: int) -> int | None:
        """Return where "to comment on it" begins in the clause before its verb of refusing."""
        words, lexicon = self._words, self._lexicon
        if lexicon.refuses.at(words, at) is None or self._frame.form(at) is None:
            return None
        first = at
        while first and at - first < _MOST_FRONTED and not self._frame.is_stop(first - 1):
            if words[first - 1].word in lexicon.joins and not lexicon.heads.of(words[first].word):
                break
            first -= 1
        if any(lexicon.comments.at(words, each) for each in range(first, at)):
            return first
        return self._asked_what(first)

    def _asked_what(self, end: int) -> int | None:
        """Return where "from an answer to the question, who fired," begins before a clause."""
        words, lexicon = self._words, self._lexicon
        if not end or words[end - 1].word != ",":
            return None
        begun = max(0, end - 1 - _MOST_FRONTED)
        comma = next((at for at in range(end - 2, begun, -1) if self._frame.is_stop(at)), 0)
        if not comma or words[comma].word != "," or words[comma + 1].word not in lexicon.asks:
            return None
        first = self._sentence_start(comma)
        led = words[first].word in lexicon.prepositions and comma - first < _MOST_FRONTED
        asked = any(lexicon.comments.at(words, at) for at in range(first, comma))
        return first if led and asked else None

    def _refuse(self, at: int) -> None:
        """Read "X to comment on it refused", "about Y X would not speak"."""
        first = self._refusal(at)
        refuses = self._lexicon.refuses.at(self._words, at)
        if first is None or refuses is None:
            return
        whose = self._frame.before(at)
        subject = None if whose is None else whose[0]
        start, stop = first, at
        if subject is not None:
            places = range(first, at)
            begun = next((each for each in places if self._words[each] is subject.words[0]), first)
            behind = begun + len(subject.words)
            if any(self._lexicon.comments.at(self._words, each) for each in range(first, begun)):
                led = begun > first and self._words[begun - 1].word in self._lexicon.places_of
                stop = begun - led
            else:
                start = behind
        speaker = subject or self._speaker_before(first)
        made = self._made(start, stop, "declines_to_comment", at, refuses[1])
        if made is not None and speaker is not None and not self._overlaps(made):
            self._found.append(replace(made, speaker=speaker))

    def _withhold(self, at: int, end: int) -> None:
        """Read "where they are X does not say" and "X does not say where they are"."""
        words, lexicon = self._words, self._lexicon
        behind = end + 1 < self._limit and words[end].word == "," and (
            words[end + 1].word in lexicon.asks
        )  # fmt: skip
        whose = self._frame.before(at)
        if whose is None or whose[0].words[0].word in lexicon.first_person:
            return
        made: Saying | None = None
        if behind:
            made = self._made(end + 1, self._content_end(end + 1, ()), _DECLINES, at - 1, end)
        elif end >= self._limit or self._frame.is_stop(end):
            begin = self._sentence_start(whose[1])
            if words[begin].word in lexicon.asks and words[whose[1] - 1].word == ",":
                made = self._made(begin, whose[1] - 1, _DECLINES, at - 1, end)
        if made is not None and not self._overlaps(made):
            self._found.append(replace(made, speaker=whose[0]))

    def _speaker_before(self, first: int) -> Phrase | None:
        """Return who spoke last before a token of the same passage."""
        if not first:
            return None
        end = self._words[first - 1].end
        said = [each for each in self._found if each.content.end <= end and each.inside is None]
        return max(said, key=lambda each: each.content.end).speaker if said else None
