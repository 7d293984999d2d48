"""What nobody says in words: what pictures show, and headlines "X: ..." and "... — X"."""

from __future__ import annotations

from dataclasses import replace

from probatum.read.builtin.worded.claiming import Claiming
from probatum.read.builtin.worded.contents import has
from probatum.read.builtin.worded.phrases import QUOTES, Phrase
from probatum.read.builtin.worded.saying import Saying, trimmed
from probatum.read.builtin.worded.stretches import THAT_NEAR

_DASHES = frozenset("—–-")
_MOST_NAMED = 8
_FEWEST_SAID = 2


class Showing(Claiming):
    """Reads pictures and headlines."""

    def _pictures(self) -> None:
        """Read "The video shows how ..." and "In the picture a man kneels"."""
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
            leads = lexicon.that | lexicon.as_words | lexicon.about
            if start < self._limit and words[start].word in leads:
                start += 1
            self._depicts(start, (at, verb[1]))
            return
        if seen and words[seen - 1].word in lexicon.places_of and seen <= 2:
            start = seen + 1
            while (
                start < self._limit
                and words[start].kind == "word"
                and (lexicon.adjective.search(words[start].word) and self._frame.in_date(start))
            ):
                start += 1
            if start < self._limit and words[start].kind == "word" and self._tells(start):
                self._depicts(start, (seen - 1, seen + 1))

    def _tells(self, start: int) -> bool:
        """Say whether something is seen to happen, and nobody says or finds it."""
        words = self._words[start : self._limit]
        lexicon = self._lexicon
        if any(self._frame.is_cue(at) for at in range(start, self._limit)):
            return False
        return has(lexicon.matters, words) or any(
            lexicon.happenings.at(words, at) or lexicon.armed.at(words, at)
            for at in range(len(words))
        )

    def _depicts(self, start: int, cue: tuple[int, int]) -> None:
        made = self._made(start, self._limit, "asserts", *cue)
        if made is not None and not self._overlaps(made):
            self._found.append(replace(made, voice="anonymous", depicts=True))

    def _headline(self) -> None:
        """Read "X: what happened" and "what happened — X" where nothing follows."""
        words = self._words
        if self._passage.paragraph or not words or words[-1].word in ".!?…":
            return
        for at in range(1, min(len(words) - _FEWEST_SAID, _MOST_NAMED + 2)):
            if words[at].word == ":" and not self._passage.speech:
                self._titled(self._whole_name(0, at), at + 1, len(words))
                return
        for at in range(len(words) - 2, max(1, len(words) - _MOST_NAMED - 2), -1):
            if words[at].word in _DASHES and words[at].start > words[at - 1].end:
                end = at - 1 if words[at - 1].word == "," else at
                self._titled(self._whole_name(at + 1, len(words)), 0, end)
                return

    def _titled(self, speaker: Phrase | None, start: int, end: int) -> None:
        if speaker is None:
            return
        mark = trimmed(self._text, self._words[start].start, self._words[end - 1].end)
        if mark is not None:
            self._found.append(
                Saying(mark, "asserts", self._at, self._passage.paragraph, speaker=speaker)
            )

    def _whole_name(self, start: int, end: int) -> Phrase | None:
        """Return the phrase that names somebody and fills these words; None for a theme."""
        words, lexicon = self._words, self._lexicon
        if words[start].word in lexicon.places_of and end - start > 1:
            start += 1
        elif words[start].word in lexicon.prepositions:
            return None
        told = any(
            lexicon.happenings.at(words, at) or words[at].kind in ("number", "date")
            for at in range(start, end)
        )
        named = None if told else self._frame.name_at(start, end)
        if named is None or named[1] != end:
            return None
        plain = [one for one in words[start:end] if one.kind == "word"]
        known = any(lexicon.heads.of(one.word) for one in plain)
        quoted = words[start].word in QUOTES
        full = len(plain) == 2 and all(one.is_capitalised for one in plain)
        return named[0] if known or quoted or full else None
