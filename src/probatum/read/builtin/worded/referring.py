"""Who is said to have said the sentence before: "This was reported by the mayor"."""

from __future__ import annotations

from dataclasses import replace

from probatum.model.nouns.assertions import Stance
from probatum.read.builtin.worded.phrases import Phrase, with_gender
from probatum.read.builtin.worded.reporting import Reporting
from probatum.read.builtin.worded.saying import Saying
from probatum.read.builtin.worded.sourcing import Source

_SAYS: tuple[Stance, ...] = ("asserts", "reports", "estimates")


class Referring(Reporting):
    """Reads a passage that only says who told what the passage before it tells."""

    def of_before(self, before: Saying) -> Saying | None:
        """Return ``before`` by the source that this passage names, None if it names none."""
        begins = self._points_back()
        source = None if begins is None else self._says_so(begins)
        if source is None:
            return None
        cue = self._frame.mark(*source.cue)
        if source.speaker is None:
            return replace(before, stance="reports", voice="anonymous", cue=cue)
        hides = self._is_hidden(source.cue[0], len(self._words))
        return replace(
            before, stance=source.stance, speaker=source.speaker, via=source.via, cue=cue,
            voice="anonymous" if hides else "attributed",
        )  # fmt: skip

    def _points_back(self) -> int | None:
        """Return the token behind "about this" with which the passage begins."""
        words, lexicon = self._words, self._lexicon
        at = 0
        while at < self._limit and words[at].word in lexicon.joins | lexicon.adverbs:
            at += 1
        pointed = lexicon.this_is.at(words, at)
        return None if pointed is None else pointed[1]

    def _says_so(self, begins: int) -> Source | None:
        """Return the source behind "about this": by a verb of saying, or a paper that says so."""
        words, lexicon = self._words, self._lexicon
        for at in range(begins, self._limit):
            if words[at].word in ",:;":
                return None
            if lexicon.said_in.at(words, at) is not None:
                paper = self._source(at)
                if paper is not None:
                    return paper
            given = lexicon.gives.at(words, at)
            if given is not None and self._frame.form(at) is not None:
                return self._by_verb(begins, at, given[1], "asserts")
            known = lexicon.cues.at(words, at)
            if known is None or not self._frame.is_cue(at) or self._is_negated(at, known[1]):
                continue
            if known[0].stance not in _SAYS or self._that(known[1]) is not None:
                return None
            return self._by_verb(begins, at, known[1], known[0].stance)
        return None

    def _by_verb(self, begins: int, at: int, end: int, stance: Stance) -> Source | None:
        subject = self._frame.behind(end)
        whose = subject[0] if subject is not None else self._before_verb(begins, at)
        if whose is None or whose.words[0].word in self._lexicon.first_person:
            return None
        speaker = with_gender(whose, self._frame.form(at))
        relay = self._relay(end)
        if relay is not None:
            return Source(relay, end, stance, (at, end), (speaker,))
        return Source(speaker, end, stance, (at, end))

    def _before_verb(self, begins: int, at: int) -> Phrase | None:
        """Return the subject between "about this" and its verb."""
        found = self._frame.name_at(begins, at) if begins < at else None
        led = begins < at and self._words[begins].word in self._lexicon.places_of
        if led:
            found = self._frame.name_at(begins + 1, at)
        return None if found is None or found[1] != at else found[0]
