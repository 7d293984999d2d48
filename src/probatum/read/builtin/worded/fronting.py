"""What stands before its verb: "to comment on it they refused", "these charges X rejects"."""

from __future__ import annotations

from dataclasses import replace

from probatum.read.builtin.worded.lexicon import Cue
from probatum.read.builtin.worded.objects import Objects
from probatum.read.builtin.worded.phrases import Phrase
from probatum.read.builtin.worded.saying import Saying

_MOST_FRONTED = 12


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
        if first <= start or first - start > _MOST_FRONTED:
            return None
        word = words[start].word
        led = word in lexicon.prepositions
        if self._frame.in_date(start) or word in lexicon.adverbs | lexicon.pronouns.keys():
            return None
        if led and not (declines and lexicon.comments.at(words, start + 1)):
            return None
        return self._made(start, first, cue.stance, at, end)

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
        spoken = any(lexicon.comments.at(words, each) for each in range(first, at))
        return first if spoken else None

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

    def _speaker_before(self, first: int) -> Phrase | None:
        """Return who spoke last before a token of the same passage."""
        if not first:
            return None
        end = self._words[first - 1].end
        said = [each for each in self._found if each.content.end <= end and each.inside is None]
        return max(said, key=lambda each: each.content.end).speaker if said else None
